//! What the decisions say: in the browser, and on their pages.

use serde::{Deserialize, Serialize};

use super::phrases::phrases;

phrases! {
    /// `words/decisions.toml`: what the tool says.
    DecisionWords {
        not_known,
        summary_none,
        summary,
        summary_certain_none,
        summary_certain_one,
        summary_certain_many,
        summary_possible_none,
        summary_possible_one,
        summary_possible_many,
        certain,
        certain_none,
        why,
        because,
        whatever,
        pair,
        advice,
        next,
        next_lead,
        possible,
        possible_lead,
        hangs_on,
        reached_by,
        changes,
        change,
        change_certain,
        change_possible,
        change_ruled_out,
        ruled_out,
        ruled_out_because,
        your_answers,
        dated,
        clear,
        personal,
    }
}

/// `words/decisions-page.toml`: the still text of their pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct DecisionPageWords {
    pub fallback: Vec<String>,
    pub facts_heading: String,
    pub facts_lead: String,
    pub asked_when: String,
    pub table_heading: String,
    pub table_lead: String,
    pub table_columns: Vec<String>,
    pub question_is: String,
    pub any_of: String,
    pub otherwise: String,
    pub go_on: String,
    pub nothing_more: String,
    pub or: String,
    pub and: String,
    pub yes: String,
    pub unknown: String,
    pub outcomes_heading: String,
    pub next_heading: String,
    pub next_item: String,
    pub record_heading: String,
    pub reading_heading: String,
    pub ask: String,
    pub starts: String,
    pub opens: String,
    pub advice_heading: String,
    pub advice_when: String,
    pub always_heading: String,
    pub gaps_heading: String,
    pub differs_heading: String,
    pub cases_heading: String,
    pub cases_columns: Vec<String>,
    pub case_nothing: String,
    pub none: String,
    pub related_heading: String,
    pub by_situation: String,
    pub by_group: String,
}
