//! Every set of answers to a table, for the checks that are made when content is loaded.

use super::assessor::{Assessor, Place};
use super::index::{AdviceIndex, FactIndex, RuleIndex};

impl Assessor {
    /// Every set of answers, unknowns included.
    pub(crate) fn every_place(&self) -> impl Iterator<Item = Place> + use<> {
        (0..self.count()).map(Place)
    }

    /// Every set of answers in which nothing is unknown.
    pub(crate) fn known_places(&self) -> impl Iterator<Item = Place> + '_ {
        self.every_place().filter(|place| self.table().fact_indices().all(|fact| self.is_known(*place, fact)))
    }

    /// Whether a fact is answered.
    pub(crate) fn is_known(&self, place: Place, fact: FactIndex) -> bool {
        self.answer(place, fact).is_some()
    }

    /// Whether a fact is asked however the unknowns turn out.
    pub(crate) fn is_asked(&self, place: Place, fact: FactIndex) -> bool {
        self.at(place).all.asked & 1 << fact.0 != 0
    }

    /// Whether a rule's conditions hold, whether or not the search gets to it.
    pub(crate) fn fits(&self, place: Place, rule: RuleIndex) -> bool {
        self.table().rules[rule.place()].when.holds(|atom| self.has(place, *atom))
    }

    /// The rules that are used: those that fit, up to the first that ends the search. Everything is known.
    pub(crate) fn used(&self, place: Place) -> impl Iterator<Item = RuleIndex> + '_ {
        let mut ended = false;
        self.table().rule_indices().filter(move |rule| {
            let is_used = !ended && self.fits(place, *rule);
            ended |= is_used && self.ends(*rule);
            is_used
        })
    }

    /// Whether no rule below is read once this one fits.
    pub(crate) fn ends(&self, rule: RuleIndex) -> bool {
        !self.table().rules[rule.place()].also
    }

    /// Whether a piece of advice shows.
    pub(crate) fn shows(&self, place: Place, advice: AdviceIndex) -> bool {
        self.table().advice[advice.place()].holds(|atom| self.stands(place, atom))
    }
}
