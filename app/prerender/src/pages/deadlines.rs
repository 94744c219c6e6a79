//! The deadlines tool with its static text: how to count by hand, the rules, the bank holidays.

use chrono::Datelike;
use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::deadlines::{DeadlinesData, ShownRule, limit_words};
use waymark_content::calendar::CalendarFile;
use waymark_content::deadline::{CitedText, DeadlineRule};
use waymark_content::guide::{Citation, Guide};
use waymark_content::id::{EventId, StatementId};
use waymark_content::route::SitePage;
use waymark_content::words::fill;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, source_block, status_line};
use crate::site::Site;

/// The event and the nation that the tool knows so far.
const EVENT: &str = "referral-received";
const NATION: &str = "england-and-wales";

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let still = &guide.words.deadlines_page;
    let data = data(guide);
    let rules = data.rules.clone();
    let calendar = data.calendar.clone();
    let props = serde_json::to_string(&data).expect("rules and words are plain text");
    let route = SitePage::Deadlines.route();
    let source = data.rules.first().and_then(|shown| guide.source(&shown.rule.source));
    let steps = still.fallback_steps.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    let assumptions = still.assumptions.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    let body = view! {
        <div class="wm-tool" data-tool="deadlines" data-props=props>
            <h2 class="govuk-heading-m">{still.fallback_heading.clone()}</h2>
            <p class="govuk-body">{still.fallback_lead.clone()}</p>
            <ol class="govuk-list govuk-list--number">{steps}</ol>
            {limits_table(guide, &rules)}
        </div>
        <section aria-labelledby="how-we-count">
            <h2 class="govuk-heading-m" id="how-we-count">{still.assumption_heading.clone()}</h2>
            <ul class="govuk-list govuk-list--bullet">{assumptions}</ul>
        </section>
        <section class="wm-still" aria-labelledby="limits">
            <h2 class="govuk-heading-m" id="limits">{still.rules_heading.clone()}</h2>
            {rules.into_iter().map(|shown| rule_view(guide, shown)).collect_view()}
        </section>
        {holidays(guide, &calendar)}
        {source.map(|source| source_block(guide, &route, source, None))}
    };
    Frame {
        kind: Kind::Tool,
        danger: true,
        breadcrumbs: crumbs(guide, &[SitePage::Tools]),
        status_line: source.map(|source| status_line(guide, &route, source, source.about.status)),
        ..fixed(site, SitePage::Deadlines, &guide.words.pages.deadlines, Part::Tools, body.into_any())
    }
}

fn data(guide: &Guide) -> DeadlinesData {
    let event = guide.event(&EventId::new(EVENT)).expect("the content has this event").clone();
    let calendar = guide.calendars.iter().find(|calendar| calendar.nation == NATION);
    let mut rules: Vec<&DeadlineRule> =
        guide.deadlines.iter().filter(|rule| rule.event == event.id).collect();
    rules.sort_by_key(|rule| (rule.limit, rule.cites.clone()));
    DeadlinesData {
        rules: rules.into_iter().map(|rule| shown(guide, rule)).collect(),
        calendar: calendar.expect("the content has this calendar").clone(),
        names: guide.words.dates.clone(),
        input: guide.words.date_input.clone(),
        words: guide.words.deadlines.clone(),
        event,
    }
}

fn shown(guide: &Guide, rule: &DeadlineRule) -> ShownRule {
    let route = SitePage::Deadlines.route();
    let cite = |ids: &[StatementId]| guide.citations(&route, ids, None);
    let words = &guide.words.shell;
    ShownRule {
        citations: cite(&rule.cites),
        if_late: cite(&rule.if_late.cites),
        notes: rule.notes.iter().map(|note| cite(&note.cites)).collect(),
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

/// The limits at a glance, for counting by hand.
fn limits_table(guide: &Guide, rules: &[ShownRule]) -> AnyView {
    let (words, still) = (&guide.words.deadlines, &guide.words.deadlines_page);
    let head = still
        .fallback_columns
        .iter()
        .map(|column| view! { <th scope="col" class="govuk-table__header">{column.clone()}</th> })
        .collect_view();
    let rows = rules
        .iter()
        .map(|shown| {
            let event = guide.event(&shown.rule.event).map(|event| event.name.clone());
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">{shown.rule.title.clone()}</th>
                    <td class="govuk-table__cell">{limit_words(words, shown.rule.limit)}</td>
                    <td class="govuk-table__cell">{event}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="govuk-table">
            <thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A rule in full, closed until it is asked for: links from the register open it.
fn rule_view(guide: &Guide, shown: ShownRule) -> AnyView {
    let (words, still) = (&guide.words.deadlines, &guide.words.deadlines_page);
    let starts = guide.citations(&SitePage::Deadlines.route(), &shown.rule.starts.cites, None);
    let ShownRule { rule, citations, if_late, notes, strength, status, status_key, status_note, ours } =
        shown;
    let cited = |text, citations| cited_line(text, citations, &ours);
    let row = |key: &str, value: AnyView| {
        view! { <dt>{key.to_owned()}</dt><dd>{value}</dd> }
    };
    let heading = format!("{}: {}", rule.title, limit_words(words, rule.limit));
    let notes = rule
        .notes
        .into_iter()
        .zip(notes)
        .map(|(note, citations)| view! { <li>{cited(note, citations)}</li> })
        .collect_view();
    let tag =
        view! { <strong class=format!("wm-tag wm-tag--{status_key}")>{status}</strong>" "{status_note} };
    view! {
        <details class="govuk-details" id=rule.id.as_str().to_owned()>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{heading}</span>
            </summary>
            <div class="govuk-details__text">
                <dl class="wm-answer__facts">
                    {row(&still.must_have_happened, rule.met_by.into_any())}
                    {row(words.who(), rule.who.into_any())}
                    {row(words.strength(), strength.into_any())}
                    {row(&still.starts, cited(rule.starts, starts).into_any())}
                    {row(words.if_late(), cited(rule.if_late, if_late).into_any())}
                    {row(words.paragraph(), view! { <Citations citations/> }.into_any())}
                    {row(&still.status, tag.into_any())}
                </dl>
                <ul class="govuk-list govuk-list--bullet">{notes}</ul>
            </div>
        </details>
    }
    .into_any()
}

/// A sentence with the links it rests on, or with the label for words that are ours.
fn cited_line(text: CitedText, citations: Vec<Citation>, ours: &str) -> AnyView {
    let ours = text.ours.then(|| view! { " "<span class="wm-ours">{ours.to_owned()}</span> });
    view! { {text.text}<Citations citations/>{ours} }.into_any()
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
