//! Days off and why.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::WorkingDayCalendar;
use super::working_days::OutsideCoverage;
use crate::date::IsoDate;
use crate::packed;

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWorking {
    /// A Saturday or a Sunday.
    Weekend,
    /// A bank holiday, by name.
    BankHoliday(String),
    /// A day on which one office is closed, by the name it was given. Never one that is off for everybody.
    Closure(String),
}

/// A day on which one office is closed though others work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The day.
    pub date: IsoDate,
    /// What it is called.
    pub name: String,
}

packed!(Closure { date, name });

/// A day that does not count, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// The day.
    pub date: NaiveDate,
    /// Why it does not count.
    pub why: NotWorking,
}

impl WorkingDayCalendar {
    /// Why `date` is not a working day, or `None` when it is one. A bank holiday comes before a weekend, and both
    /// come before a closure.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the date lies outside the coverage.
    pub fn not_working(&self, date: NaiveDate) -> Result<Option<NotWorking>, OutsideCoverage> {
        if self.is_working_day(date)? {
            return Ok(None);
        }
        Ok(Some(match (self.holiday(date), self.is_weekend(date), self.closure(date)) {
            (Some(holiday), ..) => NotWorking::BankHoliday(holiday.name.clone()),
            (None, false, Some(closure)) => NotWorking::Closure(closure.name.clone()),
            _ => NotWorking::Weekend,
        }))
    }

    /// Every day off from `first` to `last`, both included, in order: what a count between them skips. None when
    /// `last` is before `first`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when either date lies outside the coverage.
    pub fn days_off(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<DayOff>, OutsideCoverage> {
        self.is_working_day(first)?;
        self.is_working_day(last)?;
        let mut days = Vec::new();
        for date in first.iter_days().take_while(|date| *date <= last) {
            if let Some(why) = self.not_working(date)? {
                days.push(DayOff { date, why });
            }
        }
        Ok(days)
    }
}
