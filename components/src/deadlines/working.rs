//! How a due date was counted: in a sentence, as the days skipped, on a calendar, and day by day.

use std::sync::Arc;

use leptos::prelude::*;
use waymark_content::calendar::NotWorking;
use waymark_content::deadline::{Day, DayRole, Due, Tally};
use waymark_content::words::{DeadlineWords, fill};

use super::ReadyDeadlines;
use super::answer::reason_words;
use crate::month_grid::{GridDay, GridMark, MonthGrid};

/// The whole working of one due date.
#[component]
pub(super) fn Working(ready: Arc<ReadyDeadlines>, due: Due) -> impl IntoView {
    let (data, words) = (&ready.data, &ready.data.words);
    // Bank holidays by themselves: they are what people forget, and a long list of weekends would hide them.
    let (holidays, weekends): (Vec<&Day>, Vec<&Day>) = due
        .days
        .iter()
        .filter(|day| day.role == DayRole::Skipped)
        .partition(|day| matches!(day.not_working, Some(NotWorking::BankHoliday(_))));
    let skipped =
        [(words.skipped_holidays_heading(), holidays), (words.skipped_weekends_heading(), weekends)]
            .map(|(heading, days)| {
                (!days.is_empty()).then(|| {
                    let items = days.into_iter().map(|day| skipped_item(&ready, day)).collect_view();
                    view! {
                        <h5 class="govuk-heading-s">{heading.to_owned()}</h5>
                        <ol class="wm-working">{items}</ol>
                    }
                })
            })
            .into_iter()
            .collect_view();
    let all_days = due.days.iter().map(|day| day_item(&ready, day, day.date == due.on)).collect_view();
    let grid = due.days.iter().map(|day| grid_day(words, day, day.date == due.on)).collect::<Vec<_>>();
    view! {
        <h4 class="govuk-heading-s">{words.working().to_owned()}</h4>
        <p class="govuk-body">{summary(words, due.tally())}</p>
        <MonthGrid days=grid names=data.names.clone()/>
        <ul class="wm-key" aria-label=words.key().to_owned()>
            <li class="wm-key__zero">{words.key_zero().to_owned()}</li>
            <li class="wm-key__counted">{words.key_counted().to_owned()}</li>
            <li class="wm-key__skipped">{words.key_skipped().to_owned()}</li>
            <li>{words.key_holiday().to_owned()}</li>
            <li class="wm-key__due">{words.key_due().to_owned()}</li>
        </ul>
        {skipped}
        // On paper the calendar and the list of skipped days say the same in less room.
        <details class="govuk-details wm-screen-only">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words.all_days().to_owned()}</span>
            </summary>
            <div class="govuk-details__text"><ol class="wm-working">{all_days}</ol></div>
        </details>
    }
    .into_any()
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
fn skipped_item(ready: &ReadyDeadlines, day: &Day) -> impl IntoView + use<> {
    let name = match &day.not_working {
        Some(NotWorking::BankHoliday(name)) => Some(format!(": {name}")),
        _ => None,
    };
    view! { <li class="wm-working__day">{ready.data.names.long(day.date)}{name}</li> }
}

/// One day in the list of all days.
fn day_item(ready: &ReadyDeadlines, day: &Day, is_due: bool) -> impl IntoView + use<> {
    let (data, words) = (&ready.data, &ready.data.words);
    let event = [("event", data.event.name.as_str())];
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
    view! {
        <li class=format!("wm-working__day wm-working__day--{class}")>
            <span class="wm-working__date">{data.names.long(day.date)}</span>": "
            <span class="wm-working__why">{what}</span>
        </li>
    }
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
