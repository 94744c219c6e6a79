//! A due date with every day on the way to it.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::Limit;
use crate::calendar::{
    Months, NotWorking, OutsideCoverage, WorkingDayCalendar, WorkingDays, Years, birthday, months_after,
};

/// How to count where the sources do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Day 0 is the day of the event, whatever kind of day it is.
    FromTheDay,
    /// Day 0 is the day of the event, or the next working day when that is a day off.
    FromNextWorkingDay,
    /// Before an event: that many whole working days lie in between, so the date is a working day earlier.
    ClearDays,
}

/// A due date and its working.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The last day on which the limit is met.
    pub on: NaiveDate,
    /// Why the due date is not a working day, when it is not one. It is never moved.
    pub not_working: Option<NotWorking>,
    /// The month of the due date has no day of that number, so that its last day stands in.
    pub last_day_stands_in: bool,
    /// Someone born on 29 February reaches the age on `on`, and some would say on this day.
    pub other_birthday: Option<NaiveDate>,
    /// Every day from the event to the due date, both included, in the order of counting. Empty for limits in weeks,
    /// months or years, which count no days.
    pub days: Vec<Day>,
}

/// A day on the way to a due date.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Its part in the count.
    pub role: DayRole,
    /// Why it is not a working day, when it is not one.
    pub not_working: Option<NotWorking>,
}

/// A day's part in a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRole {
    /// The day of the event, before counting starts: only where counting starts later.
    Event,
    /// Day 0.
    Zero,
    /// A working day with its number.
    Counted(WorkingDays),
    /// A day off: not counted.
    Skipped,
}

impl Limit {
    /// The due date for an event on `event`, with its working.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the event or the due date lies outside the published bank holidays.
    pub fn due(
        self,
        event: NaiveDate,
        counting: Counting,
        calendar: &WorkingDayCalendar,
    ) -> Result<Due, OutsideCoverage> {
        match self {
            Limit::WorkingDays(count) => after(event, count, counting, calendar),
            Limit::WorkingDaysBefore(count) => before(event, count, counting, calendar),
            Limit::Weeks(weeks) => {
                date(event.checked_add_days(Days::new(7 * u64::from(weeks))), false, None, calendar)
            }
            Limit::Months(count) => after_months(event, Months(count), calendar),
            Limit::Birthday(age) => {
                let found = birthday(event, Years(age));
                let other = found.and_then(|found| found.other_reading);
                date(found.map(|found| found.on), false, other, calendar)
            }
        }
    }

    /// The ways to count that the source leaves open, the one that never gives the later date first.
    pub fn ways_to_count(self) -> (Counting, Option<Counting>) {
        match self {
            Limit::WorkingDays(_) => (Counting::FromTheDay, Some(Counting::FromNextWorkingDay)),
            Limit::WorkingDaysBefore(_) => (Counting::ClearDays, Some(Counting::FromTheDay)),
            Limit::Weeks(_) | Limit::Months(_) | Limit::Birthday(_) => (Counting::FromTheDay, None),
        }
    }
}

/// The day `count` working days after `event`, with its working.
///
/// # Errors
/// [`OutsideCoverage`] when the event or the answer lies outside the bank holidays that the calendar has.
pub fn after(
    event: NaiveDate,
    count: WorkingDays,
    counting: Counting,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    let zero = match counting {
        Counting::FromNextWorkingDay => calendar.received_on(event)?,
        Counting::FromTheDay | Counting::ClearDays => event,
    };
    counted_forwards(event, zero, calendar.working_day_after(zero, count)?, calendar)
}

/// Every day from `start` to `end`, the working days after `start` numbered.
///
/// # Errors
/// [`OutsideCoverage`] when either lies outside the bank holidays that the calendar has.
pub fn between(
    start: NaiveDate,
    end: NaiveDate,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    counted_forwards(start, start, end, calendar)
}

fn counted_forwards(
    event: NaiveDate,
    zero: NaiveDate,
    on: NaiveDate,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    let days = event
        .iter_days()
        .take_while(|date| *date <= on)
        .map(|date| {
            let not_working = calendar.not_working(date)?;
            let role = if date == zero {
                DayRole::Zero
            } else if date == event {
                DayRole::Event
            } else if not_working.is_some() {
                DayRole::Skipped
            } else {
                DayRole::Counted(calendar.working_days_between(zero, date)?)
            };
            Ok(Day { date, role, not_working })
        })
        .collect::<Result<_, _>>()?;
    Ok(counted(on, days))
}

/// The day `count` working days before `event`, with its working: the days stand in the order of counting, back from
/// the event.
///
/// # Errors
/// [`OutsideCoverage`] when the event or the answer lies outside the bank holidays that the calendar has.
pub fn before(
    event: NaiveDate,
    count: WorkingDays,
    counting: Counting,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    let wanted = WorkingDays(count.0 + u32::from(counting == Counting::ClearDays));
    let on = calendar.working_day_before(event, wanted)?;
    let mut number = 0;
    let days = (0..=(event - on).num_days())
        .map(|back| {
            let date = event - Days::new(back.unsigned_abs());
            let not_working = calendar.not_working(date)?;
            let role = if date == event {
                DayRole::Zero
            } else if not_working.is_some() {
                DayRole::Skipped
            } else {
                number += 1;
                DayRole::Counted(WorkingDays(number))
            };
            Ok(Day { date, role, not_working })
        })
        .collect::<Result<_, _>>()?;
    Ok(counted(on, days))
}

fn counted(on: NaiveDate, days: Vec<Day>) -> Due {
    Due { on, not_working: None, last_day_stands_in: false, other_birthday: None, days }
}

/// The corresponding date `count` months after `event`, or the last day of a shorter month. It is not moved when it is
/// a day off.
///
/// # Errors
/// [`OutsideCoverage`] when the answer lies outside the bank holidays that the calendar has.
pub fn after_months(
    event: NaiveDate,
    count: Months,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    let found = months_after(event, count);
    let stands_in = found.is_some_and(|found| found.last_day_stands_in);
    date(found.map(|found| found.on), stands_in, None, calendar)
}

/// A date that is not moved when it is a day off.
fn date(
    date: Option<NaiveDate>,
    last_day_stands_in: bool,
    other_birthday: Option<NaiveDate>,
    calendar: &WorkingDayCalendar,
) -> Result<Due, OutsideCoverage> {
    let on = date.ok_or(OutsideCoverage { coverage: calendar.coverage() })?;
    let not_working = calendar.not_working(on)?;
    Ok(Due { on, not_working, last_day_stands_in, other_birthday, days: Vec::new() })
}

/// How many days of a working were of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Working days counted.
    pub counted: u32,
    /// Saturdays and Sundays that are not bank holidays, skipped.
    pub weekend_days: u32,
    /// Bank holidays skipped, those on a weekend included.
    pub bank_holidays: u32,
    /// Days skipped on which the office is closed though others work.
    pub closures: u32,
}

impl Due {
    /// How many days of the working were of each sort.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for day in &self.days {
            match (day.role, &day.not_working) {
                (DayRole::Counted(_), _) => tally.counted += 1,
                (DayRole::Skipped, Some(NotWorking::BankHoliday(_))) => tally.bank_holidays += 1,
                (DayRole::Skipped, Some(NotWorking::Closure(_))) => tally.closures += 1,
                (DayRole::Skipped, _) => tally.weekend_days += 1,
                (DayRole::Event | DayRole::Zero, _) => {}
            }
        }
        tally
    }
}
