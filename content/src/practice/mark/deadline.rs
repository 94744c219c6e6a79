//! One event and one limit.

use super::refusal::iso;
use super::{RefusalKind, Rulebook, Tool, ToolName, Verdict};
use crate::calendar::WorkingDayCalendar;
use crate::deadline::{Counting, DeadlineRule, Due};
use crate::id::RuleId;
use crate::practice::{Claim, DeadlineQuestion, Working};

pub(super) struct Deadline {
    rule: RuleId,
    /// Nothing where the source gives no number.
    due: Option<(Counting, Due)>,
}

impl Deadline {
    pub(super) fn new(question: &DeadlineQuestion, book: &Rulebook<'_>) -> Result<Self, RefusalKind> {
        let calendar = book.calendar(&question.nation, &question.closures)?;
        let due = match book.deadlines.iter().find(|rule| rule.id == question.rule) {
            Some(rule) => Some(due(question, rule, &calendar)?),
            None if book.unnumbered.iter().any(|limit| limit.id == question.rule) => None,
            None => {
                return Err(RefusalKind::Unknown { kind: "time limit", id: question.rule.to_string() });
            }
        };
        Ok(Self { rule: question.rule.clone(), due })
    }
}

fn due(
    question: &DeadlineQuestion,
    rule: &DeadlineRule,
    calendar: &WorkingDayCalendar,
) -> Result<(Counting, Due), RefusalKind> {
    let due = |counting| {
        rule.limit.due(question.event.0, counting, calendar).map_err(|_| RefusalKind::NotPublished)
    };
    let (first, second) = rule.limit.ways_to_count();
    match question.counting {
        Some(counting) if counting == first || Some(counting) == second => Ok((counting, due(counting)?)),
        Some(_) => Err(RefusalKind::NoSuchWay),
        None => {
            let found = due(first)?;
            match second.map(due).transpose()? {
                Some(other) if other.on != found.on => Err(RefusalKind::WayToCount(found.on, other.on)),
                _ => Ok((first, found)),
            }
        }
    }
}

impl Tool for Deadline {
    fn verdict(&self, claim: &Claim) -> Result<Verdict, RefusalKind> {
        let gives = match &self.due {
            Some((_, due)) => iso(due.on),
            None => "no date, because the source gives no number".to_owned(),
        };
        let right = match claim {
            Claim::Date(date) => self.due.as_ref().is_some_and(|(_, due)| due.on == date.0),
            Claim::NoDate => self.due.is_none(),
            _ => return Err(RefusalKind::AnotherTool(ToolName::Deadline)),
        };
        Ok(Verdict { right, gives })
    }

    fn into_working(self: Box<Self>) -> Working {
        match self.due {
            Some((counting, due)) => Working::Due(self.rule, counting, due),
            None => Working::NoNumber(self.rule),
        }
    }
}
