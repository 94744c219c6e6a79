//! The time limits without a number, by source.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_content::deadline::UnnumberedLimit;
use waymark_content::guide::Guide;
use waymark_content::route::SitePage;
use waymark_content::source::Source;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line, status_tag};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let route = SitePage::WithoutANumber.route();
    let of = |source: &Source| -> Vec<&UnnumberedLimit> {
        guide.unnumbered.iter().filter(|limit| limit.source == source.about.id).collect()
    };
    let sources: Vec<&Source> = guide.sources.iter().filter(|source| !of(source).is_empty()).collect();
    let sections = sources
        .iter()
        .map(|source| {
            let id = format!("from-{}", source.about.id);
            let labelled_by = id.clone();
            let entries = of(source).into_iter().map(|limit| entry(guide, source, limit)).collect_view();
            view! {
                <section aria-labelledby=labelled_by>
                    <h2 class="govuk-heading-m" id=id>{source.about.title.clone()}</h2>
                    <ul class="wm-statements">{entries}</ul>
                </section>
            }
        })
        .collect_view();
    let body = view! {
        <div class="wm-text">{sections}</div>
        {sources_block(guide, &route, &sources)}
    };
    Frame {
        kind: Kind::Register,
        danger: true,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Deadlines]),
        status_line: Some(sources_line(guide, &route, &sources)),
        ..fixed(
            site,
            SitePage::WithoutANumber,
            &guide.words.pages.without_a_number,
            Part::Tools,
            body.into_any(),
        )
    }
}

fn entry(guide: &Guide, source: &Source, limit: &UnnumberedLimit) -> AnyView {
    let citations = guide.citations(&SitePage::WithoutANumber.route(), &limit.cites, Some(&source.about.id));
    let strength = guide.words.shell.strengths.get(&limit.strength).map(|word| word.label.clone());
    let status =
        (limit.status != source.about.status).then(|| view! { " "{status_tag(guide, limit.status)} });
    let more = limit.note.iter().chain(&limit.if_late).map(|text| format!(" {text}")).collect::<String>();
    view! {
        <li id=limit.id.as_str().to_owned() class="wm-statement">
            <p class="wm-statement__gist">
                {limit.trigger.clone()}": "{limit.what.clone()}" "<strong>{limit.limit.clone()}</strong>"."
                {more}<Citations citations/>
            </p>
            <p class="wm-statement__facts">
                <span class="wm-strength">{strength}</span>" "<span>{limit.who.clone()}</span>{status}
            </p>
        </li>
    }
    .into_any()
}
