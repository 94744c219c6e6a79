//! What a decision leads to, as a line of JSON names it.

use std::collections::BTreeMap;

use serde::Serialize;
use waymark_content::decision::{
    Answer, Asked, Assessment, Decision, FactIndex, OutcomeIndex, RuleIndex, ValueIndex,
};

/// One line of output.
#[derive(Serialize)]
pub(crate) struct Shown<'a> {
    certain: Vec<ShownCertain<'a>>,
    possible: Vec<ShownPossible<'a>>,
    ruled_out: Vec<ShownRuledOut<'a>>,
    advice: Vec<&'a str>,
    ask_next: Option<&'a str>,
    changes: Vec<ShownChange<'a>>,
    not_asked: Vec<&'a str>,
}

#[derive(Serialize)]
struct ShownCertain<'a> {
    outcome: &'a str,
    because: Vec<ShownReason<'a>>,
}

#[derive(Serialize)]
struct ShownReason<'a> {
    rules: Vec<&'a str>,
    answers: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownPossible<'a> {
    outcome: &'a str,
    rules: Vec<&'a str>,
    hangs_on: Vec<&'a str>,
    reached_by: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownRuledOut<'a> {
    outcome: &'a str,
    answers: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownChange<'a> {
    fact: &'a str,
    from: &'a str,
    to: &'a str,
    certain: Vec<&'a str>,
    possible: Vec<&'a str>,
    ruled_out: Vec<&'a str>,
}

impl<'a> Shown<'a> {
    /// What `found` is, by the ids of its decision.
    pub(crate) fn new(decision: &'a Decision, found: &Assessment) -> Self {
        Ids(decision).result(found)
    }
}

/// Ids in place of places.
struct Ids<'a>(&'a Decision);

impl<'a> Ids<'a> {
    fn result(&self, found: &Assessment) -> Shown<'a> {
        let outcomes = |list: &[OutcomeIndex]| list.iter().map(|outcome| self.outcome(*outcome)).collect();
        Shown {
            certain: found
                .certain
                .iter()
                .map(|certain| ShownCertain {
                    outcome: self.outcome(certain.outcome),
                    because: certain
                        .reasons
                        .iter()
                        .map(|reason| ShownReason {
                            rules: self.rules(&reason.rules),
                            answers: self.shown(&reason.answers),
                        })
                        .collect(),
                })
                .collect(),
            possible: found
                .possible
                .iter()
                .map(|possible| ShownPossible {
                    outcome: self.outcome(possible.outcome),
                    rules: self.rules(&possible.rules),
                    hangs_on: possible.hangs_on.iter().map(|fact| self.fact(*fact)).collect(),
                    reached_by: self.shown(&possible.reached_by),
                })
                .collect(),
            ruled_out: found
                .ruled_out
                .iter()
                .map(|ruled_out| ShownRuledOut {
                    outcome: self.outcome(ruled_out.outcome),
                    answers: self.shown(&ruled_out.answers),
                })
                .collect(),
            advice: found.advice.iter().map(|item| self.0.advice[item.place()].id.as_str()).collect(),
            ask_next: found.ask_next.map(|fact| self.fact(fact)),
            changes: found
                .changes
                .iter()
                .map(|change| ShownChange {
                    fact: self.fact(change.fact),
                    from: self.value(change.fact, change.from),
                    to: self.value(change.fact, change.to),
                    certain: outcomes(&change.certain),
                    possible: outcomes(&change.possible),
                    ruled_out: outcomes(&change.ruled_out),
                })
                .collect(),
            not_asked: self
                .0
                .facts
                .iter()
                .zip(&found.asked)
                .filter(|(_, asked)| **asked == Asked::Never)
                .map(|(fact, _)| fact.id.as_str())
                .collect(),
        }
    }

    fn outcome(&self, outcome: OutcomeIndex) -> &'a str {
        self.0.outcomes[outcome.place()].id.as_str()
    }

    fn rules(&self, rules: &[RuleIndex]) -> Vec<&'a str> {
        rules.iter().map(|rule| self.0.rules[rule.place()].id.as_str()).collect()
    }

    fn fact(&self, fact: FactIndex) -> &'a str {
        self.0.facts[fact.place()].id.as_str()
    }

    fn value(&self, fact: FactIndex, value: Option<ValueIndex>) -> &'a str {
        let values = &self.0.facts[fact.place()].values;
        value.map_or("unknown", |value| values[value.place()].id.as_str())
    }

    fn shown(&self, answers: &[Answer]) -> BTreeMap<&'a str, &'a str> {
        answers
            .iter()
            .map(|answer| (self.fact(answer.fact), self.value(answer.fact, Some(answer.value))))
            .collect()
    }
}
