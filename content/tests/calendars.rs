//! The calendars of the three nations: every count over every day held to a plain walk, and the days that are easy to
//! get wrong by name.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod plain;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use plain::{GUIDE, PLAIN, Plain, day, england_and_wales};
use proptest::prelude::*;
use waymark_content::calendar::{
    CalendarFile, CalendarProblem, Closure, Confidence, Coverage, DayOff, NotWorking, OutsideCoverage,
    WeekdayName, WorkingDayCalendar, WorkingDayTable, WorkingDays,
};
use waymark_content::date::IsoDate;
use waymark_content::packed::{packed, unpacked};

/// Every limit that the sources set, the smallest counts, and more than a year.
const COUNTS: [u32; 14] = [0, 1, 2, 3, 5, 7, 10, 15, 20, 35, 45, 60, 100, 260];

fn nation(id: &str) -> (&'static CalendarFile, WorkingDayCalendar) {
    let file = GUIDE.calendars.iter().find(|file| file.nation == id).unwrap();
    (file, WorkingDayCalendar::with_provisional(file).unwrap())
}

fn bank_holiday(name: &str) -> Option<NotWorking> {
    Some(NotWorking::BankHoliday(name.to_owned()))
}

fn closures(days: &[(&str, &str)]) -> Vec<Closure> {
    let closure = |(date, name): &(&str, &str)| Closure { date: IsoDate(day(date)), name: (*name).into() };
    days.iter().map(closure).collect()
}

#[test]
fn the_files_say_what_they_cover_and_england_comes_first() {
    let nations: Vec<&str> = GUIDE.calendars.iter().map(|file| file.nation.as_str()).collect();
    assert_eq!(nations, ["england-and-wales", "northern-ireland", "scotland"]);
    for file in &GUIDE.calendars {
        assert_eq!((file.coverage.first.0, file.coverage.last.0), (day("2010-01-01"), day("2035-12-31")));
        assert_eq!((file.confirmed.first.0, file.confirmed.last.0), (day("2012-01-01"), day("2028-12-31")));
    }
}

#[test]
fn every_year_has_its_usual_holidays_and_the_one_off_days_of_that_year() {
    for (id, usual, one_off) in [
        ("england-and-wales", 8, [2011, 2012, 2022, 2022, 2023].as_slice()),
        ("northern-ireland", 10, &[2011, 2012, 2022, 2022, 2023]),
        ("scotland", 9, &[2011, 2012, 2022, 2022, 2023, 2026]),
    ] {
        let (file, _) = nation(id);
        for year in 2010..=2035 {
            let holidays = file.holidays.iter().filter(|holiday| holiday.date.0.year() == year).count();
            // New Year's Day 2011, 2022 and the like fall on a weekend and move within the year; none leaves it.
            let expected = usual + one_off.iter().filter(|one_off| **one_off == year).count();
            assert_eq!(holidays, expected, "{id} {year}");
        }
        for holiday in &file.holidays {
            let weekday = holiday.date.0.weekday();
            assert!(!matches!(weekday, Weekday::Sat | Weekday::Sun), "{id} {}", holiday.date);
        }
    }
}

#[test]
fn one_off_and_moved_days_are_known_by_name_in_every_nation() {
    let everywhere = [
        ("2011-04-29", "Wedding of Prince William and Catherine Middleton (extra bank holiday)"),
        ("2012-06-05", "Queen’s Diamond Jubilee (extra bank holiday)"),
        ("2020-05-08", "Early May bank holiday (VE day)"),
        ("2022-06-02", "Spring bank holiday"),
        ("2022-06-03", "Platinum Jubilee bank holiday"),
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Bank holiday for the coronation of King Charles III"),
        ("2021-12-28", "Boxing Day (substitute day)"),
    ];
    for file in &GUIDE.calendars {
        let calendar = WorkingDayCalendar::with_provisional(file).unwrap();
        for (date, name) in everywhere {
            assert_eq!(calendar.not_working(day(date)), Ok(bank_holiday(name)), "{} {date}", file.nation);
        }
        for working in ["2020-05-04", "2022-05-30", "2012-05-28", "2024-12-27"] {
            assert_eq!(calendar.not_working(day(working)), Ok(None), "{} {working}", file.nation);
        }
    }
}

#[test]
fn each_nation_has_days_of_its_own() {
    let only = [
        ("2026-06-15", "scotland", "World Cup bank holiday"),
        ("2025-01-02", "scotland", "2nd January"),
        ("2023-01-03", "scotland", "2nd January (substitute day)"),
        ("2025-08-04", "scotland", "Summer bank holiday"),
        ("2024-12-02", "scotland", "St Andrew’s Day (substitute day)"),
        ("2034-01-03", "scotland", "2nd January (substitute day)"),
        ("2025-03-17", "northern-ireland", "St Patrick’s Day"),
        ("2025-07-14", "northern-ireland", "Battle of the Boyne (Orangemen’s Day) (substitute day)"),
    ];
    for (date, owner, name) in only {
        for file in &GUIDE.calendars {
            let calendar = WorkingDayCalendar::with_provisional(file).unwrap();
            let expected = if file.nation == owner { bank_holiday(name) } else { None };
            assert_eq!(calendar.not_working(day(date)), Ok(expected), "{} {date}", file.nation);
        }
    }
    // Scotland alone works on Easter Monday and on the last Monday of August.
    for date in ["2025-04-21", "2025-08-25"] {
        assert_eq!(nation("scotland").1.not_working(day(date)), Ok(None), "{date}");
        assert!(nation("england-and-wales").1.not_working(day(date)).unwrap().is_some(), "{date}");
        assert!(nation("northern-ireland").1.not_working(day(date)).unwrap().is_some(), "{date}");
    }
}

/// Asks the calendar and the plain walk the same of every day and every count, in every nation and both stretches.
fn sweep(
    question: &str,
    calendar_says: impl Fn(&WorkingDayCalendar, NaiveDate, WorkingDays) -> Result<NaiveDate, OutsideCoverage>,
    walk_says: impl Fn(&Plain, usize, u32) -> Option<usize>,
) {
    for (plain, calendar) in PLAIN.iter() {
        for count in COUNTS {
            for start in plain.days() {
                let answer = calendar_says(calendar, plain.date(start), WorkingDays(count));
                let expected = walk_says(plain, start, count).map(|day| plain.date(day));
                let date = plain.date(start);
                assert_eq!(answer.ok(), expected, "{question} {date} {count} in {}", plain.name);
            }
        }
    }
}

#[test]
fn every_count_forwards_is_what_a_walk_gives() {
    sweep("after", WorkingDayCalendar::working_day_after, Plain::after);
}

#[test]
fn every_count_from_the_next_working_day_is_what_a_walk_gives() {
    sweep("received", WorkingDayCalendar::working_day_after_received_next, |plain, mut start, count| {
        while !*plain.working.get(start)? {
            start += 1;
        }
        plain.after(start, count)
    });
}

#[test]
fn every_count_backwards_is_what_a_walk_gives() {
    sweep("before", WorkingDayCalendar::working_day_before, |plain, mut day, mut count| {
        while count > 0 {
            day = day.checked_sub(1)?;
            count -= u32::from(plain.working[day]);
        }
        Some(day)
    });
}

/// The latest day from which `count` working days go by up to and including `due`.
fn walk_to_latest_start(plain: &Plain, due: usize, mut count: u32) -> Option<usize> {
    let mut day = due;
    while count > 0 {
        count -= u32::from(plain.working[day]);
        day = day.checked_sub(1)?;
    }
    Some(day)
}

#[test]
fn every_latest_start_is_what_a_walk_gives() {
    sweep("latest", WorkingDayCalendar::latest_start, walk_to_latest_start);
    sweep("latest working", WorkingDayCalendar::latest_working_start, |plain, due, count| {
        let mut day = walk_to_latest_start(plain, due, count)?;
        while !plain.working[day] {
            day = day.checked_sub(1)?;
        }
        Some(day)
    });
}

#[test]
fn trying_every_start_finds_none_later_that_is_in_time() {
    for (plain, calendar) in PLAIN.iter() {
        for count in [0, 1, 2, 10] {
            for due in plain.days() {
                let in_time = |start: &usize| plain.after(*start, count).is_some_and(|end| end <= due);
                let latest = (0..=due).rev().find(in_time).map(|day| plain.date(day));
                let answer = calendar.latest_start(plain.date(due), WorkingDays(count));
                assert_eq!(answer.ok(), latest, "{} {count} in {}", plain.date(due), plain.name);
                let working = (0..=due).rev().find(|start| plain.working[*start] && in_time(start));
                let answer = calendar.latest_working_start(plain.date(due), WorkingDays(count));
                let expected = working.map(|day| plain.date(day));
                assert_eq!(answer.ok(), expected, "{} {count} in {}", plain.date(due), plain.name);
            }
        }
    }
}

#[test]
fn every_count_between_two_days_is_what_counting_one_by_one_gives() {
    for (plain, calendar) in PLAIN.iter() {
        for from in plain.days() {
            for to in [from, from + 1, from + 3, from + 7, from + 63, from + 400] {
                if to < plain.working.len() {
                    let answer = calendar.working_days_between(plain.date(from), plain.date(to));
                    let one_by_one = (from + 1..=to).map(|day| u32::from(plain.working[day])).sum();
                    assert_eq!(
                        answer,
                        Ok(WorkingDays(one_by_one)),
                        "{} to {}",
                        plain.date(from),
                        plain.date(to)
                    );
                    if to > from {
                        let back = calendar.working_days_between(plain.date(to), plain.date(from));
                        assert_eq!(back, Ok(WorkingDays(0)), "{} to {}", plain.date(to), plain.date(from));
                    }
                }
            }
        }
    }
}

#[test]
fn the_table_gives_the_same_on_plain_day_numbers() {
    for (plain, calendar) in PLAIN.iter() {
        let table = calendar.table();
        for start in plain.days() {
            let number = start as u32;
            let after = plain.after(start, 45).map(|day| day as u32);
            assert_eq!(table.nth_after(number, 45), after, "{start} in {}", plain.name);
            assert_eq!(table.is_working(number), Some(plain.working[start]), "{start} in {}", plain.name);
        }
        assert_eq!(table.is_working(plain.working.len() as u32), None);
    }
}

#[test]
fn outside_the_coverage_there_is_no_answer() {
    for (plain, calendar) in PLAIN.iter() {
        let last = plain.date(plain.working.len() - 1);
        let one = WorkingDays(1);
        for date in [
            plain.first - Days::new(1),
            last + Days::new(1),
            NaiveDate::MIN,
            NaiveDate::MAX,
            day("0001-01-01"),
        ] {
            let refused = OutsideCoverage { coverage: calendar.coverage() };
            assert_eq!(calendar.not_working(date), Err(refused), "{date}");
            assert_eq!(calendar.working_day_after(date, WorkingDays(0)), Err(refused), "{date}");
            assert_eq!(calendar.working_day_after_received_next(date, one), Err(refused), "{date}");
            assert_eq!(calendar.working_day_before(date, WorkingDays(0)), Err(refused), "{date}");
            assert_eq!(calendar.latest_start(date, WorkingDays(0)), Err(refused), "{date}");
            assert_eq!(calendar.latest_working_start(date, WorkingDays(0)), Err(refused), "{date}");
            assert_eq!(calendar.working_days_between(date, last), Err(refused), "{date}");
            assert_eq!(calendar.working_days_between(last, date), Err(refused), "{date}");
            assert_eq!(calendar.days_off(date, last), Err(refused), "{date}");
            assert_eq!(calendar.days_off(last, date), Err(refused), "{date}");
        }
        assert!(calendar.working_day_after(last, one).is_err());
        assert!(calendar.working_day_after(plain.first, WorkingDays(u32::MAX)).is_err());
        assert!(calendar.working_day_before(last, WorkingDays(u32::MAX)).is_err());
        assert!(calendar.latest_start(last, WorkingDays(u32::MAX)).is_err());
    }
}

#[test]
fn provisional_years_are_answered_only_when_asked_for_and_say_so() {
    let (file, whole) = nation("england-and-wales");
    let confirmed = WorkingDayCalendar::try_from(file).unwrap();
    let (start, count) = (day("2028-12-01"), WorkingDays(45));
    assert_eq!(confirmed.coverage(), file.confirmed);
    assert_eq!(whole.coverage(), file.coverage);
    assert!(confirmed.working_day_after(start, count).is_err());
    let due = whole.working_day_after(start, count).unwrap();
    assert_eq!(due, day("2029-02-07"));

    for calendar in [&confirmed, &whole] {
        assert_eq!(calendar.confidence(start, due), Confidence::Provisional);
        assert_eq!(calendar.confidence(start, day("2028-12-31")), Confidence::Confirmed);
        assert_eq!(calendar.confidence(day("2012-01-01"), day("2028-12-31")), Confidence::Confirmed);
        assert_eq!(calendar.confidence(day("2011-12-31"), day("2012-01-03")), Confidence::Provisional);
        assert_eq!(calendar.confidence(day("2036-01-01"), day("2036-01-02")), Confidence::Provisional);
    }

    let cut = file.confirmed_only();
    assert_eq!((cut.coverage, cut.confirmed), (file.confirmed, file.confirmed));
    assert_eq!(cut.holidays.len(), 8 * 17 + 4);
    assert_eq!(WorkingDayCalendar::try_from(&cut), Ok(confirmed.clone()));
    assert_eq!(WorkingDayCalendar::with_provisional(&cut), Ok(confirmed));
}

#[test]
fn a_calendar_travels() {
    for file in &GUIDE.calendars {
        assert_eq!(unpacked::<CalendarFile>(packed(file)).as_ref(), Some(file));
    }
    // There are seven days of the week.
    assert_eq!(unpacked::<WeekdayName>(vec!["6".to_owned()]), Some(WeekdayName::Sunday));
    assert_eq!(unpacked::<WeekdayName>(vec!["7".to_owned()]), None);
}

#[test]
fn a_stretch_may_be_as_long_as_the_table_and_no_longer() {
    let (file, _) = nation("england-and-wales");
    let long = |days: u32| {
        let last = IsoDate(file.coverage.first.0 + Days::new(days.into()));
        let coverage = Coverage { last, ..file.coverage };
        WorkingDayCalendar::with_provisional(&CalendarFile { coverage, ..file.clone() })
    };
    let longest = long(WorkingDayTable::LONGEST - 1).unwrap();
    assert!(longest.is_working_day(longest.coverage().last.0).is_ok());
    assert_eq!(long(WorkingDayTable::LONGEST), Err(CalendarProblem::CoverageTooLong));
}

#[test]
fn two_holidays_on_one_day_are_refused() {
    let mut file = nation("scotland").0.clone();
    file.holidays.insert(0, file.holidays[0].clone());
    let twice = CalendarProblem::HolidayOutOfOrder(file.holidays[0].date);
    assert_eq!(WorkingDayCalendar::with_provisional(&file), Err(twice));
}

#[test]
fn a_stretch_may_be_a_single_day() {
    let (file, _) = nation("england-and-wales");
    let only = |date| Coverage { first: IsoDate(day(date)), last: IsoDate(day(date)) };
    let one = |date| CalendarFile {
        coverage: only(date),
        confirmed: only(date),
        holidays: Vec::new(),
        ..file.clone()
    };
    let calendar = WorkingDayCalendar::try_from(&one("2025-05-02")).unwrap();
    assert_eq!(calendar.not_working(day("2025-05-02")), Ok(None));
    assert_eq!(WorkingDayCalendar::try_from(&one("2025-05-03")), Err(CalendarProblem::NoWorkingDay));
}

#[test]
fn a_closure_is_skipped_and_named_and_hides_no_other_reason() {
    let usual = england_and_wales();
    let closed = usual.with_closures(&closures(&[
        ("2025-05-07", "Moving day"),
        ("2025-05-05", "Also closed"),
        ("2025-05-10", "Closed on a Saturday"),
        ("2040-01-01", "Beyond the coverage"),
        ("2025-05-07", "A second name"),
    ]));
    let why = |date| closed.not_working(day(date)).unwrap();
    assert_eq!(why("2025-05-07"), Some(NotWorking::Closure("Moving day".into())));
    assert_eq!(why("2025-05-05"), bank_holiday("Early May bank holiday"));
    assert_eq!(why("2025-05-10"), Some(NotWorking::Weekend));
    assert_eq!(why("2025-05-08"), None);

    let (start, three) = (day("2025-05-02"), WorkingDays(3));
    assert_eq!(usual.working_day_after(start, three), Ok(day("2025-05-08")));
    assert_eq!(closed.working_day_after(start, three), Ok(day("2025-05-09")));
    assert_eq!(usual.not_working(day("2025-05-07")), Ok(None), "the first calendar stays as it was");

    let further = closed.with_closures(&closures(&[("2025-05-08", "Training")]));
    assert_eq!(further.working_day_after(start, three), Ok(day("2025-05-12")));
    assert_eq!(further.not_working(day("2025-05-07")), closed.not_working(day("2025-05-07")));
    assert_eq!(usual.with_closures(&[]), *usual);
}

#[test]
fn an_office_that_is_always_closed_gets_no_answer() {
    let (file, calendar) = nation("scotland");
    let closure = |date| Closure { date: IsoDate(date), name: "Closed".into() };
    let shut = calendar.with_closures(&file.coverage.days().map(closure).collect::<Vec<_>>());
    assert!(shut.working_day_after(day("2025-05-02"), WorkingDays(1)).is_err());
    assert!(shut.received_on(day("2025-05-02")).is_err());
    assert_eq!(shut.working_days_between(day("2025-05-02"), day("2026-05-02")), Ok(WorkingDays(0)));
}

#[test]
fn the_days_off_on_the_way_are_listed_with_their_reasons() {
    let off = |date, why| DayOff { date: day(date), why };
    let weekend = || NotWorking::Weekend;
    let may = england_and_wales().days_off(day("2025-05-02"), day("2025-05-11")).unwrap();
    let holiday = NotWorking::BankHoliday("Early May bank holiday".into());
    let expected = [
        off("2025-05-03", weekend()),
        off("2025-05-04", weekend()),
        off("2025-05-05", holiday),
        off("2025-05-10", weekend()),
        off("2025-05-11", weekend()),
    ];
    assert_eq!(may, expected);
    assert_eq!(england_and_wales().days_off(day("2025-05-04"), day("2025-05-02")), Ok(Vec::new()));
    assert_eq!(england_and_wales().days_off(day("2025-05-02"), day("2025-05-02")), Ok(Vec::new()));
    let last = england_and_wales().coverage().last.0;
    assert_eq!(england_and_wales().days_off(last, last).map(|days| days.len()), Ok(1), "it is a Sunday");
}

/// A calendar, whole or confirmed, with some days closed; a day of it, and another.
fn asked() -> impl Strategy<Value = (WorkingDayCalendar, NaiveDate, NaiveDate)> {
    let offsets = proptest::collection::vec(0..9_000u64, 0..20);
    (0..PLAIN.len(), any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), offsets).prop_map(
        |(nation, one, other, closed)| {
            let (plain, calendar) = &PLAIN[nation];
            let closure = |offset: &u64| Closure {
                date: IsoDate(plain.first + Days::new(*offset)),
                name: "Closed".into(),
            };
            let closures: Vec<Closure> = closed.iter().map(closure).collect();
            let length = plain.working.len();
            let (one, other) = (plain.date(one.index(length)), plain.date(other.index(length)));
            (calendar.with_closures(&closures), one, other)
        },
    )
}

proptest! {
    #[test]
    fn adding_and_counting_are_inverses((calendar, start, end) in asked(), count in 0u32..400) {
        let count = WorkingDays(count);
        if let Ok(end) = calendar.working_day_after(start, count) {
            prop_assert_eq!(calendar.working_days_between(start, end), Ok(count));
        }
        let (start, end) = (start.min(end), start.max(end));
        let between = calendar.working_days_between(start, end).unwrap();
        let back = calendar.working_day_after(start, between).unwrap();
        // From there to `end` there is nothing but days off.
        prop_assert!(back <= end);
        prop_assert_eq!(calendar.working_days_between(back, end), Ok(WorkingDays(0)));
    }

    #[test]
    fn from_a_working_day_forwards_and_backwards_are_inverses((calendar, day, _) in asked(), count in 0u32..400) {
        let count = WorkingDays(count);
        if let (Ok(true), Ok(end)) = (calendar.is_working_day(day), calendar.working_day_after(day, count)) {
            prop_assert_eq!(calendar.working_day_before(end, count), Ok(day));
            prop_assert_eq!(calendar.latest_working_start(end, count), Ok(day));
        }
    }

    #[test]
    fn a_count_never_lands_on_a_day_off((calendar, start, _) in asked(), count in 1u32..400) {
        let count = WorkingDays(count);
        let landed = [
            calendar.working_day_after(start, count),
            calendar.working_day_after_received_next(start, count),
            calendar.working_day_before(start, count),
            calendar.latest_working_start(start, count),
        ];
        for date in landed.into_iter().flatten() {
            prop_assert_eq!(calendar.not_working(date), Ok(None));
            prop_assert!(date != start);
        }
    }

    #[test]
    fn later_starts_and_longer_counts_never_end_earlier((calendar, a, b) in asked(), count in 0u32..400) {
        type Operation = fn(&WorkingDayCalendar, NaiveDate, WorkingDays) -> Result<NaiveDate, OutsideCoverage>;
        let (early, late) = (a.min(b), a.max(b));
        let (count, more) = (WorkingDays(count), WorkingDays(count + 1));
        let forwards: [Operation; 2] =
            [WorkingDayCalendar::working_day_after, WorkingDayCalendar::working_day_after_received_next];
        let backwards: [Operation; 3] = [
            WorkingDayCalendar::working_day_before,
            WorkingDayCalendar::latest_start,
            WorkingDayCalendar::latest_working_start,
        ];
        for operation in forwards.into_iter().chain(backwards) {
            if let (Ok(first), Ok(second)) =
                (operation(&calendar, early, count), operation(&calendar, late, count))
            {
                prop_assert!(first <= second);
            }
        }
        for operation in forwards {
            if let (Ok(short), Ok(long)) = (operation(&calendar, a, count), operation(&calendar, a, more)) {
                prop_assert!(short < long);
            }
        }
        for operation in backwards {
            if let (Ok(short), Ok(long)) = (operation(&calendar, a, count), operation(&calendar, a, more)) {
                prop_assert!(long < short);
            }
        }
    }

    #[test]
    fn the_latest_start_is_in_time_and_the_day_after_it_is_not((calendar, due, _) in asked(), count in 1u32..400) {
        let count = WorkingDays(count);
        if let Ok(start) = calendar.latest_start(due, count) {
            prop_assert!(calendar.working_day_after(start, count).unwrap() <= due);
            let too_late = calendar.working_day_after(start + Days::new(1), count);
            prop_assert!(too_late.is_err() || too_late.unwrap() > due);
        }
    }

    #[test]
    fn what_is_skipped_and_what_is_counted_make_up_the_days_between((calendar, a, b) in asked()) {
        let (from, to) = (a.min(b), a.max(b));
        let counted = calendar.working_days_between(from, to).unwrap().0 as usize;
        let skipped = calendar.days_off(from + Days::new(1), to);
        if from < to {
            prop_assert_eq!(counted + skipped.unwrap().len(), (to - from).num_days() as usize);
        }
    }
}
