//! A decision as its file has it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use crate::deadline::CitedText;
use crate::id::{
    AdviceId, DecisionGroupId, DecisionId, DisagreementId, FactId, NoticeId, OutcomeId, SituationId,
    SourceId, StatementId, TableRuleId, ValueId,
};
use crate::route::{Route, SitePage};
use crate::source::Status;

/// One decision: a file under `decisions/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Stable id, and the name of its file.
    pub id: DecisionId,
    /// Its folder. Not a key of the file.
    #[serde(default = "no_group", skip_deserializing)]
    pub group: DecisionGroupId,
    /// What it is called.
    pub title: String,
    /// The question that it answers.
    pub question: String,
    /// Place among the decisions of its folder.
    pub order: u32,
    /// The documents it is taken from, the main one first.
    pub sources: Vec<SourceId>,
    /// Where it stands today.
    pub status: Status,
    /// What someone may have come with who needs it.
    pub situations: Vec<SituationId>,
    /// What its page opens with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeId>,
    /// Points of the register of disagreements that bear on the whole of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DisagreementId>,
    /// Other words that people search it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub search_words: Vec<String>,
    /// Pages to read beside it, as links from the root.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// What it asks, in order.
    #[serde(rename = "fact")]
    pub facts: Vec<Fact>,
    /// What follows from the answers, tried in order.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    /// What it can point to, in the order shown.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Outcome>,
    /// What to do about what is not known, on top of what the answers point to.
    #[serde(default, rename = "advice", skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<Advice>,
    /// What holds whatever the answers are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub always: Vec<CitedText>,
    /// What the sources leave open.
    #[serde(default, rename = "gap", skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// Cases worked by hand, checked when content is loaded.
    #[serde(default, rename = "case", skip_serializing)]
    pub cases: Vec<DecisionCase>,
}

fn no_group() -> DecisionGroupId {
    DecisionGroupId::new("")
}

impl Decision {
    /// Its page.
    pub fn route(&self) -> Route {
        SitePage::Tools.route().child("decisions").child(self.id.as_str())
    }

    /// Every statement that it names, in the order of its page. A statement may come more than once.
    pub fn cites(&self) -> impl Iterator<Item = &StatementId> {
        let facts = self.facts.iter().flat_map(|fact| &fact.cites);
        let rules = self.rules.iter().flat_map(|rule| &rule.cites);
        let advice = self.advice.iter().flat_map(|advice| &advice.cites);
        let notes = self.always.iter().flat_map(|note| &note.cites);
        let gaps = self.gaps.iter().flat_map(|gap| &gap.cites);
        let outcomes = self.outcomes.iter().flat_map(Outcome::all_cites);
        facts.chain(outcomes).chain(rules).chain(advice).chain(notes).chain(gaps)
    }

    /// Every disagreement that it shows, its outcomes' included.
    pub fn all_differs(&self) -> impl Iterator<Item = &DisagreementId> {
        self.differs.iter().chain(self.outcomes.iter().flat_map(|outcome| &outcome.differs))
    }
}

/// Something that a decision asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Id, unique within the decision.
    pub id: FactId,
    /// What is asked.
    pub question: String,
    /// What counts and what does not.
    pub help: Option<String>,
    /// The answers there are, beside "Not known". Yes and no when it names none.
    #[serde(default = "yes_or_no")]
    pub values: Vec<FactValue>,
    /// When it is asked: all of these hold. Always when it is empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub asked_when: AskedWhen,
    /// The statements that make it a fact to ask about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No statement asks for it: the question is the guide's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

fn yes_or_no() -> Vec<FactValue> {
    [("yes", "Yes"), ("no", "No")]
        .map(|(id, label)| FactValue { id: ValueId::new(id), label: label.into() })
        .into()
}

/// An answer that a fact can have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactValue {
    /// Id, unique within the fact. Never `unknown`: that one is always there.
    pub id: ValueId,
    /// How it reads.
    pub label: String,
}

/// Facts that were asked before, with the answers that make this one asked.
pub type AskedWhen = BTreeMap<FactId, Values>;

/// Facts with the answers that fit.
pub type When = BTreeMap<FactId, Values>;

/// One answer, or a list of which any will do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// This one.
    One(ValueId),
    /// Any of these.
    AnyOf(Vec<ValueId>),
}

impl Values {
    /// Them as a list.
    pub fn ids(&self) -> &[ValueId] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::AnyOf(ids) => ids,
        }
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Id, unique within the decision.
    pub id: TableRuleId,
    /// All of these hold.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub when: When,
    /// And at least one of these, if there are any.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub any: When,
    /// What it points to. Empty where the rules above it have said what there is to say.
    pub then: Vec<OutcomeId>,
    /// Whether the rules below it are read as well. Otherwise the first rule that fits is the last that is read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub also: bool,
    /// Whether it takes all that is left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub otherwise: bool,
    /// Rules that fit some of the same answers, point elsewhere and come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<TableRuleId>,
    /// Why the answers lead there.
    pub why: String,
    /// The statements that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source says so: it is the guide's reading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// What to do about something that is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// Id, unique within the decision.
    pub id: AdviceId,
    /// All of these answers stand. `unknown` is one that can.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub when: When,
    /// And at least one of these, if there are any.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub any: When,
    /// The advice.
    pub text: String,
    /// Whether it is about danger, and comes first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub act_now: bool,
    /// The statements that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source says so: it is the guide's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// Something that the sources leave open, beside the outcomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// What they do not say, and how the guide reads it.
    pub text: String,
    /// Whom to ask.
    pub ask: String,
    /// The statements that leave it open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No statement comes near it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// A case worked by hand, to hold the table to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionCase {
    /// The answers. A fact that is not here is not known.
    #[serde(default)]
    pub given: BTreeMap<FactId, ValueId>,
    /// The outcomes that hold however the rest turns out: all of them.
    pub certain: Vec<OutcomeId>,
    /// The outcomes that hold for some: all of them.
    #[serde(default)]
    pub possible: Vec<OutcomeId>,
    /// The outcomes that are ruled out: all of them, where the case says so.
    pub ruled_out: Option<Vec<OutcomeId>>,
    /// The advice that shows: all of it, where the case says so.
    pub advice: Option<Vec<AdviceId>>,
    /// What the case shows.
    pub why: String,
}
