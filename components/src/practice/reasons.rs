//! A step that was checked: every option with its reason, whichever was chosen.

use super::{Practice, REASONS, button, on_page};
use crate::piece::{Piece, element, text};

impl Practice {
    pub(super) fn reasoned(&self, step: usize) -> Vec<Piece> {
        let words = &self.data.words;
        let verdict = match (self.is_right(step), self.data.outline.steps[step].several) {
            (true, _) => words.rightly(),
            (false, false) => words.not_rightly(),
            (false, true) => words.not_all(),
        };
        let heading = element("h3", "govuk-heading-m", vec![text(verdict)]);
        let chosen: Vec<usize> = self.shared.chosen(step).collect();
        let reasons = (0..self.data.right[step].len()).map(|option| {
            let reason = Piece::Copy(on_page::reason(self.step_id(step), self.option_id(step, option)));
            if !chosen.contains(&option) {
                return element("li", "", vec![reason]);
            }
            let yours = element("p", "wm-practice__yours", vec![text(words.yours())]);
            element("li", "wm-practice__chosen", vec![yours, reason])
        });
        let panel = vec![
            heading.with("id", REASONS).with("tabindex", "-1"),
            element("ul", "govuk-list wm-practice__reasons", reasons.collect()),
            Piece::Copy(on_page::working(self.step_id(step))),
        ];
        let last = step + 1 == self.data.right.len();
        let next =
            element("button", "govuk-button", vec![text(if last { words.to_end() } else { words.next() })]);
        let mut buttons = vec![next.with("type", "button").with("data-do", "next")];
        buttons.extend((step > 0).then(|| button(words.back(), "back")));
        let question = Piece::Copy(on_page::question(self.step_id(step)));
        let mut pieces = self.opening(step);
        pieces.extend([
            element("p", "wm-practice__question", vec![question]),
            element("section", "wm-practice__panel", panel).with("aria-labelledby", REASONS),
            element("div", "", buttons),
        ]);
        pieces
    }
}
