//! How a form travels to the browser: with what fills it in, and without what only its page says. Statements stay
//! behind: the page says where each part comes from.

use super::definition::{Form, FormKind, FormRule, Severity};
use super::document::{Block, Document, ListItem, Run, RunKind, TableRow};
use super::field::{Asked, Derivation, DueText, Field, FieldKind, FieldOption, Scale};
use super::limits::Limits;
use super::part::{Part, Section, Text, TextStyle, Where};
use super::table::{SetRow, Table};
use super::when::When;
use crate::deadline::CitedText;
use crate::id::SourceId;
use crate::packed::{Packed, Texts};
use crate::source::Status;
use crate::{packed, packed_choice};

impl Packed for Form {
    fn pack(&self, texts: &mut Vec<String>) {
        self.id.pack(texts);
        self.title.pack(texts);
        self.kind.pack(texts);
        self.covers.pack(texts);
        self.names.pack(texts);
        self.one_for_each.pack(texts);
        self.never_kept.pack(texts);
        self.sections.pack(texts);
        self.rules.pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        Self {
            id: Packed::unpack(texts),
            title: Packed::unpack(texts),
            kind: Packed::unpack(texts),
            covers: Packed::unpack(texts),
            names: Packed::unpack(texts),
            one_for_each: Packed::unpack(texts),
            never_kept: Packed::unpack(texts),
            sections: Packed::unpack(texts),
            rules: Packed::unpack(texts),
            // The page says these.
            purpose: String::new(),
            order: 0,
            source: SourceId::new(""),
            status: Status::Unverified,
            who: nothing_said(),
            used: nothing_said(),
            pages: Vec::new(),
            notices: Vec::new(),
            differs: Vec::new(),
            intro: Vec::new(),
            notes: Vec::new(),
            missing: Vec::new(),
            #[cfg(feature = "load")]
            cases: Vec::new(),
        }
    }
}

fn nothing_said() -> CitedText {
    CitedText { text: String::new(), cites: Vec::new(), ours: false }
}

packed!(Section { id, title, untitled, on, shown_when, only_if, parts });
packed!(Part { shown_when, only_if, text, field, table });
packed!(Text { text, style, on, ours } behind { cites });
packed!(Field {
    id, kind, label, hint, ours, required, expected, asked, names_someone, hide_on_circulated_copy, on, options,
    scale, derive, due,
} behind { cites });
packed!(FieldOption { id, label, in_text, hint, under, ours } behind { cites });
packed!(Scale { least, most });
packed!(Derivation { when, text, ours } behind { cites });
packed!(DueText { rule, from, text, otherwise });
packed!(Table {
    id, label, hint, ours, row_name, columns, rows, rows_heading, notes_heading, own_label, suggestions, suggest_into,
    suggest_when, blank_rows,
} behind { cites });
packed!(SetRow { id, label, note, heading, under, ours } behind { cites });
packed!(When { field, is, filled });
packed!(FormRule { id, when, at, says, severity, ours } behind { cites });
packed!(Limits { line, long_text, rows, in_file });
packed_choice!(FormKind { Agreement, Letter, List, Tool, Feedback });
packed_choice!(Severity { Error, Warning });
packed_choice!(Asked { Must, Will, May });
packed_choice!(TextStyle { Paragraph, Item, Heading, Warning });
packed_choice!(Where { Both, Screen, Paper });
packed_choice!(FieldKind {
    Line,
    LongText,
    Date,
    DateTime,
    OneOf,
    SeveralOf,
    YesNo,
    Rating,
    Signature,
    Derived,
});

packed!(Document { title, blocks });
packed!(ListItem { depth, ticked, runs });
packed!(TableRow { heading, cells });

/// A number for what it is, then what is in it.
impl Packed for Block {
    fn pack(&self, texts: &mut Vec<String>) {
        let mut runs = |kind: u8, runs: &Vec<Run>| {
            kind.pack(texts);
            runs.pack(texts);
        };
        match self {
            Block::Paragraph(inside) => runs(0, inside),
            Block::Heading(level, inside) => runs(*level, inside),
            Block::Signature(inside) => runs(4, inside),
            Block::PageNote(inside) => runs(5, inside),
            Block::List(items) => {
                6_u8.pack(texts);
                items.pack(texts);
            }
            Block::Table { heading, rows } => {
                7_u8.pack(texts);
                heading.pack(texts);
                rows.pack(texts);
            }
        }
    }

    fn unpack(texts: &mut Texts) -> Self {
        match texts.number() {
            0 => Block::Paragraph(Packed::unpack(texts)),
            level @ 1..=3 => Block::Heading(level as u8, Packed::unpack(texts)),
            4 => Block::Signature(Packed::unpack(texts)),
            5 => Block::PageNote(Packed::unpack(texts)),
            6 => Block::List(Packed::unpack(texts)),
            7 => Block::Table { heading: Packed::unpack(texts), rows: Packed::unpack(texts) },
            _ => {
                texts.refuse();
                Block::Paragraph(Vec::new())
            }
        }
    }
}

/// Its kind as a number, then its text. Blanks come last: their number says how many lines too.
impl Packed for Run {
    fn pack(&self, texts: &mut Vec<String>) {
        let kind = match self.kind {
            RunKind::Plain => 0,
            RunKind::Strong => 1,
            RunKind::Label => 2,
            RunKind::Answer => 3,
            RunKind::Again => 4,
            RunKind::Ours => 5,
            RunKind::Aside => 6,
            RunKind::Box(false) => 7,
            RunKind::Box(true) => 8,
            RunKind::Blank(lines) => u16::from(lines) + 9,
        };
        kind.pack(texts);
        self.text.pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        let kind = match u16::unpack(texts) {
            0 => RunKind::Plain,
            1 => RunKind::Strong,
            2 => RunKind::Label,
            3 => RunKind::Answer,
            4 => RunKind::Again,
            5 => RunKind::Ours,
            6 => RunKind::Aside,
            7 => RunKind::Box(false),
            8 => RunKind::Box(true),
            blank => RunKind::Blank(u8::try_from(blank - 9).unwrap_or_else(|_| {
                texts.refuse();
                0
            })),
        };
        Run { kind, text: texts.text() }
    }
}
