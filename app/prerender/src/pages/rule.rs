//! A time limit: when its clock starts, how long, what meets it, worked examples and its paragraph, without a script.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::deadlines::limit_words;
use waymark_content::deadline::{CitedText, DeadlineRule, WorkedCase};
use waymark_content::guide::Guide;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::words::fill;

use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, source_block, status_line, summary_row, wide_table};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>, rule: &DeadlineRule) -> Frame {
    let guide = site.guide;
    let route = rule.route();
    let (words, still) = (&guide.words.deadlines, &guide.words.deadlines_page);
    let source = guide.source(&rule.source).expect("a rule's source is checked when content is loaded");
    let limit = limit_words(words, rule.limit);
    let values = [("title", rule.title.as_str()), ("limit", limit.as_str())];
    let title = fill(&still.rule_title, &values);
    let tool = Link::to_anchor(SitePage::Deadlines.route(), rule.id.as_str());
    let cited = |text: &CitedText| cited_line(guide, &route, text);
    let row = summary_row;
    let condition = rule.condition.as_ref().and_then(|id| guide.condition(id)).map(|condition| {
        let citations = guide.citations(&route, &condition.cites, None);
        let text = format!("{} {}", condition.only_if, condition.unknown);
        row(words.only_if(), view! { {text}<Citations citations/> }.into_any())
    });
    let strength = guide.words.shell.strengths.get(&rule.strength);
    let strength = strength.map(|word| format!("{}. {}", word.label, word.meaning));
    let met_by = view! {
        {rule.met_by.clone()}<Citations citations=guide.citations(&route, &rule.cites, None)/>
    };
    let notes = rule.notes.iter().map(|note| view! { <li>{cited(note)}</li> }).collect_view();
    let all = route.href(&Link::to_anchor(SitePage::Deadlines.route(), "limits"));
    let body = view! {
        <div class="wm-text">
            <p class="govuk-body"><a class="govuk-link" href=route.href(&tool)>{still.work_it_out.clone()}</a></p>
            <dl class="govuk-summary-list">
                {row(&still.starts, cited(&rule.starts))}
                {condition}
                {row(&still.must_have_happened, met_by.into_any())}
                {row(words.who(), rule.who.clone().into_any())}
                {row(words.strength(), strength.into_any())}
                {row(words.if_late(), cited(&rule.if_late))}
            </dl>
            <ul class="govuk-list govuk-list--bullet">{notes}</ul>
            <h2 class="govuk-heading-m" id="examples">{still.cases_heading.clone()}</h2>
            {cases(guide, &rule.cases)}
            <p class="govuk-body"><a class="govuk-link" href=all>{still.all_limits.clone()}</a></p>
        </div>
        {source_block(guide, &route, source, None)}
    };
    Frame {
        title: rule.title.clone(),
        heading: title,
        description: fill(&still.rule_description, &values),
        kind: Kind::Reading,
        part: Part::Tools,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Deadlines]),
        status_line: Some(status_line(guide, &route, source, rule.status)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}

/// A sentence with the links it rests on, or with the label for words that are ours.
fn cited_line(guide: &Guide, route: &Route, text: &CitedText) -> AnyView {
    let citations = guide.citations(route, &text.cites, None);
    let ours = text.ours.then(|| view! { " "<span class="wm-ours">{guide.words.shell.ours.clone()}</span> });
    view! { {text.text.clone()}<Citations citations/>{ours} }.into_any()
}

fn cases(guide: &Guide, cases: &[WorkedCase]) -> AnyView {
    let (still, names) = (&guide.words.deadlines_page, &guide.words.dates);
    let rows = cases
        .iter()
        .map(|case| {
            let due = case.due.map_or_else(|| still.case_refused.clone(), |due| names.long(due.0));
            let others = [
                (case.due_if_received_next_working_day, &still.case_next_day),
                (case.due_clear, &still.case_clear),
            ];
            let others = others
                .into_iter()
                .filter_map(|(date, words)| Some(fill(words, &[("date", &names.long(date?.0))])))
                .map(|words| format!("; {words}"))
                .collect::<String>();
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">{names.long(case.given.0)}</th>
                    <td class="govuk-table__cell">{due}{others}</td>
                    <td class="govuk-table__cell">{case.why.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    wide_table(&still.cases_heading, &still.cases_columns, rows).into_any()
}
