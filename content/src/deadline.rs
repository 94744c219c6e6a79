//! Time limits: rules as the sources have them, and the working of a due date.

mod case;
mod clock_rule;
mod due;
mod limit;
mod rule;
mod standing;
mod timetable;

pub use case::{CaseFacts, Clock, ClockState};
pub use clock_rule::ClockRule;
pub use due::{Counting, Day, DayRole, Due, Tally, after, after_months, before, between};
pub use limit::Limit;
pub use rule::{
    CitedText, Condition, ConditionsFile, DeadlineRule, Event, EventsFile, UnnumberedFile, UnnumberedLimit,
    WorkedCase,
};
pub use standing::{Kept, Standing};
pub use timetable::{Answer, Timetable};
