//! A whole case: which clocks its dates start, what has become of each, and what does not run.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod plain;

use chrono::NaiveDate;
use plain::{GUIDE, day, england_and_wales};
use waymark_content::calendar::WorkingDays;
use waymark_content::deadline::{CaseFacts, Clock, ClockRule, ClockState, Kept, Limit, Standing};
use waymark_content::id::{ConditionId, EventId, RuleId};

/// Referral on 8 April 2025, strategy discussion on 1 May, conference on 21 May with a plan.
fn facts() -> CaseFacts {
    let dates = [
        ("referral-received", "2025-04-08"),
        ("strategy-discussion", "2025-05-01"),
        ("initial-conference", "2025-05-21"),
    ];
    CaseFacts {
        dates: dates.map(|(event, date)| (EventId::new(event), day(date))).to_vec(),
        conditions: vec![(ConditionId::new("plan-made"), true)],
    }
}

fn clocks(facts: &CaseFacts, today: &str) -> Vec<Clock> {
    let rules: Vec<ClockRule> = GUIDE.deadlines.iter().map(ClockRule::from).collect();
    facts.clocks(&rules, day(today), england_and_wales()).unwrap()
}

fn of<'a>(clocks: &'a [Clock], rule: &str) -> Vec<&'a Clock> {
    clocks.iter().filter(|clock| clock.rule.as_str() == rule).collect()
}

fn due(clocks: &[Clock], rule: &str) -> Vec<Option<NaiveDate>> {
    of(clocks, rule).iter().map(|clock| clock.due().map(|due| due.on)).collect()
}

#[test]
fn each_event_starts_its_own_clocks() {
    let clocks = clocks(&facts(), "2025-05-22");
    let expected = [
        ("referral-response", "2025-04-09"),
        ("referral-acknowledgement", "2025-04-09"),
        ("referral-assessment", "2025-06-16"),
        ("initial-conference", "2025-05-23"),
        ("core-group", "2025-06-05"),
        ("first-review-conference", "2025-08-21"),
    ];
    for (rule, date) in expected {
        assert_eq!(due(&clocks, rule), [Some(day(date))], "{rule}");
    }
    // No review has been held, so that the clock from one review to the next has not started.
    assert_eq!(of(&clocks, "later-review-conference")[0].state, ClockState::NotStarted);
}

#[test]
fn each_review_starts_the_clock_of_the_next_and_meets_the_one_before() {
    let mut facts = facts();
    for date in ["2025-08-21", "2026-02-19"] {
        facts.dates.push((EventId::new("review-conference"), day(date)));
    }
    let clocks = clocks(&facts, "2026-03-02");
    assert_eq!(due(&clocks, "later-review-conference"), [Some(day("2026-02-21")), Some(day("2026-08-19"))],);
    let states: Vec<&ClockState> =
        of(&clocks, "later-review-conference").into_iter().map(|clock| &clock.state).collect();
    assert!(
        matches!(states[0], ClockState::Met(_, on, Kept::InTime) if *on == day("2026-02-19")),
        "{states:?}"
    );
    assert!(matches!(states[1], ClockState::Open(_, Standing::Left(_))), "{states:?}");
    let first = &of(&clocks, "first-review-conference")[0].state;
    assert!(matches!(first, ClockState::Met(_, on, Kept::InTime) if *on == day("2025-08-21")), "{first:?}");
}

#[test]
fn without_a_plan_the_core_group_and_review_clocks_do_not_run() {
    let mut facts = facts();
    facts.conditions = vec![(ConditionId::new("plan-made"), false)];
    let clocks = clocks(&facts, "2025-05-22");
    for rule in ["core-group", "first-review-conference", "later-review-conference"] {
        let state = ClockState::DoesNotRun(ConditionId::new("plan-made"));
        assert_eq!(of(&clocks, rule)[0].state, state, "{rule}");
    }
    assert_eq!(due(&clocks, "referral-assessment"), [Some(day("2025-06-16"))]);
}

#[test]
fn a_condition_that_nobody_has_answered_is_not_a_no() {
    let mut facts = facts();
    facts.conditions.clear();
    let clocks = clocks(&facts, "2025-05-22");
    let clock = of(&clocks, "core-group")[0];
    assert_eq!(clock.due().map(|due| due.on), Some(day("2025-06-05")));
    assert_eq!(clock.open_condition, Some(ConditionId::new("plan-made")));
}

#[test]
fn what_was_done_meets_its_clock_in_time_or_late() {
    let clocks_at = |event: &str, date: &str, today: &str| {
        let mut facts = facts();
        facts.dates.push((EventId::new(event), day(date)));
        clocks(&facts, today)
    };
    let in_time = clocks_at("core-group-met", "2025-06-05", "2025-06-30");
    assert!(matches!(of(&in_time, "core-group")[0].state, ClockState::Met(_, _, Kept::InTime)));
    // Friday 6 and Monday 9 June: two working days late.
    let late = clocks_at("core-group-met", "2025-06-09", "2025-06-30");
    assert!(matches!(of(&late, "core-group")[0].state, ClockState::Met(_, _, Kept::Late(WorkingDays(2)))));
    // The conference of 21 May met the 15 working days that ended on 23 May.
    assert!(matches!(of(&late, "initial-conference")[0].state, ClockState::Met(_, _, Kept::InTime)));
}

#[test]
fn what_was_not_done_runs_until_its_day_is_over_and_is_overdue_then() {
    let left = |today: &str| of(&clocks(&facts(), today), "core-group")[0].state.clone();
    assert!(matches!(left("2025-06-03"), ClockState::Open(_, Standing::Left(WorkingDays(2)))));
    assert!(matches!(left("2025-06-05"), ClockState::Open(_, Standing::DueToday)));
    assert!(matches!(left("2025-06-06"), ClockState::Open(_, Standing::Over(WorkingDays(1)))));
}

#[test]
fn a_day_off_after_the_due_day_is_late_though_by_no_working_day() {
    let mut facts = facts();
    // Due on Friday 23 May 2025; held on the Saturday after.
    facts.dates.retain(|(event, _)| event.as_str() != "initial-conference");
    let open = of(&clocks(&facts, "2025-05-24"), "initial-conference")[0].state.clone();
    assert!(matches!(open, ClockState::Open(_, Standing::Over(WorkingDays(0)))), "{open:?}");
    facts.dates.push((EventId::new("initial-conference"), day("2025-05-24")));
    let held = of(&clocks(&facts, "2025-06-30"), "initial-conference")[0].state.clone();
    assert!(matches!(held, ClockState::Met(_, _, Kept::Late(WorkingDays(0)))), "{held:?}");
}

#[test]
fn a_meeting_that_is_still_to_come_has_met_nothing() {
    let mut facts = facts();
    facts.dates.push((EventId::new("core-group-met"), day("2025-06-06")));
    let planned = of(&clocks(&facts, "2025-06-02"), "core-group")[0].state.clone();
    assert!(matches!(planned, ClockState::Planned(_, _, Kept::Late(WorkingDays(1)))), "{planned:?}");
    let met = of(&clocks(&facts, "2025-06-06"), "core-group")[0].state.clone();
    assert!(matches!(met, ClockState::Met(_, _, Kept::Late(WorkingDays(1)))), "{met:?}");
}

#[test]
fn what_came_before_the_clock_started_does_not_meet_it_and_is_named() {
    let mut facts = facts();
    facts.dates.push((EventId::new("core-group-met"), day("2025-05-06")));
    let clocks = clocks(&facts, "2025-05-22");
    let clock = of(&clocks, "core-group")[0];
    assert!(matches!(clock.state, ClockState::Open(_, Standing::Left(_))), "{:?}", clock.state);
    assert_eq!(clock.too_early, Some(day("2025-05-06")));
}

#[test]
fn of_several_dates_too_early_the_last_is_named() {
    let mut facts = facts();
    for date in ["2025-05-06", "2025-05-12", "2025-05-08"] {
        facts.dates.push((EventId::new("core-group-met"), day(date)));
    }
    let clocks = clocks(&facts, "2025-05-22");
    assert_eq!(of(&clocks, "core-group")[0].too_early, Some(day("2025-05-12")));
}

#[test]
fn an_event_entered_twice_starts_one_clock_from_the_earlier_date() {
    let mut facts = facts();
    facts.dates.push((EventId::new("referral-received"), day("2025-04-01")));
    let clocks = clocks(&facts, "2025-05-22");
    // 45 working days over Easter and two bank holidays in May.
    assert_eq!(due(&clocks, "referral-assessment"), [Some(day("2025-06-09"))]);
}

#[test]
fn no_clock_is_read_on_a_day_outside_the_calendar() {
    let rules: Vec<ClockRule> = GUIDE.deadlines.iter().map(ClockRule::from).collect();
    assert!(facts().clocks(&rules, day("2040-01-02"), england_and_wales()).is_err());
}

#[test]
fn what_was_done_on_the_day_its_clock_started_meets_it() {
    let mut facts = facts();
    facts.dates.push((EventId::new("core-group-met"), day("2025-05-21")));
    let state = of(&clocks(&facts, "2025-05-22"), "core-group")[0].state.clone();
    assert!(matches!(state, ClockState::Met(_, on, Kept::InTime) if on == day("2025-05-21")), "{state:?}");
}

#[test]
fn what_has_to_be_done_before_its_event_is_met_before_it() {
    let rule = ClockRule {
        id: RuleId::new("share-before"),
        event: EventId::new("meeting"),
        limit: Limit::WorkingDaysBefore(WorkingDays(7)),
        met_event: Some(EventId::new("shared")),
        condition: None,
        repeats: false,
    };
    // Seven whole working days lie between 9 and 21 May 2025.
    for (shared, kept) in [("2025-05-06", Kept::InTime), ("2025-05-12", Kept::Late(WorkingDays(1)))] {
        let dates = vec![(EventId::new("meeting"), day("2025-05-21")), (EventId::new("shared"), day(shared))];
        let facts = CaseFacts { dates, conditions: Vec::new() };
        let clocks = facts.clocks([&rule], day("2025-05-22"), england_and_wales()).unwrap();
        let [clock] = clocks.as_slice() else { panic!("one clock: {clocks:?}") };
        assert!(
            matches!(clock.state, ClockState::Met(_, on, found) if on == day(shared) && found == kept),
            "{:?}",
            clock.state
        );
        assert_eq!(clock.too_early, None);
    }
}
