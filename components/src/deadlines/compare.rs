//! The same event under two ways to count, side by side.

use chrono::NaiveDate;
use waymark_content::calendar::{OutsideCoverage, WorkingDayCalendar};
use waymark_content::deadline::{Counting as Way, Due, Limit};
use waymark_content::packed;
use waymark_content::words::{CountsWords, DeadlineWords, fill};

use super::counting::{Counting, one_or_many};
use super::data::Rules;
use super::tool::{Asks, DatesTool};
use super::{DeadlinesData, ShownRule};
use crate::answers::Answers;
use crate::form::{Outcome, Worked, answer_heading};
use crate::piece::{Piece, element, paragraph, text};
use crate::question::{Field, Question};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareData {
    /// The rules.
    pub deadlines: DeadlinesData,
    /// What it says.
    pub words: CountsWords,
}

packed!(CompareData { deadlines, words });

const EVENT: &str = "event";
const DATE: &str = "date";

/// One of the two ways to count. The fields' ids begin with its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OneWay {
    First,
    Second,
}

impl OneWay {
    const BOTH: [OneWay; 2] = [OneWay::First, OneWay::Second];

    fn field(self, part: &str) -> String {
        format!("{}-{part}", if self == OneWay::First { "first" } else { "second" })
    }

    fn name(self, words: &CountsWords) -> &str {
        match self {
            OneWay::First => words.compare_one(),
            OneWay::Second => words.compare_other(),
        }
    }

    fn questions(self, counting: &Counting, words: &CountsWords) -> Vec<Question> {
        let question = |part: &str, legend: &str, labels| {
            let legend = fill(legend, &[("way", self.name(words))]);
            Question::new(&self.field(part), &legend, Field::Select(labels))
        };
        let policies = [words.compare_policy_day(), words.compare_policy_next()];
        let mut questions = vec![
            question("nation", words.compare_nation(), counting.nations()),
            question("policy", words.compare_policy(), policies.map(str::to_owned).to_vec()),
        ];
        if !counting.closures.is_empty() {
            let choices = [words.compare_closures_with(), words.compare_closures_without()];
            let choices = choices.map(str::to_owned).to_vec();
            questions.push(question("closures", words.compare_closures(), choices));
        }
        questions
    }

    fn calendar(self, counting: &Counting, answers: &Answers) -> WorkingDayCalendar {
        let with_closures = answers.choice(&self.field("closures")) == 0;
        counting.calendar_of(answers.choice(&self.field("nation")), with_closures)
    }

    fn due(
        self,
        limit: Limit,
        event: NaiveDate,
        answers: &Answers,
        calendar: &WorkingDayCalendar,
    ) -> Result<Due, OutsideCoverage> {
        let (usual, other) = limit.ways_to_count();
        let way = match other {
            Some(Way::FromNextWorkingDay) if answers.choice(&self.field("policy")) == 1 => {
                Way::FromNextWorkingDay
            }
            _ => usual,
        };
        limit.due(event, way, calendar)
    }

    /// "First way: Scotland. Count from that day." as its fields have it.
    fn line(self, counting: &Counting, words: &CountsWords, answers: &Answers) -> String {
        let chosen = self.questions(counting, words).into_iter().map(|question| match question.field {
            Field::Select(labels) => labels.get(answers.choice(&question.id)).cloned().unwrap_or_default(),
            _ => String::new(),
        });
        format!("{}: {}.", self.name(words), chosen.collect::<Vec<_>>().join(". "))
    }
}

struct Compare {
    rules: Rules,
    words: CountsWords,
}

impl CompareData {
    /// The tool. `clock` tells what day it is.
    pub fn tool(self, clock: fn() -> NaiveDate) -> Option<DatesTool> {
        let (rules, mut counting) = self.deadlines.ready(clock)?;
        counting.restore();
        let rules = rules.starting();
        let mut answers = Answers::default();
        let nation = counting.nation.to_string();
        for way in OneWay::BOTH {
            answers.set(&way.field("nation"), &nation);
        }
        // Two ways that differ, so that there is something to see.
        answers.set(&OneWay::Second.field("policy"), "1");
        Some(DatesTool::new(counting, Box::new(Compare { rules, words: self.words }), answers))
    }
}

impl Asks for Compare {
    fn questions(&self, counting: &Counting, answers: &Answers) -> Vec<Question> {
        let event = &self.rules.event(answers.choice(EVENT)).event;
        let names = self.rules.events.iter().map(|known| known.event.name.clone()).collect();
        let mut questions = vec![
            Question::new(EVENT, self.rules.words.what_happened(), Field::Select(names)),
            Question::new(DATE, &event.question, Field::Date).with_hint(&event.hint),
        ];
        questions.extend(OneWay::BOTH.into_iter().flat_map(|way| way.questions(counting, &self.words)));
        questions
    }

    fn button(&self) -> &str {
        self.words.compare_button()
    }

    fn words(&self) -> &DeadlineWords {
        &self.rules.words
    }

    fn work(&self, counting: &Counting, answers: &Answers) -> Worked {
        let words = &self.words;
        let names = &counting.data.names;
        let known = self.rules.event(answers.choice(EVENT));
        let date = counting.date(DATE, answers, &known.event.in_sentence).map_err(|error| vec![error])?;
        let calendars = OneWay::BOTH.map(|way| way.calendar(counting, answers));
        let cell = |tag, pieces| element(tag, "govuk-table__cell", pieces);
        let rows = known.rules.iter().map(|shown| {
            let [first, second] = [0, 1].map(|at| {
                OneWay::BOTH[at].due(shown.clock.limit, date, answers, &calendars[at]).map(|due| due.on)
            });
            let difference = match (&first, &second) {
                (Ok(first), Ok(second)) => {
                    let apart = u32::try_from((*second - *first).num_days().abs()).unwrap_or_default();
                    let line = one_or_many(
                        apart,
                        words.compare_same(),
                        words.compare_differs_one(),
                        words.compare_differs_many(),
                    );
                    let line = text(fill(line, &[("count", &apart.to_string())]));
                    if apart > 0 { element("strong", "", vec![line]) } else { line }
                }
                _ => text(words.compare_refused()),
            };
            let shown_date = |due: Result<NaiveDate, _>| {
                due.map_or_else(|_| words.compare_refused().to_owned(), |on| names.long(on))
            };
            let title = element("th", "govuk-table__header", vec![text(shown.title.clone())]);
            element(
                "tr",
                "govuk-table__row",
                vec![
                    title.with("scope", "row"),
                    cell("td", vec![text(shown_date(first))]),
                    cell("td", vec![text(shown_date(second))]),
                    cell("td", vec![difference]),
                ],
            )
        });
        let heads = [
            words.compare_column_limit(),
            words.compare_one(),
            words.compare_other(),
            words.compare_column_difference(),
        ];
        let heads = heads
            .map(|head| element("th", "govuk-table__header", vec![text(head)]).with("scope", "col"))
            .to_vec();
        let table = element(
            "table",
            "govuk-table",
            vec![
                element("thead", "", vec![element("tr", "govuk-table__row", heads)]),
                element("tbody", "", rows.collect()),
            ],
        );
        let line = fill(
            self.rules.words.answer_event(),
            &[("event", &known.event.name), ("date", &names.long(date))],
        );
        let provisional = calendars
            .iter()
            .zip(OneWay::BOTH)
            .filter_map(|(calendar, way)| {
                let due = |shown: &ShownRule| way.due(shown.clock.limit, date, answers, calendar).ok();
                let last = known.rules.iter().filter_map(due);
                let last = last.map(|due| due.on).max()?;
                counting.provisional(calendar, date, last)
            })
            .next();
        let mut panel: Vec<Piece> = vec![paragraph(vec![text(line)])];
        panel.extend(OneWay::BOTH.map(|way| paragraph(vec![text(way.line(counting, words, answers))])));
        panel.extend(provisional.map(|line| element("p", "wm-provisional", vec![text(line)])));
        let heading = words.compare_heading();
        panel.push(
            element("div", "wm-scroll", vec![table])
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", heading),
        );
        let pieces = vec![answer_heading(heading), element("div", "wm-answer", panel)];
        Ok(Outcome { pieces, dates: Vec::new() })
    }
}
