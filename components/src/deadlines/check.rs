//! Whether something was done in time.

use chrono::NaiveDate;
use waymark_content::deadline::Limit;
use waymark_content::packed;
use waymark_content::words::{CountsWords, DeadlineWords, fill};

use super::answer::reason_words;
use super::counting::Counting;
use super::data::{AskedEvent, Rules, on_page};
use super::tool::{Asks, DatesTool};
use super::working::working;
use super::{DeadlinesData, ShownRule};
use crate::answers::Answers;
use crate::form::{Outcome, Worked, answer_heading};
use crate::piece::{Piece, element, paragraph, text};
use crate::question::{Field, FieldError, Question};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckData {
    /// The rules.
    pub deadlines: DeadlinesData,
    /// What it says.
    pub words: CountsWords,
}

packed!(CheckData { deadlines, words });

const LIMIT: &str = "limit";
const STARTED: &str = "started";
const DONE: &str = "done";

struct Check {
    rules: Rules,
    /// The limits that can be late: what is reached on a birthday cannot.
    limits: Vec<ShownRule>,
    words: CountsWords,
}

impl CheckData {
    /// The tool: a limit, when its clock started, when the thing was done.
    pub fn tool(self, clock: fn() -> NaiveDate) -> Option<DatesTool> {
        let (rules, mut counting) = self.deadlines.ready(clock)?;
        counting.restore();
        let limits = rules.rules().filter(|shown| !matches!(shown.clock.limit, Limit::Birthday(_)));
        let limits = limits.cloned().collect();
        let check = Check { rules, limits, words: self.words };
        Some(DatesTool::new(counting, Box::new(check), Answers::default()))
    }
}

impl Check {
    fn limit(&self, answers: &Answers) -> &ShownRule {
        self.limits.get(answers.choice(LIMIT)).unwrap_or(&self.limits[0])
    }

    fn event(&self, shown: &ShownRule) -> &AskedEvent {
        let place = self.rules.place_of(shown.clock.id.as_str()).unwrap_or_default();
        &self.rules.event(place).event
    }
}

impl Asks for Check {
    fn questions(&self, _: &Counting, answers: &Answers) -> Vec<Question> {
        let words = &self.words;
        let event = self.event(self.limit(answers));
        let titles = self.limits.iter().map(|shown| shown.title.clone()).collect();
        vec![
            Question::new(LIMIT, words.check_rule(), Field::Select(titles)),
            Question::new(STARTED, &event.question, Field::Date).with_hint(&event.hint),
            Question::new(DONE, words.check_done(), Field::Date).with_hint(words.check_done_hint()),
        ]
    }

    fn work(&self, counting: &Counting, answers: &Answers) -> Worked {
        let (own, words) = (&self.rules.words, &self.words);
        let names = &counting.data.names;
        let shown = self.limit(answers);
        let event = self.event(shown);
        let start = counting.date(STARTED, answers, &event.in_sentence);
        let done = counting.date(DONE, answers, words.check_done_in_sentence());
        let (start, done) = match (start, done) {
            (Ok(start), Ok(done)) => (start, done),
            (start, done) => return Err(start.err().into_iter().chain(done.err()).collect()),
        };
        let is_before = matches!(shown.clock.limit, Limit::WorkingDaysBefore(_));
        if done < start && !is_before {
            return Err(vec![FieldError::new(DONE, words.check_before_start())]);
        }
        let calendar = counting.calendar();
        let (first, other) = shown.clock.limit.ways_to_count();
        let outside = |outside| vec![FieldError::new(STARTED, counting.runs_outside(outside))];
        let due = shown.clock.limit.due(start, first, &calendar).map_err(outside)?;
        let kept = counting.kept(due.kept(done, &calendar).map_err(outside)?);
        let dates = [("due", names.long(due.on)), ("done", names.long(done))];
        let dates = dates.each_ref().map(|(name, value)| (*name, value.as_str()));
        let line = fill(if is_before { words.check_due_before() } else { words.check_due() }, &dates);
        let mut facts = vec![
            element("h3", "wm-answer__date", vec![text(kept)]),
            paragraph(vec![text(line)]),
            Piece::Copy(on_page::met_by(&shown.clock.id)),
        ];
        if let Some(reason) = &due.not_working {
            let reason = reason_words(own, reason);
            facts.push(paragraph(vec![text(fill(own.due_on_day_off(), &[("reason", &reason)]))]));
        }
        let provisional = counting.provisional(&calendar, start, due.on.max(done));
        facts.extend(provisional.map(|line| element("p", "wm-provisional", vec![text(line)])));
        if let Some(Ok(other)) = other.map(|other| shown.clock.limit.due(start, other, &calendar))
            && other.on != due.on
        {
            let kept = counting.kept(other.kept(done, &calendar).map_err(outside)?);
            let values = [("due", names.long(other.on)), ("kept", kept)];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            facts.push(paragraph(vec![text(fill(words.check_other(), &values))]));
        }
        facts.push(Piece::Copy(on_page::status(&shown.clock.id)));
        facts.extend(working(counting, own, &event.name, &due));
        let pieces = vec![
            answer_heading(words.check_heading()),
            paragraph(vec![text(counting.counted_for())]),
            element("section", "wm-answer", facts).with("aria-label", shown.title.clone()),
        ];
        Ok(Outcome { pieces, dates: Vec::new() })
    }

    fn button(&self) -> &str {
        self.words.check_button()
    }

    fn words(&self) -> &DeadlineWords {
        &self.rules.words
    }
}
