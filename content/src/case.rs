//! A case as it is kept: on the device, or in a file.
//!
//! - [`Case`]: what someone entered, tool by tool, by the ids of what was asked
//! - [`CaseFile`]: a case with the dates and the version that stand around it; [`open`] reads one, or says in a
//!   [`Refusal`] what is wrong and where
//! - [`SealedCase`]: the same behind a passphrase; the sealing itself is the browser's
//! - [`Keeping`] and [`Edition`]: how much may be kept and for how long, and what this edition of the guide asks
//!
//! A file is read whole or not at all. What it answers that this edition does not ask stays in the case untouched.

mod contents;
mod edition;
mod file;
mod json;
mod keeping;
mod reading;
mod refusal;
mod sealed;
mod shape;
mod versions;
mod writing;

pub use contents::{Case, Held};
pub use edition::Edition;
pub use file::{CaseFile, Kept, Opened, open};
pub use json::Json;
pub use keeping::Keeping;
pub use refusal::{Refusal, Refused};
pub use sealed::SealedCase;
#[cfg(feature = "load")]
pub use shape::schema;
pub use versions::VERSION;
