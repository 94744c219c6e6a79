//! A question with a short list of answers, one of which holds.

use leptos::prelude::*;

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its value, unique in the group.
    pub value: &'static str,
    /// Its words.
    pub label: String,
}

/// GOV.UK radios. The choice applies as it is made.
#[component]
pub fn Radios(
    /// Name of the group; ids begin with it.
    name: &'static str,
    /// The question.
    legend: String,
    /// The answers.
    choices: Vec<Choice>,
    /// The value that holds.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Told of each new choice.
    on_choose: impl Fn(&'static str) + Clone + 'static,
) -> impl IntoView {
    let items = choices
        .into_iter()
        .map(|choice| {
            let id = format!("{name}-{}", choice.value);
            let on_choose = on_choose.clone();
            view! {
                <div class="govuk-radios__item">
                    <input
                        class="govuk-radios__input"
                        type="radio"
                        id=id.clone()
                        name=name
                        value=choice.value
                        prop:checked=move || chosen.get() == choice.value
                        on:change=move |_| on_choose(choice.value)
                    />
                    <label class="govuk-label govuk-radios__label" for=id>{choice.label}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                    <h2 class="govuk-fieldset__heading">{legend}</h2>
                </legend>
                <div class="govuk-radios">{items}</div>
            </fieldset>
        </div>
    }
}
