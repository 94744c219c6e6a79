//! The register of disagreements: the list of subjects, and a page for each.

use leptos::prelude::*;
use waymark_content::disagreement::{Confidence, DisagreementGroup};
use waymark_content::route::{Link, SitePage};
use waymark_content::words::fill;

use super::fixed;
use crate::blocks::Setting;
use crate::disagreement::{followed, shown_on, sides, sure_tag};
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, notices, sources_block, sources_line};
use crate::site::Site;

/// The list of subjects.
pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.pages.disagreement;
    let route = SitePage::Disagreements.route();
    let items = guide
        .disagreements
        .iter()
        .map(|group| {
            let href = route.href(&Link::to(group.route.clone()));
            let count = fill(&words.count, &[("count", &group.file.entries.len().to_string())]);
            view! {
                <li class="wm-task">
                    <h2 class="wm-task__title"><a class="govuk-link" href=href>{group.file.title.clone()}</a></h2>
                    <p class="wm-task__text">{group.file.description.clone()}</p>
                    <p class="wm-task__text">{count}</p>
                </li>
            }
        })
        .collect_view();
    let body = view! {
        <ul class="wm-tasks">{items}</ul>
        <h2 class="govuk-heading-m" id="how-sure">{words.sure_words.clone()}</h2>
        {sure_words(site)}
    };
    let titled = &guide.words.pages.disagreements;
    fixed(site, SitePage::Disagreements, titled, Part::Sources, body.into_any())
}

fn sure_words(site: &Site<'_>) -> AnyView {
    let words = &site.guide.words.pages.disagreement;
    let items = [Confidence::Checked, Confidence::ToCheck, Confidence::Reading, Confidence::Unconfirmed]
        .into_iter()
        .filter_map(|sure| words.sure.get(&sure))
        .map(|word| {
            view! { <li><strong class="wm-tag">{word.label.clone()}</strong>" "{word.meaning.clone()}</li> }
        })
        .collect_view();
    view! { <ul class="govuk-list">{items}</ul> }.into_any()
}

/// One subject: every point in full.
pub(crate) fn group_frame(site: &Site<'_>, group: &DisagreementGroup) -> Frame {
    let guide = site.guide;
    let route = &group.route;
    let words = &guide.words.pages.disagreement;
    let setting = Setting::page(guide, route, None);
    let cites = group.file.entries.iter().flat_map(|entry| &entry.says).flat_map(|side| &side.cites);
    let sources = guide.sources_cited(cites);
    let links = group
        .file
        .entries
        .iter()
        .map(|entry| {
            let href = format!("#{}", entry.id);
            view! { <li><a class="govuk-link" href=href>{entry.title.clone()}</a></li> }
        })
        .collect_view();
    let entries = group
        .file
        .entries
        .iter()
        .map(|entry| {
            let kind = words.kinds.get(&entry.kind).cloned();
            let meaning = words.sure.get(&entry.sure).map(|word| word.meaning.clone());
            view! {
                <section class="wm-point" aria-labelledby=entry.id.to_string()>
                    <h2 class="govuk-heading-m" id=entry.id.to_string()>{entry.title.clone()}</h2>
                    <p class="wm-aside__label">{kind}</p>
                    {sides(&setting, entry)}
                    {followed(guide, entry)}
                    <p class="govuk-body">{sure_tag(guide, entry.sure)}" "{meaning}</p>
                    {shown_on(guide, route, &entry.id)}
                </section>
            }
        })
        .collect_view();
    let body = view! {
        {notices(guide, &group.file.notices)}
        <p class="govuk-body-l">{group.file.description.clone()}</p>
        <ul class="govuk-list wm-sections">{links}</ul>
        <div class="wm-text">{entries}</div>
        {sources_block(guide, route, &sources)}
    };
    Frame {
        route: route.clone(),
        title: format!(
            "{}{}{}",
            group.file.title, guide.words.shell.title_separator, guide.words.pages.disagreements.title
        ),
        heading: group.file.title.clone(),
        description: group.file.description.clone(),
        kind: Kind::Register,
        part: Part::Sources,
        breadcrumbs: crumbs(guide, &[SitePage::Disagreements]),
        status_line: Some(sources_line(guide, route, &sources)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
    }
}
