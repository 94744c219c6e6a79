//! Words of the glossary that open in place.
//!
//! Each is a button that opens a popover: by mouse, by keyboard, without a script, and closed again by Escape. On
//! paper, and in a browser that does not know popovers, the meanings stand in a list at the end of the page.

use std::collections::BTreeSet;

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_content::glossary::Term;
use waymark_content::guidance::{Block, Reference, each_reference};
use waymark_content::guide::Guide;
use waymark_content::id::TermId;
use waymark_content::route::{Link, Route, SitePage};

/// The words, as a button that opens their meaning.
pub(crate) fn opener(id: &TermId, words: &str) -> AnyView {
    view! {
        <button type="button" class="wm-term" popovertarget=box_id(id)>{words.to_owned()}</button>
    }
    .into_any()
}

fn box_id(id: &TermId) -> String {
    format!("term-{id}")
}

/// The meanings of every word that opens on a page.
pub(crate) fn meanings(guide: &Guide, route: &Route, blocks: &[Block]) -> Option<AnyView> {
    let mut ids = BTreeSet::new();
    each_reference(blocks, &mut |_, reference| {
        if let Reference::Term(id) = reference {
            ids.insert(id);
        }
    });
    if ids.is_empty() {
        return None;
    }
    let words = &guide.words.pages.term;
    let boxes = guide
        .glossary
        .terms
        .iter()
        .filter(|term| ids.contains(&term.id))
        .map(|term| {
            let link = Link::to_anchor(SitePage::Glossary.route(), term.id.as_str());
            let href = route.href(&link);
            view! {
                <div class="wm-meaning" id=box_id(&term.id) popover="auto">
                    <p class="wm-meaning__term">{name(term)}</p>
                    {meaning(guide, route, term)}
                    <p class="wm-meaning__more"><a class="govuk-link" href=href>{words.in_glossary.clone()}</a></p>
                </div>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="wm-meanings" aria-label=words.on_this_page.clone()>
                <p class="wm-meanings__title">{words.on_this_page.clone()}</p>
                {boxes}
            </section>
        }
        .into_any(),
    )
}

/// The term, with its abbreviation.
pub(crate) fn name(term: &Term) -> String {
    match &term.short {
        Some(short) => format!("{} ({short})", term.term),
        None => term.term.clone(),
    }
}

/// What it means, or that nobody says; and the newer term.
pub(crate) fn meaning(guide: &Guide, route: &Route, term: &Term) -> AnyView {
    let words = &guide.words.pages.term;
    let unexplained = term.unexplained.then(|| format!("{} ", words.unexplained));
    let meaning = term.meaning.clone().or_else(|| term.place.clone());
    let citations = guide.citations(route, &term.cites, None);
    let ours = term.ours.then(|| {
        view! { " "<span class="wm-ours">{guide.words.shell.ours.clone()}</span> }
    });
    let newer =
        term.newer.clone().map(|newer| view! { <p class="govuk-body">{words.newer.clone()}" "{newer}</p> });
    view! {
        <p class="govuk-body">{unexplained}{meaning}<Citations citations/>{ours}</p>
        {newer}
    }
    .into_any()
}
