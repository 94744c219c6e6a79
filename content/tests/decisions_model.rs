//! What every decision of the content leads to, held to a plain model of it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "decisions/model.rs"]
mod model;
#[path = "decisions/tables.rs"]
mod tables;

use model::Model;
use proptest::prelude::*;
use tables::{
    DECISIONS, Given, Places, any_given, assess, extended, one_fewer, only, places, runner, split, with,
};
use waymark_content::decision::{Answer, Asked, FactIndex, OutcomeKind, ValueIndex};

#[test]
fn what_holds_for_all_some_and_no_ways_is_what_a_plain_model_says() {
    for (decision, assessor) in DECISIONS.iter() {
        let model = Model::new(decision);
        let mut runner = runner(64);
        let agrees = |given: Given| {
            prop_assert_eq!(split(&assess(assessor, &given)), model.split(&given));
            Ok(())
        };
        runner
            .run(&any_given(decision), agrees)
            .unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
        // And every set in which nothing is unknown.
        for (answers, full) in &model.full {
            let given: Given = answers.iter().copied().map(Some).collect();
            let expected = split(&assess(assessor, &given));
            assert_eq!(expected.certain, full.outcomes, "{}: {given:?}", decision.id);
            assert!(expected.possible.is_empty(), "{}: {given:?}", decision.id);
        }
    }
}

#[test]
fn reasons_hold_and_rest_on_no_answer_too_many() {
    for (decision, assessor) in DECISIONS.iter() {
        let model = Model::new(decision);
        let mut runner = runner(24);
        let result = runner.run(&any_given(decision), |given| {
            let found = assess(assessor, &given);
            let is_given = |answers: &[Answer]| {
                answers.iter().all(|answer| given[answer.fact.place()] == Some(answer.value.place()))
            };
            for certain in &found.certain {
                prop_assert!(!certain.reasons.is_empty());
                let outcome = certain.outcome.place();
                for reason in &certain.reasons {
                    prop_assert!(is_given(&reason.answers));
                    let (always, some) = model.rules(&given);
                    let id = &decision.outcomes[outcome].id;
                    for rule in &reason.rules {
                        prop_assert!(decision.rules[rule.place()].then.contains(id));
                        prop_assert!(some.contains(&rule.place()));
                    }
                    let one_rule = reason.rules.first().filter(|rule| always.contains(&rule.place()));
                    let holds = |given: &Given| match one_rule {
                        Some(rule) => model.rules(given).0.contains(&rule.place()),
                        None => model.is_certain(given, outcome),
                    };
                    let least = only(decision, &reason.answers);
                    prop_assert!(holds(&least), "the reason is not enough");
                    prop_assert!(!one_fewer(&least).any(|fewer| holds(&fewer)), "an answer too many");
                }
            }
            for ruled_out in &found.ruled_out {
                prop_assert!(is_given(&ruled_out.answers));
                let holds = |given: &Given| model.split(given).ruled_out.contains(&ruled_out.outcome.place());
                let least = only(decision, &ruled_out.answers);
                prop_assert!(holds(&least), "the answers do not shut it out");
                prop_assert!(!one_fewer(&least).any(|fewer| holds(&fewer)), "an answer too many");
            }
            Ok(())
        });
        result.unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
    }
}

#[test]
fn what_is_possible_names_what_it_hangs_on_and_a_smallest_way_to_it() {
    for (decision, assessor) in DECISIONS.iter() {
        let model = Model::new(decision);
        let mut runner = runner(6);
        let result = runner.run(&any_given(decision), |given| {
            for possible in &assess(assessor, &given).possible {
                let outcome = possible.outcome.place();
                let hangs_on: Places = possible.hangs_on.iter().map(|fact| fact.place()).collect();
                prop_assert_eq!(hangs_on, model.hangs_on(&given, outcome));
                let mut reached = given.clone();
                for answer in &possible.reached_by {
                    prop_assert_eq!(reached[answer.fact.place()], None, "it is answered already");
                    reached[answer.fact.place()] = Some(answer.value.place());
                }
                prop_assert!(model.is_certain(&reached, outcome), "it is not reached");
                // With more answers it would be reached as well, so one fewer is enough to look at.
                for fewer in extended(decision, &given, possible.reached_by.len() - 1) {
                    prop_assert!(!model.is_certain(&fewer, outcome), "{fewer:?} is smaller");
                }
            }
            Ok(())
        });
        result.unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
    }
}

#[test]
fn what_to_ask_next_leaves_least_open_and_danger_counts_first() {
    for (decision, assessor) in DECISIONS.iter() {
        let model = Model::new(decision);
        let mut runner = runner(12);
        let result = runner.run(&any_given(decision), |given| {
            let open = model.split(&given).possible;
            let matters = |fact: &usize| {
                given[*fact].is_none()
                    && model.asked(&given, *fact).1
                    && open.iter().any(|outcome| model.hangs_on(&given, *outcome).contains(fact))
            };
            // Sums over the values are brought to one denominator, so that they can be compared.
            let denominator: usize = decision.facts.iter().map(|fact| fact.values.len()).product();
            let left = |fact: &usize| {
                let values = decision.facts[*fact].values.len();
                let (mut danger, mut all) = (0, 0);
                for value in 0..values {
                    let open = model.split(&with(&given, *fact, Some(value))).possible;
                    let is_danger = |place: &&usize| decision.outcomes[**place].kind == OutcomeKind::ActNow;
                    danger += open.iter().filter(is_danger).count() * denominator / values;
                    all += open.len() * denominator / values;
                }
                (danger, all, *fact)
            };
            let expected = (0..given.len()).filter(matters).min_by_key(left);
            let found = assess(assessor, &given).ask_next.map(FactIndex::place);
            prop_assert_eq!(found, expected);
            prop_assert_eq!(
                found.is_none(),
                open.is_empty(),
                "while something is open there is something to ask"
            );
            Ok(())
        });
        result.unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
    }
}

#[test]
fn changes_advice_and_what_is_asked_are_what_a_plain_model_says() {
    for (decision, assessor) in DECISIONS.iter() {
        let model = Model::new(decision);
        let mut runner = runner(12);
        let result = runner.run(&any_given(decision), |given| {
            let found = assess(assessor, &given);
            let now = model.split(&given);
            let mut expected = Vec::new();
            for (place, fact) in decision.facts.iter().enumerate() {
                for to in (0..fact.values.len()).map(Some).chain([None]).filter(|to| *to != given[place]) {
                    let then = model.split(&with(&given, place, to));
                    let new = |then: &Places, now: &Places| then.difference(now).copied().collect::<Places>();
                    let change = (
                        new(&then.certain, &now.certain),
                        new(&then.possible, &now.possible),
                        new(&then.ruled_out, &now.ruled_out),
                    );
                    if then != now {
                        expected.push((place, given[place], to, change));
                    }
                }
            }
            let place = |value: Option<ValueIndex>| value.map(ValueIndex::place);
            let changes: Vec<_> = found
                .changes
                .iter()
                .map(|change| {
                    let becomes = (
                        places(change.certain.iter().copied()),
                        places(change.possible.iter().copied()),
                        places(change.ruled_out.iter().copied()),
                    );
                    (change.fact.place(), place(change.from), place(change.to), becomes)
                })
                .collect();
            prop_assert_eq!(changes, expected);
            let advice: Places = found.advice.iter().map(|advice| advice.place()).collect();
            prop_assert_eq!(advice, model.advice(&given));
            for (fact, asked) in found.asked.iter().enumerate() {
                let expected = match model.asked(&given, fact) {
                    (_, true) => Asked::Always,
                    (true, false) => Asked::Perhaps,
                    (false, false) => Asked::Never,
                };
                prop_assert_eq!(*asked, expected);
            }
            Ok(())
        });
        result.unwrap_or_else(|problem| panic!("{}: {problem}", decision.id));
    }
}
