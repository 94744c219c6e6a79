//! Checks across files: ids, links, citations. Rules and their worked cases are in [`deadlines`].

mod deadlines;

pub(super) use deadlines::deadlines;

use std::collections::{HashMap, HashSet};

use super::folder::{InFile, TextFile};
use super::guidance::{Groups, SourcedPage};
use super::markdown::{Parsed, Reference, Target};
use super::problem::Problems;
use crate::currency::Currency;
use crate::deadline::{DeadlineRule, Event};
use crate::guidance::Block;
use crate::id::{ChangeId, EventId, NoticeId, SourceId, StatementId};
use crate::route::{Link, Route, SitePage};
use crate::source::{Source, Status};
use crate::words::Words;

/// Everything that may be named.
pub(super) struct Known {
    statements: HashSet<StatementId>,
    sources: HashMap<SourceId, Status>,
    changes: HashSet<ChangeId>,
    notices: HashSet<NoticeId>,
    events: HashSet<EventId>,
    /// Ids on each page.
    pages: HashMap<Route, HashSet<String>>,
}

impl Known {
    pub(super) fn new(
        sources: &[InFile<Source>],
        currency: &InFile<Currency>,
        events: &InFile<Vec<Event>>,
        pages: &[InFile<SourcedPage>],
        deadlines: &[InFile<DeadlineRule>],
        about: Option<&InFile<Parsed>>,
    ) -> Self {
        let mut routes: HashMap<Route, HashSet<String>> =
            SitePage::ALL.into_iter().map(|page| (page.route(), HashSet::new())).collect();
        let mut statements = HashSet::new();
        for source in sources {
            let ids: HashSet<String> =
                source.value.statements().map(|(_, statement)| statement.id.as_str().to_owned()).collect();
            statements.extend(ids.iter().map(StatementId::new));
            routes.insert(source.value.route(), ids);
        }
        routes
            .entry(SitePage::Deadlines.route())
            .or_default()
            .extend(deadlines.iter().map(|rule| rule.value.id.as_str().to_owned()));
        if let Some(about) = about {
            routes.entry(SitePage::About.route()).or_default().extend(headings(&about.value.blocks));
        }
        for SourcedPage { page, parsed, .. } in pages.iter().map(|page| &page.value) {
            routes.insert(page.route.clone(), headings(&parsed.blocks).collect());
            routes.entry(page.route.parent()).or_default();
        }
        Self {
            statements,
            sources: sources.iter().map(|s| (s.value.about.id.clone(), s.value.about.status)).collect(),
            changes: currency.value.changes.iter().map(|change| change.id.clone()).collect(),
            notices: currency.value.notices.iter().map(|notice| notice.id.clone()).collect(),
            events: events.value.iter().map(|event| event.id.clone()).collect(),
            pages: routes,
        }
    }

    fn leads_somewhere(&self, link: &Link) -> bool {
        let anchor = |ids: &HashSet<String>| link.anchor.as_ref().is_none_or(|id| ids.contains(id));
        self.pages.get(&link.route).is_some_and(anchor)
    }
}

fn headings(blocks: &[Block]) -> impl Iterator<Item = String> {
    blocks.iter().filter_map(|block| match block {
        Block::Heading { id, .. } => Some(id.clone()),
        _ => None,
    })
}

pub(super) fn sources(sources: &[InFile<Source>], known: &Known, problems: &mut Problems) {
    for InFile { file, value } in sources {
        for change in value.about.changes.iter().filter(|change| !known.changes.contains(change)) {
            unknown(file, "change", change.as_str(), "currency.toml", problems);
        }
        if value.statements().next().is_none() {
            problems.add(&file.name, None, "the source has no statements", "Add its statements.jsonl.");
        }
    }
}

pub(super) fn currency(currency: &InFile<Currency>, known: &Known, problems: &mut Problems) {
    let InFile { file, value } = currency;
    duplicates(file, "change", value.changes.iter().map(|change| change.id.as_str()), problems);
    duplicates(file, "notice", value.notices.iter().map(|notice| notice.id.as_str()), problems);
    for notice in value.notices.iter().filter(|notice| !known.changes.contains(&notice.change)) {
        unknown(file, "change", notice.change.as_str(), "currency.toml", problems);
    }
}

pub(super) fn guidance(pages: &[InFile<SourcedPage>], known: &Known, problems: &mut Problems) {
    let mut orders: HashMap<(&SourceId, u32), &str> = HashMap::new();
    let mut folders: HashMap<Route, &SourceId> = HashMap::new();
    for InFile { file, value: SourcedPage { source, page, parsed } } in pages {
        references(file, &parsed.references, known, problems);
        match known.sources.get(source) {
            None => unknown(file, "source", source.as_str(), "sources/", problems),
            // A page may say that a practice has ended; otherwise it stands where its document stands.
            Some(status) if page.status != *status && page.status != Status::Historical => problems.add(
                &file.name,
                file.line_of("status"),
                format!("the page is `{}` but its source is `{}`", page.status.key(), status.key()),
                "Give it the source's status, or `historical` where the practice itself has ended.",
            ),
            Some(_) => {}
        }
        let first = folders.entry(page.route.parent()).or_insert(source);
        if *first != source {
            problems.add(
                &file.name,
                file.line_of("source"),
                format!("the page is from `{source}` but another in its folder is from `{first}`"),
                "Keep the pages of each source in a folder of their own.",
            );
        }
        for notice in page.notices.iter().filter(|notice| !known.notices.contains(notice)) {
            unknown(file, "notice", notice.as_str(), "currency.toml", problems);
        }
        if let Some(first) = orders.insert((source, page.order), &file.name) {
            problems.add(
                &file.name,
                file.line_of("order"),
                format!("`order = {}` is taken by {first}", page.order),
                "Give each page a place of its own.",
            );
        }
    }
}

/// Groups cover a procedure's pages in their order, from the first page on.
pub(super) fn groups(groups: &[InFile<Groups>], pages: &[InFile<SourcedPage>], problems: &mut Problems) {
    for InFile { file, value } in groups {
        let in_folder: Vec<&Route> = pages
            .iter()
            .map(|page| &page.value.page.route)
            .filter(|route| route.parent() == value.route)
            .collect();
        let mut last = None;
        for start in &value.starts {
            let route = value.route.child(&start.from);
            let line = file.line_of(&format!("\"{}\"", start.from));
            let Some(place) = in_folder.iter().position(|page| **page == route) else {
                problems.add(
                    &file.name,
                    line,
                    format!("the group `{}` begins at `{}`, which is no page here", start.title, start.from),
                    "Name a page of this folder, without `.md`.",
                );
                continue;
            };
            if last.is_none() && place != 0 || last.is_some_and(|last| place <= last) {
                problems.add(
                    &file.name,
                    line,
                    format!(
                        "the group `{}` is out of order, or pages stand before the first group",
                        start.title
                    ),
                    "List groups in the order of their pages, the first at the first page.",
                );
            }
            last = Some(place);
        }
    }
}

pub(super) fn about(about: Option<&InFile<Parsed>>, known: &Known, problems: &mut Problems) {
    if let Some(InFile { file, value }) = about {
        references(file, &value.references, known, problems);
    }
}

pub(super) fn words(words: Option<&InFile<Words>>, known: &Known, problems: &mut Problems) {
    let Some(InFile { file, value }) = words else { return };
    for task in &value.home.tasks {
        if !known.leads_somewhere(&Link::parse(&task.link)) {
            dead_link(file, file.line_of(&format!("\"{}\"", task.link)), &task.link, problems);
        }
    }
}

fn references(file: &TextFile, references: &[Reference], known: &Known, problems: &mut Problems) {
    for reference in references {
        match &reference.to {
            Target::Statement(id) if !known.statements.contains(id) => problems.add(
                &file.name,
                reference.line,
                format!("no statement is called `{id}`"),
                "Cite one that stands in sources/.",
            ),
            Target::Page(link) if !known.leads_somewhere(link) => {
                dead_link(file, Some(reference.line), &link.to_string(), problems);
            }
            _ => {}
        }
    }
}

fn dead_link(file: &TextFile, line: Option<usize>, link: &str, problems: &mut Problems) {
    problems.add(
        &file.name,
        line,
        format!("the link `{link}` leads nowhere"),
        "Name a page, or a heading on a page, that exists.",
    );
}

fn unknown(file: &TextFile, kind: &str, id: &str, place: &str, problems: &mut Problems) {
    problems.add(
        &file.name,
        file.line_of(&format!("\"{id}\"")),
        format!("no {kind} is called `{id}`"),
        format!("Name one that stands in {place}."),
    );
}

fn duplicates<'a>(file: &TextFile, kind: &str, ids: impl Iterator<Item = &'a str>, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for id in ids.filter(|id| !seen.insert(*id)) {
        problems.add(
            &file.name,
            file.last_line_of(&format!("\"{id}\"")),
            format!("the {kind} `{id}` stands twice"),
            "Give each an id of its own.",
        );
    }
}
