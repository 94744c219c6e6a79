//! `calendars/*.toml`.

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::calendar::{CalendarFile, WorkingDayCalendar};

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<InFile<CalendarFile>> {
    let mut calendars = Vec::new();
    for file in folder.files("calendars", ".toml", problems) {
        let Some(value) = toml_file::read::<CalendarFile>(&file, problems) else { continue };
        if let Err(problem) = WorkingDayCalendar::try_from(&value) {
            problems.add(&file.name, None, problem.to_string(), "Correct the calendar's dates.");
        }
        calendars.push(InFile { file, value });
    }
    calendars
}
