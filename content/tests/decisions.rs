//! What a reader of a decision relies on, for every decision of the content.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "decisions/tables.rs"]
mod tables;

use proptest::prelude::*;
use tables::{
    DECISIONS, Places, answers, any_given, assess, for_each_decision, one_fewer, runner, split, with,
};
use waymark_content::decision::{Asked, Assessment, FactIndex, OutcomeIndex, OutcomeKind};

#[test]
fn filling_in_an_unknown_never_brings_back_what_was_ruled_out_nor_unsettles_what_was_certain() {
    for_each_decision(64, |decision, assessor, given| {
        let before = split(&assess(assessor, given));
        for (place, fact) in decision.facts.iter().enumerate().filter(|(place, _)| given[*place].is_none()) {
            for value in 0..fact.values.len() {
                let after = split(&assess(assessor, &with(given, place, Some(value))));
                prop_assert!(after.ruled_out.is_superset(&before.ruled_out), "{} filled in", fact.id);
                prop_assert!(after.certain.is_superset(&before.certain), "{} filled in", fact.id);
            }
        }
        Ok(())
    });
}

#[test]
fn an_outcome_about_danger_is_never_ruled_out_by_an_unknown() {
    for_each_decision(64, |decision, assessor, given| {
        let is_danger = |place: &&usize| decision.outcomes[**place].kind == OutcomeKind::ActNow;
        let now = split(&assess(assessor, given));
        let reached: Places = now.certain.union(&now.possible).filter(is_danger).copied().collect();
        // Whatever becomes unknown, and however much of it.
        for fewer in one_fewer(given).chain([vec![None; given.len()]]) {
            let ruled_out = split(&assess(assessor, &fewer)).ruled_out;
            prop_assert!(ruled_out.is_disjoint(&reached), "{fewer:?} rules out danger");
        }
        Ok(())
    });
}

#[test]
fn danger_comes_first_in_every_list() {
    for_each_decision(16, |decision, assessor, given| {
        let found = assess(assessor, given);
        let in_order = |outcomes: Vec<OutcomeIndex>| {
            outcomes
                .is_sorted_by_key(|outcome| decision.outcomes[outcome.place()].kind != OutcomeKind::ActNow)
        };
        prop_assert!(in_order(found.certain.iter().map(|certain| certain.outcome).collect()));
        prop_assert!(in_order(found.possible.iter().map(|possible| possible.outcome).collect()));
        prop_assert!(in_order(found.ruled_out.iter().map(|ruled_out| ruled_out.outcome).collect()));
        prop_assert!(found.advice.is_sorted_by_key(|advice| !decision.advice[advice.place()].act_now));
        Ok(())
    });
}

#[test]
fn the_result_does_not_depend_on_the_order_of_answers_nor_on_what_was_answered_before() {
    for (decision, assessor) in DECISIONS.iter() {
        let order: Vec<usize> = (0..decision.facts.len()).collect();
        let strategy = (any_given(decision), any_given(decision), Just(order).prop_shuffle());
        let mut runner = runner(32);
        let result = runner.run(&strategy, |(given, before, order)| {
            let mut typed = answers(&before);
            for fact in order {
                typed.set(
                    FactIndex(u8::try_from(fact).unwrap()),
                    answers(&given).get(FactIndex(u8::try_from(fact).unwrap())),
                );
            }
            prop_assert_eq!(assessor.assess(&typed), assess(assessor, &given));
            Ok(())
        });
        result.unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
    }
}

#[test]
fn an_answer_to_what_is_not_asked_changes_nothing() {
    // It counts again once another answer has it asked: what other answers would do is not compared.
    let shown = |found: Assessment| Assessment { changes: Vec::new(), ..found };
    for_each_decision(32, |decision, assessor, given| {
        let found = shown(assess(assessor, given));
        for (place, fact) in decision.facts.iter().enumerate() {
            if found.asked[place] != Asked::Never {
                continue;
            }
            for value in (0..fact.values.len()).map(Some).chain([None]) {
                let other = shown(assess(assessor, &with(given, place, value)));
                prop_assert_eq!(&other, &found, "{}", fact.id);
            }
        }
        Ok(())
    });
}

#[test]
fn decisions_about_consent_or_sharing_open_with_the_change_in_the_law() {
    for (decision, _) in DECISIONS.iter() {
        let text = format!("{} {}", decision.title, decision.question).to_lowercase();
        if ["consent", "sharing", "share"].iter().any(|word| text.contains(word)) {
            assert!(
                decision.notices.iter().any(|notice| notice.as_str() == "sharing-duty"),
                "{}",
                decision.id
            );
        }
    }
}
