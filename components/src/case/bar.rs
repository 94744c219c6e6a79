//! How keeping a case shows: one line on how it stands, what has to be decided, and the rest folded away.

use waymark_content::words::fill;

use super::keeper::{
    ASKED, CANCEL, CLOSE, COPY, DAYS, DROP, FILE, KEEP_FORM, Keeper, Next, PASSPHRASE, Pending, REFERENCE,
    REPLACE, RETRY, SAVE, SAVE_FORM, TAKE, TOLD, UNSEAL, UNSEAL_FORM,
};
use super::open_case::Standing;
use crate::piece::{Piece, element, folded, paragraph, text};
use crate::question::{Field, Question};

/// What says why a kept case is not saved.
const WARNING: &str = "my-case-warning";
const REMINDER: &str = "my-case-reminder";

impl Keeper {
    /// The bar. `hidden` is how many answers of the case the tool does not show.
    pub(super) fn bar(&self, hidden: usize) -> Piece {
        let words = &self.data.words;
        let mut pieces = vec![element("p", "wm-case__line", vec![text(self.line())])];
        pieces.extend(self.warning());
        pieces.extend(self.asked());
        let unasked = self.unasked();
        if !unasked.is_empty() {
            pieces.push(paragraph(vec![text(fill(words.unasked(), &[("names", &unasked.join(", "))]))]));
        }
        if self.edition_unknown && !self.case().is_blank() {
            pieces.push(paragraph(vec![text(words.unasked_unknown())]));
        }
        if hidden > 0 {
            pieces.push(paragraph(vec![text(fill(words.hidden(), &[("count", &hidden.to_string())]))]));
        }
        let told = element("p", "wm-case__told", vec![text(&*self.told)]);
        pieces.push(told.with("id", TOLD).with("role", "status").with("tabindex", "-1"));
        pieces.push(self.menu());
        let bar = element("section", "wm-case wm-screen-only", pieces);
        bar.with("id", "my-case").with("aria-label", words.label())
    }

    /// How the case stands.
    fn line(&self) -> String {
        let words = &self.data.words;
        let reference = self.reference();
        let until =
            self.open.file().kept.map_or_else(String::new, |kept| self.data.names.plain(kept.until.0));
        let line = match self.open.standing {
            Standing::OnPage => words.not_kept(),
            Standing::FromFile => words.from_file(),
            Standing::Kept(_) => words.kept(),
            // The warning says it.
            Standing::Changed(_) | Standing::Gone(_) | Standing::NotSaved(_) => return reference,
        };
        fill(line, &[("reference", &reference), ("date", &until)])
    }

    /// What stands between the page and what is kept, with the ways on.
    fn warning(&self) -> Option<Piece> {
        let words = &self.data.words;
        let (said, ways) = match self.open.standing {
            Standing::Changed(_) => (
                words.conflict(),
                vec![
                    (words.conflict_take(), TAKE),
                    (words.conflict_copy(), COPY),
                    (words.conflict_replace(), REPLACE),
                ],
            ),
            Standing::Gone(_) => {
                (words.gone(), vec![(words.gone_again(), RETRY), (words.save_again(), SAVE)])
            }
            Standing::NotSaved(_) => {
                (words.full(), vec![(words.full_again(), RETRY), (words.save_again(), SAVE)])
            }
            _ => return None,
        };
        Some(alert(WARNING, said, &ways))
    }

    /// What stays in view while a kept case is not saved: the warning itself may be far above. Its place is always there,
    /// so that what comes and goes behind it leaves the field alone that someone types in.
    pub(super) fn reminder(&self) -> Piece {
        let words = &self.data.words;
        let reminder = |pieces| element("p", "wm-case__reminder wm-screen-only", pieces).with("id", REMINDER);
        if self.warning().is_none() {
            return reminder(Vec::new()).with("hidden", "");
        }
        let link = element("a", "govuk-link", vec![text(words.see_why())]);
        let link = link.with("href", format!("#{WARNING}")).with("data-do", format!("focus:{WARNING}"));
        reminder(vec![text(words.not_saving()), text(" "), link])
    }

    /// What the reader is asked.
    fn asked(&self) -> Option<Piece> {
        let words = &self.data.words;
        Some(match self.pending.as_ref()? {
            Pending::Drop(next) => {
                let said = match next {
                    Next::Blank => words.drop_to_close(),
                    Next::File(_) | Next::Kept(_) => words.drop_to_open(),
                };
                alert(ASKED, said, &[(words.drop_yes(), DROP), (words.cancel(), CANCEL)])
            }
            Pending::Passphrase(_) => {
                let question = Question::new(UNSEAL, words.open_sealed(), Field::Line);
                let pieces = vec![
                    question.pieces(&self.answers, &[], None),
                    submit(words.open_sealed_button()),
                    text(" "),
                    button(words.cancel(), CANCEL),
                ];
                form(UNSEAL_FORM, pieces)
            }
        })
    }

    fn menu(&self) -> Piece {
        let words = &self.data.words;
        let heading = |words: &str| element("h2", "govuk-heading-m", vec![text(words)]);
        let question = |id, legend, field, hint| {
            Question::new(id, legend, field).with_hint(hint).pieces(&self.answers, &[], None)
        };
        let is_kept = self.open.id().is_some();
        let keep = if is_kept { words.keep_changed() } else { words.keep() };
        let mut pieces = vec![
            heading(words.keep_heading()),
            paragraph(vec![text(words.keep_plain())]),
            form(
                KEEP_FORM,
                vec![
                    question(REFERENCE, words.reference(), Field::Line, words.reference_hint()),
                    question(DAYS, words.how_long(), Field::Select(self.days()), ""),
                    submit(keep),
                ],
            ),
            heading(words.save_heading()),
            form(
                SAVE_FORM,
                vec![
                    question(PASSPHRASE, words.passphrase(), Field::Line, words.passphrase_hint()),
                    submit(words.save()),
                ],
            ),
            heading(words.open_heading()),
            self.file_field(),
        ];
        if self.open.standing != Standing::OnPage {
            pieces.push(button(words.close(), CLOSE));
        }
        if !self.data.cases.is_empty() {
            let link = element("a", "govuk-link", vec![text(words.all_cases())]);
            pieces.push(paragraph(vec![link.with("href", &*self.data.cases)]));
        }
        folded("govuk-details", vec![text(words.menu())], pieces).with("id", "my-case-menu")
    }

    /// "28 days (our choice, no rule)".
    fn days(&self) -> Vec<String> {
        let (words, keeping) = (&self.data.words, &self.data.keeping);
        let label = |days: &u32| {
            let template = if *days == 1 { words.days_one() } else { words.days_many() };
            let label = fill(template, &[("count", &days.to_string())]);
            if *days == keeping.usual_days { fill(words.usual(), &[("days", &label)]) } else { label }
        };
        keeping.days.iter().map(label).collect()
    }

    fn file_field(&self) -> Piece {
        let words = &self.data.words;
        let hint = "my-case-file-hint";
        let field = element("input", "govuk-file-upload", Vec::new())
            .with("type", "file")
            .with("id", FILE)
            .with("accept", ".json,application/json")
            .with("aria-describedby", hint);
        let pieces = vec![
            element("label", "govuk-label govuk-label--m", vec![text(words.open())]).with("for", FILE),
            element("div", "govuk-hint", vec![text(words.open_hint())]).with("id", hint),
            field,
        ];
        element("div", "govuk-form-group", pieces)
    }
}

/// What has to be decided now. Read out when it comes.
pub(super) fn alert(id: &'static str, said: &str, ways: &[(&str, &str)]) -> Piece {
    let mut pieces = vec![element("p", "govuk-body", vec![text(said)])];
    for (label, action) in ways {
        pieces.push(button(label, action));
        pieces.push(text(" "));
    }
    element("div", "wm-case__alert", pieces).with("id", id).with("role", "alert").with("tabindex", "-1")
}

pub(super) fn button(label: &str, action: &str) -> Piece {
    let class = "govuk-button govuk-button--secondary wm-button--small";
    element("button", class, vec![text(label)]).with("type", "button").with("data-do", action)
}

fn submit(label: &str) -> Piece {
    let class = "govuk-button govuk-button--secondary wm-button--small";
    element("button", class, vec![text(label)]).with("type", "submit")
}

fn form(id: &'static str, pieces: Vec<Piece>) -> Piece {
    element("form", "", pieces).with("id", id).with("novalidate", "").with("autocomplete", "off")
}
