//! Months and birthdays: no bank holidays come into them, and no coverage ends them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A number of calendar months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Months(pub u32);

/// A number of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Years(pub u32);

/// The date that corresponds to another some months on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorrespondingDate {
    /// The date. It may be a day off: it does not move for that.
    pub on: NaiveDate,
    /// The month has no day of that number, so that its last day stands in.
    pub last_day_stands_in: bool,
}

/// A birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birthday {
    /// The date.
    pub on: NaiveDate,
    /// Born on 29 February, and the year has none: `on` is 1 March, and some would say this, 28 February.
    pub other_reading: Option<NaiveDate>,
}

/// The last year that a date is written with: four digits.
const LAST_YEAR: i32 = 9999;

/// The date `months` after `date`: the day of the same number, or the last day of a month that is too short.
///
/// 31 August and six months is 28 or 29 February. The end of a month does not stick: 30 September and four months is
/// 30 January, and 31 August and twelve months is 31 August. So count several intervals from the first date, not each
/// from the one before.
///
/// `None` past the year 9999.
pub fn months_after(date: NaiveDate, months: Months) -> Option<CorrespondingDate> {
    let on = date.checked_add_months(chrono::Months::new(months.0))?;
    (on.year() <= LAST_YEAR).then_some(CorrespondingDate { on, last_day_stands_in: on.day() != date.day() })
}

/// The day on which someone `born` then reaches `age`.
///
/// `None` past the year 9999.
pub fn birthday(born: NaiveDate, age: Years) -> Option<Birthday> {
    let eve = months_after(born, Months(age.0.checked_mul(12)?))?;
    if eve.last_day_stands_in {
        // Only 29 February has no counterpart: the eve is 28 February.
        Some(Birthday { on: eve.on.succ_opt()?, other_reading: Some(eve.on) })
    } else {
        Some(Birthday { on: eve.on, other_reading: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::IsoDate;

    fn day(text: &str) -> NaiveDate {
        IsoDate::parse(text).expect("a date").0
    }

    fn after(date: &str, months: u32) -> (String, bool) {
        let answer = months_after(day(date), Months(months)).expect("before the year 9999");
        (IsoDate(answer.on).to_string(), answer.last_day_stands_in)
    }

    fn eighteenth(born: &str) -> (String, Option<String>) {
        let answer = birthday(day(born), Years(18)).expect("before the year 9999");
        (IsoDate(answer.on).to_string(), answer.other_reading.map(|date| IsoDate(date).to_string()))
    }

    #[test]
    fn a_month_that_is_too_short_ends_on_its_last_day() {
        assert_eq!(after("2025-08-31", 6), ("2026-02-28".into(), true));
        assert_eq!(after("2023-08-31", 6), ("2024-02-29".into(), true));
        assert_eq!(after("2025-01-31", 1), ("2025-02-28".into(), true));
        assert_eq!(after("2024-02-29", 12), ("2025-02-28".into(), true));
    }

    #[test]
    fn the_end_of_a_month_does_not_stick() {
        assert_eq!(after("2025-09-30", 4), ("2026-01-30".into(), false));
        assert_eq!(after("2025-02-28", 6), ("2025-08-28".into(), false));
        assert_eq!(after("2025-08-31", 12), ("2026-08-31".into(), false));
        assert_eq!(after("2025-05-21", 3), ("2025-08-21".into(), false));
        assert_eq!(after("2025-05-21", 0), ("2025-05-21".into(), false));
    }

    #[test]
    fn every_day_of_four_years_keeps_its_number_or_ends_its_month() {
        for start in day("2023-01-01").iter_days().take(1461) {
            for months in 0..=36 {
                let answer = months_after(start, Months(months)).expect("before the year 9999");
                let month = start.year() * 12 + start.month0() as i32 + months as i32;
                assert_eq!(answer.on.year() * 12 + answer.on.month0() as i32, month, "{start} + {months}");
                if answer.last_day_stands_in {
                    assert!(answer.on.day() < start.day(), "{start} + {months}");
                    assert_eq!(answer.on.succ_opt().map(|next| next.day()), Some(1), "{start} + {months}");
                } else {
                    assert_eq!(answer.on.day(), start.day(), "{start} + {months}");
                }
            }
        }
    }

    #[test]
    fn an_eighteenth_birthday_is_on_the_same_day_but_for_29_february() {
        assert_eq!(eighteenth("2007-05-02"), ("2025-05-02".into(), None));
        assert_eq!(eighteenth("2007-02-28"), ("2025-02-28".into(), None));
        assert_eq!(eighteenth("2008-02-29"), ("2026-03-01".into(), Some("2026-02-28".into())));
        assert_eq!(birthday(day("2008-02-29"), Years(16)).map(|day| day.other_reading), Some(None));
    }

    #[test]
    fn nothing_is_answered_past_the_year_9999() {
        assert!(months_after(day("9999-11-30"), Months(1)).is_some());
        assert_eq!(months_after(day("9999-12-31"), Months(1)), None);
        assert_eq!(months_after(day("2025-01-01"), Months(u32::MAX)), None);
        assert_eq!(birthday(day("9990-01-01"), Years(18)), None);
        assert_eq!(birthday(day("2025-01-01"), Years(u32::MAX)), None);
    }
}
