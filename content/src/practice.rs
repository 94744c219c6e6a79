//! Practice: fictional cases, with questions that the guide's own rules answer.
//!
//! A [`Case`] is what a file under `practice/` says: a story, and steps that each ask one tool. What an option holds to
//! be so is a [`Claim`]: data, not a verdict. Loading works out which claims are right, by the same time limits,
//! decisions and checklists as the tools, and refuses a case whose author's words say otherwise. What comes of that is
//! a [`MarkedCase`], and only loading makes one: pages show its verdicts and need no engine in the browser.
//!
//! What a learner chose travels in a link as a [`Shared`]: names of options, and nothing else.

mod case;
mod claim;
#[cfg(feature = "load")]
mod mark;
mod marked;
mod outline;
mod session;
mod shared;
mod step;
mod working;

pub use case::{Case, Facilitator, Level, Person};
pub use claim::{Claim, Claims, Each};
#[cfg(feature = "load")]
pub(crate) use mark::{Refusal, RefusalKind, Rulebook, Said, ToolName};
pub use marked::{MarkedCase, MarkedStep, Recorded, Working};
pub use outline::{Outline, StepOutline};
pub use session::{Session, SessionPart, SessionsFile};
pub use shared::{Damaged, Shared};
pub use step::{
    Asks, ChecklistQuestion, ClocksQuestion, Dates, DeadlineQuestion, DecisionQuestion, Step, StepOption,
};
