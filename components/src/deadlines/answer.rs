//! One due date: what must have happened by then, who, how strong, which paragraph, and how it was counted.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_content::calendar::NotWorking;
use waymark_content::deadline::{Answer, CitedText, Due, Limit};
use waymark_content::guide::Citation;
use waymark_content::words::{DeadlineWords, fill};

use super::working::Working;
use super::{ReadyDeadlines, ShownRule};
use crate::citations::Citations;

/// The event with its date, and the warning that it fell on a day off.
#[component]
pub(super) fn EventLine(
    ready: Arc<ReadyDeadlines>,
    event: NaiveDate,
    not_working: Option<NotWorking>,
) -> impl IntoView {
    let (data, words) = (&ready.data, &ready.data.words);
    let line = fill(words.answer_event(), &[("event", &data.event.name), ("date", &data.names.long(event))]);
    let day_off = not_working.map(|reason| {
        let reason = fill(words.event_on_day_off(), &[("reason", &reason_words(words, &reason))]);
        view! {
            <p class="govuk-body">{reason}</p>
            <p class="govuk-body">{words.earlier_first().to_owned()}</p>
        }
    });
    view! {
        <p class="govuk-body">{line}</p>
        {day_off}
    }
}

/// Why a day does not count, in words.
pub(super) fn reason_words(words: &DeadlineWords, reason: &NotWorking) -> String {
    match reason {
        NotWorking::Weekend => words.skipped_weekend().to_owned(),
        NotWorking::BankHoliday(name) | NotWorking::Closure(name) => name.clone(),
    }
}

/// A limit in words: "45 working days".
pub fn limit_words(words: &DeadlineWords, limit: Limit) -> String {
    let Limit::WorkingDays(days) = limit;
    match days.0 {
        1 => words.limit_one().to_owned(),
        count => fill(words.limit_many(), &[("count", &count.to_string())]),
    }
}

/// The panel of one due date.
#[component]
pub(super) fn AnswerPanel(ready: Arc<ReadyDeadlines>, event: NaiveDate, answer: Answer) -> impl IntoView {
    let (data, words) = (&ready.data, &ready.data.words);
    let limit = limit_words(words, answer.limit);
    let shown: Vec<ShownRule> = answer.rules.iter().filter_map(|id| ready.rule(id)).cloned().collect();
    let label = shown.iter().map(|shown| shown.rule.title.as_str()).collect::<Vec<_>>().join(". ");
    let date = match answer.due.as_ref() {
        Ok(due) => view! {
            <p class="wm-answer__kicker">{words.by_the_end_of().to_owned()}</p>
            <h3 class="wm-answer__date">{data.names.long(due.on)}</h3>
        }
        .into_any(),
        Err(outside) => {
            let last = data.names.plain(outside.coverage.last.0);
            let values = [("limit", limit.as_str()), ("date", &data.names.plain(event)), ("last", &last)];
            view! { <h3 class="govuk-heading-s">{fill(words.runs_past(), &values)}</h3> }.into_any()
        }
    };
    let other = answer.if_received_next_working_day.and_then(Result::ok);
    let other_date = other.as_ref().map(|other: &Due| {
        view! {
            <p class="govuk-body">
                {words.or_by_the_end_of().to_owned()}" "<strong>{data.names.long(other.on)}</strong>
            </p>
        }
    });
    let status = shown.first().map(|shown| {
        let tag = format!("wm-tag wm-tag--{}", shown.status_key);
        view! {
            <p class="govuk-body">
                <strong class=tag>{shown.status.clone()}</strong>" "{shown.status_note.clone()}
            </p>
        }
    });
    let rules =
        shown.into_iter().map(|shown| view! { <AnsweredRule shown words=words.clone()/> }).collect_view();
    let workings = answer
        .due
        .ok()
        .into_iter()
        .chain(other)
        .map(|due| view! { <Working ready=Arc::clone(&ready) due/> })
        .collect_view();
    view! {
        <section class="wm-answer" aria-label=label>
            {date}
            {other_date}
            {rules}
            {status}
            {workings}
        </section>
    }
    .into_any()
}

/// What one rule asks for by the due date.
#[component]
fn AnsweredRule(shown: ShownRule, words: DeadlineWords) -> impl IntoView {
    let (rule, ours) = (shown.rule, shown.ours);
    let cited = |text, citations| view! { <CitedLine text citations ours=ours.clone()/> };
    let notes = rule
        .notes
        .into_iter()
        .zip(shown.notes)
        .map(|(note, citations)| view! { <li>{cited(note, citations)}</li> })
        .collect_view();
    view! {
        <h4 class="govuk-heading-s">{rule.title}</h4>
        <p class="govuk-body">{rule.met_by}<Citations citations=shown.citations/></p>
        <dl class="wm-answer__facts">
            <dt>{words.who().to_owned()}</dt>
            <dd>{rule.who}</dd>
            <dt>{words.strength().to_owned()}</dt>
            <dd>{shown.strength}</dd>
            <dt>{words.if_late().to_owned()}</dt>
            <dd>{cited(rule.if_late, shown.if_late)}</dd>
        </dl>
        <ul class="govuk-list govuk-list--bullet">{notes}</ul>
    }
    .into_any()
}

/// A sentence with the links it rests on, or with the label for words that are ours.
#[component]
pub fn CitedLine(
    /// The sentence.
    text: CitedText,
    /// What it rests on.
    citations: Vec<Citation>,
    /// The label for words that are ours.
    ours: String,
) -> impl IntoView {
    let ours = text.ours.then(|| view! { " "<span class="wm-ours">{ours}</span> });
    view! { {text.text}<Citations citations/>{ours} }.into_any()
}
