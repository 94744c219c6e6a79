//! A page that draws sources together: a topic, or what later editions say.

use leptos::prelude::*;
use waymark_content::guidance::Page;
use waymark_content::route::{Route, SitePage};

use crate::blocks::Setting;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{checklists, contents, crumbs, flows, notices, pagination, sources_block, sources_line};
use crate::site::Site;
use crate::terms;

/// One of the topics.
pub(crate) fn frame(site: &Site<'_>, page: &Page) -> Frame {
    let guide = site.guide;
    let topics = &guide.topics;
    let beside = contents(&guide.words.pages.topic.in_topics, &vec![(None, topics.as_slice())], page);
    let text = Setting::page(guide, &page.route, None);
    let body = body(&text, page, Some(beside), pagination(guide, topics, page));
    drawn(site, page, Part::Topics, crumbs(guide, &[SitePage::Topics]), body)
}

/// What later editions say.
pub(crate) fn editions(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let text = Setting { ours: true, ..Setting::page(guide, &guide.editions.route, None) };
    let body = body(&text, &guide.editions, None, None);
    let frame = drawn(site, &guide.editions, Part::Sources, crumbs(guide, &[SitePage::Sources]), body);
    Frame { danger: false, has_contents: false, ..frame }
}

fn body(setting: &Setting<'_>, page: &Page, beside: Option<AnyView>, pagination: Option<AnyView>) -> AnyView {
    let (guide, route) = (setting.guide, setting.route);
    let text = view! {
        <div class="wm-text">
            {setting.blocks(&page.blocks)}
            {flows(guide, route, &page.flows)}
            {checklists(guide, route)}
            {terms::meanings(guide, route, &page.blocks)}
        </div>
    };
    let sources = sources_block(guide, route, &guide.sources_of(page));
    let opening = notices(guide, &page.notices);
    match beside {
        Some(beside) => {
            view! { {opening}<div class="wm-columns">{beside}{text}{pagination}{sources}</div> }.into_any()
        }
        None => view! { {opening}{text}{sources} }.into_any(),
    }
}

fn drawn(
    site: &Site<'_>,
    page: &Page,
    part: Part,
    breadcrumbs: Vec<(String, Route)>,
    body: AnyView,
) -> Frame {
    Frame {
        route: page.route.clone(),
        title: page.title.clone(),
        heading: page.title.clone(),
        description: page.description.clone(),
        kind: Kind::Reading,
        part,
        breadcrumbs,
        status_line: Some(sources_line(site.guide, &page.route, &site.guide.sources_of(page))),
        danger: true,
        has_contents: true,
        indexed: true,
        body,
    }
}
