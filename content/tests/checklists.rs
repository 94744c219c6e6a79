//! The record checklists of the real content: every statement that feeds one is used, lists are as long as their
//! sources, and answers come to what they should.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use waymark_content::checklist::{
    Answer, Applies, ItemState, ProblemKind, RecordChecklist, Shared, Sheet, SummaryParts, shares,
};
use waymark_content::guide::Guide;
use waymark_content::id::{ChoiceId, ItemId, StatementId};
use waymark_content::load::load;
use waymark_content::packed::{packed, unpacked};
use waymark_content::statement::{Strength, Tool};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has problems:\n{}", list.join("\n"))
    })
});

fn list(id: &str) -> &'static RecordChecklist {
    GUIDE.checklists.iter().find(|list| list.id.as_str() == id).unwrap_or_else(|| panic!("no list `{id}`"))
}

#[test]
fn every_statement_that_feeds_a_checklist_is_used_by_one() {
    let used: HashSet<&StatementId> = GUIDE.checklists.iter().flat_map(RecordChecklist::statements).collect();
    let feeding = GUIDE.sources.iter().flat_map(|source| source.statements()).map(|(_, statement)| statement);
    let unused: Vec<&str> = feeding
        .filter(|statement| statement.tool == Tool::Checklist && !used.contains(&statement.id))
        .map(|statement| statement.id.as_str())
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}

/// How many items the sources print in each list. Counted in the source texts, not in our data.
#[test]
fn groups_are_as_long_as_the_lists_in_the_sources() {
    let counts = [
        ("childs-needs-assessment-record", "In all cases", 14),
        ("childs-needs-assessment-record", "Where relevant", 5),
        ("childs-needs-deciding-need", "Give regard to", 6),
        ("childs-needs-disagreement", "If the disagreement continues", 5),
        ("childs-needs-amendment", "With every request", 5),
        ("reablement-record", "In all cases", 12),
        ("reablement-record", "Where relevant", 5),
        ("reablement-deciding-need", "Give regard to", 4),
        ("reablement-disagreement", "If the disagreement continues", 5),
        ("reablement-amendment", "With every request", 3),
        ("reablement-review-request", "In the request", 4),
        ("reablement-transfer", "Criteria for the right service or team", 3),
        ("teeswide-common-principles", "Twelve principles", 12),
        ("teeswide-chair", "The chair", 9),
        ("teeswide-plan", "Five principles of the plan", 5),
        ("assessment-quality", "Twelve marks", 12),
        ("local-protocol", "Eleven things", 11),
        ("strategy-discussion", "Three tasks", 3),
        ("strategy-discussion", "Social workers with their managers", 5),
        ("section-47-duties", "Social workers with their managers", 7),
        ("section-47-duties", "Police", 4),
        ("worcs-assessment-quality", "Ten principles", 10),
        ("worcs-working-with-families", "Twelve practice principles", 12),
        ("worcs-stages-of-change", "Seven steps within contemplation", 7),
        ("worcs-plan", "Nine things to make clear", 9),
        ("worcs-closing", "Who is told", 5),
        ("worcs-equality", "Eight areas", 8),
        ("worcs-risk", "Seven steps", 7),
    ];
    for (id, title, count) in counts {
        let group = list(id).groups.iter().find(|group| group.title == title);
        assert_eq!(group.map(|group| group.items.len()), Some(count), "{id}: {title}");
    }
}

/// A list of things to watch for must never look like a count over people.
#[test]
fn lists_of_prompts_from_research_have_nothing_that_always_counts() {
    for id in ["worcs-research-prompts", "worcs-stages-of-change", "worcs-agency-prompt-sheet"] {
        assert!(list(id).groups.iter().all(|group| group.applies == Applies::WhereRelevant), "{id}");
    }
}

/// "Only if {condition}.", in the tool and in the summary.
#[test]
fn conditions_end_the_sentence_that_they_stand_in() {
    for list in &GUIDE.checklists {
        for (group, item) in list.items() {
            let condition = group.condition(item).unwrap_or("it is so");
            let (first, last) = (condition.split(' ').next().unwrap(), condition.chars().last().unwrap());
            assert!(last.is_alphanumeric(), "{}/{}: {condition}", list.id, item.id);
            assert!(
                !["if", "only", "where", "when"].contains(&first),
                "{}/{}: {condition}",
                list.id,
                item.id
            );
            assert!(item.text.ends_with('.'), "{}/{}: {}", list.id, item.id, item.text);
        }
    }
}

fn shared_with(sets: &[Shared], item: &str) -> Vec<String> {
    let others = sets
        .iter()
        .filter(|set| set.items.iter().any(|one| one.to_string() == item))
        .flat_map(|set| &set.items);
    others.map(ToString::to_string).filter(|other| *other != item).collect()
}

#[test]
fn items_that_mean_the_same_share_an_answer() {
    let sets = shares(&GUIDE.checklists);
    let pairs = [
        ("teeswide-common-principles/contingency", "teeswide-plan/contingency"),
        ("teeswide-common-principles/risk-in-plans", "teeswide-plan/risk-in-plans"),
        ("initial-conference/core-group", "core-group/members"),
        ("child-protection-plan/core-group-records", "core-group/core-group-records"),
        ("worcs-plan/monitored", "worcs-team-meeting/monitored"),
    ];
    for (one, other) in pairs {
        assert_eq!(shared_with(&sets, one), [other], "{one}");
    }
}

#[test]
fn what_is_shared_is_one_item_of_each_list_and_equally_strong() {
    let sets = shares(&GUIDE.checklists);
    let mut seen = HashSet::new();
    for set in &sets {
        let lists: HashSet<_> = set.items.iter().map(|item| &item.list).collect();
        assert_eq!(lists.len(), set.items.len(), "{set:?}");
        let found: Vec<_> = set
            .items
            .iter()
            .map(|reference| {
                assert!(seen.insert(reference.clone()), "{reference} is shared twice");
                let (group, item) = list(reference.list.as_str()).item(&reference.item).unwrap();
                (item.strength, group.condition(item).is_some(), item.choices.len())
            })
            .collect();
        assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "{set:?}: {found:?}");
    }
}

/// A team meeting and a review each look for what is missing: two occasions, two answers.
#[test]
fn the_same_duty_on_two_occasions_is_answered_twice() {
    let sets = shares(&GUIDE.checklists);
    assert_eq!(shared_with(&sets, "worcs-plan-review/all-factors"), Vec::<String>::new());
}

/// Two lists that share one statement of which each takes another part.
#[test]
fn a_statement_in_common_alone_shares_nothing() {
    let mut one = list("teeswide-plan").clone();
    let mut other = list("teeswide-common-principles").clone();
    let sets = shares(&[one.clone(), other.clone()]);
    assert_eq!(shared_with(&sets, "teeswide-plan/contingency"), ["teeswide-common-principles/contingency"]);

    // A second item of the same list on the same statement: each takes a part of it.
    let group = one.groups.last_mut().unwrap();
    let mut half = group.items.last().unwrap().clone();
    assert_eq!(half.id.as_str(), "contingency");
    half.id = ItemId::new("other-half");
    group.items.push(half);
    let sets = shares(&[one.clone(), other.clone()]);
    assert_eq!(shared_with(&sets, "teeswide-plan/contingency"), Vec::<String>::new());
    // Nor when that other part never shares, or is put less strongly.
    let group = one.groups.last_mut().unwrap();
    let half = group.items.last_mut().unwrap();
    half.own_answer = Some("Another plan.".to_owned());
    half.strength = Strength::May;
    let sets = shares(&[one, other.clone()]);
    assert_eq!(shared_with(&sets, "teeswide-plan/contingency"), Vec::<String>::new());

    // With `own_answer` nothing is shared.
    for item in other.groups.iter_mut().flat_map(|group| &mut group.items) {
        item.own_answer = Some("Each list is about another plan.".to_owned());
    }
    assert_eq!(shares(&[list("teeswide-plan").clone(), other]), []);
}

#[test]
fn the_later_of_two_answers_stands_and_strange_answers_are_told() {
    let list = list("childs-needs-disagreement");
    let answers = [
        Answer::new(ItemId::new("manager"), ItemState::Recorded),
        Answer::new(ItemId::new("gone"), ItemState::Recorded),
        Answer::new(ItemId::new("manager"), ItemState::NotYet),
        Answer::new(ItemId::new("gone"), ItemState::NotYet),
    ];
    let checked = list.check(&answers);
    assert_eq!(checked.always.recorded, 0);
    let problems: Vec<_> =
        checked.problems.iter().map(|problem| (problem.item.as_str(), problem.kind)).collect();
    assert_eq!(problems, [("gone", ProblemKind::NoSuchItem)]);
}

#[test]
fn a_reason_is_at_least_a_word() {
    for (reason, stands) in
        [("", false), ("  ", false), ("-", false), ("1.", false), ("no", true), ("لا", true)]
    {
        let answer = Answer { reason: reason.to_owned(), ..aside("advocate-told") };
        let answers = [answer];
        let checked = list("childs-needs-accessible-copy").check(&answers);
        assert_eq!(checked.set_aside.len(), usize::from(stands), "`{reason}`");
        assert_eq!(checked.problems.is_empty(), stands, "`{reason}`");
    }
}

fn aside(item: &str) -> Answer {
    Answer { reason: "None.".to_owned(), ..Answer::new(ItemId::new(item), ItemState::DoesNotApply) }
}

/// As the list's page makes it.
fn sheet(list: &RecordChecklist) -> Sheet {
    let source = GUIDE.source(&list.source).unwrap();
    Sheet::new(list, &|item| {
        let places: Vec<&str> =
            item.cites.iter().map(|id| GUIDE.statement(id).unwrap().statement.locator.as_str()).collect();
        let strength = GUIDE.words.shell.strengths[&item.strength].label.to_lowercase();
        format!("{strength}; {}, {}", source.about.short, places.join("; "))
    })
}

fn summary(list: &RecordChecklist, answers: &[Answer]) -> String {
    let about = &GUIDE.source(&list.source).unwrap().about;
    let parts = SummaryParts {
        words: &GUIDE.words.checklists,
        document: &format!("{}, {}", about.title, about.date),
        rule_note: &about.rule_note,
    };
    let sheet = sheet(list);
    parts.text(&sheet, answers, &sheet.check(answers))
}

#[test]
fn the_summary_can_be_pasted_as_it_is() {
    let list = list("childs-needs-accessible-copy");
    let answers = [
        Answer {
            note: "Given by hand.".to_owned(),
            ..Answer::new(ItemId::new("written-record"), ItemState::Recorded)
        },
        aside("advocate-told"),
        aside("accessible"),
    ];
    let text = summary(list, &answers);
    let expected = "\
Checklist: A record that the young person can understand
From Recording a child's needs assessment, Last updated 17 May 2022: Giving the record.
One county's procedure of May 2022. Check your own authority's procedure.

1 of 2 always-items recorded.
0 of 2 where-relevant items recorded. Set aside as not applying: 1.

Not recorded yet:
- A format that is accessible to the young person. (should; Child's needs assessment page, Giving the record, para 2)

Where relevant, neither recorded nor set aside yet:
- Steps considered that would help them to understand. (should; Child's needs assessment page, Not able to understand, item 1) Only if you know or suspect that the young person will not understand the format it came in.
- The duty to make an independent advocate available, considered. (should; Child's needs assessment page, Not able to understand, item 2) Only if you know or suspect that the young person will not understand the format it came in.

Does not apply:
- The advocate told when the young person has been given the assessment, so that they can help. (should; Child's needs assessment page, Advocate already involved) Reason: None.

Notes:
- A written record, given to the young person after the assessment. Given by hand.

To put right:
- The source asks for this in every case, so it cannot be set aside: A format that is accessible to the young person.

This is a prompt for what to look for. It does not say that the record is good enough.
";
    assert_eq!(text, expected);
}

#[test]
fn a_list_travels_to_the_browser_and_back() {
    for list in &GUIDE.checklists {
        let sheet = sheet(list);
        assert_eq!(unpacked(packed(&sheet)), Some(sheet), "{}", list.id);
    }
}

/// What was chosen is kept when the item turns out not to be there after all, and is said of it no more.
#[test]
fn a_choice_is_told_of_what_is_recorded_only() {
    let mut lists = GUIDE.checklists.iter();
    let (list, item) = lists
        .find_map(|list| Some((list, list.items().find(|(_, item)| !item.choices.is_empty())?.1)))
        .unwrap();
    let choice = &item.choices[0];
    for (state, told) in [(ItemState::Recorded, true), (ItemState::NotYet, false)] {
        let answer = Answer { choice: Some(choice.id.clone()), ..Answer::new(item.id.clone(), state) };
        assert_eq!(summary(list, &[answer]).contains(&format!("{} {}", item.text, choice.text)), told);
    }
}

/// Any answers at all: for items of the list and for others, with choices that exist and that do not.
fn any_answers() -> impl Strategy<Value = (usize, Vec<Answer>)> {
    (0..GUIDE.checklists.len()).prop_flat_map(|at| {
        let ids: Vec<ItemId> = GUIDE.checklists[at].items().map(|(_, item)| item.id.clone()).collect();
        let state =
            prop_oneof![Just(ItemState::NotYet), Just(ItemState::Recorded), Just(ItemState::DoesNotApply)];
        let choices: Vec<Option<ChoiceId>> = GUIDE.checklists[at]
            .items()
            .flat_map(|(_, item)| item.choices.iter().map(|choice| Some(choice.id.clone())))
            .chain([None, Some(ChoiceId::new("gone"))])
            .collect();
        let answer = (0..=ids.len(), state, proptest::sample::select(choices), ".{0,12}").prop_map(
            move |(at, state, choice, reason)| Answer {
                choice,
                note: reason.clone(),
                reason,
                ..Answer::new(ids.get(at).cloned().unwrap_or_else(|| ItemId::new("gone")), state)
            },
        );
        (Just(at), proptest::collection::vec(answer, 0..80))
    })
}

proptest! {
    #[test]
    fn every_item_is_recorded_set_aside_or_missing_and_never_two_of_them((at, answers) in any_answers()) {
        let list = &GUIDE.checklists[at];
        let checked = list.check(&answers);
        let items = list.items().count();
        let tallies = [checked.always, checked.where_relevant];
        let recorded: usize = tallies.iter().map(|tally| tally.recorded).sum();
        let set_aside: usize = tallies.iter().map(|tally| tally.set_aside).sum();
        prop_assert_eq!(recorded + set_aside + checked.missing.len(), items);
        prop_assert_eq!(set_aside, checked.set_aside.len());
        prop_assert!(tallies.iter().all(|tally| tally.recorded <= tally.expected()));

        let missing: BTreeSet<&ItemId> = checked.missing.iter().map(|missing| &missing.item.id).collect();
        for aside in &checked.set_aside {
            let (group, item) = list.item(&aside.item.id).unwrap();
            prop_assert!(group.condition(item).is_some() && aside.reason.chars().any(char::is_alphabetic));
            prop_assert!(!missing.contains(&aside.item.id));
        }
        // Whatever has a problem is missing, so that a mistake is never taken for an answer.
        for problem in checked.problems.iter().filter(|problem| problem.kind != ProblemKind::NoSuchItem) {
            prop_assert!(missing.contains(&problem.item));
        }
        // In the list's order.
        let order: Vec<&ItemId> = list.items().map(|(_, item)| &item.id).filter(|id| missing.contains(id)).collect();
        prop_assert_eq!(order, checked.missing.iter().map(|missing| &missing.item.id).collect::<Vec<_>>());

        let text = summary(list, &answers);
        for missing in &checked.missing {
            prop_assert!(text.contains(&missing.item.text));
        }
    }

    #[test]
    fn to_record_one_more_takes_that_one_off_what_is_missing((at, answers) in any_answers(), pick in 0usize..100) {
        let list = &GUIDE.checklists[at];
        let before = list.check(&answers);
        prop_assume!(!before.missing.is_empty());
        let item = before.missing[pick % before.missing.len()].item;
        let mut more = answers.clone();
        more.push(Answer {
            choice: item.choices.first().map(|choice| choice.id.clone()),
            ..Answer::new(item.id.clone(), ItemState::Recorded)
        });
        let after = list.check(&more);
        let expected: Vec<&ItemId> =
            before.missing.iter().map(|missing| &missing.item.id).filter(|id| **id != item.id).collect();
        prop_assert_eq!(after.missing.iter().map(|missing| &missing.item.id).collect::<Vec<_>>(), expected);
    }
}
