//! What a decision leads to, the slow way: straight from its file, one set of answers after another.

use std::collections::BTreeMap;

use waymark_content::decision::{Decision, Rule, Values, When};
use waymark_content::id::{FactId, OutcomeId};

use super::tables::{Given, Places, Split, Value};

/// A decision with everything that every full set of answers leads to.
pub(crate) struct Model<'a> {
    pub(crate) decision: &'a Decision,
    /// By the answers.
    pub(crate) full: BTreeMap<Vec<Value>, Full>,
}

/// A full set of answers and what it leads to.
pub(crate) struct Full {
    pub(crate) outcomes: Places,
    pub(crate) rules: Places,
    pub(crate) asked: Places,
}

impl<'a> Model<'a> {
    pub(crate) fn new(decision: &'a Decision) -> Self {
        let mut all: Vec<Vec<Value>> = vec![Vec::new()];
        for fact in &decision.facts {
            let longer = |answers: &Vec<Value>| {
                let answers = answers.clone();
                (0..fact.values.len()).map(move |value| [answers.as_slice(), &[value]].concat())
            };
            all = all.iter().flat_map(longer).collect();
        }
        let full = all.into_iter().map(|answers| (answers.clone(), full(decision, &answers))).collect();
        Self { decision, full }
    }

    /// Every way in which the unknowns can turn out.
    fn full_answers<'s>(&'s self, given: &'s Given) -> impl Iterator<Item = (&'s Vec<Value>, &'s Full)> {
        self.full.iter().filter(|(answers, _)| {
            given.iter().zip(*answers).all(|(given, answer)| given.is_none_or(|given| given == *answer))
        })
    }

    /// What each of them leads to.
    fn ways<'s>(&'s self, given: &'s Given) -> impl Iterator<Item = &'s Full> {
        self.full_answers(given).map(|(_, full)| full)
    }

    /// Whether an outcome holds however the unknowns turn out.
    pub(crate) fn is_certain(&self, given: &Given, outcome: usize) -> bool {
        self.ways(given).all(|way| way.outcomes.contains(&outcome))
    }

    pub(crate) fn split(&self, given: &Given) -> Split {
        let all: Places = (0..self.decision.outcomes.len()).collect();
        let mut certain = all.clone();
        let mut some = Places::new();
        for way in self.ways(given) {
            certain.retain(|outcome| way.outcomes.contains(outcome));
            some.extend(&way.outcomes);
        }
        Split {
            possible: some.difference(&certain).copied().collect(),
            ruled_out: all.difference(&some).copied().collect(),
            certain,
        }
    }

    /// The rules that are used whatever the unknowns turn out to be, and those used for some way.
    pub(crate) fn rules(&self, given: &Given) -> (Places, Places) {
        let mut always: Places = (0..self.decision.rules.len()).collect();
        let mut some = Places::new();
        for way in self.ways(given) {
            always.retain(|rule| way.rules.contains(rule));
            some.extend(&way.rules);
        }
        (always, some)
    }

    /// The unanswered facts whose answer alone decides an outcome, for some way in which the others turn out.
    pub(crate) fn hangs_on(&self, given: &Given, outcome: usize) -> Places {
        let unanswered = (0..given.len()).filter(|fact| given[*fact].is_none());
        let decides = |fact: &usize| {
            self.full_answers(given).any(|(answers, full)| {
                (0..self.decision.facts[*fact].values.len()).any(|value| {
                    let mut other = answers.clone();
                    other[*fact] = value;
                    self.full[&other].outcomes.contains(&outcome) != full.outcomes.contains(&outcome)
                })
            })
        };
        unanswered.filter(decides).collect()
    }

    /// Whether a fact is asked for some way in which the unknowns turn out, and for all.
    pub(crate) fn asked(&self, given: &Given, fact: usize) -> (bool, bool) {
        let asked: Vec<bool> = self.ways(given).map(|way| way.asked.contains(&fact)).collect();
        (asked.contains(&true), !asked.contains(&false))
    }

    /// The advice that shows.
    pub(crate) fn advice(&self, given: &Given) -> Places {
        let stands = |(id, values): (&_, &Values)| {
            let fact = self.decision.facts.iter().position(|fact| fact.id == *id).unwrap();
            let answer =
                given[fact].map_or("unknown", |value| self.decision.facts[fact].values[value].id.as_str());
            self.asked(given, fact).0 && values.ids().iter().any(|value| value.as_str() == answer)
        };
        let shows = |place: &usize| {
            let advice = &self.decision.advice[*place];
            advice.when.iter().all(stands) && (advice.any.is_empty() || advice.any.iter().any(stands))
        };
        (0..self.decision.advice.len()).filter(shows).collect()
    }
}

fn full(decision: &Decision, answers: &[Value]) -> Full {
    let is = |id: &FactId, values: &Values| {
        let fact = decision.facts.iter().position(|fact| fact.id == *id).unwrap();
        values.ids().contains(&decision.facts[fact].values[answers[fact]].id)
    };
    let all = |when: &When| when.iter().all(|(id, values)| is(id, values));
    let any = |when: &When| when.is_empty() || when.iter().any(|(id, values)| is(id, values));
    let mut asked = Places::new();
    for (place, fact) in decision.facts.iter().enumerate() {
        let was_asked = |id: &_| asked.iter().any(|earlier: &usize| decision.facts[*earlier].id == *id);
        if fact.asked_when.iter().all(|(id, values)| was_asked(id) && is(id, values)) {
            asked.insert(place);
        }
    }
    let (mut outcomes, mut rules) = (Places::new(), Places::new());
    for (place, rule) in decision.rules.iter().enumerate() {
        let Rule { when, any: at_least_one, then, also, .. } = rule;
        if all(when) && any(at_least_one) {
            rules.insert(place);
            outcomes.extend(
                then.iter().map(|id| decision.outcomes.iter().position(|outcome| outcome.id == *id).unwrap()),
            );
            if !also {
                break;
            }
        }
    }
    // Whatever else is true and leads to nothing else is a reason too; "otherwise" is one only where it is reached.
    for (place, rule) in decision.rules.iter().enumerate() {
        let stands =
            |id: &OutcomeId| outcomes.iter().any(|outcome: &usize| decision.outcomes[*outcome].id == *id);
        let limits = !rule.when.is_empty() || !rule.any.is_empty();
        if limits && all(&rule.when) && any(&rule.any) && rule.then.iter().all(stands) {
            rules.insert(place);
        }
    }
    Full { outcomes, rules, asked }
}
