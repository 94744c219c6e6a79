//! The deadlines tool with its static text: how to count by hand, the limits, what is known of the bank holidays.

use leptos::prelude::*;
use waymark_components::deadlines::{
    AskedCondition, AskedEvent, CountingData, DeadlinesData, EventRules, OneData, ShownRule, limit_words,
};
use waymark_content::calendar::{CalendarFile, Closure};
use waymark_content::date::IsoDate;
use waymark_content::deadline::{ClockRule, Condition, DeadlineRule, Event};
use waymark_content::guide::Guide;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::{Source, Status};
use waymark_content::words::fill;

use super::deadline_copies::{Copies, copies};
use super::{fixed, props};
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

/// The nation whose bank holidays are the usual ones: the procedures are England's.
const NATION: &str = "england-and-wales";

/// The tools that work out dates, in the order in which they are offered.
pub(super) const TOOLS: [SitePage; 6] = [
    SitePage::Deadlines,
    SitePage::WholeCase,
    SitePage::CheckDate,
    SitePage::AnyCount,
    SitePage::Compare,
    SitePage::WithoutANumber,
];

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let still = &guide.words.deadlines_page;
    let route = SitePage::Deadlines.route();
    let props = props(&OneData { deadlines: data(guide, &route) });
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
        {other_tools(guide, SitePage::Deadlines)}
        <section aria-labelledby="how-we-count">
            <h2 class="govuk-heading-m" id="how-we-count">{still.assumption_heading.clone()}</h2>
            <ul class="govuk-list govuk-list--bullet">{assumptions}</ul>
        </section>
        <section class="wm-still" aria-labelledby="limits">
            <h2 class="govuk-heading-m" id="limits">{still.rules_heading.clone()}</h2>
            {limits(guide)}
            <p class="govuk-body"><a class="govuk-link" href=without>{still.no_number_link.clone()}</a></p>
        </section>
        {holidays(guide, &route)}
        {copies(guide, &route, Copies::Rules)}
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
pub(super) fn sources(guide: &Guide) -> Vec<&Source> {
    let has_rule = |source: &&Source| guide.deadlines.iter().any(|rule| rule.source == source.about.id);
    guide.sources.iter().filter(has_rule).collect()
}

/// The way to the other tools of this kind.
pub(super) fn other_tools(guide: &Guide, from: SitePage) -> AnyView {
    let links = TOOLS
        .into_iter()
        .filter(|page| *page != from)
        .filter_map(|page| {
            let title = guide.words.pages.of(page)?.title.clone();
            let href = from.route().href(&Link::to(page.route()));
            Some(view! { <li><a class="govuk-link" href=href>{title}</a></li> })
        })
        .collect_view();
    view! {
        <nav class="wm-still" aria-labelledby="other-tools">
            <h2 class="govuk-heading-m" id="other-tools">
                {guide.words.deadlines_page.other_tools.clone()}
            </h2>
            <ul class="govuk-list">{links}</ul>
        </nav>
    }
    .into_any()
}

/// How the tools count: the usual nation first.
pub(super) fn counting(guide: &Guide) -> CountingData {
    let words = &guide.words;
    CountingData {
        calendars: calendars(guide).cloned().collect(),
        closures: guide.closures.clone(),
        names: words.dates.clone(),
        input: words.date_input.clone(),
        words: words.counting.clone(),
        take_away: words.take_away.clone(),
    }
}

/// The calendars, the usual nation's first.
pub(super) fn calendars(guide: &Guide) -> impl Iterator<Item = &CalendarFile> {
    let is_usual = |calendar: &&CalendarFile| calendar.nation == NATION;
    let others = guide.calendars.iter().filter(move |calendar| !is_usual(calendar));
    guide.calendars.iter().filter(move |calendar| is_usual(calendar)).chain(others)
}

/// Every event, in the order of the content, with the rules it starts: limits of today's practice first.
pub(super) fn data(guide: &Guide, route: &Route) -> DeadlinesData {
    let events = guide.events.iter().map(|event| {
        let mut rules: Vec<&DeadlineRule> =
            guide.deadlines.iter().filter(|rule| rule.event == event.id).collect();
        let place = |rule: &DeadlineRule| {
            let source = guide.sources.iter().position(|source| source.about.id == rule.source);
            (rule.limit, source, rule.cites.clone())
        };
        rules.sort_by_key(|rule| place(rule));
        let rules: Vec<ShownRule> = rules.into_iter().map(|rule| shown(guide, route, rule)).collect();
        EventRules { event: asked(event), rules }
    });
    DeadlinesData {
        events: events.collect(),
        conditions: guide.conditions.iter().map(condition).collect(),
        counting: counting(guide),
        words: guide.words.deadlines.clone(),
    }
}

fn asked(event: &Event) -> AskedEvent {
    AskedEvent {
        id: event.id.clone(),
        name: event.name.clone(),
        in_sentence: event.in_sentence.clone(),
        question: event.question.clone(),
        hint: event.hint.clone(),
    }
}

fn condition(condition: &Condition) -> AskedCondition {
    AskedCondition { id: condition.id.clone(), question: condition.question.clone() }
}

fn shown(guide: &Guide, route: &Route, rule: &DeadlineRule) -> ShownRule {
    let cited = guide.citations(route, &rule.cites, None).into_iter();
    let cited: Vec<String> =
        cited.map(|citation| format!("{}{}", citation.unseen.unwrap_or_default(), citation.label)).collect();
    let statuses = &guide.words.shell.statuses;
    let status = statuses.get(&rule.status).map(|word| word.label.as_str()).unwrap_or_default();
    ShownRule {
        clock: ClockRule::from(rule),
        title: rule.title.clone(),
        source: format!("{}. {status}.", cited.join("; ")),
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

/// The closure days of this copy, where it has any.
pub(super) fn closures(guide: &Guide) -> Option<AnyView> {
    let (still, names) = (&guide.words.deadlines_page, &guide.words.dates);
    let item = |closure: &Closure| {
        view! { <li>{format!("{}: {}", names.long(closure.date.0), closure.name)}</li> }
    };
    let items = guide.closures.iter().map(item).collect_view();
    (!guide.closures.is_empty()).then(|| {
        view! {
            <section class="wm-still" aria-labelledby="closures">
                <h2 class="govuk-heading-m" id="closures">{still.closures_heading.clone()}</h2>
                <p class="govuk-body">{still.closures_lead.clone()}</p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// What is known of the bank holidays, and the way to the list. The list has a page of its own: it is most of the text,
/// and a tool should not wait for it.
fn holidays(guide: &Guide, route: &Route) -> AnyView {
    let still = &guide.words.deadlines_page;
    let list = route.href(&Link::to(SitePage::BankHolidays.route()));
    view! {
        <section class="wm-still" aria-labelledby="bank-holidays">
            <h2 class="govuk-heading-m" id="bank-holidays">{still.holidays_heading.clone()}</h2>
            <p class="govuk-body">{holidays_source(guide)}</p>
            <p class="govuk-body"><a class="govuk-link" href=list>{still.all_holidays.clone()}</a></p>
        </section>
        {closures(guide)}
    }
    .into_any()
}

/// Where the days come from, and from when to when they are sure.
pub(super) fn holidays_source(guide: &Guide) -> String {
    let (still, names) = (&guide.words.deadlines_page, &guide.words.dates);
    let usual = calendars(guide).next().expect("there is a calendar");
    let date = |date: IsoDate| names.plain(date.0);
    let values = [
        ("first", date(usual.confirmed.first)),
        ("last", date(usual.confirmed.last)),
        ("all_first", date(usual.coverage.first)),
        ("all_last", date(usual.coverage.last)),
    ];
    fill(&still.holidays_source, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
