//! A decision: questions that can each be left open, and what the answers so far point to.
//!
//! What an outcome says, with its sources, stands on the page already; the tool shows copies of it.

use chrono::NaiveDate;
use waymark_content::case::Case;
use waymark_content::date::DateNames;
use waymark_content::decision::{
    Answer, Answers as Given, Asked, Assessment, Assessor, Certain, Change, FactIndex, OutcomeIndex,
    Possible, RuledOut, Table, ValueIndex,
};
use waymark_content::id::{DecisionId, FactId, ValueId};
use waymark_content::packed;
use waymark_content::words::{DecisionWords, TakeAwayWords, fill};

use crate::answers::Answers;
use crate::case::{CasePart, CaseTool};
use crate::form::Outcome;
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, element, folded, paragraph, text};
use crate::question::{Field, Question};
use crate::take_away::TakeAway;

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionData {
    /// The decision's id.
    pub id: String,
    /// The table.
    pub table: Table,
    /// What is asked, in the table's order.
    pub facts: Vec<AskedFact>,
    /// The outcomes' ids and titles, in the table's order.
    pub outcomes: Vec<(String, String)>,
    /// The rules' ids, in the table's order.
    pub rules: Vec<String>,
    /// The ids of the advice, in the table's order.
    pub advice: Vec<String>,
    /// Names of days and months.
    pub names: DateNames,
    /// What it says.
    pub words: DecisionWords,
    /// What takes the answer away.
    pub take_away: TakeAwayWords,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedFact {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// What counts and what does not. May be empty.
    pub help: String,
    /// The answers' ids and labels, "not known" aside.
    pub values: Vec<(String, String)>,
}

packed!(DecisionData { id, table, facts, outcomes, rules, advice, names, words, take_away });
packed!(AskedFact { id, question, help, values });

/// The value that stands for "not known". No answer of a table has it.
const UNKNOWN: &str = "unknown";
/// The action that takes every answer back.
const CLEAR: &str = "clear";

/// The ids under which the page holds what the tool copies.
pub mod on_page {
    /// An outcome.
    pub fn outcome(id: &str) -> String {
        format!("outcome-{id}")
    }
    /// Why a rule leads where it leads.
    pub fn rule(id: &str) -> String {
        format!("why-{id}")
    }
    /// A piece of advice.
    pub fn advice(id: &str) -> String {
        format!("advice-{id}")
    }
    /// What a question rests on.
    pub fn fact(id: &str) -> String {
        format!("cites-{id}")
    }
}

struct Decision {
    data: DecisionData,
    assessor: Assessor,
    answers: Answers,
    take_away: TakeAway,
    clock: fn() -> NaiveDate,
}

impl DecisionData {
    /// The tool, when its table is good. `clock` tells what day it is.
    pub fn tool(self, clock: fn() -> NaiveDate) -> Option<impl CaseTool> {
        let assessor = Assessor::new(self.table.clone())?;
        let take_away = TakeAway::new(self.take_away.clone());
        let mut decision = Decision { data: self, assessor, answers: Answers::default(), take_away, clock };
        decision.clear();
        Some(decision)
    }
}

impl Tool for Decision {
    fn pieces(&self) -> Vec<Piece> {
        let words = &self.data.words;
        let assessment = self.assessor.assess(&self.given());
        let asked = |fact: &FactIndex| assessment.asked[usize::from(fact.0)] != Asked::Never;
        let questions: Vec<Question> =
            self.assessor.table().fact_indices().filter(asked).map(|fact| self.question(fact)).collect();
        let mut pieces: Vec<Piece> =
            questions.iter().map(|question| question.pieces(&self.answers, &[], None)).collect();
        let answered = self.answered(&assessment).len();
        if answered > 0 {
            let clear = element("button", "govuk-button govuk-button--secondary", vec![text(words.clear())]);
            pieces.push(clear.with("type", "button").with("data-do", CLEAR));
        }
        let summary = self.summary(&assessment, answered, questions.len());
        pieces.push(element("p", "wm-decision__summary", vec![text(summary)]).with("role", "status"));
        pieces.push(self.result(&assessment));
        if answered > 0 {
            pieces.push(self.take_away.pieces(&self.outcome(), &self.answers));
        }
        vec![element("form", "wm-decision", pieces).with("autocomplete", "off")]
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        match act {
            Act::Entered(id, value) => {
                self.take_away.forget();
                self.answers.set(id, value);
            }
            Act::Pressed(CLEAR) => {
                self.clear();
                let first = self.data.facts.first();
                return first.map(|fact| format!("{}-{UNKNOWN}", fact.id));
            }
            Act::Pressed(action) => {
                let outcome = self.outcome();
                self.take_away.press(action, &outcome, &self.answers, (self.clock)());
            }
            Act::Sent(_) | Act::Came(..) => {}
        }
        None
    }
}

impl CasePart for Decision {
    fn put_into(&self, case: &mut Case) {
        let id = DecisionId::new(&*self.data.id);
        let given = |fact: &AskedFact| (FactId::new(&*fact.id), ValueId::new(self.answers.get(&fact.id)));
        let facts = self.data.facts.iter().filter(|fact| self.answers.get(&fact.id) != UNKNOWN);
        let mut answers: Vec<(FactId, ValueId)> = facts.map(given).collect();
        for (fact, value) in case.decision(&id) {
            let is_given = answers.iter().any(|(known, _)| *known == fact);
            if !is_given && !self.data.offers(&fact, &value) {
                answers.push((fact, value));
            }
        }
        case.set_decision(&id, &answers);
    }

    fn take_from(&mut self, case: &Case) -> usize {
        self.clear();
        self.take_away.forget();
        let mut hidden = 0;
        for (fact, value) in case.decision(&DecisionId::new(&*self.data.id)) {
            if self.data.offers(&fact, &value) {
                self.answers.set(fact.as_str(), value.as_str());
            } else {
                hidden += 1;
            }
        }
        hidden
    }
}

impl DecisionData {
    /// Whether this fact is asked and has this answer.
    fn offers(&self, fact: &FactId, value: &ValueId) -> bool {
        let fact = self.facts.iter().find(|known| known.id == fact.as_str());
        fact.is_some_and(|fact| fact.values.iter().any(|(known, _)| known == value.as_str()))
    }
}

impl Decision {
    fn clear(&mut self) {
        for fact in &self.data.facts {
            self.answers.set(&fact.id, UNKNOWN);
        }
    }

    /// The answers as the table has them.
    fn given(&self) -> Given {
        let value = |fact: &AskedFact| {
            let place = fact.values.iter().position(|(id, _)| id == self.answers.get(&fact.id));
            place.and_then(|place| u8::try_from(place).ok()).map(ValueIndex)
        };
        Given::from(self.data.facts.iter().map(value).collect::<Vec<_>>())
    }

    fn fact(&self, fact: FactIndex) -> &AskedFact {
        &self.data.facts[usize::from(fact.0)]
    }

    fn question(&self, fact: FactIndex) -> Question {
        let asked = self.fact(fact);
        let mut choices = asked.values.clone();
        choices.push((UNKNOWN.to_owned(), self.data.words.not_known().to_owned()));
        let mut question = Question::new(&asked.id, &asked.question, Field::Radios(choices));
        question.hint.clone_from(&asked.help);
        question.sources = vec![Piece::Copy(on_page::fact(&asked.id))];
        question
    }

    fn title(&self, outcome: OutcomeIndex) -> &str {
        &self.data.outcomes[usize::from(outcome.0)].1
    }

    /// "Is there a risk to the child's life? Yes".
    fn pair(&self, fact: FactIndex, value: Option<ValueIndex>) -> String {
        let asked = self.fact(fact);
        let answer = match value {
            Some(value) => &asked.values[usize::from(value.0)].1,
            None => self.data.words.not_known(),
        };
        fill(self.data.words.pair(), &[("question", &asked.question), ("answer", answer)])
    }

    fn pairs(&self, answers: &[Answer]) -> String {
        let pairs: Vec<String> =
            answers.iter().map(|answer| self.pair(answer.fact, Some(answer.value))).collect();
        pairs.join("; ")
    }

    /// The answers that count: those to questions that are asked.
    fn answered(&self, assessment: &Assessment) -> Vec<Answer> {
        let given = self.given();
        let facts = self.assessor.table().fact_indices();
        let asked = facts.filter(|fact| assessment.asked[usize::from(fact.0)] != Asked::Never);
        asked.filter_map(|fact| Some(Answer { fact, value: given.get(fact)? })).collect()
    }

    fn summary(&self, assessment: &Assessment, answered: usize, asked: usize) -> String {
        let words = &self.data.words;
        if answered == 0 {
            return words.summary_none().to_owned();
        }
        let certain = count(
            assessment.certain.len(),
            words.summary_certain_none(),
            words.summary_certain_one(),
            words.summary_certain_many(),
        );
        let possible = count(
            assessment.possible.len(),
            words.summary_possible_none(),
            words.summary_possible_one(),
            words.summary_possible_many(),
        );
        let values = [
            ("answered", answered.to_string()),
            ("asked", asked.to_string()),
            ("certain", certain),
            ("possible", possible),
        ];
        fill(words.summary(), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// What the answers point to, as it leaves.
    fn outcome(&self) -> Outcome {
        let assessment = self.assessor.assess(&self.given());
        Outcome { pieces: vec![self.result(&assessment)], dates: Vec::new() }
    }

    fn result(&self, assessment: &Assessment) -> Piece {
        let words = &self.data.words;
        let answered = self.answered(assessment);
        let heading = |words: &str| element("h2", "govuk-heading-m", vec![text(words)]);
        let mut pieces = vec![heading(words.certain())];
        if assessment.certain.is_empty() {
            pieces.push(paragraph(vec![text(words.certain_none())]));
        }
        pieces.extend(assessment.certain.iter().map(|certain| self.certain(certain)));
        if !assessment.advice.is_empty() {
            pieces.push(heading(words.advice()));
            let items = assessment.advice.iter().map(|advice| {
                let id = on_page::advice(&self.data.advice[usize::from(advice.0)]);
                element("li", "", vec![Piece::Copy(id)])
            });
            pieces.push(element("ul", "govuk-list govuk-list--bullet", items.collect()));
        }
        if let Some(fact) = assessment.ask_next {
            let fact = self.fact(fact);
            let link = element("a", "govuk-link", vec![text(&*fact.question)]);
            let link = link.with("href", format!("#{}-{UNKNOWN}", fact.id));
            let link = link.with("data-do", format!("focus:{}-{UNKNOWN}", fact.id));
            pieces.push(heading(words.next()));
            pieces.push(paragraph(vec![text(words.next_lead()), text(" "), link]));
        }
        if !assessment.possible.is_empty() {
            pieces.push(heading(words.possible()));
            pieces.push(paragraph(vec![text(words.possible_lead())]));
            let items = assessment.possible.iter().map(|possible| self.possible(possible));
            pieces.push(element("ul", "govuk-list wm-decision__list", items.collect()));
        }
        if !answered.is_empty() {
            pieces.extend(self.changes(assessment));
            pieces.extend(self.ruled_out(&assessment.ruled_out));
            pieces.extend(self.printed_answers(&answered));
        }
        let class = if answered.is_empty() { "wm-answer wm-answer--blank" } else { "wm-answer" };
        element("section", class, pieces).with("id", "result").with("aria-label", words.certain())
    }

    /// An outcome that holds however the rest turns out, with every reason.
    fn certain(&self, certain: &Certain) -> Piece {
        let words = &self.data.words;
        let id = on_page::outcome(&self.data.outcomes[usize::from(certain.outcome.0)].0);
        let reasons = certain.reasons.iter().map(|reason| {
            let mut pieces: Vec<Piece> = Vec::new();
            // One rule that holds for sure is a reason; of several that may hold, none is by itself.
            if let [rule] = reason.rules.as_slice() {
                pieces.push(Piece::Copy(on_page::rule(&self.data.rules[usize::from(rule.0)])));
                pieces.push(text(" "));
            }
            pieces.push(text(if reason.answers.is_empty() {
                words.whatever().to_owned()
            } else {
                fill(words.because(), &[("answers", &self.pairs(&reason.answers))])
            }));
            element("li", "", pieces)
        });
        let why = element("p", "wm-decision__why", vec![text(words.why())]);
        let reasons = element("ul", "govuk-list govuk-list--bullet", reasons.collect());
        element("div", "wm-decision__outcome", vec![Piece::Copy(id), why, reasons])
    }

    fn possible(&self, possible: &Possible) -> Piece {
        let words = &self.data.words;
        let hangs: Vec<&str> =
            possible.hangs_on.iter().map(|fact| self.fact(*fact).question.as_str()).collect();
        let mut pieces = vec![element("strong", "", vec![text(self.title(possible.outcome))])];
        // Where it hangs on one question alone, the answer that leads there says so too.
        if hangs.len() > 1 || possible.reached_by.is_empty() {
            let questions = fill(words.hangs_on(), &[("questions", &hangs.join(" "))]);
            pieces.push(element("p", "", vec![text(questions)]));
        }
        if !possible.reached_by.is_empty() {
            let answers = self.pairs(&possible.reached_by);
            pieces.push(element("p", "", vec![text(fill(words.reached_by(), &[("answers", &answers)]))]));
        }
        element("li", "", pieces)
    }

    /// The single answers that would make something else certain, or what is certain now no longer so.
    fn changes(&self, assessment: &Assessment) -> Option<Piece> {
        let words = &self.data.words;
        let is_certain = |outcome: &OutcomeIndex| assessment.certain.iter().any(|c| c.outcome == *outcome);
        let matters = |change: &&Change| {
            let lost = change.possible.iter().chain(&change.ruled_out).any(is_certain);
            let is_asked = assessment.asked[usize::from(change.fact.0)] == Asked::Always;
            is_asked && (!change.certain.is_empty() || lost)
        };
        let items = assessment.changes.iter().filter(matters).map(|change| {
            let asked = self.fact(change.fact);
            let answer = match change.to {
                Some(value) => &asked.values[usize::from(value.0)].1,
                None => words.not_known(),
            };
            let lead = fill(words.change(), &[("question", &asked.question), ("answer", answer)]);
            let line = |template: &str, outcome: &OutcomeIndex| {
                element("li", "", vec![text(fill(template, &[("outcome", self.title(*outcome))]))])
            };
            let certain = change.certain.iter().map(|outcome| line(words.change_certain(), outcome));
            let lost = change.possible.iter().filter(|outcome| is_certain(outcome));
            let lost = lost.map(|outcome| line(words.change_possible(), outcome));
            let out = change.ruled_out.iter().filter(|outcome| is_certain(outcome));
            let out = out.map(|outcome| line(words.change_ruled_out(), outcome));
            let effects = certain.chain(lost).chain(out).collect();
            element("li", "", vec![text(lead), element("ul", "govuk-list govuk-list--bullet", effects)])
        });
        let items: Vec<Piece> = items.collect();
        (!items.is_empty()).then(|| {
            folded(
                "govuk-details wm-screen-only",
                vec![text(words.changes())],
                vec![element("ul", "govuk-list", items)],
            )
        })
    }

    fn ruled_out(&self, ruled_out: &[RuledOut]) -> Option<Piece> {
        let words = &self.data.words;
        let items = ruled_out.iter().map(|out| {
            let because = fill(words.ruled_out_because(), &[("answers", &self.pairs(&out.answers))]);
            let title = element("strong", "", vec![text(self.title(out.outcome))]);
            element("li", "", vec![title, element("p", "", vec![text(because)])])
        });
        let list = element("ul", "govuk-list wm-decision__list", items.collect());
        (!ruled_out.is_empty())
            .then(|| folded("govuk-details wm-screen-only", vec![text(words.ruled_out())], vec![list]))
    }

    /// On paper the questions are not there: the answers stand below what follows from them.
    fn printed_answers(&self, answered: &[Answer]) -> Vec<Piece> {
        let words = &self.data.words;
        let items = answered
            .iter()
            .map(|answer| element("li", "", vec![text(self.pair(answer.fact, Some(answer.value)))]));
        let date = self.data.names.long((self.clock)());
        let pieces = vec![
            element("h2", "govuk-heading-m", vec![text(words.your_answers())]),
            paragraph(vec![text(fill(words.dated(), &[("date", &date)]))]),
            element("ul", "govuk-list govuk-list--bullet", items.collect()),
            paragraph(vec![text(words.personal())]),
        ];
        vec![element("div", "wm-print-only", pieces)]
    }
}

fn count(count: usize, none: &str, one: &str, many: &str) -> String {
    match count {
        0 => none.to_owned(),
        1 => one.to_owned(),
        _ => fill(many, &[("count", &count.to_string())]),
    }
}
