//! A document as plain text.

use super::document::{Block, Document, ListItem, Run, RunKind, TableRow};

/// Room to write, within a line and as a line.
const GAP: &str = "__________";
const LINE: &str = "________________________________________";

impl Document {
    /// The document as plain text, for a note or a message. Answers stand in it as they were filled in.
    pub fn to_text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut notes: Vec<String> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading(_, runs) | Block::Paragraph(runs) => spaced(&mut lines, [text(runs)]),
                Block::List(items) => spaced(&mut lines, items.iter().map(item)),
                Block::Signature(runs) => spaced(&mut lines, [format!("{}{LINE}", text(runs))]),
                Block::Table { heading, rows } => {
                    rows.iter().for_each(|row| spaced(&mut lines, row_lines(heading, row)));
                }
                Block::PageNote(runs) => notes.push(text(runs)),
            }
        }
        if !notes.is_empty() {
            spaced(&mut lines, std::iter::once("---".to_owned()).chain(notes));
        }
        lines.join("\n") + "\n"
    }
}

/// Adds lines after an empty one.
fn spaced(lines: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more);
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    match run.kind {
        RunKind::Blank(0) if run.text.is_empty() => GAP.to_owned(),
        RunKind::Blank(0) => format!("{GAP} ({})", run.text),
        RunKind::Blank(lines) => vec![LINE; usize::from(lines)].join("\n"),
        RunKind::Box(ticked) => tick(ticked).to_owned(),
        RunKind::Ours => format!(" {}", run.text),
        _ => run.text.clone(),
    }
}

fn tick(ticked: bool) -> &'static str {
    if ticked { "[x]" } else { "[ ]" }
}

fn item(item: &ListItem) -> String {
    let indent = "  ".repeat(usize::from(item.depth));
    let bullet = item.ticked.map_or("-", tick);
    format!("{indent}{bullet} {}", text(&item.runs))
}

/// A row as a stretch of lines: what it is called, then a line a column.
fn row_lines(heading: &[Vec<Run>], row: &TableRow) -> Vec<String> {
    if row.heading {
        return row.cells.iter().map(|cell| text(cell)).collect();
    }
    let with_words = row.cells.iter().zip(heading).filter(|(cell, _)| !cell.is_empty());
    with_words.map(|(cell, heading)| format!("{}: {}", text(heading), text(cell))).collect()
}
