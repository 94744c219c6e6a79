//! A tool in its place on the page.
//!
//! A tool is a state that shows itself as [`Piece`]s and takes in what the reader does. The one component here mounts
//! it, hands it what happens and brings the page in step. So a tool is plain code that can be tested without a browser,
//! and another tool costs the bundle its own logic only. Measured with the tools for deadlines: written as typed views,
//! each with its closures, they made the bundle 171 kB brotli.

use std::cell::{OnceCell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
};

use crate::device;
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
    /// Nothing: what the tool began under this name has come to its end, with what came of it or why it failed.
    Came(&'a str, Result<&'a str, &'a str>),
}

/// Something that a tool has begun and that takes its time: reading a file, fetching a part of the site. Nothing of it
/// runs before the host gets it, so that a tool is still tested without a browser.
pub struct Later {
    /// What it comes back as.
    name: String,
    work: Pin<Box<dyn Future<Output = Result<String, String>>>>,
}

/// Where the focus goes after an act: the id of an element.
pub type Focus = Option<String>;

/// A state that shows itself and takes in what happens.
pub trait Tool {
    /// What it shows now.
    fn pieces(&self) -> Vec<Piece>;

    /// Takes in what the reader did.
    fn take(&mut self, act: Act<'_>) -> Focus;

    /// What it has begun since it was last asked. The host asks at the start and after every act, and hands each end
    /// back as [`Act::Came`]. A tool around a tool hands on what that one has begun.
    fn begun(&mut self) -> Vec<Later> {
        Vec::new()
    }

    /// Where the focus goes when the tool comes to life. Nowhere, unless a link asked for it.
    fn focus_at_start(&self) -> Focus {
        None
    }

    /// What the page's address names of it, so that a reload or a link brings it back. Most tools leave the address
    /// alone.
    fn place(&self) -> Option<String> {
        None
    }

    /// The address names another place.
    fn opened_at(&mut self, _place: &str) -> Focus {
        None
    }

    /// A key was pressed, wherever the focus is. `None` when the tool has no use for it: then it does what it always
    /// does.
    fn key(&mut self, _key: &str) -> Option<Focus> {
        None
    }

    /// What stands before the page's title while something is wrong: a screen reader says it first.
    fn title_prefix(&self) -> Option<&str> {
        None
    }
}

impl Later {
    /// What comes back under `name` when `work` is done.
    pub fn new(
        name: impl Into<String>,
        work: impl Future<Output = Result<String, String>> + 'static,
    ) -> Self {
        Self { name: name.into(), work: Box::pin(work) }
    }

    /// What it comes back as.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The action that moves the focus to a field: `focus:` and the field's id.
const FOCUS: &str = "focus:";

/// A tool with what it shows.
pub struct Hosted {
    tool: RefCell<Box<dyn Tool>>,
    pieces: RefCell<Vec<Piece>>,
    /// The page's title, without a prefix.
    title: String,
    place: OnceCell<Element>,
}

impl Hosted {
    /// A tool that shows nothing yet.
    pub fn new(tool: Box<dyn Tool>) -> Rc<Self> {
        let (tool, pieces) = (RefCell::new(tool), RefCell::default());
        Rc::new(Self { tool, pieces, title: document().title(), place: OnceCell::new() })
    }

    /// Shows it, once it has its place on the page.
    pub fn start(self: &Rc<Self>) {
        let focus = self.tool.borrow().focus_at_start();
        self.show(focus);
        self.wait();
    }

    /// Takes in what the reader did, or what has come.
    fn take(self: &Rc<Self>, act: Act<'_>) {
        let focus = self.tool.borrow_mut().take(act);
        self.show(focus);
        if let Some(place) = self.tool.borrow().place() {
            device::name_place(&place);
        }
        self.wait();
    }

    /// Listens to the address and to the keys of the whole page, for a tool that names places in the address.
    pub fn listen(self: &Rc<Self>) {
        if self.tool.borrow().place().is_none() {
            return;
        }
        let hosted = Rc::clone(self);
        window_event_listener_untyped("hashchange", move |_| {
            let place = device::place_in_address();
            // A place that the page has is for the browser to go to.
            if hosted.is_on_page() && document().get_element_by_id(&place).is_none() {
                let focus = hosted.tool.borrow_mut().opened_at(&place);
                hosted.show(focus);
            }
        });
        let hosted = Rc::clone(self);
        window_event_listener_untyped("keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let held = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
            if held || !hosted.is_on_page() {
                return;
            }
            let taken = hosted.tool.borrow_mut().key(&event.key());
            if let Some(focus) = taken {
                event.prevent_default();
                hosted.show(focus);
            }
        });
    }

    /// In one file a page goes when another is shown.
    fn is_on_page(&self) -> bool {
        self.place.get().is_some_and(|place| place.is_connected())
    }

    /// Waits for what the tool has begun. The page is in step by then: it may say that something is on its way.
    fn wait(self: &Rc<Self>) {
        let begun = self.tool.borrow_mut().begun();
        for Later { name, work } in begun {
            let hosted = Rc::clone(self);
            spawn_local(async move {
                let came = work.await;
                hosted.take(Act::Came(&name, came.as_deref().map_err(String::as_str)));
            });
        }
    }

    /// Brings the page in step, then moves the focus.
    fn show(&self, focus: Focus) {
        let Some(place) = self.place.get() else { return };
        let tool = self.tool.borrow();
        let pieces = tool.pieces();
        patch(place, &self.pieces.borrow(), &pieces);
        self.pieces.replace(pieces);
        let prefixed = tool.title_prefix().map(|prefix| format!("{prefix} {}", self.title));
        let wanted = prefixed.as_ref().unwrap_or(&self.title);
        if document().title() != *wanted {
            document().set_title(wanted);
        }
        if let Some(id) = focus {
            go_to(&id);
        }
    }
}

/// A tool in its place.
#[component]
pub fn Host(
    /// The tool.
    hosted: Rc<Hosted>,
) -> impl IntoView {
    let take_place = |place: Element, hosted: Rc<Hosted>| {
        let _ = hosted.place.set(place);
    };
    let (on_input, on_click, on_submit) = (Rc::clone(&hosted), Rc::clone(&hosted), Rc::clone(&hosted));
    let entered = move |event: Event| {
        if let Some((id, value)) = entered_in(&event) {
            on_input.take(Act::Entered(&id, &value));
        }
    };
    let pressed = move |event: MouseEvent| {
        let target = element_of(&event);
        let Some(action) = target.and_then(|target| target.closest("[data-do]").ok().flatten()) else {
            return;
        };
        let action = action.get_attribute("data-do").unwrap_or_default();
        event.prevent_default();
        match action.strip_prefix(FOCUS) {
            Some(field) => go_to(field),
            None => on_click.take(Act::Pressed(&action)),
        }
    };
    let sent = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.take(Act::Sent(&element_of(&event).map(|form| form.id()).unwrap_or_default()));
    };
    // Nothing listens further in, so that it does not matter who hears first; and the listeners that Leptos adds in this
    // phase are the lighter ones.
    view! {
        <div
            use:take_place=hosted
            on:input:capture=entered
            on:click:capture=pressed
            on:submit:capture=sent
        ></div>
    }
}

/// The element that something happened to.
fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
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
