//! The deadlines tool with its static text: how to count by hand, the limits, the bank holidays.

use chrono::Datelike;
use leptos::prelude::*;
use waymark_components::deadlines::{DeadlinesData, EventRules, ShownRule, limit_words};
use waymark_content::calendar::CalendarFile;
use waymark_content::deadline::DeadlineRule;
use waymark_content::guide::Guide;
use waymark_content::id::StatementId;
use waymark_content::route::{Link, SitePage};
use waymark_content::source::{Source, Status};
use waymark_content::words::fill;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

/// The nation whose bank holidays the tool counts with.
const NATION: &str = "england-and-wales";

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let still = &guide.words.deadlines_page;
    let data = data(guide);
    let calendar = data.calendar.clone();
    let props = serde_json::to_string(&data).expect("rules and words are plain text");
    let route = SitePage::Deadlines.route();
    let sources = sources(guide);
    let steps = still.fallback_steps.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    let assumptions = still.assumptions.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    let without = route.href(&Link::to(SitePage::WithoutANumber.route()));
    let body = view! {
        <div class="wm-tool" data-tool="deadlines" data-props=props>
            <h2 class="govuk-heading-m">{still.fallback_heading.clone()}</h2>
            <p class="govuk-body">{still.fallback_lead.clone()}</p>
            <ol class="govuk-list govuk-list--number">{steps}</ol>
        </div>
        <section aria-labelledby="how-we-count">
            <h2 class="govuk-heading-m" id="how-we-count">{still.assumption_heading.clone()}</h2>
            <ul class="govuk-list govuk-list--bullet">{assumptions}</ul>
        </section>
        <section class="wm-still" aria-labelledby="limits">
            <h2 class="govuk-heading-m" id="limits">{still.rules_heading.clone()}</h2>
            {limits(guide)}
            <p class="govuk-body"><a class="govuk-link" href=without>{still.no_number_link.clone()}</a></p>
        </section>
        {holidays(guide, &calendar)}
        {sources_block(guide, &route, &sources)}
    };
    Frame {
        kind: Kind::Tool,
        danger: true,
        breadcrumbs: crumbs(guide, &[SitePage::Tools]),
        status_line: Some(sources_line(guide, &route, &sources)),
        ..fixed(site, SitePage::Deadlines, &guide.words.pages.deadlines, Part::Tools, body.into_any())
    }
}

/// The sources that have limits with a number.
fn sources(guide: &Guide) -> Vec<&Source> {
    let has_rule = |source: &&Source| guide.deadlines.iter().any(|rule| rule.source == source.about.id);
    guide.sources.iter().filter(has_rule).collect()
}

/// Every event that starts a clock, in the order of the content, with its rules: limits of today's practice first.
fn data(guide: &Guide) -> DeadlinesData {
    let calendar = guide.calendars.iter().find(|calendar| calendar.nation == NATION);
    let events = guide.events.iter().filter_map(|event| {
        let mut rules: Vec<&DeadlineRule> =
            guide.deadlines.iter().filter(|rule| rule.event == event.id).collect();
        let place = |rule: &DeadlineRule| {
            let source = guide.sources.iter().position(|source| source.about.id == rule.source);
            (rule.limit, source, rule.cites.clone())
        };
        rules.sort_by_key(|rule| place(rule));
        let rules: Vec<ShownRule> = rules.into_iter().map(|rule| shown(guide, rule)).collect();
        (!rules.is_empty()).then(|| EventRules { event: event.clone(), rules })
    });
    DeadlinesData {
        events: events.collect(),
        // The tool answers for the published years alone.
        calendar: calendar.expect("the content has this calendar").confirmed_only(),
        names: guide.words.dates.clone(),
        input: guide.words.date_input.clone(),
        words: guide.words.deadlines.clone(),
    }
}

fn shown(guide: &Guide, rule: &DeadlineRule) -> ShownRule {
    let route = SitePage::Deadlines.route();
    let cite = |ids: &[StatementId]| guide.citations(&route, ids, None);
    let words = &guide.words.shell;
    let condition = rule.condition.as_ref().and_then(|id| guide.condition(id));
    ShownRule {
        citations: cite(&rule.cites),
        if_late: cite(&rule.if_late.cites),
        notes: rule.notes.iter().map(|note| cite(&note.cites)).collect(),
        only_if: condition.map(|condition| format!("{} {}", condition.only_if, condition.unknown)),
        strength: words
            .strengths
            .get(&rule.strength)
            .map(|word| format!("{}. {}", word.label, word.meaning))
            .unwrap_or_default(),
        status: words.statuses.get(&rule.status).map(|word| word.label.clone()).unwrap_or_default(),
        status_key: rule.status.key().to_owned(),
        status_note: guide.source(&rule.source).map(|s| s.about.rule_note.clone()).unwrap_or_default(),
        ours: words.ours.clone(),
        rule: rule.clone(),
    }
}

/// The limits at a glance, by source, each with the page that tells all of it.
fn limits(guide: &Guide) -> AnyView {
    let route = SitePage::Deadlines.route();
    let tables = sources(guide).into_iter().map(|source| {
        let mut rules: Vec<&DeadlineRule> =
            guide.deadlines.iter().filter(|rule| rule.source == source.about.id).collect();
        let place = |rule: &DeadlineRule| {
            let event = guide.events.iter().position(|event| event.id == rule.event);
            (rule.status == Status::Historical, event, rule.limit)
        };
        rules.sort_by_key(|rule| place(rule));
        let rows = rules
            .into_iter()
            .map(|rule| {
                let event = guide.event(&rule.event).map(|event| event.name.clone());
                let href = route.href(&Link::to(rule.route()));
                view! {
                    <tr class="govuk-table__row" id=rule.id.as_str().to_owned()>
                        <th scope="row" class="govuk-table__header">
                            <a class="govuk-link" href=href>{rule.title.clone()}</a>
                        </th>
                        <td class="govuk-table__cell">{limit_words(&guide.words.deadlines, rule.limit)}</td>
                        <td class="govuk-table__cell">{event}</td>
                    </tr>
                }
            })
            .collect_view();
        let columns = guide.words.deadlines_page.fallback_columns.iter();
        let head = columns
            .map(|column| view! { <th scope="col" class="govuk-table__header">{column.clone()}</th> })
            .collect_view();
        view! {
            <table class="govuk-table">
                <caption>{source.about.title.clone()}</caption>
                <thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead>
                <tbody class="govuk-table__body">{rows}</tbody>
            </table>
        }
    });
    tables.collect_view().into_any()
}

fn holidays(guide: &Guide, calendar: &CalendarFile) -> AnyView {
    let (still, names) = (&guide.words.deadlines_page, &guide.words.dates);
    let (first, last) = (names.plain(calendar.coverage.first.0), names.plain(calendar.coverage.last.0));
    let heading = fill(&still.holidays_heading, &[("first", &first), ("last", &last)]);
    let years = (calendar.coverage.first.0.year()..=calendar.coverage.last.0.year())
        .map(|year| {
            let days = calendar
                .holidays
                .iter()
                .filter(|holiday| holiday.date.0.year() == year)
                .map(|holiday| view! { <li>{names.long(holiday.date.0)}": "{holiday.name.clone()}</li> })
                .collect_view();
            view! {
                <h3 class="govuk-heading-s" id=format!("bank-holidays-{year}")>{year}</h3>
                <ul class="govuk-list">{days}</ul>
            }
        })
        .collect_view();
    view! {
        <section class="wm-still" aria-labelledby="bank-holidays">
            <h2 class="govuk-heading-m" id="bank-holidays">{heading}</h2>
            <p class="govuk-body">{still.holidays_source.clone()}</p>
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{still.show_holidays.clone()}</span>
                </summary>
                <div class="govuk-details__text">{years}</div>
            </details>
        </section>
    }
    .into_any()
}
