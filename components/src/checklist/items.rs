//! What is asked: the items in their groups, and above them how far the list is and what is shown of it.

use waymark_content::checklist::{ItemState, SheetGroup, SheetItem, Standing};
use waymark_content::words::fill;

use super::fields::{CHOICE, DOES_NOT_APPLY, NOT_YET, NOTE, REASON, RECORDED, STATE, field, state};
use super::{Checklist, EVERY, ONLY_MISSING, on_page};
use crate::piece::{Piece, element, folded, text};
use crate::question::{Field, FieldError, Question, error_message, radio};

impl Checklist {
    /// How far the list is, and the buttons that choose what is shown of it.
    pub(super) fn bar(&self, standing: &Standing) -> Vec<Piece> {
        let words = &self.data.words;
        let progress = standing.progress(words).join(" ");
        let progress = element("p", "wm-checklist__progress", vec![text(progress)]);
        let button = |label: &str, action: &str| {
            let button = element("button", "govuk-button govuk-button--secondary", vec![text(label)]);
            button.with("id", action).with("type", "button").with("data-do", action)
        };
        let mut buttons = vec![button(words.only_missing(), ONLY_MISSING)];
        if self.shown.is_some() {
            buttons.push(button(words.every(), EVERY));
        }
        let said = match &self.shown {
            Some(shown) => {
                let (shown, all) = (shown.len().to_string(), self.data.sheet.items().len().to_string());
                fill(words.filter_some(), &[("shown", &shown), ("all", &all)])
            }
            None if self.nothing_missing => words.filter_none().to_owned(),
            None => String::new(),
        };
        vec![
            progress.with("role", "status"),
            element("div", "wm-checklist__filter", buttons),
            element("p", "govuk-body", vec![text(said)]).with("role", "status"),
        ]
    }

    /// The groups with the items that are shown.
    pub(super) fn groups(&self, errors: &[FieldError]) -> Vec<Piece> {
        let mut place = 0;
        let mut groups = Vec::new();
        for (number, group) in self.data.sheet.groups.iter().enumerate() {
            let mut pieces = vec![Piece::Copy(on_page::group(number))];
            for item in &group.items {
                if self.shown.as_ref().is_none_or(|shown| shown.contains(&place)) {
                    pieces.push(self.item(group, item, errors));
                }
                place += 1;
            }
            if pieces.len() > 1 {
                groups.push(element("div", "", pieces).with("id", format!("items-{number}")));
            }
        }
        groups
    }

    fn item(&self, group: &SheetGroup, item: &SheetItem, errors: &[FieldError]) -> Piece {
        let (words, id) = (&self.data.words, item.id.as_str());
        let question = field(STATE, id);
        let heading = element("h3", "govuk-fieldset__heading", vec![text(&*item.text)]);
        let mut pieces = vec![element("legend", "wm-item__text", vec![heading])];
        let mut described_by = Vec::new();
        if let Some(condition) = &item.only_if {
            let sentence = fill(words.only_if(), &[("condition", condition)]);
            let hint = element("p", "wm-item__if", vec![text(sentence)]);
            described_by.push(field("if", id));
            pieces.push(hint.with("id", field("if", id)));
        }
        pieces.push(Piece::Copy(on_page::about(id)));
        if let Some(error) = errors.iter().find(|error| error.question == question) {
            described_by.push(error_id(&question));
            pieces.push(error_message(&error_id(&question), error, Some(&self.data.input)));
        }
        let now = state(&self.answers, item);
        let held = match now {
            ItemState::Recorded => RECORDED,
            ItemState::NotYet => NOT_YET,
            ItemState::DoesNotApply => DOES_NOT_APPLY,
        };
        let mut states = vec![(RECORDED, words.recorded()), (NOT_YET, words.not_yet())];
        if group.condition(item).is_some() {
            states.push((DOES_NOT_APPLY, words.does_not_apply()));
        }
        let radios = states.into_iter().map(|(value, label)| radio(&question, value, label, held));
        pieces.push(element("div", "govuk-radios", radios.collect()));
        let mut inside = vec![fieldset(pieces, &described_by.join(" "))];
        match now {
            ItemState::Recorded if !item.choices.is_empty() => inside.push(self.choices(item, errors)),
            ItemState::DoesNotApply if group.condition(item).is_some() => {
                let mut reason = Question::new(&field(REASON, id), words.reason(), Field::Line);
                words.reason_hint().clone_into(&mut reason.hint);
                inside.push(reason.pieces(&self.answers, errors, Some(&self.data.input)));
            }
            _ => {}
        }
        inside.push(self.note(item));
        let is_wrong =
            errors.iter().any(|error| error.question.split_once('-').is_some_and(|(_, of)| of == id));
        let class = if is_wrong { "wm-item wm-item--error" } else { "wm-item" };
        element("div", class, inside).with("id", field("asked", id))
    }

    fn choices(&self, item: &SheetItem, errors: &[FieldError]) -> Piece {
        let question = field(CHOICE, item.id.as_str());
        let held = self.answers.get(&question);
        let mut pieces = vec![element("legend", "", vec![text(self.data.words.choice())])];
        let error = errors.iter().find(|error| error.question == question);
        pieces.extend(error.map(|error| error_message(&error_id(&question), error, Some(&self.data.input))));
        let radios = item.choices.iter().map(|(id, label)| radio(&question, id.as_str(), label, held));
        pieces.push(element("div", "govuk-radios", radios.collect()));
        let described_by = error.map_or_else(String::new, |_| error_id(&question));
        fieldset(pieces, &described_by).with("id", format!("{question}-question"))
    }

    /// A place for a note that takes no room until it is wanted.
    fn note(&self, item: &SheetItem) -> Piece {
        let (words, id) = (&self.data.words, field(NOTE, item.id.as_str()));
        let held = self.answers.get(&id);
        let hint_id = format!("{id}-hint");
        let label = if held.is_empty() { words.note_add() } else { words.note_held() };
        let of = element("span", "govuk-visually-hidden", vec![text(format!(": {}", item.text))]);
        let area = element("textarea", "govuk-textarea", Vec::new())
            .with("id", &*id)
            .with("rows", "2")
            .with("autocomplete", "off")
            .with("aria-describedby", &*hint_id)
            .with("value", held);
        let inside = vec![
            element("label", "govuk-label", vec![text(words.note())]).with("for", &*id),
            element("div", "govuk-hint", vec![text(words.note_hint())]).with("id", hint_id),
            area,
        ];
        // Whether it is open is the reader's from here on: only a note that came with the answers opens it.
        let came = self.noted.iter().any(|noted| noted == item.id.as_str());
        folded("govuk-details wm-item__note", vec![text(label), of], inside).marked("open", came)
    }
}

fn error_id(question: &str) -> String {
    format!("{question}-error")
}

fn fieldset(pieces: Vec<Piece>, described_by: &str) -> Piece {
    let set = element("fieldset", "govuk-fieldset", pieces);
    if described_by.is_empty() { set } else { set.with("aria-describedby", described_by) }
}
