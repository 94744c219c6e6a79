//! Everything that is wrong, at the top, with links to where to mend it.

use leptos::html::Div;
use leptos::prelude::*;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorLink {
    /// The id of the field to go to.
    pub field: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// Shown while there are errors. It takes the focus each time errors are reported anew.
#[component]
pub fn ErrorSummary(
    /// Heading.
    title: String,
    /// What to mend. Each report counts, even of the same errors.
    #[prop(into)]
    errors: Signal<Vec<ErrorLink>>,
) -> impl IntoView {
    let summary = NodeRef::<Div>::new();
    Effect::new(move || {
        if errors.with(|errors| !errors.is_empty())
            && let Some(element) = summary.get()
        {
            // Nothing is lost when the element has just gone: the message stands beside the field too.
            let _ = element.focus();
        }
    });
    move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            let links = errors
                .into_iter()
                .map(|error| {
                    let field = error.field.clone();
                    view! {
                        <li>
                            <a
                                href=format!("#{}", error.field)
                                on:click=move |event| {
                                    event.prevent_default();
                                    focus(&field);
                                }
                            >
                                {error.message}
                            </a>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <div class="govuk-error-summary" tabindex="-1" node_ref=summary role="alert">
                    <h2 class="govuk-error-summary__title">{title.clone()}</h2>
                    <div class="govuk-error-summary__body">
                        <ul class="govuk-list govuk-error-summary__list">{links}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// Moves the focus to a field and brings its question into view with it.
fn focus(field: &str) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(field);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        if let Ok(Some(group)) = element.closest("fieldset") {
            group.scroll_into_view();
        }
        let _ = element.focus();
    }
}
