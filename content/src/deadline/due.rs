//! A due date with every day on the way to it.

use chrono::NaiveDate;

use super::{DeadlineRule, Limit};
use crate::calendar::{NotWorking, OutsideCoverage, WorkingDayCalendar, WorkingDays};

/// Where counting starts when the event falls on a day off. The sources do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Day 0 is the day of the event, whatever kind of day it is. Never later than the other.
    FromTheDay,
    /// Day 0 is the day of the event, or the next working day when that is a day off.
    FromNextWorkingDay,
}

/// A due date and its working.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The last day on which the limit is met.
    pub on: NaiveDate,
    /// Every day from the event to the due date, both included.
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

impl DeadlineRule {
    /// The due date for an event on `event`, with its working.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the event or the due date lies outside the published bank holidays.
    pub fn due(
        &self,
        event: NaiveDate,
        counting: Counting,
        calendar: &WorkingDayCalendar,
    ) -> Result<Due, OutsideCoverage> {
        let Limit::WorkingDays(limit) = self.limit;
        let zero = match counting {
            Counting::FromNextWorkingDay if calendar.not_working(event)?.is_some() => {
                calendar.working_day_after(event, WorkingDays(1))?
            }
            _ => event,
        };
        let on = calendar.working_day_after(zero, limit)?;
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
        Ok(Due { on, days })
    }
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
}

impl Due {
    /// How many days of the working were of each sort.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for day in &self.days {
            match (day.role, &day.not_working) {
                (DayRole::Counted(_), _) => tally.counted += 1,
                (DayRole::Skipped, Some(NotWorking::BankHoliday(_))) => tally.bank_holidays += 1,
                (DayRole::Skipped, _) => tally.weekend_days += 1,
                (DayRole::Event | DayRole::Zero, _) => {}
            }
        }
        tally
    }
}
