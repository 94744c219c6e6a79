//! All of the content together, with where each statement is used.

use std::collections::BTreeMap;

use crate::calendar::CalendarFile;
use crate::currency::{Currency, Notice};
use crate::deadline::{DeadlineRule, Event};
use crate::guidance::{Block, Procedure};
use crate::id::{EventId, NoticeId, SourceId, StatementId};
use crate::route::{Link, Route};
use crate::source::Source;
use crate::statement::Statement;
use crate::words::Words;

/// The content, checked: every id in it exists, every link leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// The documents, in order.
    pub sources: Vec<Source>,
    /// What came after them.
    pub currency: Currency,
    /// The guidance written from them, in the sources' order.
    pub procedures: Vec<Procedure>,
    /// What starts a clock.
    pub events: Vec<Event>,
    /// The time limits.
    pub deadlines: Vec<DeadlineRule>,
    /// Bank holidays by nation.
    pub calendars: Vec<CalendarFile>,
    /// The text of the page about the guide.
    pub about: Vec<Block>,
    /// What the site says about itself.
    pub words: Words,
    /// Where each statement is used, in the order of the pages.
    pub uses: BTreeMap<StatementId, Vec<Use>>,
}

/// A place that uses a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What to call it: the page's or the rule's title.
    pub title: String,
    /// Where it is.
    pub link: Link,
}

/// A statement with where it stands in the register.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Its source.
    pub source: &'a Source,
    /// The statement.
    pub statement: &'a Statement,
}

impl Guide {
    /// A statement by id.
    pub fn statement(&self, id: &StatementId) -> Option<Found<'_>> {
        self.sources.iter().find_map(|source| {
            let statement = source.statements().map(|(_, s)| s).find(|s| s.id == *id)?;
            Some(Found { source, statement })
        })
    }

    /// A source by id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.about.id == *id)
    }

    /// A source's guidance, once it is written.
    pub fn procedure(&self, source: &SourceId) -> Option<&Procedure> {
        self.procedures.iter().find(|procedure| procedure.source == *source)
    }

    /// A notice by id.
    pub fn notice(&self, id: &NoticeId) -> Option<&Notice> {
        self.currency.notices.iter().find(|notice| notice.id == *id)
    }

    /// An event by id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// The citations of a run of statements: one for each place in a source, in the order given.
    ///
    /// `own` is the source that the citing page is written from: its name stands at the top of the page already.
    pub fn citations(&self, from: &Route, ids: &[StatementId], own: Option<&SourceId>) -> Vec<Citation> {
        let mut citations: Vec<Citation> = Vec::new();
        let mut places = Vec::new();
        let mut last_source = None;
        for found in ids.iter().filter_map(|id| self.statement(id)) {
            let (about, statement) = (&found.source.about, found.statement);
            let place = (&about.id, &statement.locator);
            if places.contains(&place) {
                continue;
            }
            places.push(place);
            // "Teeswide 3.1", but "Working Together 2015, para 60".
            let numbered = statement.locator.starts_with(|c: char| c.is_ascii_digit());
            let name = format!("{}{}", about.short, if numbered { " " } else { ", " });
            let locator = &statement.locator;
            let (unseen, label) = match last_source {
                Some(last) if last == &about.id => (None, locator.clone()),
                _ if own == Some(&about.id) => (Some(name), locator.clone()),
                _ => (None, name + locator),
            };
            last_source = Some(&about.id);
            let href = from.href(&Link::to_statement(&about.id, &statement.id));
            citations.push(Citation { unseen, label, href });
        }
        citations
    }
}

/// A citation as a reader meets it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Citation {
    /// Read out before the label and not shown: the source's name, where the page names it already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<String>,
    /// What is shown: the source's short name once in a run, then locators only.
    pub label: String,
    /// Link to the statement in the register, relative to the page that cites it.
    pub href: String,
}
