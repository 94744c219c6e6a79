//! A decision, and what is known for it by now.

use super::{RefusalKind, Rulebook, Tool, ToolName, Verdict, each, find, listed};
use crate::decision::{Answers, Assessment, Assessor, Decision, FactIndex, OutcomeIndex, Table, ValueIndex};
use crate::id::{FactId, OutcomeId};
use crate::practice::{Claim, DecisionQuestion, Each, Working};

pub(super) struct Decided<'a> {
    decision: &'a Decision,
    answers: Answers,
    assessment: Assessment,
    /// The facts of which none would settle more.
    ask_any: Vec<FactIndex>,
}

/// What has become of an outcome.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Certain,
    Possible,
    RuledOut,
}

impl<'a> Decided<'a> {
    pub(super) fn new(question: &DecisionQuestion, book: &Rulebook<'a>) -> Result<Self, RefusalKind> {
        let found = book.decisions.iter().find(|decision| decision.id == question.table);
        let unknown = || RefusalKind::Unknown { kind: "decision", id: question.table.to_string() };
        let decision: &'a Decision = found.ok_or_else(unknown)?;
        let mut answers = vec![None; decision.facts.len()];
        for (id, value) in &question.given {
            let fact = fact(decision, id)?;
            let values = &decision.facts[fact.place()].values;
            answers[fact.place()] = match values.iter().zip(0..).find(|(known, _)| known.id == *value) {
                Some((_, value)) => Some(ValueIndex(value)),
                None if value.as_str() == "unknown" => None,
                None => {
                    return Err(RefusalKind::Unknown { kind: "value of that fact", id: value.to_string() });
                }
            };
        }
        let table = Table::try_from(decision).map_err(|_| RefusalKind::BrokenRule)?;
        let assessor = Assessor::new(table).ok_or(RefusalKind::BrokenRule)?;
        let answers = Answers::from(answers);
        let (assessment, ask_any) = (assessor.assess(&answers), assessor.ask_any(&answers));
        Ok(Self { decision, answers, assessment, ask_any })
    }

    fn stands(&self, outcome: OutcomeIndex) -> Stands {
        if self.assessment.certain.iter().any(|certain| certain.outcome == outcome) {
            Stands::Certain
        } else if self.assessment.possible.iter().any(|possible| possible.outcome == outcome) {
            Stands::Possible
        } else {
            Stands::RuledOut
        }
    }

    fn outcomes(&self, outcomes: &Each<OutcomeId>, claimed: Stands) -> Result<Verdict, RefusalKind> {
        each(outcomes.ids(), |id| {
            let known = self.decision.outcomes.iter().zip(0..).find(|(outcome, _)| outcome.id == *id);
            let unknown = || RefusalKind::Unknown { kind: "outcome of that decision", id: id.to_string() };
            let stands = self.stands(OutcomeIndex(known.ok_or_else(unknown)?.1));
            let how = match stands {
                Stands::Certain => "holds however the unknowns turn out",
                Stands::Possible => "is not ruled out and not certain",
                Stands::RuledOut => "is ruled out",
            };
            Ok(Verdict { right: stands == claimed, gives: format!("`{id}` {how}") })
        })
    }

    /// Facts that something open hangs on.
    fn hang_on(&self, facts: &Each<FactId>) -> Result<Verdict, RefusalKind> {
        each(facts.ids(), |id| {
            let fact = fact(self.decision, id)?;
            Ok(Verdict { right: self.hangs(fact), gives: self.gives(id, fact) })
        })
    }

    /// Facts that are not known, and that nothing open hangs on.
    fn hang_on_none(&self, facts: &Each<FactId>) -> Result<Verdict, RefusalKind> {
        each(facts.ids(), |id| {
            let fact = fact(self.decision, id)?;
            let right = self.answers.get(fact).is_none() && !self.hangs(fact);
            Ok(Verdict { right, gives: self.gives(id, fact) })
        })
    }

    fn hangs(&self, fact: FactIndex) -> bool {
        self.assessment.possible.iter().any(|possible| possible.hangs_on.contains(&fact))
    }

    fn gives(&self, id: &FactId, fact: FactIndex) -> String {
        if self.answers.get(fact).is_some() {
            format!("`{id}` is known")
        } else if self.hangs(fact) {
            format!("something open hangs on `{id}`")
        } else {
            format!("nothing open hangs on `{id}`")
        }
    }

    fn find_out_next(&self, id: &FactId) -> Result<Verdict, RefusalKind> {
        let fact = fact(self.decision, id)?;
        let ask = self.ask_any.iter().map(|fact| self.decision.facts[fact.place()].id.as_str());
        Ok(Verdict {
            right: self.ask_any.contains(&fact),
            gives: format!("most is settled by {}", listed(ask)),
        })
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a decision has fewer than 256 facts")]
fn fact(decision: &Decision, id: &FactId) -> Result<FactIndex, RefusalKind> {
    find(&decision.facts, "fact of that decision", id.as_str(), |fact| fact.id.as_str())?;
    let place = decision.facts.iter().position(|fact| fact.id == *id).unwrap_or_default();
    Ok(FactIndex(place as u8))
}

impl Tool for Decided<'_> {
    fn verdict(&self, claim: &Claim) -> Result<Verdict, RefusalKind> {
        match claim {
            Claim::Certain(outcomes) => self.outcomes(outcomes, Stands::Certain),
            Claim::Possible(outcomes) => self.outcomes(outcomes, Stands::Possible),
            Claim::RuledOut(outcomes) => self.outcomes(outcomes, Stands::RuledOut),
            Claim::NothingCertain => {
                let certain = self.assessment.certain.iter();
                let certain =
                    certain.map(|certain| self.decision.outcomes[certain.outcome.place()].id.as_str());
                Ok(Verdict {
                    right: self.assessment.certain.is_empty(),
                    gives: format!("certain: {}", listed(certain)),
                })
            }
            Claim::FindOutNext(fact) => self.find_out_next(fact),
            Claim::HangsOn(facts) => self.hang_on(facts),
            Claim::NothingHangsOn(facts) => self.hang_on_none(facts),
            _ => Err(RefusalKind::AnotherTool(ToolName::Decision)),
        }
    }

    fn into_working(self: Box<Self>) -> Working {
        Working::Decision(self.decision.id.clone(), self.answers, self.assessment)
    }
}
