//! Checks of record checklists: what they name exists, no item is stronger than its source, and each worked case
//! comes out as worked by hand.

mod cases;

use std::collections::{HashMap, HashSet};

use super::{Known, duplicates, link, support, unknown};
use crate::checklist::{Applies, Item, ItemGroup, RecordChecklist};
use crate::id::{SourceId, StatementId};
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;
use crate::source::{Source, Status};
use crate::statement::Strength;

/// Each statement with its source and its strength.
type Statements<'a> = HashMap<&'a StatementId, (&'a SourceId, Strength)>;

pub(in crate::load) fn checklists(
    lists: &[InFile<RecordChecklist>],
    sources: &[InFile<Source>],
    known: &Known,
    problems: &mut Problems,
) {
    let statements: Statements<'_> = sources
        .iter()
        .flat_map(|source| {
            source.value.statements().map(|(_, s)| (&s.id, (&source.value.about.id, s.strength)))
        })
        .collect();
    let mut ids: HashMap<&str, &str> = HashMap::new();
    let mut orders: HashMap<(&SourceId, u32), &str> = HashMap::new();
    for InFile { file, value: list } in lists {
        if let Some(first) = ids.insert(list.id.as_str(), &file.name) {
            problems.add(
                &file.name,
                file.line_of(&format!("id = \"{}\"", list.id)),
                format!("the checklist `{}` stands twice (also in {first})", list.id),
                "Give each checklist an id of its own.",
            );
        }
        if let Some(first) = orders.insert((&list.source, list.order), &file.name) {
            problems.add(
                &file.name,
                file.line_of("order"),
                format!("`order = {}` is taken by {first}", list.order),
                "Give each checklist of a source a place of its own.",
            );
        }
        names(file, list, known, problems);
        let items = list.items().map(|(_, item)| item.id.as_str());
        duplicates(file, "item", items, problems);
        if list.groups.is_empty() {
            problems.add(&file.name, None, "the checklist has no items", "Add a [[group]] with its items.");
        }
        for group in &list.groups {
            check_group(file, list, group, &statements, known, problems);
        }
        cases::cases(file, list, problems);
    }
}

/// What the list as a whole names exists.
fn names(file: &TextFile, list: &RecordChecklist, known: &Known, problems: &mut Problems) {
    if file.stem() != list.id.as_str() {
        problems.add(
            &file.name,
            file.line_of("id"),
            format!("the checklist's id is `{}` but its file is `{}`", list.id, file.stem()),
            "Give both the same name.",
        );
    }
    match known.sources.get(&list.source) {
        None => unknown(file, "source", list.source.as_str(), "sources/", problems),
        Some(of_source) if list.status != *of_source && list.status != Status::Historical => problems.add(
            &file.name,
            file.line_of("status"),
            format!("the checklist is `{}` but its source is `{}`", list.status.key(), of_source.key()),
            "Give it the source's status, or `historical` where the practice itself has ended.",
        ),
        Some(_) => {}
    }
    if list.pages.is_empty() {
        problems.add(
            &file.name,
            file.line_of("pages"),
            "the checklist names no page",
            "Name the pages of guidance that tell more, in `pages`.",
        );
    }
    for page in &list.pages {
        link(file, page, known, problems);
    }
    for notice in list.notices.iter().filter(|notice| !known.notices.contains(notice)) {
        unknown(file, "notice", notice.as_str(), "currency.toml", problems);
    }
    for point in list.differs.iter().filter(|point| !known.disagreements.contains(point)) {
        unknown(file, "disagreement", point.as_str(), "disagreements/", problems);
    }
    for note in &list.notes {
        support(file, &note.text, &note.cites, note.ours, known, problems);
    }
}

fn check_group(
    file: &TextFile,
    list: &RecordChecklist,
    group: &ItemGroup,
    statements: &Statements<'_>,
    known: &Known,
    problems: &mut Problems,
) {
    let mut problem = |what: &str, mend: &str| {
        let line = file.line_of(&format!("title = \"{}\"", group.title));
        problems.add(&file.name, line, format!("the group `{}` {what}", group.title), mend);
    };
    if group.items.is_empty() {
        problem("has no items", "Add them, or take it out.");
    }
    match group.applies {
        Applies::Always if group.only_if.is_some() => problem(
            "always applies and yet has `only_if`",
            "Make it `where_relevant`, or move `only_if` to the items that it lets be set aside.",
        ),
        Applies::WhereRelevant if group.items.iter().any(|item| group.condition(item).is_none()) => problem(
            "is for where it is relevant but does not say when that is",
            "Say when in `only_if`, for the group or for each of its items.",
        ),
        _ => {}
    }
    if let Some(lead) = &group.lead {
        support(file, &lead.text, &lead.cites, lead.ours, known, problems);
    }
    for item in &group.items {
        check_item(file, list, item, statements, known, problems);
    }
}

fn check_item(
    file: &TextFile,
    list: &RecordChecklist,
    item: &Item,
    statements: &Statements<'_>,
    known: &Known,
    problems: &mut Problems,
) {
    let cites = item.cites.iter().chain(item.choices.iter().flat_map(|choice| &choice.cites));
    for id in cites {
        match statements.get(id) {
            None => unknown(file, "statement", id.as_str(), "sources/", problems),
            Some((source, _)) if **source != list.source => item_problem(
                file,
                item,
                format!("cites `{id}`, which is of `{source}`"),
                "Cite the list's own source; name the other in `differs` or in a [[note]].",
                problems,
            ),
            Some(_) => {}
        }
    }
    let strengths: Vec<Strength> =
        item.cites.iter().filter_map(|id| statements.get(id)).map(|(_, strength)| *strength).collect();
    if item.cites.is_empty() {
        item_problem(file, item, "cites nothing", "Name the statements that it rests on.", problems);
    } else if !strengths.is_empty() && !strengths.contains(&item.strength) {
        item_problem(
            file,
            item,
            "has a strength that none of its statements has",
            "Give it the strength of the statement that asks for it.",
            problems,
        );
    }
    for point in item.differs.iter().filter(|point| !known.disagreements.contains(point)) {
        unknown(file, "disagreement", point.as_str(), "disagreements/", problems);
    }
    if item.choices.len() == 1 {
        item_problem(file, item, "has one option only", "Add the others, or take it out.", problems);
    }
    let mut seen = HashSet::new();
    for choice in item.choices.iter().filter(|choice| !seen.insert(&choice.id)) {
        let what = format!("has the option `{}` twice", choice.id);
        item_problem(file, item, what, "Give each option an id of its own.", problems);
    }
}

fn item_problem(file: &TextFile, item: &Item, what: impl AsRef<str>, mend: &str, problems: &mut Problems) {
    let line = file.line_of(&format!("id = \"{}\"", item.id));
    problems.add(&file.name, line, format!("the item `{}` {}", item.id, what.as_ref()), mend);
}
