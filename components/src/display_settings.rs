//! Text size, contrast, and light or dark.
//!
//! The choice applies by attributes on the page's root element. `public/boot.js` sets the same attributes before
//! the first paint of every page from what is kept here.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use waymark_content::words::DisplayWords;

use crate::radios::{Choice, Radios};
use crate::storage;

/// Where the choice is kept. `public/boot.js` reads it too.
const KEY: &str = "waymark.display";

/// The words of the settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DisplaySettingsData {
    /// Labels and messages.
    pub words: DisplayWords,
}

/// One of the three settings: the attribute that applies it and the value that is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Text,
    Contrast,
    Theme,
}

impl Setting {
    const ALL: [Setting; 3] = [Setting::Text, Setting::Contrast, Setting::Theme];

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    contrast: Option<String>,
    #[serde(default)]
    theme: Option<String>,
}

/// What to tell after a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Saved,
    NotSaved,
    Reset,
}

/// The settings. Each choice applies at once and is kept on the device.
#[component]
pub fn DisplaySettings(
    /// The words of the settings.
    data: DisplaySettingsData,
) -> impl IntoView {
    let words = data.words;
    let kept: Kept = storage::read(KEY).unwrap_or_default();
    let text = RwSignal::new(Setting::Text.value(kept.text.as_deref()));
    let contrast = RwSignal::new(Setting::Contrast.value(kept.contrast.as_deref()));
    let theme = RwSignal::new(Setting::Theme.value(kept.theme.as_deref()));
    let told = RwSignal::new(None);
    let signal = move |setting| match setting {
        Setting::Text => text,
        Setting::Contrast => contrast,
        Setting::Theme => theme,
    };
    let choose = move |setting: Setting, value: &'static str| {
        signal(setting).set(value);
        apply(setting, value);
        let kept = Kept {
            text: Some(text.get_untracked().to_owned()),
            contrast: Some(contrast.get_untracked().to_owned()),
            theme: Some(theme.get_untracked().to_owned()),
        };
        told.set(Some(if storage::keep(KEY, &kept) { Told::Saved } else { Told::NotSaved }));
    };
    let reset = move |_| {
        for setting in Setting::ALL {
            let usual = setting.values().1;
            signal(setting).set(usual);
            apply(setting, usual);
        }
        storage::forget(KEY);
        told.set(Some(Told::Reset));
    };
    let label = |setting: Setting, value: &str| {
        match (setting, value) {
            (Setting::Text, "small") => words.text_small(),
            (Setting::Text, "large") => words.text_large(),
            (Setting::Text, _) => words.text_medium(),
            (Setting::Contrast, "high") => words.contrast_high(),
            (Setting::Contrast, _) => words.contrast_standard(),
            (Setting::Theme, "light") => words.theme_light(),
            (Setting::Theme, "dark") => words.theme_dark(),
            (Setting::Theme, _) => words.theme_system(),
        }
        .to_owned()
    };
    let groups = [
        ("text", Setting::Text, words.legend_text().to_owned()),
        ("contrast", Setting::Contrast, words.legend_contrast().to_owned()),
        ("theme", Setting::Theme, words.legend_theme().to_owned()),
    ]
    .map(|(name, setting, legend)| {
        let (values, _) = setting.values();
        let choices = values.iter().map(|value| Choice { value, label: label(setting, value) }).collect();
        let on_choose = move |value| choose(setting, value);
        view! { <Radios name legend choices chosen=signal(setting) on_choose/> }
    })
    .into_iter()
    .collect_view();
    let reset_label = words.reset().to_owned();
    let message = move || match told.get() {
        None => String::new(),
        Some(Told::Saved) => words.saved().to_owned(),
        Some(Told::NotSaved) => words.not_saved().to_owned(),
        Some(Told::Reset) => words.reset_done().to_owned(),
    };
    view! {
        {groups}
        <p class="govuk-body" role="status">{message}</p>
        <button type="button" class="govuk-button govuk-button--secondary" on:click=reset>
            {reset_label}
        </button>
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
