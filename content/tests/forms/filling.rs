//! Whatever is filled in comes through a file as it was, and stands on paper once.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use waymark_content::date::EnteredDate;
use waymark_content::form::{
    Answers, Copy, Field, FieldKind, Form, Row, RunKind, Severity, Standing, Table, Value,
};
use waymark_content::id::{FieldId, OptionId};

use super::{GUIDE, form, runs, text, with};

/// Pieces of text as people paste them: other scripts, both directions, joined emoji, marks of tools, line ends.
const PIECES: [&str; 16] = [
    "plain",
    " ",
    "\n",
    "\r\n",
    "שלום",
    "مرحبا بكم",
    "👩‍👩‍👧‍👦",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "é",
    "e\u{301}",
    "<b>&amp;",
    "{child}",
    "\t",
    "\u{202e}abc\u{202c}",
    "**",
    "\u{b}",
];

/// Something to write that stands nowhere else.
fn written() -> impl Strategy<Value = String> {
    (any::<u64>(), proptest::collection::vec(select(PIECES.to_vec()), 0..8))
        .prop_map(|(number, pieces)| format!("⟦{number:020}⟧{}", pieces.concat()))
}

fn entered_date() -> impl Strategy<Value = EnteredDate> {
    (0..40u32, 0..15u32, 2000..2040u32).prop_map(|(day, month, year)| EnteredDate {
        day: day.to_string(),
        month: month.to_string(),
        year: year.to_string(),
    })
}

/// An answer of a field's kind. `None` where nobody fills it in.
fn value(field: &Field) -> Option<BoxedStrategy<Value>> {
    let ids: Vec<OptionId> = field.options.iter().map(|option| option.id.clone()).collect();
    let one_of = |ids: Vec<OptionId>| select(ids).prop_map(Value::Choice).boxed();
    Some(match field.kind {
        FieldKind::Line | FieldKind::LongText => written().prop_map(Value::Text).boxed(),
        FieldKind::Date => entered_date().prop_map(Value::Date).boxed(),
        FieldKind::DateTime => {
            (entered_date(), written()).prop_map(|(date, time)| Value::DateTime(date, time)).boxed()
        }
        FieldKind::OneOf => one_of(ids),
        FieldKind::YesNo => one_of(["yes", "no"].map(OptionId::new).to_vec()),
        FieldKind::Rating => one_of(Field::RATINGS.map(OptionId::new).to_vec()),
        FieldKind::SeveralOf => {
            let all = ids.len();
            subsequence(ids, 0..=all).prop_map(Value::Choices).boxed()
        }
        FieldKind::Signature | FieldKind::Derived => return None,
    })
}

/// Answers to some of these fields.
fn values<'a>(fields: impl Iterator<Item = &'a Field>) -> BoxedStrategy<BTreeMap<FieldId, Value>> {
    let mut all = Just(BTreeMap::new()).boxed();
    for field in fields {
        let Some(value) = value(field) else { continue };
        let id = field.id.clone();
        let more = (all, proptest::option::weighted(0.7, value));
        all = more
            .prop_map(move |(mut map, value)| {
                map.extend(value.map(|value| (id.clone(), value)));
                map
            })
            .boxed();
    }
    all
}

fn rows(table: &Table) -> BoxedStrategy<Vec<Row>> {
    let mut all = Just(Vec::new()).boxed();
    for printed in table.rows.iter().filter(|row| !row.heading).take(4) {
        let id = printed.id.clone();
        all = (all, values(table.cells(true)))
            .prop_map(move |(mut rows, cells)| {
                rows.push(Row { of: Some(id.clone()), cells });
                rows
            })
            .boxed();
    }
    let added = if table.may_add() { 0..3 } else { 0..1 };
    let added = proptest::collection::vec(values(table.cells(false)), added);
    (all, added)
        .prop_map(|(mut rows, added)| {
            rows.extend(added.into_iter().map(|cells| Row { of: None, cells }));
            rows
        })
        .boxed()
}

fn answers(form: &'static Form) -> BoxedStrategy<Answers> {
    let mut tables = Just(BTreeMap::new()).boxed();
    for table in form.tables() {
        let id = table.id.clone();
        tables = (tables, rows(table))
            .prop_map(move |(mut map, rows)| {
                map.insert(id.clone(), rows);
                map
            })
            .boxed();
    }
    (values(form.fields()), tables).prop_map(|(values, tables)| Answers { values, tables }).boxed()
}

fn any_form_filled_in() -> impl Strategy<Value = (&'static Form, Answers)> {
    select(GUIDE.forms.iter().collect::<Vec<&'static Form>>())
        .prop_flat_map(|form| (Just(form), answers(form)))
}

/// The texts in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::DateTime(_, time) => vec![time.trim().to_owned()],
        _ => Vec::new(),
    }
}

/// As it may stand in a word processor's file: other control characters are spaces.
fn on_paper(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { ' ' } else { c }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn answers_come_through_a_file_as_they_were((form, answers) in any_form_filled_in()) {
        let json = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Answers>(&json).unwrap(), &answers);
        prop_assert_eq!(form.refusals(&answers, &GUIDE.form_limits), vec![]);
    }

    #[test]
    fn what_shows_stands_on_paper_once_and_what_is_kept_aside_does_not((form, answers) in any_form_filled_in()) {
        let filled = form.fill_in(&answers, with());
        let document = filled.document(Copy::Full);
        let written: Vec<&str> = runs(&document.blocks)
            .into_iter()
            .filter(|run| run.kind == RunKind::Answer)
            .map(|run| &*run.text)
            .collect();
        let plain = document.to_text();
        let aside = filled.kept_aside();
        let of_fields = answers.values.iter();
        let of_tables = answers.tables.iter();
        let of_cells = of_tables.flat_map(|(id, rows)| rows.iter().flat_map(move |row| row.cells.values().map(move |value| (id, value))));
        for (id, value) in of_fields.chain(of_cells) {
            let times = usize::from(!aside.contains(&id));
            for text in texts(value).iter().map(|text| on_paper(text)) {
                prop_assert_eq!(written.iter().filter(|run| run.contains(&text)).count(), times, "{}", text);
                prop_assert_eq!(plain.contains(&text), times == 1, "{}", text);
            }
        }
        prop_assert!(plain.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
    }

    /// Whatever is filled in, what is left out of the copy to go round is not in it.
    #[test]
    fn the_copy_to_go_round_has_nothing_that_is_left_out((form, answers) in any_form_filled_in()) {
        let circulated = text(form, &answers, Copy::Circulated);
        let columns = form.tables().flat_map(|table| &table.columns);
        for field in form.fields().chain(columns).filter(|field| field.hide_on_circulated_copy) {
            let cells = answers.tables.values().flatten().filter_map(|row| row.cells.get(&field.id));
            for text in answers.values.get(&field.id).into_iter().chain(cells).flat_map(texts) {
                prop_assert!(!circulated.contains(&on_paper(&text)), "{}: {}", field.id, text);
            }
        }
    }

    /// What is wrong is said, and never keeps anything from the paper; what does not show is never missing.
    #[test]
    fn problems_are_about_what_shows((form, answers) in any_form_filled_in()) {
        let filled = form.fill_in(&answers, with());
        let mut hidden = Vec::new();
        for (section, parts) in form.sections.iter().enumerate() {
            for (part, what) in parts.parts.iter().enumerate() {
                if filled.part(section, part) == Standing::Hidden {
                    hidden.extend(what.field.as_ref().map(|field| &field.id));
                    hidden.extend(what.table.iter().flat_map(|table| table.columns.iter().map(|column| &column.id)));
                }
            }
        }
        for problem in filled.problems() {
            prop_assert!(!hidden.contains(&&problem.at), "{:?}", problem);
            prop_assert!(!problem.says.is_empty() && !problem.says.contains('{'), "{:?}", problem);
        }
    }
}

#[test]
fn ten_thousand_characters_fit_into_every_long_text() {
    let long: String = "A long story. מילה 👩‍👩‍👧 ".chars().cycle().take(10_000).collect();
    for form in &GUIDE.forms {
        for field in form.fields().filter(|field| field.kind == FieldKind::LongText) {
            let answers = Answers {
                values: [(field.id.clone(), Value::Text(long.clone()))].into(),
                tables: BTreeMap::new(),
            };
            assert_eq!(form.refusals(&answers, &GUIDE.form_limits), []);
            let filled = form.fill_in(&answers, with());
            assert!(
                filled.problems().iter().all(|problem| problem.at != field.id),
                "{}/{}",
                form.id,
                field.id
            );
            let shown = filled.kept_aside().is_empty();
            let plain = filled.document(Copy::Full).to_text();
            assert_eq!(plain.matches(&long).count(), usize::from(shown), "{}/{}", form.id, field.id);
        }
    }
}

#[test]
fn more_than_there_is_room_for_is_said_and_printed_all_the_same() {
    let risk = form("risk-management-tool");
    let long = "x".repeat(GUIDE.form_limits.long_text + 1);
    let answers = Answers {
        values: [(FieldId::new("measures"), Value::Text(long.clone()))].into(),
        tables: BTreeMap::new(),
    };
    let problems = risk.fill_in(&answers, with()).problems();
    let said = problems.iter().find(|problem| problem.at.as_str() == "measures").unwrap();
    assert_eq!(said.severity, Severity::Error);
    assert!(said.says.contains("20001 characters"), "{}", said.says);
    assert!(text(risk, &answers, Copy::Full).contains(&long));
}

/// A question that is answered another way keeps what was written for the first answer.
#[test]
fn changing_an_answer_and_changing_it_back_loses_nothing() {
    let letter = form("letter-asking-for-information");
    let choose = |answers: &mut Answers, option: &str| {
        answers.values.insert(FieldId::new("basis"), Value::Choice(OptionId::new(option)));
    };
    let mut answers = Answers::default();
    answers.values.insert(FieldId::new("consents"), Value::Text("M. B.".to_owned()));
    choose(&mut answers, "consent");
    let first = text(letter, &answers, Copy::Full);
    choose(&mut answers, "statute");
    assert_eq!(letter.fill_in(&answers, with()).kept_aside(), [&FieldId::new("consents")]);
    assert!(!text(letter, &answers, Copy::Full).contains("M. B."));
    choose(&mut answers, "consent");
    assert_eq!(text(letter, &answers, Copy::Full), first);
}
