//! Working days of one nation.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::day_numbers::DayNumbers;
use super::{CalendarFile, CalendarProblem, Closure, Coverage, Holiday, WorkingDayTable};

/// A number of working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WorkingDays(pub u32);

/// A date, or a count, that the calendar cannot answer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCoverage {
    /// What the calendar covers.
    pub coverage: Coverage,
}

/// How sure the bank holidays are that an answer leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// All of them were published.
    Confirmed,
    /// Some were worked out by rule: a day may still be moved or added.
    Provisional,
}

/// Working days of one nation, ready to count.
///
/// Made from a [`CalendarFile`] it answers for the confirmed stretch and refuses the rest.
/// [`WorkingDayCalendar::with_provisional`] answers for the whole coverage; then ask for the
/// [`confidence`](WorkingDayCalendar::confidence) of each answer and say it.
///
/// Each answer is a look-up in a [`WorkingDayTable`]. What it skips is in
/// [`days_off`](WorkingDayCalendar::days_off).
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingDayCalendar {
    coverage: Coverage,
    confirmed: Coverage,
    weekend: Vec<Weekday>,
    /// In date order.
    holidays: Vec<Holiday>,
    /// In date order.
    closures: Vec<Closure>,
    /// Day 0 of both is the first day of the coverage.
    days: DayNumbers,
    table: WorkingDayTable,
}

impl TryFrom<&CalendarFile> for WorkingDayCalendar {
    type Error = CalendarProblem;

    /// The confirmed stretch.
    fn try_from(file: &CalendarFile) -> Result<Self, CalendarProblem> {
        Self::new(file, file.confirmed)
    }
}

impl WorkingDayCalendar {
    /// The whole coverage of the file, with the years that are provisional.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn with_provisional(file: &CalendarFile) -> Result<Self, CalendarProblem> {
        Self::new(file, file.coverage)
    }

    fn new(file: &CalendarFile, coverage: Coverage) -> Result<Self, CalendarProblem> {
        file.check()?;
        let covered = |holiday: &&Holiday| coverage.contains(holiday.date.0);
        let calendar = Self {
            coverage,
            confirmed: file.confirmed,
            weekend: file.weekend.iter().map(|day| day.weekday()).collect(),
            holidays: file.holidays.iter().filter(covered).cloned().collect(),
            closures: Vec::new(),
            days: DayNumbers::new(coverage),
            table: WorkingDayTable::new([]),
        }
        .counted();
        if calendar.table.is_empty() { Err(CalendarProblem::NoWorkingDay) } else { Ok(calendar) }
    }

    /// The same calendar with days on which an office is closed, besides those it has already. In any order. A day
    /// that is a bank holiday or on a weekend stays what it is; of two names for one day the first is kept; a day
    /// outside the coverage changes nothing.
    pub fn with_closures(&self, closures: &[Closure]) -> Self {
        let mut calendar = self.clone();
        for closure in closures {
            if let Err(place) = calendar.closures.binary_search_by_key(&closure.date, |known| known.date) {
                calendar.closures.insert(place, closure.clone());
            }
        }
        calendar.counted()
    }

    /// With the table that its days off make.
    fn counted(mut self) -> Self {
        let is_working =
            |date| !self.is_weekend(date) && self.holiday(date).is_none() && self.closure(date).is_none();
        self.table = WorkingDayTable::new(self.coverage.days().map(is_working));
        self
    }

    /// The days it can answer for.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// How sure an answer is that leans on the days from `first` to `last`, both included. Days outside the coverage
    /// are not confirmed either. Closures do not come into it.
    pub fn confidence(&self, first: NaiveDate, last: NaiveDate) -> Confidence {
        if self.confirmed.contains(first) && self.confirmed.contains(last) {
            Confidence::Confirmed
        } else {
            Confidence::Provisional
        }
    }

    /// Whether `date` is a working day.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the date lies outside the coverage.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, OutsideCoverage> {
        self.table.is_working(self.number(date)?).ok_or(self.outside())
    }

    /// The day `count` working days after `date`. `date` itself is day 0, whatever kind of day it is.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `date` or the answer lies outside the coverage.
    pub fn working_day_after(
        &self,
        date: NaiveDate,
        count: WorkingDays,
    ) -> Result<NaiveDate, OutsideCoverage> {
        self.date(self.table.nth_after(self.number(date)?, count.0))
    }

    /// The day on which something counts as received that came on `date`, where what comes on a day off is treated
    /// as received on the next working day: `date` itself when it is a working day.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `date` or the answer lies outside the coverage.
    pub fn received_on(&self, date: NaiveDate) -> Result<NaiveDate, OutsideCoverage> {
        if self.is_working_day(date)? { Ok(date) } else { self.working_day_after(date, WorkingDays(1)) }
    }

    /// The day `count` working days after `date`, where day 0 is the day that `date` is
    /// [`received_on`](Self::received_on). The same as
    /// [`working_day_after`](Self::working_day_after) from a working day; from a day off, one working day later.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `date` or the answer lies outside the coverage.
    pub fn working_day_after_received_next(
        &self,
        date: NaiveDate,
        count: WorkingDays,
    ) -> Result<NaiveDate, OutsideCoverage> {
        self.working_day_after(self.received_on(date)?, count)
    }

    /// The day `count` working days before `date`, strictly: "five working days before the meeting". `date` itself
    /// when `count` is 0.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `date` or the answer lies outside the coverage.
    pub fn working_day_before(
        &self,
        date: NaiveDate,
        count: WorkingDays,
    ) -> Result<NaiveDate, OutsideCoverage> {
        self.date(self.table.nth_before(self.number(date)?, count.0))
    }

    /// The latest day, of any kind, from which the day `count` working days after it is not later than `due`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `due` or the answer lies outside the coverage.
    pub fn latest_start(&self, due: NaiveDate, count: WorkingDays) -> Result<NaiveDate, OutsideCoverage> {
        self.date(self.table.latest_start(self.number(due)?, count.0))
    }

    /// The latest working day from which the day `count` working days after it is not later than `due`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `due` or the answer lies outside the coverage.
    pub fn latest_working_start(
        &self,
        due: NaiveDate,
        count: WorkingDays,
    ) -> Result<NaiveDate, OutsideCoverage> {
        self.date(self.table.latest_working_start(self.number(due)?, count.0))
    }

    /// Working days after `from` up to and including `to`. Zero when `to` is not after `from`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when either date lies outside the coverage.
    pub fn working_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<WorkingDays, OutsideCoverage> {
        let count = self.table.between(self.number(from)?, self.number(to)?);
        count.map(WorkingDays).ok_or(self.outside())
    }

    /// The same counts on plain day numbers, where day 0 is the first day of the coverage.
    pub fn table(&self) -> &WorkingDayTable {
        &self.table
    }

    pub(super) fn is_weekend(&self, date: NaiveDate) -> bool {
        self.weekend.contains(&date.weekday())
    }

    pub(super) fn holiday(&self, date: NaiveDate) -> Option<&Holiday> {
        let found = self.holidays.binary_search_by_key(&date, |holiday| holiday.date.0);
        found.ok().and_then(|index| self.holidays.get(index))
    }

    pub(super) fn closure(&self, date: NaiveDate) -> Option<&Closure> {
        let found = self.closures.binary_search_by_key(&date, |closure| closure.date.0);
        found.ok().and_then(|index| self.closures.get(index))
    }

    /// The number of `date` in the table, which refuses what lies past the coverage.
    #[inline]
    fn number(&self, date: NaiveDate) -> Result<u32, OutsideCoverage> {
        self.days.of(date).ok_or(self.outside())
    }

    /// The date of a day of the table.
    #[inline]
    fn date(&self, day: Option<u32>) -> Result<NaiveDate, OutsideCoverage> {
        day.and_then(|day| self.days.date(day)).ok_or(self.outside())
    }

    fn outside(&self) -> OutsideCoverage {
        OutsideCoverage { coverage: self.coverage }
    }
}
