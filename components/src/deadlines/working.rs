//! How a due date was counted: in a sentence, as the days skipped, on a calendar, and day by day.

use chrono::{Datelike, NaiveDate};
use waymark_content::calendar::NotWorking;
use waymark_content::date::DateNames;
use waymark_content::deadline::{Day, DayRole, Due, Tally};
use waymark_content::words::{DeadlineWords, fill};

use super::answer::reason_words;
use super::counting::{Counting, one_or_many};
use crate::month_grid::{GridDay, GridMark, month_grid};
use crate::piece::{Piece, element, folded, paragraph, text};

/// More months than this are not drawn: the calendar would be longer than anybody reads.
pub(super) const MOST_MONTHS: i32 = 18;

/// The whole working of one due date.
pub(super) fn working(counting: &Counting, words: &DeadlineWords, event: &str, due: &Due) -> Vec<Piece> {
    let names = &counting.data.names;
    let (Some(first), Some(last)) = (due.days.first(), due.days.last()) else { return Vec::new() };
    // Bank holidays by themselves: they are what people forget, and a long list of weekends would hide them.
    let skipped = due.days.iter().filter(|day| day.role == DayRole::Skipped);
    let (weekends, holidays): (Vec<&Day>, Vec<&Day>) =
        skipped.partition(|day| matches!(day.not_working, None | Some(NotWorking::Weekend)));
    // Limits before an event count backwards; a calendar reads forwards.
    let mut on_grid: Vec<&Day> = due.days.iter().collect();
    if last.date < first.date {
        on_grid.reverse();
    }
    let grid: Vec<GridDay> =
        on_grid.into_iter().map(|day| grid_day(counting, words, day, day.date == due.on)).collect();
    let has_closures = due.tally().closures > 0;
    let key = [
        ("wm-key__zero", words.key_zero()),
        ("wm-key__counted", words.key_counted()),
        ("wm-key__skipped", words.key_skipped()),
        ("", words.key_holiday()),
        ("wm-key__due", words.key_due()),
    ];
    let mut key = key.map(|(class, words)| element("li", class, vec![text(words)])).to_vec();
    if has_closures {
        let closure =
            format!("{}: {}", counting.data.words.closure_letter(), counting.data.words.closure_short());
        key.insert(4, element("li", "", vec![text(closure)]));
    }
    let mut pieces = vec![
        element("h4", "govuk-heading-s", vec![text(words.working())]),
        paragraph(vec![text(summary(counting, words, due.tally()))]),
    ];
    if months_between(first.date, last.date) < MOST_MONTHS {
        pieces.push(month_grid(&grid, names));
        pieces.push(element("ul", "wm-key", key).with("aria-label", words.key()));
    } else {
        let most = [("most", MOST_MONTHS.to_string())];
        let most = most.each_ref().map(|(name, value)| (*name, value.as_str()));
        pieces.push(paragraph(vec![text(fill(words.too_long(), &most))]));
    }
    // On paper the calendar shows the weekends well enough.
    for (heading, days, shown) in [
        (words.skipped_holidays_heading(), holidays, ""),
        (words.skipped_weekends_heading(), weekends, "wm-screen-only"),
    ] {
        if !days.is_empty() {
            let items = days.into_iter().map(|day| skipped_item(names, day)).collect();
            let heading = element("h5", "govuk-heading-s", vec![text(heading)]);
            pieces.push(element("div", shown, vec![heading, element("ol", "wm-working", items)]));
        }
    }
    if months_between(first.date, last.date) >= MOST_MONTHS {
        return pieces;
    }
    let all_days =
        due.days.iter().map(|day| day_item(counting, words, event, day, day.date == due.on)).collect();
    // On paper the calendar and the list of skipped days say the same in less room.
    let list = element("ol", "wm-working", all_days);
    pieces.push(folded("govuk-details wm-screen-only", vec![text(words.all_days())], vec![list]));
    pieces
}

fn months_between(first: NaiveDate, last: NaiveDate) -> i32 {
    let month = |date: NaiveDate| date.year() * 12 + i32::try_from(date.month0()).unwrap_or_default();
    (month(last) - month(first)).abs()
}

/// "45 working days counted. 22 days skipped: 20 on weekends and 2 bank holidays."
fn summary(counting: &Counting, words: &DeadlineWords, tally: Tally) -> String {
    let skipped = tally.weekend_days + tally.bank_holidays + tally.closures;
    let template = match (tally.counted, skipped) {
        (1, 0) => words.working_summary_one_none(),
        (_, 0) => words.working_summary_none(),
        (1, _) => words.working_summary_one(),
        _ => words.working_summary(),
    };
    let count = tally.bank_holidays.to_string();
    let (none, one, many) = (words.holidays_none(), words.holidays_one(), words.holidays_many());
    let mut holidays = fill(one_or_many(tally.bank_holidays, none, one, many), &[("count", &count)]);
    if tally.closures > 0 {
        let own = &counting.data.words;
        let closures = tally.closures.to_string();
        let line = one_or_many(tally.closures, "", own.closures_skipped_one(), own.closures_skipped_many());
        holidays.push_str(own.and());
        holidays.push_str(&fill(line, &[("count", &closures)]));
    }
    let values = [
        ("counted", tally.counted.to_string()),
        ("skipped", skipped.to_string()),
        ("weekends", tally.weekend_days.to_string()),
        ("holidays", holidays),
    ];
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// A skipped day under its heading: a bank holiday or a closure with its name, a weekend day by itself.
fn skipped_item(names: &DateNames, day: &Day) -> Piece {
    let mut words = names.long(day.date);
    if let Some(NotWorking::BankHoliday(name) | NotWorking::Closure(name)) = &day.not_working {
        words.push_str(": ");
        words.push_str(name);
    }
    element("li", "wm-working__day", vec![text(words)])
}

/// One day in the list of all days.
fn day_item(counting: &Counting, words: &DeadlineWords, event: &str, day: &Day, is_due: bool) -> Piece {
    let event = [("event", event)];
    let reason = day.not_working.as_ref().map(|reason| reason_words(words, reason));
    let (class, what) = match (day.role, reason) {
        (DayRole::Counted(number), _) => {
            let template = if is_due { words.day_due() } else { words.day_number() };
            ("counted", fill(template, &[("number", &number.0.to_string())]))
        }
        (DayRole::Skipped, reason) => ("skipped", reason.unwrap_or_default()),
        (DayRole::Zero, _) => ("event", fill(words.day_zero(), &event)),
        (DayRole::Event, _) => ("event", fill(words.day_event(), &event)),
    };
    element(
        "li",
        &format!("wm-working__day wm-working__day--{class}"),
        vec![
            element("span", "wm-working__date", vec![text(counting.data.names.long(day.date))]),
            text(": "),
            element("span", "wm-working__why", vec![text(what)]),
        ],
    )
}

/// One day on the calendar.
fn grid_day(counting: &Counting, words: &DeadlineWords, day: &Day, is_due: bool) -> GridDay {
    let own = &counting.data.words;
    let (mark, number, what, short) = match (day.role, &day.not_working) {
        (DayRole::Counted(number), _) if is_due => {
            (GridMark::Due, Some(number.0), Some(words.grid_due()), None)
        }
        (DayRole::Counted(number), _) => (GridMark::Counted, Some(number.0), None, None),
        (DayRole::Skipped, Some(NotWorking::BankHoliday(_))) => {
            (GridMark::Skipped, None, Some(words.grid_holiday()), Some(words.grid_holiday_short()))
        }
        (DayRole::Skipped, Some(NotWorking::Closure(_))) => {
            (GridMark::Skipped, None, Some(own.closure_short()), Some(own.closure_letter()))
        }
        (DayRole::Skipped, _) => (GridMark::Skipped, None, Some(words.grid_weekend()), None),
        (DayRole::Zero, _) => (GridMark::Event, Some(0), None, None),
        (DayRole::Event, _) => (GridMark::Event, None, Some(words.grid_event()), None),
    };
    GridDay { date: day.date, mark, number, what: what.map(str::to_owned), short: short.map(str::to_owned) }
}
