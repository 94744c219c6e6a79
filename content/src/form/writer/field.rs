//! Fields on paper: each by itself, or within a text.

use chrono::NaiveDate;

use super::{Copy, Writer};
use crate::date::EnteredDate;
use crate::form::answers::{Row, Value};
use crate::form::document::{Block, ListItem, Run, RunKind};
use crate::form::field::{Asked, Field, FieldKind};
use crate::id::OptionId;
use crate::words::fill;

/// Lines to write on for a long text.
const LINES: u8 = 4;

impl<'a> Writer<'a> {
    /// A field at its own place, unless its answer stands in a text.
    pub(super) fn field(&mut self, field: &'a Field, condition: Option<&'a str>) {
        if self.placed.contains(&&field.id) || !field.on.on_paper() {
            return;
        }
        let value = self.filled.value(&field.id);
        let mut runs = self.condition(condition);
        let apart = matches!(field.kind, FieldKind::OneOf | FieldKind::SeveralOf | FieldKind::LongText);
        self.label(field, apart && !self.withheld(field), &mut runs);
        if self.withheld(field) {
            runs.push(self.left_out());
            self.blocks.push(Block::Paragraph(runs));
            return;
        }
        match field.kind {
            FieldKind::Signature => self.blocks.push(Block::Signature(runs)),
            FieldKind::Derived => {
                let text = self.filled.derived(field);
                runs.push(text.map_or_else(blank, |text| Run::new(RunKind::Plain, text)));
                self.blocks.push(Block::Paragraph(runs));
            }
            FieldKind::OneOf | FieldKind::SeveralOf => {
                self.blocks.push(Block::Paragraph(runs));
                let items = field.options.iter().map(|option| {
                    let mut runs = vec![Run::new(RunKind::Plain, &option.label)];
                    self.mark(option.ours, &mut runs);
                    let ticked = Some(value.is_some_and(|value| value.has(&option.id)));
                    ListItem { depth: field.depth(option), ticked, runs }
                });
                let list = Block::List(items.collect());
                self.blocks.push(list);
            }
            FieldKind::YesNo | FieldKind::Rating => {
                runs.extend(self.boxes(field, value));
                self.blocks.push(Block::Paragraph(runs));
            }
            FieldKind::LongText => {
                self.blocks.push(Block::Paragraph(runs));
                let answer = value
                    .map_or_else(|| Run::new(RunKind::Blank(LINES), ""), |value| self.answer(field, value));
                self.blocks.push(Block::Paragraph(vec![answer]));
            }
            FieldKind::Line | FieldKind::Date | FieldKind::DateTime => {
                runs.push(value.map_or_else(blank, |value| self.answer(field, value)));
                self.blocks.push(Block::Paragraph(runs));
            }
        }
    }

    /// An answer within a text.
    pub(super) fn placed_answer(&mut self, name: &str) -> Vec<Run> {
        // A text that names no field, which loading refuses, keeps its words.
        let Some(field) = self.form().fields().find(|field| field.id.as_str() == name) else {
            return vec![Run::new(RunKind::Plain, format!("{{{name}}}"))];
        };
        if self.withheld(field) {
            return vec![self.left_out()];
        }
        if field.kind == FieldKind::Derived {
            let text = self.filled.derived(field);
            return vec![text.map_or_else(|| self.gap(field), |text| Run::new(RunKind::Plain, text))];
        }
        let Some(value) = self.filled.value(&field.id) else { return vec![self.gap(field)] };
        let kind = if self.written.contains(&&field.id) { RunKind::Again } else { RunKind::Answer };
        self.written.push(&field.id);
        let mut runs = vec![Run { kind, ..self.answer(field, value) }];
        self.mark(field.options.iter().any(|option| option.ours && value.has(&option.id)), &mut runs);
        runs
    }

    /// What a field asks, ready for what follows: in the same line, or apart below it.
    fn label(&self, field: &Field, apart: bool, runs: &mut Vec<Run>) {
        let words = self.filled.with.words;
        runs.push(Run::new(RunKind::Label, &field.label));
        self.mark(field.ours, runs);
        if let Some(scale) = &field.scale {
            let values = [("least", &*scale.least), ("most", &*scale.most)];
            runs.push(Run::new(RunKind::Plain, format!(" {}", fill(words.scale(), &values))));
        }
        if let Some(asked) = field.asked {
            let asked = match asked {
                Asked::Must => words.asked_must(),
                Asked::Will => words.asked_will(),
                Asked::May => words.asked_may(),
            };
            runs.push(Run::new(RunKind::Aside, format!(" ({asked})")));
        }
        let colon = if field.label.ends_with(['?', '.', ':']) { "" } else { ":" };
        runs.push(Run::new(RunKind::Plain, format!("{colon}{}", if apart { "" } else { " " })));
    }

    /// What stands in a cell.
    pub(super) fn cell(&self, column: &Field, row: Option<&Row>) -> Vec<Run> {
        let value = row.and_then(|row| row.cells.get(&column.id)).filter(|value| value.is_filled());
        match (column.kind, value) {
            (FieldKind::Signature, _) => vec![blank()],
            (FieldKind::Derived, _) => {
                let text = row.and_then(|row| self.filled.derived_in_row(column, row));
                vec![text.map_or_else(blank, |text| Run::new(RunKind::Plain, text))]
            }
            (FieldKind::Rating, _) => self.boxes(column, value),
            (kind, None) if kind.is_choice() => self.boxes(column, None),
            (_, None) => vec![blank()],
            (_, Some(value)) => vec![self.answer(column, value)],
        }
    }

    /// Whether this copy leaves it out.
    pub(super) fn withheld(&self, field: &Field) -> bool {
        self.copy == Copy::Circulated && field.hide_on_circulated_copy
    }

    fn left_out(&self) -> Run {
        Run::new(RunKind::Aside, self.filled.with.words.withheld())
    }

    /// Boxes to tick, in a line.
    fn boxes(&self, field: &Field, value: Option<&Value>) -> Vec<Run> {
        let words = self.filled.with.words;
        let offered: Vec<(OptionId, &str)> = match field.kind {
            FieldKind::YesNo => {
                vec![(OptionId::new("yes"), words.yes()), (OptionId::new("no"), words.no())]
            }
            FieldKind::Rating => Field::RATINGS.map(|number| (OptionId::new(number), number)).to_vec(),
            _ => field.options.iter().map(|option| (option.id.clone(), &*option.label)).collect(),
        };
        let mut runs = Vec::new();
        for (place, (id, label)) in offered.into_iter().enumerate() {
            if place > 0 {
                runs.push(Run::new(RunKind::Plain, "  "));
            }
            let ticked = value.is_some_and(|value| value.has(&id));
            runs.extend([Run::new(RunKind::Box(ticked), ""), Run::new(RunKind::Plain, format!(" {label}"))]);
        }
        runs
    }

    /// Room within a text, with what goes in.
    fn gap(&self, field: &Field) -> Run {
        let said = |option: &'_ crate::form::FieldOption| {
            option.in_text.as_deref().unwrap_or(&option.label).to_owned()
        };
        let goes_in = match field.kind {
            FieldKind::OneOf | FieldKind::SeveralOf => {
                field.options.iter().map(said).collect::<Vec<_>>().join(self.filled.with.words.or())
            }
            _ => field.label.clone(),
        };
        Run::new(RunKind::Blank(0), goes_in)
    }

    /// What was filled in, as it reads.
    fn answer(&self, field: &Field, value: &Value) -> Run {
        let words = self.filled.with.words;
        let chosen = |id: &OptionId| match field.option(id) {
            Some(option) if self.placed.contains(&&field.id) => {
                option.in_text.clone().unwrap_or_else(|| option.label.clone())
            }
            Some(option) => option.label.clone(),
            None if field.kind == FieldKind::YesNo && id.as_str() == "yes" => words.yes().to_owned(),
            None if field.kind == FieldKind::YesNo && id.as_str() == "no" => words.no().to_owned(),
            None => id.to_string(),
        };
        let text = match value {
            Value::Text(text) => printable(text),
            Value::Choice(option) => chosen(option),
            Value::Choices(options) => options.iter().map(chosen).collect::<Vec<_>>().join(words.and()),
            Value::Date(date) => self.date(date),
            Value::DateTime(date, time) => {
                let date = if date.is_empty() { String::new() } else { self.date(date) };
                let parts = [date, printable(time.trim())];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            }
        };
        Run::new(RunKind::Answer, text)
    }

    /// A date as it reads; one that is none as it was typed.
    fn date(&self, date: &EnteredDate) -> String {
        let plain = |date: NaiveDate| self.filled.with.dates.plain(date);
        let typed = || [&date.day, &date.month, &date.year].map(|part| printable(part.trim())).join("/");
        date.read().map_or_else(|_| typed(), plain)
    }
}

fn blank() -> Run {
    Run::new(RunKind::Blank(0), "")
}

/// A text without control characters, which no word processor's file may hold. Line breaks and tabs stay.
fn printable(text: &str) -> String {
    let kept = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(kept).collect()
}
