//! From a form with its answers to a document.

mod field;
mod table;

use super::definition::{Form, FormKind};
use super::document::{Block, Document, ListItem, Run, RunKind};
use super::filled::Filled;
use super::part::{PartKind, Section, Text, TextStyle, Where};
use super::placeholder::{Piece, pieces};
use super::standing::Standing;
use crate::id::FieldId;
use crate::words::fill;

/// Which copy is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// With everything that was filled in.
    Full,
    /// Without what is left out of the copy that goes round.
    Circulated,
}

impl Filled<'_> {
    /// The form as it goes onto paper. Blank answers give the blank form.
    pub fn document(&self, copy: Copy) -> Document {
        let mut writer =
            Writer { filled: self, copy, placed: self.placed(), written: Vec::new(), blocks: Vec::new() };
        if self.form.kind != FormKind::Letter {
            let title = Run::new(RunKind::Plain, &self.form.title);
            writer.blocks.push(Block::Heading(1, vec![title]));
        }
        for place in 0..self.form.sections.len() {
            writer.section(place);
        }
        writer.page_notes();
        Document { title: self.form.title.clone(), blocks: writer.blocks }
    }

    /// The fields whose answers stand in a text that is on this paper, and so not at their own places. Nor does a field
    /// whose text is left out because nothing is in it: a letter does not begin with lines for what nobody asks.
    fn placed(&self) -> Vec<&FieldId> {
        let is_placed = |id: &FieldId| {
            self.each_part().any(|(standing, part)| {
                let PartKind::Text(text) = part.kind() else { return false };
                let left_out =
                    || part.shown_when.iter().any(|when| when.field == *id && when.filled == Some(true));
                text.on.on_paper()
                    && pieces(&text.text).contains(&Piece::Answer(id.as_str()))
                    && (standing.on_paper() || left_out())
            })
        };
        self.form.fields().map(|field| &field.id).filter(|id| is_placed(id)).collect()
    }
}

/// A document in the making.
struct Writer<'a> {
    filled: &'a Filled<'a>,
    copy: Copy,
    placed: Vec<&'a FieldId>,
    /// The fields whose answers stand on the paper already.
    written: Vec<&'a FieldId>,
    blocks: Vec<Block>,
}

impl<'a> Writer<'a> {
    fn form(&self) -> &'a Form {
        self.filled.form
    }

    /// A section, when anything of it stands on paper.
    fn section(&mut self, place: usize) {
        let section: &Section = &self.form().sections[place];
        let standing = self.filled.section(place);
        if !standing.on_paper() || section.on == Where::Screen {
            return;
        }
        let before = self.blocks.len();
        let of_section = section.only_if.as_deref().filter(|_| standing == Standing::Open);
        for (number, part) in section.parts.iter().enumerate() {
            let own = self.filled.part(place, number);
            if !own.on_paper() {
                continue;
            }
            let condition = part.only_if.as_deref().filter(|_| own == Standing::Open);
            match part.kind() {
                PartKind::Text(text) => self.text(text, condition),
                PartKind::Field(field) => self.field(field, condition),
                PartKind::Table(table) => self.table(table, condition),
            }
        }
        if self.blocks.len() > before {
            let mut opening = Vec::new();
            if !section.untitled {
                opening.push(Block::Heading(2, vec![Run::new(RunKind::Plain, &section.title)]));
            }
            opening.extend(of_section.map(|condition| Block::Paragraph(vec![self.only_if(condition)])));
            self.blocks.splice(before..before, opening);
        }
    }

    fn text(&mut self, text: &'a Text, condition: Option<&'a str>) {
        if !text.on.on_paper() {
            return;
        }
        let mut runs = self.condition(condition);
        for piece in pieces(&text.text) {
            match piece {
                Piece::Words(words) if text.style == TextStyle::Warning => {
                    runs.push(Run::new(RunKind::Strong, words));
                }
                Piece::Words(words) => runs.push(Run::new(RunKind::Plain, words)),
                Piece::Answer(name) => runs.extend(self.placed_answer(name)),
            }
        }
        self.mark(text.ours, &mut runs);
        match text.style {
            TextStyle::Paragraph | TextStyle::Warning => self.blocks.push(Block::Paragraph(runs)),
            TextStyle::Heading => self.blocks.push(Block::Heading(3, runs)),
            TextStyle::Item => {
                let item = ListItem { depth: 0, ticked: None, runs };
                match self.blocks.last_mut() {
                    Some(Block::List(items)) if items.iter().all(|item| item.ticked.is_none()) => {
                        items.push(item)
                    }
                    _ => self.blocks.push(Block::List(vec![item])),
                }
            }
        }
    }

    /// What a part hangs on that nobody has answered, at its head.
    fn condition(&self, condition: Option<&str>) -> Vec<Run> {
        let runs = condition.map(|condition| [self.only_if(condition), Run::new(RunKind::Plain, " ")]);
        runs.into_iter().flatten().collect()
    }

    fn only_if(&self, condition: &str) -> Run {
        Run::new(RunKind::Aside, fill(self.filled.with.words.only_if(), &[("condition", condition)]))
    }

    /// The mark of an addition of ours.
    fn mark(&self, ours: bool, runs: &mut Vec<Run>) {
        if ours {
            runs.push(Run::new(RunKind::Ours, self.filled.with.words.mark()));
        }
    }

    fn page_notes(&mut self) {
        let words = self.filled.with.words;
        let name = self.form().names.first().map(String::as_str).unwrap_or_default();
        let values = [("name", name), ("covers", &*self.form().covers)];
        let mut notes = vec![fill(words.reworked(), &values)];
        if self.blocks.iter().any(has_mark) {
            notes.push(fill(words.mark_explained(), &[("mark", words.mark())]));
        }
        if !self.filled.answers.is_blank() {
            notes.push(words.personal().to_owned());
        }
        if self.copy == Copy::Circulated && self.form().has_circulated_copy() {
            notes.push(words.circulated().to_owned());
        }
        let note = |text| Block::PageNote(vec![Run::new(RunKind::Plain, text)]);
        self.blocks.extend(notes.into_iter().map(note));
    }
}

fn has_mark(block: &Block) -> bool {
    block.runs().iter().any(|run| run.kind == RunKind::Ours)
}
