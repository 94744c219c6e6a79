//! Pieces that several pages share.

use leptos::prelude::*;
use waymark_content::checklist::RecordChecklist;
use waymark_content::guidance::{Block, Page, Procedure, plain_text};
use waymark_content::guide::{Guide, Use};
use waymark_content::id::{FlowId, NoticeId};
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::{Source, Status};

/// A status as a tag.
pub(crate) fn status_tag(guide: &Guide, status: Status) -> impl IntoView + use<> {
    let label = guide.words.shell.statuses.get(&status).map(|word| word.label.clone());
    view! { <strong class=format!("wm-tag wm-tag--{}", status.key())>{label}</strong> }
}

/// What a status means.
pub(crate) fn status_meaning(guide: &Guide, status: Status) -> Option<String> {
    guide.words.shell.statuses.get(&status).map(|word| word.meaning.clone())
}

/// Document, edition and status: the line under a page's heading.
pub(crate) fn status_line(guide: &Guide, from: &Route, source: &Source, status: Status) -> AnyView {
    let about = &source.about;
    let meaning = status_meaning(guide, status);
    let document = if *from == source.route() {
        about.own_title.clone().into_any()
    } else {
        let href = from.href(&Link::to(source.route()));
        view! { <a class="govuk-link" href=href>{about.title.clone()}</a> }.into_any()
    };
    view! {
        <p class="wm-status-line">
            {document}" "<span>{about.edition.clone()}</span>" "{status_tag(guide, status)}" "
            <span>{meaning}</span>
        </p>
    }
    .into_any()
}

/// A row of a summary list.
pub(crate) fn summary_row(key: &str, value: AnyView) -> AnyView {
    view! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{key.to_owned()}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
        </div>
    }
    .into_any()
}

/// The document, its edition, and what replaced it.
pub(crate) fn source_block(guide: &Guide, from: &Route, source: &Source, covers: Option<&str>) -> AnyView {
    let (words, about) = (&guide.words.shell, &source.about);
    let row = summary_row;
    let text = |text: &str| text.to_owned().into_any();
    let register = from.href(&Link::to(source.route()));
    let document = if *from == source.route() {
        text(&about.title)
    } else {
        view! { <a class="govuk-link" href=register>{about.title.clone()}</a> }.into_any()
    };
    let status = view! {
        {status_tag(guide, about.status)}" "{status_meaning(guide, about.status)}
    };
    view! {
        <section class="wm-source-block" aria-labelledby="about-source">
            <h2 class="govuk-heading-s" id="about-source">{words.about_source.clone()}</h2>
            <dl class="govuk-summary-list">
                {row(&words.document, document)}
                {covers.map(|covers| row(&words.covers, text(covers)))}
                {row(&words.own_title, text(&about.own_title))}
                {row(&words.publisher, text(&about.publisher))}
                {row(&words.edition, text(&about.edition))}
                {row(&words.date, text(&about.date))}
                {row(&words.applies_to, text(&about.applies_to))}
                {row(&words.status, status.into_any())}
                {row(&words.replaced_by, text(&about.replaced_by))}
            </dl>
        </section>
    }
    .into_any()
}

/// The sources that a page draws on, each with its status: the line under the heading.
pub(crate) fn sources_line(guide: &Guide, from: &Route, sources: &[&Source]) -> AnyView {
    let links = sources
        .iter()
        .map(|source| {
            let href = from.href(&Link::to(source.route()));
            let name = source.about.short.clone();
            view! { " "<a class="govuk-link" href=href>{name}</a>" "{status_tag(guide, source.about.status)} }
        })
        .collect_view();
    view! { <p class="wm-status-line">{guide.words.pages.topic.draws_on.clone()}{links}</p> }.into_any()
}

/// The edition, status and successor of each source that a page draws on.
pub(crate) fn sources_block(guide: &Guide, from: &Route, sources: &[&Source]) -> AnyView {
    let rows = sources
        .iter()
        .map(|source| {
            let about = &source.about;
            let href = from.href(&Link::to(source.route()));
            view! {
                <div class="govuk-summary-list__row">
                    <dt class="govuk-summary-list__key">
                        <a class="govuk-link" href=href>{about.title.clone()}</a>
                    </dt>
                    <dd class="govuk-summary-list__value">
                        {about.edition.clone()}" "{status_tag(guide, about.status)}" "
                        {status_meaning(guide, about.status)}" "{about.replaced_by.clone()}
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="wm-source-block" aria-labelledby="about-source">
            <h2 class="govuk-heading-s" id="about-source">{guide.words.pages.topic.about_sources.clone()}</h2>
            <dl class="govuk-summary-list">{rows}</dl>
        </section>
    }
    .into_any()
}

/// The notices that a page opens with.
pub(crate) fn notices(guide: &Guide, ids: &[NoticeId]) -> AnyView {
    ids.iter()
        .filter_map(|id| guide.notice(id))
        .map(|notice| {
            let text = notice.text.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
            view! {
                <div class="wm-notice">
                    <p class="wm-aside__label">{notice.title.clone()}</p>
                    {text.collect_view()}
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// Pages by group. A run of pages without groups has no title.
pub(crate) type Grouped<'a> = Vec<(Option<&'a str>, &'a [Page])>;

/// The pages that this one stands among, with this one and its headings marked: beside the text where there is room,
/// and in a closed box above it where there is not.
pub(crate) fn contents(title: &str, groups: &Grouped<'_>, here: &Page) -> AnyView {
    let title = title.to_owned();
    let list = || contents_list(groups, here);
    view! {
        <nav class="wm-contents" aria-labelledby="contents">
            <h2 class="wm-contents__title" id="contents">{title.clone()}</h2>
            {list()}
        </nav>
        <details class="govuk-details wm-contents-small">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{title.clone()}</span>
            </summary>
            <div class="govuk-details__text">{list()}</div>
        </details>
    }
    .into_any()
}

fn contents_list(groups: &Grouped<'_>, here: &Page) -> AnyView {
    let groups = groups
        .iter()
        .map(|(title, pages)| {
            let has_here = pages.iter().any(|page| page.route == here.route);
            match (*title, pages.first()) {
                // A long procedure shows the pages of the group that the reader is in, and the titles of the others.
                (Some(title), Some(first)) if !has_here => {
                    let href = here.route.href(&Link::to(first.route.clone()));
                    view! { <li class="wm-contents__group"><a href=href>{title.to_owned()}</a></li> }
                        .into_any()
                }
                (Some(title), _) => view! {
                    <li class="wm-contents__group">
                        <span>{title.to_owned()}</span>
                        <ol>{contents_pages(pages, here)}</ol>
                    </li>
                }
                .into_any(),
                (None, _) => contents_pages(pages, here),
            }
        })
        .collect_view();
    view! { <ol class="wm-contents__list">{groups}</ol> }.into_any()
}

fn contents_pages(pages: &[Page], here: &Page) -> AnyView {
    pages
        .iter()
        .map(|page| {
            let href = here.route.href(&Link::to(page.route.clone()));
            let is_here = page.route == here.route;
            let headings = is_here.then(|| headings(&page.blocks)).filter(|headings| !headings.is_empty());
            let inner = headings.map(|headings| {
                let items = headings
                    .into_iter()
                    .map(|(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> })
                    .collect_view();
                view! { <ol>{items}</ol> }
            });
            let class = is_here.then_some("wm-contents__here");
            let current = is_here.then_some("page");
            view! { <li class=class><a href=href aria-current=current>{page.title.clone()}</a>{inner}</li> }
        })
        .collect_view()
        .into_any()
}

fn headings(blocks: &[Block]) -> Vec<(String, String)> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 2, id, text } => Some((id.clone(), plain_text(text))),
            _ => None,
        })
        .collect()
}

/// Links to the page before and the page after.
pub(crate) fn pagination(guide: &Guide, pages: &[Page], here: &Page) -> Option<AnyView> {
    let words = &guide.words.shell;
    let place = pages.iter().position(|page| page.route == here.route)?;
    let link = |page: &Page, rel: &'static str, label: &str| {
        let href = here.route.href(&Link::to(page.route.clone()));
        view! {
            <a class=format!("wm-pagination__{rel}") href=href rel=rel>
                <span class="wm-pagination__label">{label.to_owned()}</span>" "
                <span class="wm-pagination__title">{page.title.clone()}</span>
            </a>
        }
    };
    let previous = place.checked_sub(1).and_then(|place| pages.get(place));
    let next = pages.get(place + 1);
    Some(
        view! {
            <nav class="govuk-pagination wm-pagination" aria-label=words.pagination.clone()>
                {previous.map(|page| link(page, "prev", &words.previous))}
                {next.map(|page| link(page, "next", &words.next))}
            </nav>
        }
        .into_any(),
    )
}

/// The flows that draw what a page tells.
pub(crate) fn flows(guide: &Guide, from: &Route, ids: &[FlowId]) -> Option<AnyView> {
    if ids.is_empty() {
        return None;
    }
    let items = ids
        .iter()
        .filter_map(|id| guide.flow(id))
        .map(|flow| {
            let href = from.href(&Link::to(flow.route.clone()));
            view! { <li><a class="govuk-link" href=href>{flow.file.title.clone()}</a></li> }
        })
        .collect_view();
    let title = guide.words.pages.topic.flows.clone();
    Some(
        view! {
            <h2 class="govuk-heading-m" id="flows">{title}</h2>
            <ul class="govuk-list">{items}</ul>
        }
        .into_any(),
    )
}

/// The record checklists that a page tells more about.
pub(crate) fn checklists(guide: &Guide, from: &Route) -> Option<AnyView> {
    let about_it = |list: &&RecordChecklist| list.pages.iter().any(|page| Link::parse(page).route == *from);
    let items: Vec<_> = guide
        .checklists
        .iter()
        .filter(about_it)
        .map(|list| {
            let href = from.href(&Link::to(list.route()));
            view! { <li><a class="govuk-link" href=href>{list.title.clone()}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        let title = guide.words.checklists_page.on_page_heading.clone();
        view! {
            <h2 class="govuk-heading-m" id="checklists">{title}</h2>
            <ul class="govuk-list">{items}</ul>
        }
        .into_any()
    })
}

/// A list of pages with what each is about.
pub(crate) fn page_list(from: &Route, pages: Vec<(String, String, Route)>) -> AnyView {
    let items = pages
        .into_iter()
        .map(|(title, text, route)| {
            let href = from.href(&Link::to(route));
            view! {
                <li class="wm-task">
                    <h2 class="wm-task__title"><a class="govuk-link" href=href>{title}</a></h2>
                    <p class="wm-task__text">{text}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="wm-tasks">{items}</ul> }.into_any()
}

/// What may be wide, in a frame that scrolls by itself on a small screen, by keyboard too, so that the page does not.
pub(crate) fn scrolling(label: String, wide: impl IntoView) -> impl IntoView {
    view! { <div class="wm-scroll" tabindex="0" role="region" aria-label=label>{wide}</div> }
}

/// A table that may be wide, with its columns and what its heading says of it.
pub(crate) fn wide_table(label: &str, columns: &[String], rows: impl IntoView) -> impl IntoView {
    let head = columns
        .iter()
        .map(|column| view! { <th scope="col" class="govuk-table__header">{column.clone()}</th> })
        .collect_view();
    let table = view! {
        <table class="govuk-table">
            <thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    };
    scrolling(label.to_owned(), table)
}

/// Where something stands in the guide: links in one line.
pub(crate) fn uses(from: &Route, lead: &str, uses: &[Use]) -> AnyView {
    let links = uses
        .iter()
        .enumerate()
        .map(|(place, used)| {
            let joint = if place == 0 { " " } else { "; " };
            view! { {joint}<a class="govuk-link" href=from.href(&used.link)>{used.title.clone()}</a> }
        })
        .collect_view();
    view! { <p class="wm-statement__uses">{lead.to_owned()}{links}</p> }.into_any()
}

/// Breadcrumbs down to a procedure's list of pages.
pub(crate) fn procedure_crumbs(
    guide: &Guide,
    procedure: &Procedure,
    source: &Source,
) -> Vec<(String, Route)> {
    let mut crumbs = crumbs(guide, &[SitePage::Procedures]);
    crumbs.push((source.about.title.clone(), procedure.route.clone()));
    crumbs
}

/// Breadcrumbs down to a fixed page: the home page and, below it, that page.
pub(crate) fn crumbs(guide: &Guide, parents: &[SitePage]) -> Vec<(String, Route)> {
    let home = (guide.words.shell.site_name.clone(), Route::home());
    let below = parents.iter().filter_map(|page| {
        let words = guide.words.pages.of(*page)?;
        Some((words.title.clone(), page.route()))
    });
    std::iter::once(home).chain(below).collect()
}
