//! The deadlines tool: a date in, the dates that follow out, with every day on the way.

mod answer;
mod data;
mod working;

pub use answer::{CitedLine, limit_words};
pub use data::{DeadlinesData, ReadyDeadlines, ShownRule};

use std::sync::Arc;

use leptos::html::H2;
use leptos::prelude::*;
use waymark_content::date::{DatePart, EnteredDate};
use waymark_content::deadline::Timetable;
use waymark_content::words::fill;

use crate::date_input::{DateInput, DateInputError, field_id};
use crate::error_summary::{ErrorLink, ErrorSummary};
use answer::{AnswerPanel, EventLine};

/// The tool. It shows an answer only for the date that stands in its fields.
#[component]
pub fn DeadlineTool(
    /// Its rules, calendar and words, already checked.
    ready: ReadyDeadlines,
) -> impl IntoView {
    let ready = Arc::new(ready);
    let words = ready.data.words.clone();
    let entered = RwSignal::new(EnteredDate::default());
    // What the button was last pressed for, with what came of it.
    let asked = RwSignal::new(None::<(EnteredDate, Result<Timetable, DateInputError>)>);
    let errors = RwSignal::new(Vec::<ErrorLink>::new());
    let error = Memo::new(move |_| asked.with(|asked| asked.as_ref()?.1.as_ref().err().cloned()));

    let title = document().title();
    let ask = {
        let ready = Arc::clone(&ready);
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let typed = entered.get_untracked();
            let outcome = ready.timetable(&typed);
            let prefix = ready.data.input.error_prefix();
            match &outcome {
                Ok(_) => {
                    document().set_title(&title);
                    errors.set(Vec::new());
                }
                Err(error) => {
                    document().set_title(&format!("{prefix} {title}"));
                    let part = error.parts.first().copied().unwrap_or(DatePart::Day);
                    let field = field_id(ready.data.event.id.as_str(), part);
                    errors.set(vec![ErrorLink { field, message: error.message.clone() }]);
                }
            }
            asked.set(Some((typed, outcome)));
        }
    };

    let answers = {
        let ready = Arc::clone(&ready);
        let stale = fill(words.stale(), &[("button", words.button())]);
        move || {
            let (typed, outcome) = asked.get()?;
            let timetable = outcome.ok()?;
            // A date beside fields that now say something else would be read as theirs.
            if entered.get() != typed {
                return Some(view! { <p class="wm-stale" role="status">{stale.clone()}</p> }.into_any());
            }
            let event = timetable.event;
            let ready = Arc::clone(&ready);
            let panels = timetable
                .answers
                .into_iter()
                .map(|answer| view! { <AnswerPanel ready=Arc::clone(&ready) event answer/> })
                .collect_view();
            let heading = NodeRef::<H2>::new();
            // The answer is below the fields: going to it shows it, and has it read out, without jumping above what
            // was typed.
            Effect::new(move || {
                if let Some(heading) = heading.get() {
                    let _ = heading.focus();
                }
            });
            Some(
                view! {
                    <h2 class="govuk-heading-m" tabindex="-1" node_ref=heading>
                        {ready.data.words.answer_heading().to_owned()}
                    </h2>
                    <EventLine ready=Arc::clone(&ready) event not_working=timetable.event_not_working/>
                    {panels}
                    <p class="wm-print-only">{ready.data.words.personal().to_owned()}</p>
                }
                .into_any(),
            )
        }
    };

    let data = ready.data.clone();
    view! {
        <ErrorSummary title=data.input.error_summary_title().to_owned() errors/>
        <form novalidate autocomplete="off" on:submit=ask>
            <DateInput
                name=data.event.id.as_str().to_owned()
                legend=data.event.question.clone()
                hint=data.event.hint.clone()
                words=data.input.clone()
                entered
                error
            />
            <button type="submit" class="govuk-button">{words.button().to_owned()}</button>
        </form>
        <div class="wm-answers">{answers}</div>
    }
}
