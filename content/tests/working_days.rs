//! Due dates and their working, held to a plain walk over days.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod plain;

use chrono::{Days, NaiveDate};
use plain::{GUIDE, PLAIN, day, england_and_wales};
use proptest::prelude::*;
use waymark_content::calendar::{Closure, NotWorking, WorkingDays};
use waymark_content::date::IsoDate;
use waymark_content::deadline::{
    ClockRule, Counting, Day, DayRole, DeadlineRule, Limit, Tally, Timetable, after, before,
};
use waymark_content::packed::{packed, unpacked};

#[test]
fn every_start_under_every_rule_gives_what_a_plain_walk_gives() {
    for (plain, calendar) in PLAIN.iter() {
        for rule in &GUIDE.deadlines {
            let Limit::WorkingDays(limit) = rule.limit else { continue };
            for start in plain.days() {
                let expected = plain.after(start, limit.0).map(|day| plain.date(day));
                let due = calendar.working_day_after(plain.date(start), limit).ok();
                assert_eq!(due, expected, "{} from {} in {}", rule.id, plain.date(start), plain.name);
            }
        }
    }
}

/// What Working Together sets from a referral: the decision, the acknowledgement and the assessment.
fn referral_rules() -> Vec<ClockRule> {
    let from_referral =
        |rule: &&DeadlineRule| rule.event.as_str() == "referral-received" && rule.source.as_str() == "wt2015";
    GUIDE.deadlines.iter().filter(from_referral).map(ClockRule::from).collect()
}

#[test]
fn the_referral_of_2_may_2025_names_every_day_on_the_way() {
    let timetable = Timetable::for_event(day("2025-05-02"), &referral_rules(), england_and_wales()).unwrap();
    let due: Vec<NaiveDate> =
        timetable.answers.iter().map(|answer| answer.due.as_ref().unwrap().on).collect();
    assert_eq!(due, [day("2025-05-06"), day("2025-07-08")]);
    assert_eq!(timetable.answers[0].rules.len(), 2, "decision and acknowledgement share a date");
    assert!(timetable.answers.iter().all(|answer| answer.other.is_none()));

    let long = timetable.answers[1].due.as_ref().unwrap();
    let holidays: Vec<NaiveDate> = long
        .days
        .iter()
        .filter(|day| matches!(day.not_working, Some(NotWorking::BankHoliday(_))))
        .map(|day| day.date)
        .collect();
    assert_eq!(holidays, [day("2025-05-05"), day("2025-05-26")]);
    assert_eq!(long.days.len(), 68);
    assert_eq!(long.days[0].role, DayRole::Zero);
    assert_eq!(long.days[67].role, DayRole::Counted(WorkingDays(45)));
}

#[test]
fn an_event_on_a_day_off_shows_both_ways_of_counting() {
    let saturday = day("2025-05-03");
    let timetable = Timetable::for_event(saturday, &referral_rules(), england_and_wales()).unwrap();
    assert_eq!(timetable.event_not_working, Some(NotWorking::Weekend));
    let other = timetable.answers[0].other.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(other.on, day("2025-05-07"));
    let roles: Vec<DayRole> = other.days.iter().map(|day| day.role).collect();
    let counted = DayRole::Counted(WorkingDays(1));
    assert_eq!(roles, [DayRole::Event, DayRole::Skipped, DayRole::Skipped, DayRole::Zero, counted]);
}

#[test]
fn a_limit_that_runs_past_the_coverage_is_refused_by_itself() {
    let timetable = Timetable::for_event(day("2028-12-01"), &referral_rules(), england_and_wales()).unwrap();
    assert!(timetable.answers[0].due.is_ok());
    assert!(timetable.answers[1].due.is_err());
    assert_eq!(timetable.answers[1].other, None, "the two ways agree");
}

#[test]
fn a_way_to_count_that_alone_runs_past_the_coverage_is_shown_beside_the_other() {
    let three = ClockRule { limit: Limit::WorkingDays(WorkingDays(3)), ..referral_rules()[0].clone() };
    // A Saturday before Christmas: of 2028, 27 to 29 December are left.
    let timetable = Timetable::for_event(day("2028-12-23"), [&three], england_and_wales()).unwrap();
    let answer = &timetable.answers[0];
    assert_eq!(answer.due.as_ref().map(|due| due.on), Ok(day("2028-12-29")));
    assert!(matches!(answer.other, Some(Err(_))), "{:?}", answer.other);
}

#[test]
fn limits_stand_from_the_shortest_whatever_the_order_of_the_rules() {
    let mut rules = referral_rules();
    rules.reverse();
    let timetable = Timetable::for_event(day("2025-05-02"), &rules, england_and_wales()).unwrap();
    let limits: Vec<Limit> = timetable.answers.iter().map(|answer| answer.limit).collect();
    assert_eq!(limits, [1, 45].map(|days| Limit::WorkingDays(WorkingDays(days))));
}

#[test]
fn what_was_skipped_is_told_apart_in_the_tally() {
    let closed = ["2025-05-07", "2025-05-08"]
        .map(|date| Closure { date: IsoDate(day(date)), name: "Moving day".to_owned() });
    let calendar = england_and_wales().with_closures(&closed);
    // Two weekends, the Monday in May and the two days of moving.
    let due = after(day("2025-05-02"), WorkingDays(3), Counting::FromTheDay, &calendar).unwrap();
    assert_eq!(due.on, day("2025-05-12"));
    assert_eq!(due.tally(), Tally { counted: 3, weekend_days: 4, bank_holidays: 1, closures: 2 });
}

#[test]
fn a_day_outside_the_calendar_is_neither_in_time_nor_late() {
    let (_, provisional) = &PLAIN[1];
    let due = after(day("2028-12-01"), WorkingDays(45), Counting::FromTheDay, provisional).unwrap();
    for outside in [day("2011-12-30"), due.on, day("2029-02-08")] {
        assert!(due.standing(outside, england_and_wales()).is_err(), "{outside}");
        assert!(due.kept(outside, england_and_wales()).is_err(), "{outside}");
    }
}

#[test]
fn weeks_end_on_the_same_weekday_and_are_not_moved() {
    let due = |event| Limit::Weeks(6).due(day(event), Counting::FromTheDay, england_and_wales()).unwrap();
    assert_eq!((due("2025-05-02").on, due("2025-05-02").not_working), (day("2025-06-13"), None));
    let sunday = due("2025-05-04");
    assert_eq!((sunday.on, sunday.not_working), (day("2025-06-15"), Some(NotWorking::Weekend)));
}

#[test]
fn a_limit_travels_and_one_of_no_known_sort_is_refused() {
    let sorts = [
        Limit::WorkingDaysBefore(WorkingDays(7)),
        Limit::WorkingDays(WorkingDays(45)),
        Limit::Weeks(6),
        Limit::Months(3),
        Limit::Birthday(18),
    ];
    for limit in sorts {
        assert_eq!(unpacked(packed(&limit)), Some(limit));
    }
    assert_eq!(unpacked::<Limit>(vec!["5".to_owned(), "1".to_owned()]), None);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let coverage = england_and_wales().coverage();
    let length = (coverage.last.0 - coverage.first.0).num_days() as u64;
    (0..=length).prop_map(move |offset| coverage.first.0 + Days::new(offset))
}

proptest! {
    #[test]
    fn the_two_ways_of_counting_differ_only_from_a_day_off(start in any_day(), rule in 0usize..3) {
        let rule: &DeadlineRule = &GUIDE.deadlines[rule];
        let due = |counting| rule.limit.due(start, counting, england_and_wales()).map(|due| due.on);
        let (first, other) = (due(Counting::FromTheDay), due(Counting::FromNextWorkingDay));
        if let (Ok(first), Ok(other)) = (first, other) {
            let working = england_and_wales().not_working(start).unwrap().is_none();
            prop_assert_eq!(first == other, working);
            prop_assert!(first <= other);
        }
    }

    #[test]
    fn the_working_shows_each_day_once_and_numbers_those_that_count(start in any_day(), rule in 0usize..3) {
        let rule = &GUIDE.deadlines[rule];
        let (plain, calendar) = &PLAIN[0];
        if let Ok(due) = rule.limit.due(start, Counting::FromTheDay, calendar) {
            let is_working = |date: NaiveDate| plain.working[(date - plain.first).num_days() as usize];
            let mut number = 0;
            for (offset, shown) in due.days.iter().enumerate() {
                prop_assert_eq!(shown.date, start + Days::new(offset as u64));
                match shown.role {
                    DayRole::Zero => prop_assert_eq!(offset, 0),
                    DayRole::Counted(nth) => {
                        number += 1;
                        prop_assert_eq!(nth, WorkingDays(number));
                        prop_assert!(is_working(shown.date));
                    }
                    DayRole::Skipped => prop_assert!(!is_working(shown.date)),
                    DayRole::Event => prop_assert!(false, "counting starts on the day of the event"),
                }
            }
            let walked = plain.after((start - plain.first).num_days() as usize, number);
            prop_assert_eq!(Some(due.on), walked.map(|day| plain.date(day)));
            prop_assert_eq!(due.days.last().map(|day| day.date), Some(due.on));
        }
    }

    #[test]
    fn the_working_before_an_event_goes_back_from_it_and_ends_on_the_day_due(
        event in any_day(),
        count in 0u32..12,
        clear in any::<bool>(),
    ) {
        let (plain, calendar) = &PLAIN[0];
        let counting = if clear { Counting::ClearDays } else { Counting::FromTheDay };
        if let Ok(due) = before(event, WorkingDays(count), counting, calendar) {
            let mut number = 0;
            let expected = (0..due.days.len() as u64).map(|back| {
                let date = event - Days::new(back);
                let role = if back == 0 {
                    DayRole::Zero
                } else if plain.working[(date - plain.first).num_days() as usize] {
                    number += 1;
                    DayRole::Counted(WorkingDays(number))
                } else {
                    DayRole::Skipped
                };
                Day { date, role, not_working: calendar.not_working(date).unwrap() }
            });
            let expected: Vec<Day> = expected.collect();
            prop_assert_eq!(&due.days, &expected);
            prop_assert_eq!(expected.last().map(|day| day.date), Some(due.on));
            prop_assert_eq!(number, count + u32::from(clear));
        }
    }
}
