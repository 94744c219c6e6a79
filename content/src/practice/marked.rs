//! A case with its verdicts. Only loading makes one, so every verdict in it is what the rules give.

use super::{Case, Outline, Step, StepOption};
use crate::checklist::Tally;
use crate::deadline::{Clock, Counting, Due};
use crate::decision::{Answers, Assessment};
use crate::id::{ChecklistId, DecisionId, ItemId, RuleId};

/// A case, marked.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedCase {
    case: Case,
    steps: Vec<MarkedStep>,
}

/// What the rules make of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedStep {
    /// Whether each option is right, in the options' order. At least one is, and at least one is not.
    pub right: Vec<bool>,
    /// How that came about.
    pub working: Working,
}

/// What a tool answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Working {
    /// A due date, with every day on the way.
    Due(RuleId, Counting, Due),
    /// A limit without a number: there is no date.
    NoNumber(RuleId),
    /// The clocks, in the question's order.
    Clocks(Vec<Clock>),
    /// What a decision points to on these answers.
    Decision(DecisionId, Answers, Assessment),
    /// How far a checklist is.
    Checklist(ChecklistId, Recorded),
}

/// How far a checklist is.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// Items that always count.
    pub always: Tally,
    /// Items that count where they are relevant.
    pub where_relevant: Tally,
    /// What is missing, in the list's order.
    pub missing: Vec<ItemId>,
    /// What is set aside, in the list's order.
    pub set_aside: Vec<ItemId>,
    /// Items whose answer cannot stand: they are missing too.
    pub cannot_stand: Vec<ItemId>,
}

impl MarkedCase {
    #[cfg(feature = "load")]
    pub(super) fn new(case: Case, steps: Vec<MarkedStep>) -> Self {
        Self { case, steps }
    }

    /// The case.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Its steps with what the rules make of them, in order.
    pub fn steps(&self) -> impl Iterator<Item = (&Step, &MarkedStep)> {
        self.case.steps.iter().zip(&self.steps)
    }

    /// Its names, for links.
    pub fn outline(&self) -> Outline {
        Outline::from(&self.case)
    }
}

impl MarkedStep {
    /// The step's options, each with whether it is right.
    pub fn options<'a>(&self, step: &'a Step) -> impl Iterator<Item = (&'a StepOption, bool)> {
        step.options.iter().zip(self.right.clone())
    }
}
