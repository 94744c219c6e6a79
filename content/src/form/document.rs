//! A form as it goes onto paper: a tree without layout, from which the preview, the plain text and the file for a
//! word processor are made.

/// A form on paper, blank or filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title, for the file's name and the window. A letter does not show it.
    pub title: String,
    /// What stands on it, in order. Page notes come last.
    pub blocks: Vec<Block>,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 is the title, 2 a section, 3 below that.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list.
    List(Vec<ListItem>),
    /// A table.
    Table {
        /// What heads each column.
        heading: Vec<Vec<Run>>,
        /// The rows below.
        rows: Vec<TableRow>,
    },
    /// A line to sign on, with its label.
    Signature(Vec<Run>),
    /// For the foot of every page.
    PageNote(Vec<Run>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// How deep it stands: 0 or 1.
    pub depth: u8,
    /// A box to tick, and whether it is ticked. `None`: an item of an ordinary list.
    pub ticked: Option<bool>,
    /// What it says.
    pub runs: Vec<Run>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// It heads the rows below it: one cell, across all columns.
    pub heading: bool,
    /// What stands in each column.
    pub cells: Vec<Vec<Run>>,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What it is.
    pub kind: RunKind,
    /// Its text. Only that of an answer has line breaks in it, and any script in either direction.
    pub text: String,
}

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Words of the form.
    Plain,
    /// Words to stop at.
    Strong,
    /// What a field asks.
    Label,
    /// What someone filled in. Everything that shows and was filled in is one such run, once.
    Answer,
    /// The same again, in another place.
    Again,
    /// Nothing filled in: room to write by hand, so many lines high. 0 is within a line; its text says what goes in.
    Blank(u8),
    /// A box to tick within a line, and whether it is ticked. What it is for follows.
    Box(bool),
    /// Marks what is the guide's own addition.
    Ours,
    /// An aside of the guide's: a condition that nobody has answered, or that something is left out.
    Aside,
}

impl Block {
    /// Every stretch of text in it, in order.
    pub fn runs(&self) -> Vec<&Run> {
        match self {
            Block::Heading(_, runs)
            | Block::Paragraph(runs)
            | Block::Signature(runs)
            | Block::PageNote(runs) => runs.iter().collect(),
            Block::List(items) => items.iter().flat_map(|item| &item.runs).collect(),
            Block::Table { heading, rows } => {
                heading.iter().chain(rows.iter().flat_map(|row| &row.cells)).flatten().collect()
            }
        }
    }
}

impl Run {
    /// A run.
    pub fn new(kind: RunKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}
