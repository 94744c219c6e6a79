//! One due date: what must have happened by then, who, how strong, which paragraph, and how it was counted.

use chrono::NaiveDate;
use waymark_content::calendar::{NotWorking, WorkingDayCalendar};
use waymark_content::deadline::{Answer, Due, Limit};
use waymark_content::words::{DeadlineWords, fill};

use super::ShownRule;
use super::counting::Counting;
use super::data::{Rules, on_page};
use super::working::working;
use crate::piece::{Piece, element, paragraph, text};
use crate::take_away::DatedLine;

/// What an answer is shown with.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) rules: &'a Rules,
    pub(super) counting: &'a Counting,
    pub(super) calendar: &'a WorkingDayCalendar,
}

/// The event with its date, and the warning that it fell on a day off.
pub(super) fn event_line(
    shown: &Shown<'_>,
    name: &str,
    event: NaiveDate,
    not_working: Option<&NotWorking>,
) -> Vec<Piece> {
    let (data, words) = (&shown.counting.data, &shown.rules.words);
    let line = fill(words.answer_event(), &[("event", name), ("date", data.names.long(event).as_str())]);
    let mut pieces = vec![paragraph(vec![text(line)])];
    if let Some(reason) = not_working {
        let reason = fill(words.event_on_day_off(), &[("reason", &reason_words(words, reason))]);
        pieces.push(paragraph(vec![text(reason)]));
        pieces.push(paragraph(vec![text(words.earlier_first())]));
    }
    pieces
}

/// Why a day does not count, in words.
pub(super) fn reason_words(words: &DeadlineWords, reason: &NotWorking) -> String {
    match reason {
        NotWorking::Weekend => words.skipped_weekend().to_owned(),
        NotWorking::BankHoliday(name) | NotWorking::Closure(name) => name.clone(),
    }
}

/// A limit in words: "45 working days".
pub fn limit_words(words: &DeadlineWords, limit: Limit) -> String {
    let (count, one, many) = match limit {
        Limit::WorkingDays(days) => (days.0, words.limit_one(), words.limit_many()),
        Limit::WorkingDaysBefore(days) => (days.0, words.limit_before(), words.limit_before()),
        Limit::Weeks(weeks) => (weeks, words.limit_week(), words.limit_weeks()),
        Limit::Months(months) => (months, words.limit_month(), words.limit_months()),
        Limit::Birthday(age) => (age, words.limit_birthday(), words.limit_birthday()),
    };
    fill(if count == 1 { one } else { many }, &[("count", &count.to_string())])
}

/// The panel of one due date.
pub(super) fn answer_panel(with: &Shown<'_>, name: &str, event: NaiveDate, answer: &Answer) -> Piece {
    let Shown { rules, counting, calendar } = with;
    let (data, words) = (&counting.data, &rules.words);
    let shown: Vec<&ShownRule> = answer.rules.iter().filter_map(|id| rules.rule(id)).collect();
    let label = shown.iter().map(|shown| shown.title.as_str()).collect::<Vec<_>>().join(". ");
    let mut pieces = Vec::new();
    match &answer.due {
        Ok(due) => {
            let kicker = match answer.limit {
                Limit::Birthday(_) => words.on_the_day(),
                Limit::WorkingDaysBefore(_) => words.no_later_than(),
                Limit::WorkingDays(_) | Limit::Weeks(_) | Limit::Months(_) => words.by_the_end_of(),
            };
            pieces.push(element("p", "wm-answer__kicker", vec![text(kicker)]));
            pieces.push(element("h3", "wm-answer__date", vec![text(data.names.long(due.on))]));
            // A birthday is no deadline: what kind of day it is says nothing, and nothing is late.
            let is_birthday = matches!(answer.limit, Limit::Birthday(_));
            if !is_birthday {
                pieces.push(paragraph(vec![text(counting.standing(due, calendar))]));
            }
            let provisional = counting.provisional(calendar, event, due.on);
            if let Some(provisional) = provisional.filter(|_| !is_birthday) {
                pieces.push(element("p", "wm-provisional", vec![text(provisional)]));
            }
            let day_off = due.not_working.as_ref().filter(|_| !is_birthday);
            if let Some(reason) = day_off {
                let values = [("reason", reason_words(words, reason))];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                pieces.push(paragraph(vec![text(fill(words.due_on_day_off(), &values))]));
            }
            if due.last_day_stands_in {
                pieces.push(paragraph(vec![text(words.last_day_stands_in())]));
            }
            if let Some(other) = due.other_birthday {
                let values = [("date", data.names.long(other))];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                pieces.push(paragraph(vec![text(fill(words.other_birthday(), &values))]));
            }
        }
        Err(outside) => {
            let limit = limit_words(words, answer.limit);
            let last = data.names.plain(outside.coverage.last.0);
            let values = [("limit", limit.as_str()), ("date", &data.names.plain(event)), ("last", &last)];
            pieces.push(element("h3", "govuk-heading-s", vec![text(fill(words.runs_past(), &values))]));
        }
    }
    let other = answer.other.as_ref().and_then(|other| other.as_ref().ok());
    if let Some(other) = other {
        let lead = match answer.limit {
            Limit::WorkingDaysBefore(_) => words.or_clear_days(),
            _ => words.or_by_the_end_of(),
        };
        let date = element("strong", "", vec![text(data.names.long(other.on))]);
        pieces.push(paragraph(vec![text(lead), text(" "), date]));
    }
    pieces.extend(answer.rules.iter().map(|id| Piece::Copy(on_page::rule(id))));
    let due = answer.due.as_ref().ok();
    let days = due.into_iter().chain(other);
    pieces.extend(days.flat_map(|due: &Due| working(counting, words, name, due)));
    element("section", "wm-answer", pieces).with("aria-label", label)
}

/// The due date for taking away, a line for each rule. A birthday is no deadline.
pub(super) fn dated_lines(with: &Shown<'_>, event: NaiveDate, answer: &Answer) -> Vec<DatedLine> {
    let Shown { rules, counting, calendar } = with;
    if matches!(answer.limit, Limit::Birthday(_)) {
        return Vec::new();
    }
    let Ok(due) = &answer.due else { return Vec::new() };
    let line = |shown: &ShownRule| DatedLine {
        rule: shown.clock.id.as_str().to_owned(),
        turn: 0,
        started: event,
        due: due.on,
        what: shown.title.clone(),
        state: counting.standing(due, calendar),
        source: shown.source.clone(),
    };
    answer.rules.iter().filter_map(|id| rules.rule(id)).map(line).collect()
}
