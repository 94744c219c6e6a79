//! What the page hands to the tool, and what the tool makes of it before it shows itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use waymark_content::deadline::{Condition, DeadlineRule, Event};
use waymark_content::guide::Citation;
use waymark_content::id::RuleId;
use waymark_content::words::DeadlineWords;

use super::counting::{Counting, CountingData};

/// The rules with everything that a tool needs to show them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeadlinesData {
    /// What can have happened, each with the limits that it starts. Some start none: they show that one was met.
    pub events: Vec<EventRules>,
    /// What a clock may depend on.
    pub conditions: Vec<Condition>,
    /// How the tool counts.
    pub counting: CountingData,
    /// What the tools say about due dates.
    pub words: DeadlineWords,
}

/// An event with the limits that it starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventRules {
    /// What happened.
    pub event: Event,
    /// The limits.
    pub rules: Vec<ShownRule>,
}

/// A rule with its citations as links from this page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShownRule {
    /// The rule.
    pub rule: DeadlineRule,
    /// What it rests on.
    pub citations: Vec<Citation>,
    /// What `if_late` rests on. Empty when the words are ours.
    pub if_late: Vec<Citation>,
    /// What each note rests on.
    pub notes: Vec<Vec<Citation>>,
    /// What has to hold for its clock to run, in words.
    pub only_if: Option<String>,
    /// The strength in words.
    pub strength: String,
    /// The status in words.
    pub status: String,
    /// The status as a class name has it.
    pub status_key: String,
    /// What stands beside every rule of its source.
    pub status_note: String,
    /// The label for words that are ours.
    pub ours: String,
}

/// The rules at hand.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) events: Vec<EventRules>,
    pub(super) conditions: Vec<Condition>,
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
            known.event.id.as_str() == id || known.rules.iter().any(|shown| shown.rule.id.as_str() == id)
        };
        self.events.iter().position(named)
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = &ShownRule> {
        self.events.iter().flat_map(|event| &event.rules)
    }

    pub(super) fn rule(&self, id: &RuleId) -> Option<&ShownRule> {
        self.rules().find(|shown| shown.rule.id == *id)
    }
}
