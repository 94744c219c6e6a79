//! What a decision points to, with its reasons.

use super::index::{AdviceIndex, FactIndex, OutcomeIndex, RuleIndex, ValueIndex};

/// Everything that a set of answers leads to. Outcomes about danger come first in every list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Outcomes that hold however the unknowns turn out.
    pub certain: Vec<Certain>,
    /// Outcomes that hold for some ways in which they can turn out.
    pub possible: Vec<Possible>,
    /// Outcomes that no way reaches.
    pub ruled_out: Vec<RuledOut>,
    /// What to do about what is not known. It stands beside the outcomes and never in place of one.
    pub advice: Vec<AdviceIndex>,
    /// The unanswered fact that would settle most; none once everything is settled.
    pub ask_next: Option<FactIndex>,
    /// Every change of one answer that would change the outcomes.
    pub changes: Vec<Change>,
    /// Whether each fact is asked.
    pub asked: Vec<Asked>,
}

/// An outcome that holds however the unknowns turn out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certain {
    /// The outcome.
    pub outcome: OutcomeIndex,
    /// Why: each is enough. Never empty.
    pub reasons: Vec<Reason>,
}

/// Why an outcome holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// A rule whose conditions hold; several where the unknowns decide which of them does.
    pub rules: Vec<RuleIndex>,
    /// The answers that it rests on. Without any one of them it would not hold for sure.
    pub answers: Vec<Answer>,
}

/// An outcome that is not ruled out and not certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// The outcome.
    pub outcome: OutcomeIndex,
    /// The rules that may lead to it.
    pub rules: Vec<RuleIndex>,
    /// The unanswered facts that it hangs on.
    pub hangs_on: Vec<FactIndex>,
    /// A smallest set of further answers that would make it certain.
    pub reached_by: Vec<Answer>,
}

/// An outcome that no way of filling in the unknowns reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledOut {
    /// The outcome.
    pub outcome: OutcomeIndex,
    /// The answers that shut it out. Without any one of them it would not be ruled out.
    pub answers: Vec<Answer>,
}

/// A fact with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The fact.
    pub fact: FactIndex,
    /// Its answer.
    pub value: ValueIndex,
}

/// What one other answer would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fact.
    pub fact: FactIndex,
    /// Its answer now; `None` when it is not known.
    pub from: Option<ValueIndex>,
    /// The other answer.
    pub to: Option<ValueIndex>,
    /// What would become certain.
    pub certain: Vec<OutcomeIndex>,
    /// What would become possible: no longer certain, or no longer ruled out.
    pub possible: Vec<OutcomeIndex>,
    /// What would be ruled out.
    pub ruled_out: Vec<OutcomeIndex>,
}

/// Whether a fact is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// However the unknowns turn out.
    Always,
    /// It depends on an unknown.
    Perhaps,
    /// The answers leave no room for it: what was answered to it before does not count.
    Never,
}
