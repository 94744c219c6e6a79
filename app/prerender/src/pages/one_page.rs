//! A whole procedure on one page, to read or to print.

use leptos::prelude::*;
use waymark_content::guidance::Procedure;
use waymark_content::id::NoticeId;
use waymark_content::route::{Link, Route};
use waymark_content::words::fill;

use crate::blocks::{Part, Setting};
use crate::frame::{self, Frame, Kind};
use crate::parts::{notices, procedure_crumbs, source_block, status_line};
use crate::site::Site;

/// Its place: below the procedure.
pub(crate) fn route(procedure: &Procedure) -> Route {
    procedure.route.child("one-page")
}

pub(crate) fn frame(site: &Site<'_>, procedure: &Procedure) -> Frame {
    let guide = site.guide;
    let source =
        guide.source(&procedure.source).expect("a procedure's source is checked when content is loaded");
    let route = route(procedure);
    let mut opening: Vec<NoticeId> = procedure.pages.iter().flat_map(|page| page.notices.clone()).collect();
    opening.dedup();
    let pages = procedure
        .pages
        .iter()
        .map(|page| {
            let href = route.href(&Link::to(page.route.clone()));
            let setting = Setting {
                guide,
                route: &route,
                own: Some(&procedure.source),
                part_of: Some(Part { procedure, page }),
                ours: false,
            };
            view! {
                <h2 class="govuk-heading-m" id=Part::id(&page.route, None)>
                    <a class="govuk-link" href=href>{page.title.clone()}</a>
                </h2>
                {setting.blocks(&page.blocks)}
            }
        })
        .collect_view();
    let words = &guide.words.pages.procedure;
    let title = fill(&words.one_page_title, &[("title", &source.about.title)]);
    let body = view! {
        {notices(guide, &opening)}
        <div class="wm-text">{pages}</div>
        {source_block(guide, &route, source, None)}
    };
    Frame {
        title: title.clone(),
        heading: title,
        description: fill(&words.one_page_description, &[("title", &source.about.title)]),
        kind: Kind::OnePage,
        part: frame::Part::Procedures,
        breadcrumbs: procedure_crumbs(guide, procedure, source),
        status_line: Some(status_line(guide, &route, source, source.about.status)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}
