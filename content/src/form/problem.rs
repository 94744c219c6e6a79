//! What is missing, and what cannot stand.

use super::answers::{Row, Value};
use super::definition::Severity;
use super::field::{Field, FieldKind};
use super::filled::{Filled, all, look_in_row};
use super::part::PartKind;
use super::standing::Standing;
use super::table::Table;
use crate::date::{DateProblem, EnteredDate};
use crate::id::{FieldId, RowId};
use crate::words::fill;

/// Something to mend or to think about. It never keeps the form from being printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, the column or the table.
    pub at: FieldId,
    /// The rows, where `at` is a column. Empty where it is a field or a whole table.
    pub rows: Vec<RowPlace>,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong and how to mend it.
    pub says: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowPlace {
    /// A printed row.
    Printed(RowId),
    /// An added row, by its place among all rows that are filled in.
    Added(usize),
}

impl Filled<'_> {
    /// Every problem, in the form's order. What does not show has none; what waits for an answer is not missing.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (standing, part) in self.each_part() {
            match part.kind() {
                PartKind::Field(field) if standing.on_paper() => {
                    self.of_field(field, standing, &mut problems)
                }
                PartKind::Table(table) if standing.on_paper() => {
                    self.of_table(table, standing, &mut problems)
                }
                _ => {}
            }
        }
        problems
    }

    fn of_field(&self, field: &Field, standing: Standing, problems: &mut Vec<Problem>) {
        let mut add = |severity, says| {
            let problem = Problem { at: field.id.clone(), rows: Vec::new(), severity, says };
            // Two rules may say the same: one rule for each plan that it holds for.
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        };
        match self.value(&field.id) {
            Some(value) => {
                if let Some((severity, says)) = self.wrong(field, value) {
                    add(severity, says);
                }
            }
            None if standing == Standing::Shown => {
                if let Some((severity, says)) = field.missing() {
                    add(severity, says.clone());
                }
            }
            None => {}
        }
        for rule in self.form.rules.iter().filter(|rule| rule.at == field.id) {
            if standing == Standing::Shown && self.certain(&rule.when) {
                add(rule.severity, rule.says.clone());
            }
        }
    }

    fn of_table(&self, table: &Table, standing: Standing, problems: &mut Vec<Problem>) {
        let limit = self.with.limits.rows;
        if self.rows(table).count() > limit {
            let values = [("label", &*table.label), ("limit", &limit.to_string())];
            let says = fill(self.with.words.too_many_rows(), &values);
            let (at, rows) = (table.id.clone(), Vec::new());
            problems.push(Problem { at, rows, severity: Severity::Error, says });
        }
        let rows = self.places(table);
        for column in &table.columns {
            let mut found: Vec<Problem> = Vec::new();
            for (place, row) in &rows {
                if matches!(place, RowPlace::Printed(_)) && table.own_label.as_ref() == Some(&column.id) {
                    continue;
                }
                for (severity, says) in self.of_cell(column, *row, standing) {
                    let same =
                        found.iter_mut().find(|found| found.severity == severity && found.says == says);
                    match same {
                        Some(same) => same.rows.push(place.clone()),
                        None => found.push(Problem {
                            at: column.id.clone(),
                            rows: vec![place.clone()],
                            severity,
                            says,
                        }),
                    }
                }
            }
            problems.extend(found);
        }
    }

    /// Every row that should be filled in: the printed ones, and those added that are not blank.
    fn places(&self, table: &Table) -> Vec<(RowPlace, Option<&Row>)> {
        let printed = table.rows.iter().filter(|row| !row.heading);
        let printed = printed.map(|row| (RowPlace::Printed(row.id.clone()), self.row_of(table, row)));
        let added = self.rows(table).enumerate().filter(|(_, row)| row.of.is_none() && !row.is_blank());
        printed.chain(added.map(|(place, row)| (RowPlace::Added(place), Some(row)))).collect()
    }

    fn of_cell(&self, column: &Field, row: Option<&Row>, standing: Standing) -> Vec<(Severity, String)> {
        let value = row.and_then(|row| row.cells.get(&column.id)).filter(|value| value.is_filled());
        let mut found = Vec::new();
        match value {
            Some(value) => found.extend(self.wrong(column, value)),
            None if standing == Standing::Shown => {
                found.extend(column.missing().map(|(severity, says)| (severity, says.clone())));
            }
            None => {}
        }
        let blank = Row::default();
        let row = row.unwrap_or(&blank);
        let rules = self.form.rules.iter().filter(|rule| rule.at == column.id && standing == Standing::Shown);
        let speaks =
            rules.filter(|rule| all(&rule.when, false, |id| look_in_row(row, id)) == Standing::Shown);
        found.extend(speaks.map(|rule| (rule.severity, rule.says.clone())));
        found
    }

    /// What is wrong with what was filled in. A date without its time of day is only half said.
    fn wrong(&self, field: &Field, value: &Value) -> Option<(Severity, String)> {
        let limits = self.with.limits;
        match value {
            Value::Text(text) => {
                let limit = if field.kind == FieldKind::LongText { limits.long_text } else { limits.line };
                let length = text.chars().count();
                let values = [
                    ("label", &*field.label),
                    ("length", &length.to_string()),
                    ("limit", &limit.to_string()),
                ];
                (length > limit).then(|| (Severity::Error, fill(self.with.words.too_long(), &values)))
            }
            Value::Date(date) => self.wrong_date(field, date),
            Value::DateTime(date, time) => self.wrong_date(field, date).or_else(|| {
                let says = || fill(self.with.words.time_missing(), &[("label", &field.label)]);
                time.trim().is_empty().then(|| (Severity::Warning, says()))
            }),
            Value::Choice(_) | Value::Choices(_) => None,
        }
    }

    fn wrong_date(&self, field: &Field, date: &EnteredDate) -> Option<(Severity, String)> {
        let problem = match date.read() {
            Ok(_) => return None,
            Err(DateProblem::Empty) => fill(self.with.words.date_missing(), &[("label", &field.label)]),
            Err(problem) => self.with.date_words.problem(&problem, &field.label),
        };
        let says = fill(self.with.words.in_field(), &[("label", &field.label), ("problem", &problem)]);
        Some((Severity::Error, says))
    }
}

impl Field {
    /// What to say when it is blank.
    fn missing(&self) -> Option<(Severity, &String)> {
        let required = self.required.as_ref().map(|says| (Severity::Error, says));
        required.or_else(|| self.expected.as_ref().map(|says| (Severity::Warning, says)))
    }
}
