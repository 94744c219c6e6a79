//! A practice case, one step at a time: choose, check, read why, go on.
//!
//! What the steps, options and reasons say stands on the page already; the tool shows copies of it. What travels is the
//! names and which options are right. What was chosen stands in the page's address and nowhere else, as a [`Shared`]:
//! names of the case, with no room for a text or a date.

mod end;
mod projector;
mod reasons;
#[cfg(test)]
mod tests;

use waymark_content::packed;
use waymark_content::practice::{Outline, Shared};
use waymark_content::words::{DateInputWords, PracticeToolWords, fill};

use crate::device;
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, element, paragraph, text};
use crate::question::{FieldError, error_message, error_summary};
use projector::Projector;

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeData {
    /// The names in the case.
    pub outline: Outline,
    /// Which options are right, a list for each step.
    pub right: Vec<Vec<bool>>,
    /// How a mistake is told.
    pub input: DateInputWords,
    /// What it says.
    pub words: PracticeToolWords,
}

packed!(PracticeData { outline, right, input, words });

/// The ids under which the page holds what the tool copies. Of a step, or of a step and an option.
pub mod on_page {
    /// That the case is made up.
    pub const MADE_UP: &str = "made-up";
    /// What has happened and who is in it.
    pub const STORY: &str = "story-told";

    /// What has become known by a step.
    pub fn known(step: &str) -> String {
        format!("known-{step}")
    }
    /// What a step asks.
    pub fn question(step: &str) -> String {
        format!("ask-{step}")
    }
    /// How an option reads.
    pub fn option(step: &str, option: &str) -> String {
        format!("option-{step}-{option}")
    }
    /// How an option reads, with whether it is right and why.
    pub fn reason(step: &str, option: &str) -> String {
        format!("reason-{step}-{option}")
    }
    /// How the answer to a step is worked out.
    pub fn working(step: &str) -> String {
        format!("working-{step}")
    }
    /// Where a step's answer stands in the guide.
    pub fn again(step: &str) -> String {
        format!("again-{step}")
    }
}

/// The form of a step, and what the ids of its fields begin with.
const PICK: &str = "pick";
/// What takes the focus when a step opens, when its reasons do, and when something is wrong.
const PLACE: &str = "practice-place";
const REASONS: &str = "practice-reasons";
const ERRORS: &str = "practice-errors";
const DAMAGED: &str = "practice-damaged";
const PROJECTOR: &str = "practice-projector";

struct Practice {
    data: PracticeData,
    shared: Shared,
    /// The options picked at the step that is open and not checked yet.
    picked: Vec<usize>,
    /// Whether the step was checked with nothing picked.
    nothing_picked: bool,
    /// Whether the address that it was opened at was damaged.
    damaged: bool,
    told: String,
    projector: Option<Projector>,
}

impl PracticeData {
    /// The tool, when its data is of one case. `place` is what the address names.
    pub fn tool(self, place: &str) -> Option<impl Tool + use<>> {
        let steps = self.outline.steps.iter();
        let fits = steps.zip(&self.right).all(|(step, right)| step.options.len() == right.len());
        if !fits || self.outline.steps.len() != self.right.len() || self.right.is_empty() {
            return None;
        }
        let shared = Shared::at_start(self.outline.clone());
        let mut practice = Practice {
            data: self,
            shared,
            picked: Vec::new(),
            nothing_picked: false,
            damaged: false,
            told: String::new(),
            projector: None,
        };
        practice.open(place);
        Some(practice)
    }
}

impl Tool for Practice {
    fn pieces(&self) -> Vec<Piece> {
        if let Some(projector) = &self.projector {
            return vec![self.projected(projector)];
        }
        let mut pieces = Vec::new();
        if self.damaged {
            let note = element("p", "wm-notice", vec![text(self.data.words.damaged())]);
            pieces.push(note.with("id", DAMAGED).with("tabindex", "-1"));
        }
        pieces.extend(match self.shared.at() {
            Some(step) if self.shared.is_answered(step) => self.reasoned(step),
            Some(step) => self.asked(step),
            None => self.ended(),
        });
        pieces.push(self.bar());
        vec![element("div", "wm-practice", pieces)]
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        self.told.clear();
        match act {
            Act::Entered(field, value) => {
                self.pick(field, value);
                None
            }
            Act::Sent(PICK) => self.check(),
            Act::Pressed("next") => {
                let next = self.shared.at().map_or(0, |step| step + 1);
                if next < self.data.right.len() {
                    self.shared.open_at(next)
                } else {
                    self.shared.go_on()
                }
                self.opened()
            }
            Act::Pressed("back") => {
                let back = self.shared.at().unwrap_or(self.data.right.len());
                self.shared.open_at(back.saturating_sub(1));
                self.opened()
            }
            Act::Pressed("look") => {
                self.shared.open_at(0);
                self.opened()
            }
            Act::Pressed("again") => {
                self.shared = Shared::at_start(self.data.outline.clone());
                self.opened()
            }
            Act::Pressed("link") => {
                let words = &self.data.words;
                let copied = device::copy(&device::address_of_place(&self.shared.to_fragment()));
                self.told = if copied { words.copied() } else { words.not_copied() }.to_owned();
                None
            }
            Act::Pressed("project") => {
                let at = self.shared.at().filter(|_| self.place_of_start() != self.shared.to_fragment());
                self.project(at)
            }
            Act::Pressed(action) => self.press_projected(action),
            Act::Sent(_) | Act::Came(..) => None,
        }
    }

    fn place(&self) -> Option<String> {
        Some(self.shared.to_fragment())
    }

    fn opened_at(&mut self, place: &str) -> Focus {
        self.projector = None;
        self.open(place);
        Some(if self.damaged { DAMAGED } else { PLACE }.to_owned())
    }

    fn focus_at_start(&self) -> Focus {
        // A case that is read for the first time begins with its story.
        let goes_on = self.shared.to_fragment() != self.place_of_start();
        if self.damaged { Some(DAMAGED.to_owned()) } else { goes_on.then(|| PLACE.to_owned()) }
    }

    fn key(&mut self, key: &str) -> Option<Focus> {
        self.key_projected(key)
    }

    fn title_prefix(&self) -> Option<&str> {
        self.nothing_picked.then(|| self.data.input.error_prefix())
    }
}

impl Practice {
    fn open(&mut self, place: &str) {
        let (shared, damaged) = Shared::open(self.data.outline.clone(), place);
        self.shared = shared;
        self.opened();
        self.damaged = damaged.is_some();
    }

    /// A step has opened: nothing is picked yet, and what was said belongs to the step before.
    fn opened(&mut self) -> Focus {
        self.picked.clear();
        self.nothing_picked = false;
        self.damaged = false;
        Some(PLACE.to_owned())
    }

    fn place_of_start(&self) -> String {
        self.data.outline.case.as_str().to_owned()
    }

    fn pick(&mut self, field: &str, value: &str) {
        let option = field.rsplit('-').next().and_then(|place| place.parse::<usize>().ok());
        match (option, value.parse()) {
            // A checkbox has an id of its own and no value while it is not ticked; radios have the form's name.
            (Some(option), value) => {
                self.picked.retain(|picked| *picked != option);
                if value.is_ok() {
                    self.picked.push(option);
                }
            }
            (None, Ok(option)) => self.picked = vec![option],
            (None, Err(_)) => {}
        }
    }

    fn check(&mut self) -> Focus {
        let step = self.shared.at().filter(|step| !self.shared.is_answered(*step))?;
        if self.picked.is_empty() {
            self.nothing_picked = true;
            return Some(ERRORS.to_owned());
        }
        for option in std::mem::take(&mut self.picked) {
            self.shared.choose(step, option);
        }
        self.opened();
        // The reasons come first, and only then the next step.
        self.shared.open_at(step);
        Some(REASONS.to_owned())
    }

    fn step_id(&self, step: usize) -> &str {
        self.data.outline.steps[step].id.as_str()
    }

    fn option_id(&self, step: usize, option: usize) -> &str {
        self.data.outline.steps[step].options[option].as_str()
    }

    /// Whether exactly the right options were chosen.
    fn is_right(&self, step: usize) -> bool {
        let right = self.data.right[step].iter().enumerate().filter(|(_, right)| **right);
        self.shared.chosen(step).eq(right.map(|(option, _)| option))
    }

    /// "Step 2 of 4".
    fn place_words(&self, step: usize) -> String {
        let (number, count) = ((step + 1).to_string(), self.data.right.len().to_string());
        fill(self.data.words.place(), &[("number", &number), ("count", &count)])
    }

    /// What a step opens with: where it stands, and what is known by then.
    fn opening(&self, step: usize) -> Vec<Piece> {
        vec![place_heading(&self.place_words(step)), Piece::Copy(on_page::known(self.step_id(step)))]
    }

    fn asked(&self, step: usize) -> Vec<Piece> {
        let (words, of_step) = (&self.data.words, &self.data.outline.steps[step]);
        let error = self.nothing_picked.then(|| {
            // The first option is where to mend it.
            FieldError::new(&field(0), words.nothing_chosen())
        });
        let errors: Vec<FieldError> = error.iter().cloned().collect();
        let question = Piece::Copy(on_page::question(self.step_id(step)));
        let heading = element("h3", "govuk-fieldset__heading", vec![question]);
        let legend = element("legend", "govuk-fieldset__legend govuk-fieldset__legend--m", vec![heading]);
        let hint = text(if of_step.several { words.several() } else { words.one() });
        let mut group = vec![legend, element("div", "govuk-hint", vec![hint]).with("id", "pick-hint")];
        let mut described_by = "pick-hint".to_owned();
        if let Some(error) = &error {
            group.push(error_message("pick-error", error, Some(&self.data.input)));
            described_by += " pick-error";
        }
        let kind = if of_step.several { "govuk-checkboxes" } else { "govuk-radios" };
        let options = (0..of_step.options.len()).map(|option| self.choice(step, option));
        group.push(element("div", kind, options.collect()));
        let group = element("fieldset", "govuk-fieldset", group).with("aria-describedby", described_by);
        let class =
            if error.is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
        // A step's fields are its own: nothing of the step before is left in them.
        let group = element("div", class, vec![group]).with("id", format!("{PICK}-{}", self.step_id(step)));
        let check = element("button", "govuk-button", vec![text(words.check())]).with("type", "submit");
        let mut buttons = vec![check];
        buttons.extend(self.back(step));
        let form = element("form", "", vec![group, element("div", "", buttons)]).with("id", PICK);
        let form = form.with("novalidate", "").with("autocomplete", "off");
        let summary = error_summary(ERRORS, &errors, &self.data.input);
        summary.into_iter().chain(self.opening(step)).chain([form]).collect()
    }

    fn choice(&self, step: usize, option: usize) -> Piece {
        let several = self.data.outline.steps[step].several;
        let [item, input, label, kind] = if several {
            [
                "govuk-checkboxes__item",
                "govuk-checkboxes__input",
                "govuk-label govuk-checkboxes__label",
                "checkbox",
            ]
        } else {
            ["govuk-radios__item", "govuk-radios__input", "govuk-label govuk-radios__label", "radio"]
        };
        let input = element("input", input, Vec::new())
            .with("type", kind)
            .with("id", field(option))
            .with("name", PICK)
            .with("value", option.to_string())
            .marked("checked", self.picked.contains(&option));
        let words = Piece::Copy(on_page::option(self.step_id(step), self.option_id(step, option)));
        element("div", item, vec![input, element("label", label, vec![words]).with("for", field(option))])
    }

    fn back(&self, step: usize) -> Option<Piece> {
        (step > 0).then(|| button(self.data.words.back(), "back"))
    }

    /// What can be done at any step.
    fn bar(&self) -> Piece {
        let words = &self.data.words;
        let pieces = vec![
            button(words.link(), "link"),
            button(words.projector(), "project").with("id", PROJECTOR),
            element("p", "wm-quiet", vec![text(words.link_holds())]),
            paragraph(vec![text(&*self.told)]).with("role", "status"),
        ];
        element("div", "wm-practice__bar", pieces)
    }
}

/// The id of an option's field.
fn field(option: usize) -> String {
    format!("{PICK}-{option}")
}

fn place_heading(words: &str) -> Piece {
    element("h2", "govuk-heading-m", vec![text(words)]).with("id", PLACE).with("tabindex", "-1")
}

fn button(words: &str, action: &str) -> Piece {
    let button = element("button", "govuk-button govuk-button--secondary", vec![text(words)]);
    button.with("type", "button").with("data-do", action)
}
