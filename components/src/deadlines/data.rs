//! What the page hands to the tool, and what the tool makes of it before it shows itself.

use serde::{Deserialize, Serialize};
use waymark_content::calendar::{CalendarFile, CalendarProblem, WorkingDayCalendar};
use waymark_content::date::{DateNames, DatePart, EnteredDate};
use waymark_content::deadline::{DeadlineRule, Event, Timetable};
use waymark_content::guide::Citation;
use waymark_content::id::RuleId;
use waymark_content::words::{DateInputWords, DeadlineWords};

use crate::date_input::DateInputError;

/// The tool's own rules with everything that it needs to show them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeadlinesData {
    /// What can have happened, each with the limits that it starts.
    pub events: Vec<EventRules>,
    /// Bank holidays.
    pub calendar: CalendarFile,
    /// Names of days and months.
    pub names: DateNames,
    /// Labels and messages of the date fields.
    pub input: DateInputWords,
    /// What the tool says.
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

/// Data that was found good: the calendar stands.
#[derive(Clone, Debug)]
pub struct ReadyDeadlines {
    pub(super) data: DeadlinesData,
    calendar: WorkingDayCalendar,
}

impl ReadyDeadlines {
    /// Checks the data.
    ///
    /// # Errors
    /// What is wrong with the calendar. `None` when there is no event to ask for.
    pub fn new(data: DeadlinesData) -> Result<Self, Option<CalendarProblem>> {
        if data.events.is_empty() {
            return Err(None);
        }
        let calendar = WorkingDayCalendar::try_from(&data.calendar).map_err(Some)?;
        Ok(Self { data, calendar })
    }

    /// The event at this place in the list, or the first.
    pub(super) fn event(&self, place: usize) -> &EventRules {
        self.data.events.get(place).unwrap_or(&self.data.events[0])
    }

    /// The place of an event, or of the event of a rule, by its id.
    pub(super) fn place_of(&self, id: &str) -> Option<usize> {
        let named = |known: &EventRules| {
            known.event.id.as_str() == id || known.rules.iter().any(|shown| shown.rule.id.as_str() == id)
        };
        self.data.events.iter().position(named)
    }

    pub(super) fn rule(&self, id: &RuleId) -> Option<&ShownRule> {
        self.data.events.iter().flat_map(|event| &event.rules).find(|shown| shown.rule.id == *id)
    }

    /// The dates that follow from an event on a date as typed, or what is wrong with it.
    pub(super) fn timetable(&self, place: usize, entered: &EnteredDate) -> Result<Timetable, DateInputError> {
        let EventRules { event, rules } = self.event(place);
        let date = entered.read().map_err(|problem| DateInputError {
            message: self.data.input.problem(&problem, &event.in_sentence),
            parts: [DatePart::Day, DatePart::Month, DatePart::Year]
                .into_iter()
                .filter(|part| problem.concerns(*part))
                .collect(),
        })?;
        let rules: Vec<DeadlineRule> = rules.iter().map(|shown| shown.rule.clone()).collect();
        Timetable::for_event(date, &rules, &self.calendar).map_err(|outside| DateInputError {
            message: self.data.input.outside(outside.coverage, &self.data.names),
            parts: vec![DatePart::Year],
        })
    }
}
