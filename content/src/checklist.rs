//! Record checklists: what a source wants to find in a record, a meeting or a plan, and what is still missing.
//!
//! A [`RecordChecklist`] is a list as its file has it. A [`Sheet`] is the list as it is filled in: it travels to the
//! browser, and with answers it comes to a [`Standing`].

mod answer;
mod checked;
mod list;
mod shares;
mod sheet;
mod standing;
mod summary;

pub use answer::{Answer, ItemState};
pub use checked::{Checked, Missing, SetAside};
pub use list::{Applies, Choice, Item, ItemGroup, ItemRef, ListCase, ListKind, RecordChecklist};
pub use shares::{Shared, shares};
pub use sheet::{Sheet, SheetGroup, SheetItem};
pub use standing::{AnswerProblem, ProblemKind, Standing, Tally};
pub use summary::SummaryParts;
