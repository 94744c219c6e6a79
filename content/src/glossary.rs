//! What the sources' words and abbreviations mean.

use serde::{Deserialize, Serialize};

use crate::id::{StatementId, TermId};

/// `glossary.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Glossary {
    /// Every term, by alphabet.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
}

impl Glossary {
    /// A term by id.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }
}

/// One term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Stable id; also the anchor on the glossary page.
    pub id: TermId,
    /// The term.
    pub term: String,
    /// Its abbreviation in the sources.
    pub short: Option<String>,
    /// The words on a page that open it. Case counts only for a word with a capital. Empty: it is listed only.
    #[serde(default)]
    pub words: Vec<String>,
    /// What it means. None where no source says.
    pub meaning: Option<String>,
    /// A local name or abbreviation that nobody expands: it is listed as such and never guessed.
    #[serde(default)]
    pub unexplained: bool,
    /// Where the source has it, for a term without a meaning.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// The newer term, or what replaced it.
    pub newer: Option<String>,
    /// The statements that the meaning rests on.
    #[serde(default)]
    pub cites: Vec<StatementId>,
    /// Whether the meaning is the guide's own.
    #[serde(default)]
    pub ours: bool,
}
