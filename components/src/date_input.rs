//! A date in three text fields, as the GOV.UK date input has it.
//!
//! Not `<input type="date">`: bound to a signal it breaks typing in Chromium.

use leptos::prelude::*;
use waymark_content::date::{DatePart, EnteredDate};
use waymark_content::words::DateInputWords;

/// What is wrong with the date, and which fields to mark.
#[derive(Clone, Debug, PartialEq)]
pub struct DateInputError {
    /// What is wrong and how to mend it.
    pub message: String,
    /// The fields to mend, in reading order.
    pub parts: Vec<DatePart>,
}

/// The id of one of the three fields.
pub fn field_id(name: &str, part: DatePart) -> String {
    let part = match part {
        DatePart::Day => "day",
        DatePart::Month => "month",
        DatePart::Year => "year",
    };
    format!("{name}-{part}")
}

/// Three fields for one date. What was typed stays as it was typed.
#[component]
pub fn DateInput(
    /// Id of the group; the fields' ids begin with it.
    name: String,
    /// The question, as the group's legend.
    legend: String,
    /// What to enter, and what not.
    hint: String,
    /// Labels and messages.
    words: DateInputWords,
    /// What is typed.
    entered: RwSignal<EnteredDate>,
    /// What is wrong with it, when something is.
    #[prop(into)]
    error: Signal<Option<DateInputError>>,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match error.get() {
            Some(_) => format!("{hint_id} {error_id}"),
            None => hint_id.clone(),
        }
    };
    let fields = [(DatePart::Day, 2), (DatePart::Month, 2), (DatePart::Year, 4)]
        .map(|(part, width)| {
            let id = field_id(&name, part);
            let marked =
                move || error.with(|error| error.as_ref().is_some_and(|error| error.parts.contains(&part)));
            let class = move || {
                let base = format!("govuk-input govuk-date-input__input govuk-input--width-{width}");
                if marked() { format!("{base} govuk-input--error") } else { base }
            };
            view! {
                <div class="govuk-date-input__item">
                    <div class="govuk-form-group">
                        <label class="govuk-label govuk-date-input__label" for=id.clone()>
                            {words.label(part).to_owned()}
                        </label>
                        <input
                            class=class
                            id=id
                            type="text"
                            inputmode="numeric"
                            autocomplete="off"
                            aria-invalid=move || marked().then_some("true")
                            prop:value=move || entered.with(|entered| part_of(entered, part).clone())
                            on:input:target=move |event| {
                                let typed = event.target().value();
                                entered.update(|entered| *part_of_mut(entered, part) = typed);
                            }
                        />
                    </div>
                </div>
            }
        })
        .into_iter()
        .collect_view();
    let prefix = words.error_prefix().to_owned();
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || error.with(Option::is_some)>
            <fieldset class="govuk-fieldset" aria-describedby=described_by>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                    <h2 class="govuk-fieldset__heading">{legend}</h2>
                </legend>
                <div id=hint_id class="govuk-hint">{hint}</div>
                {move || {
                    error.get().map(|error| view! {
                        <p id=error_id.clone() class="govuk-error-message">
                            <span class="govuk-visually-hidden">{prefix.clone()}" "</span>
                            {error.message}
                        </p>
                    })
                }}
                <div class="govuk-date-input" id=name>{fields}</div>
            </fieldset>
        </div>
    }
}

fn part_of(entered: &EnteredDate, part: DatePart) -> &String {
    match part {
        DatePart::Day => &entered.day,
        DatePart::Month => &entered.month,
        DatePart::Year => &entered.year,
    }
}

fn part_of_mut(entered: &mut EnteredDate, part: DatePart) -> &mut String {
    match part {
        DatePart::Day => &mut entered.day,
        DatePart::Month => &mut entered.month,
        DatePart::Year => &mut entered.year,
    }
}
