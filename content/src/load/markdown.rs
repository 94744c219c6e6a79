//! Markdown to cited blocks.
//!
//! A paragraph, a list item or a table row ends with what it rests on, in braces: `{tees-3.1 tees-3.1b}`, or
//! `{ours}` for the guide's own words. Boxes that are set apart are block quotes with a tag:
//! `> [!CAUTION]` the source is silent or unclear in a small way, `> [!TIP]` a tool, `> [!NOTE]` our own note.
//! `{differs sharing-without-consent}` alone in a paragraph shows that point of the register of disagreements.

use std::collections::HashSet;
use std::iter::Peekable;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::folder::TextFile;
use super::problem::Problems;
use crate::guidance::{AsideKind, Block, Inline, Row, Support, Supported, plain_text};
use crate::id::{DisagreementId, StatementId};
use crate::route::Link;

/// Whether text has to say what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Citations {
    /// Guidance: always.
    Required,
    /// Text about the guide itself: there is nothing to cite.
    NotNeeded,
}

/// The blocks of a file with everything they point at.
#[derive(Clone, Debug, Default)]
pub(super) struct Parsed {
    pub(super) blocks: Vec<Block>,
    pub(super) references: Vec<Reference>,
}

/// Something that a text points at, and the line that does.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) line: usize,
    pub(super) to: Target,
}

/// What a text can point at.
#[derive(Clone, Debug)]
pub(super) enum Target {
    Statement(StatementId),
    Disagreement(DisagreementId),
    Page(Link),
}

/// Reads the Markdown of `file` from `start` on.
pub(super) fn parse(file: &TextFile, start: usize, citations: Citations, problems: &mut Problems) -> Parsed {
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let events = Parser::new_ext(&file.text[start..], options).into_offset_iter().peekable();
    let mut reader =
        Reader { file, start, citations, problems, events, references: Vec::new(), ids: HashSet::new() };
    let blocks = reader.blocks(None);
    Parsed { blocks, references: reader.references }
}

struct Reader<'a> {
    file: &'a TextFile,
    start: usize,
    citations: Citations,
    problems: &'a mut Problems,
    events: Peekable<OffsetIter<'a>>,
    references: Vec<Reference>,
    ids: HashSet<String>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<(Event<'a>, usize)> {
        let (event, range) = self.events.next()?;
        Some((event, self.file.line_at(self.start + range.start)))
    }

    fn problem(&mut self, line: usize, what: impl Into<String>, mend: &str) {
        self.problems.add(&self.file.name, line, what, mend);
    }

    /// Blocks up to `end`, which is taken too.
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, line)) = self.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(Tag::Paragraph) => {
                    let text = self.inlines(TagEnd::Paragraph);
                    blocks.push(match disagreement(&text) {
                        Some(id) => {
                            self.references.push(Reference { line, to: Target::Disagreement(id.clone()) });
                            Block::Disagreement(id)
                        }
                        None => Block::Paragraph(self.supported(text, line)),
                    });
                }
                Event::Start(Tag::Heading { level, .. }) => blocks.extend(self.heading(level, line)),
                Event::Start(Tag::List(first)) => blocks.push(self.list(first.is_some())),
                Event::Start(Tag::Table(_)) => blocks.push(self.table()),
                Event::Start(Tag::BlockQuote(kind)) => blocks.extend(self.aside(kind, line)),
                other => self.unsupported(&other, line),
            }
        }
        blocks
    }

    fn unsupported(&mut self, event: &Event<'_>, line: usize) {
        let what = match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => "HTML",
            Event::Start(Tag::Image { .. }) => "an image",
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
            Event::Start(Tag::List(_)) => "a list inside a list",
            Event::HardBreak => "a forced line break",
            Event::Rule => "a rule",
            // Ends and texts of something that was reported at its start.
            Event::End(_) | Event::Text(_) => return,
            _ => "this kind of text",
        };
        self.problem(
            line,
            format!("{what} is not allowed in a page"),
            "Use paragraphs, headings, lists, tables and boxes only.",
        );
    }

    fn heading(&mut self, level: HeadingLevel, line: usize) -> Option<Block> {
        let text = self.inlines(TagEnd::Heading(level));
        let words = plain_text(&text);
        let id = slug(&words);
        if !self.ids.insert(id.clone()) {
            self.problem(
                line,
                format!("the heading `{words}` stands twice on this page"),
                "Change one, so that each has a link of its own.",
            );
        }
        match level {
            HeadingLevel::H2 => Some(Block::Heading { level: 2, id, text }),
            HeadingLevel::H3 => Some(Block::Heading { level: 3, id, text }),
            _ => {
                self.problem(
                    line,
                    format!("the heading `{words}` is neither `##` nor `###`"),
                    "The page's title is its only first-level heading; use two levels below it.",
                );
                None
            }
        }
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while let Some((event, line)) = self.next() {
            match event {
                Event::End(TagEnd::List(_)) => break,
                Event::Start(Tag::Item) => {
                    let text = self.inlines(TagEnd::Item);
                    items.push(self.supported(text, line));
                }
                other => self.unsupported(&other, line),
            }
        }
        Block::List { ordered, items }
    }

    fn table(&mut self) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, line)) = self.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableHead) => head = self.cells(TagEnd::TableHead),
                Event::Start(Tag::TableRow) => {
                    let mut cells = self.cells(TagEnd::TableRow);
                    let last = cells.pop().unwrap_or_default();
                    let Supported { text, support } = self.supported(last, line);
                    cells.push(text);
                    rows.push(Row { cells, support });
                }
                other => self.unsupported(&other, line),
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self, end: TagEnd) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((event, line)) = self.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::TableCell) => cells.push(self.inlines(TagEnd::TableCell)),
                other => self.unsupported(&other, line),
            }
        }
        cells
    }

    fn aside(&mut self, kind: Option<BlockQuoteKind>, line: usize) -> Option<Block> {
        let blocks = self.blocks(Some(TagEnd::BlockQuote(kind)));
        let kind = match kind {
            Some(BlockQuoteKind::Note) => AsideKind::Ours,
            Some(BlockQuoteKind::Tip) => AsideKind::Tool,
            Some(BlockQuoteKind::Caution) => AsideKind::OddReading,
            Some(BlockQuoteKind::Important | BlockQuoteKind::Warning) | None => {
                self.problem(
                    line,
                    "this box does not say why it is set apart",
                    "Begin it with [!CAUTION], [!TIP] or [!NOTE]; sources that differ stand in disagreements/.",
                );
                return None;
            }
        };
        Some(Block::Aside { kind, blocks })
    }

    /// A run of words up to `end`, which is taken too.
    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut run: Vec<Inline> = Vec::new();
        while let Some((event, line)) = self.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) => push_text(&mut run, &text),
                Event::SoftBreak => push_text(&mut run, " "),
                Event::Start(Tag::Strong) => run.push(Inline::Strong(self.inlines(TagEnd::Strong))),
                Event::Start(Tag::Emphasis) => run.push(Inline::Emphasis(self.inlines(TagEnd::Emphasis))),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let words = self.inlines(TagEnd::Link);
                    run.push(self.link(&dest_url, words, line));
                }
                // A loose list wraps its items in paragraphs.
                Event::Start(Tag::Paragraph) if end == TagEnd::Item => {
                    run.extend(self.inlines(TagEnd::Paragraph));
                }
                other => self.unsupported(&other, line),
            }
        }
        run
    }

    fn link(&mut self, to: &str, words: Vec<Inline>, line: usize) -> Inline {
        if to.starts_with('/') {
            let link = Link::parse(to);
            self.references.push(Reference { line, to: Target::Page(link.clone()) });
            return Inline::Link(link, words);
        }
        if !to.starts_with("https://") {
            self.problem(
                line,
                format!("the link `{to}` is neither a page of this site nor an https address"),
                "Write a page's link from the root, as in `/procedures/teeswide/plan/`.",
            );
        }
        Inline::External(to.to_owned(), words)
    }

    /// Takes the braces off the end of a run and reads what it rests on.
    fn supported(&mut self, mut text: Vec<Inline>, line: usize) -> Supported {
        let marker = match text.last_mut() {
            Some(Inline::Text(words)) => take_marker(words),
            _ => None,
        };
        if matches!(text.last(), Some(Inline::Text(words)) if words.is_empty()) {
            text.pop();
        }
        let support = match marker.as_deref().map(str::trim) {
            None if self.citations == Citations::NotNeeded => Support::NotNeeded,
            Some("ours") => Support::Ours,
            Some(ids) if !ids.is_empty() => {
                let ids: Vec<StatementId> = ids.split_whitespace().map(StatementId::new).collect();
                self.references
                    .extend(ids.iter().map(|id| Reference { line, to: Target::Statement(id.clone()) }));
                Support::Statements(ids)
            }
            _ => {
                let words: String = plain_text(&text).chars().take(40).collect();
                self.problem(
                    line,
                    format!("`{words}` does not say what it rests on"),
                    "End it with its statements, as in {tees-3.1}, or with {ours}.",
                );
                Support::Ours
            }
        };
        Supported { text, support }
    }
}

/// The point that a paragraph of the form `{differs id}` shows.
fn disagreement(text: &[Inline]) -> Option<DisagreementId> {
    let [Inline::Text(words)] = text else { return None };
    let id = words.trim().strip_prefix("{differs ")?.strip_suffix('}')?;
    Some(DisagreementId::new(id.trim()))
}

fn push_text(run: &mut Vec<Inline>, words: &str) {
    match run.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => run.push(Inline::Text(words.to_owned())),
    }
}

fn take_marker(words: &mut String) -> Option<String> {
    let trimmed = words.trim_end();
    let inner = trimmed.strip_suffix('}')?;
    let open = inner.rfind('{')?;
    let marker = inner[open + 1..].to_owned();
    words.truncate(words[..open].trim_end().len());
    Some(marker)
}

/// `What the plan should say` becomes `what-the-plan-should-say`.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '’' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}
