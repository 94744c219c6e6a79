//! What the guide is, how to read it, privacy and accessibility.

use leptos::prelude::*;
use waymark_content::route::SitePage;
use waymark_content::source::Status;

use super::fixed;
use crate::blocks::Setting;
use crate::frame::{Frame, Part};
use crate::parts::{status_meaning, status_tag};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let route = SitePage::About.route();
    let text = Setting::page(guide, &route, None).blocks(&guide.about);
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
