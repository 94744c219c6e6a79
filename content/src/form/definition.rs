//! A form as its file has it.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::part::{Part, PartKind, Section};
use super::table::Table;
use super::when::When;
use crate::deadline::CitedText;
use crate::id::{DisagreementId, FieldId, FormId, FormRuleId, NoticeId, RuleId, SourceId, StatementId};
use crate::route::{Route, SitePage};
use crate::source::Status;

/// `forms/<id>.toml`.
///
/// Everything that stands on a form names the statements it rests on in `cites`. `ours` says that the form in the
/// source does not have it: it is then marked on screen and on paper, and `cites` may still name where else in the
/// source it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Stable id: the file's name.
    pub id: FormId,
    /// Its heading, here and on paper.
    pub title: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// What sort of thing it is.
    pub kind: FormKind,
    /// RowPlace in lists.
    pub order: u32,
    /// The document it is taken from.
    pub source: SourceId,
    /// Where it stands today.
    pub status: Status,
    /// The part of the source, in the source's own numbering.
    pub covers: String,
    /// What the source calls it. The first is the form's own heading there. Never empty.
    pub names: Vec<String>,
    /// Who fills it in.
    pub who: CitedText,
    /// When it is used.
    pub used: CitedText,
    /// The pages of guidance that tell more. Never empty.
    pub pages: Vec<String>,
    /// What its page opens with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeId>,
    /// Points on which sources differ that touch it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DisagreementId>,
    /// There is one for each of these in a case, as in "parent". A form without it stands once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_for_each: Option<String>,
    /// What is filled in is kept nowhere: neither on the device nor in a file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_kept: bool,
    /// What to know before filling it in.
    #[serde(default, rename = "intro", skip_serializing_if = "Vec::is_empty")]
    pub intro: Vec<CitedText>,
    /// What else to know.
    #[serde(default, rename = "note", skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CitedText>,
    /// What our copy of the source lacks.
    #[serde(default, rename = "missing", skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<CitedText>,
    /// Its parts, in order. Never empty.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// What cannot stand together, and what should not be left open.
    #[serde(default, rename = "rule", skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<FormRule>,
    /// Worked cases. They are checked when content is loaded, and stay out of the browser.
    #[cfg(feature = "load")]
    #[serde(default, rename = "case", skip_serializing)]
    pub cases: Vec<FormCase>,
}

/// What sort of thing a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    /// People sign it.
    Agreement,
    /// It is sent to someone.
    Letter,
    /// Rows to work through.
    List,
    /// It records thinking.
    Tool,
    /// Families fill it in.
    Feedback,
}

/// A rule of the form, as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormRule {
    /// Unique in its form.
    pub id: FormRuleId,
    /// What has to hold for it to speak: all of these, for certain. Where `at` is a column, columns of its table are
    /// meant, row by row.
    pub when: Vec<When>,
    /// The field or column that it is shown at.
    pub at: FieldId,
    /// What it says: what is wrong and how to mend it.
    pub says: String,
    /// How grave it is.
    pub severity: Severity,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// How grave a problem is. Neither keeps a form from being printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something needed is missing, or two answers cannot both stand.
    Error,
    /// Something to think about.
    Warning,
}

/// A form filled in by hand, and what must come of it.
#[cfg(feature = "load")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormCase {
    /// What was filled in.
    #[serde(default)]
    pub answers: super::Answers,
    /// Fields, columns or tables with an error, in order.
    #[serde(default)]
    pub errors: Vec<FieldId>,
    /// Fields, columns or tables with a warning, in order.
    #[serde(default)]
    pub warnings: Vec<FieldId>,
    /// Fields whose answers are kept but do not show.
    #[serde(default)]
    pub kept_aside: Vec<FieldId>,
    /// Stretches that the plain text must have.
    #[serde(default)]
    pub has: Vec<String>,
    /// Stretches that it must not have.
    #[serde(default)]
    pub lacks: Vec<String>,
    /// Whether it is the copy that goes round.
    #[serde(default)]
    pub circulated: bool,
    /// What the case shows.
    pub why: String,
}

impl Form {
    /// Its page, below the tools.
    pub fn route(&self) -> Route {
        SitePage::Tools.route().child("forms").child(self.id.as_str())
    }

    /// Every part with its section, in order.
    pub fn parts(&self) -> impl Iterator<Item = (&Section, &Part)> {
        self.sections.iter().flat_map(|section| section.parts.iter().map(move |part| (section, part)))
    }

    /// Every field that stands by itself, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.parts().filter_map(|(_, part)| part.field.as_ref())
    }

    /// Every table, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts().filter_map(|(_, part)| part.table.as_ref())
    }

    /// A field that stands by itself, by id.
    pub fn field(&self, id: &FieldId) -> Option<&Field> {
        self.fields().find(|field| field.id == *id)
    }

    /// A table by id.
    pub fn table(&self, id: &FieldId) -> Option<&Table> {
        self.tables().find(|table| table.id == *id)
    }

    /// The time limits that its derived texts count by.
    pub fn deadlines(&self) -> impl Iterator<Item = &RuleId> {
        self.fields().filter_map(|field| field.due.as_ref()).map(|due| &due.rule)
    }

    /// Whether something is left out of the copy that goes round.
    pub fn has_circulated_copy(&self) -> bool {
        let columns = self.tables().flat_map(|table| &table.columns);
        self.fields().chain(columns).any(|field| field.hide_on_circulated_copy)
    }

    /// Every statement that the form rests on.
    pub fn statements(&self) -> Vec<&StatementId> {
        let mut cited = Vec::new();
        let told = [&self.who, &self.used].into_iter();
        for text in told.chain(&self.intro).chain(&self.notes).chain(&self.missing) {
            cited.extend(&text.cites);
        }
        for (_, part) in self.parts() {
            match part.kind() {
                PartKind::Text(text) => cited.extend(&text.cites),
                PartKind::Field(field) => field.statements(&mut cited),
                PartKind::Table(table) => table.statements(&mut cited),
            }
        }
        cited.extend(self.rules.iter().flat_map(|rule| &rule.cites));
        cited
    }
}
