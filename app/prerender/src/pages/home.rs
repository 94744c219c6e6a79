//! The home page: what people come to do.

use leptos::prelude::*;
use waymark_content::route::{Link, SitePage};

use crate::frame::{Frame, Kind, Part};
use crate::parts::page_list;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let words = &site.guide.words.home;
    let route = SitePage::Home.route();
    let tasks = words
        .tasks
        .iter()
        .map(|task| (task.title.clone(), task.text.clone(), Link::parse(&task.link).route))
        .collect();
    let body = page_list(&route, tasks);
    let line = site.guide.words.shell.site_line.clone();
    Frame {
        title: words.page_title.clone(),
        heading: words.title.clone(),
        description: words.description.clone(),
        kind: Kind::Reading,
        part: Part::Elsewhere,
        breadcrumbs: Vec::new(),
        status_line: None,
        danger: true,
        has_contents: false,
        indexed: true,
        body: view! { {body}<p class="govuk-body wm-site-line">{line}</p> }.into_any(),
        route,
    }
}
