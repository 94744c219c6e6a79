//! Measuring the site: by Lighthouse, beside the same pages by other generators, and with more content.
//!
//! What is counted (bytes, requests, scores that no clock enters) has a budget, and over it the command fails. What is
//! timed is told and never fails: it depends on the machine and on what else runs there.

mod copies;
mod lighthouse;
mod markdown;
mod others;
mod pages;
mod scale;
mod serving;
mod table;

pub(crate) use others::others;
pub(crate) use pages::pages;
pub(crate) use scale::scale;

use crate::failure::Failure;

/// Nothing, or what was found over its budget in one failure.
fn within(budget: Vec<String>) -> Result<(), Failure> {
    if budget.is_empty() {
        return Ok(());
    }
    Err(Failure::new(budget.join("; "), "The figures stand above."))
}
