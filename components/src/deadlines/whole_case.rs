//! A whole case: every clock that its dates start, on one table and one picture.

mod kept;

use chrono::NaiveDate;
use waymark_content::case::Case as KeptCase;
use waymark_content::date::DatePart;
use waymark_content::deadline::{CaseFacts, Clock, ClockState, Limit, Standing};
use waymark_content::packed;
use waymark_content::words::{DeadlineWords, WholeCaseWords, fill};

use super::counting::{Counting, one_or_many};
use super::data::{Rules, on_page};
use super::tool::{Asks, DatesTool};
use super::{DeadlinesData, ShownRule};
use crate::answers::{Answers, date_field};
use crate::form::{Outcome, Worked, answer_heading};
use crate::host::Focus;
use crate::piece::{Piece, element, folded, paragraph, text};
use crate::question::{Field, FieldError, Question};
use crate::take_away::DatedLine;
use crate::timeline::{Lane, timeline};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeCaseData {
    /// The rules.
    pub deadlines: DeadlinesData,
    /// What it says.
    pub words: WholeCaseWords,
    /// The events that it asks for from the start, by place.
    pub first: Vec<usize>,
}

packed!(WholeCaseData { deadlines, words, first });

/// A date that is asked for.
#[derive(Clone, Copy)]
struct Row {
    /// The event, by place.
    event: usize,
    /// Which date of that event: 1 is the first.
    number: usize,
}

/// The list of dates that can be added, and the action that adds the one chosen.
const ADD: &str = "add";
const YES: &str = "yes";
const NO: &str = "no";
const NOT_KNOWN: &str = "not-known";

struct Case {
    rules: Rules,
    words: WholeCaseWords,
    rows: Vec<Row>,
    /// What is asked for from the start.
    first: Vec<usize>,
}

impl WholeCaseData {
    /// The tool. `clock` tells what day it is.
    pub fn tool(self, clock: fn() -> NaiveDate) -> Option<DatesTool> {
        let (rules, mut counting) = self.deadlines.ready(clock)?;
        counting.restore();
        let mut case = Case { rules, words: self.words, rows: Vec::new(), first: self.first };
        let answers = case.take_from(&KeptCase::default());
        Some(DatesTool::new(counting, Box::new(case), answers))
    }
}

impl Asks for Case {
    /// A question for each date; behind the first that a condition bears on, that condition.
    fn questions(&self, _: &Counting, _: &Answers) -> Vec<Question> {
        let words = &self.words;
        let mut questions = Vec::new();
        let mut asked = vec![false; self.rules.conditions.len()];
        for row in &self.rows {
            let known = self.rules.event(row.event);
            let mut legend = known.event.question.clone();
            if row.number > 1 {
                let number = row.number.to_string();
                legend = fill(words.numbered(), &[("question", &legend), ("number", &number)]);
            }
            let question = Question::new(&self.id(*row), &legend, Field::Date);
            questions.push(question.with_hint(&known.event.hint));
            for (asked, condition) in asked.iter_mut().zip(&self.rules.conditions) {
                let mut rules = known.rules.iter();
                let bears = rules.any(|shown| shown.clock.condition.as_ref() == Some(&condition.id));
                if bears && !std::mem::replace(asked, true) {
                    let answers = [(YES, words.yes()), (NO, words.no()), (NOT_KNOWN, words.not_known())];
                    let answers = answers.map(|(value, label)| (value.to_owned(), label.to_owned()));
                    let radios = Field::Radios(answers.to_vec());
                    questions.push(Question::new(condition.id.as_str(), &condition.question, radios));
                }
            }
        }
        questions
    }

    fn work(&self, counting: &Counting, answers: &Answers) -> Worked {
        self.answer(counting, &self.facts(counting, answers)?)
    }

    fn button(&self) -> &str {
        self.words.button()
    }

    fn words(&self) -> &DeadlineWords {
        &self.rules.words
    }

    /// The way to ask for one more date.
    fn more(&self, answers: &Answers) -> Option<Piece> {
        let words = &self.words;
        let offered = self.offered();
        let options = offered.iter().map(|event| {
            let name = &self.rules.event(*event).event.name;
            element("option", "", vec![text(name)]).with("value", event.to_string())
        });
        let chosen = self.to_add(answers)?.to_string();
        let select = element("select", "govuk-select", options.collect()).with("id", ADD);
        let class = "govuk-button govuk-button--secondary wm-button--small";
        let button = element("button", class, vec![text(words.add_button())]).with("type", "button");
        let label = element("label", "govuk-label govuk-label--m", vec![text(words.add())]);
        let pieces = vec![
            label.with("for", ADD),
            element("div", "govuk-hint", vec![text(words.add_hint())]).with("id", "add-hint"),
            select.with("aria-describedby", "add-hint").with("value", chosen),
            text(" "),
            button.with("data-do", ADD),
        ];
        Some(element("div", "govuk-form-group", pieces).with("id", "add-question"))
    }

    fn press(&mut self, action: &str, answers: &Answers) -> Focus {
        let event = self.to_add(answers).filter(|_| action == ADD)?;
        let number = 1 + self.rows.iter().filter(|row| row.event == event).count();
        let row = Row { event, number };
        self.rows.push(row);
        Some(date_field(&self.id(row), DatePart::Day))
    }

    fn put_into(&self, answers: &Answers, case: &mut KeptCase) {
        kept::put_into(self, answers, case);
    }

    fn take_from(&mut self, case: &KeptCase) -> Answers {
        kept::take_from(self, case)
    }
}

impl Case {
    fn id(&self, row: Row) -> String {
        let event = &self.rules.event(row.event).event.id;
        if row.number == 1 { event.as_str().to_owned() } else { format!("{event}-{}", row.number) }
    }

    /// The events that can still be added: those that are not asked for, and those that come again.
    fn offered(&self) -> Vec<usize> {
        let repeats = |event: usize| {
            let id = &self.rules.event(event).event.id;
            let mut rules = self.rules.rules().map(|shown| &shown.clock).filter(|rule| rule.repeats);
            rules.any(|rule| rule.event == *id || rule.met_event.as_ref() == Some(id))
        };
        let is_asked = |event| self.rows.iter().any(|row| row.event == event);
        (0..self.rules.events.len()).filter(|event| !is_asked(*event) || repeats(*event)).collect()
    }

    /// The event to add: the one chosen, as long as it is offered, or the first.
    fn to_add(&self, answers: &Answers) -> Option<usize> {
        let offered = self.offered();
        let chosen = answers.get(ADD).parse().ok().filter(|event| offered.contains(event));
        chosen.or_else(|| offered.first().copied())
    }

    /// What is known, or every mistake.
    fn facts(&self, counting: &Counting, answers: &Answers) -> Result<CaseFacts, Vec<FieldError>> {
        let mut facts = CaseFacts::default();
        let mut errors = Vec::new();
        for row in &self.rows {
            let event = &self.rules.event(row.event).event;
            match counting.date_if_any(&self.id(*row), answers, &event.in_sentence) {
                Ok(Some(date)) => facts.dates.push((event.id.clone(), date)),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty()
            && facts.dates.is_empty()
            && let Some(first) = self.rows.first()
        {
            let mut error = FieldError::new(&self.id(*first), self.words.at_least_one());
            error.parts = DatePart::ALL.to_vec();
            errors.push(error);
        }
        let conditions =
            self.rules.conditions.iter().filter_map(|condition| match answers.get(condition.id.as_str()) {
                YES => Some((condition.id.clone(), true)),
                NO => Some((condition.id.clone(), false)),
                _ => None,
            });
        facts.conditions = conditions.collect();
        if errors.is_empty() { Ok(facts) } else { Err(errors) }
    }

    fn answer(&self, counting: &Counting, facts: &CaseFacts) -> Worked {
        let words = &self.words;
        let calendar = counting.calendar();
        let today = counting.today();
        let rules = self.rules.rules().map(|shown| &shown.clock);
        let clocks = facts.clocks(rules, today, &calendar).map_err(|outside| {
            let field = self.rows.first().map(|row| self.id(*row)).unwrap_or_default();
            vec![FieldError::new(&field, counting.runs_outside(outside))]
        })?;
        let (started, rest): (Vec<&Clock>, Vec<&Clock>) =
            clocks.iter().partition(|clock| clock.started.is_some());
        let today = counting.data.names.long(today);
        let mut panel = vec![
            paragraph(vec![text(fill(words.counted_today(), &[("today", &today)]))]),
            paragraph(vec![text(counting.counted_for())]),
        ];
        let leans = started
            .iter()
            .filter_map(|clock| counting.provisional(&calendar, clock.started?, clock.due()?.on));
        panel.extend(leans.take(1).map(|line| element("p", "wm-provisional", vec![text(line)])));
        panel.extend(self.picture(counting, &started));
        panel.push(self.table(counting, &started));
        let does_not_run: Vec<&Clock> =
            rest.iter().copied().filter(|clock| matches!(clock.state, ClockState::DoesNotRun(_))).collect();
        let not_started: Vec<&Clock> =
            rest.iter().copied().filter(|clock| clock.state == ClockState::NotStarted).collect();
        if !does_not_run.is_empty() {
            panel.push(element("h3", "govuk-heading-s", vec![text(words.not_running())]));
            panel.push(self.list(&does_not_run));
        }
        if !not_started.is_empty() {
            let (summary, list) = (vec![text(words.not_started())], vec![self.list(&not_started)]);
            panel.push(folded("govuk-details wm-screen-only", summary, list));
        }
        let heading = words.answer_heading();
        let pieces = vec![answer_heading(heading), element("div", "wm-answer", panel)];
        Ok(Outcome { pieces, dates: self.lines(counting, &started) })
    }

    fn shown(&self, clock: &Clock) -> Option<&ShownRule> {
        self.rules.rule(&clock.rule)
    }

    /// The due dates for taking away. A birthday is no deadline.
    fn lines(&self, counting: &Counting, clocks: &[&Clock]) -> Vec<DatedLine> {
        let mut lines: Vec<DatedLine> = Vec::new();
        for clock in clocks {
            let (Some(shown), Some(due), Some(started)) = (self.shown(clock), clock.due(), clock.started)
            else {
                continue;
            };
            if matches!(shown.clock.limit, Limit::Birthday(_)) {
                continue;
            }
            let rule = shown.clock.id.as_str().to_owned();
            lines.push(DatedLine {
                turn: lines.iter().filter(|line| line.rule == rule).count(),
                rule,
                started,
                due: due.on,
                what: shown.title.clone(),
                state: self.state(counting, shown, clock).join(" "),
                source: shown.source.clone(),
            });
        }
        lines
    }

    /// Where a clock stands, a sentence each.
    fn state(&self, counting: &Counting, shown: &ShownRule, clock: &Clock) -> Vec<String> {
        let words = &self.words;
        let names = &counting.data.names;
        let on = |template: &str, date, kept| {
            fill(template, &[("date", &names.long(date)), ("kept", &counting.kept(kept))])
        };
        let mut lines = match &clock.state {
            ClockState::Open(..) if matches!(shown.clock.limit, Limit::Birthday(_)) => {
                vec![words.state_birthday().to_owned()]
            }
            ClockState::Open(_, standing) => vec![standing_words(words, *standing)],
            ClockState::Met(_, date, kept) => vec![on(words.state_met(), *date, *kept)],
            ClockState::Planned(_, date, kept) => vec![on(words.state_planned(), *date, *kept)],
            ClockState::Refused(_) => vec![words.state_refused().to_owned()],
            ClockState::NotStarted | ClockState::DoesNotRun(_) => Vec::new(),
        };
        if let Some(date) = clock.too_early
            && let Some(event) = &shown.clock.met_event
            && let Some(place) = self.rules.place_of(event.as_str())
        {
            let name = &self.rules.event(place).event.name;
            lines.push(fill(words.state_too_early(), &[("event", name), ("date", &names.plain(date))]));
        }
        let open = clock.open_condition.as_ref();
        let open = open.and_then(|id| self.rules.conditions.iter().find(|known| known.id == *id));
        if let Some(condition) = open {
            lines.push(fill(words.state_unknown_condition(), &[("question", &condition.question)]));
        }
        lines
    }

    fn table(&self, counting: &Counting, clocks: &[&Clock]) -> Piece {
        let words = &self.words;
        let names = &counting.data.names;
        let cell = |pieces| element("td", "govuk-table__cell", pieces);
        let rows = clocks.iter().filter_map(|clock| {
            let shown = self.shown(clock)?;
            let title = vec![text(&*shown.title), Piece::Copy(on_page::sources(&shown.clock.id))];
            let due = clock.due().map(|due| names.long(due.on)).unwrap_or_default();
            let started = clock.started.map(|date| names.long(date)).unwrap_or_default();
            let state =
                self.state(counting, shown, clock).into_iter().map(|line| element("p", "", vec![text(line)]));
            Some(element(
                "tr",
                "govuk-table__row",
                vec![
                    element("th", "govuk-table__header", title).with("scope", "row"),
                    cell(vec![text(started)]),
                    cell(vec![element("strong", "", vec![text(due)])]),
                    cell(state.collect()),
                ],
            ))
        });
        let heads = [words.column_limit(), words.column_started(), words.column_due(), words.column_state()];
        let heads = heads
            .map(|head| element("th", "govuk-table__header", vec![text(head)]).with("scope", "col"))
            .to_vec();
        let table = element(
            "table",
            "govuk-table wm-clocks",
            vec![
                element("thead", "", vec![element("tr", "govuk-table__row", heads)]),
                element("tbody", "", rows.collect()),
            ],
        );
        element("div", "wm-scroll", vec![table])
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", words.answer_heading())
    }

    fn picture(&self, counting: &Counting, clocks: &[&Clock]) -> Vec<Piece> {
        let words = &self.words;
        let names = &counting.data.names;
        let lane = |clock: &&Clock| {
            let (shown, due) = (self.shown(clock)?, clock.due()?);
            if matches!(shown.clock.limit, Limit::Birthday(_)) {
                return None;
            }
            let said = |template: &str, date| fill(template, &[("date", &names.plain(date))]);
            let mut label = format!("{}: {}", shown.title, said(words.picture_due(), due.on));
            let done = match &clock.state {
                ClockState::Met(_, date, _) => Some((*date, words.picture_met())),
                ClockState::Planned(_, date, _) => Some((*date, words.picture_planned())),
                _ => None,
            };
            if let Some((date, template)) = done {
                label.push_str(", ");
                label.push_str(&said(template, date));
            }
            Some(Lane { label, started: clock.started?, due: due.on, done: done.map(|(date, _)| date) })
        };
        let lanes: Vec<Lane> = clocks.iter().filter_map(lane).collect();
        let picture = timeline(&lanes, counting.today(), words.picture(), words.picture_today());
        let key = element("p", "wm-time__key", vec![text(words.picture_key())]);
        picture.map(|picture| vec![picture, key]).unwrap_or_default()
    }

    /// Clocks without a date, each with the reason.
    fn list(&self, clocks: &[&Clock]) -> Piece {
        let words = &self.words;
        let items = clocks.iter().filter_map(|clock| {
            let shown = self.shown(clock)?;
            let why = match &clock.state {
                ClockState::DoesNotRun(id) => {
                    let condition = self.rules.conditions.iter().find(|known| known.id == *id)?;
                    fill(words.not_running_why(), &[("question", &condition.question)])
                }
                _ => {
                    let place = self.rules.place_of(shown.clock.event.as_str())?;
                    fill(words.not_started_from(), &[("event", &self.rules.event(place).event.name)])
                }
            };
            Some(element("li", "", vec![text(format!("{}: {why}", shown.title))]))
        });
        element("ul", "govuk-list govuk-list--bullet", items.collect())
    }
}

fn standing_words(words: &WholeCaseWords, standing: Standing) -> String {
    let (template, count) = match standing {
        Standing::DueToday => (words.state_today(), 0),
        Standing::Left(days) => (
            one_or_many(days.0, words.state_left_none(), words.state_left_one(), words.state_left_many()),
            days.0,
        ),
        Standing::Over(days) => (
            one_or_many(days.0, words.state_over_none(), words.state_over_one(), words.state_over_many()),
            days.0,
        ),
    };
    format!("{}.", fill(template, &[("count", &count.to_string())]))
}
