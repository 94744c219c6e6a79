//! Finding the tools of a page and bringing them to life.
//!
//! A tool's place is `<div data-tool="name" data-props="[…]">` with static text inside. Its data is read and
//! checked first; only then does the component take the place of the text. Whatever is wrong, the text stays.
//!
//! A page loads one bundle, and a bundle brings the tools that it carries to life: [`forms`] has one of its own, since
//! with it the bundle of all the others would be larger than a page may load.

mod bundles;
mod place;

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use self::bundles::{forms, tools};
pub use self::place::Place;
use crate::case;
use crate::clock;
use crate::host::{Host, Hosted, Tool};

/// The tool of a place, if the bundle carries it and its data is good.
pub type Bundle = fn(&Place<'_>) -> Option<Box<dyn Tool>>;

/// Mounts every tool of the page that the bundle carries, and of each page that takes its place: the guide in one file
/// shows its pages so.
pub fn mount_tools_of_every_page(bundle: Bundle) {
    mount_tools(bundle);
    window_event_listener_untyped(ANOTHER_PAGE, move |_| mount_tools(bundle));
}

/// What says that another page has taken the place of the one before.
const ANOTHER_PAGE: &str = "waymark:page";

/// What was to be kept until yesterday goes first.
fn mount_tools(bundle: Bundle) {
    let Ok(places) = document().query_selector_all("[data-tool]:not([data-alive])") else { return };
    let ended = case::sweep(clock::today());
    for index in 0..places.length() {
        let place = places.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place {
            mount_tool(bundle, &place, ended);
        }
    }
}

fn mount_tool(bundle: Bundle, place: &HtmlElement, ended: bool) {
    if let Some(tool) = bundle(&Place::new(place, ended)) {
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
