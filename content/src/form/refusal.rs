//! Answers from elsewhere, such as a file: whether they are answers to this form at all.

use super::answers::{Answers, Row, Value};
use super::definition::Form;
use super::field::{Field, FieldKind};
use super::limits::Limits;
use super::table::Table;
use crate::id::{FieldId, OptionId, RowId};
use crate::words::{FormWords, fill};

/// Why answers are not taken over: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field or table as the answers name it.
    pub field: FieldId,
    /// For a cell, the table that it is in and the place of its row there, from 0.
    pub cell_of: Option<(FieldId, usize)>,
    /// What is wrong.
    pub refused: Refused,
}

/// What is wrong with an answer from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The form has no such field, or the table no such column.
    UnknownField,
    /// The form has no such table.
    UnknownTable,
    /// The table has no such printed row, or it is a heading.
    UnknownRow(RowId),
    /// The printed row is filled in twice.
    RowTwice(RowId),
    /// Nobody may add rows to this table.
    AddedRow,
    /// More rows than there may be.
    TooManyRows {
        /// How many there may be.
        limit: usize,
    },
    /// The answer is not of the field's kind.
    WrongKind,
    /// It is signed on paper, or follows from other answers: nobody fills it in.
    NotFilledIn,
    /// The field has no such option.
    UnknownOption(OptionId),
    /// An option stands twice.
    OptionTwice(OptionId),
    /// The text is too long.
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
}

impl Form {
    /// Everything for which answers cannot be taken over. Empty: they are answers to this form.
    pub fn refusals(&self, answers: &Answers, limits: &Limits) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for (id, value) in &answers.values {
            let refused = match self.field(id) {
                None => Some(Refused::UnknownField),
                Some(field) => refused(field, value, limits),
            };
            refusals.extend(refused.map(|refused| Refusal { field: id.clone(), cell_of: None, refused }));
        }
        for (id, rows) in &answers.tables {
            match self.table(id) {
                None => refusals.push(whole(id, Refused::UnknownTable)),
                Some(table) => of_table(table, rows, limits, &mut refusals),
            }
        }
        refusals
    }
}

impl Refusal {
    /// In words, with the field's name.
    pub fn says(&self, words: &FormWords) -> String {
        let place = match &self.cell_of {
            Some((table, row)) => {
                let row = (row + 1).to_string();
                fill(words.refused_cell(), &[("table", table.as_str()), ("row", &row)])
            }
            None => String::new(),
        };
        let (sentence, detail, limit) = match &self.refused {
            Refused::UnknownField => (words.refused_unknown_field(), String::new(), 0),
            Refused::UnknownTable => (words.refused_unknown_table(), String::new(), 0),
            Refused::UnknownRow(row) => (words.refused_unknown_row(), row.to_string(), 0),
            Refused::RowTwice(row) => (words.refused_row_twice(), row.to_string(), 0),
            Refused::AddedRow => (words.refused_added_row(), String::new(), 0),
            Refused::TooManyRows { limit } => (words.refused_too_many_rows(), String::new(), *limit),
            Refused::WrongKind => (words.refused_wrong_kind(), String::new(), 0),
            Refused::NotFilledIn => (words.refused_not_filled_in(), String::new(), 0),
            Refused::UnknownOption(option) => (words.refused_unknown_option(), option.to_string(), 0),
            Refused::OptionTwice(option) => (words.refused_option_twice(), option.to_string(), 0),
            Refused::TooLong { length, limit } => (words.refused_too_long(), length.to_string(), *limit),
        };
        let limit = limit.to_string();
        let values =
            [("field", self.field.as_str()), ("place", &*place), ("detail", &detail), ("limit", &limit)];
        fill(sentence, &values)
    }
}

fn of_table(table: &Table, rows: &[Row], limits: &Limits, refusals: &mut Vec<Refusal>) {
    if rows.len() > limits.rows {
        refusals.push(whole(&table.id, Refused::TooManyRows { limit: limits.rows }));
    }
    // No longer than the table has printed rows.
    let mut seen: Vec<&RowId> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        match &row.of {
            Some(id) if table.row(id).is_none_or(|printed| printed.heading) => {
                refusals.push(whole(&table.id, Refused::UnknownRow(id.clone())));
            }
            Some(id) if seen.contains(&id) => {
                refusals.push(whole(&table.id, Refused::RowTwice(id.clone())));
            }
            Some(id) => seen.push(id),
            None if !table.may_add() => refusals.push(whole(&table.id, Refused::AddedRow)),
            _ => {}
        }
        for (id, value) in &row.cells {
            let has = table.cells(row.of.is_some()).find(|column| column.id == *id);
            let refused = match has {
                None => Some(Refused::UnknownField),
                Some(column) => refused(column, value, limits),
            };
            let cell_of = Some((table.id.clone(), place));
            refusals.extend(refused.map(|refused| Refusal { field: id.clone(), cell_of, refused }));
        }
    }
}

fn whole(id: &FieldId, refused: Refused) -> Refusal {
    Refusal { field: id.clone(), cell_of: None, refused }
}

fn refused(field: &Field, value: &Value, limits: &Limits) -> Option<Refused> {
    let unknown = |option: &OptionId| (!field.offers(option)).then(|| Refused::UnknownOption(option.clone()));
    match (field.kind, value) {
        (FieldKind::Signature | FieldKind::Derived, _) => Some(Refused::NotFilledIn),
        (FieldKind::Line | FieldKind::LongText, Value::Text(text)) => too_long(text, limits),
        (FieldKind::Date, Value::Date(date)) => {
            [&date.day, &date.month, &date.year].into_iter().find_map(|part| too_long(part, limits))
        }
        (FieldKind::DateTime, Value::DateTime(date, time)) => {
            [&date.day, &date.month, &date.year, time].into_iter().find_map(|part| too_long(part, limits))
        }
        (FieldKind::OneOf | FieldKind::YesNo | FieldKind::Rating, Value::Choice(option)) => unknown(option),
        (FieldKind::SeveralOf, Value::Choices(options)) => {
            // Where all are known, one stands twice before there are many.
            let twice = || {
                let mut each = options.iter().enumerate();
                let twice = each.find(|(place, option)| options[..*place].contains(option));
                twice.map(|(_, option)| Refused::OptionTwice(option.clone()))
            };
            options.iter().find_map(unknown).or_else(twice)
        }
        _ => Some(Refused::WrongKind),
    }
}

fn too_long(text: &str, limits: &Limits) -> Option<Refused> {
    let (length, limit) = (text.chars().count(), limits.in_file);
    (length > limit).then_some(Refused::TooLong { length, limit })
}
