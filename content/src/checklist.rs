//! Record checklists: what a source wants to find in a record, a meeting or a plan, and what is still missing.

mod answer;
mod checked;
mod list;
mod shares;
mod summary;

pub use answer::{Answer, ItemState};
pub use checked::{AnswerProblem, Checked, Missing, ProblemKind, SetAside, Tally};
pub use list::{Applies, Choice, Item, ItemGroup, ItemRef, ListCase, ListKind, RecordChecklist};
pub use shares::{Shared, shares};
pub use summary::SummaryParts;
