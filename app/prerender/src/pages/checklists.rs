//! The list of record checklists, by source.

use leptos::prelude::*;
use waymark_content::route::{Link, SitePage};

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::status_tag;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let here = SitePage::Checklists.route();
    let sources = guide.sources.iter().filter_map(|source| {
        let about = &source.about;
        let lists = guide.checklists.iter().filter(|list| list.source == about.id);
        let links: Vec<_> = lists
            .map(|list| {
                let href = here.href(&Link::to(list.route()));
                let own_status =
                    (list.status != about.status).then(|| view! { " "{status_tag(guide, list.status)} });
                view! {
                    <li>
                        <a class="govuk-link" href=href>{list.title.clone()}</a>" "
                        <span class="wm-quiet">{list.question.clone()}</span>
                        {own_status}
                    </li>
                }
            })
            .collect();
        (!links.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m" id=about.id.as_str().to_owned()>
                    {about.title.clone()}" "{status_tag(guide, about.status)}
                </h2>
                <ul class="govuk-list">{links}</ul>
            }
        })
    });
    let body = view! { <div class="wm-text">{sources.collect_view()}</div> }.into_any();
    Frame {
        danger: true,
        ..fixed(site, SitePage::Checklists, &guide.words.pages.checklists, Part::Tools, body)
    }
}
