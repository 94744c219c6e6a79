//! One event, and every date that follows from it.

use chrono::NaiveDate;
use waymark_content::deadline::Timetable;
use waymark_content::packed;
use waymark_content::words::DeadlineWords;

use super::DeadlinesData;
use super::answer::{Shown, answer_panel, dated_lines, event_line};
use super::counting::Counting;
use super::data::Rules;
use super::tool::{Asks, DatesTool};
use crate::answers::Answers;
use crate::form::{Outcome, Worked, answer_heading};
use crate::host::Focus;
use crate::piece::{paragraph, text};
use crate::question::{Field, FieldError, Question};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct OneData {
    /// The rules.
    pub deadlines: DeadlinesData,
}

packed!(OneData { deadlines });

/// The id of the list of events.
const EVENT: &str = "event";
/// The id of the date.
const DATE: &str = "date";

struct One {
    rules: Rules,
    /// Whether a link named the event.
    is_named: bool,
}

impl OneData {
    /// The tool. `named` is a rule or an event that a link to it names; `clock` tells what day it is.
    pub fn tool(self, named: &str, clock: fn() -> NaiveDate) -> Option<DatesTool> {
        let (rules, mut counting) = self.deadlines.ready(clock)?;
        counting.restore();
        let rules = rules.starting();
        let place = rules.place_of(named);
        let mut answers = Answers::default();
        answers.set(EVENT, &place.unwrap_or_default().to_string());
        let asks = One { rules, is_named: place.is_some() };
        Some(DatesTool::new(counting, Box::new(asks), answers))
    }
}

impl Asks for One {
    // What was typed stays when another event is chosen: all events share the fields of one date.
    fn questions(&self, _: &Counting, answers: &Answers) -> Vec<Question> {
        let event = &self.rules.event(answers.choice(EVENT)).event;
        let names = self.rules.events.iter().map(|known| known.event.name.clone()).collect();
        vec![
            Question::new(EVENT, self.rules.words.what_happened(), Field::Select(names)),
            Question::new(DATE, &event.question, Field::Date).with_hint(&event.hint),
        ]
    }

    fn work(&self, counting: &Counting, answers: &Answers) -> Worked {
        let words = &self.rules.words;
        let known = self.rules.event(answers.choice(EVENT));
        let date = counting.date(DATE, answers, &known.event.in_sentence).map_err(|error| vec![error])?;
        let rules = known.rules.iter().map(|shown| &shown.clock);
        let calendar = counting.calendar();
        let timetable = Timetable::for_event(date, rules, &calendar)
            .map_err(|outside| vec![FieldError::new(DATE, counting.runs_outside(outside))])?;
        let shown = Shown { rules: &self.rules, counting, calendar: &calendar };
        let name = &known.event.name;
        let mut pieces = vec![answer_heading(words.answer_heading())];
        pieces.extend(event_line(&shown, name, timetable.event, timetable.event_not_working.as_ref()));
        pieces.push(paragraph(vec![text(counting.counted_for())]));
        let panel = |answer| answer_panel(&shown, name, timetable.event, answer);
        pieces.extend(timetable.answers.iter().map(panel));
        let dates = timetable.answers.iter().flat_map(|answer| dated_lines(&shown, date, answer));
        Ok(Outcome { pieces, dates: dates.collect() })
    }

    fn button(&self) -> &str {
        self.rules.words.button()
    }

    fn words(&self) -> &DeadlineWords {
        &self.rules.words
    }

    // Without a script such a link leads to the row of the list below; with it, to the question.
    fn focus_at_start(&self) -> Focus {
        self.is_named.then(|| EVENT.to_owned())
    }
}
