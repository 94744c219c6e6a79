//! What the deadlines tool and its page say.

use serde::{Deserialize, Serialize};

use super::phrases::phrases;

phrases! {
    /// `words/deadlines.toml`: what the tool says.
    DeadlineWords {
        button,
        day_event,
        answer_heading,
        answer_event,
        event_on_day_off,
        by_the_end_of,
        or_by_the_end_of,
        earlier_first,
        who,
        strength,
        limit_one,
        limit_many,
        limit_before,
        limit_week,
        limit_weeks,
        limit_month,
        limit_months,
        limit_birthday,
        due_on_day_off,
        or_clear_days,
        if_late,
        paragraph,
        working,
        working_summary,
        working_summary_one,
        working_summary_none,
        working_summary_one_none,
        holidays_none,
        holidays_one,
        holidays_many,
        skipped_holidays_heading,
        skipped_weekends_heading,
        skipped_weekend,
        all_days,
        day_zero,
        day_number,
        day_due,
        key_zero,
        key_counted,
        key_skipped,
        key_due,
        grid_due,
        runs_past,
        stale,
        personal,
        grid_event,
        grid_weekend,
        grid_holiday,
        grid_holiday_short,
        key,
        key_holiday,
    }
}

/// `words/deadlines-page.toml`: the still text of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct DeadlinePageWords {
    pub assumption_heading: String,
    pub assumptions: Vec<String>,
    pub fallback_heading: String,
    pub fallback_lead: String,
    pub fallback_steps: Vec<String>,
    pub rules_heading: String,
    pub fallback_columns: Vec<String>,
    pub holidays_heading: String,
    pub holidays_source: String,
    pub must_have_happened: String,
    pub starts: String,
    pub status: String,
    pub show_holidays: String,
}
