//! A step: what is known by now, a question to one tool, and options.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Claims;
use crate::calendar::Closure;
use crate::checklist::{Answer, ItemState, RecordChecklist};
use crate::date::IsoDate;
use crate::deadline::Counting;
use crate::id::{
    ChecklistId, ChoiceId, ConditionId, DecisionId, EventId, FactId, ItemId, PracticeOptionId,
    PracticeStepId, RuleId, StatementId, ValueId,
};

/// One question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Step {
    /// Unique within the case. It stands in shared links.
    pub id: PracticeStepId,
    /// What has become known since the step before.
    pub known: String,
    /// What is asked.
    pub question: String,
    /// Whether more than one option may be right, and be chosen.
    #[serde(default)]
    pub several: bool,
    /// Asks when something is due. A step has exactly one of this and the three that follow.
    pub deadline: Option<DeadlineQuestion>,
    /// Asks where the clocks of a whole case stand.
    pub clocks: Option<ClocksQuestion>,
    /// Asks what a decision points to.
    pub decision: Option<DecisionQuestion>,
    /// Asks what a record lacks.
    pub checklist: Option<ChecklistQuestion>,
    /// What there is to choose from.
    #[serde(default, rename = "option")]
    pub options: Vec<StepOption>,
}

/// The tool that a step asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asks<'a> {
    /// When something is due.
    Deadline(&'a DeadlineQuestion),
    /// Where clocks stand.
    Clocks(&'a ClocksQuestion),
    /// What a decision points to.
    Decision(&'a DecisionQuestion),
    /// What a record lacks.
    Checklist(&'a ChecklistQuestion),
}

/// One event and one limit.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct DeadlineQuestion {
    /// The limit, with a number or without one.
    pub rule: RuleId,
    /// When what starts it happened.
    pub event: IsoDate,
    /// Whose bank holidays: a file under `calendars/`.
    pub nation: String,
    /// Other days off.
    #[serde(default)]
    pub closures: Vec<Closure>,
    /// The way to count, where the source leaves two that give different dates.
    pub counting: Option<Counting>,
}

/// The dates of a case, and the clocks to look at.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ClocksQuestion {
    /// The clocks, in the order shown. Never empty.
    pub rules: Vec<RuleId>,
    /// The day to take as today.
    pub today: IsoDate,
    /// Whose bank holidays: a file under `calendars/`.
    pub nation: String,
    /// Other days off.
    #[serde(default)]
    pub closures: Vec<Closure>,
    /// What has happened, or is planned, and when.
    pub dates: BTreeMap<EventId, Dates>,
    /// Conditions that are known. One that is not here is not known.
    #[serde(default)]
    pub conditions: BTreeMap<ConditionId, bool>,
}

/// The date of an event, or the dates of one that comes more than once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Dates {
    /// This one.
    One(IsoDate),
    /// Each of these.
    All(Vec<IsoDate>),
}

/// A decision and what is known for it by now.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct DecisionQuestion {
    /// The decision.
    pub table: DecisionId,
    /// The answers. A fact that is not here is not known.
    #[serde(default)]
    pub given: BTreeMap<FactId, ValueId>,
}

/// A checklist, filled in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ChecklistQuestion {
    /// The checklist.
    pub list: ChecklistId,
    /// The items recorded. Or name those that are not, in `all_but`.
    pub recorded: Option<Vec<ItemId>>,
    /// Every item is recorded but these and those set aside.
    pub all_but: Option<Vec<ItemId>>,
    /// What was chosen, where an item has options.
    #[serde(default)]
    pub chosen: BTreeMap<ItemId, ChoiceId>,
    /// The items set aside, with the reason given for each. It may be empty.
    #[serde(default)]
    pub does_not_apply: BTreeMap<ItemId, String>,
}

/// One option, with what its author says of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StepOption {
    /// Unique within the step. It stands in shared links.
    pub id: PracticeOptionId,
    /// How it reads. Only an option that claims a date may leave it out: it reads as that date.
    pub text: Option<String>,
    /// What it holds to be so.
    pub claim: Claims,
    /// Why it is right. Exactly one of this and `wrong`: the author's word, which the rules have to bear out.
    pub right: Option<String>,
    /// Why it is wrong.
    pub wrong: Option<String>,
    /// The statements that say so.
    #[serde(default)]
    pub cites: Vec<StatementId>,
    /// No source says so: it is the guide's own.
    #[serde(default)]
    pub ours: bool,
}

impl Step {
    /// The tool that it asks. `None` when the file names none, or several.
    pub fn asks(&self) -> Option<Asks<'_>> {
        let asked = [
            self.deadline.as_ref().map(Asks::Deadline),
            self.clocks.as_ref().map(Asks::Clocks),
            self.decision.as_ref().map(Asks::Decision),
            self.checklist.as_ref().map(Asks::Checklist),
        ];
        let mut asked = asked.into_iter().flatten();
        asked.next().filter(|_| asked.next().is_none())
    }
}

impl StepOption {
    /// Why it is right, or why it is wrong.
    pub fn why(&self) -> &str {
        self.right.as_deref().or(self.wrong.as_deref()).unwrap_or_default()
    }
}

impl Dates {
    /// Them as a list.
    pub fn dates(&self) -> &[IsoDate] {
        match self {
            Self::One(date) => std::slice::from_ref(date),
            Self::All(dates) => dates,
        }
    }
}

impl ChecklistQuestion {
    /// An answer to each item of the list.
    pub fn answers(&self, list: &RecordChecklist) -> Vec<Answer> {
        let recorded = |id: &ItemId| match (&self.recorded, &self.all_but) {
            (Some(recorded), _) => recorded.contains(id),
            (None, all_but) => !all_but.iter().flatten().any(|but| but == id),
        };
        let answer = |id: &ItemId| {
            let reason = self.does_not_apply.get(id);
            let state = match reason {
                Some(_) => ItemState::DoesNotApply,
                None if recorded(id) => ItemState::Recorded,
                None => ItemState::NotYet,
            };
            Answer {
                choice: self.chosen.get(id).cloned(),
                reason: reason.cloned().unwrap_or_default(),
                ..Answer::new(id.clone(), state)
            }
        };
        list.items().map(|(_, item)| answer(&item.id)).collect()
    }

    /// Every item that it names.
    pub fn items(&self) -> impl Iterator<Item = &ItemId> {
        let named = [&self.recorded, &self.all_but].into_iter().flatten().flatten();
        named.chain(self.chosen.keys()).chain(self.does_not_apply.keys())
    }
}
