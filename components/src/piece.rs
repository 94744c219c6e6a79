//! What a tool answers, as a small tree of elements and words.
//!
//! An answer is made by plain functions, which can be tested without a browser, and shown by one renderer. The same
//! tree gives the text that is copied. Measured: each answer written as a typed view cost the bundle several times as
//! much as all of them as trees.

/// Words, or an element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words. They reach the page as text only.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name. Below `svg` it is drawn, not written.
    pub tag: &'static str,
    /// Its attributes. A class stands first.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub pieces: Vec<Piece>,
}

/// An element with a class and what is in it. An empty class is left out.
pub fn element(tag: &'static str, class: &str, pieces: Vec<Piece>) -> Piece {
    let attributes = if class.is_empty() { Vec::new() } else { vec![("class", class.to_owned())] };
    Piece::Element(Element { tag, attributes, pieces })
}

/// A paragraph of these words.
pub fn paragraph(pieces: Vec<Piece>) -> Piece {
    element("p", "govuk-body", pieces)
}

/// Words.
pub fn text(words: impl Into<String>) -> Piece {
    Piece::Text(words.into())
}

impl Piece {
    /// The same with one attribute more. Words have none.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Piece::Element(element) = &mut self {
            element.attributes.push((name, value.into()));
        }
        self
    }

    /// The words in reading order: a line for each block, as people paste them.
    pub fn to_text(&self) -> String {
        let mut lines = vec![String::new()];
        self.add_text(&mut lines);
        let kept: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        kept.join("\n")
    }

    fn add_text(&self, lines: &mut Vec<String>) {
        match self {
            Piece::Text(words) => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(words);
                }
            }
            Piece::Element(Element { tag: "svg" | "table" | "details", .. }) => {}
            Piece::Element(Element { tag, pieces, .. }) => {
                let block = !matches!(*tag, "span" | "a" | "strong" | "em");
                if block {
                    lines.push(String::new());
                }
                pieces.iter().for_each(|piece| piece.add_text(lines));
                if block {
                    lines.push(String::new());
                }
            }
        }
    }
}

/// Puts the pieces into an element, in place of what it held.
pub fn show(place: &web_sys::Element, pieces: &[Piece]) {
    place.replace_children_with_node_0();
    append(place, pieces, false);
}

const SVG: &str = "http://www.w3.org/2000/svg";

fn append(place: &web_sys::Element, pieces: &[Piece], drawn: bool) {
    let Some(document) = place.owner_document() else { return };
    for piece in pieces {
        match piece {
            Piece::Text(words) => {
                let _ = place.append_child(&document.create_text_node(words));
            }
            Piece::Element(Element { tag, attributes, pieces }) => {
                let drawn = drawn || *tag == "svg";
                let namespace = drawn.then_some(SVG);
                let made = match namespace {
                    Some(_) => document.create_element_ns(namespace, tag),
                    None => document.create_element(tag),
                };
                let Ok(made) = made else { continue };
                for (name, value) in attributes {
                    let _ = made.set_attribute(name, value);
                }
                append(&made, pieces, drawn);
                let _ = place.append_child(&made);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_a_line_for_each_block_and_leaves_out_pictures() {
        let answer = element(
            "section",
            "",
            vec![
                element("h3", "", vec![text("Tuesday 6 May 2025")]),
                paragraph(vec![text("By "), element("strong", "", vec![text("then")]), text(".")]),
                element("table", "", vec![element("td", "", vec![text("5")])]),
                element(
                    "ul",
                    "",
                    vec![element("li", "", vec![text("One")]), element("li", "", vec![text("Two")])],
                ),
            ],
        );
        assert_eq!(answer.to_text(), "Tuesday 6 May 2025\nBy then.\nOne\nTwo");
    }
}
