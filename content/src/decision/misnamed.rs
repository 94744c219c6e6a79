//! Why a decision cannot be made into a table.

use std::ops::RangeInclusive;

use crate::id::{AdviceId, FactId, OutcomeId, TableRuleId, ValueId};

/// A name that stands for nothing, or too much of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misnamed {
    /// No fact is called so.
    Fact {
        /// Where it is named.
        part: Part,
        /// The name.
        fact: FactId,
    },
    /// A fact's condition names itself or a fact that is asked later.
    LaterFact {
        /// Where it is named.
        part: Part,
        /// The name.
        fact: FactId,
    },
    /// The fact has no such value. Only advice may name `unknown`.
    Value {
        /// Where it is named.
        part: Part,
        /// The fact.
        fact: FactId,
        /// The name.
        value: ValueId,
    },
    /// No outcome is called so.
    Outcome {
        /// Where it is named.
        part: Part,
        /// The name.
        outcome: OutcomeId,
    },
    /// More, or fewer, than a table can hold.
    OutOfBounds {
        /// Of what.
        limit: Limit,
        /// How many there are.
        count: usize,
        /// How many there may be.
        allowed: RangeInclusive<usize>,
    },
}

/// The part of a decision that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// When a fact is asked.
    Fact(FactId),
    /// A rule.
    Rule(TableRuleId),
    /// A piece of advice.
    Advice(AdviceId),
}

/// What a table has limited room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Facts.
    Facts,
    /// Values of a fact.
    Values(FactId),
    /// Rules.
    Rules,
    /// Outcomes.
    Outcomes,
    /// Pieces of advice.
    Advice,
    /// Different sets of answers, unknowns included.
    Answers,
}
