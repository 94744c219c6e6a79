//! The whole case, checking a date, any count, and comparing: each a tool over the same rules and calendars.

use leptos::prelude::*;
use waymark_components::deadlines::{AnyCountData, CheckData, CompareData, WholeCaseData};
use waymark_content::guide::Guide;
use waymark_content::packed::Packed;
use waymark_content::route::SitePage;

use super::deadline_copies::{Copies, copies};
use super::deadlines::{counting, data, other_tools, sources};
use super::{case_props, fixed, props};
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

/// The events that a case is asked for from the start. Others can be added.
const FIRST: [&str; 3] = ["referral-received", "strategy-discussion", "initial-conference"];

pub(crate) fn whole_case(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let page = SitePage::WholeCase;
    let first = FIRST
        .into_iter()
        .filter_map(|id| guide.events.iter().position(|event| event.id.as_str() == id))
        .collect();
    let deadlines = data(guide, &page.route());
    let props = WholeCaseData { deadlines, words: guide.words.whole_case.clone(), first };
    frame(site, page, "whole-case", &props, true, Some(Copies::Sources))
}

pub(crate) fn check(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let page = SitePage::CheckDate;
    let props = CheckData { deadlines: data(guide, &page.route()), words: guide.words.counts.clone() };
    frame(site, page, "check", &props, true, Some(Copies::MetBy))
}

pub(crate) fn any_count(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let props = AnyCountData {
        counting: counting(guide),
        words: guide.words.counts.clone(),
        deadlines: guide.words.deadlines.clone(),
    };
    frame(site, SitePage::AnyCount, "any-count", &props, false, None)
}

pub(crate) fn compare(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let page = SitePage::Compare;
    let props = CompareData { deadlines: data(guide, &page.route()), words: guide.words.counts.clone() };
    frame(site, page, "compare", &props, true, None)
}

/// A tool with what stands in its place where there is no script. What rests on the sources says how far they hold.
fn frame(
    site: &Site<'_>,
    page: SitePage,
    tool: &'static str,
    data: &impl Packed,
    from_sources: bool,
    copied: Option<Copies>,
) -> Frame {
    let guide: &Guide = site.guide;
    let route = page.route();
    let titled = guide.words.pages.of(page).expect("a tool's page has words");
    let fallback = titled.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let sources = sources(guide);
    let case = (page == SitePage::WholeCase).then(|| case_props(site, &route));
    let body = view! {
        <div class="wm-tool" data-tool=tool data-props=props(data) data-case=case>{fallback.collect_view()}</div>
        {copied.map(|which| copies(guide, &route, which))}
        {other_tools(guide, page)}
        {from_sources.then(|| sources_block(guide, &route, &sources))}
    };
    Frame {
        kind: Kind::Tool,
        danger: true,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Deadlines]),
        status_line: from_sources.then(|| sources_line(guide, &route, &sources)),
        ..fixed(site, page, titled, Part::Tools, body.into_any())
    }
}
