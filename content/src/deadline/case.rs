//! A whole case: every clock that its dates start, what has become of each, and what does not run and why.

use chrono::NaiveDate;

use super::{DeadlineRule, Due, Limit};
use crate::calendar::{OutsideCoverage, WorkingDayCalendar, WorkingDays};
use crate::id::{ConditionId, EventId, RuleId};

/// What is known of a case. What is not in it is not known, and never taken for "no".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFacts {
    /// Dates of events. An event may stand more than once, as reviews do.
    pub dates: Vec<(EventId, NaiveDate)>,
    /// Conditions that were answered.
    pub conditions: Vec<(ConditionId, bool)>,
}

/// One clock of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// The rule that it runs by.
    pub rule: RuleId,
    /// The event that started it.
    pub started: Option<NaiveDate>,
    /// What has become of it.
    pub state: ClockState,
    /// A condition that it depends on and that nobody has answered: it counts as running until then.
    pub open_condition: Option<ConditionId>,
}

/// What has become of a clock.
#[derive(Clone, Debug, PartialEq)]
pub enum ClockState {
    /// Its event has no date yet.
    NotStarted,
    /// Its condition does not hold.
    DoesNotRun(ConditionId),
    /// Not met yet, and not late. Working days from today to the due date, today not counted.
    Running(Due, WorkingDays),
    /// Not met, and late by these working days.
    Overdue(Due, WorkingDays),
    /// Met on this day, in time, or late by some working days.
    Met(Due, NaiveDate, WorkingDays),
    /// The due date lies outside the bank holidays that we have.
    Refused(OutsideCoverage),
}

impl Clock {
    /// Its due date, if it has one.
    pub fn due(&self) -> Option<&Due> {
        match &self.state {
            ClockState::Running(due, _) | ClockState::Overdue(due, _) | ClockState::Met(due, ..) => Some(due),
            ClockState::NotStarted | ClockState::DoesNotRun(_) | ClockState::Refused(_) => None,
        }
    }
}

impl CaseFacts {
    /// Every clock of these rules, in the order of the rules; a rule that repeats has one for each of its events.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `today` lies outside the calendar.
    pub fn clocks(
        &self,
        rules: &[DeadlineRule],
        today: NaiveDate,
        calendar: &WorkingDayCalendar,
    ) -> Result<Vec<Clock>, OutsideCoverage> {
        calendar.not_working(today)?;
        Ok(rules.iter().flat_map(|rule| self.clocks_of(rule, today, calendar)).collect())
    }

    fn clocks_of(&self, rule: &DeadlineRule, today: NaiveDate, calendar: &WorkingDayCalendar) -> Vec<Clock> {
        let clock =
            |started, state, open_condition| Clock { rule: rule.id.clone(), started, state, open_condition };
        let open = match &rule.condition {
            Some(condition) => match self.condition(condition) {
                Some(false) => {
                    return vec![clock(None, ClockState::DoesNotRun(condition.clone()), None)];
                }
                Some(true) => None,
                None => Some(condition.clone()),
            },
            None => None,
        };
        let mut starts = self.dates_of(&rule.event);
        if !rule.repeats {
            // The first is the one that counts: a later entry of the same event is a correction to be made, not a
            // second clock.
            starts.truncate(1);
        }
        if starts.is_empty() {
            return vec![clock(None, ClockState::NotStarted, open)];
        }
        let each = starts.into_iter().map(|start| {
            let state = match rule.due(start, rule.ways_to_count().0, calendar) {
                Ok(due) => self.state(rule, start, due, today, calendar),
                Err(outside) => ClockState::Refused(outside),
            };
            clock(Some(start), state, open.clone())
        });
        each.collect()
    }

    fn state(
        &self,
        rule: &DeadlineRule,
        start: NaiveDate,
        due: Due,
        today: NaiveDate,
        calendar: &WorkingDayCalendar,
    ) -> ClockState {
        let between = |from, to| calendar.working_days_between(from, to);
        if let Some(met) = self.met_on(rule, start) {
            return match between(due.on, met) {
                Ok(late) => ClockState::Met(due, met, late),
                Err(outside) => ClockState::Refused(outside),
            };
        }
        let (result, over) =
            if today <= due.on { (between(today, due.on), false) } else { (between(due.on, today), true) };
        match (result, over) {
            (Ok(left), false) => ClockState::Running(due, left),
            (Ok(late), true) => ClockState::Overdue(due, late),
            (Err(outside), _) => ClockState::Refused(outside),
        }
    }

    /// The first date after its start on which what is asked for was done.
    fn met_on(&self, rule: &DeadlineRule, start: NaiveDate) -> Option<NaiveDate> {
        let event = rule.met_event.as_ref()?;
        let counts = |date: &NaiveDate| match rule.limit {
            // What has to be done before its event may be done on any day.
            Limit::WorkingDaysBefore(_) => true,
            // A review is met by the next review, never by itself.
            _ if *event == rule.event => *date > start,
            _ => *date >= start,
        };
        self.dates_of(event).into_iter().find(counts)
    }

    fn condition(&self, id: &ConditionId) -> Option<bool> {
        self.conditions.iter().find(|(known, _)| known == id).map(|(_, holds)| *holds)
    }

    /// In date order.
    fn dates_of(&self, event: &EventId) -> Vec<NaiveDate> {
        let mut dates: Vec<NaiveDate> =
            self.dates.iter().filter(|(known, _)| known == event).map(|(_, date)| *date).collect();
        dates.sort_unstable();
        dates
    }
}
