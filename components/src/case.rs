//! Keeping a case: on the device, in a file, or not at all, which is the usual.
//!
//! - [`CasePart`]: what a tool has to do to belong to a case; [`WithCase`] puts the bar above it and keeps what it holds
//! - [`CasesPageData`]: the page that lists what is kept
//! - `open_case`: the case on a page and how it stands to what is kept of it; `cases`: what is kept; `shelf`: where
//! - `keeper`: what the reader does about it; `bar`: how that shows; `seal`: the browser's own encryption

mod bar;
mod cases;
mod data;
mod keeper;
mod open_case;
mod page;
mod seal;
mod shelf;
#[cfg(test)]
mod tests;
mod with_case;

pub use data::CaseData;
pub use page::CasesPageData;
pub use with_case::{CasePart, CaseTool, WithCase};

use chrono::NaiveDate;

/// Removes every case whose time is over. Whether the case that was open in this tab went with them.
pub fn sweep(today: NaiveDate) -> bool {
    cases::sweep(&shelf::Device, today)
}
