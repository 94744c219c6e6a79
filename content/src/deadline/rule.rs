//! A time limit as a source has it.

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingDays;
use crate::date::IsoDate;
use crate::id::{EventId, RuleId, SourceId, StatementId};
use crate::source::Status;
use crate::statement::Strength;

/// `deadlines/events.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventsFile {
    /// Everything that starts a clock.
    #[serde(rename = "event")]
    pub events: Vec<Event>,
}

/// Something that starts a clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Stable id; also the id of its date field.
    pub id: EventId,
    /// Its name in an answer: "Referral received".
    pub name: String,
    /// The same inside a sentence: "the date the referral was received".
    pub in_sentence: String,
    /// What the tool asks.
    pub question: String,
    /// What to enter, and what not.
    pub hint: String,
    /// The statements that name it as a start.
    pub cites: Vec<StatementId>,
}

/// One time limit: a file under `deadlines/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeadlineRule {
    /// Stable id.
    pub id: RuleId,
    /// What has to be done, as a command.
    pub title: String,
    /// What starts its clock.
    pub event: EventId,
    /// How long.
    pub limit: Limit,
    /// What must have happened by the due date.
    pub met_by: String,
    /// Who has to do it.
    pub who: String,
    /// How strongly the source puts it.
    pub strength: Strength,
    /// The document it is taken from.
    pub source: SourceId,
    /// Where the rule stands today.
    pub status: Status,
    /// The statements it rests on. Never empty.
    pub cites: Vec<StatementId>,
    /// Exactly when its clock starts.
    pub starts: CitedText,
    /// What to record when it was missed.
    pub if_late: CitedText,
    /// What else to know, traps included.
    #[serde(default, rename = "note")]
    pub notes: Vec<CitedText>,
    /// Worked cases. They are checked when content is loaded, and stay out of the browser.
    #[serde(default, rename = "case", skip_serializing)]
    pub cases: Vec<WorkedCase>,
}

/// How long after its start a limit falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// By the end of the Nth working day after the event.
    WorkingDays(WorkingDays),
}

/// A sentence with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CitedText {
    /// The words.
    pub text: String,
    /// The statements. Empty only when `ours` is set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// The guide's own words: no source says this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// A date worked by hand, to hold the rule to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkedCase {
    /// Date of the event.
    pub given: IsoDate,
    /// Due date, counted from the day of the event. Absent when the calendar must refuse.
    pub due: Option<IsoDate>,
    /// Due date when an event on a day off is treated as received on the next working day.
    pub due_if_received_next_working_day: Option<IsoDate>,
    /// The calendar must refuse to answer.
    #[serde(default)]
    pub refused: bool,
    /// What the case shows.
    pub why: String,
}
