//! The search.

use serde::{Deserialize, Serialize};

/// `words/search.toml`. Unlike the words of the tools these go to JavaScript, which reads them by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct SearchWords {
    pub label: String,
    pub hint: String,
    pub loading: String,
    pub failed: String,
    pub one: String,
    pub many: String,
    pub none: String,
    pub none_help: String,
    pub meant: String,
    pub kinds: SearchKinds,
}

/// What each result is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct SearchKinds {
    pub tool: String,
    pub topic: String,
    pub flow: String,
    pub disagreement: String,
    pub page: String,
    pub term: String,
    pub statement: String,
}
