//! What the date fields say.

use serde::{Deserialize, Serialize};

use super::fill;
use crate::calendar::Coverage;
use crate::date::{DateNames, DatePart, DateProblem};

/// `words/date-input.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct DateInputWords {
    pub day: String,
    pub month: String,
    pub year: String,
    pub error_prefix: String,
    pub error_summary_title: String,
    pub empty: String,
    pub missing: String,
    pub missing_and: String,
    pub not_a_number_day: String,
    pub not_a_number_month: String,
    pub not_a_number_year: String,
    pub year_too_short: String,
    pub not_real_day: String,
    pub not_real_month: String,
    pub outside: String,
}

impl DateInputWords {
    /// The label of one field.
    pub fn label(&self, part: DatePart) -> &str {
        match part {
            DatePart::Day => &self.day,
            DatePart::Month => &self.month,
            DatePart::Year => &self.year,
        }
    }

    /// What is wrong with a date and how to mend it. `event` is the event's name.
    pub fn problem(&self, problem: &DateProblem, event: &str) -> String {
        match problem {
            DateProblem::Empty => fill(&self.empty, &[("event", &event.to_lowercase())]),
            DateProblem::Missing(parts) => {
                let names: Vec<String> = parts.iter().map(|part| self.label(*part).to_lowercase()).collect();
                fill(&self.missing, &[("missing", &names.join(&self.missing_and))])
            }
            DateProblem::NotANumber(DatePart::Day) => self.not_a_number_day.clone(),
            DateProblem::NotANumber(DatePart::Month) => self.not_a_number_month.clone(),
            DateProblem::NotANumber(DatePart::Year) => self.not_a_number_year.clone(),
            DateProblem::YearTooShort => self.year_too_short.clone(),
            DateProblem::NotReal(DatePart::Month) => self.not_real_month.clone(),
            DateProblem::NotReal(_) => self.not_real_day.clone(),
        }
    }

    /// That a date lies outside the bank holidays we have.
    pub fn outside(&self, coverage: Coverage, names: &DateNames) -> String {
        let (first, last) = (names.plain(coverage.first.0), names.plain(coverage.last.0));
        fill(&self.outside, &[("first", &first), ("last", &last)])
    }
}
