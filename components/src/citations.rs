//! Links to the statements that something rests on.

use leptos::prelude::*;
use waymark_content::guide::Citation;

/// Quiet links at the end of what they support. Nothing when there is nothing to cite.
#[component]
pub fn Citations(
    /// The places cited.
    citations: Vec<Citation>,
) -> impl IntoView {
    (!citations.is_empty()).then(|| {
        let links = citations
            .into_iter()
            .map(|citation| {
                let unseen =
                    citation.unseen.map(|name| view! { <span class="govuk-visually-hidden">{name}</span> });
                view! { <a class="wm-cite" href=citation.href>{unseen}{citation.label}</a> }
            })
            .collect_view();
        view! { " "<span class="wm-cites">{links}</span> }.into_any()
    })
}
