//! Day arithmetic, held to a plain walk over days that is written only here.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use waymark_content::calendar::{CalendarFile, NotWorking, WorkingDayCalendar, WorkingDays};
use waymark_content::date::IsoDate;
use waymark_content::deadline::{Counting, DayRole, DeadlineRule, Timetable};
use waymark_content::guide::Guide;
use waymark_content::load::load;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads"));
static CALENDARS: LazyLock<Vec<(CalendarFile, WorkingDayCalendar)>> = LazyLock::new(|| {
    let files = GUIDE.calendars.iter();
    files.map(|file| (file.clone(), WorkingDayCalendar::try_from(file).unwrap())).collect()
});

fn day(text: &str) -> NaiveDate {
    IsoDate::parse(text).unwrap().0
}

fn england_and_wales() -> &'static WorkingDayCalendar {
    &CALENDARS.iter().find(|(file, _)| file.nation == "england-and-wales").unwrap().1
}

/// Working or not, straight from the file.
fn plain_is_working(file: &CalendarFile, date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
        && !file.holidays.iter().any(|holiday| holiday.date.0 == date)
}

/// One day at a time. `None` once the walk leaves the coverage.
fn plain_walk(file: &CalendarFile, from: NaiveDate, mut count: u32) -> Option<NaiveDate> {
    let mut date = from;
    while count > 0 {
        date = date + Days::new(1);
        if date > file.coverage.last.0 {
            return None;
        }
        count -= u32::from(plain_is_working(file, date));
    }
    Some(date)
}

fn all_days(file: &CalendarFile) -> impl Iterator<Item = NaiveDate> {
    let last = file.coverage.last.0;
    file.coverage.first.0.iter_days().take_while(move |date| *date <= last)
}

#[test]
fn every_start_under_every_rule_gives_what_a_plain_walk_gives() {
    for (file, calendar) in CALENDARS.iter() {
        let working: Vec<NaiveDate> = all_days(file).filter(|date| plain_is_working(file, *date)).collect();
        for rule in &GUIDE.deadlines {
            let waymark_content::deadline::Limit::WorkingDays(limit) = rule.limit;
            let mut next = 0;
            for start in all_days(file) {
                while working.get(next).is_some_and(|date| *date <= start) {
                    next += 1;
                }
                let expected = working.get(next + limit.0 as usize - 1).copied();
                let due = calendar.working_day_after(start, limit).ok();
                assert_eq!(due, expected, "{} from {start} in {}", rule.id, file.nation);
            }
        }
    }
}

#[test]
fn outside_the_coverage_there_is_no_answer() {
    for (file, calendar) in CALENDARS.iter() {
        let before = file.coverage.first.0 - Days::new(1);
        let after = file.coverage.last.0 + Days::new(1);
        for date in [before, after, NaiveDate::MIN, NaiveDate::MAX] {
            assert!(calendar.not_working(date).is_err(), "{date}");
            assert!(calendar.working_day_after(date, WorkingDays(1)).is_err(), "{date}");
            assert!(calendar.working_days_between(date, file.coverage.last.0).is_err(), "{date}");
        }
        assert!(calendar.working_day_after(file.coverage.last.0, WorkingDays(1)).is_err());
    }
}

#[test]
fn special_days_are_known_by_name() {
    let named = [
        ("2012-06-05", "Queen’s Diamond Jubilee (extra bank holiday)"),
        ("2020-05-08", "Early May bank holiday (VE day)"),
        ("2022-06-03", "Platinum Jubilee bank holiday"),
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Bank holiday for the coronation of King Charles III"),
    ];
    for (date, name) in named {
        let expected = Some(NotWorking::BankHoliday(name.to_owned()));
        assert_eq!(england_and_wales().not_working(day(date)), Ok(expected), "{date}");
    }
    for working in ["2020-05-04", "2026-06-15", "2024-12-27"] {
        assert_eq!(england_and_wales().not_working(day(working)), Ok(None), "{working}");
    }
}

#[test]
fn the_referral_of_2_may_2025_names_every_day_on_the_way() {
    let timetable = Timetable::for_event(day("2025-05-02"), &GUIDE.deadlines, england_and_wales()).unwrap();
    let due: Vec<NaiveDate> =
        timetable.answers.iter().map(|answer| answer.due.as_ref().unwrap().on).collect();
    assert_eq!(due, [day("2025-05-06"), day("2025-07-08")]);
    assert_eq!(timetable.answers[0].rules.len(), 2, "decision and acknowledgement share a date");
    assert!(timetable.answers.iter().all(|answer| answer.if_received_next_working_day.is_none()));

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
    let timetable = Timetable::for_event(saturday, &GUIDE.deadlines, england_and_wales()).unwrap();
    assert_eq!(timetable.event_not_working, Some(NotWorking::Weekend));
    let other = timetable.answers[0].if_received_next_working_day.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(other.on, day("2025-05-07"));
    let roles: Vec<DayRole> = other.days.iter().map(|day| day.role).collect();
    let counted = DayRole::Counted(WorkingDays(1));
    assert_eq!(roles, [DayRole::Event, DayRole::Skipped, DayRole::Skipped, DayRole::Zero, counted]);
}

#[test]
fn a_limit_that_runs_past_the_coverage_is_refused_by_itself() {
    let timetable = Timetable::for_event(day("2028-12-01"), &GUIDE.deadlines, england_and_wales()).unwrap();
    assert!(timetable.answers[0].due.is_ok());
    assert!(timetable.answers[1].due.is_err());
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let coverage = england_and_wales().coverage();
    let length = (coverage.last.0 - coverage.first.0).num_days() as u64;
    (0..=length).prop_map(move |offset| coverage.first.0 + Days::new(offset))
}

proptest! {
    #[test]
    fn adding_and_counting_are_inverses(start in any_day(), count in 0u32..400) {
        if let Ok(end) = england_and_wales().working_day_after(start, WorkingDays(count)) {
            prop_assert_eq!(england_and_wales().working_days_between(start, end), Ok(WorkingDays(count)));
        }
    }

    #[test]
    fn a_count_never_lands_on_a_day_off(start in any_day(), count in 1u32..400) {
        if let Ok(end) = england_and_wales().working_day_after(start, WorkingDays(count)) {
            prop_assert_eq!(england_and_wales().not_working(end), Ok(None));
            prop_assert!(end > start);
        }
    }

    #[test]
    fn later_starts_and_longer_counts_never_end_earlier(a in any_day(), b in any_day(), count in 0u32..400) {
        let (early, late) = (a.min(b), a.max(b));
        let end = |start, count| england_and_wales().working_day_after(start, WorkingDays(count));
        if let (Ok(early), Ok(late)) = (end(early, count), end(late, count)) {
            prop_assert!(early <= late);
        }
        if let (Ok(short), Ok(long)) = (end(early, count), end(early, count + 1)) {
            prop_assert!(short < long);
        }
    }

    #[test]
    fn the_two_ways_of_counting_differ_only_from_a_day_off(start in any_day(), rule in 0usize..3) {
        let rule: &DeadlineRule = &GUIDE.deadlines[rule];
        let due = |counting| rule.due(start, counting, england_and_wales()).map(|due| due.on);
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
        let (file, calendar) = &CALENDARS[0];
        if let Ok(due) = rule.due(start, Counting::FromTheDay, calendar) {
            let mut number = 0;
            for (offset, shown) in due.days.iter().enumerate() {
                prop_assert_eq!(shown.date, start + Days::new(offset as u64));
                match shown.role {
                    DayRole::Zero => prop_assert_eq!(offset, 0),
                    DayRole::Counted(nth) => {
                        number += 1;
                        prop_assert_eq!(nth, WorkingDays(number));
                        prop_assert!(plain_is_working(file, shown.date));
                    }
                    DayRole::Skipped => prop_assert!(!plain_is_working(file, shown.date)),
                    DayRole::Event => prop_assert!(false, "counting starts on the day of the event"),
                }
            }
            prop_assert_eq!(Some(due.on), plain_walk(file, start, number));
            prop_assert_eq!(due.days.last().map(|day| day.date), Some(due.on));
        }
    }
}
