//! One file a kind of page.

pub(crate) mod about;
pub(crate) mod bank_holidays;
pub(crate) mod cases;
pub(crate) mod checklist;
pub(crate) mod checklists;
mod deadline_copies;
pub(crate) mod deadline_tools;
pub(crate) mod deadlines;
pub(crate) mod decision;
pub(crate) mod decisions;
pub(crate) mod disagreements;
pub(crate) mod display;
pub(crate) mod flow;
pub(crate) mod flows;
pub(crate) mod form;
pub(crate) mod forms;
pub(crate) mod glossary;
pub(crate) mod guidance;
pub(crate) mod home;
pub(crate) mod not_found;
pub(crate) mod notices;
pub(crate) mod one_page;
pub(crate) mod practice;
pub(crate) mod practice_case;
pub(crate) mod practice_papers;
mod practice_step;
pub(crate) mod procedure;
pub(crate) mod procedures;
pub(crate) mod register;
pub(crate) mod rule;
pub(crate) mod search;
pub(crate) mod site_map;
pub(crate) mod sources;
pub(crate) mod tools;
pub(crate) mod topic;
pub(crate) mod topics;
pub(crate) mod without_a_number;

use leptos::prelude::*;
use waymark_components::case::CaseData;
use waymark_content::packed::{Packed, packed};
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::words::Titled;

use crate::frame::{Frame, Kind, Part};
use crate::parts::crumbs;
use crate::site::Site;

/// A tool's data as its page carries it.
pub(crate) fn props(data: &impl Packed) -> String {
    serde_json::to_string(&packed(data)).expect("a list of texts can be written")
}

/// What keeping a case needs on a page of a tool that belongs to one.
fn case_props(site: &Site<'_>, from: &Route) -> String {
    let (guide, cases) = (site.guide, SitePage::Cases.route());
    let cases = if *from == cases { String::new() } else { from.href(&Link::to(cases)) };
    props(&CaseData {
        words: guide.words.case.clone(),
        names: guide.words.dates.clone(),
        keeping: guide.keeping.clone(),
        edition: format!("{}{}", from.to_root(), site.assets.edition_js),
        cases,
    })
}

/// A fixed page with its words from `words/pages.toml`.
fn fixed(site: &Site<'_>, page: SitePage, words: &Titled, part: Part, body: AnyView) -> Frame {
    let lead = words.lead.clone().map(|lead| view! { <p class="govuk-body-l">{lead}</p> });
    Frame {
        route: page.route(),
        title: words.title.clone(),
        heading: words.title.clone(),
        description: words.description.clone(),
        kind: Kind::Reading,
        part,
        breadcrumbs: crumbs(site.guide, &[]),
        status_line: None,
        danger: false,
        has_contents: false,
        indexed: true,
        body: view! { {lead}{body} }.into_any(),
    }
}
