//! Checks of decisions: what they name exists, their words are of the right sort, their tables leave nothing out, and
//! each worked case comes out as worked by hand.

mod cases;
mod names;
mod parts;
mod rules;
mod table;

use std::collections::{HashMap, HashSet};

use super::{Known, duplicates};
use crate::decision::{Assessor, Decision, Table};
use crate::id::{DecisionId, RuleId};
use crate::load::deadlines::Deadlines;
use crate::load::decisions::Decisions;
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

pub(in crate::load) fn decisions(
    read: &Decisions,
    deadlines: &Deadlines,
    known: &Known,
    problems: &mut Problems,
) {
    let InFile { file, value } = &read.situations;
    duplicates(file, "group", value.groups.iter().map(|group| group.id.as_str()), problems);
    duplicates(file, "situation", value.situations.iter().map(|situation| situation.id.as_str()), problems);
    for group in &value.groups {
        if !read.decisions.iter().any(|decision| decision.value.group == group.id) {
            idle(file, "group", group.id.as_str(), problems);
        }
    }
    for situation in &value.situations {
        if !read.decisions.iter().any(|decision| decision.value.situations.contains(&situation.id)) {
            idle(file, "situation", situation.id.as_str(), problems);
        }
    }
    let numbered = deadlines.rules.iter().map(|rule| &rule.value.id);
    let unnumbered = deadlines.unnumbered.iter().flat_map(|file| &file.value).map(|limit| &limit.id);
    let others = Others {
        situations: value,
        decisions: read.decisions.iter().map(|decision| &decision.value.id).collect(),
        rules: numbered.chain(unnumbered).collect(),
        known,
    };
    let (mut ids, mut orders) = (HashMap::new(), HashMap::new());
    for InFile { file, value: decision } in &read.decisions {
        let mut report = Report { file, problems };
        taken(&mut ids, decision, &mut report);
        if let Some(first) = orders.insert((&decision.group, decision.order), &file.name) {
            report.file(
                "order",
                format!("`order = {}` is taken by {first}", decision.order),
                "Give each a place of its own.",
            );
        }
        parts::check(decision, &others, &mut report);
        let assessor = match Table::try_from(decision) {
            Ok(table) => Assessor::new(table),
            Err(wrong) => {
                names::check(decision, wrong, &mut report);
                None
            }
        };
        if let Some(assessor) = &assessor {
            rules::check(decision, assessor, &mut report);
            table::check(decision, assessor, &mut report);
        }
        cases::check(decision, assessor.as_ref(), &mut report);
    }
}

/// A heading of the index with nothing below it.
fn idle(file: &TextFile, kind: &str, id: &str, problems: &mut Problems) {
    problems.add(
        &file.name,
        file.line_of(&format!("\"{id}\"")),
        format!("the {kind} `{id}` has no decision"),
        "Add it to a decision, or take it out.",
    );
}

/// What a decision may name outside its file.
struct Others<'a> {
    situations: &'a crate::decision::SituationsFile,
    decisions: HashSet<&'a DecisionId>,
    rules: HashSet<&'a RuleId>,
    known: &'a Known,
}

/// An id that another file has already, or that is not the file's name.
fn taken<'a>(
    ids: &mut HashMap<&'a DecisionId, &'a str>,
    decision: &'a Decision,
    report: &mut Report<'a, '_>,
) {
    let id = &decision.id;
    if id.as_str() != report.file.stem() {
        report.file(
            "id",
            format!("the decision `{id}` is in a file of another name"),
            "Name the file after the id.",
        );
    }
    if let Some(first) = ids.insert(id, &report.file.name) {
        report.file(
            "id",
            format!("the decision `{id}` stands twice (also in {first})"),
            "Give each an id of its own.",
        );
    }
}

/// The problems of one file.
struct Report<'a, 'p> {
    file: &'a TextFile,
    problems: &'p mut Problems,
}

impl Report<'_, '_> {
    /// A problem of the file, at the first line that begins with a key.
    fn file(&mut self, key: &str, what: impl Into<String>, mend: impl Into<String>) {
        let line = self.file.text.lines().position(|line| line.starts_with(key)).map(|place| place + 1);
        self.problems.add(&self.file.name, line, what, mend);
    }

    /// A problem of the file as a whole.
    fn whole(&mut self, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.add(&self.file.name, None, what, mend);
    }

    /// A problem of a part: a `[[fact]]`, `[[rule]]`, `[[outcome]]` or `[[advice]]` by its id.
    fn part(&mut self, kind: &str, id: impl AsRef<str>, what: impl AsRef<str>, mend: impl Into<String>) {
        let (id, what) = (id.as_ref(), what.as_ref());
        self.problems.add(
            &self.file.name,
            line_of(self.file, kind, id),
            format!("the {kind} `{id}` {what}"),
            mend,
        );
    }
}

/// Where a part of this kind has its id. The same id may stand in parts of other kinds.
fn line_of(file: &TextFile, kind: &str, id: &str) -> Option<usize> {
    let mut within = "";
    for (number, line) in file.text.lines().enumerate() {
        let line = line.trim();
        if let Some(header) = line.strip_prefix("[[") {
            within = header.trim_end_matches("]]");
        }
        let value = line.strip_prefix("id").map(|rest| rest.trim_start_matches([' ', '=']));
        if within == kind && value.is_some_and(|value| value.trim_matches('"') == id) {
            return Some(number + 1);
        }
    }
    None
}
