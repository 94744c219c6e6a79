//! Answers in forms that leave with the reader: entries for a calendar and rows for a spreadsheet.

mod calendar_file;
mod table_file;

pub use calendar_file::{CalendarEntry, EntryId, calendar_file};
pub use table_file::table_file;
