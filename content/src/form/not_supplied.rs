//! What sources name and our copies of them do not hold.

use serde::{Deserialize, Serialize};

use crate::id::StatementId;

/// `forms/not-supplied.toml`: what the sources name and do not hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NotSuppliedFile {
    /// Each of them.
    #[serde(default, rename = "thing")]
    pub things: Vec<NotSupplied>,
}

/// A form, chart or leaflet that a source names and our copy does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotSupplied {
    /// What it is called.
    pub name: String,
    /// What is known of it.
    pub text: String,
    /// The statements that name it. Never empty.
    pub cites: Vec<StatementId>,
}
