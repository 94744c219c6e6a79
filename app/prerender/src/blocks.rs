//! Blocks of guidance as HTML.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_content::guidance::{
    AsideKind, Block, Inline, Page, Procedure, Row, Support, Supported, plain_text,
};
use waymark_content::guide::{Citation, Guide};
use waymark_content::id::SourceId;
use waymark_content::route::Route;
use waymark_content::words::fill;

use crate::disagreement;
use crate::parts::scrolling;
use crate::terms;

/// How a run of blocks stands on its page.
pub(crate) struct Setting<'a> {
    pub(crate) guide: &'a Guide,
    /// The page they stand on.
    pub(crate) route: &'a Route,
    /// The source that it is written from.
    pub(crate) own: Option<&'a SourceId>,
    /// The page's part, where a whole procedure stands on one page.
    pub(crate) part_of: Option<Part<'a>>,
    /// Whether the page as a whole is the guide's own, and says so: then only what a source says carries a mark, at
    /// the head of its row.
    pub(crate) ours: bool,
}

/// A page as part of its whole procedure on one page.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) procedure: &'a Procedure,
    pub(crate) page: &'a Page,
}

impl Part<'_> {
    /// The id of a page, or of a heading on it, where all pages stand on one.
    pub(crate) fn id(route: &Route, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) => format!("{}--{anchor}", route.name()),
            None => route.name().to_owned(),
        }
    }
}

impl<'a> Setting<'a> {
    /// A page of its own.
    pub(crate) fn page(guide: &'a Guide, route: &'a Route, own: Option<&'a SourceId>) -> Self {
        Self { guide, route, own, part_of: None, ours: false }
    }

    /// All blocks, in order.
    pub(crate) fn blocks(&self, blocks: &[Block]) -> AnyView {
        let mut heading = String::new();
        let mut views = Vec::with_capacity(blocks.len());
        for block in blocks {
            if let Block::Heading { text, .. } = block {
                heading = plain_text(text);
            }
            views.push(self.block(block, &heading));
        }
        views.into_any()
    }

    /// One block, below this heading.
    fn block(&self, block: &Block, heading: &str) -> AnyView {
        match block {
            Block::Heading { level, id, text } => self.heading(*level, id, text),
            Block::Paragraph(run) => view! { <p class="govuk-body">{self.supported(run)}</p> }.into_any(),
            Block::List { ordered, items } => {
                let items = items.iter().map(|item| view! { <li>{self.supported(item)}</li> }).collect_view();
                if *ordered {
                    view! { <ol class="govuk-list govuk-list--number">{items}</ol> }.into_any()
                } else {
                    view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
                }
            }
            Block::Table { head, rows } => self.table(head, rows, heading),
            Block::Aside { kind, blocks } => self.aside(*kind, blocks),
            Block::Disagreement(id) => disagreement::shown(self, id),
        }
    }

    fn heading(&self, level: u8, id: &str, text: &[Inline]) -> AnyView {
        let words = self.inlines(text);
        if let Some(part) = self.part_of {
            // One level lower, below the page's title; the page itself has the link to copy.
            let id = Part::id(&part.page.route, Some(id));
            return match level {
                2 => view! { <h3 class="govuk-heading-s" id=id>{words}</h3> }.into_any(),
                _ => view! { <h4 class="govuk-heading-s" id=id>{words}</h4> }.into_any(),
            };
        }
        let label = fill(&self.guide.words.shell.anchor_label, &[("heading", &plain_text(text))]);
        let link = view! { <a class="wm-anchor" href=format!("#{id}") aria-label=label>"#"</a> };
        let id = id.to_owned();
        match level {
            2 => view! { <h2 class="govuk-heading-m" id=id>{words}" "{link}</h2> }.into_any(),
            _ => view! { <h3 class="govuk-heading-s" id=id>{words}" "{link}</h3> }.into_any(),
        }
    }

    fn table(&self, head: &[Vec<Inline>], rows: &[Row], heading: &str) -> AnyView {
        let head_row = head
            .iter()
            .map(|cell| view! { <th scope="col" class="govuk-table__header">{self.inlines(cell)}</th> })
            .collect_view();
        let rows = rows
            .iter()
            .map(|row| {
                let marked = if self.ours { 0 } else { row.cells.len().saturating_sub(1) };
                let cells = row
                    .cells
                    .iter()
                    .enumerate()
                    .map(|(column, cell)| {
                        let words = self.inlines(cell);
                        let support = (column == marked).then(|| self.support(&row.support));
                        match column {
                            0 => view! {
                                <th scope="row" class="govuk-table__header">{words}{support}</th>
                            }
                            .into_any(),
                            _ => view! { <td class="govuk-table__cell">{words}{support}</td> }.into_any(),
                        }
                    })
                    .collect_view();
                view! { <tr class="govuk-table__row">{cells}</tr> }
            })
            .collect_view();
        let table = view! {
            <table class="govuk-table">
                <thead class="govuk-table__head"><tr class="govuk-table__row">{head_row}</tr></thead>
                <tbody class="govuk-table__body">{rows}</tbody>
            </table>
        };
        if head.len() < 3 {
            return table.into_any();
        }
        // Two tables of a page may have the same columns: the heading tells them apart.
        let columns = head.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(", ");
        let label = if heading.is_empty() { columns } else { format!("{heading}: {columns}") };
        scrolling(label, table).into_any()
    }

    fn aside(&self, kind: AsideKind, blocks: &[Block]) -> AnyView {
        let class = match kind {
            AsideKind::Ours => "wm-aside wm-aside--ours",
            AsideKind::Tool => "wm-aside wm-aside--tool",
            AsideKind::OddReading => "wm-aside wm-aside--oddly",
        };
        let label = self.guide.words.shell.asides.label(kind).to_owned();
        // The box says that it is ours: its paragraphs need not.
        let body = blocks.iter().map(|block| match block {
            Block::Paragraph(run) if kind == AsideKind::Ours && run.support == Support::Ours => {
                view! { <p class="govuk-body">{self.inlines(&run.text)}</p> }.into_any()
            }
            block => self.block(block, ""),
        });
        view! {
            <div class=class>
                <p class="wm-aside__label">{label}</p>
                {body.collect_view()}
            </div>
        }
        .into_any()
    }

    fn supported(&self, run: &Supported) -> AnyView {
        view! { {self.inlines(&run.text)}{self.support(&run.support)} }.into_any()
    }

    fn support(&self, support: &Support) -> AnyView {
        match support {
            Support::Statements(ids) => {
                let citations = self.guide.citations(self.route, ids, self.own);
                self.citations(citations)
            }
            Support::Ours if self.ours => ().into_any(),
            Support::Ours => {
                view! { " "<span class="wm-ours">{self.guide.words.shell.ours.clone()}</span> }.into_any()
            }
            Support::NotNeeded => ().into_any(),
        }
    }

    /// Citations as links. The whole procedure on one page is for paper: 1,700 links would be a tenth of it and over
    /// its budget, so there they are text. Each page's title links to where they are.
    pub(crate) fn citations(&self, citations: Vec<Citation>) -> AnyView {
        if self.part_of.is_none() {
            return view! { <Citations citations/> }.into_any();
        }
        let labels: Vec<String> = citations.into_iter().map(|citation| citation.label).collect();
        view! { " "<span class="wm-cites">{labels.join("; ")}</span> }.into_any()
    }

    fn inlines(&self, run: &[Inline]) -> AnyView {
        run.iter().map(|part| self.inline(part)).collect_view().into_any()
    }

    fn inline(&self, part: &Inline) -> AnyView {
        match part {
            Inline::Text(text) => text.clone().into_any(),
            // A whole procedure on one page has no room for the meanings of its words.
            Inline::Term(_, words) if self.part_of.is_some() => words.clone().into_any(),
            Inline::Term(id, words) => terms::opener(id, words),
            Inline::Strong(inner) => view! { <strong>{self.inlines(inner)}</strong> }.into_any(),
            Inline::Emphasis(inner) => view! { <em>{self.inlines(inner)}</em> }.into_any(),
            Inline::Link(link, inner) => {
                let words = self.inlines(inner);
                if let Some(Part { procedure, .. }) = self.part_of
                    && procedure.pages.iter().any(|page| page.route == link.route)
                {
                    let href = format!("#{}", Part::id(&link.route, link.anchor.as_deref()));
                    return view! { <a class="govuk-link" href=href>{words}</a> }.into_any();
                }
                let href = self.route.href(link);
                // Paper cannot follow a link: it shows where the link leads.
                view! {
                    <a class="govuk-link" href=href data-print=link.to_string()>{words}</a>
                }
                .into_any()
            }
            Inline::External(address, inner) => view! {
                <a class="govuk-link" href=address.clone() rel="noreferrer external">{self.inlines(inner)}</a>
            }
            .into_any(),
        }
    }
}
