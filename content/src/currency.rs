//! What came after the sources, and how far we could check it.

use serde::{Deserialize, Serialize};

use crate::id::{ChangeId, NoticeId};

/// `currency.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Currency {
    /// Changes since the sources were written, oldest first.
    #[serde(rename = "change", default)]
    pub changes: Vec<Change>,
    /// Notices that pages open with.
    #[serde(rename = "notice", default)]
    pub notices: Vec<Notice>,
}

/// One change since the sources were written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Stable id.
    pub id: ChangeId,
    /// When, in words.
    pub when: String,
    /// What changed, in our words.
    pub what: String,
    /// How far we could check it.
    pub sure: Sure,
    /// Which part is less sure than the rest.
    pub detail: Option<String>,
}

/// A warning that pages open with, because later law touches all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Stable id.
    pub id: NoticeId,
    /// Heading.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// The change that it tells of.
    pub change: ChangeId,
}

/// How far a fact could be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// Read in official text, or a page that plainly reproduces it.
    Official,
    /// Read in secondary pages only.
    Secondary,
    /// Not confirmed.
    Unconfirmed,
}
