//! A list filled in without a browser, with the words and lists of the guide itself.

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use waymark_content::case::Case;
use waymark_content::checklist::{Answer, ItemRef, ItemState, Sheet, shares};
use waymark_content::guide::Guide;
use waymark_content::id::{ChecklistId, ChoiceId, ItemId};
use waymark_content::load::load;

use super::fields::{STATE, field};
use super::{Checklist, ChecklistData, SharedItem};
use crate::case::CasePart;
use crate::host::{Act, Focus, Tool};
use crate::piece::{Element, Piece};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).expect("the content is good")
});

fn tool(list: &str) -> Checklist {
    let list = GUIDE.checklists.iter().find(|known| known.id.as_str() == list).expect("a list");
    let words = &GUIDE.words;
    let sets = shares(&GUIDE.checklists);
    let shared = |item: &ItemId| {
        let is_here = |one: &&ItemRef| one.list == list.id && one.item == *item;
        let set = sets.iter().find(|set| set.items.iter().any(|one| is_here(&one)))?;
        let others = set.items.iter().filter(|one| one.list != list.id);
        let others = others.map(|one| (one.list.to_string(), one.item.to_string())).collect();
        Some(SharedItem { item: item.to_string(), others })
    };
    let data = ChecklistData {
        id: list.id.to_string(),
        shared: list.items().filter_map(|(_, item)| shared(&item.id)).collect(),
        sheet: Sheet::new(list, &|_| "must; para 1".to_owned()),
        document: "A document".to_owned(),
        rule_note: "Check it.".to_owned(),
        names: words.dates.clone(),
        words: words.checklists.clone(),
        input: words.date_input.clone(),
        take_away: words.take_away.clone(),
    };
    data.tool("", || NaiveDate::from_ymd_opt(2026, 11, 2).expect("a date"))
}

const RECORD: &str = "childs-needs-assessment-record";

fn enter(tool: &mut Checklist, field: &str, value: &str) -> Focus {
    tool.take(Act::Entered(field, value))
}

fn press(tool: &mut Checklist, action: &str) -> Focus {
    tool.take(Act::Pressed(action))
}

/// Every element that the tool shows, copies from the page aside.
fn each(pieces: &[Piece], found: &mut dyn FnMut(&Element)) {
    for piece in pieces {
        if let Piece::Element(element) = piece {
            found(element);
            each(&element.pieces, found);
        }
    }
}

fn words(piece: &Element) -> String {
    let words = piece.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Element(element) => words(element),
        Piece::Copy(_) => String::new(),
    });
    words.collect()
}

/// The words of the elements for which this holds.
fn shown(tool: &Checklist, holds: impl Fn(&Element) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    each(&tool.pieces(), &mut |element| {
        if holds(element) {
            all.push(words(element));
        }
    });
    all
}

fn with_class(tool: &Checklist, class: &str) -> Vec<String> {
    let is_of = |known: &String| known.split(' ').any(|name| name == class);
    shown(tool, |element| element.attribute("class").is_some_and(is_of))
}

fn progress(tool: &Checklist) -> String {
    with_class(tool, "wm-checklist__progress").remove(0)
}

fn items(tool: &Checklist) -> usize {
    with_class(tool, "wm-item").len()
}

#[test]
fn what_nobody_has_answered_is_not_recorded() {
    let tool = tool(RECORD);
    assert_eq!(progress(&tool), "0 of 14 always-items recorded. 0 of 5 where-relevant items recorded.");
    assert_eq!(tool.kept(), []);
    let mut checked = Vec::new();
    each(&tool.pieces(), &mut |element| {
        if element.attribute("checked").is_some() {
            checked.push(element.attribute("value").cloned().unwrap_or_default());
        }
    });
    assert_eq!(checked, vec!["not-yet"; 19]);
}

#[test]
fn only_what_the_source_lets_be_set_aside_can_be() {
    let mut aside = Vec::new();
    each(&tool(RECORD).pieces(), &mut |element| {
        if element.attribute("value").is_some_and(|value| value == "does-not-apply") {
            aside.extend(element.attribute("name").cloned());
        }
    });
    let expected =
        ["safeguarding", "deprivation-of-liberty", "specific-advice", "need-that-varies", "different-views"];
    assert_eq!(aside, expected.map(|item| format!("state-{item}")));
}

#[test]
fn setting_aside_takes_a_reason_and_nothing_is_lost() {
    let mut tool = tool(RECORD);
    enter(&mut tool, "note-risk", "Home visit on 2 May.");
    enter(&mut tool, "state-safeguarding", "does-not-apply");
    // Half an answer is no mistake while the reader is at it.
    assert_eq!(with_class(&tool, "govuk-error-message"), [""; 0]);
    enter(&mut tool, "reason-safeguarding", " ");
    assert_eq!(with_class(&tool, "govuk-error-message"), [""; 0]);
    // It is one when they have moved on, and counts as missing all along.
    enter(&mut tool, "state-evidence", "recorded");
    let told = with_class(&tool, "govuk-error-message");
    assert!(matches!(told.as_slice(), [one] if one.contains("Say why this does not apply")), "{told:?}");
    assert_eq!(progress(&tool), "1 of 14 always-items recorded. 0 of 5 where-relevant items recorded.");
    // Told beside the field and at the top when the list is checked, which takes the reader there.
    assert_eq!(tool.take(Act::Sent("checklist")), Some("checklist-errors".to_owned()));
    assert_eq!(with_class(&tool, "govuk-error-summary").len(), 1);
    assert_eq!(tool.title_prefix(), Some("Error:"));
    let mut links = Vec::new();
    each(&tool.pieces(), &mut |element| links.extend(element.attribute("data-do").cloned()));
    assert!(links.contains(&"focus:reason-safeguarding".to_owned()), "{links:?}");
    // Mended, all of it goes.
    enter(&mut tool, "reason-safeguarding", "No concern");
    assert_eq!(with_class(&tool, "govuk-error-message"), [""; 0]);
    assert_eq!(with_class(&tool, "govuk-error-summary"), [""; 0]);
    assert_eq!(tool.title_prefix(), None);
    let expected =
        "1 of 14 always-items recorded. 0 of 4 where-relevant items recorded. Set aside as not applying: 1.";
    assert_eq!(progress(&tool), expected);
    assert_eq!(tool.take(Act::Sent("checklist")), Some("result-heading".to_owned()));
    // A reason outlives a change of mind.
    enter(&mut tool, "state-safeguarding", "not-yet");
    enter(&mut tool, "state-safeguarding", "does-not-apply");
    let kept = tool.kept();
    let reasons: Vec<&str> = kept.iter().map(|answer| answer.reason.as_str()).collect();
    assert_eq!(reasons, ["", "", "No concern"]);
}

#[test]
fn what_is_missing_stays_in_place_until_it_is_asked_for_again() {
    let mut tool = tool(RECORD);
    for (_, item) in tool.data.sheet.clone().items().into_iter().skip(3) {
        enter(&mut tool, &format!("state-{}", item.id), "recorded");
    }
    assert_eq!(press(&mut tool, "only-missing"), None);
    assert_eq!(items(&tool), 3);
    enter(&mut tool, "state-need-now", "recorded");
    assert_eq!(items(&tool), 3);
    press(&mut tool, "only-missing");
    assert_eq!(items(&tool), 2);
    // The button that is pressed goes away: the focus has a place to go to.
    assert_eq!(press(&mut tool, "every"), Some("only-missing".to_owned()));
    assert_eq!(items(&tool), 19);
    enter(&mut tool, "state-need-at-18", "recorded");
    enter(&mut tool, "state-nature-of-need", "recorded");
    press(&mut tool, "only-missing");
    assert_eq!(items(&tool), 19);
    assert!(
        shown(&tool, |element| element.tag == "p")
            .iter()
            .any(|words| words.starts_with("Nothing is missing."))
    );
}

#[test]
fn an_option_is_asked_for_where_the_source_gives_them() {
    let find = |list: &&waymark_content::checklist::RecordChecklist| {
        list.items().any(|(_, item)| !item.choices.is_empty())
    };
    let list = GUIDE.checklists.iter().find(find).expect("a list with options");
    let (_, item) = list.items().find(|(_, item)| !item.choices.is_empty()).expect("an item with options");
    let mut tool = tool(list.id.as_str());
    let (state, choice) = (format!("state-{}", item.id), format!("choice-{}", item.id));
    let asked = |tool: &Checklist| shown(tool, |element| element.attribute("name") == Some(&choice)).len();
    assert_eq!(asked(&tool), 0);
    enter(&mut tool, &state, "recorded");
    assert_eq!(asked(&tool), item.choices.len());
    tool.take(Act::Sent("checklist"));
    let mut links = Vec::new();
    each(&tool.pieces(), &mut |element| links.extend(element.attribute("href").cloned()));
    assert!(links.contains(&format!("#{choice}-{}", item.choices[0].id)), "{links:?}");
    enter(&mut tool, &choice, item.choices[1].id.as_str());
    assert_eq!(with_class(&tool, "govuk-error-message"), [""; 0]);
    assert_eq!(tool.kept()[0].choice, Some(item.choices[1].id.clone()));
    assert!(with_class(&tool, "wm-checklist__summary")[0].contains(&item.choices[1].text));
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    let answer = |item: &str, state| Answer::new(ItemId::new(item), state);
    let kept = vec![
        Answer { note: "See the note of 2 May.\nA. B.".to_owned(), ..answer("need-now", ItemState::NotYet) },
        answer("evidence", ItemState::Recorded),
        Answer { reason: "None".to_owned(), ..answer("safeguarding", ItemState::DoesNotApply) },
        // Of another edition of the list.
        Answer { choice: Some(ChoiceId::new("gone")), ..answer("gone", ItemState::Recorded) },
    ];
    let mut tool = tool(RECORD);
    enter(&mut tool, "state-risk", "recorded");
    tool.restore(kept.clone());
    assert_eq!(tool.kept(), kept);
    assert_eq!(shown(&tool, |element| element.attribute("open").is_some()).len(), 1);
    let summary = with_class(&tool, "wm-checklist__summary").remove(0);
    assert!(summary.contains("This answer belongs to no item of this list: gone"), "{summary}");
    // What this edition wants in every case cannot have been set aside: that is told at once.
    tool.restore(vec![Answer { reason: "No".to_owned(), ..answer("evidence", ItemState::DoesNotApply) }]);
    assert_eq!(with_class(&tool, "govuk-error-message").len(), 1);
}

#[test]
fn a_list_cleared_by_mistake_comes_back() {
    let mut tool = tool(RECORD);
    enter(&mut tool, "note-risk", "Kept.");
    let before = tool.kept();
    press(&mut tool, "clear");
    assert_eq!(tool.kept(), []);
    press(&mut tool, "put-back");
    assert_eq!(tool.kept(), before);
    // Not over something new.
    press(&mut tool, "clear");
    enter(&mut tool, "note-evidence", "New.");
    press(&mut tool, "put-back");
    assert_eq!(tool.kept()[0].note, "New.");
}

#[test]
fn paper_has_every_item_with_its_answer() {
    let mut tool = tool(RECORD);
    assert_eq!(with_class(&tool, "wm-print-only"), [""; 0]);
    enter(&mut tool, "state-evidence", "recorded");
    enter(&mut tool, "note-evidence", "Letter of 2 May.");
    let paper = with_class(&tool, "wm-print-only").remove(0);
    for words in ["Filled in on Monday 2 November 2026", "personal information", "Note: Letter of 2 May."] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert_eq!(paper.matches("(must; para 1)").count(), 19);
    assert_eq!(paper.matches("Not yet: ").count(), 18);
    // Set aside without a reason is not set aside, on paper least of all.
    enter(&mut tool, "state-safeguarding", "does-not-apply");
    let paper = with_class(&tool, "wm-print-only").remove(0);
    assert!(!paper.contains("Does not apply: "), "{paper}");
}

#[test]
fn no_two_elements_have_the_same_id() {
    for list in &GUIDE.checklists {
        let mut tool = tool(list.id.as_str());
        for (group, item) in tool.data.sheet.clone().items() {
            let value = if group.condition(item).is_some() { "does-not-apply" } else { "recorded" };
            enter(&mut tool, &format!("state-{}", item.id), value);
        }
        let mut ids = Vec::new();
        each(&tool.pieces(), &mut |element| ids.extend(element.attribute("id").cloned()));
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{}", list.id);
    }
}

/// Two lists with an item that is the same thing.
fn a_pair() -> (ItemRef, ItemRef) {
    let sets = shares(&GUIDE.checklists);
    let mut items = sets.into_iter().next().expect("lists share items").items.into_iter();
    (items.next().expect("one"), items.next().expect("another"))
}

#[test]
fn two_lists_of_a_case_answer_what_they_share_once() {
    let (here, there) = a_pair();
    let state = |one: &ItemRef| field(STATE, one.item.as_str());
    let recorded = |tool: &Checklist, one: &ItemRef| tool.kept().iter().any(|answer| answer.item == one.item);
    let (mut first, mut second) = (tool(here.list.as_str()), tool(there.list.as_str()));
    let mut case = Case::default();

    enter(&mut first, &state(&here), "recorded");
    first.put_into(&mut case);
    assert!(case.checklist(&there.list).is_empty(), "a list that nobody has opened is not in the case");

    assert_eq!(second.take_from(&case), 0);
    assert!(recorded(&second, &there), "the answer stands in the second list");
    second.put_into(&mut case);
    enter(&mut second, &state(&there), "not-yet");
    second.put_into(&mut case);
    first.take_from(&case);
    assert!(!recorded(&first, &here), "taken back in the second, it is taken back in the first");
}

#[test]
fn answers_to_items_that_the_list_has_no_more_stay_in_the_case() {
    let list = ChecklistId::new(RECORD);
    let gone = Answer::new(ItemId::new("gone"), ItemState::Recorded);
    let mut case = Case::default();
    case.set_checklist(&list, std::slice::from_ref(&gone));
    let mut tool = tool(RECORD);
    assert_eq!(tool.take_from(&case), 1);
    tool.put_into(&mut case);
    assert_eq!(case.checklist(&list), [gone]);
}
