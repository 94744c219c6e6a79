//! The dates of a whole case as a kept case has them.

use waymark_content::case::Case as KeptCase;
use waymark_content::date::EnteredDate;

use super::{Case, NO, NOT_KNOWN, Row, YES};
use crate::answers::Answers;

/// Puts what stands in the fields into a case. Events and conditions that this edition does not have stay there.
pub(super) fn put_into(asked: &Case, answers: &Answers, case: &mut KeptCase) {
    for condition in &asked.rules.conditions {
        let holds = match answers.get(condition.id.as_str()) {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        };
        case.set_condition(&condition.id, holds);
    }
    for (place, known) in asked.rules.events.iter().enumerate() {
        let rows = asked.rows.iter().filter(|row| row.event == place);
        let mut dates: Vec<EnteredDate> = rows.map(|row| answers.date(&asked.id(*row))).collect();
        // An empty date holds the place of the ones behind it.
        while dates.last().is_some_and(EnteredDate::is_empty) {
            dates.pop();
        }
        case.set_dates(&known.event.id, &dates);
    }
}

/// Asks for the dates that a case has, and for those that are asked for from the start. What stands in the fields then.
pub(super) fn take_from(asked: &mut Case, case: &KeptCase) -> Answers {
    let dates = |event: usize| case.dates(&asked.rules.event(event).event.id);
    let rows = |event: usize, least: usize| {
        let count = dates(event).len().max(least);
        (1..=count).map(move |number| Row { event, number })
    };
    let first = asked.first.iter().flat_map(|event| rows(*event, 1));
    let rest = (0..asked.rules.events.len()).filter(|event| !asked.first.contains(event));
    asked.rows = first.chain(rest.flat_map(|event| rows(event, 0))).collect();
    let mut answers = Answers::default();
    for condition in &asked.rules.conditions {
        let given = match case.condition(&condition.id) {
            Some(true) => YES,
            Some(false) => NO,
            None => NOT_KNOWN,
        };
        answers.set(condition.id.as_str(), given);
    }
    for row in &asked.rows {
        if let Some(date) = case.dates(&asked.rules.event(row.event).event.id).get(row.number - 1) {
            answers.set_date(&asked.id(*row), date);
        }
    }
    answers
}
