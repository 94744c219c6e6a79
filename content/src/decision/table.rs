//! A decision without its words: what the browser needs to work it out.

use std::ops::RangeInclusive;

use super::definition::{Decision, Fact, When};
use super::index::{AdviceIndex, FactIndex, OutcomeIndex, RuleIndex, ValueIndex};
use super::misnamed::{Limit, Misnamed, Part};
use super::outcome::OutcomeKind;
use crate::id::{FactId, ValueId};
use crate::packed;
use crate::packed::{Packed, Texts};

/// A decision's facts, rules, outcomes and advice by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What is asked.
    pub facts: Vec<TableFact>,
    /// The rules, in the order in which they are tried.
    pub rules: Vec<TableRule>,
    /// How many outcomes there are.
    pub outcomes: u8,
    /// The outcomes that are about danger: one bit each.
    pub danger: u32,
    /// When each piece of advice shows.
    pub advice: Vec<Condition>,
    /// The pieces of advice that are about danger.
    pub urgent: Vec<AdviceIndex>,
}

/// A fact of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFact {
    /// How many values it has, "not known" aside.
    pub values: u8,
    /// When it is asked: all of these hold. Always when it is empty.
    pub asked_when: Vec<Atom>,
}

/// A rule of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRule {
    /// When it fits.
    pub when: Condition,
    /// Whether the rules below it are read as well.
    pub also: bool,
    /// What it points to: one bit an outcome.
    pub outcomes: u32,
}

/// A fact with the values that fit: one bit each, and the bit after the last value for "not known".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom(pub FactIndex, pub u16);

/// When a rule fits, or advice shows: all of `all`, and at least one of `any` unless that is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// All of these.
    pub all: Vec<Atom>,
    /// At least one of these.
    pub any: Vec<Atom>,
}

packed!(Table { facts, rules, outcomes, danger, advice, urgent });
packed!(TableFact { values, asked_when });
packed!(TableRule { when, also, outcomes });
packed!(Condition { all, any });

impl Packed for Atom {
    fn pack(&self, texts: &mut Vec<String>) {
        (self.0, self.1).pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        let (fact, values) = Packed::unpack(texts);
        Self(fact, values)
    }
}

impl Condition {
    /// Whether it holds always.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty()
    }

    /// Whether it holds where each atom is what `holds` says.
    pub fn holds(&self, holds: impl Fn(&Atom) -> bool) -> bool {
        self.all.iter().all(&holds) && (self.any.is_empty() || self.any.iter().any(&holds))
    }
}

impl Atom {
    /// Whether a value fits. `values` of the fact stands for "not known".
    pub fn fits(self, value: u8) -> bool {
        self.1 & 1 << value != 0
    }
}

/// The answers that stand: one a fact, `None` where it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Answers(Vec<Option<ValueIndex>>);

impl Answers {
    /// Nothing answered.
    pub fn none(table: &Table) -> Self {
        Self(vec![None; table.facts.len()])
    }

    /// The answer to a fact.
    pub fn get(&self, fact: FactIndex) -> Option<ValueIndex> {
        self.0[fact.place()]
    }

    /// Answers a fact, or takes its answer back.
    pub fn set(&mut self, fact: FactIndex, value: Option<ValueIndex>) {
        self.0[fact.place()] = value;
    }
}

impl From<Vec<Option<ValueIndex>>> for Answers {
    /// One a fact, in order.
    fn from(answers: Vec<Option<ValueIndex>>) -> Self {
        Self(answers)
    }
}

/// How many different sets of answers, unknowns included, a table may have.
const MOST_ANSWERS: usize = 1 << 17;
/// A bit for each fact.
const MOST_FACTS: usize = 16;
/// A bit for each rule, or outcome.
const MOST_BITS: usize = 32;

impl Table {
    /// The facts' places.
    pub fn fact_indices(&self) -> impl DoubleEndedIterator<Item = FactIndex> + use<> {
        places(self.facts.len()).map(FactIndex)
    }

    /// The outcomes' places.
    pub fn outcome_indices(&self) -> impl Iterator<Item = OutcomeIndex> + use<> {
        (0..self.outcomes).map(OutcomeIndex)
    }

    /// The rules' places.
    pub fn rule_indices(&self) -> impl Iterator<Item = RuleIndex> + use<> {
        places(self.rules.len()).map(RuleIndex)
    }

    /// The advice's places.
    pub fn advice_indices(&self) -> impl Iterator<Item = AdviceIndex> + use<> {
        places(self.advice.len()).map(AdviceIndex)
    }

    /// Whether its parts fit together, as those of a table that was made from a decision do. Data may say anything.
    pub(super) fn is_sound(&self) -> bool {
        let answers = self.facts.iter().map(|fact| usize::from(fact.values) + 1);
        let names = |atom: &Atom, facts: usize| atom.0.place() < facts;
        let conditions = self.rules.iter().map(|rule| &rule.when).chain(&self.advice);
        self.facts.iter().all(|fact| (1..=15).contains(&fact.values))
            && self.facts.len() <= MOST_FACTS
            && self.rules.len() <= MOST_BITS
            && usize::from(self.outcomes) <= MOST_BITS
            && answers.fold(1_usize, usize::saturating_mul) <= MOST_ANSWERS
            && conditions
                .flat_map(|when| when.all.iter().chain(&when.any))
                .all(|atom| names(atom, self.facts.len()))
            && self
                .facts
                .iter()
                .enumerate()
                .all(|(place, fact)| fact.asked_when.iter().all(|atom| names(atom, place)))
    }

    /// Whether an outcome is about danger.
    pub fn is_danger(&self, outcome: OutcomeIndex) -> bool {
        self.danger & 1 << outcome.0 != 0
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a table has fewer than 256 of anything")]
fn places(count: usize) -> std::ops::Range<u8> {
    0..count as u8
}

impl TryFrom<&Decision> for Table {
    type Error = Vec<Misnamed>;

    /// # Errors
    /// Every name that stands for nothing, and everything of which there is too much.
    fn try_from(decision: &Decision) -> Result<Self, Self::Error> {
        let mut wrong = Vec::new();
        limits(decision, &mut wrong);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut facts = Vec::new();
        for (place, fact) in decision.facts.iter().enumerate() {
            let part = Part::Fact(fact.id.clone());
            let named = Named { decision, facts: &decision.facts[..place], unknown: false };
            let asked_when = named.atoms(&fact.asked_when, &part, &mut wrong);
            facts.push(TableFact { values: count(fact.values.len()), asked_when });
        }
        let mut rules = Vec::new();
        for rule in &decision.rules {
            let part = Part::Rule(rule.id.clone());
            let named = Named { decision, facts: &decision.facts, unknown: false };
            let when = named.condition(&rule.when, &rule.any, &part, &mut wrong);
            let mut outcomes = 0;
            for id in &rule.then {
                match decision.outcomes.iter().position(|outcome| outcome.id == *id) {
                    Some(place) => outcomes |= 1 << place,
                    None => wrong.push(Misnamed::Outcome { part: part.clone(), outcome: id.clone() }),
                }
            }
            rules.push(TableRule { when, also: rule.also, outcomes });
        }
        let mut advice = Vec::new();
        for item in &decision.advice {
            let part = Part::Advice(item.id.clone());
            let named = Named { decision, facts: &decision.facts, unknown: true };
            advice.push(named.condition(&item.when, &item.any, &part, &mut wrong));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let dangers = decision.outcomes.iter().enumerate();
        let danger = dangers
            .filter(|(_, outcome)| outcome.kind == OutcomeKind::ActNow)
            .map(|(place, _)| 1 << place)
            .sum();
        let urgent = places(decision.advice.len())
            .map(AdviceIndex)
            .filter(|advice| decision.advice[advice.place()].act_now)
            .collect();
        Ok(Self { facts, rules, outcomes: count(decision.outcomes.len()), danger, advice, urgent })
    }
}

#[allow(clippy::cast_possible_truncation, reason = "limits() came before")]
fn count(of: usize) -> u8 {
    of as u8
}

/// What the bits have room for.
fn limits(decision: &Decision, wrong: &mut Vec<Misnamed>) {
    let mut within = |limit: Limit, count: usize, allowed: RangeInclusive<usize>| {
        if !allowed.contains(&count) {
            wrong.push(Misnamed::OutOfBounds { limit, count, allowed });
        }
    };
    within(Limit::Rules, decision.rules.len(), 1..=MOST_BITS);
    within(Limit::Outcomes, decision.outcomes.len(), 1..=MOST_BITS);
    within(Limit::Advice, decision.advice.len(), 0..=64);
    within(Limit::Facts, decision.facts.len(), 1..=MOST_FACTS);
    for fact in &decision.facts {
        within(Limit::Values(fact.id.clone()), fact.values.len(), 2..=15);
    }
    let answers = decision.facts.iter().map(|fact| fact.values.len() + 1);
    let answers = answers.fold(1_usize, usize::saturating_mul);
    within(Limit::Answers, answers, 1..=MOST_ANSWERS);
}

/// The facts that may be named in some place.
struct Named<'a> {
    decision: &'a Decision,
    facts: &'a [Fact],
    /// Whether "not known" may be named.
    unknown: bool,
}

impl Named<'_> {
    fn condition(&self, all: &When, any: &When, part: &Part, wrong: &mut Vec<Misnamed>) -> Condition {
        Condition { all: self.atoms(all, part, wrong), any: self.atoms(any, part, wrong) }
    }

    fn atoms(&self, when: &When, part: &Part, wrong: &mut Vec<Misnamed>) -> Vec<Atom> {
        when.iter().filter_map(|(fact, values)| self.atom(fact, values.ids(), part, wrong)).collect()
    }

    fn atom(&self, id: &FactId, values: &[ValueId], part: &Part, wrong: &mut Vec<Misnamed>) -> Option<Atom> {
        let Some(place) = self.facts.iter().position(|fact| fact.id == *id) else {
            let later = self.decision.facts.iter().any(|fact| fact.id == *id);
            let (part, fact) = (part.clone(), id.clone());
            wrong.push(if later {
                Misnamed::LaterFact { part, fact }
            } else {
                Misnamed::Fact { part, fact }
            });
            return None;
        };
        let known = &self.facts[place].values;
        let mut bits = 0;
        for value in values {
            match known.iter().position(|known| known.id == *value) {
                Some(place) => bits |= 1 << place,
                None if self.unknown && value.as_str() == "unknown" => bits |= 1 << known.len(),
                None => {
                    wrong.push(Misnamed::Value { part: part.clone(), fact: id.clone(), value: value.clone() })
                }
            }
        }
        Some(Atom(FactIndex(count(place)), bits))
    }
}
