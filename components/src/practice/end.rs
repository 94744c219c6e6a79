//! The end of a case: how it went, for nobody but the learner, and what to read again.

use waymark_content::words::fill;

use super::{Practice, button, on_page, place_heading};
use crate::piece::{Piece, element, paragraph, text};

impl Practice {
    pub(super) fn ended(&self) -> Vec<Piece> {
        let words = &self.data.words;
        let steps = self.data.right.len();
        let missed: Vec<usize> = (0..steps).filter(|step| !self.is_right(*step)).collect();
        let (right, count) = ((steps - missed.len()).to_string(), steps.to_string());
        let count = fill(words.count(), &[("right", &right), ("count", &count)]);
        let (heading, lead, listed) = if missed.is_empty() {
            (words.where_all(), words.all_right(), (0..steps).collect())
        } else {
            (words.again(), words.again_lead(), missed)
        };
        let items = listed.into_iter().map(|step| {
            let id = self.step_id(step);
            let question = element("strong", "", vec![Piece::Copy(on_page::question(id))]);
            element("li", "", vec![question, Piece::Copy(on_page::again(id))])
        });
        vec![
            place_heading(words.end()),
            element("p", "govuk-body-l", vec![text(count)]),
            element("h3", "govuk-heading-s", vec![text(heading)]),
            paragraph(vec![text(lead)]),
            element("ul", "govuk-list wm-practice__again", items.collect()),
            element("div", "", vec![button(words.look(), "look"), button(words.start_again(), "again")]),
        ]
    }
}
