//! Working days the slow way, to hold the tables to: straight from the file, one day at a time.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use waymark_content::calendar::{CalendarFile, Coverage, WorkingDayCalendar};
use waymark_content::date::IsoDate;
use waymark_content::guide::Guide;
use waymark_content::load::load;

pub(crate) static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads"));

/// Every nation twice: its confirmed years alone, and all of its years.
pub(crate) static PLAIN: LazyLock<Vec<(Plain, WorkingDayCalendar)>> = LazyLock::new(|| {
    let confirmed =
        |file: &CalendarFile| (Plain::new(file, file.confirmed), WorkingDayCalendar::try_from(file).unwrap());
    let whole = |file: &CalendarFile| {
        (Plain::new(file, file.coverage), WorkingDayCalendar::with_provisional(file).unwrap())
    };
    GUIDE.calendars.iter().flat_map(|file| [confirmed(file), whole(file)]).collect()
});

pub(crate) fn day(text: &str) -> NaiveDate {
    IsoDate::parse(text).unwrap().0
}

/// The confirmed calendar of England and Wales.
pub(crate) fn england_and_wales() -> &'static WorkingDayCalendar {
    &PLAIN[0].1
}

/// A stretch of days, each working or not.
pub(crate) struct Plain {
    pub(crate) name: String,
    pub(crate) first: NaiveDate,
    pub(crate) working: Vec<bool>,
}

impl Plain {
    fn new(file: &CalendarFile, stretch: Coverage) -> Self {
        let length = (stretch.last.0 - stretch.first.0).num_days() as u64 + 1;
        let is_working = |date: NaiveDate| {
            !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
                && !file.holidays.iter().any(|holiday| holiday.date.0 == date)
        };
        let first = stretch.first.0;
        Self {
            name: format!("{} {}-{}", file.nation, first.year(), stretch.last.0.year()),
            first,
            working: (0..length).map(|offset| is_working(first + Days::new(offset))).collect(),
        }
    }

    pub(crate) fn days(&self) -> std::ops::Range<usize> {
        0..self.working.len()
    }

    pub(crate) fn date(&self, day: usize) -> NaiveDate {
        self.first + Days::new(day as u64)
    }

    /// Forwards until `count` working days have gone by. `None` once the walk leaves the stretch.
    pub(crate) fn after(&self, mut day: usize, mut count: u32) -> Option<usize> {
        while count > 0 {
            day += 1;
            count -= u32::from(*self.working.get(day)?);
        }
        Some(day)
    }
}
