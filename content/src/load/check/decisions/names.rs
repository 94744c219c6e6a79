//! Names in a table that stand for nothing.

use super::Report;
use crate::decision::{Decision, Limit, Misnamed, Part};

pub(super) fn check(decision: &Decision, wrong: Vec<Misnamed>, report: &mut Report<'_, '_>) {
    for problem in wrong {
        match problem {
            Misnamed::Fact { part, fact } => {
                let what = format!("names `{fact}`, which is no fact");
                at(&part, what, "Name a fact of this decision.", report);
            }
            Misnamed::LaterFact { part, fact } => {
                let what = format!("is asked depending on `{fact}`, which is not asked before it");
                at(&part, what, "Put that fact first, or depend on another.", report);
            }
            Misnamed::Value { part, fact, value } => {
                let values = decision.facts.iter().find(|known| known.id == fact);
                let values: Vec<&str> = values
                    .iter()
                    .flat_map(|fact| &fact.values)
                    .map(|value| value.id.as_str())
                    .chain(matches!(part, Part::Advice(_)).then_some("unknown"))
                    .collect();
                let mend = if value.as_str() == "unknown" {
                    "Rules are about what is known: put what to do about an unknown into [[advice]]."
                        .to_owned()
                } else {
                    format!("It may be: {}.", values.join(", "))
                };
                at(&part, format!("names `{value}`, which is no value of `{fact}`"), mend, report);
            }
            Misnamed::Outcome { part, outcome } => {
                let what = format!("leads to `{outcome}`, which is no outcome");
                at(&part, what, "Name outcomes of this decision.", report);
            }
            Misnamed::OutOfBounds { limit, count, allowed } => {
                let of = match limit {
                    Limit::Facts => "facts".to_owned(),
                    Limit::Values(fact) => format!("values of `{fact}`"),
                    Limit::Rules => "rules".to_owned(),
                    Limit::Outcomes => "outcomes".to_owned(),
                    Limit::Advice => "pieces of advice".to_owned(),
                    Limit::Answers => "different sets of answers".to_owned(),
                };
                let (least, most) = allowed.into_inner();
                report.whole(
                    format!("there are {count} {of}, and a table has {least} to {most}"),
                    "Split the decision, or add what is missing.",
                );
            }
        }
    }
}

fn at(part: &Part, what: String, mend: impl Into<String>, report: &mut Report<'_, '_>) {
    match part {
        Part::Fact(id) => report.part("fact", id.as_str(), what, mend),
        Part::Rule(id) => report.part("rule", id.as_str(), what, mend),
        Part::Advice(id) => report.part("advice", id.as_str(), what, mend),
    }
}
