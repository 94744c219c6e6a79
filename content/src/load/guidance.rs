//! `guidance/procedures/<procedure>/*.md`: pages with front matter. A page's place in the site is its place here.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::folder::{Folder, InFile, TextFile};
use super::markdown::{self, Parsed};
use super::problem::Problems;
use super::toml_file;
use crate::guidance::{Page, PageGroup, Procedure};
use crate::id::{NoticeId, SourceId};
use crate::route::Route;
use crate::source::{Source, Status};

/// Where the pages written from one source are, one folder a source.
const PROCEDURES: &str = "guidance/procedures";

/// A page with the source that it is written from.
#[derive(Clone, Debug)]
pub(super) struct SourcedPage {
    pub(super) source: SourceId,
    /// Without its blocks: those stay with what they point at until that is checked.
    pub(super) page: Page,
    pub(super) parsed: Parsed,
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
}

pub(super) fn read(
    folder: &Folder,
    sources: &[InFile<Source>],
    problems: &mut Problems,
) -> Vec<InFile<SourcedPage>> {
    let mut pages = Vec::new();
    for name in folder.folders(PROCEDURES) {
        let files = folder.files(&format!("{PROCEDURES}/{name}"), ".md", problems);
        pages.extend(files.into_iter().filter_map(|file| page(file, &name, problems)));
    }
    // Pages stand in the order of their sources, then in their own.
    let place = |id: &SourceId| sources.iter().position(|source| source.value.about.id == *id);
    pages.sort_by_key(|page| (place(&page.value.source), page.value.page.order));
    pages
}

fn page(file: TextFile, folder: &str, problems: &mut Problems) -> Option<InFile<SourcedPage>> {
    const FENCE: &str = "+++\n";
    let front = file.text.strip_prefix(FENCE).and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = front else {
        problems.add(
            &file.name,
            1,
            "front matter is missing",
            "Begin the page with a line `+++`, its keys, and another line `+++`.",
        );
        return None;
    };
    let matter = toml_file::read_part::<FrontMatter>(&file, FENCE.len(), front, problems);
    let parsed =
        markdown::parse(&file, file.text.len() - body.len(), markdown::Citations::Required, problems);
    let matter = matter?;
    report_missing(&file.name, &matter, problems);
    let FrontMatter {
        title: Some(title),
        description: Some(description),
        source: Some(source),
        covers: Some(covers),
        status: Some(status),
        order: Some(order),
        notices,
    } = matter
    else {
        return None;
    };
    let slug = file.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
    let route = Route::new("procedures").child(folder).child(slug);
    let page = Page { route, title, description, covers, status, order, notices, blocks: Vec::new() };
    Some(InFile { file, value: SourcedPage { source, page, parsed } })
}

fn report_missing(file: &str, matter: &FrontMatter, problems: &mut Problems) {
    let keys = [
        ("title", matter.title.is_none(), "Add the page's heading."),
        ("description", matter.description.is_none(), "Add one sentence for lists."),
        ("source", matter.source.is_none(), "Name the source that the page is written from."),
        ("covers", matter.covers.is_none(), "Say which part of the source the page covers."),
        (
            "status",
            matter.status.is_none(),
            "Say where its rules stand: superseded, historical, local or unverified.",
        ),
        ("order", matter.order.is_none(), "Give the page its place in the procedure."),
    ];
    for (key, _, mend) in keys.into_iter().filter(|(_, missing, _)| *missing) {
        problems.add(file, 1, format!("front matter has no `{key}`"), mend);
    }
}

pub(super) fn into_procedures(pages: Vec<InFile<SourcedPage>>, groups: &[InFile<Groups>]) -> Vec<Procedure> {
    let mut procedures: Vec<Procedure> = Vec::new();
    let mut places: BTreeMap<SourceId, usize> = BTreeMap::new();
    for InFile { value: SourcedPage { source, page, parsed }, .. } in pages {
        let page = Page { blocks: parsed.blocks, ..page };
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
