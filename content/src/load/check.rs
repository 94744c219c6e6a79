//! Checks across files: ids, links, citations. Each kind of content with a shape of its own has its own file here.

mod checklists;
mod deadlines;
mod decisions;
mod disagreements;
mod flows;
mod forms;
mod glossary;
mod keeping;
mod practice;

pub(super) use checklists::checklists;
pub(super) use deadlines::deadlines;
pub(super) use decisions::decisions;
pub(super) use disagreements::disagreements;
pub(super) use flows::flows;
pub(super) use forms::forms;
pub(super) use glossary::glossary;
pub(super) use keeping::keeping;
pub(super) use practice::practice;

use std::collections::{HashMap, HashSet};

use super::about::About;
use super::deadlines::Deadlines;
use super::decisions::Decisions;
use super::folder::{InFile, TextFile};
use super::guidance::{Groups, Pages, SourcedPage};
use super::markdown::{Parsed, Reference, Target};
use super::problem::Problems;
use crate::checklist::RecordChecklist;
use crate::currency::Currency;
use crate::disagreement::DisagreementGroup;
use crate::flow::Flow;
use crate::form::Form;
use crate::glossary::Glossary;
use crate::guidance::{Block, Page, plain_text};
use crate::id::{ChangeId, ConditionId, DisagreementId, EventId, FlowId, NoticeId, SourceId, StatementId};
use crate::route::{Link, Route, SitePage};
use crate::source::{Source, Status};
use crate::statement::Strength;
use crate::words::Words;

/// Everything that may be named.
pub(super) struct Known {
    statements: HashSet<StatementId>,
    /// Where each statement stands, and how strongly it is put.
    registered: HashMap<StatementId, (SourceId, Strength)>,
    sources: HashMap<SourceId, Status>,
    changes: HashSet<ChangeId>,
    notices: HashSet<NoticeId>,
    events: HashSet<EventId>,
    conditions: HashSet<ConditionId>,
    disagreements: HashSet<DisagreementId>,
    flows: HashSet<FlowId>,
    /// Ids on each page.
    pages: HashMap<Route, HashSet<String>>,
}

/// What was read, before anything across files is checked.
pub(super) struct Read<'a> {
    pub(super) sources: &'a [InFile<Source>],
    pub(super) currency: &'a InFile<Currency>,
    pub(super) deadlines: &'a Deadlines,
    pub(super) decisions: &'a Decisions,
    pub(super) pages: &'a Pages,
    pub(super) disagreements: &'a [InFile<DisagreementGroup>],
    pub(super) glossary: &'a InFile<Glossary>,
    pub(super) flows: &'a [InFile<Flow>],
    pub(super) checklists: &'a [InFile<RecordChecklist>],
    pub(super) forms: &'a [InFile<Form>],
    pub(super) about: &'a About,
}

impl Known {
    pub(super) fn new(read: &Read<'_>) -> Self {
        let Read {
            sources,
            currency,
            deadlines,
            decisions,
            pages,
            disagreements,
            glossary,
            flows,
            checklists,
            forms,
            about,
        } = *read;
        let mut routes: HashMap<Route, HashSet<String>> =
            SitePage::ALL.into_iter().map(|page| (page.route(), HashSet::new())).collect();
        let (mut statements, mut registered) = (HashSet::new(), HashMap::new());
        for source in sources {
            statements.extend(source.value.statements().map(|(_, statement)| statement.id.clone()));
            for section in &source.value.sections {
                let ids = section.statements.iter().map(|statement| statement.id.as_str().to_owned());
                routes.entry(source.value.route_of(section)).or_default().extend(ids);
            }
            let place = |strength| (source.value.about.id.clone(), strength);
            registered.extend(source.value.statements().map(|(_, s)| (s.id.clone(), place(s.strength))));
            routes.entry(source.value.route()).or_default();
        }
        routes.extend(deadlines.rules.iter().map(|rule| (rule.value.route(), HashSet::new())));
        let unnumbered = deadlines.unnumbered.iter().flat_map(|file| &file.value);
        let ids = unnumbered.map(|limit| limit.id.as_str().to_owned());
        routes.entry(SitePage::WithoutANumber.route()).or_default().extend(ids);
        routes.extend(decisions.decisions.iter().map(|file| (file.value.route(), HashSet::new())));
        for (page, file) in about.files() {
            routes.entry(page.route()).or_default().extend(headings(&file.value.blocks));
        }
        for (_, page, parsed) in pages.all() {
            routes.insert(page.route.clone(), headings(&parsed.blocks).collect());
            routes.entry(page.route.parent()).or_default();
        }
        for group in disagreements.iter().map(|group| &group.value) {
            let ids = group.file.entries.iter().map(|entry| entry.id.as_str().to_owned());
            routes.insert(group.route.clone(), ids.collect());
        }
        let terms = glossary.value.terms.iter().map(|term| term.id.as_str().to_owned());
        routes.insert(SitePage::Glossary.route(), terms.collect());
        routes.extend(checklists.iter().map(|list| (list.value.route(), HashSet::new())));
        routes.extend(forms.iter().map(|form| (form.value.route(), HashSet::new())));
        routes.extend(flows.iter().map(|flow| (flow.value.route.clone(), HashSet::new())));
        Self {
            statements,
            registered,
            sources: sources.iter().map(|s| (s.value.about.id.clone(), s.value.about.status)).collect(),
            changes: currency.value.changes.iter().map(|change| change.id.clone()).collect(),
            notices: currency.value.notices.iter().map(|notice| notice.id.clone()).collect(),
            events: deadlines.events.value.iter().map(|event| event.id.clone()).collect(),
            conditions: deadlines.conditions.value.iter().map(|condition| condition.id.clone()).collect(),
            disagreements: disagreements
                .iter()
                .flat_map(|group| group.value.file.entries.iter().map(|entry| entry.id.clone()))
                .collect(),
            flows: flows.iter().map(|flow| flow.value.id.clone()).collect(),
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

pub(super) fn guidance(pages: &Pages, known: &Known, problems: &mut Problems) {
    for (file, page, parsed) in pages.all() {
        references(file, &parsed.references, known, problems);
        for notice in page.notices.iter().filter(|notice| !known.notices.contains(notice)) {
            unknown(file, "notice", notice.as_str(), "currency.toml", problems);
        }
        for flow in page.flows.iter().filter(|flow| !known.flows.contains(flow)) {
            unknown(file, "flow", flow.as_str(), "flows/", problems);
        }
    }
    sourced(&pages.sourced, known, problems);
    let topics = pages.topics.iter().map(|topic| (&topic.file, &topic.value.page));
    orders(topics, problems);
    for topic in &pages.topics {
        answers(&topic.file, &topic.value.parsed, &pages.questions, problems);
    }
}

fn sourced(pages: &[InFile<SourcedPage>], known: &Known, problems: &mut Problems) {
    let mut folders: HashMap<Route, &SourceId> = HashMap::new();
    for InFile { file, value: SourcedPage { source, status, page, .. } } in pages {
        match known.sources.get(source) {
            None => unknown(file, "source", source.as_str(), "sources/", problems),
            // A page may say that a practice has ended; otherwise it stands where its document stands.
            Some(of_source) if status != of_source && *status != Status::Historical => problems.add(
                &file.name,
                file.line_of("status"),
                format!("the page is `{}` but its source is `{}`", status.key(), of_source.key()),
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
    }
    orders(pages.iter().map(|page| (&page.file, &page.value.page)), problems);
}

/// Each page has a place of its own among those beside it.
fn orders<'a>(pages: impl Iterator<Item = (&'a TextFile, &'a Page)>, problems: &mut Problems) {
    let mut orders: HashMap<(Route, u32), &str> = HashMap::new();
    for (file, page) in pages {
        if let Some(first) = orders.insert((page.route.parent(), page.order), &file.name) {
            problems.add(
                &file.name,
                file.line_of("order"),
                format!("`order = {}` is taken by {first}", page.order),
                "Give each page a place of its own.",
            );
        }
    }
}

/// Every topic answers the same questions in the same order, so that a reader in a hurry knows where to look.
fn answers(file: &TextFile, parsed: &Parsed, questions: &[String], problems: &mut Problems) {
    let headings: Vec<String> = parsed
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 2, text, .. } => Some(plain_text(text)),
            _ => None,
        })
        .collect();
    let mut after = 0;
    for question in questions {
        match headings.iter().position(|heading| heading == question) {
            Some(place) if place >= after => after = place,
            found => {
                let what = if found.is_some() { "out of order" } else { "missing" };
                problems.add(
                    &file.name,
                    found.and_then(|_| file.line_of(&format!("## {question}"))),
                    format!("the heading `{question}` is {what}"),
                    format!("A topic has these headings in this order: {}.", questions.join(", ")),
                );
            }
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

pub(super) fn about(about: &About, known: &Known, problems: &mut Problems) {
    for (_, InFile { file, value }) in about.files() {
        references(file, &value.references, known, problems);
    }
}

pub(super) fn words(words: Option<&InFile<Words>>, known: &Known, problems: &mut Problems) {
    let Some(InFile { file, value }) = words else { return };
    for task in &value.home.tasks {
        link(file, &task.link, known, problems);
    }
}

/// A link that stands in a file as a string.
fn link(file: &TextFile, link: &str, known: &Known, problems: &mut Problems) {
    if !known.leads_somewhere(&Link::parse(link)) {
        dead_link(file, file.line_of(&format!("\"{link}\"")), link, problems);
    }
}

/// Words rest on statements that exist, or say that they are the guide's own, and never both.
fn support(
    file: &TextFile,
    words: &str,
    cites: &[StatementId],
    ours: bool,
    known: &Known,
    problems: &mut Problems,
) {
    if cites.is_empty() != ours {
        let start: String = words.chars().take(40).collect();
        problems.add(
            &file.name,
            file.line_of(words),
            format!("`{start}` has both or neither of `cites` and `ours`"),
            "Name its statements in `cites`, or say `ours = true`.",
        );
    }
    for id in cites.iter().filter(|id| !known.statements.contains(id)) {
        unknown(file, "statement", id.as_str(), "sources/", problems);
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
            Target::Disagreement(id) if !known.disagreements.contains(id) => problems.add(
                &file.name,
                reference.line,
                format!("no disagreement is called `{id}`"),
                "Name one that stands in disagreements/.",
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
