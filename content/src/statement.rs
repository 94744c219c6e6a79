//! What a source says, one statement at a time.

use serde::{Deserialize, Serialize};

use crate::id::StatementId;

/// One statement of a source, in our words, with where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Stable id, unique across all sources.
    pub id: StatementId,
    /// Where it stands in the source, as a reader would find it: `3.1`, `para 60`.
    pub locator: String,
    /// What sort of statement it is.
    pub kind: StatementKind,
    /// What it says, in our words.
    pub gist: String,
    /// How strongly the source puts it.
    pub strength: Strength,
    /// The sort of tool that it feeds.
    pub tool: Tool,
    /// Whom it is addressed to.
    pub who: String,
}

/// How strongly a source puts a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// A requirement.
    Must,
    /// Expected, short of a requirement.
    Should,
    /// Allowed.
    May,
    /// Information: no duty.
    Info,
}

/// The sort of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// How or when a record is corrected.
    Amendment,
    /// One thing to check or include.
    ChecklistItem,
    /// Background.
    Context,
    /// Part of a test.
    Criterion,
    /// Points to another text.
    CrossRef,
    /// What a word means.
    Definition,
    /// Something that someone has to do.
    Duty,
    /// An illustration.
    Example,
    /// Where a rule does not apply.
    Exception,
    /// A step in a process.
    FlowStep,
    /// An abbreviation spelled out.
    Glossary,
    /// A value to work by.
    Principle,
    /// A research finding.
    Research,
    /// Who does what.
    Role,
    /// When information may or must be shared.
    SharingCondition,
    /// The shape of a form, plan or letter.
    Template,
    /// One field of a form.
    TemplateField,
    /// A limit in time, with or without a number.
    TimeLimit,
}

/// The sort of tool that a statement feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tool {
    /// Correcting a record.
    Amendment,
    /// A record checklist.
    Checklist,
    /// The deadlines tool.
    Deadlines,
    /// A flow.
    Flow,
    /// Read only.
    None,
    /// A decision about sharing.
    Sharing,
    /// A form or letter.
    Template,
    /// A threshold check.
    Threshold,
}
