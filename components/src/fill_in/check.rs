//! What the check finds: at the top with links, and beside each field. It keeps nobody from printing.

use waymark_content::form::{PartKind, Problem, RowPlace, Severity, Table};
use waymark_content::id::FieldId;
use waymark_content::words::fill;

use super::FillIn;
use super::field::Found;
use super::place::{first_of, row_id};
use super::rows::{said, table_id};
use crate::piece::{Piece, element, text};

/// The id of the summary, which takes the focus.
pub(super) const SUMMARY: &str = "found";

/// What the check found and what still holds.
pub(super) struct Checked<'a>(pub(super) Vec<&'a Problem>);

impl<'a> Checked<'a> {
    /// About a field, or about a column in a row.
    pub(super) fn of(&self, field: &FieldId, row: Option<&RowPlace>) -> Found<'a> {
        let about = |problem: &&&Problem| {
            problem.at == *field && row.map_or(problem.rows.is_empty(), |row| problem.rows.contains(row))
        };
        self.0.iter().filter(about).map(|problem| (problem.severity, &*problem.says)).collect()
    }

    /// About a table as a whole.
    pub(super) fn of_table(&self, table: &Table) -> Vec<&'a str> {
        self.of(&table.id, None).into_iter().map(|(_, says)| says).collect()
    }

    /// Whether there is anything to mend.
    pub(super) fn has_errors(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }
}

impl FillIn {
    /// Checks the form. Rows in which something is found open, and stay open while it is mended.
    pub(super) fn check(&mut self) {
        let found = self.filled().problems();
        for table in self.data.form.tables() {
            let in_table = found.iter().filter(|problem| table.column(&problem.at).is_some());
            let rows: Vec<String> =
                in_table.flat_map(|problem| &problem.rows).map(|row| row_id(table, row)).collect();
            // Once is enough; twice would keep it from being closed.
            self.open_rows.retain(|open| !rows.contains(open));
            self.open_rows.extend(rows);
        }
        self.found = Some(found);
    }

    /// What was found, with links to where it is.
    pub(super) fn summary(&self, checked: &Checked<'_>) -> Option<Piece> {
        let tool = &self.data.tool;
        self.found.as_ref()?;
        let mut inside = vec![element("h2", "govuk-error-summary__title", vec![text(tool.check_title())])];
        let mut body = Vec::new();
        if checked.0.is_empty() {
            body.push(said(tool.check_good()));
        }
        for (severity, heading) in [(Severity::Error, tool.to_mend()), (Severity::Warning, tool.to_think())] {
            let links: Vec<Piece> = checked
                .0
                .iter()
                .filter(|problem| problem.severity == severity)
                .map(|problem| element("li", "", vec![self.link(problem)]))
                .collect();
            if !links.is_empty() {
                body.push(element("h3", "govuk-heading-s", vec![text(heading)]));
                body.push(element("ul", "govuk-list govuk-error-summary__list", links));
            }
        }
        body.push(said(tool.check_lead()));
        inside.push(element("div", "govuk-error-summary__body", body));
        let class = if checked.has_errors() { "govuk-error-summary" } else { "govuk-error-summary wm-found" };
        let inside = vec![element("div", "", inside)];
        Some(element("div", class, inside).with("id", SUMMARY).with("tabindex", "-1").with("role", "alert"))
    }

    fn link(&self, problem: &Problem) -> Piece {
        let mut says = problem.says.clone();
        let mut to = String::new();
        for (_, part) in self.data.form.parts() {
            match part.kind() {
                PartKind::Field(field) if field.id == problem.at => to = first_of(field, None),
                PartKind::Table(table) if table.id == problem.at => to = table_id(table),
                PartKind::Table(table) => {
                    if let Some(column) = table.column(&problem.at) {
                        let rows: Vec<String> =
                            problem.rows.iter().map(|place| self.row_name(table, place)).collect();
                        let values = [("says", &*problem.says), ("rows", &rows.join(", "))];
                        says = fill(self.data.tool.rows_named(), &values);
                        to = first_of(column, problem.rows.first().map(|place| (table, place)));
                    }
                }
                _ => {}
            }
        }
        let link = element("a", "", vec![text(says)]).with("href", format!("#{to}"));
        link.with("data-do", format!("focus:{to}"))
    }
}
