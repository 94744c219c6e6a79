//! Cases worked by hand: there are enough of them, and the table agrees.

use super::Report;
use crate::decision::{
    Answers, Asked, Assessor, Decision, DecisionCase, FactIndex, OutcomeIndex, ValueIndex,
};
use crate::id::OutcomeId;

/// How many cases a decision has at the least. One of them leaves something unknown.
const FEWEST: usize = 3;

pub(super) fn check(decision: &Decision, assessor: Option<&Assessor>, report: &mut Report<'_, '_>) {
    let mut with_unknown = false;
    for case in &decision.cases {
        let Some(answers) = read(decision, case, report) else { continue };
        let Some(assessor) = assessor else { continue };
        let found = assessor.assess(&answers);
        let open =
            |fact: &FactIndex| answers.get(*fact).is_none() && found.asked[fact.place()] != Asked::Never;
        with_unknown |= assessor.table().fact_indices().any(|fact| open(&fact));
        let name = |outcome: OutcomeIndex| decision.outcomes[outcome.place()].id.as_str();
        let certain = sorted(found.certain.iter().map(|found| name(found.outcome)));
        let possible = sorted(found.possible.iter().map(|found| name(found.outcome)));
        let ruled_out = sorted(found.ruled_out.iter().map(|found| name(found.outcome)));
        let advice = sorted(found.advice.iter().map(|item| decision.advice[item.place()].id.as_str()));
        differs("certain", &certain, Some(ids(&case.certain)), case, report);
        differs("possible", &possible, Some(ids(&case.possible)), case, report);
        differs("ruled out", &ruled_out, case.ruled_out.as_deref().map(ids), case, report);
        let expected = case.advice.as_ref().map(|ids| sorted(ids.iter().map(|id| id.as_str())));
        differs("advice", &advice, expected, case, report);
    }
    if decision.cases.len() < FEWEST {
        let count = decision.cases.len();
        let what = format!("the decision has too few worked cases ({count})");
        report.whole(what, format!("Add [[case]] worked by hand, at least {FEWEST}."));
    }
    if assessor.is_some() && !with_unknown {
        let mend = "Add a [[case]] that leaves out a fact that is asked.";
        report.whole("no worked case leaves anything unknown", mend);
    }
}

/// The answers of a case, and whether everything it names is there.
fn read(decision: &Decision, case: &DecisionCase, report: &mut Report<'_, '_>) -> Option<Answers> {
    let mut all = true;
    let mut wrong = |what: String, mend: &str| {
        all = false;
        let start: String = case.why.chars().take(40).collect();
        let line = report.file.line_of(&case.why);
        report.problems.add(&report.file.name, line, format!("the case `{start}` names {what}"), mend);
    };
    let mut given = vec![None; decision.facts.len()];
    for (id, value) in &case.given {
        let Some(place) = decision.facts.iter().position(|fact| fact.id == *id) else {
            wrong(format!("`{id}`, which is no fact"), "Name a fact of this decision.");
            continue;
        };
        match decision.facts[place].values.iter().zip(0..).find(|(known, _)| known.id == *value) {
            Some((_, value)) => given[place] = Some(ValueIndex(value)),
            None if value.as_str() == "unknown" => {}
            None => wrong(
                format!("`{value}`, which is no value of `{id}`"),
                "Name one of its values, or `unknown`.",
            ),
        }
    }
    let named = case.certain.iter().chain(&case.possible).chain(case.ruled_out.iter().flatten());
    for id in named {
        if !decision.outcomes.iter().any(|outcome| outcome.id == *id) {
            wrong(format!("`{id}`, which is no outcome"), "Name outcomes of this decision.");
        }
    }
    for id in case.advice.iter().flatten() {
        if !decision.advice.iter().any(|advice| advice.id == *id) {
            wrong(format!("`{id}`, which is no advice"), "Name advice of this decision.");
        }
    }
    all.then(|| Answers::from(given))
}

fn differs(
    what: &str,
    found: &[&str],
    expected: Option<Vec<&str>>,
    case: &DecisionCase,
    report: &mut Report<'_, '_>,
) {
    let Some(expected) = expected.filter(|expected| expected != found) else { return };
    let shown = |ids: &[&str]| if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
    let start: String = case.why.chars().take(40).collect();
    report.problems.add(
        &report.file.name,
        report.file.line_of(&case.why),
        format!("the case `{start}` differs: {what} {}, but {} was expected", shown(found), shown(&expected)),
        "Work the case again by hand; correct the case or the rules.",
    );
}

fn ids(outcomes: &[OutcomeId]) -> Vec<&str> {
    sorted(outcomes.iter().map(OutcomeId::as_str))
}

fn sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids
}
