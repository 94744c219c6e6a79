//! `calendars/*.toml`.

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::calendar::{CalendarFile, WorkingDayCalendar};

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<InFile<CalendarFile>> {
    let mut calendars: Vec<InFile<CalendarFile>> = Vec::new();
    for file in folder.files("calendars", ".toml", problems) {
        let Some(value) = toml_file::read::<CalendarFile>(&file, problems) else { continue };
        if let Err(problem) = WorkingDayCalendar::try_from(&value) {
            problems.add(&file.name, None, problem.to_string(), "Correct the calendar's dates.");
        }
        if let Some(other) = calendars.iter().find(|other| other.value.nation == value.nation) {
            let twice =
                format!("the nation `{}` has two calendars (also in {})", value.nation, other.file.name);
            problems.add(&file.name, file.line_of("nation ="), twice, "Put all of its days into one file.");
        }
        calendars.push(InFile { file, value });
    }
    calendars
}
