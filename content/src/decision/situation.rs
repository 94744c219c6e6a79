//! How decisions are grouped and found.

use serde::{Deserialize, Serialize};

use crate::id::{DecisionGroupId, SituationId};

/// `decisions/situations.toml`: how decisions are grouped and found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SituationsFile {
    /// The folders, in the order of lists.
    #[serde(rename = "group")]
    pub groups: Vec<DecisionGroup>,
    /// What someone may have come with, in the order of the index.
    #[serde(rename = "situation")]
    pub situations: Vec<Situation>,
}

/// A folder of decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionGroup {
    /// The folder's name.
    pub id: DecisionGroupId,
    /// What it is about.
    pub title: String,
}

/// What someone may have come with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Situation {
    /// Stable id.
    pub id: SituationId,
    /// In the reader's words: "I have just received a referral".
    pub title: String,
}
