//! Each field, option, row and text by itself.

use std::collections::HashSet;

use super::{Around, duplicates, rests};
use crate::form::{Asked, Field, FieldKind, Form, PartKind, SetRow, Table, Where};
use crate::load::folder::TextFile;
use crate::load::problem::Problems;

pub(super) fn fields(file: &TextFile, form: &Form, around: &Around<'_>, problems: &mut Problems) {
    let mut checks = Checks { file, form, around, problems };
    for (_, part) in form.parts() {
        match part.kind() {
            PartKind::Text(text) if part.text.is_some() => {
                let start: String = text.text.chars().take(40).collect();
                checks.rests(&format!("the text `{start}`"), &text.text, (&text.cites, text.ours));
            }
            PartKind::Text(_) => {}
            PartKind::Field(field) => {
                checks.field(field);
                let may_be_left_out = field.kind.is_choice() || field.kind == FieldKind::Derived;
                if field.on == Where::Paper || field.on == Where::Screen && !may_be_left_out {
                    let what = "is written out and yet not for screen and paper";
                    checks.problem(
                        field,
                        what,
                        "Take out `on`: only choices and what follows from them may be for the screen.",
                    );
                }
            }
            PartKind::Table(table) => checks.table(table),
        }
    }
    for rule in &form.rules {
        let needle = format!("id = \"{}\"", rule.id);
        checks.rests(&format!("the rule `{}`", rule.id), &needle, (&rule.cites, rule.ours));
    }
}

struct Checks<'a> {
    file: &'a TextFile,
    form: &'a Form,
    around: &'a Around<'a>,
    problems: &'a mut Problems,
}

impl Checks<'_> {
    fn problem(&mut self, field: &Field, what: &str, mend: &str) {
        self.named(field.id.as_str(), &format!("the field `{}` {what}", field.id), mend);
    }

    fn named(&mut self, id: &str, what: &str, mend: &str) {
        let line = self.file.line_of(&format!("id = \"{id}\""));
        self.problems.add(&self.file.name, line, what, mend);
    }

    fn rests(&mut self, what: &str, needle: &str, on: (&[crate::id::StatementId], bool)) {
        rests(self.file, &self.form.source, (what, needle), on, self.around.known, self.problems);
    }

    fn field(&mut self, field: &Field) {
        let needle = format!("id = \"{}\"", field.id);
        self.rests(&format!("the field `{}`", field.id), &needle, (&field.cites, field.ours));
        if field.label.trim().is_empty() {
            self.problem(field, "has no label", "Say what it asks.");
        }
        self.asking(field);
        self.options(field);
        if (field.kind == FieldKind::Rating) != field.scale.is_some() {
            let mend = "Give a rating, and nothing else, the meaning of 1 and 5.";
            self.problem(field, "is a rating without a `scale`, or has one and is none", mend);
        }
        self.derived(field);
    }

    /// What is asked for, and how strongly.
    fn asking(&mut self, field: &Field) {
        let wanted = field.required.is_some() || field.expected.is_some();
        if field.required.is_some() && field.expected.is_some() {
            self.problem(field, "is both required and expected", "Keep one of the two.");
        }
        if wanted && !field.kind.is_filled_in() {
            let what = "is never filled in on screen and yet asked for";
            self.problem(field, what, "Take out `required` and `expected`: no check demands a signature.");
        }
        match field.asked {
            Some(Asked::May) if wanted => {
                self.problem(
                    field,
                    "may be left open and yet is asked for",
                    "Take out `required` and `expected`.",
                );
            }
            Some(Asked::Must | Asked::Will) if field.required.is_none() => {
                let what = "has to be stated and has no message for when it is not";
                self.problem(field, what, "Say it in `required`.");
            }
            _ => {}
        }
    }

    fn options(&mut self, field: &Field) {
        let needs = matches!(field.kind, FieldKind::OneOf | FieldKind::SeveralOf);
        if needs && field.options.len() < 2 {
            self.problem(
                field,
                "has fewer than two options",
                "Add them, or make it a field of another kind.",
            );
        }
        if !needs && !field.options.is_empty() {
            self.problem(field, "has options and nothing to choose", "Take them out, or change its `kind`.");
        }
        let mut seen: HashSet<&str> = HashSet::new();
        let mut tops: HashSet<&str> = HashSet::new();
        for option in &field.options {
            let id = option.id.as_str();
            if !seen.insert(id) {
                self.problem(field, &format!("has the option `{id}` twice"), "Give each an id of its own.");
            }
            if option.label.trim().is_empty() {
                self.problem(field, &format!("has the option `{id}` without a label"), "Say what is chosen.");
            }
            match &option.under {
                Some(under) if !tops.contains(under.as_str()) => {
                    let what =
                        format!("has the option `{id}` under `{under}`, which is none that stands before it");
                    self.problem(field, &what, "Name an option above it that stands under none itself.");
                }
                Some(_) => {}
                None => {
                    tops.insert(id);
                }
            }
            let what = format!("the option `{id}` of `{}`", field.id);
            self.rests(&what, &format!("id = \"{id}\""), (&option.cites, option.ours));
        }
    }

    fn derived(&mut self, field: &Field) {
        let sources = usize::from(!field.derive.is_empty()) + usize::from(field.due.is_some());
        if (field.kind == FieldKind::Derived) != (sources == 1) || sources > 1 {
            let mend = "Give a derived field, and nothing else, either `derive` or `due`.";
            self.problem(field, "is derived from nothing, from too much, or derived and yet filled in", mend);
        }
        for derivation in &field.derive {
            let what = format!("the derived text `{}`", derivation.text);
            self.rests(&what, &derivation.text, (&derivation.cites, derivation.ours));
        }
        let Some(due) = &field.due else { return };
        if !self.around.rules.contains(&due.rule) {
            let what = format!("counts by `{}`, which is no time limit", due.rule);
            self.problem(field, &what, "Name one that stands in deadlines/.");
        }
        let from =
            self.form.fields().take_while(|before| before.id != field.id).find(|from| from.id == due.from);
        if from.is_none_or(|from| from.kind != FieldKind::Date) {
            let what = format!("counts from `{}`, which is no date before it", due.from);
            self.problem(field, &what, "Name a field for a date that stands before it.");
        }
        if !due.text.contains("{date}") || due.otherwise.contains('{') {
            let mend = "Write {date} in `text`, and nothing to fill in in `otherwise`.";
            self.problem(field, "has no {date} in its text, or one where there is none", mend);
        }
    }

    fn table(&mut self, table: &Table) {
        let needle = format!("id = \"{}\"", table.id);
        self.rests(&format!("the table `{}`", table.id), &needle, (&table.cites, table.ours));
        duplicates(self.file, "row", self.row_ids(table), self.problems);
        for column in &table.columns {
            self.field(column);
            if column.due.is_some() || column.on != Where::Both {
                self.problem(column, "is a column with `due` or `on`", "Take it out: only fields have it.");
            }
        }
        let is_column = |id: &Option<crate::id::FieldId>| {
            id.as_ref().is_none_or(|id| table.column(id).is_some_and(|column| column.kind == FieldKind::Line))
        };
        let printed = !table.rows.is_empty();
        let is_own_label = |column: &Field| table.own_label.as_ref() == Some(&column.id);
        let wrong = [
            (table.columns.is_empty(), "has no columns", "Add a column."),
            (
                printed != table.rows_heading.is_some(),
                "has printed rows without `rows_heading`, or the heading without rows",
                "Give both or neither.",
            ),
            (
                table.rows.iter().any(|row| row.note.is_some()) != table.notes_heading.is_some(),
                "has rows with notes and no `notes_heading`, or the heading without notes",
                "Give both or neither.",
            ),
            (
                !is_column(&table.own_label) || (table.own_label.is_some() && !printed),
                "has an `own_label` that is no line among its columns, or no printed rows",
                "Name the column that holds what an added row is called.",
            ),
            (
                !is_column(&table.suggest_into)
                    || table.suggestions.is_empty() == table.suggest_into.is_some(),
                "has suggestions without a line to go into, or the other way round",
                "Name a column of the kind `line` in `suggest_into`.",
            ),
            (
                table.columns.iter().any(|column| column.hide_on_circulated_copy && is_own_label(column)),
                "leaves out of a copy what its rows are called",
                "Take `hide_on_circulated_copy` off that column.",
            ),
            (
                table.suggestions.is_empty() && !table.suggest_when.is_empty(),
                "says when to suggest and suggests nothing",
                "Add suggestions, or take it out.",
            ),
            (
                table.may_add() != (table.blank_rows > 0),
                "has rows to add and no empty ones on paper, or the other way round",
                "Set `blank_rows` where rows may be added.",
            ),
        ];
        for (is_wrong, what, mend) in wrong {
            if is_wrong {
                self.named(table.id.as_str(), &format!("the table `{}` {what}", table.id), mend);
            }
        }
        let mut tops: HashSet<&str> = HashSet::new();
        for row in table.rows.iter().chain(&table.suggestions) {
            self.row(table, row, &mut tops);
        }
    }

    fn row_ids<'b>(&self, table: &'b Table) -> impl Iterator<Item = &'b str> + use<'b> {
        table.rows.iter().chain(&table.suggestions).map(|row| row.id.as_str())
    }

    fn row<'b>(&mut self, table: &Table, row: &'b SetRow, tops: &mut HashSet<&'b str>) {
        let what = format!("the row `{}` of `{}`", row.id, table.id);
        let needle = format!("id = \"{}\"", row.id);
        self.rests(&what, &needle, (&row.cites, row.ours));
        if row.label.trim().is_empty() {
            self.named(row.id.as_str(), &format!("{what} has no label"), "Say what it is called.");
        }
        match &row.under {
            Some(under) if row.heading || !tops.contains(under.as_str()) => {
                let what = format!(
                    "{what} stands under `{under}`, which is no row before it, or is a heading itself"
                );
                self.named(row.id.as_str(), &what, "Name a row above it that stands under none itself.");
            }
            Some(_) => {}
            None => {
                tops.insert(row.id.as_str());
            }
        }
    }
}
