//! What the page hands to the tool, and what the tool makes of it before it shows itself.

use chrono::NaiveDate;
use waymark_content::deadline::ClockRule;
use waymark_content::id::{ConditionId, EventId, RuleId};
use waymark_content::packed;
use waymark_content::words::DeadlineWords;

use super::counting::{Counting, CountingData};

/// The rules with everything that a tool works with. What is only shown stands on the page: see [`on_page`].
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlinesData {
    /// What can have happened, each with the limits that it starts. Some start none: they show that one was met.
    pub events: Vec<EventRules>,
    /// What a clock may depend on.
    pub conditions: Vec<AskedCondition>,
    /// How the tool counts.
    pub counting: CountingData,
    /// What the tools say about due dates.
    pub words: DeadlineWords,
}

/// An event with the limits that it starts.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRules {
    /// What happened.
    pub event: AskedEvent,
    /// The limits.
    pub rules: Vec<ShownRule>,
}

/// An event as it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedEvent {
    /// Its id; also the id of its date field.
    pub id: EventId,
    /// Its name in an answer: "Referral received".
    pub name: String,
    /// The same inside a sentence: "the date the referral was received".
    pub in_sentence: String,
    /// What the tool asks.
    pub question: String,
    /// What to enter, and what not.
    pub hint: String,
}

/// A condition as it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedCondition {
    /// Its id; also the id of its field.
    pub id: ConditionId,
    /// What the tool asks.
    pub question: String,
}

/// A rule with what the tools themselves say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRule {
    /// What its clock runs by.
    pub clock: ClockRule,
    /// What has to be done, as a command.
    pub title: String,
    /// Its paragraph and where that stands today, for what leaves with the reader: "Working Together 2015, para 58.
    /// Superseded."
    pub source: String,
}

packed!(DeadlinesData { events, conditions, counting, words });
packed!(EventRules { event, rules });
packed!(AskedEvent { id, name, in_sentence, question, hint });
packed!(AskedCondition { id, question });
packed!(ShownRule { clock, title, source });

/// The ids under which the page holds what the tools copy.
pub mod on_page {
    use waymark_content::id::RuleId;

    /// All that a rule says.
    pub fn rule(id: &RuleId) -> String {
        format!("rule-{id}")
    }
    /// What must have happened by the due date, and on what condition.
    pub fn met_by(id: &RuleId) -> String {
        format!("met-{id}")
    }
    /// Where the rule stands today.
    pub fn status(id: &RuleId) -> String {
        format!("status-{id}")
    }
    /// What the rule rests on, with a word on where that stands today.
    pub fn sources(id: &RuleId) -> String {
        format!("sources-{id}")
    }
}

/// The rules at hand.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) events: Vec<EventRules>,
    pub(super) conditions: Vec<AskedCondition>,
    pub(super) words: DeadlineWords,
}

impl DeadlinesData {
    /// The rules, and how to count. `None` when a calendar is wrong or there is no event to ask for.
    pub(super) fn ready(self, clock: fn() -> NaiveDate) -> Option<(Rules, Counting)> {
        let DeadlinesData { events, conditions, counting, words } = self;
        let counting = Counting::new(counting, clock).ok()?;
        (!events.is_empty()).then_some((Rules { events, conditions, words }, counting))
    }
}

impl Rules {
    /// Only the events that start a clock.
    pub(super) fn starting(mut self) -> Self {
        self.events.retain(|event| !event.rules.is_empty());
        self
    }

    /// The event at this place in the list, or the first.
    pub(super) fn event(&self, place: usize) -> &EventRules {
        self.events.get(place).unwrap_or(&self.events[0])
    }

    /// The place of an event, or of the event of a rule, by its id.
    pub(super) fn place_of(&self, id: &str) -> Option<usize> {
        let named = |known: &EventRules| {
            known.event.id.as_str() == id || known.rules.iter().any(|shown| shown.clock.id.as_str() == id)
        };
        self.events.iter().position(named)
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = &ShownRule> {
        self.events.iter().flat_map(|event| &event.rules)
    }

    pub(super) fn rule(&self, id: &RuleId) -> Option<&ShownRule> {
        self.rules().find(|shown| shown.clock.id == *id)
    }
}
