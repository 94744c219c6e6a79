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

use crate::case::{self, CaseTool, CasesPageData, WithCase};
use crate::checklist::ChecklistData;
use crate::clock;
use crate::deadlines::{AnyCountData, CheckData, CompareData, DatesTool, OneData, WholeCaseData};
use crate::decision::DecisionData;
use crate::device;
use crate::display_settings::DisplaySettingsData;
use crate::fill_in::FillInData;
use crate::host::{Host, Hosted, Tool};
use crate::practice::PracticeData;

/// Mounts every tool of the page, and of each page that takes its place: the guide in one file shows its pages so.
pub fn mount_tools_of_every_page() {
    mount_tools();
    window_event_listener_untyped(ANOTHER_PAGE, |_| mount_tools());
}

/// What was to be kept until yesterday goes first.
fn mount_tools() {
    let Ok(places) = document().query_selector_all("[data-tool]") else { return };
    let ended = case::sweep(clock::today());
    for index in 0..places.length() {
        let place = places.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place {
            mount_tool(&place, ended);
        }
    }
}

/// What says that another page has taken the place of the one before.
const ANOTHER_PAGE: &str = "waymark:page";

fn mount_tool(place: &HtmlElement, ended: bool) {
    if let Some(tool) = tool(place, ended) {
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

/// The tool of a place, when its data is good. `ended`: the time of the case that was open here is just over.
fn tool(place: &HtmlElement, ended: bool) -> Option<Box<dyn Tool>> {
    let today = clock::today;
    // What a link led to.
    let named = device::place_in_address();
    let of_case = |tool: Box<dyn CaseTool>| -> Option<Box<dyn Tool>> {
        Some(Box::new(WithCase::on_device(tool, data(place, "data-case")?, today, ended)))
    };
    let dates = |tool: DatesTool| -> Box<dyn Tool> { Box::new(tool) };
    match place.get_attribute("data-tool")?.as_str() {
        "deadlines" => props::<OneData>(place)?.tool(&named, today).map(dates),
        "whole-case" => of_case(Box::new(props::<WholeCaseData>(place)?.tool(today)?)),
        "check" => props::<CheckData>(place)?.tool(today).map(dates),
        "compare" => props::<CompareData>(place)?.tool(today).map(dates),
        "any-count" => props::<AnyCountData>(place)?.tool(today).map(dates),
        "decision" => of_case(Box::new(props::<DecisionData>(place)?.tool(today)?)),
        "checklist" => of_case(Box::new(props::<ChecklistData>(place)?.tool(&named, today))),
        "form" => {
            let docx = place.get_attribute("data-docx").unwrap_or_default();
            let form = props::<FillInData>(place)?.tool(docx)?;
            // A form that must not be kept has no case.
            if place.has_attribute("data-case") { of_case(Box::new(form)) } else { Some(Box::new(form)) }
        }
        "practice" => {
            // A heading of the page is no choice in the case.
            let named = if document().get_element_by_id(&named).is_some() { "" } else { &*named };
            Some(Box::new(props::<PracticeData>(place)?.tool(named)?))
        }
        "cases" => {
            let case = data(place, "data-case")?;
            Some(Box::new(props::<CasesPageData>(place)?.tool(case, today, ended)))
        }
        "display" => Some(Box::new(props::<DisplaySettingsData>(place)?.tool())),
        _ => None,
    }
}

fn props<T: Packed>(place: &HtmlElement) -> Option<T> {
    data(place, "data-props")
}

fn data<T: Packed>(place: &HtmlElement, attribute: &str) -> Option<T> {
    let texts = serde_json::from_str(&place.get_attribute(attribute)?).ok()?;
    unpacked(texts)
}
