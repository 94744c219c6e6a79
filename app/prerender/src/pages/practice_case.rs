//! A practice case: its story and steps, which read without a script, and the tool on top of them.

use leptos::prelude::*;
use waymark_components::practice::PracticeData;
use waymark_content::practice::MarkedCase;
use waymark_content::route::SitePage;
use waymark_content::words::fill;

use super::practice_step::{Written, themes};
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>, marked: &MarkedCase) -> Frame {
    let (guide, case) = (site.guide, marked.case());
    let page = Written::new(guide, marked, case.route());
    let words = page.words;
    let data = PracticeData {
        outline: marked.outline(),
        right: marked.steps().map(|(_, found)| found.right.clone()).collect(),
        input: guide.words.date_input.clone(),
        words: guide.words.practice_tool.clone(),
    };
    let steps = (1..).zip(marked.steps()).map(|(number, (step, found))| {
        let summary = fill(&words.answers, &[("number", &number.to_string())]);
        view! {
            {page.opening(number, step)}
            {page.options(step)}
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{summary}</span>
                </summary>
                <div class="govuk-details__text">
                    {page.answers(step, found)}
                    {page.again(step, found)}
                </div>
            </details>
        }
    });
    let sources = page.sources();
    let body = view! {
        <div class="wm-text">
            {page.facts()}
            {page.story()}
        </div>
        <div class="wm-tool" data-tool="practice" data-props=super::props(&data)>
            <p class="govuk-body">{words.fallback.clone()}</p>
        </div>
        <div class="wm-text wm-steps">
            <h2 class="govuk-heading-m" id="steps">{words.steps.clone()}</h2>
            {steps.collect_view()}
        </div>
        <div class="wm-text">
            <p class="govuk-body">{words.answers_note.clone()}</p>
            {page.links()}
        </div>
        {sources_block(guide, &page.route, &sources)}
    };
    let count = case.steps.len().to_string();
    let about = [("count", &*count), ("themes", &*themes(guide, case).join(" · "))];
    Frame {
        title: fill(&words.title_case, &[("title", &case.title)]),
        heading: case.title.clone(),
        description: fill(&words.description_case, &about),
        kind: Kind::Tool,
        part: Part::Practice,
        breadcrumbs: crumbs(guide, &[SitePage::Practice]),
        status_line: Some(sources_line(guide, &page.route, &sources)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route: case.route(),
    }
}
