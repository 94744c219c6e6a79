//! Where a due date stands: how much is left, or whether it was kept.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Due;
use crate::calendar::{OutsideCoverage, WorkingDayCalendar, WorkingDays};

/// Where a due date stands on a given day, as long as nothing shows that it was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To come: working days after today up to and including the due date. None may be left though it is to come, when
    /// only days off lie between.
    Left(WorkingDays),
    /// Due on that very day.
    DueToday,
    /// Past, by these working days. None, when only days off have gone by since.
    Over(WorkingDays),
}

/// Whether what was due was done in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On the due date or before it.
    InTime,
    /// After it, by these working days. None, when it was done on the days off that follow.
    Late(WorkingDays),
}

impl Due {
    /// Where it stands on the day `today`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `today` lies outside the bank holidays that the calendar has.
    pub fn standing(
        &self,
        today: NaiveDate,
        calendar: &WorkingDayCalendar,
    ) -> Result<Standing, OutsideCoverage> {
        calendar.is_working_day(today)?;
        Ok(match today.cmp(&self.on) {
            Ordering::Less => Standing::Left(calendar.working_days_between(today, self.on)?),
            Ordering::Equal => Standing::DueToday,
            Ordering::Greater => Standing::Over(calendar.working_days_between(self.on, today)?),
        })
    }

    /// Whether what was done on the day `done` was in time.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `done` lies outside the bank holidays that the calendar has.
    pub fn kept(&self, done: NaiveDate, calendar: &WorkingDayCalendar) -> Result<Kept, OutsideCoverage> {
        calendar.is_working_day(done)?;
        Ok(if done <= self.on {
            Kept::InTime
        } else {
            Kept::Late(calendar.working_days_between(self.on, done)?)
        })
    }
}
