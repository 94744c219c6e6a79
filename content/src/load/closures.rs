//! `closures.toml`: days on which the authority that publishes a copy is closed.

use serde::Deserialize;

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::calendar::{CalendarFile, Closure};

const FILE: &str = "closures.toml";

#[derive(Deserialize)]
struct Closures {
    #[serde(rename = "closure", default)]
    closures: Vec<Closure>,
}

pub(super) fn read(
    folder: &Folder,
    calendars: &[InFile<CalendarFile>],
    problems: &mut Problems,
) -> Vec<Closure> {
    let Some(file) = folder.file(FILE, problems) else { return Vec::new() };
    let closures = toml_file::read::<Closures>(&file, problems).map(|file| file.closures).unwrap_or_default();
    for (place, closure) in closures.iter().enumerate() {
        let line = file.line_of(&closure.date.to_string());
        if place > 0 && closures[place - 1].date >= closure.date {
            let what = format!("the closure of {} is out of order, or stands twice", closure.date);
            problems.add(FILE, line, what, "Name each day once, the first first.");
        }
        if closure.name.trim().is_empty() {
            problems.add(FILE, line, "the closure has no name", "Say what it is called: answers name it.");
        }
        if !calendars.iter().all(|calendar| calendar.value.coverage.contains(closure.date.0)) {
            let what = format!("the closure of {} lies outside the bank holidays that we have", closure.date);
            problems.add(FILE, line, what, "Take it out, or add bank holidays for its year.");
        }
    }
    closures
}
