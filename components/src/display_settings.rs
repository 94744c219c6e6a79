//! Text size, contrast, and light or dark.
//!
//! The choice applies by attributes on the page's root element. `public/boot.js` sets the same attributes before
//! the first paint of every page from what is kept here.

use leptos::prelude::document;
use serde::Serialize;
use waymark_content::packed;
use waymark_content::words::DisplayWords;

use crate::answers::Answers;
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, element, paragraph, text};
use crate::question::{Field, Question};
use crate::storage;

/// Where the choice is kept. `public/boot.js` reads it too.
pub const KEY: &str = "waymark.display";
/// The action that puts everything back to what is usual.
const RESET: &str = "reset";

/// The words of the settings.
#[derive(Clone, Debug, PartialEq)]
pub struct DisplaySettingsData {
    /// Labels and messages.
    pub words: DisplayWords,
}

packed!(DisplaySettingsData { words });

/// One of the three settings: the attribute that applies it and the value that is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Text,
    Contrast,
    Theme,
}

impl Setting {
    const ALL: [Setting; 3] = [Setting::Text, Setting::Contrast, Setting::Theme];

    /// The name of its radios.
    fn name(self) -> &'static str {
        match self {
            Setting::Text => "text",
            Setting::Contrast => "contrast",
            Setting::Theme => "theme",
        }
    }

    fn attribute(self) -> &'static str {
        match self {
            Setting::Text => "data-text",
            Setting::Contrast => "data-contrast",
            Setting::Theme => "data-theme",
        }
    }

    /// The values that can be chosen; the usual one is named beside them.
    fn values(self) -> (&'static [&'static str], &'static str) {
        match self {
            Setting::Text => (&["small", "medium", "large"], "medium"),
            Setting::Contrast => (&["standard", "high"], "standard"),
            Setting::Theme => (&["system", "light", "dark"], "system"),
        }
    }

    /// The value for a kept word, or the usual one when the word is not known.
    fn value(self, kept: Option<&str>) -> &'static str {
        let (values, usual) = self.values();
        values.iter().copied().find(|value| Some(*value) == kept).unwrap_or(usual)
    }
}

/// What is kept on the device.
#[derive(Serialize)]
struct Kept<'a> {
    text: &'a str,
    contrast: &'a str,
    theme: &'a str,
}

/// The settings as they stand.
struct DisplaySettings {
    words: DisplayWords,
    answers: Answers,
    /// What came of the last choice, in words.
    told: String,
}

impl DisplaySettingsData {
    /// The tool, with what applies to the page.
    pub fn tool(self) -> impl Tool {
        let root = document().document_element();
        let mut answers = Answers::default();
        for setting in Setting::ALL {
            // What is kept applies already: `public/boot.js` has seen to that.
            let applied = root.as_ref().and_then(|root| root.get_attribute(setting.attribute()));
            answers.set(setting.name(), setting.value(applied.as_deref()));
        }
        DisplaySettings { words: self.words, answers, told: String::new() }
    }
}

impl DisplaySettings {
    fn question(&self, setting: Setting) -> Question {
        let words = &self.words;
        let legend = match setting {
            Setting::Text => words.legend_text(),
            Setting::Contrast => words.legend_contrast(),
            Setting::Theme => words.legend_theme(),
        };
        let choices = setting.values().0.iter().map(|value| {
            let label = match (setting, *value) {
                (Setting::Text, "small") => words.text_small(),
                (Setting::Text, "large") => words.text_large(),
                (Setting::Text, _) => words.text_medium(),
                (Setting::Contrast, "high") => words.contrast_high(),
                (Setting::Contrast, _) => words.contrast_standard(),
                (Setting::Theme, "light") => words.theme_light(),
                (Setting::Theme, "dark") => words.theme_dark(),
                (Setting::Theme, _) => words.theme_system(),
            };
            ((*value).to_owned(), label.to_owned())
        });
        Question::new(setting.name(), legend, Field::Radios(choices.collect()))
    }

    fn kept(&self) -> Kept<'_> {
        let value = |setting: Setting| self.answers.get(setting.name());
        Kept { text: value(Setting::Text), contrast: value(Setting::Contrast), theme: value(Setting::Theme) }
    }
}

impl Tool for DisplaySettings {
    fn pieces(&self) -> Vec<Piece> {
        let words = &self.words;
        let groups = Setting::ALL.map(|setting| self.question(setting));
        let mut pieces: Vec<Piece> =
            groups.iter().map(|question| question.pieces(&self.answers, &[], None)).collect();
        let reset = element("button", "govuk-button govuk-button--secondary", vec![text(words.reset())]);
        pieces.push(paragraph(vec![text(&*self.told)]).with("role", "status"));
        pieces.push(reset.with("type", "button").with("data-do", RESET));
        pieces
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        match act {
            Act::Entered(name, value) => {
                let setting = Setting::ALL.into_iter().find(|setting| setting.name() == name)?;
                let value = setting.value(Some(value));
                self.answers.set(name, value);
                apply(setting, value);
                let saved = storage::keep(KEY, &self.kept());
                self.told = if saved { self.words.saved() } else { self.words.not_saved() }.to_owned();
            }
            Act::Pressed(RESET) => {
                for setting in Setting::ALL {
                    let usual = setting.values().1;
                    self.answers.set(setting.name(), usual);
                    apply(setting, usual);
                }
                storage::forget(KEY);
                self.words.reset_done().clone_into(&mut self.told);
            }
            Act::Pressed(_) | Act::Sent(_) | Act::Came(..) => {}
        }
        None
    }
}

/// Puts the page back to what is usual: nothing is kept any more.
pub fn show_usual() {
    for setting in Setting::ALL {
        apply(setting, setting.values().1);
    }
}

/// Sets the attribute on the page's root element, or takes it off for the usual value.
fn apply(setting: Setting, value: &str) {
    let Some(root) = document().document_element() else { return };
    // An attribute that cannot be set leaves the page as it was: the choice is still kept for the next one.
    let _ = if value == setting.values().1 {
        root.remove_attribute(setting.attribute())
    } else {
        root.set_attribute(setting.attribute(), value)
    };
}
