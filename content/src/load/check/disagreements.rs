//! Checks of the register of disagreements: each point has its sides, and is shown where it bites.

use std::collections::{HashMap, HashSet};

use super::{Known, unknown};
use crate::disagreement::{Disagreement, DisagreementGroup};
use crate::id::DisagreementId;
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

pub(in crate::load) fn disagreements(
    groups: &[InFile<DisagreementGroup>],
    shown: &HashSet<DisagreementId>,
    known: &Known,
    problems: &mut Problems,
) {
    let mut seen: HashMap<&DisagreementId, &str> = HashMap::new();
    for InFile { file, value } in groups {
        for notice in value.file.notices.iter().filter(|notice| !known.notices.contains(notice)) {
            unknown(file, "notice", notice.as_str(), "currency.toml", problems);
        }
        for entry in &value.file.entries {
            if let Some(first) = seen.insert(&entry.id, &file.name) {
                problems.add(
                    &file.name,
                    file.last_line_of(&format!("id = \"{}\"", entry.id)),
                    format!("the disagreement `{}` stands twice (also in {first})", entry.id),
                    "Give each an id of its own.",
                );
            }
            sides(file, entry, known, problems);
            if !shown.contains(&entry.id) {
                problem(
                    file,
                    entry,
                    "is shown on no page",
                    "Show it where it bites: `{differs <id>}` in a page of guidance.",
                    problems,
                );
            }
        }
    }
}

fn sides(file: &TextFile, entry: &Disagreement, known: &Known, problems: &mut Problems) {
    if entry.says.is_empty() || entry.says.len() < 2 && entry.kind.needs_two_sides() {
        problem(file, entry, "has too few sides", "Add who says what, each with its statements.", problems);
    }
    for side in &entry.says {
        if side.who.is_none() && side.cites.is_empty() {
            problem(
                file,
                entry,
                "has a side without a name",
                "Cite the statements that say so, or name who does in `who`.",
                problems,
            );
        }
        for id in side.cites.iter().filter(|id| !known.statements.contains(id)) {
            unknown(file, "statement", id.as_str(), "sources/", problems);
        }
    }
}

fn problem(
    file: &TextFile,
    entry: &Disagreement,
    what: impl AsRef<str>,
    mend: &str,
    problems: &mut Problems,
) {
    let line = file.line_of(&format!("id = \"{}\"", entry.id));
    problems.add(&file.name, line, format!("the disagreement `{}` {}", entry.id, what.as_ref()), mend);
}
