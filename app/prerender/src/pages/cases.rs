//! The cases that are kept on the device: what is kept and where, in plain words, and the tool on top of it.

use leptos::prelude::*;
use waymark_components::case::CasesPageData;
use waymark_content::route::{Link, SitePage};

use super::{case_props, fixed, props};
use crate::frame::{Frame, Kind, Part};
use crate::parts::crumbs;
use crate::site::{CASE_SCHEMA, Site};

/// The pages whose tools belong to a case.
const TOOLS: [SitePage; 4] =
    [SitePage::WholeCase, SitePage::Decisions, SitePage::Checklists, SitePage::Forms];

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let route = SitePage::Cases.route();
    let (titled, words) = (&guide.words.pages.cases, &guide.words.pages.cases_page);
    let case = case_props(site, &route);
    let data = props(&CasesPageData { words: guide.words.cases.clone() });
    let fallback = titled.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let sections = words.sections.iter().map(|section| {
        let items = section.text.iter().map(|text| view! { <li>{text.clone()}</li> });
        view! {
            <h2 class="govuk-heading-m" id=section.id.clone()>{section.title.clone()}</h2>
            <ul class="govuk-list govuk-list--bullet">{items.collect_view()}</ul>
        }
    });
    let tools = TOOLS.into_iter().filter_map(|page| {
        let href = route.href(&Link::to(page.route()));
        let title = guide.words.pages.of(page)?.title.clone();
        Some(view! { <li><a class="govuk-link" href=href>{title}</a></li> })
    });
    let schema = format!("{}{CASE_SCHEMA}", route.to_root());
    let body = view! {
        <div class="wm-tool" data-tool="cases" data-props=data data-case=case>{fallback.collect_view()}</div>
        <div class="wm-text">
            <h2 class="govuk-heading-m" id="tools">{words.tools.clone()}</h2>
            <ul class="govuk-list">{tools.collect_view()}</ul>
            {sections.collect_view()}
            <p class="govuk-body">
                {words.schema.clone()}" "<a class="govuk-link" href=schema>{words.schema_link.clone()}</a>
            </p>
        </div>
    };
    Frame {
        kind: Kind::Tool,
        danger: true,
        breadcrumbs: crumbs(guide, &[SitePage::Tools]),
        ..fixed(site, SitePage::Cases, titled, Part::Tools, body.into_any())
    }
}
