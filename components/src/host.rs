//! A tool in its place on the page.
//!
//! A tool is a state that shows itself as [`Piece`]s and takes in what the reader does. The one component here mounts
//! it, hands it what happens and brings the page in step. So a tool is plain code that can be tested without a browser,
//! and another tool costs the bundle its own logic only. Measured with the tools for deadlines: written as typed views,
//! each with its closures, they made the bundle 171 kB brotli.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::SubmitEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::patch::patch;
use crate::piece::Piece;

/// What the reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act<'a> {
    /// Typed into the field of this id, or chose in it. Of radios it is the name of the group; of a checkbox the value
    /// is empty when it is not ticked.
    Entered(&'a str, &'a str),
    /// Pressed what has this `data-do`.
    Pressed(&'a str),
    /// Sent the form of this id.
    Sent(&'a str),
}

/// Where the focus goes after an act: the id of an element.
pub type Focus = Option<String>;

/// A state that shows itself and takes in what happens.
pub trait Tool {
    /// What it shows now.
    fn pieces(&self) -> Vec<Piece>;

    /// Takes in what the reader did.
    fn take(&mut self, act: Act<'_>) -> Focus;

    /// Where the focus goes when the tool comes to life. Nowhere, unless a link asked for it.
    fn focus_at_start(&self) -> Focus {
        None
    }

    /// What stands before the page's title while something is wrong: a screen reader says it first.
    fn title_prefix(&self) -> Option<&str> {
        None
    }
}

/// The action that moves the focus to a field: `focus:` and the field's id.
const FOCUS: &str = "focus:";

/// A tool in its place.
#[component]
pub fn Host(
    /// The tool.
    tool: Box<dyn Tool>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let title = document().title();
    let start = tool.focus_at_start();
    let tool = Rc::new(RefCell::new(tool));
    let shown = Rc::new(RefCell::new(Vec::new()));
    let bring_in_step: Rc<dyn Fn(Focus)> = {
        let tool = Rc::clone(&tool);
        Rc::new(move |focus| {
            let Some(place) = place.get_untracked() else { return };
            let tool = tool.borrow();
            let pieces = tool.pieces();
            patch(&place, &shown.borrow(), &pieces);
            shown.replace(pieces);
            let prefixed = tool.title_prefix().map(|prefix| format!("{prefix} {title}"));
            let wanted = prefixed.as_ref().unwrap_or(&title);
            if document().title() != *wanted {
                document().set_title(wanted);
            }
            if let Some(id) = focus {
                go_to(&id);
            }
        })
    };
    let take: Rc<dyn Fn(Act<'_>)> = {
        let bring_in_step = Rc::clone(&bring_in_step);
        Rc::new(move |act| {
            let focus = tool.borrow_mut().take(act);
            bring_in_step(focus);
        })
    };
    Effect::new(move || {
        if place.get().is_some() {
            bring_in_step(start.clone());
        }
    });
    let entered = {
        let take = Rc::clone(&take);
        move |event: Event| {
            if let Some((id, value)) = entered_in(&event) {
                take(Act::Entered(&id, &value));
            }
        }
    };
    let pressed = {
        let take = Rc::clone(&take);
        move |event: leptos::ev::MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let Some(action) = target.and_then(|target| target.closest("[data-do]").ok().flatten()) else {
                return;
            };
            let action = action.get_attribute("data-do").unwrap_or_default();
            event.prevent_default();
            match action.strip_prefix(FOCUS) {
                Some(field) => go_to(field),
                None => take(Act::Pressed(&action)),
            }
        }
    };
    let sent = move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        take(Act::Sent(&form.map(|form| form.id()).unwrap_or_default()));
    };
    view! {
        <div node_ref=place on:input=entered on:click=pressed on:submit=sent></div>
    }
}

/// What was entered and where.
fn entered_in(event: &Event) -> Option<(String, String)> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return Some(match input.type_().as_str() {
            "radio" => (input.name(), input.value()),
            "checkbox" => (input.id(), if input.checked() { input.value() } else { String::new() }),
            _ => (input.id(), input.value()),
        });
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return Some((select.id(), select.value()));
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(|area| (area.id(), area.value()))
}

/// Moves the focus to an element and brings its question into view with it.
fn go_to(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        if let Ok(Some(group)) = element.closest("fieldset") {
            group.scroll_into_view();
        }
        let _ = element.focus();
    }
}
