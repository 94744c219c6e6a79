//! What a case holds.

use std::collections::BTreeMap;

use super::Edition;
use crate::checklist;
use crate::date::EnteredDate;
use crate::form;
use crate::id::{ChecklistId, ConditionId, DecisionId, EventId, FactId, FormId, ValueId};

/// What someone entered about one case, tool by tool. What is not in it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// What its owner calls it: a reference or initials.
    pub reference: String,
    /// The dates of the whole case.
    pub dates: Dates,
    /// The answers to decisions.
    pub decisions: BTreeMap<DecisionId, BTreeMap<FactId, ValueId>>,
    /// The answers to record checklists.
    pub checklists: BTreeMap<ChecklistId, Vec<checklist::Answer>>,
    /// What is filled into forms: one for each copy.
    pub forms: BTreeMap<FormId, Vec<form::Answers>>,
}

/// The dates of a case, as typed, and what its clocks depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The first, second, ... date of each event. Half typed and wrong ones too: nothing is lost.
    pub events: BTreeMap<EventId, Vec<EnteredDate>>,
    /// The conditions that were answered.
    pub conditions: BTreeMap<ConditionId, bool>,
}

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

impl Case {
    /// How much it holds.
    pub fn held(&self) -> Held {
        let typed = self.dates.events.values().flatten().filter(|date| !date.is_empty());
        Held {
            dates: typed.count(),
            decisions: self.decisions.len(),
            checklists: self.checklists.len(),
            forms: self.forms.values().map(Vec::len).sum(),
        }
    }

    /// Whether nothing is entered, the reference aside.
    pub fn is_blank(&self) -> bool {
        self.held() == Held::default() && self.dates.conditions.is_empty()
    }

    /// The names of what it answers and this edition of the guide does not ask.
    pub fn unasked(&self, edition: &Edition) -> Vec<&str> {
        let events = self.dates.events.keys().map(EventId::as_str);
        let conditions = self.dates.conditions.keys().map(ConditionId::as_str);
        let decisions = self.decisions.keys().map(DecisionId::as_str);
        let checklists = self.checklists.keys().map(ChecklistId::as_str);
        let forms = self.forms.keys().map(FormId::as_str);
        let named: [(&Vec<String>, &mut dyn Iterator<Item = &str>); 4] = [
            (&edition.dates, &mut events.chain(conditions)),
            (&edition.decisions, &mut { decisions }),
            (&edition.checklists, &mut { checklists }),
            (&edition.forms, &mut { forms }),
        ];
        let mut unasked = Vec::new();
        for (known, names) in named {
            unasked.extend(names.filter(|name| !known.iter().any(|known| known == name)));
        }
        unasked
    }
}
