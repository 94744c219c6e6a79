//! A page of guidance.

use leptos::prelude::*;
use waymark_content::guidance::{Page, Procedure};

use crate::blocks::Setting;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{
    checklists, contents, flows, notices, pagination, procedure_crumbs, source_block, status_line,
};
use crate::site::Site;
use crate::terms;

pub(crate) fn frame(site: &Site<'_>, procedure: &Procedure, page: &Page) -> Frame {
    let guide = site.guide;
    let source = guide.source(&procedure.source).expect("a page's source is checked when content is loaded");
    let route = &page.route;
    let excerpt = page.excerpt.as_ref();
    let status = excerpt.map_or(source.about.status, |excerpt| excerpt.status);
    let body = view! {
        {notices(guide, &page.notices)}
        <div class="wm-columns">
            {contents(&guide.words.shell.in_this_procedure, &procedure.grouped(), page)}
            <div class="wm-text">
                {Setting::page(guide, route, Some(&procedure.source)).blocks(&page.blocks)}
                {flows(guide, route, &page.flows)}
                {checklists(guide, route)}
                {terms::meanings(guide, route, &page.blocks)}
            </div>
            {pagination(guide, &procedure.pages, page)}
            {source_block(guide, route, source, excerpt.map(|excerpt| excerpt.covers.as_str()))}
        </div>
    };
    Frame {
        route: route.clone(),
        title: format!("{}{}{}", page.title, guide.words.shell.title_separator, source.about.short),
        heading: page.title.clone(),
        description: page.description.clone(),
        kind: Kind::Reading,
        part: Part::Procedures,
        breadcrumbs: procedure_crumbs(guide, procedure, source),
        status_line: Some(status_line(guide, route, source, status)),
        danger: true,
        has_contents: true,
        indexed: true,
        body: body.into_any(),
    }
}
