//! A whole case: every clock that its dates start, what has become of each, and what does not run and why.

use chrono::NaiveDate;

use super::{ClockRule, Due, Kept, Limit, Standing};
use crate::calendar::{OutsideCoverage, WorkingDayCalendar};
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
    /// A date of what would meet it that lies before it started, and so does not count: a slip, or an earlier round.
    pub too_early: Option<NaiveDate>,
}

/// What has become of a clock.
#[derive(Clone, Debug, PartialEq)]
pub enum ClockState {
    /// Its event has no date yet.
    NotStarted,
    /// Its condition does not hold.
    DoesNotRun(ConditionId),
    /// Not shown to be met: where it stands today.
    Open(Due, Standing),
    /// Met on this day, in time or late.
    Met(Due, NaiveDate, Kept),
    /// What meets it has a date that is still to come: in time, or late, if it is done then.
    Planned(Due, NaiveDate, Kept),
    /// The due date lies outside the bank holidays that we have.
    Refused(OutsideCoverage),
}

impl Clock {
    /// Its due date, if it has one.
    pub fn due(&self) -> Option<&Due> {
        match &self.state {
            ClockState::Open(due, _) | ClockState::Met(due, ..) | ClockState::Planned(due, ..) => Some(due),
            ClockState::NotStarted | ClockState::DoesNotRun(_) | ClockState::Refused(_) => None,
        }
    }
}

impl CaseFacts {
    /// Every clock of these rules, in the order of the rules; a rule that repeats has one for each of its events.
    ///
    /// # Errors
    /// [`OutsideCoverage`] when `today` lies outside the calendar.
    pub fn clocks<'a>(
        &self,
        rules: impl IntoIterator<Item = &'a ClockRule>,
        today: NaiveDate,
        calendar: &WorkingDayCalendar,
    ) -> Result<Vec<Clock>, OutsideCoverage> {
        calendar.not_working(today)?;
        Ok(rules.into_iter().flat_map(|rule| self.clocks_of(rule, today, calendar)).collect())
    }

    fn clocks_of(&self, rule: &ClockRule, today: NaiveDate, calendar: &WorkingDayCalendar) -> Vec<Clock> {
        let clock = |started: Option<NaiveDate>, state, open_condition| {
            let too_early = match &state {
                ClockState::Open(..) => self.too_early(rule),
                _ => None,
            };
            Clock { rule: rule.id.clone(), started, state, open_condition, too_early }
        };
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
        let mut starts: Vec<NaiveDate> = Vec::new();
        for start in self.dates_of(&rule.event) {
            starts.insert(starts.partition_point(|earlier| *earlier <= start), start);
        }
        if !rule.repeats {
            // The first is the one that counts: a later entry of the same event is a correction to be made, not a
            // second clock.
            starts.truncate(1);
        }
        if starts.is_empty() {
            return vec![clock(None, ClockState::NotStarted, open)];
        }
        let each = starts.into_iter().map(|start| {
            let state = match rule.limit.due(start, rule.limit.ways_to_count().0, calendar) {
                Ok(due) => self.state(rule, start, due, today, calendar),
                Err(outside) => ClockState::Refused(outside),
            };
            clock(Some(start), state, open.clone())
        });
        each.collect()
    }

    fn state(
        &self,
        rule: &ClockRule,
        start: NaiveDate,
        due: Due,
        today: NaiveDate,
        calendar: &WorkingDayCalendar,
    ) -> ClockState {
        let state = match self.met_on(rule, start) {
            Some(met) if met > today => {
                due.kept(met, calendar).map(|kept| ClockState::Planned(due, met, kept))
            }
            Some(met) => due.kept(met, calendar).map(|kept| ClockState::Met(due, met, kept)),
            None => due.standing(today, calendar).map(|standing| ClockState::Open(due, standing)),
        };
        state.unwrap_or_else(ClockState::Refused)
    }

    /// The first date after its start on which what is asked for was done.
    fn met_on(&self, rule: &ClockRule, start: NaiveDate) -> Option<NaiveDate> {
        let event = rule.met_event.as_ref()?;
        let counts = |date: &NaiveDate| match rule.limit {
            // What has to be done before its event may be done on any day.
            Limit::WorkingDaysBefore(_) => true,
            // A review is met by the next review, never by itself.
            _ if *event == rule.event => *date > start,
            _ => *date >= start,
        };
        self.dates_of(event).filter(counts).min()
    }

    /// The last date on which what is asked for was done, where none meets the clock: each lies before its start then.
    /// An event that meets its own clock always has one.
    fn too_early(&self, rule: &ClockRule) -> Option<NaiveDate> {
        let event = rule.met_event.as_ref().filter(|event| **event != rule.event)?;
        self.dates_of(event).max()
    }

    fn condition(&self, id: &ConditionId) -> Option<bool> {
        self.conditions.iter().find(|(known, _)| known == id).map(|(_, holds)| *holds)
    }

    fn dates_of(&self, event: &EventId) -> impl Iterator<Item = NaiveDate> {
        self.dates.iter().filter(move |(known, _)| known == event).map(|(_, date)| *date)
    }
}
