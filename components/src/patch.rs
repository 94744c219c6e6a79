//! Brings a part of the page in step with a tree of [`Piece`]s, and leaves alone what has not changed: the field that
//! someone types in keeps its focus, and what is read out is only what is new.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

use crate::original::copy_of;
use crate::piece::{Element, Piece};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes the children of `place`, which show `old`, show `new`.
pub fn patch(place: &web_sys::Element, old: &[Piece], new: &[Piece]) {
    patch_children(place, old, new, false);
}

fn patch_children(place: &Node, old: &[Piece], new: &[Piece], drawn: bool) {
    let nodes = place.child_nodes();
    // Something else has had its hands on the page, such as a translator: what is there cannot be trusted.
    let (old, nodes) = if nodes.length() as usize == old.len() {
        (old, nodes)
    } else {
        place.set_text_content(None);
        (&[] as &[Piece], place.child_nodes())
    };
    let alike = |(old, new): &(&Piece, &Piece)| is_same(old, new);
    let from_start = old.iter().zip(new).take_while(alike).count();
    let (old_rest, new_rest) = (&old[from_start..], &new[from_start..]);
    let from_end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(alike).count();
    let node = |place: usize| u32::try_from(place).ok().and_then(|place| nodes.item(place));
    let ends = (0..from_end).map(|back| (old.len() - 1 - back, new.len() - 1 - back));
    let pairs = (0..from_start).map(|at| (at, at)).chain(ends);
    for (old_at, new_at) in pairs {
        if old[old_at] != new[new_at]
            && let Some(node) = node(old_at)
        {
            patch_node(&node, &old[old_at], &new[new_at], drawn);
        }
    }
    let after = node(old.len() - from_end);
    let gone: Vec<Node> = (from_start..old.len() - from_end).filter_map(node).collect();
    for node in gone {
        let _ = place.remove_child(&node);
    }
    for piece in &new_rest[..new_rest.len() - from_end] {
        if let Some(made) = make(piece, drawn) {
            let _ = place.insert_before(&made, after.as_ref());
        }
    }
}

/// Whether the one can become the other in place: the same sort of element, and the same one by its id.
fn is_same(old: &Piece, new: &Piece) -> bool {
    match (old, new) {
        (Piece::Text(_), Piece::Text(_)) => true,
        (Piece::Copy(old), Piece::Copy(new)) => old == new,
        (Piece::Element(old), Piece::Element(new)) => {
            old.tag == new.tag && old.attribute("id") == new.attribute("id")
        }
        _ => false,
    }
}

fn patch_node(node: &Node, old: &Piece, new: &Piece, drawn: bool) {
    match (old, new) {
        (Piece::Element(old), Piece::Element(new)) => {
            let Some(element) = node.dyn_ref::<web_sys::Element>() else { return };
            for (name, _) in &old.attributes {
                if new.attribute(name).is_none() {
                    let _ = element.remove_attribute(name);
                }
            }
            for (name, value) in &new.attributes {
                if old.attribute(name) != Some(value) {
                    let _ = element.set_attribute(name, value);
                }
            }
            patch_children(node, &old.pieces, &new.pieces, drawn || new.tag == "svg");
            set_field(element, new);
        }
        (_, Piece::Text(words)) => node.set_text_content(Some(words)),
        _ => {}
    }
}

fn make(piece: &Piece, drawn: bool) -> Option<Node> {
    let document = document();
    match piece {
        Piece::Text(words) => Some(document.create_text_node(words).into()),
        Piece::Copy(id) => Some(copy_of(id)),
        Piece::Element(element) => {
            let drawn = drawn || element.tag == "svg";
            let made = if drawn {
                document.create_element_ns(Some(SVG), element.tag)
            } else {
                document.create_element(element.tag)
            };
            let made = made.ok()?;
            for (name, value) in &element.attributes {
                let _ = made.set_attribute(name, value);
            }
            for piece in &element.pieces {
                if let Some(child) = make(piece, drawn) {
                    let _ = made.append_child(&child);
                }
            }
            set_field(&made, element);
            Some(made.into())
        }
    }
}

/// What a field holds is not what its attributes say once someone has typed in it.
fn set_field(made: &web_sys::Element, element: &Element) {
    let value = || element.attribute("value").map_or("", String::as_str);
    match element.tag {
        "input" => {
            let Some(input) = made.dyn_ref::<HtmlInputElement>() else { return };
            if matches!(input.type_().as_str(), "radio" | "checkbox") {
                input.set_checked(element.attribute("checked").is_some());
            } else if input.value() != value() {
                input.set_value(value());
            }
        }
        "select" => {
            if let Some(select) = made.dyn_ref::<HtmlSelectElement>() {
                select.set_value(value());
            }
        }
        "textarea" => {
            if let Some(area) = made.dyn_ref::<HtmlTextAreaElement>().filter(|area| area.value() != value()) {
                area.set_value(value());
            }
        }
        _ => {}
    }
}
