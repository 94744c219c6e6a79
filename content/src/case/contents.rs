//! What a case holds.
//!
//! A case is held as the JSON that it is kept as, checked when it is read, and handed out and taken in by parts of their
//! own types. What this edition does not know so stays as it is; and the browser's bundle, where every tool needs its
//! own part only, has none of the maps and conversions of the others: as maps of maps a case cost 14 kB more there.

use super::edition::Edition;
use super::json::Json;
use super::keeping::Keeping;
use super::refusal::{Refusal, Refused};
use super::{reading, writing};
use crate::checklist;
use crate::date::EnteredDate;
use crate::form;
use crate::id::{ChecklistId, ConditionId, DecisionId, EventId, FactId, FormId, ValueId};

/// What someone entered about one case, tool by tool. What is not in it is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case(Json);

/// How much a case holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Dates with anything typed.
    pub dates: usize,
    /// Decisions with an answer.
    pub decisions: usize,
    /// Checklists with an answer.
    pub checklists: usize,
    /// Copies of forms.
    pub forms: usize,
}

impl Default for Case {
    fn default() -> Self {
        Self(Json::Record(Vec::new()))
    }
}

impl Case {
    /// From what has the shape of one.
    pub(super) fn read(json: &Json, keeping: &Keeping) -> Result<Self, Refusal> {
        for (id, answers) in json.entry("checklists").entries() {
            let items = || answers.items().iter().map(|answer| answer.entry("item").text());
            // Of two answers to one item neither is the right one.
            for (place, item) in items().enumerate() {
                if items().take(place).any(|earlier| earlier == item) {
                    return Err(Refusal {
                        at: format!("case.checklists.{id}.{item}"),
                        refused: Refused::Twice,
                    });
                }
            }
        }
        for (id, _) in json.entry("forms").entries() {
            if keeping.never_kept.contains(id) {
                return Err(Refusal { at: id.clone(), refused: Refused::NeverKept });
            }
        }
        Ok(Self(json.clone()))
    }

    pub(super) fn json(&self) -> &Json {
        &self.0
    }

    /// What its owner calls it: a reference or initials. Empty when it has no name.
    pub fn reference(&self) -> &str {
        self.0.entry("reference").text()
    }

    /// Calls it something else.
    pub fn set_reference(&mut self, reference: &str) {
        self.0.set(&["reference"], writing::text(reference));
    }

    /// The first, second, ... date of an event, as typed: half typed and wrong ones too.
    pub fn dates(&self, event: &EventId) -> Vec<EnteredDate> {
        reading::list(self.0.entry("dates").entry("events").entry(event.as_str()), reading::entered)
    }

    /// Puts them in place of what was there.
    pub fn set_dates(&mut self, event: &EventId, dates: &[EnteredDate]) {
        self.0.set(&["dates", "events", event.as_str()], writing::list(dates, writing::entered));
    }

    /// Whether a condition holds. `None` when nobody has said.
    pub fn condition(&self, id: &ConditionId) -> Option<bool> {
        match self.0.entry("dates").entry("conditions").entry(id.as_str()) {
            Json::Truth(holds) => Some(*holds),
            _ => None,
        }
    }

    /// Says so, or takes it back.
    pub fn set_condition(&mut self, id: &ConditionId, holds: Option<bool>) {
        self.0.set(&["dates", "conditions", id.as_str()], holds.map_or(Json::Other, Json::Truth));
    }

    /// The answers to a decision. What is not known is not among them.
    pub fn decision(&self, id: &DecisionId) -> Vec<(FactId, ValueId)> {
        let answers = self.0.entry("decisions").entry(id.as_str()).entries().iter();
        answers.map(|(fact, value)| (FactId::new(fact), ValueId::new(value.text()))).collect()
    }

    /// Puts them in place of what was there.
    pub fn set_decision(&mut self, id: &DecisionId, answers: &[(FactId, ValueId)]) {
        let answers = answers.iter().map(|(fact, value)| (fact.to_string(), writing::text(value.as_str())));
        self.0.set(&["decisions", id.as_str()], Json::Record(answers.collect()));
    }

    /// The answers to a record checklist.
    pub fn checklist(&self, id: &ChecklistId) -> Vec<checklist::Answer> {
        reading::list(self.0.entry("checklists").entry(id.as_str()), reading::item)
    }

    /// Puts them in place of what was there.
    pub fn set_checklist(&mut self, id: &ChecklistId, answers: &[checklist::Answer]) {
        self.0.set(&["checklists", id.as_str()], writing::list(answers, writing::item));
    }

    /// What is filled into a form: one for each copy.
    pub fn form(&self, id: &FormId) -> Vec<form::Answers> {
        reading::list(self.0.entry("forms").entry(id.as_str()), reading::answers)
    }

    /// Puts them in place of what was there. A form that is never kept must not come here: the file would be refused.
    pub fn set_form(&mut self, id: &FormId, copies: &[form::Answers]) {
        self.0.set(&["forms", id.as_str()], writing::list(copies, writing::answers));
    }

    /// How much it holds.
    pub fn held(&self) -> Held {
        let count = |name: &str| self.0.entry(name).entries().len();
        let items = |json: &Json, counts: fn(&Json) -> bool| {
            let lists = json.entries().iter().flat_map(|(_, list)| list.items());
            lists.filter(|item| counts(item)).count()
        };
        Held {
            dates: items(self.0.entry("dates").entry("events"), |date| !reading::entered(date).is_empty()),
            decisions: count("decisions"),
            checklists: count("checklists"),
            forms: items(self.0.entry("forms"), |_| true),
        }
    }

    /// Whether nothing is entered, the reference aside.
    pub fn is_blank(&self) -> bool {
        self.held() == Held::default() && self.0.entry("dates").entry("conditions").entries().is_empty()
    }

    /// The names of what it answers and this edition of the guide does not ask.
    pub fn unasked(&self, edition: &Edition) -> Vec<&str> {
        let dates = self.0.entry("dates");
        let named = [
            (&edition.dates, dates.entry("events")),
            (&edition.dates, dates.entry("conditions")),
            (&edition.decisions, self.0.entry("decisions")),
            (&edition.checklists, self.0.entry("checklists")),
            (&edition.forms, self.0.entry("forms")),
        ];
        let mut unasked = Vec::new();
        for (known, named) in named {
            let names = named.entries().iter().map(|(name, _)| name);
            unasked.extend(names.filter(|name| !known.contains(name)).map(String::as_str));
        }
        unasked
    }
}
