//! Every limit that one event starts, side by side.

use chrono::NaiveDate;

use super::{ClockRule, Due, Limit};
use crate::calendar::{NotWorking, OutsideCoverage, WorkingDayCalendar};
use crate::id::RuleId;

/// The due dates that follow from one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Timetable {
    /// Date of the event.
    pub event: NaiveDate,
    /// Why the event's own day is not a working day, when it is not one.
    pub event_not_working: Option<NotWorking>,
    /// One answer a limit, the shortest first.
    pub answers: Vec<Answer>,
}

/// One due date, with every rule that shares it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The rules, in the order given.
    pub rules: Vec<RuleId>,
    /// The limit that they share.
    pub limit: Limit,
    /// The due date, by the way of counting that never gives the later date.
    pub due: Result<Due, OutsideCoverage>,
    /// The date by the other way of counting: treated as received on the next working day, or with whole working days
    /// in between. `None` when the two ways agree, or there is only one.
    pub other: Option<Result<Due, OutsideCoverage>>,
}

impl Timetable {
    /// Works out every limit of `rules` for an event on `event`.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when the event itself lies outside the published bank holidays. A limit that runs past
    /// them is refused by itself, inside its [`Answer`].
    pub fn for_event<'a>(
        event: NaiveDate,
        rules: impl IntoIterator<Item = &'a ClockRule>,
        calendar: &WorkingDayCalendar,
    ) -> Result<Self, OutsideCoverage> {
        let event_not_working = calendar.not_working(event)?;
        let mut answers: Vec<Answer> = Vec::new();
        for rule in rules {
            let place = match answers.binary_search_by_key(&rule.limit, |answer| answer.limit) {
                Ok(shared) => {
                    answers[shared].rules.push(rule.id.clone());
                    continue;
                }
                Err(place) => place,
            };
            let (first, second) = rule.limit.ways_to_count();
            let due = rule.limit.due(event, first, calendar);
            let other = second.map(|counting| rule.limit.due(event, counting, calendar));
            let differs = |other: &Result<Due, OutsideCoverage>| match (&due, other) {
                (Ok(due), Ok(other)) => due.on != other.on,
                (first, second) => first.is_ok() != second.is_ok(),
            };
            let other = other.filter(differs);
            answers.insert(place, Answer { rules: vec![rule.id.clone()], limit: rule.limit, due, other });
        }
        Ok(Self { event, event_not_working, answers })
    }
}
