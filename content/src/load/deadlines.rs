//! `deadlines/events.toml` and one file a rule beside it.

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::deadline::{DeadlineRule, Event, EventsFile};

const EVENTS: &str = "deadlines/events.toml";

pub(super) fn read(
    folder: &Folder,
    problems: &mut Problems,
) -> (InFile<Vec<Event>>, Vec<InFile<DeadlineRule>>) {
    let mut events =
        InFile { file: TextFile { name: EVENTS.to_owned(), text: String::new() }, value: Vec::new() };
    let mut rules = Vec::new();
    for file in folder.files("deadlines", ".toml", problems) {
        if file.name == EVENTS {
            let value =
                toml_file::read(&file, problems).map_or_else(Vec::new, |file: EventsFile| file.events);
            events = InFile { file, value };
        } else if let Some(value) = toml_file::read(&file, problems) {
            rules.push(InFile { file, value });
        }
    }
    (events, rules)
}
