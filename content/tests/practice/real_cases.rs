//! What holds of all the cases together.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use waymark_content::decision::{Asked, FactIndex};
use waymark_content::practice::{Asks, Level, Working};

use super::GUIDE;

/// Every decision, every time limit with a number, and six lists.
#[test]
fn between_them_the_cases_ask_everything_that_decides_or_counts() {
    let mut asked = BTreeSet::new();
    let mut lists = BTreeSet::new();
    for step in GUIDE.practice.iter().flat_map(|case| &case.case().steps) {
        match step.asks().unwrap() {
            Asks::Deadline(question) => asked.extend([question.rule.as_str()]),
            Asks::Clocks(question) => asked.extend(question.rules.iter().map(|rule| rule.as_str())),
            Asks::Decision(question) => asked.extend([question.table.as_str()]),
            Asks::Checklist(question) => lists.extend([question.list.as_str()]),
        }
    }
    let decisions = GUIDE.decisions.iter().map(|decision| decision.id.as_str());
    let rules = GUIDE.deadlines.iter().map(|rule| rule.id.as_str());
    let open: Vec<&str> = decisions.chain(rules).filter(|id| !asked.contains(id)).collect();
    assert_eq!(open, Vec::<&str>::new());
    assert!(lists.len() >= 6, "{lists:?}");
}

#[test]
fn there_are_cases_for_every_level() {
    let of = |level| GUIDE.practice.iter().filter(|case| case.case().level == level).count();
    let counts = Level::ALL.map(of);
    assert!(counts[0] >= 6 && counts[1] >= 12 && counts[2] >= 6, "{counts:?}");
}

/// A case leads learners back to it from the register, for every statement that it cites.
#[test]
fn what_a_case_cites_is_used_by_it() {
    for case in GUIDE.practice.iter().map(|case| case.case()) {
        for id in case.cites() {
            let used = GUIDE.uses[id].iter().any(|used| used.link.route == case.route());
            assert!(used, "{}: {id}", case.id);
        }
    }
}

/// What the cases that there are ask, by kind of thing. A case asks each of its tools for a reason: the lists of what
/// no case asks yet are printed by `cargo run --example practice -- --uncovered`.
#[test]
fn all_four_kinds_of_question_and_all_three_levels_are_asked() {
    let steps = GUIDE.practice.iter().flat_map(|case| case.steps());
    let kinds: BTreeSet<&str> = steps
        .map(|(_, found)| match found.working {
            Working::Due(..) => "date",
            Working::NoNumber(_) => "no date",
            Working::Clocks(_) => "clocks",
            Working::Decision(..) => "decision",
            Working::Checklist(..) => "checklist",
        })
        .collect();
    assert!(["checklist", "clocks", "date", "decision"].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
    let levels: BTreeSet<Level> = GUIDE.practice.iter().map(|case| case.case().level).collect();
    assert_eq!(levels, BTreeSet::from(Level::ALL));
}

#[test]
fn every_source_has_a_case() {
    let of_cases: HashSet<_> = GUIDE.practice.iter().flat_map(|case| &case.case().sources).collect();
    let without: Vec<&str> = GUIDE
        .sources
        .iter()
        .map(|source| &source.about.id)
        .filter(|id| !of_cases.contains(id))
        .map(|id| id.as_str())
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

/// A learner who always takes the same place must not be right all the time.
#[test]
fn the_right_option_does_not_always_stand_at_the_same_place() {
    for case in &GUIDE.practice {
        let places: BTreeSet<Vec<usize>> = case
            .steps()
            .map(|(_, found)| (0..found.right.len()).filter(|place| found.right[*place]).collect())
            .collect();
        assert!(places.len() > 1, "{}: {places:?}", case.case().id);
    }
}

/// Not known is never no: what is harder than an easy case asks of something that nobody knows, whether an answer hangs
/// on it or not.
#[test]
fn the_harder_cases_leave_something_unknown() {
    for case in GUIDE.practice.iter().filter(|case| case.case().level > Level::Easy) {
        let open = case.steps().any(|(_, found)| match &found.working {
            Working::Decision(_, answers, assessment) => (0_u8..)
                .zip(&assessment.asked)
                .any(|(fact, asked)| answers.get(FactIndex(fact)).is_none() && *asked != Asked::Never),
            _ => false,
        });
        assert!(open, "{}", case.case().id);
    }
}

/// Every step tells how its answer came about, without a place that was left unfilled.
#[test]
fn every_working_is_told_in_words() {
    for case in &GUIDE.practice {
        for (step, found) in case.steps() {
            let says = found.working.says(step, &GUIDE);
            assert!(!says.is_empty(), "{}/{}", case.case().id, step.id);
            for line in says {
                assert!(!line.contains(['{', '}']) && !line.contains("  "), "{}: {line}", case.case().id);
            }
            for (option, _) in found.options(step) {
                assert!(!GUIDE.words_of(option).is_empty() && !option.why().is_empty(), "{}", option.id);
            }
        }
    }
}

#[test]
fn a_due_date_is_told_with_every_bank_holiday_and_closure_by_name() {
    let case = GUIDE
        .practice
        .iter()
        .find(|case| case.case().id.as_str() == "the-meeting-that-fell-through")
        .unwrap();
    let (step, found) = case.steps().find(|(step, _)| step.id.as_str() == "new-date").unwrap();
    let says = found.working.says(step, &GUIDE);
    let expected = [
        "10 working days from the date the meeting was cancelled (Friday 19 December 2025). By the end of Monday 12 January 2026.",
        "Day 0 is Friday 19 December 2025.",
        "Not counted: Thursday 25 December 2025 (Christmas Day).",
        "Not counted: Friday 26 December 2025 (Boxing Day).",
        "Not counted: Monday 29 December 2025 (office closed).",
        "Not counted: Tuesday 30 December 2025 (office closed).",
        "Not counted: Wednesday 31 December 2025 (office closed).",
        "Not counted: Thursday 1 January 2026 (New Year’s Day).",
        "Not counted: 8 weekend days.",
        "Counted from the next day: 10 in all. The last is Monday 12 January 2026.",
    ];
    assert_eq!(says, expected);
}

/// Half an hour, an hour and two hours: what a trainer has.
#[test]
fn there_are_three_plans_for_sessions() {
    let minutes: Vec<u32> = GUIDE.sessions.iter().map(|session| session.minutes).collect();
    assert_eq!(minutes, [30, 60, 120]);
    for session in &GUIDE.sessions {
        assert!(session.parts.iter().any(|part| part.case.is_some()), "{}", session.id);
    }
}

/// Nobody is asked the same of one table by two cases with the same answers.
#[test]
fn no_two_steps_ask_the_same() {
    let mut asked = BTreeMap::new();
    for case in GUIDE.practice.iter().map(|case| case.case()) {
        for step in &case.steps {
            if let Some(Asks::Decision(question)) = step.asks() {
                let key = (&question.table, &question.given);
                let place = format!("{}/{}", case.id, step.id);
                if let Some(first) = asked.insert(key, place.clone()) {
                    panic!("{place} asks what {first} asks");
                }
            }
        }
    }
}
