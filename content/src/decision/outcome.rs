//! What a decision can point to, and what to do then.

use serde::{Deserialize, Serialize};

use crate::deadline::CitedText;
use crate::id::{DecisionId, DisagreementId, OutcomeId, RuleId, StatementId};
use crate::statement::Strength;

/// What a decision can point to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Id, unique within the decision.
    pub id: OutcomeId,
    /// What sort it is.
    #[serde(default)]
    pub kind: OutcomeKind,
    /// "The text points to ...".
    pub title: String,
    /// What else there is to say about it.
    pub text: Option<String>,
    /// What to do, in order. Never empty.
    #[serde(default)]
    pub next: Vec<NextAction>,
    /// How the guide reads a silence of the text. Always there when `kind` is a gap.
    pub reading: Option<Reading>,
    /// What to record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record: Vec<CitedText>,
    /// The time limits that it starts, with a number or without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<RuleId>,
    /// Decisions to go on to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opens: Vec<DecisionId>,
    /// Points of the register of disagreements that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DisagreementId>,
    /// The statements that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source says so: it is the guide's reading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

impl Outcome {
    /// Every statement that it names, its actions' included.
    pub(super) fn all_cites(&self) -> impl Iterator<Item = &StatementId> {
        let next = self.next.iter().flat_map(|action| &action.cites);
        self.cites.iter().chain(next).chain(self.record.iter().flat_map(|text| &text.cites))
    }
}

/// What sort of outcome it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// The text points there, or leaves it to judgement.
    #[default]
    Points,
    /// The text does not say.
    Gap,
    /// Danger: shown first, and never held up by anything.
    ActNow,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextAction {
    /// What.
    #[serde(rename = "do")]
    pub action: String,
    /// Who.
    pub who: String,
    /// By when.
    pub by: String,
    /// How strongly the cited statements put it. None when it is the guide's own.
    pub strength: Option<Strength>,
    /// The statements that ask for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source asks for it: it is the guide's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// How the guide reads what the text does not say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The reading.
    pub text: String,
    /// Why.
    pub why: String,
    /// Whom to ask.
    pub ask: String,
}
