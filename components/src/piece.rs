//! What a tool answers, as a small tree of elements and words.
//!
//! What a tool shows is made by plain functions, which can be tested without a browser, and shown by one renderer,
//! [`patch`](crate::patch). The same tree gives the text that is copied. Measured: each answer written as a typed view
//! cost the bundle several times as much as all of them as trees.

use crate::original;

/// Words, or an element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words. They reach the page as text only.
    Text(String),
    /// An element.
    Element(Element),
    /// A copy of what stands on the page under this id, so that it does not travel twice.
    Copy(String),
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
// Not inlined: tools are made of hundreds of these. So are the two below.
#[inline(never)]
pub fn element(tag: &'static str, class: &str, pieces: Vec<Piece>) -> Piece {
    let attributes = if class.is_empty() { Vec::new() } else { vec![("class", class.to_owned())] };
    Piece::Element(Element { tag, attributes, pieces })
}

/// A paragraph of these words.
pub fn paragraph(pieces: Vec<Piece>) -> Piece {
    element("p", "govuk-body", pieces)
}

/// What unfolds when its summary is pressed.
#[inline(never)]
pub fn folded(class: &str, summary: Vec<Piece>, inside: Vec<Piece>) -> Piece {
    let summary = element("span", "govuk-details__summary-text", summary);
    let pieces = vec![
        element("summary", "govuk-details__summary", vec![summary]),
        element("div", "govuk-details__text", inside),
    ];
    element("details", class, pieces)
}

/// Words.
pub fn text(words: impl AsRef<str>) -> Piece {
    text_of(words.as_ref())
}

#[inline(never)]
fn text_of(words: &str) -> Piece {
    Piece::Text(words.to_owned())
}

impl Piece {
    /// The same with one attribute more. Words have none.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.with_value(name, value.as_ref())
    }

    #[inline(never)]
    fn with_value(mut self, name: &'static str, value: &str) -> Self {
        if let Piece::Element(element) = &mut self {
            element.attributes.push((name, value.to_owned()));
        }
        self
    }

    /// The same with the attribute where `holds`: `checked`, `open`.
    #[must_use]
    pub fn marked(self, name: &'static str, holds: bool) -> Self {
        if holds { self.with(name, "") } else { self }
    }

    /// The words in reading order: a line for each block, as people paste them.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        self.add_text(&mut lines);
        let kept: Vec<&str> =
            lines.0.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        kept.join("\n")
    }

    fn add_text(&self, lines: &mut Lines) {
        match self {
            Piece::Text(words) => lines.add(words),
            Piece::Copy(id) => original::add_text_of(id, lines),
            Piece::Element(element) => {
                if lines.open(element.tag, element.attribute("class").map_or("", String::as_str)) {
                    element.pieces.iter().for_each(|piece| piece.add_text(lines));
                    lines.close(element.tag);
                }
            }
        }
    }
}

/// Text as it is gathered.
#[derive(Debug, Default)]
pub struct Lines(Vec<String>);

impl Lines {
    /// Adds words to the last line.
    pub fn add(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(line) => line.push_str(words),
            None => self.0.push(words.to_owned()),
        }
    }

    /// An element begins. `false` when its words do not count: pictures, calendars and what is folded away say again
    /// what stands in words beside them.
    pub fn open(&mut self, tag: &str, class: &str) -> bool {
        if matches!(tag, "svg" | "details") || class.split(' ').any(|known| known == "wm-month") {
            return false;
        }
        if matches!(tag, "td" | "th") {
            if self.0.last().is_some_and(|line| !line.is_empty()) {
                self.add(" | ");
            }
        } else {
            self.close(tag);
        }
        true
    }

    /// An element ends. A block has lines of its own.
    pub fn close(&mut self, tag: &str) {
        if !matches!(tag, "span" | "a" | "strong" | "em" | "bdi" | "td" | "th") {
            self.0.push(String::new());
        }
    }
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&String> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
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
                element("table", "wm-month", vec![element("td", "", vec![text("5")])]),
                element(
                    "tr",
                    "",
                    vec![element("th", "", vec![text("Due")]), element("td", "", vec![text("6 May")])],
                ),
                element(
                    "ul",
                    "",
                    vec![element("li", "", vec![text("One")]), element("li", "", vec![text("Two")])],
                ),
            ],
        );
        assert_eq!(answer.to_text(), "Tuesday 6 May 2025\nBy then.\nDue | 6 May\nOne\nTwo");
    }
}
