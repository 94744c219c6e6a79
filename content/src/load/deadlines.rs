//! `deadlines/`: events and conditions, a folder a source with one file a rule, and the limits without a number.

use serde::de::DeserializeOwned;

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::deadline::{
    Condition, ConditionsFile, DeadlineRule, Event, EventsFile, UnnumberedFile, UnnumberedLimit,
};

const EVENTS: &str = "deadlines/events.toml";
const CONDITIONS: &str = "deadlines/conditions.toml";
const UNNUMBERED: &str = "without-a-number";

/// Everything about time limits.
pub(super) struct Deadlines {
    pub(super) events: InFile<Vec<Event>>,
    pub(super) conditions: InFile<Vec<Condition>>,
    pub(super) rules: Vec<InFile<DeadlineRule>>,
    pub(super) unnumbered: Vec<InFile<Vec<UnnumberedLimit>>>,
}

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Deadlines {
    let events = list(folder, EVENTS, problems, |file: EventsFile| file.events);
    let conditions = list(folder, CONDITIONS, problems, |file: ConditionsFile| file.conditions);
    let (mut rules, mut unnumbered) = (Vec::new(), Vec::new());
    for name in folder.folders("deadlines") {
        for file in folder.files(&format!("deadlines/{name}"), ".toml", problems) {
            if name == UNNUMBERED {
                if let Some(UnnumberedFile { limits }) = toml_file::read(&file, problems) {
                    unnumbered.push(InFile { file, value: limits });
                }
            } else if let Some(value) = toml_file::read(&file, problems) {
                rules.push(InFile { file, value });
            }
        }
    }
    Deadlines { events, conditions, rules, unnumbered }
}

fn list<F: DeserializeOwned, T>(
    folder: &Folder,
    name: &str,
    problems: &mut Problems,
    items: impl FnOnce(F) -> Vec<T>,
) -> InFile<Vec<T>> {
    let file = folder.file(name, problems);
    let value = file.as_ref().and_then(|file| toml_file::read(file, problems)).map(items);
    let file = file.unwrap_or(TextFile { name: name.to_owned(), text: String::new() });
    InFile { file, value: value.unwrap_or_default() }
}
