//! The procedures as pages of cited blocks.
//!
//! A page is parsed from Markdown once, into blocks that know what they rest on. Whoever shows a page walks the
//! blocks; nobody parses Markdown twice.

use crate::id::{NoticeId, SourceId, StatementId};
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
    /// The part of the source that it covers, in the source's own numbering.
    pub covers: String,
    /// Where its rules stand today.
    pub status: Status,
    /// Place among the pages of its procedure.
    pub order: u32,
    /// What it opens with.
    pub notices: Vec<NoticeId>,
    /// Its text.
    pub blocks: Vec<Block>,
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
    /// Two sources, or a source and the law, differ.
    Disagreement,
    /// The source is garbled or silent.
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
    /// A link to another site. Never loaded, only followed.
    External(String, Vec<Inline>),
}

/// The words of a run, without their marks.
pub fn plain_text(run: &[Inline]) -> String {
    run.iter()
        .map(|part| match part {
            Inline::Text(text) => text.clone(),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link(_, inner)
            | Inline::External(_, inner) => plain_text(inner),
        })
        .collect()
}

/// Calls `visit` with what every block rests on and the heading above it.
pub fn each_support<'a>(blocks: &'a [Block], visit: &mut impl FnMut(Option<&'a str>, &'a Support)) {
    fn walk<'a>(
        blocks: &'a [Block],
        heading: &mut Option<&'a str>,
        visit: &mut impl FnMut(Option<&'a str>, &'a Support),
    ) {
        for block in blocks {
            match block {
                Block::Heading { id, .. } => *heading = Some(id),
                Block::Paragraph(run) => visit(*heading, &run.support),
                Block::List { items, .. } => items.iter().for_each(|i| visit(*heading, &i.support)),
                Block::Table { rows, .. } => rows.iter().for_each(|r| visit(*heading, &r.support)),
                Block::Aside { blocks, .. } => walk(blocks, heading, visit),
            }
        }
    }
    walk(blocks, &mut None, visit);
}
