//! The case for a room: large type, one step to a screen, nothing shown as right before it is asked for.
//!
//! Keys count only while it is on.

use waymark_content::words::fill;

use super::{PROJECTOR, Practice, button, on_page};
use crate::host::Focus;
use crate::piece::{Piece, element, text};

/// What the room sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Projector {
    /// The step. `None` is the story before the first.
    step: Option<usize>,
    /// Whether the reasons are shown.
    shown: bool,
}

const HEADING: &str = "projector-place";
const REVEAL: &str = "projector-reveal";

impl Practice {
    /// Puts it on, at a step or at the story.
    pub(super) fn project(&mut self, step: Option<usize>) -> Focus {
        self.projector = Some(Projector { step, shown: false });
        Some(HEADING.to_owned())
    }

    pub(super) fn press_projected(&mut self, action: &str) -> Focus {
        let projector = self.projector.as_mut()?;
        match action {
            "turn-on" => self.turn(true),
            "turn-back" => self.turn(false),
            "reveal" => {
                projector.shown = !projector.shown;
                Some(REVEAL.to_owned())
            }
            "leave" => {
                self.projector = None;
                Some(PROJECTOR.to_owned())
            }
            _ => None,
        }
    }

    pub(super) fn key_projected(&mut self, key: &str) -> Option<Focus> {
        self.projector?;
        let action = match key {
            "ArrowRight" => "turn-on",
            "ArrowLeft" => "turn-back",
            "Escape" => "leave",
            _ => return None,
        };
        Some(self.press_projected(action))
    }

    /// The next screen or the one before. The focus is where the reasons can be shown: a trainer stands at the wall.
    fn turn(&mut self, on: bool) -> Focus {
        let last = self.data.right.len() - 1;
        let projector = self.projector.as_mut()?;
        let step = match (projector.step, on) {
            (None, true) => Some(0),
            (Some(step), true) => Some(last.min(step + 1)),
            (step, false) => step.and_then(|step| step.checked_sub(1)),
        };
        if step != projector.step {
            *projector = Projector { step, shown: false };
        }
        Some(if step.is_some() { REVEAL } else { HEADING }.to_owned())
    }

    pub(super) fn projected(&self, projector: &Projector) -> Piece {
        let words = &self.data.words;
        let place = match projector.step {
            Some(step) => self.place_words(step),
            None => words.projector_case().to_owned(),
        };
        let place = fill(words.projector_place(), &[("place", &place)]);
        let place = element("p", "wm-projector__place", vec![text(place)]);
        let mut controls = Vec::new();
        if projector.step.is_some() {
            let reveal = button(if projector.shown { words.hide() } else { words.show() }, "reveal");
            controls.extend([reveal.with("id", REVEAL), button(words.back(), "turn-back")]);
        }
        if projector.step != Some(self.data.right.len() - 1) {
            controls.push(button(words.next(), "turn-on"));
        }
        controls.push(button(words.leave(), "leave"));
        let mut pieces = vec![
            place.with("id", HEADING).with("tabindex", "-1").with("role", "status"),
            element("div", "wm-projector__controls", controls),
        ];
        match projector.step {
            Some(step) => pieces.extend(self.screen(step, projector.shown)),
            None => pieces.extend([on_page::MADE_UP, on_page::STORY].map(|id| Piece::Copy(id.to_owned()))),
        }
        element("section", "wm-projector", pieces).with("aria-label", words.projector())
    }

    fn screen(&self, step: usize, shown: bool) -> Vec<Piece> {
        let id = self.step_id(step);
        let question = element("h2", "wm-projector__question", vec![Piece::Copy(on_page::question(id))]);
        let options = (0..self.data.right[step].len()).map(|option| {
            let option = self.option_id(step, option);
            let copied = if shown { on_page::reason(id, option) } else { on_page::option(id, option) };
            element("li", "", vec![Piece::Copy(copied)])
        });
        let options = element("ol", "wm-projector__options", options.collect());
        let mut pieces = vec![Piece::Copy(on_page::known(id)), question, options];
        if shown {
            pieces.push(Piece::Copy(on_page::working(id)));
        }
        vec![element("div", "wm-projector__screen", pieces)]
    }
}
