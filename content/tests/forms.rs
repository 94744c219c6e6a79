//! The forms of the real content: every statement that feeds one is used, they are as long as their sources, their
//! rules hold for every answer, and nothing that is filled in is lost on the way to paper or through a file.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "forms/filling.rs"]
mod filling;
#[path = "forms/from_elsewhere.rs"]
mod from_elsewhere;
#[path = "forms/rules.rs"]
mod rules;
#[path = "forms/worked_cases.rs"]
mod worked_cases;

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use waymark_content::calendar::WorkingDayCalendar;
use waymark_content::deadline::ClockRule;
use waymark_content::form::{
    Answers, Block, Copy, FieldKind, Form, FormKind, PartKind, Run, RunKind, Surroundings,
};
use waymark_content::guide::Guide;
use waymark_content::id::{FieldId, StatementId};
use waymark_content::load::load;
use waymark_content::packed::{packed, unpacked};
use waymark_content::statement::Tool;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has problems:\n{}", list.join("\n"))
    })
});

static RULES: LazyLock<Vec<ClockRule>> =
    LazyLock::new(|| GUIDE.deadlines.iter().map(ClockRule::from).collect());

static CALENDAR: LazyLock<WorkingDayCalendar> =
    LazyLock::new(|| WorkingDayCalendar::try_from(&GUIDE.calendars[0]).unwrap());

fn form(id: &str) -> &'static Form {
    GUIDE.forms.iter().find(|form| form.id.as_str() == id).unwrap_or_else(|| panic!("no form `{id}`"))
}

fn with() -> Surroundings<'static> {
    Surroundings {
        words: &GUIDE.words.forms,
        date_words: &GUIDE.words.date_input,
        dates: &GUIDE.words.dates,
        limits: &GUIDE.form_limits,
        rules: &RULES,
        calendar: Some(&CALENDAR),
    }
}

fn text(form: &Form, answers: &Answers, copy: Copy) -> String {
    form.fill_in(answers, with()).document(copy).to_text()
}

/// Every run of a document, in order.
fn runs(blocks: &[Block]) -> Vec<&Run> {
    blocks.iter().flat_map(Block::runs).collect()
}

#[test]
fn every_statement_that_feeds_a_form_is_used_by_one() {
    let used: HashSet<&StatementId> = GUIDE.forms.iter().flat_map(Form::statements).collect();
    let feeding = GUIDE.sources.iter().flat_map(|source| source.statements()).map(|(_, statement)| statement);
    let (all, unused): (Vec<_>, Vec<_>) = feeding
        .filter(|statement| statement.tool == Tool::Template)
        .partition(|statement| used.contains(&statement.id));
    let unused: Vec<&str> = unused.iter().map(|statement| statement.id.as_str()).collect();
    assert_eq!(unused, Vec::<&str>::new());
    assert_eq!(all.len(), 123);
}

/// Everything in the leaflet's appendices that is on a form, whatever tool it was put down for. The step charts have
/// no form, and the glossary is a page.
#[test]
fn every_line_of_the_leaflets_forms_is_on_one_of_ours() {
    let used: HashSet<&StatementId> = GUIDE.forms.iter().flat_map(Form::statements).collect();
    let feeding =
        GUIDE.sources.iter().flat_map(|source| source.statements()).map(|(_, statement)| &statement.id);
    let of_a_form =
        |id: &&StatementId| (3..=12).any(|form| id.as_str().starts_with(&format!("worcs-a{form:02}-")));
    let missing: Vec<&str> =
        feeding.filter(of_a_form).filter(|id| !used.contains(id)).map(StatementId::as_str).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// How many entries the sources print. Counted in the source texts, not in our data.
#[test]
fn lists_are_as_long_as_those_in_the_sources() {
    let rows = |id: &str, table: &str, under: Option<&str>| {
        let table = form(id).table(&FieldId::new(table)).unwrap();
        let printed = table.rows.iter().filter(|row| !row.ours && !row.heading);
        printed.filter(|row| row.under.as_ref().map(|id| id.as_str()) == under).count()
    };
    assert_eq!(rows("agency-prompt-sheet", "agencies", None), 18);
    assert_eq!(rows("agency-prompt-sheet", "agencies", Some("other-health")), 6);
    assert_eq!(rows("agency-prompt-sheet", "agencies", Some("other-social-care")), 2);
    assert_eq!(rows("agency-prompt-sheet", "agencies", Some("education")), 3);
    assert_eq!(rows("equality-impact-tool", "areas", None), 8);
    assert_eq!(rows("feedback-sheet", "ratings", None), 5);
    let tasks = form("co-working-agreement").table(&FieldId::new("tasks")).unwrap();
    let groups: Vec<usize> =
        tasks.rows.split(|row| row.heading).map(<[_]>::len).filter(|length| *length > 0).collect();
    assert_eq!(groups, [11, 15, 5]);
    let options = |id: &str, field: &str| {
        form(id).field(&FieldId::new(field)).unwrap().options.iter().filter(|option| !option.ours).count()
    };
    assert_eq!(options("agreement-for-assessment", "leaflets"), 4);
    assert_eq!(options("co-working-agreement", "plan"), 4);
    assert_eq!(options("co-working-agreement", "parties"), 5);
    assert_eq!(options("letter-asking-for-information", "basis"), 2);
    assert_eq!(options("meeting-invitation-list", "chair-role"), 4);
    assert_eq!(options("meeting-invitation-list", "co-ordinator-role"), 6);
    assert_eq!(options("outcome-or-closure-letter", "process"), 4);
    assert_eq!(options("feedback-sheet", "helpful"), 5);
    assert_eq!(options("model-of-change", "needs-time"), 5);
    assert_eq!(options("model-of-change", "professional-tasks"), 4);
    assert_eq!(options("model-of-change", "steps"), 7);
    assert_eq!(options("model-of-change", "can-say"), 6);
    let questions =
        form("feedback-sheet").fields().filter(|field| field.kind == FieldKind::YesNo && !field.ours);
    assert_eq!(questions.count(), 5);
    let steps = form("risk-management-tool")
        .fields()
        .filter(|field| field.label.starts_with(|c: char| c.is_ascii_digit()));
    assert_eq!(steps.count(), 7);
}

#[test]
fn every_paper_says_what_it_is_and_marks_what_is_ours() {
    for form in &GUIDE.forms {
        for copy in [Copy::Full, Copy::Circulated] {
            let document = form.fill_in(&Answers::default(), with()).document(copy);
            let all = runs(&document.blocks);
            assert!(
                all.iter().all(|run| run.kind != RunKind::Answer),
                "{}: nobody filled anything in",
                form.id
            );
            let notes: Vec<&Block> =
                document.blocks.iter().filter(|block| matches!(block, Block::PageNote(_))).collect();
            let notes: Vec<&str> = notes
                .iter()
                .flat_map(|note| runs(std::slice::from_ref(note)))
                .map(|run| &*run.text)
                .collect();
            assert!(notes[0].contains("It is not an official form of any council"), "{}", form.id);
            assert!(notes[0].contains(&form.names[0]), "{}", form.id);
            let marked = all.iter().any(|run| run.kind == RunKind::Ours);
            assert_eq!(notes.iter().any(|note| note.starts_with("* Added")), marked, "{}", form.id);
            let titled = matches!(document.blocks.first(), Some(Block::Heading(1, _)));
            assert_eq!(titled, form.kind != FormKind::Letter, "{}", form.id);
        }
    }
}

/// A rule about how something was filled in must not be a way to make somebody sign.
#[test]
fn nobody_is_asked_for_a_signature() {
    for form in &GUIDE.forms {
        let columns = form.tables().flat_map(|table| &table.columns);
        for field in form.fields().chain(columns).filter(|field| field.kind == FieldKind::Signature) {
            assert!(form.rules.iter().all(|rule| rule.at != field.id), "{}/{}", form.id, field.id);
            assert!(field.required.is_none() && field.expected.is_none(), "{}/{}", form.id, field.id);
        }
    }
}

/// What the browser is sent fills the form in as the form that was checked does: the same papers, the same problems.
#[test]
fn a_form_that_travels_is_filled_in_as_it_is_here() {
    for form in &GUIDE.forms {
        let texts = packed(form);
        let sent: Form = unpacked(texts.clone()).unwrap();
        assert_eq!(packed(&sent), texts, "{}", form.id);
        for case in &form.cases {
            let (here, there) = (form.fill_in(&case.answers, with()), sent.fill_in(&case.answers, with()));
            assert_eq!(here.problems(), there.problems(), "{}: {}", form.id, case.why);
            for copy in [Copy::Full, Copy::Circulated] {
                let document = there.document(copy);
                assert_eq!(here.document(copy), document, "{}: {}", form.id, case.why);
                // And a document travels to what makes a file of it.
                assert_eq!(unpacked(packed(&document)), Some(document));
            }
        }
        assert!(!form.cases.is_empty(), "{}", form.id);
        for kept in 0..texts.len() {
            assert_eq!(unpacked::<Form>(texts[..kept].to_vec()), None, "{} texts of {}", kept, form.id);
        }
    }
}

/// Sentences on forms are whole, and conditions end the sentence that they stand in.
#[test]
fn words_read_as_sentences() {
    for form in &GUIDE.forms {
        for (section, part) in form.parts() {
            for condition in section.only_if.iter().chain(&part.only_if) {
                let first = condition.split(' ').next().unwrap();
                assert!(condition.ends_with(char::is_alphanumeric), "{}: {condition}", form.id);
                assert!(!["if", "only", "where", "when"].contains(&first), "{}: {condition}", form.id);
            }
            let PartKind::Field(field) = part.kind() else { continue };
            for message in field.required.iter().chain(&field.expected) {
                assert!(message.ends_with('.'), "{}/{}: {message}", form.id, field.id);
            }
        }
    }
}
