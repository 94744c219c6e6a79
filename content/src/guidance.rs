//! The procedures as pages of cited blocks.
//!
//! A page is parsed from Markdown once, into blocks that know what they rest on. Whoever shows a page walks the
//! blocks; nobody parses Markdown twice.

use crate::id::{DisagreementId, FlowId, NoticeId, SourceId, StatementId, TermId};
use crate::route::{Link, Route};
use crate::source::Status;

/// The pages written from one source, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// The source they are written from.
    pub source: SourceId,
    /// The list of them.
    pub route: Route,
    /// The pages, in the source's order.
    pub pages: Vec<Page>,
    /// Where its groups of pages begin. Empty when it is short enough to be one list.
    pub groups: Vec<PageGroup>,
}

impl Procedure {
    /// The pages by group, in order. One group without a title when there are no groups.
    pub fn grouped(&self) -> Vec<(Option<&str>, &[Page])> {
        if self.groups.is_empty() {
            return vec![(None, &self.pages)];
        }
        let ends = self.groups.iter().skip(1).map(|next| next.first).chain([self.pages.len()]);
        self.groups
            .iter()
            .zip(ends)
            .map(|(group, end)| (Some(group.title.as_str()), &self.pages[group.first..end]))
            .collect()
    }
}

/// A run of pages of a long procedure under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageGroup {
    /// The title.
    pub title: String,
    /// Place of its first page among the procedure's pages.
    pub first: usize,
}

/// One page of guidance.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its place in the site.
    pub route: Route,
    /// Its heading, sentence case.
    pub title: String,
    /// One sentence for lists and search results.
    pub description: String,
    /// What it covers of the one source that it is written from. `None` for a page that draws sources together.
    pub excerpt: Option<Excerpt>,
    /// Place among the pages beside it.
    pub order: u32,
    /// What it opens with.
    pub notices: Vec<NoticeId>,
    /// The flows that draw what it tells.
    pub flows: Vec<FlowId>,
    /// What people type who look for it, where its own words are others.
    pub search_words: Vec<String>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// What a page covers of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The part of the source, in the source's own numbering.
    pub covers: String,
    /// Where its rules stand today.
    pub status: Status,
}

/// A stretch of text that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, with the id that links use.
    Heading {
        /// 2 or 3. The page's title is the only 1.
        level: u8,
        /// Unique on the page.
        id: String,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Supported),
    /// A list.
    List {
        /// Whether order matters.
        ordered: bool,
        /// Its items.
        items: Vec<Supported>,
    },
    /// A table: the first row is its head.
    Table {
        /// Column headings.
        head: Vec<Vec<Inline>>,
        /// Rows, each with what it rests on.
        rows: Vec<Row>,
    },
    /// Set apart from the source's own content.
    Aside {
        /// Why it is set apart.
        kind: AsideKind,
        /// Its text.
        blocks: Vec<Block>,
    },
    /// A point of the register of disagreements, shown where it bites.
    Disagreement(DisagreementId),
}

/// Text with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Supported {
    /// The words.
    pub text: Vec<Inline>,
    /// What they rest on.
    pub support: Support,
}

/// A row of a table with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One run of words a column.
    pub cells: Vec<Vec<Inline>>,
    /// What they rest on.
    pub support: Support,
}

/// What a stretch of text rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Support {
    /// Statements of the sources. Never empty.
    Statements(Vec<StatementId>),
    /// Nothing in the sources: it is the guide's own, and is shown as such.
    Ours,
    /// The page is about the guide itself, so there is no source to cite.
    NotNeeded,
}

impl Support {
    /// The statements cited, if any.
    pub fn statements(&self) -> &[StatementId] {
        match self {
            Support::Statements(ids) => ids,
            Support::Ours | Support::NotNeeded => &[],
        }
    }
}

/// Why a block is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AsideKind {
    /// The guide's own note.
    Ours,
    /// A tool that answers the question.
    Tool,
    /// The source is silent, or unclear in a small way.
    OddReading,
}

/// Part of a line of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// A link inside the site.
    Link(Link, Vec<Inline>),
    /// Words that the glossary explains, where they first stand on a page.
    Term(TermId, String),
    /// A link to another site. Never loaded, only followed.
    External(String, Vec<Inline>),
}

/// The words of a run, without their marks.
pub fn plain_text(run: &[Inline]) -> String {
    run.iter()
        .map(|part| match part {
            Inline::Text(text) | Inline::Term(_, text) => text.clone(),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link(_, inner)
            | Inline::External(_, inner) => plain_text(inner),
        })
        .collect()
}

/// Something that a text leads to, apart from its links.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reference<'a> {
    /// Statements, or none, that a stretch of text rests on.
    Support(&'a Support),
    /// A disagreement shown in full.
    Disagreement(&'a DisagreementId),
    /// A term that opens in place.
    Term(&'a TermId),
}

/// Calls `visit` with everything that the blocks lead to, in order, and the heading above it.
pub fn each_reference<'a>(blocks: &'a [Block], visit: &mut impl FnMut(Option<&'a str>, Reference<'a>)) {
    walk(blocks, &mut None, visit);
}

fn walk<'a>(
    blocks: &'a [Block],
    heading: &mut Option<&'a str>,
    visit: &mut impl FnMut(Option<&'a str>, Reference<'a>),
) {
    for block in blocks {
        match block {
            Block::Heading { id, .. } => *heading = Some(id),
            Block::Paragraph(run) => walk_run(&run.text, Some(&run.support), *heading, visit),
            Block::List { items, .. } => {
                items.iter().for_each(|item| walk_run(&item.text, Some(&item.support), *heading, visit));
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    row.cells.iter().for_each(|cell| walk_run(cell, None, *heading, visit));
                    visit(*heading, Reference::Support(&row.support));
                }
            }
            Block::Aside { blocks, .. } => walk(blocks, heading, visit),
            Block::Disagreement(id) => visit(*heading, Reference::Disagreement(id)),
        }
    }
}

fn walk_run<'a>(
    run: &'a [Inline],
    support: Option<&'a Support>,
    heading: Option<&'a str>,
    visit: &mut impl FnMut(Option<&'a str>, Reference<'a>),
) {
    for part in run {
        match part {
            Inline::Term(id, _) => visit(heading, Reference::Term(id)),
            Inline::Strong(inner) | Inline::Emphasis(inner) => walk_run(inner, None, heading, visit),
            Inline::Text(_) | Inline::Link(..) | Inline::External(..) => {}
        }
    }
    if let Some(support) = support {
        visit(heading, Reference::Support(support));
    }
}
