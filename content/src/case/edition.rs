//! What this edition of the guide asks, by name.

use crate::guide::Guide;
use crate::packed;

/// The ids of everything that a case can hold answers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Events and conditions.
    pub dates: Vec<String>,
    /// Decisions.
    pub decisions: Vec<String>,
    /// Record checklists.
    pub checklists: Vec<String>,
    /// Forms that may be kept.
    pub forms: Vec<String>,
}

packed!(Edition { dates, decisions, checklists, forms });

impl Edition {
    /// Everything that a guide asks.
    pub fn of(guide: &Guide) -> Self {
        let events = guide.events.iter().map(|event| event.id.to_string());
        let conditions = guide.conditions.iter().map(|condition| condition.id.to_string());
        let forms = guide.forms.iter().filter(|form| !form.never_kept);
        Self {
            dates: events.chain(conditions).collect(),
            decisions: guide.decisions.iter().map(|decision| decision.id.to_string()).collect(),
            checklists: guide.checklists.iter().map(|list| list.id.to_string()).collect(),
            forms: forms.map(|form| form.id.to_string()).collect(),
        }
    }
}
