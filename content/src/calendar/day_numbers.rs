//! Dates to day numbers and back.

use chrono::{Datelike, NaiveDate};

use super::Coverage;

/// The days of a stretch by number: 0 is its first day.
///
/// Both ways are a look-up: the arithmetic of leap years, each time anew, would take longer than the count itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DayNumbers {
    first_year: i32,
    /// For each year: the number of its 1 January, which is below 0 where the stretch begins later.
    years: Vec<i32>,
    /// For each day: its date.
    dates: Vec<NaiveDate>,
}

impl DayNumbers {
    pub(super) fn new(stretch: Coverage) -> Self {
        let mut years = Vec::new();
        let mut latest = None;
        for (number, date) in (0..).zip(stretch.days()) {
            if latest.replace(date.year()) != Some(date.year()) {
                years.push(number - date.ordinal0().cast_signed());
            }
        }
        Self { first_year: stretch.first.0.year(), years, dates: stretch.days().collect() }
    }

    /// The number of `date`. A date past the stretch may have one, which stands for no day.
    #[inline]
    pub(super) fn of(&self, date: NaiveDate) -> Option<u32> {
        let year = usize::try_from(date.year() - self.first_year).ok()?;
        u32::try_from(self.years.get(year)? + date.ordinal0().cast_signed()).ok()
    }

    /// The date of a day.
    #[inline]
    pub(super) fn date(&self, day: u32) -> Option<NaiveDate> {
        self.dates.get(day as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::IsoDate;

    fn days(first: &str, last: &str) -> DayNumbers {
        let date = |text| IsoDate::parse(text).expect("a date");
        DayNumbers::new(Coverage { first: date(first), last: date(last) })
    }

    #[test]
    fn every_day_of_a_stretch_has_its_number_and_no_other_day_has() {
        let days = days("2023-11-30", "2025-03-01");
        let first = days.date(0).expect("the first day");
        for (number, date) in (0..458).zip(first.iter_days()) {
            assert_eq!((days.of(date), days.date(number)), (Some(number), Some(date)));
        }
        assert_eq!(days.date(458), None);
        for outside in first.iter_days().rev().skip(1).take(400) {
            assert_eq!(days.of(outside), None, "{outside}");
        }
        for outside in first.iter_days().skip(458).take(800) {
            assert_eq!(days.of(outside).and_then(|number| days.date(number)), None, "{outside}");
        }
        assert_eq!((days.of(NaiveDate::MIN), days.of(NaiveDate::MAX)), (None, None));
    }
}
