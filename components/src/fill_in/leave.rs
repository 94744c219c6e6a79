//! The form as it leaves: on paper, as text, as a file for a word processor.

use waymark_content::form::{Copy, Document};
use waymark_content::packed::packed;
use waymark_content::words::fill;

use super::FillIn;
use super::rows::button;
use crate::device::{self, SavedFile};
use crate::host::Later;
use crate::paper::paper;
use crate::piece::{Piece, element, text};

/// What the file for a word processor comes back as.
pub(super) const DOCX: &str = "docx";
/// Its media type.
const DOCX_KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The name of the group of the two copies.
pub(super) const WHICH: &str = "which-copy";
const ROUND: &str = "round";

impl FillIn {
    /// The preview, with the buttons that take it away.
    pub(super) fn preview(&self, document: &Document) -> Piece {
        let (words, tool) = (&self.data.words, &self.data.tool);
        let heading = element("h2", "govuk-heading-m", vec![text(tool.preview())]).with("id", "preview");
        let mut before = vec![heading, element("p", "govuk-body", vec![text(tool.preview_lead())])];
        if self.data.form.has_circulated_copy() {
            before.push(self.which_copy());
        }
        if !self.answers().is_blank() {
            before.push(element("p", "wm-strong", vec![text(words.personal())]));
        }
        before.extend([
            element("button", "govuk-button", vec![text(tool.print())])
                .with("type", "button")
                .with("data-do", "print"),
            text(" "),
            button(tool.copy(), "copy"),
            text(" "),
            button(tool.save_text(), "text"),
            text(" "),
            button(tool.save_docx(), DOCX),
            element("p", "govuk-body", vec![text(&*self.took)]).with("role", "status"),
        ]);
        let before = element("div", "wm-screen-only", before);
        element("section", "wm-preview", vec![before, paper(document)]).with("aria-labelledby", "preview")
    }

    fn which_copy(&self) -> Piece {
        let tool = &self.data.tool;
        let choice = |value: &str, label: &str, chosen: bool| {
            let id = format!("{WHICH}_{}", if value.is_empty() { "full" } else { value });
            let input = element("input", "govuk-radios__input", Vec::new())
                .with("type", "radio")
                .with("id", &*id)
                .with("name", WHICH)
                .with("value", value)
                .marked("checked", chosen);
            let label =
                element("label", "govuk-label govuk-radios__label", vec![text(label)]).with("for", id);
            element("div", "govuk-radios__item", vec![input, label])
        };
        let legend = element(
            "legend",
            "govuk-fieldset__legend govuk-fieldset__legend--s",
            vec![text(tool.which_copy())],
        );
        let choices = vec![
            choice("", tool.copy_full(), self.copy == Copy::Full),
            choice(ROUND, tool.copy_round(), self.copy == Copy::Circulated),
        ];
        let group = vec![legend, element("div", "govuk-radios wm-in-line", choices)];
        element("div", "govuk-form-group", vec![element("fieldset", "govuk-fieldset", group)])
    }

    /// Which copy was chosen.
    pub(super) fn choose_copy(&mut self, value: &str) {
        self.copy = if value == ROUND { Copy::Circulated } else { Copy::Full };
    }

    /// Does what was pressed, when it is one of the buttons here.
    pub(super) fn leave(&mut self, action: &str) {
        let document = self.document();
        let (id, tool) = (&self.data.form.id, &self.data.tool);
        self.took = match action {
            "print" => {
                device::print();
                String::new()
            }
            "copy" if device::copy(&document.to_text()) => tool.copied().to_owned(),
            "copy" => tool.not_copied().to_owned(),
            "text" => {
                let file =
                    SavedFile { name: format!("{id}.txt"), kind: "text/plain", text: document.to_text() };
                let saved = device::save(&file);
                self.saved(saved, &file.name)
            }
            DOCX => {
                let (part, name) = (self.docx.clone(), format!("{id}.docx"));
                let texts = packed(&document);
                self.begun.push(Later::new(DOCX, async move {
                    let bytes = device::made_by(&part, DOCX, &texts).await?;
                    device::save_bytes(&name, DOCX_KIND, &bytes).then_some(name).ok_or_else(String::new)
                }));
                self.data.tool.docx_coming().to_owned()
            }
            _ => return,
        };
    }

    /// The file has come, or it has not.
    pub(super) fn came(&mut self, file: Result<&str, &str>) {
        self.took = match file {
            Ok(name) => self.saved(true, name),
            // Made, and not let through to the disk.
            Err("") => self.saved(false, ""),
            Err(_) => self.data.tool.docx_failed().to_owned(),
        };
    }

    fn saved(&self, saved: bool, name: &str) -> String {
        let tool = &self.data.tool;
        if saved { fill(tool.saved(), &[("file", name)]) } else { tool.not_saved().to_owned() }
    }
}
