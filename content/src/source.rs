//! The documents that the guide is made from.

use serde::{Deserialize, Serialize};

use crate::id::{ChangeId, SourceId, StatementId};
use crate::route::Route;
use crate::statement::Statement;

/// Where a document or a rule stands today. There is no "current": nothing here was checked against a text in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A later edition or Act replaced it.
    Superseded,
    /// The practice itself has ended.
    Historical,
    /// One authority's or partnership's procedure.
    Local,
    /// No later text was found to check it against.
    Unverified,
}

impl Status {
    /// Every status, for lists and legends.
    pub const ALL: [Status; 4] = [Status::Superseded, Status::Historical, Status::Local, Status::Unverified];

    /// The word used in content files and in class names.
    pub fn key(self) -> &'static str {
        match self {
            Status::Superseded => "superseded",
            Status::Historical => "historical",
            Status::Local => "local",
            Status::Unverified => "unverified",
        }
    }
}

/// One source document with every statement read from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What the file says of the document.
    pub about: SourceFile,
    /// Its statements, in the document's order, under its sections.
    pub sections: Vec<SourceSection>,
}

impl Source {
    /// The page of the register that lists this source's statements.
    pub fn route(&self) -> Route {
        Route::source(&self.about.id)
    }

    /// The page of the register that a section stands on: a long register has one for each of its parts.
    pub fn route_of(&self, section: &SourceSection) -> Route {
        section.page.as_ref().map_or_else(|| self.route(), |page| self.route().child(page))
    }

    /// The pages that its register is parted into, each with its sections. Empty where it is one page.
    pub fn register_pages(&self) -> impl Iterator<Item = (&RegisterPage, Vec<&SourceSection>)> {
        self.about.pages.iter().map(|page| {
            let on_it = self.sections.iter().filter(|section| section.page.as_ref() == Some(&page.slug));
            (page, on_it.collect())
        })
    }

    /// Every statement, in the document's order.
    pub fn statements(&self) -> impl Iterator<Item = (&SourceSection, &Statement)> {
        self.sections.iter().flat_map(|section| section.statements.iter().map(move |s| (section, s)))
    }
}

/// A stretch of a source under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceSection {
    /// The heading.
    pub title: String,
    /// Status of everything in it.
    pub status: Status,
    /// The page of the register that it stands on, where there is more than one.
    pub page: Option<String>,
    /// The statements read from it.
    pub statements: Vec<Statement>,
}

/// `source.toml`: the document, its edition and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Short stable id.
    pub id: SourceId,
    /// Place in lists of sources.
    pub order: u32,
    /// What the guide calls it.
    pub title: String,
    /// What citations call it.
    pub short: String,
    /// The title it gives itself.
    pub own_title: String,
    /// Who issued it, as far as our copy says.
    pub publisher: String,
    /// Edition or version.
    pub edition: String,
    /// Date of issue.
    pub date: String,
    /// Where it applied.
    pub applies_to: String,
    /// Where it stands today.
    pub status: Status,
    /// What replaced it, or that nothing was found.
    pub replaced_by: String,
    /// What stands beside every rule taken from it.
    pub rule_note: String,
    /// What changed since, by id in `currency.toml`.
    pub changes: Vec<ChangeId>,
    /// The pages that its register is parted into, where one would be too long.
    #[serde(default, rename = "page", skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<RegisterPage>,
    /// Where each of its sections begins.
    #[serde(rename = "section")]
    pub sections: Vec<SectionStart>,
}

/// A page of a register that is parted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegisterPage {
    /// The last part of its address.
    pub slug: String,
    /// The heading.
    pub title: String,
    /// Its first statement, which begins a section.
    pub from: StatementId,
}

/// Where a section of a source begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionStart {
    /// The heading.
    pub title: String,
    /// Its first statement.
    pub from: StatementId,
    /// Status, where it differs from the document's.
    pub status: Option<Status>,
}
