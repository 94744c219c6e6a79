//! `guidance/**/*.md`: pages with front matter. A page's place in the site is its place here.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::folder::{Folder, InFile, TextFile};
use super::markdown::{self, Parsed};
use super::problem::Problems;
use super::{terms, toml_file};
use crate::glossary::Glossary;
use crate::guidance::{Excerpt, Page, PageGroup, Procedure};
use crate::id::{FlowId, NoticeId, SourceId};
use crate::route::Route;
use crate::source::{Source, Status};

/// Where the pages written from one source are, one folder a source.
const PROCEDURES: &str = "guidance/procedures";

/// Where the pages that draw sources together are.
const TOPICS: &str = "guidance/topics";

/// The headings that they have in common.
const QUESTIONS: &str = "guidance/topics/questions.toml";

/// What later editions say.
const EDITIONS: &str = "guidance/editions.md";

/// All pages of guidance.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    /// Written from one source each, in the order of the sources and then their own.
    pub(super) sourced: Vec<InFile<SourcedPage>>,
    /// Drawing sources together, in their order.
    pub(super) topics: Vec<InFile<DrawnPage>>,
    /// The headings that every topic has, in this order.
    pub(super) questions: Vec<String>,
    /// What later editions say.
    pub(super) editions: Option<InFile<DrawnPage>>,
}

impl Pages {
    /// Every page that draws sources together.
    pub(super) fn drawn(&self) -> impl Iterator<Item = &InFile<DrawnPage>> {
        self.topics.iter().chain(&self.editions)
    }

    /// Every page, with its file and its text.
    pub(super) fn all(&self) -> impl Iterator<Item = (&TextFile, &Page, &Parsed)> {
        let sourced = self.sourced.iter().map(|file| (&file.file, &file.value.page, &file.value.parsed));
        sourced.chain(self.drawn().map(|file| (&file.file, &file.value.page, &file.value.parsed)))
    }
}

/// A page with the source that it is written from.
#[derive(Clone, Debug)]
pub(super) struct SourcedPage {
    pub(super) source: SourceId,
    pub(super) status: Status,
    /// Without its blocks: those stay with what they point at until that is checked.
    pub(super) page: Page,
    pub(super) parsed: Parsed,
}

/// A page that draws sources together.
#[derive(Clone, Debug)]
pub(super) struct DrawnPage {
    /// Without its blocks, as above.
    pub(super) page: Page,
    pub(super) parsed: Parsed,
}

/// `guidance/topics/questions.toml`.
#[derive(Debug, Deserialize)]
struct QuestionsFile {
    questions: Vec<String>,
}

/// `guidance/procedures/<procedure>/groups.toml`, for a procedure too long for one list.
#[derive(Debug, Deserialize)]
struct GroupsFile {
    #[serde(rename = "group")]
    groups: Vec<GroupStart>,
}

/// Where a group of pages begins.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct GroupStart {
    pub(super) title: String,
    /// The name of its first page, without `.md`.
    pub(super) from: String,
}

/// The groups of one procedure.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    pub(super) route: Route,
    pub(super) starts: Vec<GroupStart>,
}

pub(super) fn read_groups(folder: &Folder, problems: &mut Problems) -> Vec<InFile<Groups>> {
    let mut all = Vec::new();
    for name in folder.folders(PROCEDURES) {
        for file in folder.files(&format!("{PROCEDURES}/{name}"), "groups.toml", problems) {
            if let Some(GroupsFile { groups }) = toml_file::read(&file, problems) {
                let route = Route::new("procedures").child(&name);
                all.push(InFile { file, value: Groups { route, starts: groups } });
            }
        }
    }
    all
}

/// Front matter. Everything is optional here, so that everything missing is reported at once.
#[derive(Debug, Deserialize)]
struct FrontMatter {
    title: Option<String>,
    description: Option<String>,
    source: Option<SourceId>,
    covers: Option<String>,
    status: Option<Status>,
    order: Option<u32>,
    #[serde(default)]
    notices: Vec<NoticeId>,
    #[serde(default)]
    flows: Vec<FlowId>,
    #[serde(default)]
    search_words: Vec<String>,
}

pub(super) fn read(folder: &Folder, sources: &[InFile<Source>], problems: &mut Problems) -> Pages {
    let mut pages = Pages::default();
    for name in folder.folders(PROCEDURES) {
        let files = folder.files(&format!("{PROCEDURES}/{name}"), ".md", problems);
        pages.sourced.extend(files.into_iter().filter_map(|file| sourced_page(file, problems)));
    }
    // Pages stand in the order of their sources, then in their own.
    let place = |id: &SourceId| sources.iter().position(|source| source.value.about.id == *id);
    pages.sourced.sort_by_key(|page| (place(&page.value.source), page.value.page.order));
    let topics = folder.files(TOPICS, ".md", problems);
    pages.topics.extend(topics.into_iter().filter_map(|file| drawn_page(file, problems)));
    pages.topics.sort_by_key(|page| page.value.page.order);
    let questions = folder.file(QUESTIONS, problems);
    let questions = questions.and_then(|file| toml_file::read::<QuestionsFile>(&file, problems));
    pages.questions = questions.map(|file| file.questions).unwrap_or_default();
    pages.editions = folder.file(EDITIONS, problems).and_then(|file| drawn_page(file, problems));
    pages
}

fn sourced_page(file: TextFile, problems: &mut Problems) -> Option<InFile<SourcedPage>> {
    let (matter, parsed) = front_matter(&file, problems);
    let matter = matter?;
    report_missing(&file.name, &matter, problems);
    report(
        &file.name,
        [
            ("source", matter.source.is_none(), "Name the source that the page is written from."),
            ("covers", matter.covers.is_none(), "Say which part of the source the page covers."),
            (
                "status",
                matter.status.is_none(),
                "Say where its rules stand: superseded, historical, local or unverified.",
            ),
        ],
        problems,
    );
    let (source, covers, status) = (matter.source.clone()?, matter.covers.clone()?, matter.status?);
    let page = page(&file.name, matter, Some(Excerpt { covers, status }))?;
    Some(InFile { file, value: SourcedPage { source, status, page, parsed } })
}

fn drawn_page(file: TextFile, problems: &mut Problems) -> Option<InFile<DrawnPage>> {
    let (matter, parsed) = front_matter(&file, problems);
    let matter = matter?;
    report_missing(&file.name, &matter, problems);
    let of_one_source = [
        ("source", matter.source.is_some()),
        ("covers", matter.covers.is_some()),
        ("status", matter.status.is_some()),
    ];
    for (key, _) in of_one_source.into_iter().filter(|(_, there)| *there) {
        problems.add(
            &file.name,
            file.line_of(key),
            format!("`{key}` does not belong here: the page draws sources together"),
            "Take it out: sources and their status follow from what the page cites.",
        );
    }
    let page = page(&file.name, matter, None)?;
    Some(InFile { file, value: DrawnPage { page, parsed } })
}

/// The front matter, if it can be read, and the text below it.
fn front_matter(file: &TextFile, problems: &mut Problems) -> (Option<FrontMatter>, Parsed) {
    const FENCE: &str = "+++\n";
    let front = file.text.strip_prefix(FENCE).and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = front else {
        problems.add(
            &file.name,
            1,
            "front matter is missing",
            "Begin the page with a line `+++`, its keys, and another line `+++`.",
        );
        return (None, Parsed::default());
    };
    let matter = toml_file::read_part::<FrontMatter>(file, FENCE.len(), front, problems);
    let start = file.text.len() - body.len();
    (matter, markdown::parse(file, start, markdown::Citations::Required, problems))
}

fn report_missing(file: &str, matter: &FrontMatter, problems: &mut Problems) {
    let keys = [
        ("title", matter.title.is_none(), "Add the page's heading."),
        ("description", matter.description.is_none(), "Add one sentence for lists."),
        ("order", matter.order.is_none(), "Give the page its place among those beside it."),
    ];
    report(file, keys, problems);
}

fn report(file: &str, keys: [(&str, bool, &str); 3], problems: &mut Problems) {
    for (key, _, mend) in keys.into_iter().filter(|(_, missing, _)| *missing) {
        problems.add(file, 1, format!("front matter has no `{key}`"), mend);
    }
}

/// `guidance/topics/early-help.md` is the page `/topics/early-help/`.
fn page(file: &str, matter: FrontMatter, excerpt: Option<Excerpt>) -> Option<Page> {
    let path = file.trim_start_matches("guidance/").trim_end_matches(".md");
    Some(Page {
        route: Route::new(path),
        title: matter.title?,
        description: matter.description?,
        excerpt,
        order: matter.order?,
        notices: matter.notices,
        flows: matter.flows,
        search_words: matter.search_words,
        blocks: Vec::new(),
    })
}

/// The page with its text, in which the glossary's words open in place.
fn with_text(page: Page, parsed: Parsed, glossary: &Glossary) -> Page {
    let mut blocks = parsed.blocks;
    terms::mark(&mut blocks, glossary);
    Page { blocks, ..page }
}

pub(super) fn into_drawn(page: InFile<DrawnPage>, glossary: &Glossary) -> Page {
    with_text(page.value.page, page.value.parsed, glossary)
}

pub(super) fn into_procedures(
    pages: Vec<InFile<SourcedPage>>,
    groups: &[InFile<Groups>],
    glossary: &Glossary,
) -> Vec<Procedure> {
    let mut procedures: Vec<Procedure> = Vec::new();
    let mut places: BTreeMap<SourceId, usize> = BTreeMap::new();
    for InFile { value: SourcedPage { source, page, parsed, .. }, .. } in pages {
        let page = with_text(page, parsed, glossary);
        let place = *places.entry(source.clone()).or_insert_with(|| {
            procedures.push(Procedure {
                route: page.route.parent(),
                source,
                pages: Vec::new(),
                groups: Vec::new(),
            });
            procedures.len() - 1
        });
        procedures[place].pages.push(page);
    }
    for procedure in &mut procedures {
        let starts = groups.iter().filter(|groups| groups.value.route == procedure.route);
        for start in starts.flat_map(|groups| &groups.value.starts) {
            let route = procedure.route.child(&start.from);
            let first = procedure.pages.iter().position(|page| page.route == route);
            procedure.groups.extend(first.map(|first| PageGroup { title: start.title.clone(), first }));
        }
    }
    procedures
}
