//! Decisions: tables of the sources as data, and what they point to when some answers are not known.
//!
//! A [`Decision`] is what a file under `decisions/` says. Its [`Table`] is the same without words, small enough to
//! travel to the browser. An [`Assessor`] is the table worked through for every set of answers there can be, so that
//! [`Assessor::assess`] only looks up. "Not known" is never taken for "no": an outcome is ruled out only when no way
//! of filling in the unknowns reaches it.

mod assess;
mod assessment;
mod assessor;
mod definition;
mod index;
mod misnamed;
mod outcome;
mod situation;
mod table;
#[cfg(feature = "load")]
mod walk;

pub use assessment::{Answer, Asked, Assessment, Certain, Change, Possible, Reason, RuledOut};
pub use assessor::Assessor;
#[cfg(feature = "load")]
pub(crate) use assessor::Place;
pub use definition::{Advice, AskedWhen, Decision, DecisionCase, Fact, FactValue, Gap, Rule, Values, When};
pub use index::{AdviceIndex, FactIndex, OutcomeIndex, RuleIndex, ValueIndex};
pub use misnamed::{Limit, Misnamed, Part};
pub use outcome::{NextAction, Outcome, OutcomeKind, Reading};
pub use situation::{DecisionGroup, Situation, SituationsFile};
pub use table::{Answers, Atom, Condition, Table, TableFact, TableRule};
