//! What follows what, drawn from the sources' text.

use serde::{Deserialize, Serialize};

use crate::id::{FlowId, StatementId, StepId};
use crate::route::Route;

/// A flow: a file under `flows/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Stable id: the file's name.
    pub id: FlowId,
    /// Its page.
    pub route: Route,
    /// What the file says.
    pub file: FlowFile,
}

/// `flows/<id>.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowFile {
    /// What it shows.
    pub title: String,
    /// One sentence for lists.
    pub description: String,
    /// Place among the flows.
    pub order: u32,
    /// What it is drawn from: the sources' own charts are missing from our copies.
    pub drawn: String,
    /// Its steps, in reading order, the start first.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Unique in its flow.
    pub id: StepId,
    /// What sort of step it is.
    pub kind: StepKind,
    /// What happens, short enough for a box.
    pub text: String,
    /// More, for the list.
    pub note: Option<String>,
    /// The limit that the source gives, in words.
    pub by: Option<String>,
    /// The statements it rests on.
    #[serde(default)]
    pub cites: Vec<StatementId>,
    /// Whether it is the guide's own step.
    #[serde(default)]
    pub ours: bool,
    /// The page or tool that tells more.
    pub link: Option<String>,
    /// What comes next. Empty at an end.
    #[serde(default)]
    pub next: Vec<Way>,
}

/// The sort of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Where it begins.
    Start,
    /// Something is done.
    Do,
    /// Something is asked: each way out says for which answer.
    Ask,
    /// Where it ends.
    End,
}

/// A way from one step to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The step it leads to.
    pub to: StepId,
    /// When it is taken.
    pub when: Option<String>,
    /// Whether it leads back to an earlier step.
    #[serde(default)]
    pub again: bool,
}

impl FlowFile {
    /// A step's place, from 0.
    pub fn place(&self, id: &StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.id == *id)
    }
}
