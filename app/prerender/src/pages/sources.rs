//! The list of sources.

use leptos::prelude::*;
use waymark_content::route::{Link, SitePage};

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::status_tag;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.pages.sources;
    let route = SitePage::Sources.route();
    let items = guide
        .sources
        .iter()
        .map(|source| {
            let about = &source.about;
            let href = route.href(&Link::to(source.route()));
            view! {
                <li class="wm-task">
                    <h2 class="wm-task__title"><a class="govuk-link" href=href>{about.title.clone()}</a></h2>
                    <p class="wm-task__text">
                        {about.edition.clone()}". "{about.applies_to.clone()}" "
                        {status_tag(guide, about.status)}
                    </p>
                    <p class="wm-task__text">{about.replaced_by.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let body = view! { <ul class="wm-tasks">{items}</ul> }.into_any();
    fixed(site, SitePage::Sources, words, Part::Sources, body)
}
