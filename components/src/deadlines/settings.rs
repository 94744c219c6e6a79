//! The settings: whose bank holidays, the reader's closure days, and what day to take as today.

use chrono::{Days, NaiveDate};
use waymark_content::calendar::Closure;
use waymark_content::date::{EnteredDate, IsoDate};
use waymark_content::words::fill;

use super::counting::Counting;
use crate::answers::Answers;
use crate::form::{Form, Outcome};
use crate::host::{Act, Focus};
use crate::piece::{Piece, element, folded, paragraph, text};
use crate::question::{Field, FieldError, Question};

/// What the ids of its fields begin with.
const PREFIX: &str = "set-";
const FORM: &str = "set-form";
const NATION: &str = "set-nation";
const TODAY: &str = "set-today";
const FIRST: &str = "set-closed-first";
const LAST: &str = "set-closed-last";
const NAME: &str = "set-closed-name";
/// The action that takes a closure out: this and its date, or this alone for all of them.
const REMOVE: &str = "set-remove:";
/// Longer is a slip of the pen: the longest closures are those at Christmas and in August.
const MOST_DAYS: i64 = 62;

/// The settings, folded away below a line that says how they stand.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// What they set.
    pub(super) counting: Counting,
    answers: Answers,
    form: Form,
}

/// What an act did to the settings.
pub(super) enum Set {
    /// Nothing: it was meant for something else.
    NotHere,
    /// A field changed, or something is wrong.
    Here(Focus),
    /// The tools count in another way now.
    Changed(Focus),
}

impl Settings {
    pub(super) fn new(counting: Counting) -> Self {
        let mut answers = Answers::default();
        answers.set(NATION, &counting.nation.to_string());
        Self { counting, answers, form: Form::new(FORM) }
    }

    pub(super) fn is_mistaken(&self) -> bool {
        !self.form.errors().is_empty()
    }

    pub(super) fn take(&mut self, act: Act<'_>) -> Set {
        match act {
            Act::Entered(id, value) if id.starts_with(PREFIX) => {
                self.answers.set(id, value);
                Set::Here(None)
            }
            Act::Pressed(action) => match action.strip_prefix(REMOVE) {
                Some(date) => {
                    self.counting.open_again(IsoDate::parse(date));
                    self.counting.keep();
                    let told = self.told(self.counting.data.words.removed().to_owned());
                    self.form.ask(&[], &self.answers, Ok(told));
                    Set::Changed(Some(FORM.to_owned()))
                }
                None => Set::NotHere,
            },
            Act::Sent(form) if self.form.is(form) => {
                let used = self.used();
                let is_used = used.is_ok();
                let told = used.map(|told| self.told(told));
                let focus = self.form.ask(&self.questions(), &self.answers, told);
                if is_used { Set::Changed(None) } else { Set::Here(focus) }
            }
            _ => Set::NotHere,
        }
    }

    fn told(&self, words: String) -> Outcome {
        let line = paragraph(vec![text(words)]);
        Outcome { pieces: vec![line], dates: Vec::new() }
    }

    fn questions(&self) -> Vec<Question> {
        let words = &self.counting.data.words;
        let nations = self.counting.nations();
        let nations: Vec<&str> = nations.iter().map(String::as_str).collect();
        vec![
            Question::new(NATION, words.nation(), Field::radios(&nations)),
            Question::new(TODAY, words.today(), Field::Date).with_hint(words.today_hint()),
            Question::new(FIRST, words.closure_first(), Field::Date).with_hint(words.closure_first_hint()),
            Question::new(LAST, words.closure_last(), Field::Date).with_hint(words.closure_last_hint()),
            Question::new(NAME, words.closure_name(), Field::Line).with_hint(words.closure_name_hint()),
        ]
    }

    /// Puts what stands in the fields to use. What to say of it, or everything that is wrong.
    fn used(&mut self) -> Result<String, Vec<FieldError>> {
        let words = self.counting.data.words.clone();
        let today = self.counting.date_if_any(TODAY, &self.answers, words.today_in_sentence());
        let (today, closed) = match (today, self.closed_days()) {
            (Ok(today), Ok(closed)) => (today, closed),
            (today, closed) => return Err(today.err().into_iter().chain(closed.err()).collect()),
        };
        let name = self.answers.get(NAME).trim();
        let name = if name.is_empty() { words.closure_usual_name() } else { name }.to_owned();
        if !closed.is_empty() {
            for date in closed.into_iter().map(IsoDate) {
                self.counting.close(Closure { date, name: name.clone() });
            }
            for id in [FIRST, LAST] {
                self.answers.set_date(id, &EnteredDate::default());
            }
            self.answers.set(NAME, "");
        }
        self.counting.nation = self.answers.choice(NATION);
        self.counting.set_today = today;
        let kept = self.counting.keep();
        Ok(if kept { words.settings_used() } else { words.settings_not_kept() }.to_owned())
    }

    /// The days from the first to the last typed, or none where nothing is typed.
    fn closed_days(&self) -> Result<Vec<NaiveDate>, FieldError> {
        let words = &self.counting.data.words;
        let date = |id, in_sentence| self.counting.date_if_any(id, &self.answers, in_sentence);
        let last = date(LAST, words.closure_last_in_sentence());
        let Some(first) = date(FIRST, words.closure_first_in_sentence())? else {
            return match last? {
                Some(_) => Err(FieldError::new(FIRST, words.closure_needs_first())),
                None => Ok(Vec::new()),
            };
        };
        let days = (last?.unwrap_or(first) - first).num_days();
        if days < 0 {
            return Err(FieldError::new(LAST, words.closure_backwards()));
        }
        if days >= MOST_DAYS {
            let most = MOST_DAYS.to_string();
            return Err(FieldError::new(LAST, fill(words.closure_too_long(), &[("most", &most)])));
        }
        Ok((0..=days.unsigned_abs()).map(|day| first + Days::new(day)).collect())
    }

    /// The settings, and the line that says how they stand.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let (data, words) = (&self.counting.data, &self.counting.data.words);
        let questions = self.questions();
        let button = words.use_settings();
        let mut inside = self.form.pieces(&questions, &self.answers, None, button, &data.input);
        let told = match (self.form.was_asked(), self.is_mistaken()) {
            (true, false) => self.form.told_pieces(),
            _ => Vec::new(),
        };
        inside.push(element("div", "", told).with("role", "status"));
        inside.extend(self.closure_pieces());
        vec![
            folded("govuk-details wm-settings", vec![text(words.settings())], inside),
            element("p", "govuk-body wm-settings__line", vec![text(self.line())]),
        ]
    }

    /// "England and Wales. Today is Sunday 22 November 2026. No closure days of your own."
    fn line(&self) -> String {
        let (data, words) = (&self.counting.data, &self.counting.data.words);
        let closures = match self.counting.closures.len() {
            0 => words.closures_none().to_owned(),
            count => self.counting.count(count, words.closures_one(), words.closures_many()),
        };
        let mut today = data.names.long(self.counting.today());
        if self.counting.set_today.is_some() {
            today = fill(words.today_set(), &[("date", &today)]);
        }
        let nation = &self.counting.nation_file().name;
        let values = [("nation", nation.as_str()), ("today", &today), ("closures", &closures)];
        fill(words.settings_line(), &values)
    }

    /// The closure days, those of the reader's own each with a way to take it out.
    fn closure_pieces(&self) -> Vec<Piece> {
        let (data, words) = (&self.counting.data, &self.counting.data.words);
        if self.counting.closures.is_empty() {
            return Vec::new();
        }
        let button = |label: &str, date: &str, of: String| {
            let of = element("span", "govuk-visually-hidden", vec![text(of)]);
            let class = "govuk-button govuk-button--secondary wm-button--small";
            let button = element("button", class, vec![text(label), of]).with("type", "button");
            button.with("data-do", format!("{REMOVE}{date}"))
        };
        let items = self.counting.closures.iter().map(|closure| {
            let line = format!("{}: {}", data.names.long(closure.date.0), closure.name);
            if self.counting.is_of_this_copy(closure) {
                return element("li", "", vec![text(line)]);
            }
            let remove = button(words.remove(), &closure.date.to_string(), format!(" {line}"));
            element("li", "", vec![text(line), text(" "), remove])
        });
        let mut pieces = vec![
            element("h3", "govuk-heading-s", vec![text(words.closures_heading())]),
            paragraph(vec![text(words.closures_lead())]),
            element("ul", "govuk-list", items.collect()),
        ];
        if self.counting.closures.len() > data.closures.len() {
            pieces.push(button(words.remove_all(), "", String::new()));
        }
        pieces
    }
}
