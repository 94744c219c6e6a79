//! The page for addresses that lead nowhere.

use leptos::prelude::*;
use waymark_content::route::{Link, Route, SitePage};

use crate::frame::{Frame, Kind, Part};
use crate::parts::crumbs;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.pages.not_found;
    let route = Route::home();
    let text = words.text.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let links = [SitePage::Tools, SitePage::Procedures, SitePage::Sources, SitePage::SiteMap]
        .into_iter()
        .filter_map(|page| {
            let title = guide.words.pages.of(page)?.title.clone();
            let href = route.href(&Link::to(page.route()));
            // Written from the root, so that the render can turn every link of this page in one way.
            Some(view! { <li><a class="govuk-link" href=format!("./{href}")>{title}</a></li> })
        })
        .collect_view();
    let body = view! {
        {text.collect_view()}
        <p class="govuk-body">{words.links_lead.clone()}</p>
        <ul class="govuk-list govuk-list--bullet">{links}</ul>
    };
    Frame {
        title: words.title.clone(),
        heading: words.title.clone(),
        description: words.description.clone(),
        kind: Kind::Reading,
        part: Part::Elsewhere,
        breadcrumbs: crumbs(guide, &[]),
        status_line: None,
        danger: true,
        has_contents: false,
        indexed: false,
        body: body.into_any(),
        route,
    }
}
