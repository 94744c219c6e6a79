//! What a tool answers, as a small tree of elements and words.
//!
//! What a tool shows is made by plain functions, which can be tested without a browser, and shown by one renderer,
//! [`patch`](crate::patch). The same tree gives the text that is copied. Measured: each answer written as a typed view
//! cost the bundle several times as much as all of them as trees.

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

    /// The same with the attribute where `holds`: `checked`, `open`.
    #[must_use]
    pub fn marked(self, name: &'static str, holds: bool) -> Self {
        if holds { self.with(name, "") } else { self }
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
            Piece::Copy(id) => lines.extend(crate::device::text_of(id).lines().map(str::to_owned)),
            // Pictures, calendars and what is folded away say again what stands in words beside them.
            Piece::Element(Element { tag: "svg" | "details", .. }) => {}
            Piece::Element(piece) if piece.has_class("wm-month") => {}
            Piece::Element(Element { tag, pieces, .. }) => {
                let block = !matches!(*tag, "span" | "a" | "strong" | "em" | "td" | "th");
                if matches!(*tag, "td" | "th")
                    && let Some(line) = lines.last_mut()
                    && !line.is_empty()
                {
                    line.push_str(" | ");
                }
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

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&String> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
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
