//! Any count: working days or months from a date, before a date, between two dates.

use chrono::NaiveDate;
use waymark_content::calendar::{Months, OutsideCoverage, WorkingDayCalendar, WorkingDays};
use waymark_content::deadline::{Counting as Way, Due, after, after_months, before, between};
use waymark_content::packed;
use waymark_content::words::{CountsWords, DeadlineWords, fill};

use super::answer::reason_words;
use super::counting::{Counting, CountingData, one_or_many};
use super::tool::{Asks, DatesTool};
use super::working::working;
use crate::answers::Answers;
use crate::form::{Outcome, Worked, answer_heading};
use crate::piece::{Piece, element, paragraph, text};
use crate::question::{Field, FieldError, Question};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct AnyCountData {
    /// How it counts.
    pub counting: CountingData,
    /// What it says.
    pub words: CountsWords,
    /// What the deadlines tools say about due dates.
    pub deadlines: DeadlineWords,
}

packed!(AnyCountData { counting, words, deadlines });

const KIND: &str = "count";
const NUMBER: &str = "number";
const DATE: &str = "date";
const SECOND: &str = "second-date";
const MOST: u32 = 9_999;

/// What is counted, in the order in which it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    After,
    Before,
    Latest,
    Between,
    Months,
}

impl Kind {
    const ALL: [Kind; 5] = [Kind::After, Kind::Before, Kind::Latest, Kind::Between, Kind::Months];

    fn label(self, words: &CountsWords) -> &str {
        match self {
            Kind::After => words.count_after(),
            Kind::Before => words.count_before(),
            Kind::Latest => words.count_latest(),
            Kind::Between => words.count_between(),
            Kind::Months => words.count_months(),
        }
    }

    fn date_question(self, words: &CountsWords) -> &str {
        match self {
            Kind::After | Kind::Between | Kind::Months => words.count_date(),
            Kind::Before => words.count_date_before(),
            Kind::Latest => words.count_date_latest(),
        }
    }
}

struct AnyCount {
    words: CountsWords,
    deadlines: DeadlineWords,
}

impl AnyCountData {
    /// The tool. `clock` tells what day it is.
    pub fn tool(self, clock: fn() -> NaiveDate) -> Option<DatesTool> {
        let AnyCountData { counting, words, deadlines } = self;
        let mut counting = Counting::new(counting, clock).ok()?;
        counting.restore();
        let mut answers = Answers::default();
        answers.set(KIND, "0");
        Some(DatesTool::new(counting, Box::new(AnyCount { words, deadlines }), answers))
    }
}

fn kind(answers: &Answers) -> Kind {
    Kind::ALL.get(answers.choice(KIND)).copied().unwrap_or(Kind::After)
}

impl Asks for AnyCount {
    fn questions(&self, _: &Counting, answers: &Answers) -> Vec<Question> {
        let (words, now) = (&self.words, kind(answers));
        let labels = Kind::ALL.map(|kind| kind.label(words));
        let mut questions = vec![Question::new(KIND, words.count_what(), Field::radios(&labels))];
        if now != Kind::Between {
            let hint = fill(words.count_number_hint(), &[("most", "9,999")]);
            questions.push(Question::new(NUMBER, words.count_number(), Field::Number).with_hint(&hint));
        }
        let hint = words.count_hint();
        questions.push(Question::new(DATE, now.date_question(words), Field::Date).with_hint(hint));
        if now == Kind::Between {
            questions.push(Question::new(SECOND, words.count_second(), Field::Date).with_hint(hint));
        }
        questions
    }

    fn work(&self, counting: &Counting, answers: &Answers) -> Worked {
        let (words, deadlines) = (&self.words, &self.deadlines);
        let kind = kind(answers);
        let date = counting.date(DATE, answers, words.count_date_in_sentence());
        let (date, count, second) = if kind == Kind::Between {
            let second = counting.date(SECOND, answers, words.count_second_in_sentence());
            match (date, second) {
                (Ok(date), Ok(second)) => (date, 0, second),
                (date, second) => return Err(date.err().into_iter().chain(second.err()).collect()),
            }
        } else {
            match (number(counting, answers.get(NUMBER)), date) {
                (Ok(count), Ok(date)) => (date, count, date),
                (count, date) => return Err(count.err().into_iter().chain(date.err()).collect()),
            }
        };
        if kind == Kind::Between && second <= date {
            return Err(vec![FieldError::new(SECOND, counting.data.words.end_before_start())]);
        }
        let calendar = counting.calendar();
        let parts = match kind {
            Kind::After | Kind::Before => {
                by_working_days(counting, words, deadlines, &calendar, kind, date, count)
            }
            Kind::Latest => latest(counting, words, deadlines, &calendar, date, count),
            Kind::Between => days_between(counting, words, deadlines, &calendar, date, second),
            Kind::Months => by_months(counting, deadlines, &calendar, date, count),
        };
        let panel = parts.map_err(|outside| vec![FieldError::new(DATE, counting.runs_outside(outside))])?;
        let pieces = vec![
            answer_heading(words.count_heading()),
            paragraph(vec![text(counting.counted_for())]),
            element("section", "wm-answer", panel).with("aria-label", kind.label(words)),
        ];
        Ok(Outcome { pieces, dates: Vec::new() })
    }

    fn button(&self) -> &str {
        self.words.count_button()
    }

    fn words(&self) -> &DeadlineWords {
        &self.deadlines
    }
}

/// The number as typed, or what is wrong with it.
fn number(counting: &Counting, typed: &str) -> Result<u32, FieldError> {
    let words = &counting.data.words;
    let typed = typed.trim();
    let message = match typed.parse::<u32>() {
        _ if typed.is_empty() => words.number_empty().to_owned(),
        Ok(0) => words.number_zero().to_owned(),
        Ok(number) if number <= MOST => return Ok(number),
        // Digits alone that do not fit are too large as well.
        _ if typed.bytes().all(|byte| byte.is_ascii_digit()) => {
            fill(words.number_too_large(), &[("most", "9,999")])
        }
        _ => words.number_not_a_number().to_owned(),
    };
    Err(FieldError::new(NUMBER, message))
}

/// The answer, largest.
fn headline(line: String) -> Piece {
    element("h3", "wm-answer__date", vec![text(line)])
}

fn provisional(
    counting: &Counting,
    calendar: &WorkingDayCalendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Option<Piece> {
    let line = counting.provisional(calendar, from, to)?;
    Some(element("p", "wm-provisional", vec![text(line)]))
}

fn by_working_days(
    counting: &Counting,
    words: &CountsWords,
    deadlines: &DeadlineWords,
    calendar: &WorkingDayCalendar,
    kind: Kind,
    date: NaiveDate,
    count: u32,
) -> Result<Vec<Piece>, OutsideCoverage> {
    let count = WorkingDays(count);
    let due = |way| match kind {
        Kind::Before => before(date, count, way, calendar),
        _ => after(date, count, way, calendar),
    };
    let (other_way, other_words) = match kind {
        Kind::Before => (Way::ClearDays, words.count_or_clear()),
        _ => (Way::FromNextWorkingDay, words.count_or_received()),
    };
    let first = due(Way::FromTheDay)?;
    let mut pieces = vec![headline(counting.data.names.long(first.on))];
    if let Ok(other) = due(other_way)
        && other.on != first.on
    {
        let date = counting.data.names.long(other.on);
        pieces.push(paragraph(vec![text(fill(other_words, &[("date", &date)]))]));
    }
    pieces.extend(provisional(counting, calendar, date, first.on));
    pieces.extend(working(counting, deadlines, words.count_day_zero(), &first));
    Ok(pieces)
}

fn latest(
    counting: &Counting,
    words: &CountsWords,
    deadlines: &DeadlineWords,
    calendar: &WorkingDayCalendar,
    by: NaiveDate,
    count: u32,
) -> Result<Vec<Piece>, OutsideCoverage> {
    let names = &counting.data.names;
    let any = calendar.latest_start(by, WorkingDays(count))?;
    let working_day = calendar.latest_working_start(by, WorkingDays(count))?;
    let values = [("date", names.long(any)), ("count", count.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut pieces = vec![headline(names.long(working_day))];
    if any == working_day {
        pieces.push(paragraph(vec![text(fill(words.count_latest_same(), &values))]));
    } else {
        let line = fill(words.count_latest_working(), &[("date", &names.long(working_day))]);
        pieces.push(paragraph(vec![text(line)]));
        pieces.push(paragraph(vec![text(fill(words.count_latest_any(), &values))]));
    }
    pieces.extend(provisional(counting, calendar, working_day, by));
    let way = after(working_day, WorkingDays(count), Way::FromTheDay, calendar)?;
    pieces.extend(working(counting, deadlines, &names.long(working_day), &way));
    Ok(pieces)
}

fn days_between(
    counting: &Counting,
    words: &CountsWords,
    deadlines: &DeadlineWords,
    calendar: &WorkingDayCalendar,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Piece>, OutsideCoverage> {
    let names = &counting.data.names;
    let WorkingDays(count) = calendar.working_days_between(first, last)?;
    let line =
        one_or_many(count, words.count_between_none(), words.count_between_one(), words.count_between_many());
    let dates = [("first", names.long(first)), ("last", names.long(last))];
    let dates = dates.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut pieces = vec![
        headline(fill(line, &[("count", &count.to_string())])),
        paragraph(vec![text(fill(words.count_between_line(), &dates))]),
    ];
    pieces.extend(provisional(counting, calendar, first, last));
    pieces.extend(working(counting, deadlines, words.count_day_zero(), &between(first, last, calendar)?));
    Ok(pieces)
}

fn by_months(
    counting: &Counting,
    deadlines: &DeadlineWords,
    calendar: &WorkingDayCalendar,
    date: NaiveDate,
    count: u32,
) -> Result<Vec<Piece>, OutsideCoverage> {
    let due: Due = after_months(date, Months(count), calendar)?;
    let mut pieces = vec![headline(counting.data.names.long(due.on))];
    if let Some(reason) = &due.not_working {
        let reason = reason_words(deadlines, reason);
        pieces.push(paragraph(vec![text(fill(deadlines.due_on_day_off(), &[("reason", &reason)]))]));
    }
    if due.last_day_stands_in {
        pieces.push(paragraph(vec![text(deadlines.last_day_stands_in())]));
    }
    pieces.extend(provisional(counting, calendar, date, due.on));
    Ok(pieces)
}
