//! A time limit as a source has it.

use serde::{Deserialize, Serialize};

use super::Limit;
use crate::date::IsoDate;
use crate::id::{ConditionId, EventId, RuleId, SourceId, StatementId};
use crate::route::{Route, SitePage};
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
    /// The statements that name it.
    #[serde(default)]
    pub cites: Vec<StatementId>,
    /// Whether it is the guide's own: no source names it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// `deadlines/conditions.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConditionsFile {
    /// Everything that a clock may depend on.
    #[serde(rename = "condition")]
    pub conditions: Vec<Condition>,
}

/// Something that has to hold for a clock to run at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Stable id.
    pub id: ConditionId,
    /// What the tool asks.
    pub question: String,
    /// The same as a limit on the rule: "Only if a plan was made."
    pub only_if: String,
    /// What to do while nobody knows.
    pub unknown: String,
    /// The statements that make it a condition.
    pub cites: Vec<StatementId>,
}

/// One time limit with a number: a file under `deadlines/`.
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
    /// The event whose date shows that it was met.
    pub met_event: Option<EventId>,
    /// What has to hold for the clock to run at all.
    pub condition: Option<ConditionId>,
    /// Whether it starts again with each further event of its kind, as reviews do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeats: bool,
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
    /// Worked cases. They are checked when content is loaded.
    #[serde(default, rename = "case")]
    pub cases: Vec<WorkedCase>,
}

impl DeadlineRule {
    /// Its page, below the tool's.
    pub fn route(&self) -> Route {
        SitePage::Deadlines.route().child(self.id.as_str())
    }
}

/// `deadlines/without-a-number/<source>.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnnumberedFile {
    /// Its limits, in the source's order.
    #[serde(rename = "limit")]
    pub limits: Vec<UnnumberedLimit>,
}

/// A limit for which the source gives no number. It is never turned into one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnnumberedLimit {
    /// Stable id.
    pub id: RuleId,
    /// When it bites.
    pub trigger: String,
    /// How soon, in words.
    pub limit: String,
    /// What has to be done.
    pub what: String,
    /// Who has to do it.
    pub who: String,
    /// How strongly the source puts it.
    pub strength: Strength,
    /// The document it is taken from.
    pub source: SourceId,
    /// Where it stands today.
    pub status: Status,
    /// The statements it rests on. Never empty.
    pub cites: Vec<StatementId>,
    /// What to record when it was missed, where the source says.
    pub if_late: Option<String>,
    /// What else to know.
    pub note: Option<String>,
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
    /// Due date of a limit before an event, with that many whole working days in between.
    pub due_clear: Option<IsoDate>,
    /// The calendar must refuse to answer.
    #[serde(default)]
    pub refused: bool,
    /// What the case shows.
    pub why: String,
}
