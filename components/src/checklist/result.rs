//! What comes of it: what is missing, the text to paste, and the list on paper.

use waymark_content::checklist::{ItemState, ProblemKind, SheetGroup, SheetItem, Standing, SummaryParts};
use waymark_content::words::{ChecklistWords, fill};

use super::fields::{NOT_YET, STATE, answer, field, radio_id, state};
use super::{CLEAR, Checklist, PRINT_BLANK, PUT_BACK, RESULT, on_page};
use crate::piece::{Piece, element, folded, paragraph, text};

impl Checklist {
    /// What is missing, what was set aside and what is to be put right; on paper every item as well.
    pub(super) fn result(&self, standing: &Standing, is_blank: bool) -> Piece {
        let words = &self.data.words;
        let heading = element("h2", "govuk-heading-m", vec![text(words.result())]);
        let mut pieces = vec![heading.with("id", RESULT).with("tabindex", "-1")];
        if is_blank {
            pieces.push(paragraph(vec![text(words.result_blank())]));
        } else {
            let progress = standing.progress(words);
            pieces.extend(progress.into_iter().map(|sentence| paragraph(vec![text(sentence)])));
            pieces.extend(self.missing(standing));
            pieces.extend(self.set_aside(standing));
            pieces.extend(self.to_put_right(standing));
            pieces.push(paragraph(vec![text(words.summary_end())]));
            pieces.push(folded(
                "govuk-details wm-screen-only",
                vec![text(words.summary())],
                vec![self.summary(standing)],
            ));
            pieces.push(self.paper(standing));
        }
        let class = if is_blank { "wm-answer wm-answer--blank" } else { "wm-answer" };
        element("section", class, pieces).with("aria-labelledby", RESULT)
    }

    /// The text to paste.
    pub(super) fn summary(&self, standing: &Standing) -> Piece {
        let data = &self.data;
        let parts = SummaryParts { words: &data.words, document: &data.document, rule_note: &data.rule_note };
        let summary = parts.text(&data.sheet, &self.kept(), standing);
        element("pre", "wm-checklist__summary", vec![text(summary)])
    }

    /// Below the list: a blank one for paper, and a fresh start that can be taken back.
    pub(super) fn last_buttons(&self, is_blank: bool) -> Option<Piece> {
        let words = &self.data.words;
        let button = |id: &str, label: &str, action: &str| {
            let button = element("button", "govuk-button govuk-button--secondary", vec![text(label)]);
            button.with("id", id).with("type", "button").with("data-do", action)
        };
        let mut pieces = vec![button(PRINT_BLANK, words.print_blank(), PRINT_BLANK)];
        // One button in two roles: whoever has pressed it stays on it.
        if !is_blank {
            pieces.push(button(CLEAR, words.clear(), CLEAR));
        } else if self.cleared.is_some() {
            pieces.push(button(CLEAR, words.put_back(), PUT_BACK));
        }
        let told = if is_blank && self.cleared.is_some() { words.cleared() } else { "" };
        pieces.push(element("p", "govuk-body", vec![text(told)]).with("role", "status"));
        Some(element("div", "wm-screen-only", pieces).with("id", "checklist-end"))
    }

    fn missing(&self, standing: &Standing) -> Vec<Piece> {
        let words = &self.data.words;
        if standing.missing.is_empty() {
            return vec![paragraph(vec![text(words.nothing_missing())])];
        }
        let items = self.data.sheet.items();
        let mut pieces = Vec::new();
        for (heading, always) in
            [(words.missing_heading(), true), (words.missing_where_relevant_heading(), false)]
        {
            let mut lines = Vec::new();
            for (group, item) in standing.missing.iter().map(|place| items[*place]) {
                if group.always == always {
                    lines.push(missing_line(words, group, item));
                }
            }
            pieces.extend(section(heading, lines));
        }
        pieces
    }

    fn set_aside(&self, standing: &Standing) -> Vec<Piece> {
        let words = &self.data.words;
        let items = self.data.sheet.items();
        let lines = standing.set_aside.iter().filter_map(|place| {
            let (_, item) = items[*place];
            let reason = answer(&self.answers, item)?.reason;
            let values = [("item", &*item.text), ("reason", reason.trim())];
            Some(element("li", "", vec![text(fill(words.set_aside_line(), &values))]))
        });
        section(words.set_aside_heading(), lines.collect())
    }

    fn to_put_right(&self, standing: &Standing) -> Vec<Piece> {
        let words = &self.data.words;
        let lines = standing.problems.iter().map(|problem| {
            let sentence = self.sentence(problem);
            let is_here = problem.kind != ProblemKind::NoSuchItem;
            element(
                "li",
                "",
                vec![if is_here { link(&sentence, &self.field_of(problem)) } else { text(sentence) }],
            )
        });
        section(words.problems_heading(), lines.collect())
    }

    /// On paper the questions are not there: every item stands with its answer below what is missing.
    fn paper(&self, standing: &Standing) -> Piece {
        let words = &self.data.words;
        let date = self.data.names.long((self.clock)());
        let mut pieces = vec![
            element("h2", "govuk-heading-m", vec![text(words.paper())]),
            paragraph(vec![text(fill(words.dated(), &[("date", &date)])), text(" "), text(words.personal())]),
        ];
        let mut place = 0;
        for (number, group) in self.data.sheet.groups.iter().enumerate() {
            pieces.push(Piece::Copy(on_page::group(number)));
            let mut lines = Vec::new();
            for item in &group.items {
                let is_missing = standing.missing.contains(&place);
                lines.push(element("li", "", vec![text(self.on_paper(item, is_missing))]));
                place += 1;
            }
            pieces.push(element("ul", "govuk-list govuk-list--bullet", lines));
        }
        element("div", "wm-print-only", pieces)
    }

    /// What is missing is "not yet" whatever was marked: paper shows no answer that cannot stand.
    fn on_paper(&self, item: &SheetItem, is_missing: bool) -> String {
        let words = &self.data.words;
        let label = match state(&self.answers, item) {
            _ if is_missing => words.not_yet(),
            ItemState::DoesNotApply => words.does_not_apply(),
            _ => words.recorded(),
        };
        let values = [("state", label), ("item", &item.text), ("support", &item.support)];
        let mut line = fill(words.paper_line(), &values);
        if let Some(answer) = answer(&self.answers, item) {
            let reason = if answer.state == ItemState::DoesNotApply { answer.reason.trim() } else { "" };
            let said = answer.said(item);
            for (template, name, value) in
                [(words.paper_reason(), "reason", reason), (words.paper_note(), "note", said.as_str())]
            {
                if !value.is_empty() {
                    line.push(' ');
                    line.push_str(&fill(template, &[(name, value)]));
                }
            }
        }
        line
    }
}

fn missing_line(words: &ChecklistWords, group: &SheetGroup, item: &SheetItem) -> Piece {
    let first = radio_id(&field(STATE, item.id.as_str()), NOT_YET);
    let mut line = vec![link(&item.text, &first)];
    if let Some(condition) = group.condition(item) {
        line.push(text(format!(" {}", fill(words.only_if(), &[("condition", condition)]))));
    }
    line.push(text(" "));
    line.push(Piece::Copy(on_page::support(item.id.as_str())));
    element("li", "", line)
}

/// A link within the tool.
fn link(words: &str, field: &str) -> Piece {
    let link = element("a", "govuk-link", vec![text(words)]).with("href", format!("#{field}"));
    link.with("data-do", format!("focus:{field}"))
}

/// A list under its heading, when there is anything in it.
fn section(heading: &str, lines: Vec<Piece>) -> Vec<Piece> {
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = element("h3", "govuk-heading-s", vec![text(heading.trim_end_matches(':'))]);
    vec![heading, element("ul", "govuk-list govuk-list--bullet", lines)]
}
