//! Links to the statements that something rests on.

use leptos::prelude::*;
use waymark_content::guide::Citation;

use crate::piece::{Piece, element, text};

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

/// The same as pieces, for answers.
pub fn citation_pieces(links: &[Citation]) -> Vec<Piece> {
    if links.is_empty() {
        return Vec::new();
    }
    let links = links.iter().map(|link| {
        let unseen = link.unseen.as_ref();
        let mut pieces: Vec<Piece> = unseen
            .map(|name| element("span", "govuk-visually-hidden", vec![text(name.clone())]))
            .into_iter()
            .collect();
        pieces.push(text(link.label.clone()));
        element("a", "wm-cite", pieces).with("href", link.href.clone())
    });
    vec![text(" "), element("span", "wm-cites", links.collect())]
}
