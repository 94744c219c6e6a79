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
            .map(|citation| view! { <a class="wm-cite" href=citation.href>{citation.label}</a> })
            .collect_view();
        view! { " "<span class="wm-cites">{links}</span> }.into_any()
    })
}
