//! The clocks of a whole case.

use super::refusal::iso;
use super::{RefusalKind, Rulebook, Tool, ToolName, Verdict, each, find};
use crate::deadline::{CaseFacts, Clock, ClockRule, ClockState, Kept, Standing};
use crate::id::RuleId;
use crate::practice::{Claim, ClocksQuestion, Each, Working};

pub(super) struct Clocks {
    clocks: Vec<Clock>,
}

impl Clocks {
    pub(super) fn new(question: &ClocksQuestion, book: &Rulebook<'_>) -> Result<Self, RefusalKind> {
        if question.rules.is_empty() {
            return Err(RefusalKind::NoClocks);
        }
        let calendar = book.calendar(&question.nation, &question.closures)?;
        let rule = |id: &RuleId| {
            find(&book.deadlines, "time limit with a number", id.as_str(), |rule| rule.id.as_str())
        };
        let rules = question.rules.iter().map(rule).collect::<Result<Vec<_>, _>>()?;
        let rules: Vec<ClockRule> = rules.into_iter().map(|rule| ClockRule::from(*rule)).collect();
        // A date that no clock looks at, or a condition, would be read by nobody.
        let unread = |kind, id: &str| Err(RefusalKind::Unknown { kind, id: id.to_owned() });
        for event in question.dates.keys() {
            let looks = |rule: &ClockRule| rule.event == *event || rule.met_event.as_ref() == Some(event);
            if !rules.iter().any(looks) {
                return unread("event of these clocks", event.as_str());
            }
        }
        for condition in question.conditions.keys() {
            if !rules.iter().any(|rule| rule.condition.as_ref() == Some(condition)) {
                return unread("condition of these clocks", condition.as_str());
            }
        }
        let dates = question.dates.iter();
        let facts = CaseFacts {
            dates: dates
                .flat_map(|(event, dates)| dates.dates().iter().map(|date| (event.clone(), date.0)))
                .collect(),
            conditions: question.conditions.iter().map(|(id, holds)| (id.clone(), *holds)).collect(),
        };
        let clocks = facts.clocks(&rules, question.today.0, &calendar);
        let clocks = clocks.map_err(|_| RefusalKind::NotPublished)?;
        if clocks.iter().any(|clock| matches!(clock.state, ClockState::Refused(_))) {
            return Err(RefusalKind::NotPublished);
        }
        Ok(Self { clocks })
    }

    /// Where a rule's clock stands. Of a rule that repeats, the clock that started last.
    fn clock(&self, rule: &RuleId) -> Result<&Clock, RefusalKind> {
        let found = self.clocks.iter().rfind(|clock| clock.rule == *rule);
        found.ok_or_else(|| RefusalKind::NotShown(rule.to_string()))
    }

    fn stand(
        &self,
        rules: &Each<RuleId>,
        stands: impl Fn(&ClockState) -> bool,
    ) -> Result<Verdict, RefusalKind> {
        each(rules.ids(), |rule| {
            let state = &self.clock(rule)?.state;
            Ok(Verdict { right: stands(state), gives: gives(rule, state) })
        })
    }

    fn next_due(&self, rules: &Each<RuleId>) -> Result<Verdict, RefusalKind> {
        let due = |clock: &Clock| clock.due().map(|due| due.on).filter(|_| runs(&clock.state));
        let first = self.clocks.iter().filter_map(due).min();
        each(rules.ids(), |rule| {
            let clock = self.clock(rule)?;
            let right = first.is_some() && due(clock) == first;
            let first = first.map_or("nothing runs".to_owned(), |first| format!("first due {}", iso(first)));
            Ok(Verdict { right, gives: format!("{}, {first}", gives(rule, &clock.state)) })
        })
    }
}

fn runs(state: &ClockState) -> bool {
    matches!(state, ClockState::Open(_, Standing::Left(_) | Standing::DueToday))
}

fn gives(rule: &RuleId, state: &ClockState) -> String {
    let how = match state {
        ClockState::NotStarted => "has not started".to_owned(),
        ClockState::DoesNotRun(_) => "does not run".to_owned(),
        ClockState::Open(due, Standing::Over(_)) => format!("is overdue since {}", iso(due.on)),
        ClockState::Open(due, _) => format!("runs to {}", iso(due.on)),
        ClockState::Met(due, _, Kept::InTime) => format!("is met in time, due {}", iso(due.on)),
        ClockState::Met(due, _, Kept::Late(_)) => format!("is met late, due {}", iso(due.on)),
        ClockState::Planned(due, _, Kept::InTime) => format!("is planned in time, due {}", iso(due.on)),
        ClockState::Planned(due, _, Kept::Late(_)) => format!("is planned too late, due {}", iso(due.on)),
        ClockState::Refused(_) => "cannot be counted".to_owned(),
    };
    format!("`{rule}` {how}")
}

impl Tool for Clocks {
    fn verdict(&self, claim: &Claim) -> Result<Verdict, RefusalKind> {
        use ClockState::{DoesNotRun, Met, NotStarted, Open, Planned};
        match claim {
            Claim::NotStarted(rules) => self.stand(rules, |state| matches!(state, NotStarted)),
            Claim::DoesNotRun(rules) => self.stand(rules, |state| matches!(state, DoesNotRun(_))),
            Claim::Running(rules) => self.stand(rules, runs),
            Claim::Overdue(rules) => self.stand(rules, |state| matches!(state, Open(_, Standing::Over(_)))),
            Claim::Met(rules) => self.stand(rules, |state| matches!(state, Met(.., Kept::InTime))),
            Claim::MetLate(rules) => self.stand(rules, |state| matches!(state, Met(.., Kept::Late(_)))),
            Claim::Planned(rules) => self.stand(rules, |state| matches!(state, Planned(.., Kept::InTime))),
            Claim::PlannedLate(rules) => {
                self.stand(rules, |state| matches!(state, Planned(.., Kept::Late(_))))
            }
            Claim::NextDue(rules) => self.next_due(rules),
            _ => Err(RefusalKind::AnotherTool(ToolName::Clocks)),
        }
    }

    fn into_working(self: Box<Self>) -> Working {
        Working::Clocks(self.clocks)
    }
}
