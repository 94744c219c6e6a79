//! A calendar as its file has it.

use std::fmt;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::WorkingDayTable;
use crate::date::IsoDate;
use crate::packed;
use crate::packed::{Packed, Texts};

/// A file under `calendars/`: the bank holidays of one nation, the years they cover and how sure they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarFile {
    /// Stable id, as in `england-and-wales`.
    pub nation: String,
    /// The nation in words.
    pub name: String,
    /// Days of the week that are never working days.
    pub weekend: Vec<WeekdayName>,
    /// The first and the last day for which holidays are given, published or not.
    pub coverage: Coverage,
    /// The part of the coverage whose holidays were published. The rest is worked out by rule: provisional.
    pub confirmed: Coverage,
    /// Bank holidays, in date order.
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// A stretch of days, both ends included: those for which a calendar can answer, or those that are confirmed.
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

packed!(CalendarFile { nation, name, weekend, coverage, confirmed, holidays });
packed!(Coverage { first, last });
packed!(Holiday { date, name });

/// As its place in the week.
impl Packed for WeekdayName {
    fn pack(&self, texts: &mut Vec<String>) {
        (*self as u8).pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        let place = usize::unpack(texts);
        WeekdayName::ALL.get(place).copied().unwrap_or_else(|| {
            texts.refuse();
            WeekdayName::Monday
        })
    }
}

/// What is wrong with a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarProblem {
    /// The last day of coverage is before the first.
    CoverageBackwards,
    /// More days than [`WorkingDayTable::LONGEST`].
    CoverageTooLong,
    /// The confirmed stretch is backwards, or reaches beyond the coverage.
    ConfirmedOutside,
    /// A holiday outside the coverage.
    HolidayOutside(IsoDate),
    /// Two holidays on one day, or out of order.
    HolidayOutOfOrder(IsoDate),
    /// No working day at all.
    NoWorkingDay,
}

impl CalendarFile {
    /// The same calendar cut down to what was published: for showing the holidays, and smaller to send.
    pub fn confirmed_only(&self) -> CalendarFile {
        let mut file = self.clone();
        file.coverage = file.confirmed;
        file.holidays.retain(|holiday| self.confirmed.contains(holiday.date.0));
        file
    }

    /// Whether its dates agree with each other.
    pub(super) fn check(&self) -> Result<(), CalendarProblem> {
        let (all, confirmed) = (self.coverage, self.confirmed);
        if all.last < all.first {
            return Err(CalendarProblem::CoverageBackwards);
        }
        if (all.last.0 - all.first.0).num_days() >= i64::from(WorkingDayTable::LONGEST) {
            return Err(CalendarProblem::CoverageTooLong);
        }
        if confirmed.last < confirmed.first
            || !all.contains(confirmed.first.0)
            || !all.contains(confirmed.last.0)
        {
            return Err(CalendarProblem::ConfirmedOutside);
        }
        let mut latest = None;
        for holiday in &self.holidays {
            if !all.contains(holiday.date.0) {
                return Err(CalendarProblem::HolidayOutside(holiday.date));
            }
            if latest >= Some(holiday.date) {
                return Err(CalendarProblem::HolidayOutOfOrder(holiday.date));
            }
            latest = Some(holiday.date);
        }
        Ok(())
    }
}

impl Coverage {
    /// Whether `date` is one of its days.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first.0 <= date && date <= self.last.0
    }

    /// Its days in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last.0;
        self.first.0.iter_days().take_while(move |date| *date <= last)
    }
}

impl WeekdayName {
    const ALL: [WeekdayName; 7] = [
        WeekdayName::Monday,
        WeekdayName::Tuesday,
        WeekdayName::Wednesday,
        WeekdayName::Thursday,
        WeekdayName::Friday,
        WeekdayName::Saturday,
        WeekdayName::Sunday,
    ];

    pub(super) fn weekday(self) -> Weekday {
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

impl fmt::Display for CalendarProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarProblem::CoverageBackwards => f.write_str("coverage ends before it begins"),
            CalendarProblem::CoverageTooLong => f.write_str("coverage is longer than a calendar can hold"),
            CalendarProblem::ConfirmedOutside => {
                f.write_str("the confirmed stretch does not lie within the coverage")
            }
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
