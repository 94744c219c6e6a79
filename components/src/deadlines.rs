//! The deadlines tool: a date in, the dates that follow out, with every day on the way.

mod answer;
mod data;
mod working;

pub use answer::limit_words;
pub use data::{DeadlinesData, EventRules, ReadyDeadlines, ShownRule};

use std::sync::Arc;

use leptos::html::{Div, Select};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use waymark_content::date::{DatePart, EnteredDate};
use waymark_content::deadline::Timetable;
use waymark_content::words::fill;

use crate::date_input::{DateInput, DateInputError, field_id};
use crate::error_summary::{ErrorLink, ErrorSummary};
use crate::piece::{element, show, text};
use answer::{answer_panel, event_line};

/// The tool. It shows an answer only for the date that stands in its fields.
#[component]
pub fn DeadlineTool(
    /// Its rules, calendar and words, already checked.
    ready: ReadyDeadlines,
) -> impl IntoView {
    let ready = Arc::new(ready);
    let words = ready.data.words.clone();
    // A link to the tool can name a rule or an event behind `#`.
    let named = window().location().hash().unwrap_or_default();
    let place_named = ready.place_of(named.trim_start_matches('#'));
    let chosen = RwSignal::new(place_named.unwrap_or_default());
    // Without a script such a link leads to the row of the list below; with it, to the question.
    let select = NodeRef::<Select>::new();
    Effect::new(move || {
        if let (Some(_), Some(select)) = (place_named, select.get()) {
            let _ = select.focus();
        }
    });
    let entered = RwSignal::new(EnteredDate::default());
    // What the button was last pressed for, with what came of it.
    let asked = RwSignal::new(None::<(usize, EnteredDate, Result<Timetable, DateInputError>)>);
    let errors = RwSignal::new(Vec::<ErrorLink>::new());
    let error = Memo::new(move |_| asked.with(|asked| asked.as_ref()?.2.as_ref().err().cloned()));
    // Whether the question now says something else than what was asked. A memo, so that each further key is not told
    // anew.
    let is_stale = Memo::new(move |_| {
        let now = (chosen.get(), entered.get());
        asked.with(|asked| asked.as_ref().is_some_and(|(place, typed, _)| (place, typed) != (&now.0, &now.1)))
    });
    // How often the button was pressed.
    let asks = RwSignal::new(0_u32);

    let title = document().title();
    let usual_title = title.clone();
    let ask = {
        let ready = Arc::clone(&ready);
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let typed = entered.get_untracked();
            let place = chosen.get_untracked();
            let outcome = ready.timetable(place, &typed);
            let prefix = ready.data.input.error_prefix();
            match &outcome {
                Ok(_) => {
                    document().set_title(&title);
                    errors.set(Vec::new());
                }
                Err(error) => {
                    document().set_title(&format!("{prefix} {title}"));
                    let part = error.parts.first().copied().unwrap_or(DatePart::Day);
                    let field = field_id(ready.event(place).event.id.as_str(), part);
                    errors.set(vec![ErrorLink { field, message: error.message.clone() }]);
                }
            }
            asks.update(|asks| *asks += 1);
            asked.set(Some((place, typed, outcome)));
        }
    };

    let place = NodeRef::<Div>::new();
    let answers = {
        let ready = Arc::clone(&ready);
        let stale = fill(words.stale(), &[("button", words.button())]);
        move || {
            let Some((asked_for, _, Ok(timetable))) = asked.get() else { return Vec::new() };
            // A date beside fields that now say something else would be read as theirs.
            if is_stale.get() {
                return vec![element("p", "wm-stale", vec![text(stale.clone())]).with("role", "status")];
            }
            let words = &ready.data.words;
            let heading = element("h2", "govuk-heading-m", vec![text(words.answer_heading())]);
            let mut pieces = vec![heading.with("tabindex", "-1")];
            let name = &ready.event(asked_for).event.name;
            pieces.extend(event_line(&ready, name, timetable.event, timetable.event_not_working.as_ref()));
            let panels = timetable.answers.iter();
            pieces.extend(panels.map(|answer| answer_panel(&ready, name, timetable.event, answer)));
            pieces.push(element("p", "wm-print-only", vec![text(words.personal())]));
            pieces
        }
    };
    Effect::new(move |shown_for: Option<u32>| {
        let asks = asks.get_untracked();
        let Some(place) = place.get() else { return asks };
        show(&place, &answers());
        // The answer is below the fields: going to it shows it, and has it read out, without jumping above what was
        // typed. Only when it was asked for: someone who types the same date again is still typing.
        if shown_for != Some(asks)
            && let Ok(Some(heading)) = place.query_selector("h2")
        {
            let _ = heading.unchecked_into::<web_sys::HtmlElement>().focus();
        }
        asks
    });

    let input = ready.data.input.clone();
    let options = ready
        .data
        .events
        .iter()
        .enumerate()
        .map(|(number, known)| view! { <option value=number.to_string()>{known.event.name.clone()}</option> })
        .collect_view();
    let choose = move |event| {
        // A mistake was made in the other event's fields, which are gone.
        if error.get_untracked().is_some() {
            asked.set(None);
            errors.set(Vec::new());
            document().set_title(&usual_title);
        }
        chosen.set(event_target_value(&event).parse().unwrap_or_default());
    };
    // What was typed stays when another event is chosen.
    let date = {
        let input = input.clone();
        move || {
            let event = ready.event(chosen.get()).event.clone();
            view! {
                <DateInput
                    name=event.id.as_str().to_owned()
                    legend=event.question
                    hint=event.hint
                    words=input.clone()
                    entered
                    error
                />
            }
        }
    };
    view! {
        <ErrorSummary title=input.error_summary_title().to_owned() errors/>
        <form novalidate autocomplete="off" on:submit=ask>
            <div class="govuk-form-group">
                <label class="govuk-label govuk-label--m" for="event">{words.what_happened().to_owned()}</label>
                <select
                    class="govuk-select"
                    id="event"
                    node_ref=select
                    prop:value=move || chosen.get().to_string()
                    on:change=choose
                >
                    {options}
                </select>
            </div>
            {date}
            <button type="submit" class="govuk-button">{words.button().to_owned()}</button>
        </form>
        <div class="wm-answers" node_ref=place></div>
    }
}
