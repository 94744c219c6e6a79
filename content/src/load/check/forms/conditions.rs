//! Conditions: they name earlier fields, they can hold, and what stands in a text shows wherever the text does.

use std::collections::HashMap;

use crate::form::{
    Derivation, Field, FieldKind, Form, FormRule, Part, PartKind, Piece, Section, Table, Text, When, pieces,
};
use crate::id::{FieldId, OptionId};
use crate::load::folder::TextFile;
use crate::load::problem::Problems;

pub(super) fn conditions(file: &TextFile, form: &Form, problems: &mut Problems) {
    let mut checks = Checks { file, problems, fields: HashMap::new(), form };
    let mut texts: Vec<(&Text, Vec<When>)> = Vec::new();
    for section in &form.sections {
        let of_section =
            checks.shown_when(&Owner::with_id("the section", section.id.as_str()), &section.shown_when, &[]);
        for part in &section.parts {
            let atoms = checks.shown_when(&of_part(section, part), &part.shown_when, &of_section);
            match part.kind() {
                PartKind::Field(field) => {
                    checks.derivations(field);
                    checks.fields.insert(&field.id, Known { field, atoms });
                }
                PartKind::Table(table) => {
                    checks.columns(table);
                    let name = format!("the suggestions of `{}`", table.id);
                    let owner = Owner { name, ..Owner::with_id("", table.id.as_str()) };
                    checks.shown_when(&owner, &table.suggest_when, &atoms);
                }
                PartKind::Text(text) => texts.push((text, atoms)),
            }
        }
    }
    for rule in &form.rules {
        checks.rule(rule);
    }
    for (text, atoms) in texts {
        checks.text(text, &atoms);
    }
}

/// What hangs on conditions: what to call it, and what stands in its line.
struct Owner {
    name: String,
    needle: String,
}

impl Owner {
    fn with_id(what: &str, id: &str) -> Self {
        Self { name: format!("{what} `{id}`"), needle: format!("id = \"{id}\"") }
    }
}

/// A field that stands before, with everything that has to hold for it to show.
struct Known<'a> {
    field: &'a Field,
    atoms: Vec<When>,
}

struct Checks<'a> {
    file: &'a TextFile,
    problems: &'a mut Problems,
    /// The fields so far.
    fields: HashMap<&'a FieldId, Known<'a>>,
    form: &'a Form,
}

impl<'a> Checks<'a> {
    fn problem(&mut self, needle: &str, what: String, mend: &str) {
        let line = self.file.line_of(needle);
        self.problems.add(&self.file.name, line, what, mend);
    }

    /// Conditions of a section or a part. Gives everything that has to hold for it to show.
    fn shown_when(&mut self, owner: &Owner, conditions: &[When], around: &[When]) -> Vec<When> {
        let mut atoms = around.to_vec();
        for condition in conditions {
            match self.fields.get(&condition.field) {
                Some(known) => {
                    let (field, of_field) = (known.field, known.atoms.clone());
                    self.condition(owner, condition, field);
                    atoms.extend(of_field);
                }
                None => self.not_before(owner, &condition.field),
            }
            atoms.push(condition.clone());
        }
        if !conditions.is_empty() && !self.can_hold(&atoms) {
            self.never(owner);
        }
        atoms
    }

    fn never(&mut self, owner: &Owner) {
        let what = format!("{} never comes about: its conditions shut each other out", owner.name);
        self.problem(&owner.needle, what, "Correct the conditions, or take it out.");
    }

    fn not_before(&mut self, owner: &Owner, field: &FieldId) {
        if self.form.field(field).is_some() {
            let what = format!("{} hangs on `{field}`, which stands after it", owner.name);
            self.problem(&owner.needle, what, "Ask before anything hangs on the answer.");
        } else {
            let what = format!("{} hangs on `{field}`, which is no field", owner.name);
            self.problem(&owner.needle, what, "Name a field.");
        }
    }

    /// One condition on a field that is there.
    fn condition(&mut self, owner: &Owner, condition: &When, field: &Field) {
        let name = &owner.name;
        if condition.is.is_empty() == condition.filled.is_none() {
            let what =
                format!("{name} has a condition on `{}` with both or neither of `is` and `filled`", field.id);
            self.problem(&owner.needle, what, "Give one of them.");
        }
        for option in condition.is.iter().filter(|option| !field.offers(option)) {
            let what = format!("{name} hangs on `{option}` of `{}`, which has no such choice", field.id);
            let mend = "Name a choice of the field: yes and no, 1 to 5, or one of its options.";
            self.problem(&owner.needle, what, mend);
        }
    }

    /// Whether there are answers for which all of these hold. Fields do not depend on each other in any other way
    /// than through their conditions, which are among them.
    fn can_hold(&self, atoms: &[When]) -> bool {
        atoms.iter().all(|atom| {
            let same: Vec<&When> = atoms.iter().filter(|other| other.field == atom.field).collect();
            let blank = same.iter().any(|other| other.filled == Some(false));
            if blank && same.iter().any(|other| other.filled != Some(false)) {
                return false;
            }
            let several =
                self.fields.get(&atom.field).is_some_and(|it| it.field.kind == FieldKind::SeveralOf);
            let fits =
                |option: &OptionId| same.iter().all(|other| other.is.is_empty() || other.is.contains(option));
            several || atom.is.is_empty() || atom.is.iter().any(fits)
        })
    }

    fn derivations(&mut self, field: &'a Field) {
        for derivation in &field.derive {
            self.shown_when(&of_derivation(field, derivation), &derivation.when, &[]);
        }
    }

    /// Derived columns look at the columns before them.
    fn columns(&mut self, table: &'a Table) {
        for (place, column) in table.columns.iter().enumerate() {
            for derivation in &column.derive {
                let owner = of_derivation(column, derivation);
                self.in_row(&owner, &derivation.when, &table.columns[..place], "no column before it");
            }
        }
    }

    fn in_row(&mut self, owner: &Owner, conditions: &[When], columns: &[Field], missing: &str) {
        for condition in conditions {
            match columns.iter().find(|column| column.id == condition.field) {
                Some(column) => self.condition(owner, condition, column),
                None => {
                    let what = format!("{} hangs on `{}`, which is {missing}", owner.name, condition.field);
                    self.problem(&owner.needle, what, "Name a column of the same table.");
                }
            }
        }
        if !self.can_hold(conditions) {
            self.never(owner);
        }
    }

    fn rule(&mut self, rule: &FormRule) {
        let owner = Owner::with_id("the rule", rule.id.as_str());
        if rule.when.is_empty() {
            self.problem(
                &owner.needle,
                format!("{} has no conditions", owner.name),
                "Say in `when` what has to hold.",
            );
        }
        let table = self.form.tables().find(|table| table.column(&rule.at).is_some());
        let at = self.fields.get(&rule.at).map(|known| known.atoms.clone());
        match (table, at) {
            (Some(table), _) => {
                self.in_row(&owner, &rule.when, &table.columns, "no column of the same table")
            }
            (None, Some(atoms)) => {
                self.shown_when(&owner, &rule.when, &atoms);
            }
            (None, None) => {
                let what = format!("{} speaks at `{}`, which is no field", owner.name, rule.at);
                self.problem(&owner.needle, what, "Name a field.");
            }
        }
    }

    /// Answers in a text: the fields are there, of a kind that reads well, and show wherever the text shows.
    fn text(&mut self, text: &Text, atoms: &[When]) {
        let stretches = pieces(&text.text);
        let start: String = text.text.chars().take(40).collect();
        for stretch in &stretches {
            let Piece::Answer(name) = stretch else { continue };
            let Some(Known { field, atoms: of_field }) = self.fields.get(&FieldId::new(*name)) else {
                let what = format!("the text `{start}` has a place for `{name}`, which is no field");
                self.problem(&text.text, what, "Name a field in braces.");
                continue;
            };
            let alone = stretches.len() == 1;
            let reads = match field.kind {
                FieldKind::Signature | FieldKind::Rating | FieldKind::YesNo => false,
                FieldKind::LongText => alone,
                _ => true,
            };
            let implied = of_field.iter().all(|atom| atoms.iter().any(|own| implies(own, atom)));
            if !reads {
                let what =
                    format!("the text `{start}` has a place for `{name}`, which does not fit into a text");
                self.problem(
                    &text.text,
                    what,
                    "A long text stands alone; signatures and ticks have their own place.",
                );
            }
            if !implied {
                let what = format!("the text `{start}` can show when `{name}` does not");
                self.problem(&text.text, what, "Give the text the conditions of the field.");
            }
        }
    }
}

/// Whether one condition holds wherever another does.
fn implies(one: &When, other: &When) -> bool {
    let narrower = !one.is.is_empty() && one.is.iter().all(|option| other.is.contains(option));
    one.field == other.field && (narrower && other.filled.is_none() || one.filled.is_some() && one == other)
}

fn of_part(section: &Section, part: &Part) -> Owner {
    match part.kind() {
        PartKind::Field(field) => Owner::with_id("the field", field.id.as_str()),
        PartKind::Table(table) => Owner::with_id("the table", table.id.as_str()),
        PartKind::Text(text) => {
            Owner { name: format!("a text of `{}`", section.id), needle: text.text.clone() }
        }
    }
}

fn of_derivation(field: &Field, derivation: &Derivation) -> Owner {
    let name = format!("the text `{}` of `{}`", derivation.text, field.id);
    Owner { name, needle: format!("\"{}\"", derivation.text) }
}
