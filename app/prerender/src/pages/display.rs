//! The display settings.

use leptos::prelude::*;
use waymark_components::display_settings::DisplaySettingsData;
use waymark_content::route::SitePage;

use super::{fixed, props};
use crate::frame::{Frame, Kind, Part};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let words = &site.guide.words;
    let data = DisplaySettingsData { words: words.display.clone() };
    let data = props(&data);
    let fallback =
        words.pages.display.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let body = view! {
        <div class="wm-tool" data-tool="display" data-props=data>{fallback.collect_view()}</div>
    };
    Frame {
        kind: Kind::Tool,
        ..fixed(site, SitePage::Display, &words.pages.display, Part::Display, body.into_any())
    }
}
