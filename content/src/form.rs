//! Forms and letters: what they ask, what is missing or cannot stand in what was filled in, and the document that
//! comes of it, blank or filled.
//!
//! - [`Form`]: a form as its file has it, every part with the statements it rests on or marked as ours
//! - [`Answers`]: what someone filled in, ready for a file; [`Form::refusals`] checks answers from elsewhere
//! - [`Form::fill_in`]: which parts show, every [`Problem`], and the [`Document`]
//! - [`Document::to_text`]: the document as plain text
//!
//! Nothing that is missing or wrong keeps a form from being printed.

mod answers;
mod definition;
mod document;
mod field;
mod filled;
mod limits;
mod not_supplied;
mod part;
mod placeholder;
mod plain_text;
mod problem;
mod refusal;
mod standing;
mod table;
mod travel;
mod when;
mod writer;

pub use answers::{Answers, Row, Value};
#[cfg(feature = "load")]
pub use definition::FormCase;
pub use definition::{Form, FormKind, FormRule, Severity};
pub use document::{Block, Document, ListItem, Run, RunKind, TableRow};
pub use field::{Asked, Derivation, DueText, Field, FieldKind, FieldOption, Scale};
pub use filled::{Filled, Surroundings};
pub use limits::Limits;
pub use not_supplied::{NotSupplied, NotSuppliedFile};
pub use part::{Part, PartKind, Section, Text, TextStyle, Where};
pub use placeholder::{Piece, pieces};
pub use problem::{Problem, RowPlace};
pub use refusal::{Refusal, Refused};
pub use standing::Standing;
pub use table::{SetRow, Table};
pub use when::When;
pub use writer::Copy;
