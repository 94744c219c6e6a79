//! How an [`Assessment`] is read off a table that is worked through.

use std::cmp::Ordering;

use super::assessment::{Answer, Asked, Assessment, Certain, Change, Possible, Reason, RuledOut};
use super::assessor::{Assessor, Place, Point};
use super::index::{AdviceIndex, FactIndex, OutcomeIndex, RuleIndex};
use super::table::Answers;

impl Assessor {
    /// What these answers lead to.
    pub fn assess(&self, answers: &Answers) -> Assessment {
        let place = self.place(answers);
        let point = self.at(place);
        let (certain, some) = (point.all.outcomes, point.some.outcomes);
        let open = some & !certain;
        let hangs = self.hangs_on(place);
        let mut reached = self.reached_by(place, open, &hangs);
        Assessment {
            certain: self.outcomes(certain).map(|outcome| self.certain(place, outcome)).collect(),
            possible: self
                .outcomes(open)
                .map(|outcome| Possible {
                    outcome,
                    rules: self.rules_to(outcome, point.some.rules),
                    hangs_on: self.facts(|fact| hangs[fact.place()] & bit(outcome) != 0),
                    reached_by: std::mem::take(&mut reached[outcome.place()]),
                })
                .collect(),
            ruled_out: self
                .outcomes(!some)
                .map(|outcome| RuledOut {
                    outcome,
                    answers: self.least(place, |point| point.some.outcomes & bit(outcome) == 0),
                })
                .collect(),
            advice: self.advice(place),
            ask_next: self.ask_next(place, &hangs),
            changes: self.changes(place),
            asked: self.asked(place),
        }
    }

    /// Whether each fact is asked.
    pub(crate) fn asked(&self, place: Place) -> Vec<Asked> {
        let point = self.at(place);
        let asked = |fact: FactIndex| match 1 << fact.0 {
            bit if point.all.asked & bit != 0 => Asked::Always,
            bit if point.some.asked & bit != 0 => Asked::Perhaps,
            _ => Asked::Never,
        };
        self.table().fact_indices().map(asked).collect()
    }

    fn certain(&self, place: Place, outcome: OutcomeIndex) -> Certain {
        let surely = self.rules_to(outcome, self.at(place).all.rules);
        let each = surely.iter().map(|rule| Reason {
            rules: vec![*rule],
            answers: self.least(place, |point| point.all.rules & 1 << rule.0 != 0),
        });
        let mut reasons: Vec<Reason> = each.collect();
        if reasons.is_empty() {
            // Every way leads there, but by different rules.
            reasons.push(Reason {
                rules: self.rules_to(outcome, self.at(place).some.rules),
                answers: self.least(place, |point| point.all.outcomes & bit(outcome) != 0),
            });
        }
        Certain { outcome, reasons }
    }

    /// A set of the answers that stand for which the same is true, and of which none can be left out. Where there is a
    /// choice the facts asked first stay.
    fn least(&self, place: Place, is_true: impl Fn(&Point) -> bool) -> Vec<Answer> {
        let mut least = place;
        for fact in self.table().fact_indices().rev() {
            let without = self.with(least, fact, None);
            if is_true(self.at(without)) {
                least = without;
            }
        }
        self.answers(least).collect()
    }

    fn answers(&self, place: Place) -> impl Iterator<Item = Answer> + '_ {
        let answer = move |fact| self.answer(place, fact).map(|value| Answer { fact, value });
        self.table().fact_indices().filter_map(answer)
    }

    /// For each fact, the outcomes that hang on it: they come and go with it alone, for some way in which the other
    /// unknowns turn out. So all of them are open.
    fn hangs_on(&self, place: Place) -> Vec<u32> {
        let unanswered = self.facts(|fact| self.answer(place, fact).is_none());
        let mut hangs = vec![0; self.table().facts.len()];
        for fact in &unanswered {
            let others: Vec<FactIndex> = unanswered.iter().copied().filter(|other| other != fact).collect();
            self.each_way(place, &others, &mut |point| {
                hangs[fact.place()] |= point.some.outcomes & !point.all.outcomes;
            });
        }
        hangs
    }

    /// Every way in which these unanswered facts can turn out.
    fn each_way(&self, place: Place, facts: &[FactIndex], see: &mut impl FnMut(&Point)) {
        match facts {
            [] => see(self.at(place)),
            [fact, others @ ..] => {
                self.values(*fact)
                    .for_each(|value| self.each_way(self.fill(place, *fact, value), others, see));
            }
        }
    }

    /// For each of the `open` outcomes a smallest set of answers that makes it certain.
    fn reached_by(&self, place: Place, open: u32, hangs: &[u32]) -> Vec<Vec<Answer>> {
        let mut search = Search {
            assessor: self,
            open,
            chosen: Vec::new(),
            found: vec![Vec::new(); usize::from(self.table().outcomes)],
        };
        let facts = self.facts(|fact| hangs[fact.place()] != 0);
        for size in 1..=facts.len() {
            search.try_sets(place, &facts, size);
        }
        search.found
    }

    fn advice(&self, place: Place) -> Vec<AdviceIndex> {
        let table = self.table();
        let shows =
            |advice: &AdviceIndex| table.advice[advice.place()].holds(|atom| self.stands(place, atom));
        let (mut urgent, other): (Vec<_>, Vec<_>) =
            table.advice_indices().filter(shows).partition(|advice| table.urgent.contains(advice));
        urgent.extend(other);
        urgent
    }

    /// The fewest outcomes about danger left open on average over its values, then the fewest outcomes, then the first
    /// in order.
    fn ask_next(&self, place: Place, hangs: &[u32]) -> Option<FactIndex> {
        self.may_ask(place, hangs).reduce(Left::fewer).map(|(_, fact)| fact)
    }

    /// The facts that settle most: [`Assessment::ask_next`], and those later in order that settle as much.
    #[cfg(feature = "load")]
    pub(crate) fn ask_any(&self, answers: &Answers) -> Vec<FactIndex> {
        let place = self.place(answers);
        let hangs = self.hangs_on(place);
        let settles_most =
            |left: &Left| self.may_ask(place, &hangs).all(|(other, _)| left.compare(&other).is_le());
        self.may_ask(place, &hangs).filter(|(left, _)| settles_most(left)).map(|(_, fact)| fact).collect()
    }

    /// What each fact would leave open: only facts that something hangs on, and that are asked whatever the unknowns turn
    /// out to be.
    fn may_ask(&self, place: Place, hangs: &[u32]) -> impl Iterator<Item = (Left, FactIndex)> {
        let asked = self.at(place).all.asked;
        let candidates = self.facts(|fact| hangs[fact.place()] != 0 && asked & 1 << fact.0 != 0);
        let left = move |fact: FactIndex| {
            let mut left = Left { danger: 0, all: 0, values: 0 };
            for value in self.values(fact) {
                let point = self.at(self.with(place, fact, Some(value)));
                let open = point.some.outcomes & !point.all.outcomes;
                left.danger += (open & self.table().danger).count_ones();
                left.all += open.count_ones();
                left.values += 1;
            }
            left
        };
        candidates.into_iter().map(move |fact| (left(fact), fact))
    }

    fn changes(&self, place: Place) -> Vec<Change> {
        let now = self.at(place);
        let mut changes = Vec::new();
        for fact in self.table().fact_indices() {
            let from = self.answer(place, fact);
            let others = self.values(fact).map(Some).chain([None]).filter(|to| *to != from);
            for to in others {
                let then = self.at(self.with(place, fact, to));
                let open = |point: &Point| point.some.outcomes & !point.all.outcomes;
                let certain = then.all.outcomes & !now.all.outcomes;
                let possible = open(then) & !open(now);
                let ruled_out = now.some.outcomes & !then.some.outcomes;
                if [certain, possible, ruled_out] != [0; 3] {
                    changes.push(Change {
                        fact,
                        from,
                        to,
                        certain: self.outcomes(certain).collect(),
                        possible: self.outcomes(possible).collect(),
                        ruled_out: self.outcomes(ruled_out).collect(),
                    });
                }
            }
        }
        changes
    }

    /// The outcomes among these bits, those about danger first.
    fn outcomes(&self, bits: u32) -> impl Iterator<Item = OutcomeIndex> + '_ {
        let table = self.table();
        let danger = table.outcome_indices().filter(|outcome| table.is_danger(*outcome));
        let other = table.outcome_indices().filter(|outcome| !table.is_danger(*outcome));
        danger.chain(other).filter(move |outcome| bits & bit(*outcome) != 0)
    }

    fn rules_to(&self, outcome: OutcomeIndex, rules: u32) -> Vec<RuleIndex> {
        let table = self.table();
        let leads = |rule: &RuleIndex| table.rules[rule.place()].outcomes & bit(outcome) != 0;
        table.rule_indices().filter(|rule| rules & 1 << rule.0 != 0 && leads(rule)).collect()
    }

    fn facts(&self, which: impl Fn(FactIndex) -> bool) -> Vec<FactIndex> {
        self.table().fact_indices().filter(|fact| which(*fact)).collect()
    }
}

fn bit(outcome: OutcomeIndex) -> u32 {
    1 << outcome.0
}

/// A search through sets of answers, the smallest first.
struct Search<'a> {
    assessor: &'a Assessor,
    /// Outcomes for which no set was found yet.
    open: u32,
    chosen: Vec<Answer>,
    found: Vec<Vec<Answer>>,
}

impl Search<'_> {
    /// Every set of `size` more answers to these facts.
    fn try_sets(&mut self, place: Place, facts: &[FactIndex], size: usize) {
        let point = self.assessor.at(place);
        if !self.may_reach(point) {
            return;
        }
        if size == 0 {
            let reached = point.all.outcomes & self.open;
            if reached != 0 {
                self.open &= !reached;
                for outcome in self.assessor.outcomes(reached) {
                    self.found[outcome.place()].clone_from(&self.chosen);
                }
            }
            return;
        }
        let mut left = facts;
        while let [fact, others @ ..] = left {
            if left.len() < size {
                return;
            }
            for value in self.assessor.values(*fact) {
                self.chosen.push(Answer { fact: *fact, value });
                let next = self.assessor.fill(place, *fact, value);
                self.try_sets(next, others, size - 1);
                self.chosen.pop();
            }
            left = others;
        }
    }

    /// Whether an outcome that is looked for can still come of it. It only saves time.
    fn may_reach(&self, point: &Point) -> bool {
        point.some.outcomes & self.open != 0
    }
}

/// Outcomes left open by the values of a fact, summed.
struct Left {
    danger: u32,
    all: u32,
    values: u32,
}

impl Left {
    /// Whichever leaves fewer on average; the first when they leave the same.
    fn fewer<T>(first: (Left, T), second: (Left, T)) -> (Left, T) {
        if first.0.compare(&second.0).is_le() { first } else { second }
    }

    /// Which leaves fewer on average. Averages are compared without dividing.
    fn compare(&self, other: &Left) -> Ordering {
        let danger = (self.danger * other.values).cmp(&(other.danger * self.values));
        danger.then((self.all * other.values).cmp(&(other.all * self.values)))
    }
}
