//! Working days: which days count, which do not and why.
//!
//! The sources define neither "working day" nor the first day. The guide's assumption, which it states beside every
//! answer: Monday to Friday less the bank holidays of the nation chosen, and the day of the event is day 0.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::date::IsoDate;

/// A file under `calendars/`: the bank holidays of one nation and the years they cover.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarFile {
    /// Stable id, as in `england-and-wales`.
    pub nation: String,
    /// The nation in words.
    pub name: String,
    /// Days of the week that are never working days.
    pub weekend: Vec<WeekdayName>,
    /// The first and the last day for which the holidays are known.
    pub coverage: Coverage,
    /// Bank holidays, in date order.
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// The days for which a calendar can answer, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// First day.
    pub first: IsoDate,
    /// Last day.
    pub last: IsoDate,
}

/// One bank holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day off.
    pub date: IsoDate,
    /// What it is called.
    pub name: String,
}

/// A day of the week as content files write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum WeekdayName {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl WeekdayName {
    fn weekday(self) -> Weekday {
        match self {
            WeekdayName::Monday => Weekday::Mon,
            WeekdayName::Tuesday => Weekday::Tue,
            WeekdayName::Wednesday => Weekday::Wed,
            WeekdayName::Thursday => Weekday::Thu,
            WeekdayName::Friday => Weekday::Fri,
            WeekdayName::Saturday => Weekday::Sat,
            WeekdayName::Sunday => Weekday::Sun,
        }
    }
}

/// A number of working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WorkingDays(pub u32);

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWorking {
    /// A Saturday or a Sunday.
    Weekend,
    /// A bank holiday, by name.
    BankHoliday(String),
}

/// A date, or a count, that the calendar cannot answer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCoverage {
    /// What the calendar covers.
    pub coverage: Coverage,
}

/// What is wrong with a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarProblem {
    /// The last day of coverage is before the first.
    CoverageBackwards,
    /// A holiday outside the coverage.
    HolidayOutside(IsoDate),
    /// Two holidays on one day, or out of order.
    HolidayOutOfOrder(IsoDate),
    /// No working day at all.
    NoWorkingDay,
}

impl fmt::Display for CalendarProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarProblem::CoverageBackwards => f.write_str("coverage ends before it begins"),
            CalendarProblem::HolidayOutside(date) => {
                write!(f, "the holiday on {date} lies outside the coverage")
            }
            CalendarProblem::HolidayOutOfOrder(date) => {
                write!(f, "the holiday on {date} is a repeat or out of date order")
            }
            CalendarProblem::NoWorkingDay => f.write_str("no day is a working day"),
        }
    }
}

/// Working days of one nation, ready to count.
///
/// Two tables, one by day and one by working day, make a count a subtraction and the Nth working day a look-up: no
/// walk over days.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingDayCalendar {
    coverage: Coverage,
    weekend: Vec<Weekday>,
    holidays: BTreeMap<NaiveDate, String>,
    /// For each day of the coverage: working days from its first day up to and including this one.
    counted: Vec<u32>,
    /// For each working day: its day of the coverage.
    working: Vec<u32>,
}

impl TryFrom<&CalendarFile> for WorkingDayCalendar {
    type Error = CalendarProblem;

    fn try_from(file: &CalendarFile) -> Result<Self, CalendarProblem> {
        let (first, last) = (file.coverage.first.0, file.coverage.last.0);
        if last < first {
            return Err(CalendarProblem::CoverageBackwards);
        }
        let weekend: Vec<Weekday> = file.weekend.iter().map(|day| day.weekday()).collect();
        let mut holidays = BTreeMap::new();
        for holiday in &file.holidays {
            let date = holiday.date.0;
            if date < first || date > last {
                return Err(CalendarProblem::HolidayOutside(holiday.date));
            }
            if holidays.last_key_value().is_some_and(|(latest, _)| *latest >= date) {
                return Err(CalendarProblem::HolidayOutOfOrder(holiday.date));
            }
            holidays.insert(date, holiday.name.clone());
        }
        let (mut counted, mut working) = (Vec::new(), Vec::new());
        let (mut index, mut so_far) = (0, 0);
        for date in first.iter_days().take_while(|date| *date <= last) {
            if !weekend.contains(&date.weekday()) && !holidays.contains_key(&date) {
                working.push(index);
                so_far += 1;
            }
            counted.push(so_far);
            index += 1;
        }
        if working.is_empty() {
            return Err(CalendarProblem::NoWorkingDay);
        }
        Ok(Self { coverage: file.coverage, weekend, holidays, counted, working })
    }
}

impl WorkingDayCalendar {
    /// The days it can answer for.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// The day `count` working days after `date`. `date` itself is day 0, whatever kind of day it is.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `date` or the answer lies outside the published bank holidays.
    pub fn working_day_after(
        &self,
        date: NaiveDate,
        count: WorkingDays,
    ) -> Result<NaiveDate, OutsideCoverage> {
        let index = self.index(date)?;
        if count.0 == 0 {
            return Ok(date);
        }
        let nth = (self.counted[index] + count.0 - 1) as usize;
        let day = self.working.get(nth).ok_or(OutsideCoverage { coverage: self.coverage })?;
        Ok(self.coverage.first.0 + Days::new(u64::from(*day)))
    }

    /// Working days after `from` up to and including `to`. Zero when `to` is not after `from`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when either date lies outside the published bank holidays.
    pub fn working_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<WorkingDays, OutsideCoverage> {
        let (from, to) = (self.index(from)?, self.index(to)?);
        Ok(WorkingDays(self.counted[to].saturating_sub(self.counted[from])))
    }

    /// Why `date` is not a working day, or `None` when it is one.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the date lies outside the published bank holidays.
    pub fn not_working(&self, date: NaiveDate) -> Result<Option<NotWorking>, OutsideCoverage> {
        self.index(date)?;
        Ok(match self.holidays.get(&date) {
            Some(name) => Some(NotWorking::BankHoliday(name.clone())),
            None if self.weekend.contains(&date.weekday()) => Some(NotWorking::Weekend),
            None => None,
        })
    }

    fn index(&self, date: NaiveDate) -> Result<usize, OutsideCoverage> {
        let outside = OutsideCoverage { coverage: self.coverage };
        if date > self.coverage.last.0 {
            return Err(outside);
        }
        usize::try_from((date - self.coverage.first.0).num_days()).map_err(|_| outside)
    }
}
