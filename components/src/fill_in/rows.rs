//! A table on screen: a box for each row, with its fields in it. Wide tables do not fit small screens; boxes do.

use waymark_content::form::{Field, Filled, Row, RowPlace, SetRow, Table};
use waymark_content::words::fill;

use super::FillIn;
use super::check::Checked;
use super::place::{row_id, rows_of};
use crate::host::Focus;
use crate::piece::{Piece, element, paragraph, text};

/// Rows with more cells than this open when they are asked for.
const FEW_CELLS: usize = 3;

/// The actions, each followed by the table's id and what else it is about, parted by spaces.
pub(super) const ADD: &str = "add-row";
pub(super) const REMOVE: &str = "remove-row";
pub(super) const SUGGEST: &str = "suggest-row";
pub(super) const OPEN: &str = "open-row";

impl FillIn {
    /// A table with its rows and the buttons that add them.
    pub(super) fn table(&self, table: &Table, filled: &Filled<'_>, checked: &Checked<'_>) -> Vec<Piece> {
        let tool = &self.data.tool;
        let mut label = vec![text(&*table.label)];
        label.extend(self.mark(table.ours));
        let mut pieces = vec![element("h3", "govuk-heading-s", label).with("id", table_id(table))];
        pieces.extend(table.hint.as_ref().map(|hint| element("p", "govuk-hint", vec![text(hint)])));
        if table.columns.iter().any(|column| column.names_someone) {
            pieces.push(element("p", "govuk-hint", vec![text(self.data.words.initials())]));
        }
        for says in checked.of_table(table) {
            pieces.push(element("p", "govuk-error-message", vec![text(says)]));
        }
        let rows = self.rows(table);
        for printed in &table.rows {
            if printed.heading {
                pieces.push(element("h4", "govuk-heading-s wm-rows__heading", self.row_label(printed)));
                continue;
            }
            let row = rows.iter().find(|row| row.of.as_ref() == Some(&printed.id));
            pieces.push(self.printed_row(table, printed, row, filled, checked));
        }
        let mut added = 0;
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.of.is_none()) {
            added += 1;
            pieces.push(self.added_row(table, place, added, row, filled, checked));
        }
        if table.rows.is_empty() && added == 0 {
            pieces.push(element("p", "govuk-body wm-quiet", vec![text(tool.no_rows())]));
        }
        if table.may_add() {
            let label = if added == 0 { tool.row_add_first() } else { tool.row_add() };
            let label = fill(label, &[("row", &table.row_name)]);
            pieces.push(button(&label, &format!("{ADD} {}", table.id)).with("id", add_id(table)));
        }
        if filled.suggests(table) {
            let items = table.suggestions.iter().map(|suggestion| {
                let label = fill(tool.suggest(), &[("label", &suggestion.label)]);
                let action = format!("{SUGGEST} {} {}", table.id, suggestion.id);
                element("li", "", vec![button(&label, &action)])
            });
            let heading = element("h4", "govuk-heading-s", vec![text(tool.suggestions())]);
            let list = element("ul", "govuk-list wm-suggestions", items.collect());
            pieces.push(element("div", "", vec![heading, list]));
        }
        vec![element("div", "wm-rows", pieces).with("id", format!("{}_rows", table.id))]
    }

    fn printed_row(
        &self,
        table: &Table,
        printed: &SetRow,
        row: Option<&Row>,
        filled: &Filled<'_>,
        checked: &Checked<'_>,
    ) -> Piece {
        let place = RowPlace::Printed(printed.id.clone());
        let columns: Vec<&Field> = table.cells(true).collect();
        let few = columns.len() <= FEW_CELLS;
        let id = row_id(table, &place);
        let is_open = few || self.open_rows.contains(&id);
        let mut pieces = Vec::new();
        if few {
            pieces.push(element(
                "legend",
                "govuk-fieldset__legend govuk-fieldset__legend--s",
                self.row_label(printed),
            ));
        } else {
            // Not a details element: whether it is open is known here, so that a link to a field in it can open it.
            let mut label = self.row_label(printed);
            if row.is_some_and(|row| !row.is_blank()) {
                label.push(element("span", "wm-tag", vec![text(self.data.tool.row_filled())]));
            }
            let toggle = element("button", "wm-rows__toggle", label)
                .with("type", "button")
                .with("aria-expanded", if is_open { "true" } else { "false" })
                .with("id", format!("{id}_open"))
                .with("data-do", format!("{OPEN} {id}"));
            pieces.push(element("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", vec![toggle]));
        }
        if is_open {
            pieces.extend(printed.note.as_ref().map(|note| element("p", "govuk-hint", vec![text(note)])));
            pieces.push(self.cells(table, &place, &columns, row, filled, checked));
        }
        element("fieldset", "govuk-fieldset wm-row", pieces).with("id", id)
    }

    fn added_row(
        &self,
        table: &Table,
        place: usize,
        number: usize,
        row: &Row,
        filled: &Filled<'_>,
        checked: &Checked<'_>,
    ) -> Piece {
        let tool = &self.data.tool;
        let named =
            |template: &str| fill(template, &[("row", &table.row_name), ("number", &number.to_string())]);
        let at = RowPlace::Added(place);
        let columns: Vec<&Field> = table.cells(false).collect();
        let legend = element(
            "legend",
            "govuk-fieldset__legend govuk-fieldset__legend--s",
            vec![text(capital(named(tool.row_title())))],
        );
        let remove = button(&named(tool.row_remove()), &format!("{REMOVE} {} {place}", table.id));
        let cells = self.cells(table, &at, &columns, Some(row), filled, checked);
        element("fieldset", "govuk-fieldset wm-row", vec![legend, cells, remove])
            .with("id", row_id(table, &at))
    }

    fn cells(
        &self,
        table: &Table,
        place: &RowPlace,
        columns: &[&Field],
        row: Option<&Row>,
        filled: &Filled<'_>,
        checked: &Checked<'_>,
    ) -> Piece {
        let cells = columns.iter().map(|column| {
            let value = row.and_then(|row| row.cells.get(&column.id));
            let derived = row.and_then(|row| filled.derived_in_row(column, row));
            self.field(column, Some((table, place)), value, derived, &checked.of(&column.id, Some(place)))
        });
        element("div", "wm-row__cells", cells.collect())
    }

    fn row_label(&self, row: &SetRow) -> Vec<Piece> {
        let under = row.under.as_ref().map(|_| text(self.data.words.under()));
        under.into_iter().chain([text(&*row.label)]).chain(self.mark(row.ours)).collect()
    }

    fn rows(&self, table: &Table) -> &[Row] {
        self.answers().tables.get(&table.id).map_or(&[], Vec::as_slice)
    }

    /// What a row is called, for the summary of the check.
    pub(super) fn row_name(&self, table: &Table, place: &RowPlace) -> String {
        match place {
            RowPlace::Printed(id) => table.row(id).map(|row| row.label.clone()).unwrap_or_default(),
            RowPlace::Added(place) => {
                let before = self.rows(table).iter().take(place + 1).filter(|row| row.of.is_none()).count();
                let values = [("row", &*table.row_name), ("number", &before.to_string())];
                fill(self.data.tool.row_title(), &values)
            }
        }
    }

    /// Does what a button of a table asks for.
    pub(super) fn press_row(&mut self, action: &str) -> Option<Focus> {
        let mut words = action.split(' ');
        let (what, table) = (words.next()?, words.next()?);
        if what == OPEN {
            let others = self.open_rows.len();
            self.open_rows.retain(|open| open != table);
            if self.open_rows.len() == others {
                self.open_rows.push(table.to_owned());
            }
            return Some(None);
        }
        let table = self.data.form.tables().find(|known| known.id.as_str() == table)?.clone();
        let added = self.rows(&table).iter().filter(|row| row.of.is_none()).count();
        let says = |template: &str, number: usize| {
            fill(template, &[("row", &table.row_name), ("number", &number.to_string())])
        };
        match what {
            REMOVE => {
                let place: usize = words.next()?.parse().ok()?;
                let number = self.rows(&table).iter().take(place + 1).filter(|row| row.of.is_none()).count();
                let told = says(self.data.tool.row_removed(), number);
                self.can_undo();
                let rows = self.answers_mut().tables.get_mut(&table.id)?;
                if place < rows.len() {
                    rows.remove(place);
                }
                self.tell(told);
                Some(Some(add_id(&table)))
            }
            ADD | SUGGEST => {
                if self.rows(&table).len() >= self.data.limits.rows {
                    self.told = self.data.tool.rows_full().to_owned();
                    return Some(None);
                }
                let mut row = Row::default();
                let mut told = says(self.data.tool.row_added(), added + 1);
                if what == SUGGEST {
                    let id = words.next()?;
                    let suggestion = table.suggestions.iter().find(|known| known.id.as_str() == id)?;
                    let into = table.suggest_into.clone()?;
                    row.cells.insert(into, waymark_content::form::Value::Text(suggestion.label.clone()));
                    told = fill(self.data.tool.suggested(), &[("label", &suggestion.label)]);
                }
                let rows = rows_of(self.answers_mut(), &table);
                rows.push(row);
                let at = RowPlace::Added(rows.len() - 1);
                self.told = told;
                // To the new row; of many suggestions the reader may want the next one.
                let first = table
                    .cells(false)
                    .next()
                    .map(|column| super::place::first_of(column, Some((&table, &at))));
                Some(first.filter(|_| what == ADD))
            }
            _ => None,
        }
    }
}

/// The id of a table's heading.
pub(super) fn table_id(table: &Table) -> String {
    format!("t_{}", table.id)
}

fn add_id(table: &Table) -> String {
    format!("t_{}_add", table.id)
}

/// A button of the second rank.
pub(super) fn button(label: &str, action: &str) -> Piece {
    element("button", "govuk-button govuk-button--secondary wm-button--small", vec![text(label)])
        .with("type", "button")
        .with("data-do", action)
}

/// With a capital at the start. The words are ours and English: the capitals of every script would be 4 kB of the bundle.
pub(super) fn capital(mut words: String) -> String {
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A paragraph of words.
pub(super) fn said(words: &str) -> Piece {
    paragraph(vec![text(words)])
}
