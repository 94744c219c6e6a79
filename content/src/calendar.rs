//! Working days: which days count, which do not and why; and months and birthdays, which need no bank holidays.
//!
//! The sources define neither "working day" nor the first day. The guide's assumption, which it states beside every
//! answer: Monday to Friday less the bank holidays of the nation chosen, and the day of the event is day 0.
//!
//! - [`CalendarFile`]: bank holidays as a file has them, with the stretch that was published
//! - [`WorkingDayCalendar`]: the days of one nation, ready to count, each day off with its reason
//! - [`WorkingDayTable`]: the same counts on plain day numbers
//! - [`months_after`], [`birthday`]: the corresponding date some months or years on

mod day_numbers;
mod days_off;
mod file;
mod months;
mod table;
mod working_days;

pub use days_off::{Closure, DayOff, NotWorking};
pub use file::{CalendarFile, CalendarProblem, Coverage, Holiday, WeekdayName};
pub use months::{Birthday, CorrespondingDate, Months, Years, birthday, months_after};
pub use table::WorkingDayTable;
pub use working_days::{Confidence, OutsideCoverage, WorkingDayCalendar, WorkingDays};
