//! Each rule is reached, and where two rules would take the same answers it says which comes first.

use std::collections::BTreeSet;

use super::Report;
use super::table::answers;
use crate::decision::{Assessor, Decision, Place, RuleIndex};

pub(super) fn check(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    let orders = declared(decision, report);
    let (mut reached, mut needed) = (BTreeSet::new(), BTreeSet::new());
    let mut undeclared: Vec<(Overlap, Place)> = Vec::new();
    for place in assessor.known_places() {
        reached.extend(assessor.used(place));
        for overlap in overlaps(decision, assessor, place) {
            needed.insert(overlap);
            if !orders.contains(&overlap) && !undeclared.iter().any(|(known, _)| *known == overlap) {
                undeclared.push((overlap, place));
            }
        }
    }
    let id = |rule: RuleIndex| decision.rules[rule.place()].id.as_str();
    for rule in assessor.table().rule_indices().filter(|rule| !reached.contains(rule)) {
        let fits = assessor.known_places().any(|place| assessor.fits(place, rule));
        let what = if fits {
            "is never reached: the rules above it take every set of answers that it fits"
        } else {
            "is never reached: no set of answers fits it"
        };
        report.part("rule", id(rule), what, "Move it up, change its conditions, or take it out.");
    }
    for ((first, second), place) in undeclared {
        let what = format!(
            "overlaps `{}` and leads elsewhere, such as with {}",
            id(first),
            answers(decision, assessor, place)
        );
        let mend = format!(
            "Change a condition, or say that the other comes first: `after = [\"{}\"]`. What stands together belongs \
             into one `then`, or into a rule with `also`.",
            id(first)
        );
        report.part("rule", id(second), what, mend);
    }
    for (first, second) in orders.difference(&needed) {
        let what = format!("says that it comes after `{}`, which it never meets", id(*first));
        report.part("rule", id(*second), what, "Take the name out of `after`.");
    }
}

/// Two rules that fit the same answers: the one that ends the search, and one that would have led elsewhere.
type Overlap = (RuleIndex, RuleIndex);

/// The orders that the rules declare.
fn declared(decision: &Decision, report: &mut Report<'_, '_>) -> BTreeSet<Overlap> {
    let mut declared = BTreeSet::new();
    for (rule, place) in decision.rules.iter().zip(0..) {
        for name in &rule.after {
            let first = decision.rules.iter().zip(0..).find(|(other, _)| other.id == *name);
            match first {
                None => {
                    let what = format!("comes after `{name}`, which is no rule");
                    report.part("rule", rule.id.as_str(), what, "Name rules of this decision.");
                }
                Some((_, first)) if first >= place => {
                    let what = format!("says that it comes after `{name}` but stands before it");
                    report.part(
                        "rule",
                        rule.id.as_str(),
                        what,
                        "Rules are tried from the top: move one of them.",
                    );
                }
                Some((_, first)) => {
                    declared.insert((RuleIndex(first), RuleIndex(place)));
                }
            }
        }
    }
    declared
}

/// The rules that would have led elsewhere than the rule that ends the search here.
fn overlaps(decision: &Decision, assessor: &Assessor, place: Place) -> Vec<Overlap> {
    let outcomes = assessor.at(place).all.outcomes;
    let ended = assessor.used(place).find(|rule| assessor.ends(*rule));
    let Some(first) = ended else { return Vec::new() };
    let below = assessor.table().rule_indices().filter(|rule| *rule > first);
    below
        .filter(|rule| !decision.rules[rule.place()].otherwise)
        .filter(|rule| assessor.table().rules[rule.place()].outcomes & !outcomes != 0)
        .filter(|rule| assessor.fits(place, *rule))
        .map(|rule| (first, rule))
        .collect()
}
