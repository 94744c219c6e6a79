//! The contents of one procedure.

use leptos::prelude::*;
use waymark_content::guidance::Procedure;
use waymark_content::route::{Link, SitePage};

use super::one_page;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, source_block, status_line};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>, procedure: &Procedure) -> Frame {
    let guide = site.guide;
    let source =
        guide.source(&procedure.source).expect("a procedure's source is checked when content is loaded");
    let route = procedure.route.clone();
    let words = &guide.words.pages.procedure;
    let groups = procedure
        .grouped()
        .into_iter()
        .enumerate()
        .map(|(number, (title, pages))| {
            let heading = title.map(|title| {
                view! { <h2 class="govuk-heading-m" id=format!("part-{}", number + 1)>{title.to_owned()}</h2> }
            });
            let items = pages
                .iter()
                .map(|page| {
                    let href = route.href(&Link::to(page.route.clone()));
                    view! {
                        <li>
                            <a class="govuk-link" href=href>{page.title.clone()}</a>
                            <p class="wm-task__text">{page.description.clone()}</p>
                        </li>
                    }
                })
                .collect_view();
            view! { {heading}<ol class="govuk-list wm-procedure">{items}</ol> }
        })
        .collect_view();
    let register = route.href(&Link::to(source.route()));
    let one_page = route.href(&Link::to(one_page::route(procedure)));
    let body = view! {
        <p class="govuk-body-l">{words.procedure_lead.clone()}</p>
        {groups}
        <p class="govuk-body"><a class="govuk-link" href=one_page>{guide.words.shell.one_page.clone()}</a></p>
        <p class="govuk-body"><a class="govuk-link" href=register>{words.statements_link.clone()}</a></p>
        {source_block(guide, &route, source, None)}
    };
    Frame {
        title: source.about.title.clone(),
        heading: source.about.title.clone(),
        description: format!("{} {}", words.procedure_lead, source.about.replaced_by),
        kind: Kind::Reading,
        part: Part::Procedures,
        breadcrumbs: crumbs(guide, &[SitePage::Procedures]),
        status_line: Some(status_line(guide, &route, source, source.about.status)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}
