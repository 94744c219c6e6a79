//! What the record checklists say.

use super::phrases::phrases;

phrases! {
    /// `words/checklists.toml`.
    ChecklistWords {
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
