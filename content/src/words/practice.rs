//! What stands around practice cases. It stands on their pages, so that none of it travels beside them.

use serde::Deserialize;

/// `words/practice.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[expect(missing_docs, reason = "the phrases that their names say")]
pub struct PracticeWords {
    pub level_easy: String,
    pub level_middling: String,
    pub level_hard: String,
    pub fictional: String,
    pub due: String,
    pub due_before: String,
    pub due_on: String,
    pub day_zero: String,
    pub skipped: String,
    pub skipped_weekends_one: String,
    pub skipped_weekends_many: String,
    pub counted: String,
    pub counted_back: String,
    pub not_counted_on: String,
    pub no_number: String,
    pub clock: String,
    pub clock_due: String,
    pub not_started: String,
    pub does_not_run: String,
    pub certain: String,
    pub possible: String,
    pub ruled_out: String,
    pub find_out_next: String,
    pub advice: String,
    pub missing: String,
    pub set_aside: String,
    pub cannot_stand: String,
}
