//! Sections of a form and their parts.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::table::Table;
use super::when::When;
use crate::id::{SectionId, StatementId};

/// Parts that stand together under a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Unique in its form.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// Has no heading on paper: the text of a letter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub untitled: bool,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Where::is_both")]
    pub on: Where,
    /// What has to hold for it to show: all of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown_when: Vec<When>,
    /// The same in words, as it ends "Only if ...". On paper it stands there while nobody has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Its parts, in order. Never empty.
    #[serde(default, rename = "part")]
    pub parts: Vec<Part>,
}

/// One part: a text, a field or a table, exactly one of the three.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What has to hold for it to show: all of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown_when: Vec<When>,
    /// The same in words, as it ends "Only if ...".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Words that stand on the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Something to fill in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Rows to fill in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PartKind<'a> {
    /// Words that stand on the form.
    Text(&'a Text),
    /// Something to fill in.
    Field(&'a Field),
    /// Rows to fill in.
    Table(&'a Table),
}

/// Words that stand on the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// The words. `{field}` stands for the answer to that field.
    pub text: String,
    /// How it is set.
    #[serde(default)]
    pub style: TextStyle,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Where::is_both")]
    pub on: Where,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// Not on the form in the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextStyle {
    /// A paragraph.
    #[default]
    Paragraph,
    /// An item of the list that the items around it make.
    Item,
    /// A heading below the section's.
    Heading,
    /// A paragraph to stop at.
    Warning,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Where {
    /// On screen and on paper.
    #[default]
    Both,
    /// On screen only: advice to whoever fills it in.
    Screen,
    /// On paper only: the text of a letter whose gaps are asked for on screen.
    Paper,
}

impl Part {
    /// What it is. A part with none of the three, which loading refuses, counts as an empty text.
    pub fn kind(&self) -> PartKind<'_> {
        static NOTHING: Text = Text {
            text: String::new(),
            style: TextStyle::Paragraph,
            on: Where::Screen,
            cites: Vec::new(),
            ours: false,
        };
        match (&self.field, &self.table, &self.text) {
            (Some(field), ..) => PartKind::Field(field),
            (None, Some(table), _) => PartKind::Table(table),
            (None, None, Some(text)) => PartKind::Text(text),
            (None, None, None) => PartKind::Text(&NOTHING),
        }
    }
}

impl Where {
    pub(super) fn is_both(&self) -> bool {
        *self == Where::Both
    }

    /// Whether it stands on paper.
    pub fn on_paper(self) -> bool {
        self != Where::Screen
    }

    /// Whether it stands on screen.
    pub fn on_screen(self) -> bool {
        self != Where::Paper
    }
}
