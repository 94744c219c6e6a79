//! A flow: its picture, and the same steps as a list.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_content::flow::{Flow, Step, Way};
use waymark_content::guide::Guide;
use waymark_content::route::{Link, SitePage};

use crate::flow::drawing::drawing;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>, flow: &Flow) -> Frame {
    let guide = site.guide;
    let route = &flow.route;
    let words = &guide.words.pages.flow;
    let steps = flow
        .file
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| step_view(guide, flow, place, step))
        .collect_view();
    let sources = guide.sources_cited(flow.file.steps.iter().flat_map(|step| &step.cites));
    let body = view! {
        <p class="govuk-body-l">{flow.file.description.clone()}</p>
        <p class="govuk-body">{flow.file.drawn.clone()}</p>
        <h2 class="govuk-heading-m" id="picture">{words.picture.clone()}</h2>
        {drawing(guide, flow)}
        <h2 class="govuk-heading-m" id="steps">{words.steps.clone()}</h2>
        <ol class="govuk-list wm-steps">{steps}</ol>
        {sources_block(guide, route, &sources)}
    };
    Frame {
        route: route.clone(),
        title: format!(
            "{}{}{}",
            flow.file.title, guide.words.shell.title_separator, guide.words.pages.flows.title
        ),
        heading: flow.file.title.clone(),
        description: flow.file.description.clone(),
        kind: Kind::Flow,
        part: Part::Topics,
        breadcrumbs: crumbs(guide, &[SitePage::Flows]),
        status_line: Some(sources_line(guide, route, &sources)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
    }
}

fn anchor(step: &Step) -> String {
    format!("step-{}", step.id)
}

fn step_view(guide: &Guide, flow: &Flow, place: usize, step: &Step) -> AnyView {
    let words = &guide.words.pages.flow;
    let citations = guide.citations(&flow.route, &step.cites, None);
    let ours = step.ours.then(|| view! { " "<span class="wm-ours">{guide.words.shell.ours.clone()}</span> });
    let by = step.by.clone().map(|by| {
        view! { <p class="wm-steps__by"><strong>{words.by.clone()}</strong>" "{by}</p> }
    });
    let note = step.note.clone().map(|note| view! { <p class="govuk-body">{note}</p> });
    let more = step.link.as_deref().map(|link| {
        let link = Link::parse(link);
        let title = guide.title_of(&link.route).unwrap_or_default();
        let href = flow.route.href(&link);
        view! {
            <p class="wm-steps__more">
                {words.read_more.clone()}": "<a class="govuk-link" href=href>{title}</a>
            </p>
        }
    });
    view! {
        <li id=anchor(step)>
            <p class="govuk-body">
                <strong>{step.text.clone()}</strong><Citations citations/>{ours}
            </p>
            {by}
            {note}
            {ways(guide, flow, place, step)}
            {more}
        </li>
    }
    .into_any()
}

fn ways(guide: &Guide, flow: &Flow, place: usize, step: &Step) -> AnyView {
    let words = &guide.words.pages.flow;
    match step.next.as_slice() {
        [] => view! { <p class="wm-steps__next">{words.ends.clone()}</p> }.into_any(),
        // The next step stands next in the list: nothing to say.
        [way] if way.when.is_none() && flow.file.place(&way.to) == Some(place + 1) => ().into_any(),
        ways => {
            let items = ways.iter().map(|way| view! { <li>{way_view(guide, flow, way)}</li> }).collect_view();
            view! {
                <p class="wm-steps__next">{words.next.clone()}</p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
            .into_any()
        }
    }
}

fn way_view(guide: &Guide, flow: &Flow, way: &Way) -> Option<AnyView> {
    let place = flow.file.place(&way.to)?;
    let step = flow.file.steps.get(place)?;
    let when = way.when.clone().map(|when| format!("{when}: "));
    let again = way.again.then(|| format!("{} ", guide.words.pages.flow.again));
    let words = format!("{}. {}", place + 1, step.text);
    Some(
        view! { {when}{again}<a class="govuk-link" href=format!("#{}", anchor(step))>{words}</a> }.into_any(),
    )
}
