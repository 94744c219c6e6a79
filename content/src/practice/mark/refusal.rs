//! Why a case is refused.

use chrono::NaiveDate;

use crate::date::IsoDate;
use crate::id::PracticeOptionId;

/// One reason, and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    /// The step's place.
    pub(crate) step: usize,
    /// The option's place. `None` when the step as a whole is meant.
    pub(crate) option: Option<usize>,
    pub(crate) kind: RefusalKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RefusalKind {
    /// The step asks no tool, or several.
    NotOneTool,
    /// So many options.
    Options(usize),
    /// No claim is right.
    NoneRight,
    /// Every claim is right.
    AllRight,
    /// These claims are right, and only one may be.
    SeveralRight(Vec<PracticeOptionId>),
    /// The author says one thing, and the rules give another.
    Disagrees { said: Said, gives: String },
    /// An option has both or neither of `right` and `wrong`.
    NotOneWhy,
    /// An option claims something that another tool would have to answer.
    AnotherTool(ToolName),
    /// A claim names nothing.
    ClaimsNothing,
    /// Something is named that does not exist.
    Unknown { kind: &'static str, id: String },
    /// A claim names a rule that the step does not show.
    NotShown(String),
    /// The clocks of no rule are shown.
    NoClocks,
    /// A date, or one that follows from it, is not among the published bank holidays.
    NotPublished,
    /// The two ways to count give these dates, and the step does not say which counts.
    WayToCount(NaiveDate, NaiveDate),
    /// The limit is not counted in the way that the step says.
    NoSuchWay,
    /// A checklist has both or neither of `recorded` and `all_but`.
    NotOneRecord,
    /// What it names has mistakes of its own, which are reported where it stands.
    BrokenRule,
}

/// What an author says of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Right,
    Wrong,
}

/// One of the four tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ToolName {
    Deadline,
    Clocks,
    Decision,
    Checklist,
}

/// A date as files write it.
pub(super) fn iso(date: NaiveDate) -> String {
    IsoDate(date).to_string()
}
