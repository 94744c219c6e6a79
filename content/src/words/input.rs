//! What the date fields say.

use super::fill;
use super::phrases::phrases;
use crate::date::{DatePart, DateProblem};

phrases! {
    /// `words/date-input.toml`.
    DateInputWords {
        day,
        month,
        year,
        day_in_sentence,
        month_in_sentence,
        year_in_sentence,
        error_prefix,
        error_summary_title,
        empty,
        missing,
        missing_and,
        not_a_number_day,
        not_a_number_month,
        not_a_number_year,
        year_too_short,
        not_real_day,
        not_real_month,
    }
}

impl DateInputWords {
    /// The label of one field.
    pub fn label(&self, part: DatePart) -> &str {
        match part {
            DatePart::Day => self.day(),
            DatePart::Month => self.month(),
            DatePart::Year => self.year(),
        }
    }

    fn label_in_sentence(&self, part: DatePart) -> &str {
        match part {
            DatePart::Day => self.day_in_sentence(),
            DatePart::Month => self.month_in_sentence(),
            DatePart::Year => self.year_in_sentence(),
        }
    }

    /// What is wrong with a date and how to mend it. `event` is the event as it stands inside a sentence.
    pub fn problem(&self, problem: &DateProblem, event: &str) -> String {
        let fixed = match problem {
            DateProblem::Empty => return fill(self.empty(), &[("event", event)]),
            DateProblem::Missing(parts) => {
                let names: Vec<&str> = parts.iter().map(|part| self.label_in_sentence(*part)).collect();
                return fill(self.missing(), &[("missing", &names.join(self.missing_and()))]);
            }
            DateProblem::NotANumber(DatePart::Day) => self.not_a_number_day(),
            DateProblem::NotANumber(DatePart::Month) => self.not_a_number_month(),
            DateProblem::NotANumber(DatePart::Year) => self.not_a_number_year(),
            DateProblem::YearTooShort => self.year_too_short(),
            DateProblem::NotReal(DatePart::Month) => self.not_real_month(),
            DateProblem::NotReal(_) => self.not_real_day(),
        };
        fixed.to_owned()
    }
}
