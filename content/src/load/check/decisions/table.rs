//! A table leaves nothing out, and nothing in it is idle: every set of answers is walked through.

use super::Report;
use crate::decision::{Asked, Assessor, Decision, FactIndex, Place};

pub(super) fn check(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    gaps(decision, assessor, report);
    outcomes(decision, assessor, report);
    facts(decision, assessor, report);
    advice(decision, assessor, report);
}

/// Some outcome stands for every set of answers, and in a table that has rules that end, one of them does.
fn gaps(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    let any_ends = assessor.table().rule_indices().any(|rule| assessor.ends(rule));
    let all: Vec<Place> = assessor.known_places().collect();
    let without = |is_gap: &dyn Fn(Place) -> bool| {
        let gaps: Vec<Place> = all.iter().copied().filter(|place| is_gap(*place)).collect();
        let first = gaps.first().map(|first| answers(decision, assessor, *first))?;
        Some(format!("for {} of {} sets of answers, such as {first}", gaps.len(), all.len()))
    };
    if let Some(which) = without(&|place| assessor.at(place).all.outcomes == 0) {
        let mend = "Add a rule for them, or a last rule with `otherwise = true`.";
        report.whole(format!("there is no outcome {which}"), mend);
    }
    if any_ends && let Some(which) = without(&|place| !assessor.used(place).any(|rule| assessor.ends(rule))) {
        let mend = "Add a rule for them; where those with `also` have said everything, one with `then = []`.";
        report.whole(format!("no rule ends the search {which}"), mend);
    }
}

fn outcomes(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    let reached = assessor.known_places().fold(0, |bits, place| bits | assessor.at(place).all.outcomes);
    for outcome in assessor.table().outcome_indices().filter(|outcome| reached & 1 << outcome.0 == 0) {
        let id = decision.outcomes[outcome.place()].id.as_str();
        report.part("outcome", id, "is never reached", "Add a rule that leads to it, or take it out.");
    }
}

/// Every fact is asked at some time, changes something when it is asked, and changes nothing when it is not.
fn facts(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    for fact in assessor.table().fact_indices() {
        let id = decision.facts[fact.place()].id.as_str();
        let (asked, not_asked): (Vec<Place>, Vec<Place>) =
            assessor.known_places().partition(|place| assessor.is_asked(*place, fact));
        // With the fact taken back, whatever it decides is open.
        let decides = |place: &&Place| {
            let point = assessor.at(assessor.with(**place, fact, None));
            point.all.outcomes != point.some.outcomes
        };
        let switches = |place: &&Place| {
            let point = assessor.at(assessor.with(**place, fact, None));
            point.all.outcomes != point.some.outcomes || point.all.rules != point.some.rules
        };
        if let Some(place) = not_asked.iter().find(switches) {
            let what = format!("is not asked but matters with {}", answers(decision, assessor, *place));
            let mend =
                "Ask it then too (`asked_when`), or put what it depends on into the rules that name it.";
            report.part("fact", id, what, mend);
        }
        if asked.is_empty() {
            report.part("fact", id, "is never asked", "Change `asked_when`.");
        } else if !asked.iter().any(|place| decides(&place)) {
            let mend = "Take it out, or add what depends on it. What depends on it being unknown alone is advice \
                        about another fact, or a note.";
            report.part("fact", id, "never matters: no outcome depends on it", mend);
        }
    }
}

/// Advice shows at some time, and only about something that is not known.
fn advice(decision: &Decision, assessor: &Assessor, report: &mut Report<'_, '_>) {
    for advice in assessor.table().advice_indices() {
        let item = &decision.advice[advice.place()];
        let named: Vec<FactIndex> = assessor
            .table()
            .fact_indices()
            .filter(|fact| {
                let id = &decision.facts[fact.place()].id;
                item.when.contains_key(id) || item.any.contains_key(id)
            })
            .collect();
        let mut shown = assessor.every_place().filter(|place| assessor.shows(*place, advice)).peekable();
        if shown.peek().is_none() {
            let mend = "Change its conditions, or take it out. A fact that is not asked has no answer.";
            report.part("advice", item.id.as_str(), "can never show", mend);
        }
        let is_known = |place: &Place| named.iter().all(|fact| assessor.is_known(*place, *fact));
        if let Some(place) = shown.find(is_known) {
            let what = format!(
                "shows where all it names is known, such as with {}",
                answers(decision, assessor, place)
            );
            let mend = "Put what is known into a rule; advice names `unknown`.";
            report.part("advice", item.id.as_str(), what, mend);
        }
    }
}

/// The answers at a place, as a message names them: those that are asked.
pub(super) fn answers(decision: &Decision, assessor: &Assessor, place: Place) -> String {
    let asked = assessor.asked(place);
    let named = assessor.table().fact_indices().filter(|fact| asked[fact.place()] != Asked::Never);
    let named = named.filter_map(|fact| {
        let value = assessor.answer(place, fact)?;
        let fact = &decision.facts[fact.place()];
        Some(format!("{} = {}", fact.id, fact.values[value.place()].id))
    });
    named.collect::<Vec<_>>().join(", ")
}
