//! Finding the tools of a page and bringing them to life.
//!
//! A tool's place is `<div data-tool="name" data-props="[…]">` with static text inside. Its data is read and
//! checked first; only then does the component take the place of the text. Whatever is wrong, the text stays.

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use waymark_content::packed::{Packed, unpacked};
use web_sys::HtmlElement;

use crate::clock;
use crate::deadlines::{AnyCountData, CheckData, CompareData, DatesTool, OneData, WholeCaseData};
use crate::decision::DecisionData;
use crate::device;
use crate::display_settings::DisplaySettingsData;
use crate::host::{Host, Hosted, Tool};
use crate::practice::PracticeData;

/// Mounts every tool of the page, and of each page that takes its place: the guide in one file shows its pages so.
pub fn mount_tools_of_every_page() {
    mount_tools();
    window_event_listener_untyped(ANOTHER_PAGE, |_| mount_tools());
}

fn mount_tools() {
    let Ok(places) = document().query_selector_all("[data-tool]") else { return };
    for index in 0..places.length() {
        let place = places.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place {
            mount_tool(&place);
        }
    }
}

/// What says that another page has taken the place of the one before.
const ANOTHER_PAGE: &str = "waymark:page";

fn mount_tool(place: &HtmlElement) {
    if let Some(tool) = tool(place) {
        let hosted = Hosted::new(tool);
        place.replace_children_with_node_0();
        mount_to(place.clone(), {
            let hosted = Rc::clone(&hosted);
            move || view! { <Host hosted/> }
        })
        .forget();
        hosted.start();
        hosted.listen();
        // Tests and styles can tell a tool that is alive from the text it was built with.
        let _ = place.set_attribute("data-alive", "");
    }
}

/// The tool of a place, when its data is good.
fn tool(place: &HtmlElement) -> Option<Box<dyn Tool>> {
    let today = clock::today;
    let dates = |tool: DatesTool| -> Box<dyn Tool> { Box::new(tool) };
    match place.get_attribute("data-tool")?.as_str() {
        "deadlines" => props::<OneData>(place)?.tool(&device::place_in_address(), today).map(dates),
        "whole-case" => props::<WholeCaseData>(place)?.tool(today).map(dates),
        "check" => props::<CheckData>(place)?.tool(today).map(dates),
        "compare" => props::<CompareData>(place)?.tool(today).map(dates),
        "any-count" => props::<AnyCountData>(place)?.tool(today).map(dates),
        "decision" => Some(Box::new(props::<DecisionData>(place)?.tool(today)?)),
        "practice" => {
            let named = device::place_in_address();
            // A heading of the page is no choice in the case.
            let named = if document().get_element_by_id(&named).is_some() { "" } else { &*named };
            Some(Box::new(props::<PracticeData>(place)?.tool(named)?))
        }
        "display" => Some(Box::new(props::<DisplaySettingsData>(place)?.tool())),
        _ => None,
    }
}

fn props<T: Packed>(place: &HtmlElement) -> Option<T> {
    let texts = serde_json::from_str(&place.get_attribute("data-props")?).ok()?;
    unpacked(texts)
}
