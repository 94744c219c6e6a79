//! What every page says about itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::currency::Sure;
use crate::guidance::AsideKind;
use crate::source::Status;
use crate::statement::{StatementKind, Strength};

/// `words/shell.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct ShellWords {
    pub site_name: String,
    pub site_line: String,
    pub site_url: String,
    pub title_separator: String,
    pub skip_link: String,
    pub main_nav: String,
    pub breadcrumbs: String,
    pub danger: String,
    pub in_this_procedure: String,
    pub anchor_label: String,
    pub pagination: String,
    pub previous: String,
    pub next: String,
    pub about_source: String,
    pub document: String,
    pub own_title: String,
    pub publisher: String,
    pub edition: String,
    pub date: String,
    pub applies_to: String,
    pub status: String,
    pub status_words: String,
    pub replaced_by: String,
    pub changes: String,
    pub covers: String,
    pub one_page: String,
    pub printed_from: String,
    pub ours: String,
    pub not_government: String,
    pub built_on: String,
    pub not_current: String,
    pub newer: NewerWords,
    pub nav: NavWords,
    pub footer: FooterWords,
    pub asides: AsideWords,
    pub statuses: BTreeMap<Status, Labelled>,
    pub strengths: BTreeMap<Strength, Labelled>,
    pub sure: BTreeMap<Sure, Labelled>,
    pub kinds: BTreeMap<StatementKind, String>,
}

/// What is said when a newer version of the site is ready.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewerWords {
    /// Names the notice.
    pub label: String,
    /// That it is ready.
    pub ready: String,
    /// The button that takes it.
    pub take: String,
    /// Why it was not taken.
    pub others: String,
}

/// The links in the header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the link it names")]
pub struct NavWords {
    pub tools: String,
    pub procedures: String,
    pub topics: String,
    pub practice: String,
    pub search: String,
    pub display: String,
}

/// The links in the footer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the link it names")]
pub struct FooterWords {
    pub sources: String,
    pub disagreements: String,
    pub editions: String,
    pub glossary: String,
    pub flows: String,
    pub about: String,
    pub privacy: String,
    pub accessibility: String,
    pub notices: String,
    pub site_map: String,
}

/// The labels of the boxes that are set apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the label it names")]
pub struct AsideWords {
    pub ours: String,
    pub tool: String,
    pub odd_reading: String,
}

impl AsideWords {
    /// The label of a box.
    pub fn label(&self, kind: AsideKind) -> &str {
        match kind {
            AsideKind::Ours => &self.ours,
            AsideKind::Tool => &self.tool,
            AsideKind::OddReading => &self.odd_reading,
        }
    }
}

/// A word of the guide's own with what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    /// The word.
    pub label: String,
    /// What it means, in a sentence.
    pub meaning: String,
}
