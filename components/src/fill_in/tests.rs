//! Filling in, on the forms of the guide and without a browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use waymark_content::calendar::Closure;
use waymark_content::case::Case;
use waymark_content::date::IsoDate;
use waymark_content::deadline::ClockRule;
use waymark_content::form::{FieldKind, Form, Value};
use waymark_content::guide::Guide;
use waymark_content::id::{FieldId, FormId};
use waymark_content::load::load;
use waymark_content::packed::{packed, unpacked};

use super::*;
use crate::case::CasePart;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).unwrap());

fn form(id: &str) -> &'static Form {
    GUIDE.forms.iter().find(|form| form.id.as_str() == id).unwrap()
}

/// The tool as it comes to life on its page.
fn tool(id: &str) -> FillIn {
    tool_of_a_copy(id, Vec::new())
}

/// The same in a copy of the guide whose publisher has closure days.
fn tool_of_a_copy(id: &str, closures: Vec<Closure>) -> FillIn {
    let form = form(id);
    let rules = GUIDE.deadlines.iter().filter(|rule| form.deadlines().any(|id| *id == rule.id));
    let data = FillInData {
        form: form.clone(),
        rules: rules.map(ClockRule::from).collect(),
        calendar: Some(GUIDE.calendars[0].clone()),
        closures,
        limits: GUIDE.form_limits,
        words: GUIDE.words.forms.clone(),
        tool: GUIDE.words.form_tool.clone(),
        input: GUIDE.words.date_input.clone(),
        names: GUIDE.words.dates.clone(),
    };
    unpacked::<FillInData>(packed(&data)).unwrap().tool(String::new()).unwrap()
}

fn shown(tool: &FillIn) -> String {
    tool.pieces().iter().map(Piece::to_text).collect::<Vec<_>>().join("\n")
}

/// Every element with this attribute, as its value.
fn values_of(tool: &FillIn, name: &str) -> Vec<String> {
    fn gather(pieces: &[Piece], name: &str, found: &mut Vec<String>) {
        for piece in pieces {
            if let Piece::Element(element) = piece {
                found.extend(element.attribute(name).cloned());
                gather(&element.pieces, name, found);
            }
        }
    }
    let mut found = Vec::new();
    gather(&tool.pieces(), name, &mut found);
    found
}

fn has_field(tool: &FillIn, id: &str) -> bool {
    values_of(tool, "id").iter().any(|known| known == id)
}

fn enter(tool: &mut FillIn, entries: &[(&str, &str)]) {
    for (id, value) in entries {
        assert_eq!(tool.take(Act::Entered(id, value)), None);
    }
}

#[test]
fn a_due_date_on_a_letter_skips_the_days_on_which_the_publisher_is_closed() {
    let closed = Closure { date: IsoDate::parse("2026-05-08").unwrap(), name: "Office move".to_owned() };
    for (closures, due) in [(vec![], "by Monday 11 May 2026"), (vec![closed], "by Tuesday 12 May 2026")] {
        let mut tool = tool_of_a_copy("outcome-or-closure-letter", closures);
        let sent = [("f_letter-date_day", "1"), ("f_letter-date_month", "5"), ("f_letter-date_year", "2026")];
        enter(&mut tool, &sent);
        let text = shown(&tool);
        assert!(text.contains(due), "{due}: {text}");
    }
}

const LETTER: &str = "letter-asking-for-information";

#[test]
fn what_waits_for_an_answer_is_named_and_comes_with_it() {
    let mut tool = tool(LETTER);
    assert!(shown(&tool).contains("Only if you ask under statute: Why the child comes under it; The law"));
    assert!(!has_field(&tool, "f_law"));
    enter(&mut tool, &[("f_basis", "statute"), ("f_law", "section 47"), ("f_limb_harm", "harm")]);
    assert!(has_field(&tool, "f_law") && !has_field(&tool, "f_consents"));
    assert!(shown(&tool).contains("one who may be suffering significant harm."));
    // The other ground: the law is kept aside, and comes back as it was.
    enter(&mut tool, &[("f_basis", "consent"), ("f_consents", "M. B.")]);
    assert!(!has_field(&tool, "f_law"));
    let text = shown(&tool);
    assert!(text.contains("is kept, and is not on the paper") && !text.contains("section 47 is"), "{text}");
    assert!(text.contains("M. B. has given us consent"), "{text}");
    enter(&mut tool, &[("f_basis", "statute")]);
    assert!(shown(&tool).contains("The law that we rely on to ask you is section 47."));
    // Nothing chosen: what was typed can still be seen and mended.
    enter(&mut tool, &[("f_basis", "")]);
    assert!(has_field(&tool, "f_law") && has_field(&tool, "f_consents"));
    enter(&mut tool, &[("f_limb_harm", "")]);
    assert!(!has_field(&tool, "f_limb_harm"));
}

#[test]
fn what_the_check_found_goes_when_it_is_mended_and_nothing_new_interrupts() {
    let mut tool = tool(LETTER);
    assert!(!shown(&tool).contains("What the check found"));
    assert_eq!(tool.take(Act::Sent("form")).as_deref(), Some("found"));
    let text = shown(&tool);
    for message in ["Choose the ground: consent, or statute.", "Name the child", "You can print the form"] {
        assert!(text.contains(message), "{message}: {text}");
    }
    assert_eq!(tool.title_prefix(), Some("Error:"));
    // In the summary, and beside the field, each named by what it describes.
    let message = "Say by when you need the reply";
    assert_eq!(text.matches(message).count(), 2, "{text}");
    assert!(values_of(&tool, "aria-describedby").contains(&"f_reply-by_found-0".to_owned()));
    assert!(values_of(&tool, "data-do").contains(&"focus:f_reply-by_day".to_owned()));
    enter(&mut tool, &[("f_basis", "consent")]);
    let text = shown(&tool);
    // Who consents is missing now, and is told with the next check.
    assert!(!text.contains("Choose the ground") && !text.contains("Name the person who consents"), "{text}");
    tool.take(Act::Sent("form"));
    assert!(shown(&tool).contains("Name the person who consents"));
}

#[test]
fn rows_are_added_removed_and_brought_back() {
    let mut tool = tool("meeting-invitation-list");
    assert_eq!(tool.take(Act::Pressed("add-row family")).as_deref(), Some("t_family_0_family-name"));
    enter(&mut tool, &[("t_family_0_family-name", "M. B."), ("t_family_0_family-attending", "no")]);
    tool.take(Act::Pressed("add-row family"));
    enter(&mut tool, &[("t_family_1_family-name", "F. B.")]);
    assert_eq!(tool.take(Act::Pressed("remove-row family 0")).as_deref(), Some("t_family_add"));
    let text = shown(&tool);
    assert!(
        text.contains("Removed: person 1.") && !text.contains("M. B.") && text.contains("F. B."),
        "{text}"
    );
    tool.take(Act::Pressed("undo"));
    let kept = tool.kept();
    assert_eq!(kept[0].tables[&FieldId::new("family")].len(), 2);
    assert!(shown(&tool).contains("M. B."));
    // A suggestion is offered for the meeting that it is for, and keeps the focus where it is.
    assert!(!values_of(&tool, "data-do").contains(&"suggest-row agencies police".to_owned()));
    enter(&mut tool, &[("f_which", "team")]);
    assert_eq!(tool.take(Act::Pressed("suggest-row agencies police")), None);
    assert!(shown(&tool).contains("Added to the list: Police."));
    assert!(has_field(&tool, "t_agencies_0_agency"));
}

#[test]
fn the_copy_to_go_round_leaves_addresses_out() {
    let mut tool = tool("meeting-invitation-list");
    enter(&mut tool, &[("f_address", "1 Made Up Road")]);
    assert!(tool.document().to_text().contains("1 Made Up Road"));
    enter(&mut tool, &[("which-copy", "round")]);
    assert!(!tool.document().to_text().contains("1 Made Up Road"));
    assert_eq!(tool.kept().len(), 1);
}

#[test]
fn printed_rows_of_a_wide_table_open_when_asked_and_where_something_is_found() {
    let mut tool = tool("agency-prompt-sheet");
    assert!(!has_field(&tool, "t_agencies_gp_needed"));
    assert_eq!(tool.take(Act::Pressed("open-row t_agencies_gp")), None);
    enter(&mut tool, &[("t_agencies_gp_needed", "needed")]);
    tool.take(Act::Pressed("open-row t_agencies_gp"));
    assert!(!has_field(&tool, "t_agencies_gp_needed"));
    tool.take(Act::Sent("form"));
    assert!(has_field(&tool, "t_agencies_gp_ground"), "a link of the summary leads there");
    assert!(shown(&tool).contains("which legal ground there is without it. (GP)"));
    enter(&mut tool, &[("t_agencies_gp_ground", "consent")]);
    assert!(has_field(&tool, "t_agencies_gp_ground"), "it does not close under the hand");
}

#[test]
fn each_of_several_has_a_form_of_its_own() {
    let mut tool = tool("model-of-change");
    enter(&mut tool, &[("f_parent", "M. B.")]);
    assert_eq!(tool.take(Act::Pressed("add-sheet")).as_deref(), Some("sheet_1"));
    assert!(!shown(&tool).contains("M. B."));
    enter(&mut tool, &[("f_parent", "F. B.")]);
    tool.take(Act::Pressed("sheet 0"));
    assert!(shown(&tool).contains("M. B.") && !shown(&tool).contains("F. B."));
    assert_eq!(tool.kept().len(), 2);
    tool.take(Act::Pressed("remove-sheet"));
    assert!(shown(&tool).contains("F. B."));
    tool.take(Act::Pressed("undo"));
    assert!(shown(&tool).contains("M. B."));
}

#[test]
fn what_was_kept_comes_back_and_what_does_not_fit_changes_nothing() {
    for form in &GUIDE.forms {
        let mut filled = tool(form.id.as_str());
        let kept: Vec<Answers> = form.cases.iter().map(|case| case.answers.clone()).collect();
        let kept = if form.one_for_each.is_some() { kept } else { kept[..1].to_vec() };
        filled.restore(kept.clone()).unwrap();
        let is_kept = !form.never_kept && !kept.iter().all(Answers::is_blank);
        assert_eq!(filled.kept(), if is_kept { kept } else { Vec::new() }, "{}", form.id);
    }
    let mut tool = tool(LETTER);
    enter(&mut tool, &[("f_law", "section 47")]);
    let mut strange = Answers::default();
    strange.values.insert(FieldId::new("bases"), waymark_content::form::Value::Text("x".to_owned()));
    let before = tool.kept();
    let refused = tool.restore(vec![strange]).unwrap_err();
    assert!(refused[0].contains("bases"), "{refused:?}");
    assert_eq!(tool.kept(), before);
}

#[test]
fn a_file_for_a_word_processor_is_asked_for_and_waited_for() {
    let mut tool = tool(LETTER);
    tool.take(Act::Pressed("docx"));
    assert!(shown(&tool).contains("Making the file"));
    let begun: Vec<String> = tool.begun().iter().map(|later| later.name().to_owned()).collect();
    assert_eq!(begun, ["docx"]);
    assert!(tool.begun().is_empty(), "it is begun once");
    tool.take(Act::Came("docx", Err("TypeError")));
    assert!(shown(&tool).contains("could not be made"));
    tool.take(Act::Came("docx", Ok("letter.docx")));
    assert!(shown(&tool).contains("Saved as letter.docx."));
}

#[test]
fn every_form_shows_each_of_its_fields_once_it_is_asked_for_and_no_id_twice() {
    for form in &GUIDE.forms {
        for case in &form.cases {
            let mut tool = tool(form.id.as_str());
            tool.restore(vec![case.answers.clone()]).unwrap();
            tool.take(Act::Sent("form"));
            let mut ids = values_of(&tool, "id");
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), all, "{}: {}", form.id, case.why);
            for of in ["for", "aria-describedby"] {
                for target in values_of(&tool, of).iter().flat_map(|ids| ids.split(' ')) {
                    assert!(ids.iter().any(|id| id == target), "{}: {of} {target}", form.id);
                }
            }
            for action in values_of(&tool, "data-do") {
                let Some(target) = action.strip_prefix("focus:") else { continue };
                assert!(ids.iter().any(|id| id == target), "{}: {target}", form.id);
            }
        }
    }
}

#[test]
fn a_form_of_a_case_comes_back_and_copies_that_do_not_fit_stay() {
    let id = FormId::new("letter-asking-for-information");
    let strange = Answers {
        values: [(FieldId::new("gone"), Value::Text("A. B.".to_owned()))].into(),
        ..Answers::default()
    };
    let mut case = Case::default();
    case.set_form(&id, std::slice::from_ref(&strange));
    let mut first = tool(id.as_str());
    assert_eq!(first.take_from(&case), 1);
    first.take(Act::Entered("f--child-name", "C. D."));
    first.put_into(&mut case);
    assert_eq!(case.form(&id).first(), Some(&strange));

    let mut second = tool(id.as_str());
    assert_eq!(second.take_from(&case), 1);
    assert_eq!(second.kept(), first.kept());
}

#[test]
fn a_form_that_is_never_kept_puts_nothing_into_a_case() {
    let form = GUIDE.forms.iter().find(|form| form.never_kept).unwrap();
    let field = form.fields().find(|field| field.kind == FieldKind::Line).unwrap();
    let mut tool = tool(form.id.as_str());
    tool.take(Act::Entered(&format!("f--{}", field.id), "A. B."));
    let mut case = Case::default();
    tool.put_into(&mut case);
    assert!(case.is_blank());
}
