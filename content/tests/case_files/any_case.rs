//! Any case that there can be, and one with a piece of everything.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use waymark_content::case::{Case, CaseFile, Kept};
use waymark_content::checklist::{Answer, ItemState};
use waymark_content::date::{EnteredDate, IsoDate};
use waymark_content::form::{Answers, Row, Value};
use waymark_content::id::{
    ChecklistId, ChoiceId, ConditionId, DecisionId, EventId, FactId, FieldId, FormId, ItemId, OptionId,
    RowId, ValueId,
};

use crate::day;

/// Right to left, combined, beyond the basic plane, control characters, JSON's own, and very long.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<String>(),
        Just("הערה קצרה על الطفل, 2025".to_owned()),
        Just("👩🏽‍👧 e\u{301} \u{202e}back\u{202c}".to_owned()),
        Just("\"\\/{}[],:\n\r\t\u{0}\u{1f}\u{7f}\u{2028}</script>".to_owned()),
        ("[a-zא-ת😀]", 1..=10_000usize).prop_map(|(one, times)| one.repeat(times)),
    ]
}

fn name() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,2}"
}

fn date() -> impl Strategy<Value = EnteredDate> {
    let part = || prop_oneof!["[0-9]{0,4}", Just(String::new()), Just("May".to_owned())];
    (part(), part(), part()).prop_map(|(day, month, year)| EnteredDate { day, month, year })
}

fn value() -> impl Strategy<Value = Value> {
    let some = |value: &Value| value.is_filled();
    let kinds = prop_oneof![
        words().prop_map(Value::Text),
        name().prop_map(|id| Value::Choice(OptionId::new(id))),
        vec(name(), 1..4).prop_map(|ids| Value::Choices(ids.into_iter().map(OptionId::new).collect())),
        date().prop_map(Value::Date),
        (date(), words()).prop_map(|(date, time)| Value::DateTime(date, time)),
    ];
    kinds.prop_map(move |value| if some(&value) { value } else { Value::Text("x".to_owned()) })
}

fn values() -> impl Strategy<Value = BTreeMap<FieldId, Value>> {
    btree_map(name().prop_map(FieldId::new), value(), 0..4)
}

fn answers() -> impl Strategy<Value = Answers> {
    let row = (option::of(name()), values()).prop_map(|(of, cells)| Row { of: of.map(RowId::new), cells });
    let tables = btree_map(name().prop_map(FieldId::new), vec(row, 0..3), 0..3);
    (values(), tables).prop_map(|(values, tables)| Answers { values, tables })
}

fn item() -> impl Strategy<Value = Answer> {
    let states = [ItemState::NotYet, ItemState::Recorded, ItemState::DoesNotApply];
    let state = (0..3usize).prop_map(move |place| states[place]);
    (name(), state, option::of(name()), words(), words()).prop_map(|(item, state, choice, reason, note)| {
        Answer { item: ItemId::new(item), state, choice: choice.map(ChoiceId::new), reason, note }
    })
}

fn items() -> impl Strategy<Value = Vec<Answer>> {
    vec(item(), 0..5).prop_map(|items| {
        let mut known = Vec::new();
        items
            .into_iter()
            .filter(|answer| {
                !known.contains(&answer.item) && {
                    known.push(answer.item.clone());
                    true
                }
            })
            .collect()
    })
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let dates = (
        btree_map(name().prop_map(EventId::new), vec(date(), 0..3), 0..4),
        btree_map(name().prop_map(ConditionId::new), any::<bool>(), 0..3),
    );
    let answers_to_facts = btree_map(name().prop_map(FactId::new), name().prop_map(ValueId::new), 0..5);
    let decisions = btree_map(name().prop_map(DecisionId::new), answers_to_facts, 0..4);
    let checklists = btree_map(name().prop_map(ChecklistId::new), items(), 0..3);
    let forms = btree_map(name().prop_map(FormId::new), vec(answers(), 0..3), 0..3);
    (words(), dates, decisions, checklists, forms).prop_map(
        |(reference, (events, conditions), decisions, checklists, forms)| {
            let mut case = Case::default();
            case.set_reference(&reference);
            events.iter().for_each(|(id, dates)| case.set_dates(id, dates));
            conditions.iter().for_each(|(id, holds)| case.set_condition(id, Some(*holds)));
            for (id, answers) in decisions {
                case.set_decision(&id, &answers.into_iter().collect::<Vec<_>>());
            }
            checklists.iter().for_each(|(id, answers)| case.set_checklist(id, answers));
            forms.iter().for_each(|(id, copies)| case.set_form(id, copies));
            // What was put in comes out.
            assert_eq!(case.reference(), reference);
            assert!(events.iter().all(|(id, dates)| case.dates(id) == *dates));
            assert!(conditions.iter().all(|(id, holds)| case.condition(id) == Some(*holds)));
            assert!(checklists.iter().all(|(id, answers)| case.checklist(id) == *answers));
            assert!(forms.iter().all(|(id, copies)| case.form(id) == *copies));
            case
        },
    )
}

pub(crate) fn file() -> impl Strategy<Value = CaseFile> {
    let date = || {
        (2010..2036i32, 1..=12u32, 1..=28u32)
            .prop_map(|(y, m, d)| IsoDate(chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap()))
    };
    let kept = option::of((date(), 1..u64::MAX).prop_map(|(until, revision)| Kept { until, revision }));
    (date(), date(), kept, case()).prop_map(|(made, changed, kept, case)| CaseFile {
        made,
        changed,
        kept,
        case,
    })
}

/// A piece of everything, as it stands in `versions/`.
pub(crate) fn one_of_each() -> CaseFile {
    let date = |day: &str, month: &str, year: &str| EnteredDate {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    };
    let field = |id: &str, value| (FieldId::new(id), value);
    let text = |words: &str| Value::Text(words.to_owned());
    let answers = Answers {
        values: BTreeMap::from([
            field("child", text("J. B.")),
            field("note", text("שלום, \"so\" 👋\nA second line.")),
            field("basis", Value::Choice(OptionId::new("consent"))),
            field("plan", Value::Choices(vec![OptionId::new("cp"), OptionId::new("cin")])),
            field("born", Value::Date(date("2", "5", ""))),
            field("meeting", Value::DateTime(date("2", "5", "2025"), "half past ten".to_owned())),
        ]),
        tables: BTreeMap::from([(
            FieldId::new("agencies"),
            vec![
                Row {
                    of: Some(RowId::new("gp")),
                    cells: BTreeMap::from([field("reply", text("Will come"))]),
                },
                Row { of: None, cells: BTreeMap::from([field("other-agency", text("Library"))]) },
            ],
        )]),
    };
    let item = |id: &str, state| Answer::new(ItemId::new(id), state);
    let mut case = Case::default();
    case.set_reference("JB 7");
    case.set_dates(&EventId::new("referral-received"), &[date("8", "4", "2025")]);
    let reviews = [date("21", "8", "2025"), date("", "2", "2026")];
    case.set_dates(&EventId::new("review-conference"), &reviews);
    case.set_condition(&ConditionId::new("plan-made"), Some(true));
    let fact = |id: &str, value: &str| (FactId::new(id), ValueId::new(value));
    case.set_decision(
        &DecisionId::new("immediate-protection"),
        &[fact("removal", "no"), fact("risk", "yes")],
    );
    case.set_checklist(
        &ChecklistId::new("childs-needs-assessment-record"),
        &[
            Answer {
                choice: Some(ChoiceId::new("by-telephone")),
                note: "On file.".to_owned(),
                ..item("how-it-was-done", ItemState::Recorded)
            },
            Answer { reason: "There are no carers.".to_owned(), ..item("carers", ItemState::DoesNotApply) },
            item("signed", ItemState::NotYet),
        ],
    );
    case.set_form(&FormId::new("agency-prompt-sheet"), &[answers, Answers::default()]);
    let kept = Some(Kept { until: day("2026-12-20"), revision: 7 });
    CaseFile { made: day("2026-11-20"), changed: day("2026-11-22"), kept, case }
}
