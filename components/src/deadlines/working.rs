//! How a due date was counted: in a sentence, as the days skipped, on a calendar, and day by day.

use std::sync::Arc;

use leptos::prelude::*;
use waymark_content::calendar::NotWorking;
use waymark_content::deadline::{Day, DayRole, Due, Limit, Tally};
use waymark_content::words::{DeadlineWords, fill};

use super::ReadyDeadlines;
use super::answer::{limit_words, reason_words};
use crate::month_grid::{GridDay, GridMark, MonthGrid};

/// The whole working of one due date.
#[component]
pub(super) fn Working(ready: Arc<ReadyDeadlines>, due: Due, limit: Limit) -> impl IntoView {
    let (data, words) = (&ready.data, &ready.data.words);
    let skipped: Vec<&Day> = due.days.iter().filter(|day| day.role == DayRole::Skipped).collect();
    let skipped_list = (!skipped.is_empty()).then(|| {
        let items = skipped.iter().map(|day| day_item(&ready, day, false)).collect_view();
        view! {
            <h5 class="govuk-heading-s">{words.skipped_heading.clone()}</h5>
            <ol class="wm-working">{items}</ol>
        }
    });
    let all_days =
        due.days.iter().map(|day| day_item(&ready, day, day.date == due.on)).collect_view();
    let grid = due.days.iter().map(|day| grid_day(words, day, day.date == due.on)).collect::<Vec<_>>();
    let event = data.event.name.to_lowercase();
    let limit = limit_words(words, limit);
    let caption = {
        let (template, names) = (words.grid_caption.clone(), data.names.clone());
        move |month| {
            let month = names.month_and_year(month);
            fill(&template, &[("month", &month), ("limit", &limit), ("event", &event)])
        }
    };
    view! {
        <h4 class="govuk-heading-s">{words.working.clone()}</h4>
        <p class="govuk-body">{summary(words, due.tally())}</p>
        {skipped_list}
        <h5 class="govuk-heading-s">{words.month_grid.clone()}</h5>
        <MonthGrid days=grid names=data.names.clone() caption=caption/>
        <ul class="wm-key" aria-label=words.key.clone()>
            <li class="wm-key__zero">{words.key_zero.clone()}</li>
            <li class="wm-key__counted">{words.key_counted.clone()}</li>
            <li class="wm-key__skipped">{words.key_skipped.clone()}</li>
            <li class="wm-key__due">{words.key_due.clone()}</li>
        </ul>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words.all_days.clone()}</span>
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
        (1, 0) => &words.working_summary_one_none,
        (_, 0) => &words.working_summary_none,
        (1, _) => &words.working_summary_one,
        _ => &words.working_summary,
    };
    let count = tally.bank_holidays.to_string();
    let holidays = match tally.bank_holidays {
        0 => words.holidays_none.clone(),
        1 => words.holidays_one.clone(),
        _ => fill(&words.holidays_many, &[("count", &count)]),
    };
    let values = [
        ("counted", tally.counted.to_string()),
        ("skipped", skipped.to_string()),
        ("weekends", tally.weekend_days.to_string()),
        ("holidays", holidays),
    ];
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// One day in the list.
fn day_item(ready: &ReadyDeadlines, day: &Day, is_due: bool) -> impl IntoView + use<> {
    let (data, words) = (&ready.data, &ready.data.words);
    let event = [("event", data.event.name.as_str())];
    let reason = day.not_working.as_ref().map(|reason| reason_words(words, reason));
    let (class, what) = match (day.role, reason) {
        (DayRole::Counted(number), _) => {
            let template = if is_due { &words.day_due } else { &words.day_number };
            ("counted", fill(template, &[("number", &number.0.to_string())]))
        }
        (DayRole::Skipped, reason) => ("skipped", reason.unwrap_or_default()),
        (DayRole::Zero, _) => ("event", fill(&words.day_zero, &event)),
        (DayRole::Event, _) => ("event", fill(&words.day_event, &event)),
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
    let (mark, words) = match (day.role, &day.not_working) {
        (DayRole::Counted(number), _) if is_due => {
            (GridMark::Due, format!("{} {}", number.0, words.grid_due))
        }
        (DayRole::Counted(number), _) => (GridMark::Counted, number.0.to_string()),
        (DayRole::Skipped, Some(NotWorking::BankHoliday(_))) => {
            (GridMark::Skipped, words.grid_holiday.clone())
        }
        (DayRole::Skipped, _) => (GridMark::Skipped, words.grid_weekend.clone()),
        (DayRole::Zero, _) => (GridMark::Event, words.grid_zero.clone()),
        (DayRole::Event, _) => (GridMark::Event, words.grid_event.clone()),
    };
    GridDay { date: day.date, mark, words }
}
