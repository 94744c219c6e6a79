//! What has to hold.

use serde::{Deserialize, Serialize};

use super::answers::Value;
use super::standing::Standing;
use crate::id::{FieldId, OptionId};

/// One condition on one field: what was chosen in it, or whether anything is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The field.
    pub field: FieldId,
    /// One of these is chosen in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<OptionId>,
    /// Something, or nothing, is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<bool>,
}

/// How a condition finds its field.
pub(super) struct Looked<'a> {
    /// Whether the field shows.
    pub(super) standing: Standing,
    /// What is in it.
    pub(super) value: Option<&'a Value>,
}

impl When {
    /// Whether it holds: [`Standing::Shown`] when it does, [`Standing::Open`] while nobody has answered.
    ///
    /// `all_blank` says that nothing at all is filled in: then nothing is left out of the paper either.
    pub(super) fn holds(&self, looked: &Looked<'_>, all_blank: bool) -> Standing {
        let value = looked.value.filter(|value| value.is_filled());
        let answered = match (self.filled, value) {
            (Some(filled), _) if filled == value.is_some() => Standing::Shown,
            (Some(_), _) if all_blank => Standing::Open,
            (Some(_), _) => Standing::Hidden,
            (None, None) => Standing::Open,
            (None, Some(value)) if self.is.iter().any(|option| value.has(option)) => Standing::Shown,
            (None, Some(_)) => Standing::Hidden,
        };
        answered.min(looked.standing)
    }
}
