//! What the record checklists say: in the browser, and on their pages.

use serde::{Deserialize, Serialize};

use super::phrases::phrases;

phrases! {
    /// `words/checklists.toml`: what the tool says.
    ChecklistWords {
        recorded,
        not_yet,
        does_not_apply,
        only_if,
        reason,
        reason_hint,
        choice,
        note_add,
        note_held,
        note,
        note_hint,
        only_missing,
        every,
        filter_some,
        filter_none,
        see,
        result,
        result_blank,
        summary,
        paper,
        paper_line,
        paper_reason,
        paper_note,
        dated,
        personal,
        print_blank,
        clear,
        cleared,
        put_back,
        summary_title,
        summary_document,
        summary_end,
        progress_always,
        progress_always_set_aside,
        progress_where_relevant,
        progress_where_relevant_set_aside,
        missing_heading,
        missing_where_relevant_heading,
        missing_only_if,
        nothing_missing,
        set_aside_heading,
        set_aside_line,
        notes_heading,
        note_line,
        item_line,
        problems_heading,
        problem_no_reason,
        problem_always_applies,
        problem_no_choice,
        problem_no_such_item,
    }
}

/// `words/checklists-page.toml`: the still text of their pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct ChecklistPageWords {
    pub fallback: Vec<String>,
    pub who: String,
    pub good: String,
    pub reading: String,
    pub choices: String,
    pub only_if: String,
    pub support: String,
    pub not_here: String,
    pub differs: String,
    pub differs_heading: String,
    pub shared: String,
    pub shared_end: String,
    pub related_heading: String,
    pub on_page_heading: String,
}
