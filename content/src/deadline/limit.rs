//! How long a limit gives.

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingDays;
use crate::packed::{Packed, Texts};

/// How long after, or before, its event a limit falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// At the latest on the Nth working day before the event.
    WorkingDaysBefore(WorkingDays),
    /// By the end of the Nth working day after the event.
    WorkingDays(WorkingDays),
    /// By the same day of the week, some weeks after the event.
    Weeks(u32),
    /// By the corresponding date some months after the event, or the last day of a shorter month.
    Months(u32),
    /// On the birthday of this age, counted from the date of birth.
    Birthday(u32),
}

/// As the sort of limit, then how many.
impl Packed for Limit {
    fn pack(&self, texts: &mut Vec<String>) {
        let (sort, count): (u32, u32) = match *self {
            Limit::WorkingDaysBefore(days) => (0, days.0),
            Limit::WorkingDays(days) => (1, days.0),
            Limit::Weeks(weeks) => (2, weeks),
            Limit::Months(months) => (3, months),
            Limit::Birthday(age) => (4, age),
        };
        (sort, count).pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        let (sort, count) = <(u32, u32)>::unpack(texts);
        match sort {
            0 => Limit::WorkingDaysBefore(WorkingDays(count)),
            1 => Limit::WorkingDays(WorkingDays(count)),
            2 => Limit::Weeks(count),
            3 => Limit::Months(count),
            4 => Limit::Birthday(count),
            _ => {
                texts.refuse();
                Limit::Weeks(count)
            }
        }
    }
}
