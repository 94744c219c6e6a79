//! How a due date was counted: in a sentence, as the days skipped, on a calendar, and day by day.

use waymark_content::calendar::NotWorking;
use waymark_content::deadline::{Day, DayRole, Due, Tally};
use waymark_content::words::{DeadlineWords, fill};

use super::ReadyDeadlines;
use super::answer::reason_words;
use crate::month_grid::{GridDay, GridMark, month_grid};
use crate::piece::{Piece, element, paragraph, text};

/// The whole working of one due date.
pub(super) fn working(ready: &ReadyDeadlines, event: &str, due: &Due) -> Vec<Piece> {
    let (data, words) = (&ready.data, &ready.data.words);
    if due.days.is_empty() {
        return Vec::new();
    }
    // Bank holidays by themselves: they are what people forget, and a long list of weekends would hide them.
    let (holidays, weekends): (Vec<&Day>, Vec<&Day>) = due
        .days
        .iter()
        .filter(|day| day.role == DayRole::Skipped)
        .partition(|day| matches!(day.not_working, Some(NotWorking::BankHoliday(_))));
    // Limits before an event count backwards; a calendar reads forwards.
    let mut on_grid: Vec<&Day> = due.days.iter().collect();
    on_grid.sort_by_key(|day| day.date);
    let grid: Vec<GridDay> =
        on_grid.into_iter().map(|day| grid_day(words, day, day.date == due.on)).collect();
    let key = [
        ("wm-key__zero", words.key_zero()),
        ("wm-key__counted", words.key_counted()),
        ("wm-key__skipped", words.key_skipped()),
        ("", words.key_holiday()),
        ("wm-key__due", words.key_due()),
    ];
    let key = key.map(|(class, words)| element("li", class, vec![text(words)])).to_vec();
    let all_days = due.days.iter().map(|day| day_item(ready, event, day, day.date == due.on)).collect();
    let mut pieces = vec![
        element("h4", "govuk-heading-s", vec![text(words.working())]),
        paragraph(vec![text(summary(words, due.tally()))]),
        month_grid(&grid, &data.names),
        element("ul", "wm-key", key).with("aria-label", words.key()),
    ];
    for (heading, days) in
        [(words.skipped_holidays_heading(), holidays), (words.skipped_weekends_heading(), weekends)]
    {
        if !days.is_empty() {
            let items = days.into_iter().map(|day| skipped_item(ready, day)).collect();
            pieces.push(element("h5", "govuk-heading-s", vec![text(heading)]));
            pieces.push(element("ol", "wm-working", items));
        }
    }
    // On paper the calendar and the list of skipped days say the same in less room.
    let summary = element("span", "govuk-details__summary-text", vec![text(words.all_days())]);
    let list = element("ol", "wm-working", all_days);
    pieces.push(element(
        "details",
        "govuk-details wm-screen-only",
        vec![
            element("summary", "govuk-details__summary", vec![summary]),
            element("div", "govuk-details__text", vec![list]),
        ],
    ));
    pieces
}

/// "45 working days counted. 22 days skipped: 20 on weekends and 2 bank holidays."
fn summary(words: &DeadlineWords, tally: Tally) -> String {
    let skipped = tally.weekend_days + tally.bank_holidays;
    let template = match (tally.counted, skipped) {
        (1, 0) => words.working_summary_one_none(),
        (_, 0) => words.working_summary_none(),
        (1, _) => words.working_summary_one(),
        _ => words.working_summary(),
    };
    let count = tally.bank_holidays.to_string();
    let holidays = match tally.bank_holidays {
        0 => words.holidays_none().to_owned(),
        1 => words.holidays_one().to_owned(),
        _ => fill(words.holidays_many(), &[("count", &count)]),
    };
    let values = [
        ("counted", tally.counted.to_string()),
        ("skipped", skipped.to_string()),
        ("weekends", tally.weekend_days.to_string()),
        ("holidays", holidays),
    ];
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// A skipped day under its heading: a bank holiday with its name, a weekend day by itself.
fn skipped_item(ready: &ReadyDeadlines, day: &Day) -> Piece {
    let mut words = ready.data.names.long(day.date);
    if let Some(NotWorking::BankHoliday(name)) = &day.not_working {
        words.push_str(": ");
        words.push_str(name);
    }
    element("li", "wm-working__day", vec![text(words)])
}

/// One day in the list of all days.
fn day_item(ready: &ReadyDeadlines, event: &str, day: &Day, is_due: bool) -> Piece {
    let (data, words) = (&ready.data, &ready.data.words);
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
            element("span", "wm-working__date", vec![text(data.names.long(day.date))]),
            text(": "),
            element("span", "wm-working__why", vec![text(what)]),
        ],
    )
}

/// One day on the calendar.
fn grid_day(words: &DeadlineWords, day: &Day, is_due: bool) -> GridDay {
    let (mark, number, what, short) = match (day.role, &day.not_working) {
        (DayRole::Counted(number), _) if is_due => {
            (GridMark::Due, Some(number.0), Some(words.grid_due()), None)
        }
        (DayRole::Counted(number), _) => (GridMark::Counted, Some(number.0), None, None),
        (DayRole::Skipped, Some(NotWorking::BankHoliday(_))) => {
            (GridMark::Skipped, None, Some(words.grid_holiday()), Some(words.grid_holiday_short()))
        }
        (DayRole::Skipped, _) => (GridMark::Skipped, None, Some(words.grid_weekend()), None),
        (DayRole::Zero, _) => (GridMark::Event, Some(0), None, None),
        (DayRole::Event, _) => (GridMark::Event, None, Some(words.grid_event()), None),
    };
    GridDay { date: day.date, mark, number, what: what.map(str::to_owned), short: short.map(str::to_owned) }
}
