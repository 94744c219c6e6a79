//! A sheet with its answers: how far it is, what is missing, and which answers cannot stand.

use super::{Answer, ItemState, Sheet, SheetGroup, SheetItem};
use crate::id::ItemId;

/// What a sheet and its answers come to. Items are given by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Items of groups that always count.
    pub always: Tally,
    /// Items of groups that count where they are relevant.
    pub where_relevant: Tally,
    /// What is neither recorded nor set aside with a reason, in the list's order.
    pub missing: Vec<usize>,
    /// What was set aside, in the list's order.
    pub set_aside: Vec<usize>,
    /// Answers that cannot stand, in the list's order; answers to no item of the list at the end.
    pub problems: Vec<AnswerProblem>,
}

/// How many items of one sort there are and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Recorded.
    pub recorded: usize,
    /// Set aside with a reason.
    pub set_aside: usize,
    /// All of them, those set aside too.
    pub all: usize,
}

/// An answer that cannot stand. Its item counts as missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerProblem {
    /// The item.
    pub item: ItemId,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// "Does not apply" without a reason.
    NoReason,
    /// "Does not apply" to an item that the source wants in every case.
    AlwaysApplies,
    /// "Recorded" without choosing one of its options.
    NoChoice,
    /// The list has no such item: the answers are of another edition of it.
    NoSuchItem,
}

impl Tally {
    /// How many there are to record: all but those set aside.
    pub fn expected(&self) -> usize {
        self.all - self.set_aside
    }
}

impl Sheet {
    /// Holds answers against the list. Of two answers to one item the later stands.
    pub fn check(&self, answers: &[Answer]) -> Standing {
        let mut standing = Standing::default();
        for (place, (group, item)) in self.items().into_iter().enumerate() {
            let tally = if group.always { &mut standing.always } else { &mut standing.where_relevant };
            tally.all += 1;
            match outcome(group, item, answers.iter().rfind(|answer| answer.item == item.id)) {
                Outcome::Recorded => tally.recorded += 1,
                Outcome::SetAside => {
                    tally.set_aside += 1;
                    standing.set_aside.push(place);
                }
                Outcome::Missing(problem) => {
                    standing.missing.push(place);
                    let problem = problem.map(|kind| AnswerProblem { item: item.id.clone(), kind });
                    standing.problems.extend(problem);
                }
            }
        }
        for item in answers.iter().map(|answer| &answer.item).filter(|id| self.item(id.as_str()).is_none()) {
            let problem = AnswerProblem { item: item.clone(), kind: ProblemKind::NoSuchItem };
            if !standing.problems.contains(&problem) {
                standing.problems.push(problem);
            }
        }
        standing
    }
}

enum Outcome {
    Recorded,
    SetAside,
    Missing(Option<ProblemKind>),
}

fn outcome(group: &SheetGroup, item: &SheetItem, answer: Option<&Answer>) -> Outcome {
    let Some(answer) = answer else { return Outcome::Missing(None) };
    let chosen = |choice| Some(choice) == answer.choice.as_ref();
    match answer.state {
        ItemState::NotYet => Outcome::Missing(None),
        ItemState::Recorded if !item.choices.is_empty() && !item.choices.iter().any(|(id, _)| chosen(id)) => {
            Outcome::Missing(Some(ProblemKind::NoChoice))
        }
        ItemState::Recorded => Outcome::Recorded,
        ItemState::DoesNotApply if group.condition(item).is_none() => {
            Outcome::Missing(Some(ProblemKind::AlwaysApplies))
        }
        ItemState::DoesNotApply if !answer.has_reason() => Outcome::Missing(Some(ProblemKind::NoReason)),
        ItemState::DoesNotApply => Outcome::SetAside,
    }
}
