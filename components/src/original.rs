//! What stands on the page already and is shown again by a tool, so that it does not travel twice.
//!
//! Most of it is still text. What a page shows only as part of an answer stands in a `<template>`.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement, Node};

use crate::piece::Lines;

/// What stands under an id: the element itself, or the one in it when it is a template.
fn original(id: &str) -> Option<Element> {
    let place = document().get_element_by_id(id)?;
    match place.dyn_ref::<HtmlTemplateElement>() {
        Some(template) => template.content().first_element_child(),
        None => Some(place),
    }
}

/// A copy of what stands under an id. Ids stay with the original; a missing original leaves nothing to show.
pub fn copy_of(id: &str) -> Node {
    let copy = original(id).and_then(|original| original.clone_node_with_deep(true).ok());
    let Some(copy) = copy else { return document().create_text_node("").into() };
    if let Some(element) = copy.dyn_ref::<Element>() {
        let _ = element.remove_attribute("id");
        while let Ok(Some(inner)) = element.query_selector("[id]") {
            let _ = inner.remove_attribute("id");
        }
    }
    copy
}

/// Adds the words of what stands under an id.
pub fn add_text_of(id: &str, lines: &mut Lines) {
    if let Some(original) = original(id) {
        add_text(&original, lines);
    }
}

fn add_text(node: &Node, lines: &mut Lines) {
    let Some(element) = node.dyn_ref::<Element>() else {
        lines.add(&node.text_content().unwrap_or_default());
        return;
    };
    let tag = element.local_name();
    if !lines.open(&tag, &element.get_attribute("class").unwrap_or_default()) {
        return;
    }
    let inside = element.child_nodes();
    for place in 0..inside.length() {
        if let Some(node) = inside.item(place) {
            add_text(&node, lines);
        }
    }
    lines.close(&tag);
}
