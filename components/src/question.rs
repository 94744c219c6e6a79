//! One thing that a tool asks, with its field and what is wrong with the answer: GOV.UK's patterns.

use waymark_content::date::DatePart;
use waymark_content::words::DateInputWords;

use crate::answers::{Answers, date_field};
use crate::piece::{Piece, element, text};

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id of the field; the parts of a date begin with it.
    pub id: String,
    /// What is asked.
    pub legend: String,
    /// What to enter, and what not. May be empty.
    pub hint: String,
    /// What it is answered with.
    pub field: Field,
    /// What stands behind the hint: where the question comes from.
    pub sources: Vec<Piece>,
}

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Three fields for a date. Not `<input type="date">`: what is half typed there is lost, and the order of its parts
    /// follows the browser.
    Date,
    /// One line of digits.
    Number,
    /// One line of words.
    Line,
    /// One of a list too long to show whole, by its place.
    Select(Vec<String>),
    /// One of a few, each with the value that its field is given.
    Radios(Vec<(String, String)>),
}

/// What is wrong with one answer and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    /// The id of the question.
    pub question: String,
    /// What to say.
    pub message: String,
    /// Of a date, the parts to mend.
    pub parts: Vec<DatePart>,
}

impl FieldError {
    /// About the whole field.
    pub fn new(question: &str, message: impl Into<String>) -> Self {
        Self { question: question.to_owned(), message: message.into(), parts: Vec::new() }
    }

    /// The id of the field to go to.
    pub fn field(&self) -> String {
        match self.parts.first() {
            Some(part) => date_field(&self.question, *part),
            None => self.question.clone(),
        }
    }
}

impl Field {
    /// Radios whose values are their places.
    pub fn radios(labels: &[&str]) -> Self {
        let choices = labels.iter().enumerate();
        Field::Radios(choices.map(|(place, label)| (place.to_string(), (*label).to_owned())).collect())
    }
}

impl Question {
    /// A question without a hint.
    pub fn new(id: &str, legend: &str, field: Field) -> Self {
        Self { id: id.to_owned(), legend: legend.to_owned(), hint: String::new(), field, sources: Vec::new() }
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }

    /// What stands in its field, to tell whether that has changed since.
    pub fn typed(&self, answers: &Answers) -> Vec<String> {
        match self.field {
            Field::Date => {
                DatePart::ALL.map(|part| answers.get(&date_field(&self.id, part)).to_owned()).to_vec()
            }
            _ => vec![answers.get(&self.id).to_owned()],
        }
    }

    /// The question with its field and its mistake. The words are needed for dates and for mistakes only.
    pub fn pieces(&self, answers: &Answers, errors: &[FieldError], words: Option<&DateInputWords>) -> Piece {
        let error = errors.iter().find(|error| error.question == self.id);
        let (hint_id, error_id) = (format!("{}-hint", self.id), format!("{}-error", self.id));
        let mut described_by = Vec::new();
        let mut before = Vec::new();
        if !self.hint.is_empty() || !self.sources.is_empty() {
            let mut hint = vec![text(&*self.hint)];
            hint.extend(self.sources.iter().cloned());
            before.push(element("div", "govuk-hint", hint).with("id", &*hint_id));
            described_by.push(hint_id);
        }
        if let Some(error) = error {
            before.push(error_message(&error_id, error, words));
            described_by.push(error_id);
        }
        let described_by = described_by.join(" ");
        let class =
            if error.is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
        let pieces = match &self.field {
            Field::Date => {
                let fields = DatePart::ALL.map(|part| self.date_part(part, answers, error, words)).to_vec();
                let fields = element("div", "govuk-date-input", fields).with("id", &*self.id);
                before.push(fields);
                vec![self.group(before, &described_by)]
            }
            Field::Radios(choices) => {
                let held = answers.get(&self.id);
                let items = choices.iter().map(|(value, label)| radio(&self.id, value, label, held));
                before.push(element("div", "govuk-radios", items.collect()));
                vec![self.group(before, &described_by)]
            }
            Field::Select(labels) => {
                let options = labels.iter().enumerate();
                let options = options.map(|(place, label)| {
                    element("option", "", vec![text(label)]).with("value", place.to_string())
                });
                let chosen = answers.choice(&self.id).to_string();
                let select = element("select", "govuk-select", options.collect());
                self.labelled(before, select.with("value", chosen), &described_by)
            }
            Field::Number | Field::Line => {
                let is_number = self.field == Field::Number;
                let mut class =
                    if is_number { "govuk-input govuk-input--width-4" } else { "govuk-input" }.to_owned();
                if error.is_some() {
                    class.push_str(" govuk-input--error");
                }
                let input = input(&class, answers.get(&self.id), error.is_some());
                let input = if is_number { input.with("inputmode", "numeric") } else { input };
                self.labelled(before, input, &described_by)
            }
        };
        element("div", class, pieces).with("id", format!("{}-question", self.id))
    }

    /// Several fields under one legend.
    fn group(&self, mut pieces: Vec<Piece>, described_by: &str) -> Piece {
        let heading = element("h2", "govuk-fieldset__heading", vec![text(&*self.legend)]);
        let class = "govuk-fieldset__legend govuk-fieldset__legend--m";
        pieces.insert(0, element("legend", class, vec![heading]));
        let group = element("fieldset", "govuk-fieldset", pieces);
        if described_by.is_empty() { group } else { group.with("aria-describedby", described_by) }
    }

    /// One field under its label.
    fn labelled(&self, mut pieces: Vec<Piece>, field: Piece, described_by: &str) -> Vec<Piece> {
        let label = element("label", "govuk-label govuk-label--m", vec![text(&*self.legend)]);
        pieces.insert(0, label.with("for", &*self.id));
        let field = field.with("id", &*self.id);
        let is_described = !described_by.is_empty();
        pieces.push(if is_described { field.with("aria-describedby", described_by) } else { field });
        pieces
    }

    fn date_part(
        &self,
        part: DatePart,
        answers: &Answers,
        error: Option<&FieldError>,
        words: Option<&DateInputWords>,
    ) -> Piece {
        let id = date_field(&self.id, part);
        let is_wrong = error.is_some_and(|error| error.parts.contains(&part));
        let width = if part == DatePart::Year { 4 } else { 2 };
        let marked = if is_wrong { " govuk-input--error" } else { "" };
        let class = format!("govuk-input govuk-date-input__input govuk-input--width-{width}{marked}");
        let label = element(
            "label",
            "govuk-label govuk-date-input__label",
            vec![text(words.map_or("", |words| words.label(part)))],
        );
        let input = input(&class, answers.get(&id), is_wrong).with("inputmode", "numeric");
        let group = element("div", "govuk-form-group", vec![label.with("for", &*id), input.with("id", &*id)]);
        element("div", "govuk-date-input__item", vec![group])
    }
}

fn input(class: &str, value: &str, is_wrong: bool) -> Piece {
    let input = element("input", class, Vec::new())
        .with("type", "text")
        .with("autocomplete", "off")
        .with("value", value);
    if is_wrong { input.with("aria-invalid", "true") } else { input }
}

/// What is wrong, beside the field that is described by it.
pub fn error_message(id: &str, error: &FieldError, words: Option<&DateInputWords>) -> Piece {
    let prefix = words.map_or_else(String::new, |words| format!("{} ", words.error_prefix()));
    let prefix = element("span", "govuk-visually-hidden", vec![text(prefix)]);
    element("p", "govuk-error-message", vec![prefix, text(&*error.message)]).with("id", id)
}

/// One of a few answers. `held` is the value of the one that is chosen.
pub fn radio(name: &str, value: &str, label: &str, held: &str) -> Piece {
    let id = format!("{name}-{value}");
    let input = element("input", "govuk-radios__input", Vec::new())
        .with("type", "radio")
        .with("id", &*id)
        .with("name", name)
        .with("value", value)
        .marked("checked", held == value);
    let label = element("label", "govuk-label govuk-radios__label", vec![text(label)]).with("for", id);
    element("div", "govuk-radios__item", vec![input, label])
}

/// Everything that is wrong, at the top, with links to where to mend it. `id` takes the focus.
pub fn error_summary(id: &str, errors: &[FieldError], words: &DateInputWords) -> Option<Piece> {
    if errors.is_empty() {
        return None;
    }
    let links = errors.iter().map(|error| {
        let field = error.field();
        let link = element("a", "", vec![text(&*error.message)]).with("href", format!("#{field}"));
        element("li", "", vec![link.with("data-do", format!("focus:{field}"))])
    });
    let title = element("h2", "govuk-error-summary__title", vec![text(words.error_summary_title())]);
    let list = element("ul", "govuk-list govuk-error-summary__list", links.collect());
    let body = element("div", "govuk-error-summary__body", vec![list]);
    let summary = element("div", "govuk-error-summary", vec![title, body]);
    Some(summary.with("id", id).with("tabindex", "-1").with("role", "alert"))
}
