//! A form with its answers: which parts show, and what follows from other answers.

use chrono::NaiveDate;

use super::answers::{Answers, Row, Value};
use super::definition::Form;
use super::field::{DueText, Field};
use super::limits::Limits;
use super::part::{Part, PartKind};
use super::standing::Standing;
use super::table::{SetRow, Table};
use super::when::{Looked, When};
use crate::calendar::{Confidence, WorkingDayCalendar};
use crate::date::DateNames;
use crate::deadline::ClockRule;
use crate::id::FieldId;
use crate::words::{DateInputWords, FormWords, fill};

/// What filling in a form needs beside the form and its answers.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The words around it.
    pub words: &'a FormWords,
    /// What is wrong with dates.
    pub date_words: &'a DateInputWords,
    /// The names that dates are read by.
    pub dates: &'a DateNames,
    /// How much may be filled in.
    pub limits: &'a Limits,
    /// The time limits that it counts by: those of [`Form::deadlines`].
    pub rules: &'a [ClockRule],
    /// Working days. Without them no date is worked out.
    pub calendar: Option<&'a WorkingDayCalendar>,
}

/// A form with its answers.
#[derive(Clone)]
pub struct Filled<'a> {
    pub(super) form: &'a Form,
    pub(super) answers: &'a Answers,
    pub(super) with: Surroundings<'a>,
    /// For each section its own standing and that of each of its parts.
    standings: Vec<(Standing, Vec<Standing>)>,
}

impl Form {
    /// Puts answers into the form.
    pub fn fill_in<'a>(&'a self, answers: &'a Answers, with: Surroundings<'a>) -> Filled<'a> {
        let all_blank = answers.is_blank();
        let mut seen: Vec<(&FieldId, Standing)> = Vec::new();
        let mut standings = Vec::new();
        for section in &self.sections {
            let holds = |conditions: &[When], seen: &[(&FieldId, Standing)]| {
                all(conditions, all_blank, |id| Looked {
                    // Conditions name earlier fields: loading sees to it.
                    standing: seen
                        .iter()
                        .find(|(known, _)| *known == id)
                        .map_or(Standing::Open, |(_, found)| *found),
                    value: answers.values.get(id),
                })
            };
            let own = holds(&section.shown_when, &seen);
            let mut parts = Vec::new();
            for part in &section.parts {
                let standing = own.min(holds(&part.shown_when, &seen));
                if let Some(field) = &part.field {
                    seen.push((&field.id, standing));
                }
                parts.push(standing);
            }
            standings.push((own, parts));
        }
        Filled { form: self, answers, with, standings }
    }
}

impl<'a> Filled<'a> {
    /// Whether a section shows, by its place.
    pub fn section(&self, section: usize) -> Standing {
        self.standings.get(section).map_or(Standing::Hidden, |(own, _)| *own)
    }

    /// Whether a part shows, by its place and its section's.
    pub fn part(&self, section: usize, part: usize) -> Standing {
        let found = self.standings.get(section).and_then(|(_, parts)| parts.get(part));
        found.copied().unwrap_or(Standing::Hidden)
    }

    /// What stands in a field.
    pub fn value(&self, id: &FieldId) -> Option<&'a Value> {
        self.answers.values.get(id).filter(|value| value.is_filled())
    }

    /// What a derived field says.
    pub fn derived(&self, field: &Field) -> Option<String> {
        match &field.due {
            Some(due) => Some(self.due(due)),
            None => derivation(field, |id| self.look(id)),
        }
    }

    /// What a derived column says in a row.
    pub fn derived_in_row(&self, column: &Field, row: &Row) -> Option<String> {
        derivation(column, |id| look_in_row(row, id))
    }

    /// Whether suggestions for a table's rows are offered now.
    pub fn suggests(&self, table: &Table) -> bool {
        !table.suggestions.is_empty() && self.certain(&table.suggest_when)
    }

    /// Fields and tables with answers that are kept and do not show.
    pub fn kept_aside(&self) -> Vec<&'a FieldId> {
        let filled = |part: &PartKind<'a>| match part {
            PartKind::Text(_) => None,
            PartKind::Field(field) => self.value(&field.id).map(|_| &field.id),
            PartKind::Table(table) => self.rows(table).any(|row| !row.is_blank()).then_some(&table.id),
        };
        let hidden = self.each_part().filter(|(standing, _)| *standing == Standing::Hidden);
        hidden.filter_map(|(_, part)| filled(&part.kind())).collect()
    }

    /// Every part with its standing, in order.
    pub(super) fn each_part(&self) -> impl Iterator<Item = (Standing, &'a Part)> + '_ {
        let standings = self.standings.iter().flat_map(|(_, parts)| parts.iter().copied());
        standings.zip(self.form.parts().map(|(_, part)| part))
    }

    /// The rows of a table as they were filled in.
    pub(super) fn rows(&self, table: &Table) -> impl Iterator<Item = &'a Row> + use<'a> {
        self.answers.tables.get(&table.id).map(Vec::as_slice).unwrap_or_default().iter()
    }

    /// What was filled into a printed row.
    pub(super) fn row_of(&self, table: &Table, printed: &SetRow) -> Option<&'a Row> {
        self.rows(table).find(|row| row.of.as_ref() == Some(&printed.id))
    }

    /// Whether these hold for certain.
    pub(super) fn certain(&self, conditions: &[When]) -> bool {
        all(conditions, false, |id| self.look(id)) == Standing::Shown
    }

    fn look(&self, id: &FieldId) -> Looked<'a> {
        let of_field = |part: &PartKind<'_>| matches!(part, PartKind::Field(field) if field.id == *id);
        let standing =
            self.each_part().find(|(_, part)| of_field(&part.kind())).map(|(standing, _)| standing);
        Looked { standing: standing.unwrap_or(Standing::Open), value: self.answers.values.get(id) }
    }

    fn due(&self, due: &DueText) -> String {
        match self.due_date(due) {
            Some(date) => fill(&due.text, &[("date", &self.with.dates.long(date))]),
            None => due.otherwise.clone(),
        }
    }

    /// The later of the dates by the ways of counting. `None` without a date to count from, a time limit or a
    /// calendar, and where bank holidays are not published.
    fn due_date(&self, due: &DueText) -> Option<NaiveDate> {
        let Some(Value::Date(entered)) = self.value(&due.from) else { return None };
        let from = entered.read().ok()?;
        let rule = self.with.rules.iter().find(|rule| rule.id == due.rule)?;
        let calendar = self.with.calendar?;
        let (first, second) = rule.limit.ways_to_count();
        let dates = [Some(first), second].into_iter().flatten().map(|counting| {
            let on = rule.limit.due(from, counting, calendar).ok()?.on;
            (calendar.confidence(from, on) == Confidence::Confirmed).then_some(on)
        });
        dates.collect::<Option<Vec<_>>>()?.into_iter().max()
    }
}

/// A condition in a row looks at the columns of that row, all of which show.
pub(super) fn look_in_row<'a>(row: &'a Row, id: &FieldId) -> Looked<'a> {
    Looked { standing: Standing::Shown, value: row.cells.get(id) }
}

/// Whether all of these hold.
pub(super) fn all<'a>(
    conditions: &[When],
    all_blank: bool,
    look: impl Fn(&FieldId) -> Looked<'a>,
) -> Standing {
    let each = conditions.iter().map(|condition| condition.holds(&look(&condition.field), all_blank));
    each.min().unwrap_or(Standing::Shown)
}

fn derivation<'a>(field: &Field, look: impl Fn(&FieldId) -> Looked<'a>) -> Option<String> {
    let holds = |conditions: &[When]| all(conditions, false, &look) == Standing::Shown;
    field.derive.iter().find(|derivation| holds(&derivation.when)).map(|found| found.text.clone())
}
