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
    /// The event that is asked for.
    pub event: Event,
    /// The limits that it starts.
    pub rules: Vec<ShownRule>,
    /// Bank holidays.
    pub calendar: CalendarFile,
    /// Names of days and months.
    pub names: DateNames,
    /// Labels and messages of the date fields.
    pub input: DateInputWords,
    /// What the tool says.
    pub words: DeadlineWords,
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
    rules: Vec<DeadlineRule>,
}

impl ReadyDeadlines {
    /// Checks the data.
    ///
    /// # Errors
    /// What is wrong with the calendar.
    pub fn new(data: DeadlinesData) -> Result<Self, CalendarProblem> {
        let calendar = WorkingDayCalendar::try_from(&data.calendar)?;
        let rules = data.rules.iter().map(|shown| shown.rule.clone()).collect();
        Ok(Self { data, calendar, rules })
    }

    pub(super) fn rule(&self, id: &RuleId) -> Option<&ShownRule> {
        self.data.rules.iter().find(|shown| shown.rule.id == *id)
    }

    /// The dates that follow from a date as typed, or what is wrong with it.
    pub(super) fn timetable(&self, entered: &EnteredDate) -> Result<Timetable, DateInputError> {
        let date = entered.read().map_err(|problem| DateInputError {
            message: self.data.input.problem(&problem, &self.data.event.in_sentence),
            parts: [DatePart::Day, DatePart::Month, DatePart::Year]
                .into_iter()
                .filter(|part| problem.concerns(*part))
                .collect(),
        })?;
        Timetable::for_event(date, &self.rules, &self.calendar).map_err(|outside| DateInputError {
            message: self.data.input.outside(outside.coverage, &self.data.names),
            parts: vec![DatePart::Year],
        })
    }
}
