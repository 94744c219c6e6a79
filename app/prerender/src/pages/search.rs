//! The search. It is the one tool that is not in the bundle: see `app/search/`.

use leptos::prelude::*;
use serde::Serialize;
use waymark_content::route::SitePage;
use waymark_content::words::SearchWords;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::site::Site;

/// What `app/search/search.js` needs from its page.
#[derive(Serialize)]
struct SearchData<'a> {
    /// Where the texts are, from the site's root.
    texts: &'a str,
    /// The way from this page to the site's root.
    root: String,
    words: &'a SearchWords,
}

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let words = &site.guide.words;
    let titled = &words.pages.search;
    let data = SearchData {
        texts: &site.assets.search_texts,
        root: SitePage::Search.route().to_root(),
        words: &words.search,
    };
    let data = serde_json::to_string(&data).expect("words are plain text");
    let fallback = titled.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let body = view! {
        <div class="wm-tool" data-tool="search" data-props=data>{fallback.collect_view()}</div>
    };
    Frame {
        kind: Kind::Search,
        danger: true,
        ..fixed(site, SitePage::Search, titled, Part::Search, body.into_any())
    }
}
