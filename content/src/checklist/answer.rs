//! What someone answered to an item.

use serde::{Deserialize, Serialize};

use crate::id::{ChoiceId, ItemId};

/// The answer to one item. An item without an answer is not recorded yet: nothing is taken for granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The item.
    pub item: ItemId,
    /// Whether it is there.
    pub state: ItemState,
    /// What was chosen, where the item has options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<ChoiceId>,
    /// Why it does not apply. Kept when the state changes, and read only then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A short note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Whether an item is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Not yet, or not known.
    #[default]
    NotYet,
    /// It is.
    Recorded,
    /// It does not apply here, for the reason given.
    DoesNotApply,
}

impl Answer {
    /// An answer with nothing written beside it.
    pub fn new(item: ItemId, state: ItemState) -> Self {
        Self { item, state, choice: None, reason: String::new(), note: String::new() }
    }

    /// Whether a reason was given: at least one word.
    pub fn has_reason(&self) -> bool {
        self.reason.chars().any(char::is_alphabetic)
    }
}
