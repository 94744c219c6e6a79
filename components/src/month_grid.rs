//! Days on a calendar, one table a month.

use chrono::{Datelike, Days, NaiveDate};
use waymark_content::date::DateNames;

use crate::piece::{Piece, element, text};

/// A day that is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridDay {
    /// The day.
    pub date: NaiveDate,
    /// How it is marked.
    pub mark: GridMark,
    /// Its number in the count.
    pub number: Option<u32>,
    /// What is said of it.
    pub what: Option<String>,
    /// The same in a letter or two, where a square has no room for words.
    pub short: Option<String>,
}

/// How a day is marked: by shape and words, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridMark {
    /// The day that counting starts from.
    Event,
    /// Counted.
    Counted,
    /// Not counted.
    Skipped,
    /// The day it is due.
    Due,
}

impl GridMark {
    fn class(self) -> &'static str {
        match self {
            GridMark::Event => "wm-day wm-day--event",
            GridMark::Counted => "wm-day wm-day--counted",
            GridMark::Skipped => "wm-day wm-day--skipped",
            GridMark::Due => "wm-day wm-day--due",
        }
    }
}

/// The months from the first marked day to the last, side by side when there is room. The days follow each other
/// without a gap, the earliest first.
pub fn month_grid(days: &[GridDay], names: &DateNames) -> Piece {
    let months = months(days).into_iter().map(|first| {
        let head = names.weekdays.iter().map(|name| {
            let short: String = name.chars().take(2).collect();
            let name = element("abbr", "", vec![text(short)]).with("title", name.clone());
            element("th", "", vec![name]).with("scope", "col")
        });
        let weeks = weeks(first)
            .into_iter()
            .map(|week| element("tr", "", week.into_iter().map(|date| cell(date, days)).collect()));
        element(
            "table",
            "wm-month",
            vec![
                element("caption", "", vec![text(names.month_and_year(first))]),
                element("thead", "", vec![element("tr", "", head.collect())]),
                element("tbody", "", weeks.collect()),
            ],
        )
    });
    element("div", "wm-months", months.collect())
}

fn cell(date: Option<NaiveDate>, days: &[GridDay]) -> Piece {
    let Some(date) = date else { return element("td", "wm-day wm-day--outside", Vec::new()) };
    let marked = days.first().and_then(|first| {
        let offset = usize::try_from((date - first.date).num_days()).ok()?;
        days.get(offset)
    });
    let span = |class: &str, words: String| element("span", class, vec![text(words)]);
    let mut pieces = vec![span("wm-day__date", date.day().to_string())];
    let Some(day) = marked else { return element("td", "wm-day wm-day--beyond", pieces) };
    if let Some(number) = day.number {
        pieces.extend([text(" "), span("wm-day__count", number.to_string())]);
    }
    if let Some(what) = &day.what {
        pieces.extend([text(" "), span("wm-day__what", what.clone())]);
    }
    let cell = element("td", day.mark.class(), pieces);
    match &day.short {
        Some(short) => cell.with("data-short", short.clone()),
        None => cell,
    }
}

/// The first day of each month that the days touch.
fn months(days: &[GridDay]) -> Vec<NaiveDate> {
    let mut months: Vec<NaiveDate> = days.iter().filter_map(|day| day.date.with_day(1)).collect();
    months.dedup();
    months
}

/// The weeks of a month, Monday first, with gaps before its first day and after its last.
fn weeks(first: NaiveDate) -> Vec<[Option<NaiveDate>; 7]> {
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mut weeks = Vec::new();
    let mut start = monday;
    while start.month() == first.month() || start < first {
        let mut week = [None; 7];
        for (offset, slot) in (0..).zip(week.iter_mut()) {
            let date = start + Days::new(offset);
            *slot = (date.month() == first.month()).then_some(date);
        }
        weeks.push(week);
        start = start + Days::new(7);
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_all_its_days_once_under_their_weekdays() {
        for month in 1..=12 {
            for year in [2023, 2024, 2025, 2026] {
                let first = NaiveDate::from_ymd_opt(year, month, 1).expect("a real month");
                let weeks = weeks(first);
                let days: Vec<NaiveDate> = weeks.iter().flatten().flatten().copied().collect();
                let expected: Vec<NaiveDate> =
                    first.iter_days().take_while(|date| date.month() == month).collect();
                assert_eq!(days, expected);
                for (column, date) in weeks.iter().flat_map(|week| week.iter().enumerate()) {
                    if let Some(date) = date {
                        assert_eq!(date.weekday().num_days_from_monday() as usize, column);
                    }
                }
            }
        }
    }
}
