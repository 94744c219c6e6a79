//! Finding the tools of a page and bringing them to life.
//!
//! A tool's place is `<div data-tool="name" data-props="{…}">` with static text inside. Its data is read and
//! checked first; only then does the component take the place of the text. Whatever is wrong, the text stays.

use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::deadlines::{DeadlineTool, ReadyDeadlines};
use crate::display_settings::{DisplaySettings, DisplaySettingsData};

/// Mounts every tool of the page.
pub fn mount_tools() {
    let Ok(places) = document().query_selector_all("[data-tool]") else { return };
    for index in 0..places.length() {
        let place = places.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place {
            mount_tool(&place);
        }
    }
}

fn mount_tool(place: &HtmlElement) {
    match place.get_attribute("data-tool").as_deref() {
        Some("deadlines") => {
            if let Some(ready) = props(place).and_then(|data| ReadyDeadlines::new(data).ok()) {
                bring_to_life(place, move || view! { <DeadlineTool ready/> });
            }
        }
        Some("display") => {
            if let Some(data) = props::<DisplaySettingsData>(place) {
                bring_to_life(place, move || view! { <DisplaySettings data/> });
            }
        }
        _ => {}
    }
}

fn props<T: DeserializeOwned>(place: &HtmlElement) -> Option<T> {
    serde_json::from_str(&place.get_attribute("data-props")?).ok()
}

fn bring_to_life<V: IntoView + 'static>(place: &HtmlElement, component: impl FnOnce() -> V + 'static) {
    place.replace_children_with_node_0();
    mount_to(place.clone(), component).forget();
    // Tests and styles can tell a tool that is alive from the text it was built with.
    let _ = place.set_attribute("data-alive", "");
}
