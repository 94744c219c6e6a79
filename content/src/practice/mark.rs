//! Which claims are right: worked out by the rules that the tools go by.
//!
//! A verdict does not look at what the author wrote. Only then is it held against `right` and `wrong`, so that a rule
//! that changes makes the words of a case disagree, and the case is refused.

mod checklist;
mod clocks;
mod deadline;
mod decision;
mod refusal;
#[cfg(test)]
mod tests;

pub(crate) use refusal::{Refusal, RefusalKind, Said, ToolName};

use super::marked::{MarkedCase, MarkedStep, Working};
use super::{Asks, Case, Claim, Outline, Step, StepOption};
use crate::calendar::{CalendarFile, Closure, WorkingDayCalendar};
use crate::checklist::RecordChecklist;
use crate::deadline::{DeadlineRule, UnnumberedLimit};
use crate::decision::Decision;
use crate::id::{RuleId, SourceId};

/// What cases are marked by.
#[derive(Clone, Debug)]
pub(crate) struct Rulebook<'a> {
    pub(crate) deadlines: Vec<&'a DeadlineRule>,
    pub(crate) unnumbered: Vec<&'a UnnumberedLimit>,
    pub(crate) decisions: Vec<&'a Decision>,
    pub(crate) checklists: Vec<&'a RecordChecklist>,
    pub(crate) calendars: Vec<&'a CalendarFile>,
}

/// What the rules say to a claim.
struct Verdict {
    right: bool,
    /// What they say of what the claim names, in the words of the content's files: for whoever mends a case.
    gives: String,
}

/// A tool with the answers of a step, ready to say of each claim whether it is right.
trait Tool {
    /// The verdict on a claim.
    fn verdict(&self, claim: &Claim) -> Result<Verdict, RefusalKind>;

    /// What it answered.
    fn into_working(self: Box<Self>) -> Working;
}

impl Rulebook<'_> {
    /// The case with its verdicts.
    ///
    /// # Errors
    /// Everything for which it is refused. Never empty.
    pub(crate) fn mark(&self, case: Case) -> Result<MarkedCase, Vec<Refusal>> {
        let (mut marked, mut refusals) = (Vec::new(), Vec::new());
        for (place, step) in case.steps.iter().enumerate() {
            let mut wrong = Vec::new();
            marked.extend(self.mark_step(step, &mut wrong));
            refusals.extend(wrong.into_iter().map(|(option, kind)| Refusal { step: place, option, kind }));
        }
        if refusals.is_empty() { Ok(MarkedCase::new(case, marked)) } else { Err(refusals) }
    }

    /// The document that a limit is taken from, with a number or without one.
    pub(crate) fn source_of_limit(&self, id: &RuleId) -> Option<&SourceId> {
        let with = self.deadlines.iter().find(|rule| rule.id == *id).map(|rule| &rule.source);
        with.or_else(|| self.unnumbered.iter().find(|limit| limit.id == *id).map(|limit| &limit.source))
    }

    fn mark_step(&self, step: &Step, wrong: &mut Vec<(Option<usize>, RefusalKind)>) -> Option<MarkedStep> {
        if !(2..=Outline::MOST_OPTIONS).contains(&step.options.len()) {
            wrong.push((None, RefusalKind::Options(step.options.len())));
        }
        let tool = match step.asks() {
            None => Err(RefusalKind::NotOneTool),
            Some(Asks::Deadline(question)) => deadline::Deadline::new(question, self).map(boxed),
            Some(Asks::Clocks(question)) => clocks::Clocks::new(question, self).map(boxed),
            Some(Asks::Decision(question)) => decision::Decided::new(question, self).map(boxed),
            Some(Asks::Checklist(question)) => checklist::Checked::new(question, self).map(boxed),
        };
        let tool = match tool {
            Ok(tool) => tool,
            Err(kind) => {
                wrong.push((None, kind));
                return None;
            }
        };
        let mut right = Vec::new();
        for (place, option) in step.options.iter().enumerate() {
            match verdict(&*tool, option) {
                Ok(verdict) => right.push(verdict),
                Err(kind) => wrong.push((Some(place), kind)),
            }
        }
        // With an option that has no verdict, how many are right is not known.
        if right.len() == step.options.len() {
            let ids = step.options.iter().zip(&right).filter(|(_, right)| **right);
            let ids: Vec<_> = ids.map(|(option, _)| option.id.clone()).collect();
            match ids.len() {
                0 => wrong.push((None, RefusalKind::NoneRight)),
                count if count == right.len() => wrong.push((None, RefusalKind::AllRight)),
                2.. if !step.several => wrong.push((None, RefusalKind::SeveralRight(ids))),
                _ => {}
            }
        }
        wrong.is_empty().then(|| MarkedStep { right, working: tool.into_working() })
    }

    /// The calendar of a nation with an office's closures.
    fn calendar(&self, nation: &str, closures: &[Closure]) -> Result<WorkingDayCalendar, RefusalKind> {
        let file = find(&self.calendars, "nation", nation, |file| &file.nation)?;
        // What is wrong with the calendar itself is reported with the calendar.
        let calendar = WorkingDayCalendar::try_from(*file).map_err(|_| RefusalKind::BrokenRule)?;
        Ok(calendar.with_closures(closures))
    }
}

fn boxed<'a>(tool: impl Tool + 'a) -> Box<dyn Tool + 'a> {
    Box::new(tool)
}

/// The rules' verdict, where the author's words agree with it.
fn verdict(tool: &dyn Tool, option: &StepOption) -> Result<bool, RefusalKind> {
    let Verdict { right, gives } = each(option.claim.each(), |claim| tool.verdict(claim))?;
    match (&option.right, &option.wrong) {
        (Some(_), None) if right => Ok(true),
        (None, Some(_)) if !right => Ok(false),
        (Some(_), None) => Err(RefusalKind::Disagrees { said: Said::Right, gives }),
        (None, Some(_)) => Err(RefusalKind::Disagrees { said: Said::Wrong, gives }),
        _ => Err(RefusalKind::NotOneWhy),
    }
}

/// Something by its id.
fn find<'a, T>(
    all: &'a [T],
    kind: &'static str,
    id: &str,
    id_of: impl Fn(&'a T) -> &'a str,
) -> Result<&'a T, RefusalKind> {
    let found = all.iter().find(|one| id_of(one) == id);
    found.ok_or_else(|| RefusalKind::Unknown { kind, id: id.to_owned() })
}

/// What is claimed of each of several things: right when it is right of every one.
fn each<'a, Id>(
    ids: &'a [Id],
    mut one: impl FnMut(&'a Id) -> Result<Verdict, RefusalKind>,
) -> Result<Verdict, RefusalKind> {
    if ids.is_empty() {
        return Err(RefusalKind::ClaimsNothing);
    }
    let mut all = Verdict { right: true, gives: String::new() };
    for id in ids {
        let Verdict { right, gives } = one(id)?;
        all.right &= right;
        if !all.gives.is_empty() {
            all.gives += "; ";
        }
        all.gives += &gives;
    }
    Ok(all)
}

/// Names in a row.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
