//! The pages on the guide itself: what it is and how to read it, privacy, accessibility.

use leptos::prelude::*;
use waymark_content::guidance::Block;
use waymark_content::route::SitePage;
use waymark_content::source::Status;
use waymark_content::words::Titled;

use super::fixed;
use crate::blocks::Setting;
use crate::frame::{Frame, Part};
use crate::parts::{status_meaning, status_tag};
use crate::site::Site;

pub(crate) fn about(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let route = SitePage::About.route();
    let text = Setting::page(guide, &route, None).blocks(&guide.about.guide);
    let statuses = Status::ALL
        .map(|status| {
            view! { <li>{status_tag(guide, status)}" "{status_meaning(guide, status)}</li> }
        })
        .into_iter()
        .collect_view();
    let body = view! {
        <div class="wm-text">
            {text}
            <h2 class="govuk-heading-m" id="status-words">{guide.words.shell.status_words.clone()}</h2>
            <ul class="govuk-list">{statuses}</ul>
        </div>
    };
    fixed(site, SitePage::About, &guide.words.pages.about, Part::Elsewhere, body.into_any())
}

pub(crate) fn privacy(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    text(site, SitePage::Privacy, &guide.about.privacy, &guide.words.pages.privacy)
}

pub(crate) fn accessibility(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    text(site, SitePage::Accessibility, &guide.about.accessibility, &guide.words.pages.accessibility)
}

fn text(site: &Site<'_>, page: SitePage, text: &[Block], words: &Titled) -> Frame {
    let text = Setting::page(site.guide, &page.route(), None).blocks(text);
    let body = view! { <div class="wm-text">{text}</div> };
    fixed(site, page, words, Part::Elsewhere, body.into_any())
}
