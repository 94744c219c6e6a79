//! Where two sources differ, where a source and the law differ, and where a source reads oddly.
//!
//! Nothing is mended silently: each point is kept as data, with every side, what the guide follows, why, and how far
//! that could be checked. It is shown on the pages where it bites and in a register of its own.

use serde::{Deserialize, Serialize};

use crate::id::{DisagreementId, NoticeId, StatementId};
use crate::route::{Link, Route};

/// Points on one subject: a file under `disagreements/`.
#[derive(Clone, Debug, PartialEq)]
pub struct DisagreementGroup {
    /// Its page.
    pub route: Route,
    /// What the file says.
    pub file: DisagreementsFile,
}

impl DisagreementGroup {
    /// Where an entry of this group stands in the register.
    pub fn link(&self, id: &DisagreementId) -> Link {
        Link::to_anchor(self.route.clone(), id.as_str())
    }
}

/// `disagreements/<group>.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DisagreementsFile {
    /// What the group is about.
    pub title: String,
    /// One sentence for lists.
    pub description: String,
    /// Place in the register.
    pub order: u32,
    /// What its page opens with.
    #[serde(default)]
    pub notices: Vec<NoticeId>,
    /// Its points.
    #[serde(rename = "disagreement")]
    pub entries: Vec<Disagreement>,
}

/// One point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// Stable id.
    pub id: DisagreementId,
    /// The point, not the answer.
    pub title: String,
    /// What differs from what.
    pub kind: DisagreementKind,
    /// What the guide follows, or what the reader should do.
    pub follow: String,
    /// Why.
    pub why: String,
    /// How far it could be checked.
    pub sure: Confidence,
    /// Who says what. Never empty; two or more unless something was overtaken or reads oddly.
    pub says: Vec<Side>,
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Who: the law, a later edition, a source that is silent. A source that is cited is named by its citations.
    pub who: Option<String>,
    /// What it says, in our words.
    pub text: String,
    /// The statements that say so.
    #[serde(default)]
    pub cites: Vec<StatementId>,
}

/// What differs from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisagreementKind {
    /// Two sources.
    Sources,
    /// One source with itself, or with a second way to read it.
    Within,
    /// A source and the law.
    Law,
    /// A source and what came after it.
    Later,
    /// Garbled, misprinted or missing words.
    Odd,
}

impl DisagreementKind {
    /// Whether it takes two sides to differ in this way.
    pub fn needs_two_sides(self) -> bool {
        matches!(self, Self::Sources | Self::Within | Self::Law)
    }
}

/// How far a point could be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the sources, or in the text of the law.
    Checked,
    /// Part of it was not read again: check it.
    ToCheck,
    /// A fair reading of the sources alone.
    Reading,
    /// Not confirmed.
    Unconfirmed,
}
