//! The list of decisions: by what someone has come with, and by group.

use leptos::prelude::*;
use waymark_content::decision::{Decision, OutcomeKind};
use waymark_content::guide::Guide;
use waymark_content::route::{Link, SitePage};

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::{page_list, status_tag};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.decisions_page;
    let situations = guide.situations.iter().filter_map(|situation| {
        let found = guide.decisions.iter().filter(|decision| decision.situations.contains(&situation.id));
        let mut found: Vec<&Decision> = found.collect();
        // Danger first: what can say "act now" stands above what cannot, each in the order of the groups.
        let can_be_urgent =
            |decision: &Decision| decision.outcomes.iter().any(|outcome| outcome.kind == OutcomeKind::ActNow);
        found.sort_by_key(|decision| !can_be_urgent(decision));
        let links = found.into_iter().map(|decision| link(guide, decision)).collect::<Vec<_>>();
        (!links.is_empty()).then(|| {
            view! {
                <h3 class="govuk-heading-s" id=situation.id.as_str().to_owned()>{situation.title.clone()}</h3>
                <ul class="govuk-list">{links}</ul>
            }
        })
    });
    let groups = guide.decision_groups.iter().map(|group| {
        let found = guide.decisions.iter().filter(|decision| decision.group == group.id);
        let listed = found
            .map(|decision| (decision.title.clone(), decision.question.clone(), decision.route()))
            .collect();
        view! {
            <h3 class="govuk-heading-s" id=format!("all-{}", group.id)>{group.title.clone()}</h3>
            {page_list(&SitePage::Decisions.route(), listed)}
        }
    });
    let body = view! {
        <h2 class="govuk-heading-m" id="situations">{words.by_situation.clone()}</h2>
        {situations.collect_view()}
        <h2 class="govuk-heading-m" id="all">{words.by_group.clone()}</h2>
        {groups.collect_view()}
    };
    Frame {
        danger: true,
        ..fixed(site, SitePage::Decisions, &guide.words.pages.decisions, Part::Tools, body.into_any())
    }
}

fn link(guide: &Guide, decision: &Decision) -> AnyView {
    let href = SitePage::Decisions.route().href(&Link::to(decision.route()));
    let source = decision.sources.first().and_then(|id| guide.source(id));
    let source = source.map(|source| source.about.short.clone());
    view! {
        <li>
            <a class="govuk-link" href=href>{decision.title.clone()}</a>" "
            <span class="wm-quiet">{source}</span>" "
            {status_tag(guide, decision.status)}
        </li>
    }
    .into_any()
}
