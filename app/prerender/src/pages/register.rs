//! A source: its edition, what came after it, and every statement read from it.

use leptos::prelude::*;
use waymark_content::guide::Guide;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::{RegisterPage, Source, SourceSection};
use waymark_content::statement::Statement;
use waymark_content::words::fill;

use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, source_block, status_line, status_tag, uses};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>, source: &Source) -> Frame {
    let guide = site.guide;
    let route = source.route();
    let words = &guide.words.pages.register;
    let about = &source.about;
    let guidance = guide.procedure(&about.id).map(|procedure| {
        let href = route.href(&Link::to(procedure.route.clone()));
        view! {
            <p class="govuk-body"><a class="govuk-link" href=href>{words.read_as_guidance.clone()}</a></p>
        }
    });
    let count = source.statements().count().to_string();
    let pages: Vec<_> = source.register_pages().collect();
    let sections = if pages.is_empty() {
        let sections: Vec<&SourceSection> = source.sections.iter().collect();
        view! { {section_links(&sections)}{sections_view(guide, &route, source, &sections)} }.into_any()
    } else {
        page_links(&route, &pages)
    };
    let body = view! {
        {guidance}
        {source_block(guide, &route, source, None)}
        {changes(guide, source)}
        <h2 class="govuk-heading-m" id="statements">{words.statements.clone()}</h2>
        <p class="govuk-body">{fill(&words.count, &[("count", &count)])}</p>
        {sections}
    };
    Frame {
        title: about.title.clone() + &guide.words.shell.title_separator + &guide.words.pages.sources.title,
        heading: about.title.clone(),
        description: fill(&words.description, &[("title", &about.title)]),
        kind: Kind::Register,
        part: Part::Sources,
        breadcrumbs: crumbs(guide, &[SitePage::Sources]),
        status_line: Some(status_line(guide, &route, source, about.status)),
        danger: false,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}

/// One page of a register that is parted.
pub(crate) fn part(
    site: &Site<'_>,
    source: &Source,
    page: &RegisterPage,
    sections: &[&SourceSection],
) -> Frame {
    let guide = site.guide;
    let route = source.route().child(&page.slug);
    let words = &guide.words.pages.register;
    let about = &source.about;
    let count = sections.iter().map(|section| section.statements.len()).sum::<usize>().to_string();
    let body = view! {
        <h2 class="govuk-heading-m" id="statements">{words.statements.clone()}</h2>
        <p class="govuk-body">{fill(&words.count, &[("count", &count)])}</p>
        {section_links(sections)}
        {sections_view(guide, &route, source, sections)}
        {source_block(guide, &route, source, Some(&page.title))}
    };
    let mut breadcrumbs = crumbs(guide, &[SitePage::Sources]);
    breadcrumbs.push((about.title.clone(), source.route()));
    let title = format!("{}: {}", about.title, page.title);
    Frame {
        title: title.clone() + &guide.words.shell.title_separator + &guide.words.pages.sources.title,
        heading: title.clone(),
        description: fill(&words.description, &[("title", &title)]),
        kind: Kind::Register,
        part: Part::Sources,
        breadcrumbs,
        status_line: Some(status_line(guide, &route, source, about.status)),
        danger: false,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}

fn page_links(route: &Route, pages: &[(&RegisterPage, Vec<&SourceSection>)]) -> AnyView {
    let items = pages
        .iter()
        .map(|(page, sections)| {
            let href = route.href(&Link::to(route.child(&page.slug)));
            let count = sections.iter().map(|section| section.statements.len()).sum::<usize>();
            view! { <li><a class="govuk-link" href=href>{page.title.clone()}</a>" ("{count}")"</li> }
        })
        .collect_view();
    view! { <ul class="govuk-list wm-sections">{items}</ul> }.into_any()
}

/// What changed since the source was written, and how sure we are.
fn changes(guide: &Guide, source: &Source) -> AnyView {
    let words = &guide.words.shell;
    let items = guide
        .currency
        .changes
        .iter()
        .filter(|change| source.about.changes.contains(&change.id))
        .map(|change| {
            let sure = words.sure.get(&change.sure).map(|sure| sure.meaning.clone());
            let detail = change.detail.clone().map(|detail| format!(" {detail}"));
            view! {
                <div class="govuk-summary-list__row">
                    <dt class="govuk-summary-list__key">{change.when.clone()}</dt>
                    <dd class="govuk-summary-list__value">
                        {change.what.clone()}" "<span class="wm-sure">{sure}{detail}</span>
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <h2 class="govuk-heading-m" id="changes">{words.changes.clone()}</h2>
        <dl class="govuk-summary-list">{items}</dl>
    }
    .into_any()
}

fn section_id(number: usize) -> String {
    format!("part-{number}")
}

fn section_links(sections: &[&SourceSection]) -> AnyView {
    let items = sections
        .iter()
        .enumerate()
        .map(|(number, section)| {
            let href = format!("#{}", section_id(number + 1));
            view! { <li><a class="govuk-link" href=href>{section.title.clone()}</a></li> }
        })
        .collect_view();
    view! { <ul class="govuk-list wm-sections">{items}</ul> }.into_any()
}

fn sections_view(guide: &Guide, route: &Route, source: &Source, sections: &[&SourceSection]) -> AnyView {
    let sections = sections.iter().enumerate();
    let views = sections.map(|(number, section)| section_view(guide, route, source, section, number + 1));
    views.collect_view().into_any()
}

fn section_view(
    guide: &Guide,
    route: &Route,
    source: &Source,
    section: &SourceSection,
    number: usize,
) -> AnyView {
    let id = section_id(number);
    let labelled_by = id.clone();
    let status =
        (section.status != source.about.status).then(|| view! { " "{status_tag(guide, section.status)} });
    let items =
        section.statements.iter().map(|statement| statement_view(guide, route, statement)).collect_view();
    view! {
        <section aria-labelledby=labelled_by>
            <h3 class="govuk-heading-s" id=id>{section.title.clone()}{status}</h3>
            <ul class="wm-statements">{items}</ul>
        </section>
    }
    .into_any()
}

fn statement_view(guide: &Guide, route: &Route, statement: &Statement) -> AnyView {
    let words = &guide.words;
    let id = statement.id.as_str();
    let strength = words.shell.strengths.get(&statement.strength).map(|word| word.label.clone());
    let strength_class = format!("wm-strength wm-strength--{}", strength_key(statement));
    let kind = words.shell.kinds.get(&statement.kind).cloned();
    let uses = guide.uses.get(&statement.id).map(|places| uses(route, &words.pages.register.used_in, places));
    view! {
        <li id=id.to_owned() class="wm-statement">
            <p class="wm-statement__gist">{statement.gist.clone()}</p>
            <p class="wm-statement__facts">
                <a class="wm-statement__id" href=format!("#{id}")>{id.to_owned()}</a>" "
                <span>{statement.locator.clone()}</span>" "
                <span class=strength_class>{strength}</span>" "
                <span>{kind}</span>" "
                <span>{statement.who.clone()}</span>
            </p>
            {uses}
        </li>
    }
    .into_any()
}

fn strength_key(statement: &Statement) -> &'static str {
    use waymark_content::statement::Strength;
    match statement.strength {
        Strength::Must => "must",
        Strength::Should => "should",
        Strength::May => "may",
        Strength::Info => "info",
    }
}
