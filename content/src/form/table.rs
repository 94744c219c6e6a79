//! Rows to fill in.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::when::When;
use crate::id::{FieldId, RowId, StatementId};

/// A table of a form: printed rows, rows that people add, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Unique in its form, among fields, columns and tables.
    pub id: FieldId,
    /// What it lists.
    pub label: String,
    /// How to fill it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// Not on the form in the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
    /// What one row is, as in "person": for the buttons that add and remove it.
    pub row_name: String,
    /// Its columns. Never empty. Where there are printed rows and people may add their own, the first of them is what
    /// an added row is called; printed rows have their label there.
    #[serde(default, rename = "column")]
    pub columns: Vec<Field>,
    /// Printed rows.
    #[serde(default, rename = "row", skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<SetRow>,
    /// Heads the column of the printed rows' labels. Only where there are printed rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows_heading: Option<String>,
    /// Heads the column of the printed rows' notes. Only where one has a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes_heading: Option<String>,
    /// The column that holds what an added row is called, where there are printed rows too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_label: Option<FieldId>,
    /// Rows that may be taken over as added rows, to start from.
    #[serde(default, rename = "suggestion", skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<SetRow>,
    /// The column that a suggestion's label goes into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggest_into: Option<FieldId>,
    /// What has to hold for suggestions to be offered: all of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggest_when: Vec<When>,
    /// How many empty rows to print for adding by hand, where nobody has added any.
    #[serde(default)]
    pub blank_rows: u8,
}

/// A printed row, or a suggestion for one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetRow {
    /// Unique in its table.
    pub id: RowId,
    /// What it is called.
    pub label: String,
    /// The guide's own note on it, in a column of its own: a newer name, an abbreviation that nobody explains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Heads the rows below it and has nothing to fill in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub heading: bool,
    /// The row that it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<RowId>,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// Not on the form in the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

impl Table {
    /// A column by id.
    pub fn column(&self, id: &FieldId) -> Option<&Field> {
        self.columns.iter().find(|column| column.id == *id)
    }

    /// A printed row by id.
    pub fn row(&self, id: &RowId) -> Option<&SetRow> {
        self.rows.iter().find(|row| row.id == *id)
    }

    /// Whether people may add rows: to a table without printed rows always.
    pub fn may_add(&self) -> bool {
        self.rows.is_empty() || self.own_label.is_some()
    }

    /// The columns that a printed row, or an added one, has cells for.
    pub fn cells(&self, printed: bool) -> impl Iterator<Item = &Field> {
        self.columns.iter().filter(move |column| !printed || self.own_label.as_ref() != Some(&column.id))
    }

    pub(super) fn statements<'a>(&'a self, cited: &mut Vec<&'a StatementId>) {
        cited.extend(&self.cites);
        self.columns.iter().for_each(|column| column.statements(cited));
        cited.extend(self.rows.iter().chain(&self.suggestions).flat_map(|row| &row.cites));
    }
}
