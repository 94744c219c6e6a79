//! A list with its answers: how far it is, what is missing, and which answers cannot stand.

use super::{Answer, Applies, Item, ItemGroup, ItemState, RecordChecklist};
use crate::id::ItemId;

/// What a list and its answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<'a> {
    /// Items of groups that always count.
    pub always: Tally,
    /// Items of groups that count where they are relevant.
    pub where_relevant: Tally,
    /// What is neither recorded nor set aside with a reason, in the list's order.
    pub missing: Vec<Missing<'a>>,
    /// What was set aside, in the list's order.
    pub set_aside: Vec<SetAside<'a>>,
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

/// An item that is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing<'a> {
    /// Its group.
    pub group: &'a ItemGroup,
    /// The item.
    pub item: &'a Item,
}

/// An item that does not apply here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetAside<'a> {
    /// The item.
    pub item: &'a Item,
    /// Why.
    pub reason: &'a str,
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

impl RecordChecklist {
    /// Holds answers against the list. Of two answers to one item the later stands.
    pub fn check<'a>(&'a self, answers: &'a [Answer]) -> Checked<'a> {
        let mut checked = Checked {
            always: Tally::default(),
            where_relevant: Tally::default(),
            missing: Vec::new(),
            set_aside: Vec::new(),
            problems: Vec::new(),
        };
        for (group, item) in self.items() {
            let answer = answers.iter().rfind(|answer| answer.item == item.id);
            let outcome = outcome(group, item, answer);
            let tally = match group.applies {
                Applies::Always => &mut checked.always,
                Applies::WhereRelevant => &mut checked.where_relevant,
            };
            tally.all += 1;
            match outcome {
                Outcome::Recorded => tally.recorded += 1,
                Outcome::SetAside(reason) => {
                    tally.set_aside += 1;
                    checked.set_aside.push(SetAside { item, reason });
                }
                Outcome::Missing(problem) => {
                    checked.missing.push(Missing { group, item });
                    let problem = problem.map(|kind| AnswerProblem { item: item.id.clone(), kind });
                    checked.problems.extend(problem);
                }
            }
        }
        let strange = answers.iter().map(|answer| &answer.item).filter(|id| self.item(id).is_none());
        for item in strange {
            let problem = AnswerProblem { item: item.clone(), kind: ProblemKind::NoSuchItem };
            if !checked.problems.contains(&problem) {
                checked.problems.push(problem);
            }
        }
        checked
    }
}

enum Outcome<'a> {
    Recorded,
    SetAside(&'a str),
    Missing(Option<ProblemKind>),
}

fn outcome<'a>(group: &ItemGroup, item: &Item, answer: Option<&'a Answer>) -> Outcome<'a> {
    let Some(answer) = answer else { return Outcome::Missing(None) };
    let chosen = answer.choice.as_ref();
    match answer.state {
        ItemState::NotYet => Outcome::Missing(None),
        ItemState::Recorded
            if !item.choices.is_empty() && !item.choices.iter().any(|choice| Some(&choice.id) == chosen) =>
        {
            Outcome::Missing(Some(ProblemKind::NoChoice))
        }
        ItemState::Recorded => Outcome::Recorded,
        ItemState::DoesNotApply if group.condition(item).is_none() => {
            Outcome::Missing(Some(ProblemKind::AlwaysApplies))
        }
        ItemState::DoesNotApply if !answer.has_reason() => Outcome::Missing(Some(ProblemKind::NoReason)),
        ItemState::DoesNotApply => Outcome::SetAside(answer.reason.trim()),
    }
}
