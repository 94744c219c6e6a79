//! Where a tool stands on its page, and what it is given there.

use leptos::prelude::document;
use waymark_content::packed::{Packed, unpacked};
use web_sys::HtmlElement;

use crate::case::{CaseTool, WithCase};
use crate::host::Tool;
use crate::{clock, device};

/// The place of a tool.
#[derive(Debug)]
pub struct Place<'a> {
    element: &'a HtmlElement,
    ended: bool,
}

impl<'a> Place<'a> {
    /// `ended`: the time of the case that was open here is just over.
    pub(super) fn new(element: &'a HtmlElement, ended: bool) -> Self {
        Self { element, ended }
    }

    /// The tool that belongs here.
    pub(super) fn name(&self) -> String {
        self.attribute("data-tool")
    }

    pub(super) fn attribute(&self, name: &str) -> String {
        self.element.get_attribute(name).unwrap_or_default()
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.element.has_attribute(attribute)
    }

    /// What a link led to.
    pub(super) fn named(&self) -> String {
        device::place_in_address()
    }

    /// The same, unless it is a place of the page itself.
    pub(super) fn named_beyond(&self) -> String {
        Some(self.named()).filter(|named| document().get_element_by_id(named).is_none()).unwrap_or_default()
    }

    /// What the tool is made of.
    pub(super) fn props<T: Packed>(&self) -> Option<T> {
        self.data("data-props")
    }

    /// The same of what an attribute says.
    pub(super) fn data<T: Packed>(&self, attribute: &str) -> Option<T> {
        let texts = serde_json::from_str(&self.element.get_attribute(attribute)?).ok()?;
        unpacked(texts)
    }

    /// A tool with the case that it belongs to.
    pub(super) fn of_case(&self, tool: Box<dyn CaseTool>) -> Option<Box<dyn Tool>> {
        Some(Box::new(WithCase::on_device(tool, self.data("data-case")?, clock::today, self.ended)))
    }

    /// Whether the time of the case that was open here is just over.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }
}
