//! Tables on paper.

use super::Writer;
use crate::form::answers::Row;
use crate::form::document::{Block, Run, RunKind, TableRow};
use crate::form::field::Field;
use crate::form::table::{SetRow, Table};

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table, condition: Option<&'a str>) {
        let mut label = self.condition(condition);
        label.push(Run::new(RunKind::Plain, &table.label));
        self.mark(table.ours, &mut label);
        self.blocks.push(Block::Heading(3, label));
        let columns: Vec<&Field> =
            table.cells(!table.rows.is_empty()).filter(|column| !self.withheld(column)).collect();
        let mut rows: Vec<TableRow> =
            table.rows.iter().map(|printed| self.printed(table, printed, &columns)).collect();
        let added: Vec<&Row> =
            self.filled.rows(table).filter(|row| row.of.is_none() && !row.is_blank()).collect();
        let empty = if added.is_empty() { usize::from(table.blank_rows) } else { 0 };
        let added = added.into_iter().map(Some).chain(std::iter::repeat_n(None, empty));
        rows.extend(added.map(|row| self.added(table, row, &columns)));
        let heading = self.heading(table, &columns);
        self.blocks.push(Block::Table { heading, rows });
    }

    fn heading(&self, table: &Table, columns: &[&Field]) -> Vec<Vec<Run>> {
        let words = |text: &String| vec![Run::new(RunKind::Label, text)];
        let mut heading: Vec<Vec<Run>> = Vec::new();
        heading.extend(table.rows_heading.as_ref().map(words));
        heading.extend(table.notes_heading.as_ref().map(|text| {
            let mut runs = words(text);
            self.mark(true, &mut runs);
            runs
        }));
        heading.extend(columns.iter().map(|column| {
            let mut runs = words(&column.label);
            self.mark(column.ours, &mut runs);
            runs
        }));
        heading
    }

    fn printed(&self, table: &Table, printed: &SetRow, columns: &[&Field]) -> TableRow {
        let mut label = vec![Run::new(RunKind::Plain, &printed.label)];
        self.mark(printed.ours, &mut label);
        if printed.heading {
            return TableRow { heading: true, cells: vec![label] };
        }
        if printed.under.is_some() {
            label.insert(0, Run::new(RunKind::Plain, self.filled.with.words.under()));
        }
        let mut cells = vec![label];
        if table.notes_heading.is_some() {
            let note = printed.note.as_ref().map(|note| Run::new(RunKind::Aside, note));
            cells.push(note.into_iter().collect());
        }
        let row = self.filled.row_of(table, printed);
        cells.extend(columns.iter().map(|column| self.cell(column, row)));
        TableRow { heading: false, cells }
    }

    fn added(&self, table: &Table, row: Option<&Row>, columns: &[&Field]) -> TableRow {
        let own_label = table.own_label.as_ref().and_then(|id| table.column(id));
        let mut cells: Vec<Vec<Run>> = own_label.map(|column| self.cell(column, row)).into_iter().collect();
        if table.notes_heading.is_some() {
            cells.push(Vec::new());
        }
        cells.extend(columns.iter().map(|column| self.cell(column, row)));
        TableRow { heading: false, cells }
    }
}
