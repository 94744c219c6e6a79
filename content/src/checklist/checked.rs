//! A list with its answers, by its own items: for what is worked out natively.

use super::{Answer, AnswerProblem, Item, ItemGroup, RecordChecklist, Sheet, Tally};

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

impl RecordChecklist {
    /// Holds answers against the list. Of two answers to one item the later stands.
    pub fn check<'a>(&'a self, answers: &'a [Answer]) -> Checked<'a> {
        let standing = Sheet::new(self, &|_| String::new()).check(answers);
        let items: Vec<(&ItemGroup, &Item)> = self.items().collect();
        let set_aside = standing.set_aside.iter().map(|place| {
            let (_, item) = items[*place];
            let answer = answers.iter().rfind(|answer| answer.item == item.id);
            SetAside { item, reason: answer.map_or("", |answer| answer.reason.trim()) }
        });
        let missing = standing.missing.iter().map(|place| items[*place]);
        Checked {
            always: standing.always,
            where_relevant: standing.where_relevant,
            missing: missing.map(|(group, item)| Missing { group, item }).collect(),
            set_aside: set_aside.collect(),
            problems: standing.problems,
        }
    }
}
