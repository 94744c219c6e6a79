//! Time limits: rules as the sources have them, and the working of a due date.

mod due;
mod rule;
mod timetable;

pub use due::{Counting, Day, DayRole, Due, Tally};
pub use rule::{CitedText, DeadlineRule, Event, EventsFile, Limit, WorkedCase};
pub use timetable::{Answer, Timetable};
