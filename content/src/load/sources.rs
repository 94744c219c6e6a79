//! `sources/<id>/source.toml` and the statements beside it.

use std::collections::HashMap;

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::id::StatementId;
use crate::source::{Source, SourceFile, SourceSection};
use crate::statement::Statement;

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<InFile<Source>> {
    let mut sources = Vec::new();
    let mut seen = HashMap::new();
    for id in folder.folders("sources") {
        let about_file = folder.file(&format!("sources/{id}/source.toml"), problems);
        let about = about_file.as_ref().and_then(|file| toml_file::read::<SourceFile>(file, problems));
        let statements = folder
            .file(&format!("sources/{id}/statements.jsonl"), problems)
            .map(|file| (read_statements(&file, &mut seen, problems), file));
        let (Some(about_file), Some(about), Some((statements, statements_file))) =
            (about_file, about, statements)
        else {
            continue;
        };
        if about.id.as_str() != id {
            problems.add(
                &about_file.name,
                about_file.line_of("id"),
                format!("the source's id is `{}` but its folder is `{id}`", about.id),
                "Give both the same name.",
            );
        }
        let sections = into_sections(&about, &about_file, statements, &statements_file, problems);
        sources.push(InFile { file: about_file, value: Source { about, sections } });
    }
    sources.sort_by_key(|source| source.value.about.order);
    sources
}

/// One statement a line. Each line's problem is reported by itself. `seen` holds where each id so far stands.
fn read_statements(
    file: &TextFile,
    seen: &mut HashMap<StatementId, String>,
    problems: &mut Problems,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Statement>(line) {
            Ok(statement) => {
                let place = format!("{}:{}", file.name, index + 1);
                if let Some(first) = seen.insert(statement.id.clone(), place) {
                    problems.add(
                        &file.name,
                        index + 1,
                        format!("statement `{}` stands twice (first at {first})", statement.id),
                        "Give each statement an id of its own.",
                    );
                }
                statements.push(statement);
            }
            Err(error) => {
                let what = error.to_string();
                let what = what.split(" at line ").next().unwrap_or_default();
                problems.add(&file.name, index + 1, what, "Correct this key or value.");
            }
        }
    }
    statements
}

fn into_sections(
    about: &SourceFile,
    about_file: &TextFile,
    statements: Vec<Statement>,
    statements_file: &TextFile,
    problems: &mut Problems,
) -> Vec<SourceSection> {
    let mut starts: HashMap<_, _> =
        about.sections.iter().enumerate().map(|(index, start)| (start.from.clone(), index)).collect();
    let mut sections: Vec<SourceSection> = Vec::new();
    let mut next = 0;
    let mut page = None;
    for statement in statements {
        if let Some(index) = starts.remove(&statement.id) {
            if index != next {
                problems.add(
                    &about_file.name,
                    about_file.line_of(&format!("\"{}\"", statement.id)),
                    format!("the section `{}` is out of order", about.sections[index].title),
                    "List sections in the order in which their first statements stand.",
                );
            }
            next = index + 1;
            let start = &about.sections[index];
            let begun = about.pages.iter().find(|page| page.from == start.from);
            page = begun.map(|page| page.slug.clone()).or(page);
            sections.push(SourceSection {
                title: start.title.clone(),
                status: start.status.unwrap_or(about.status),
                page: page.clone(),
                statements: Vec::new(),
            });
        }
        match sections.last_mut() {
            Some(section) => section.statements.push(statement),
            None => problems.add(
                &statements_file.name,
                statements_file.line_of(&format!("\"{}\"", statement.id)),
                format!("statement `{}` stands before the first section", statement.id),
                "Let the first [[section]] begin at the first statement.",
            ),
        }
    }
    for page in &about.pages {
        if about.sections.iter().all(|section| section.from != page.from) {
            problems.add(
                &about_file.name,
                about_file.line_of(&format!("\"{}\"", page.from)),
                format!("the page `{}` begins at `{}`, where no section begins", page.slug, page.from),
                "Name the first statement of a section.",
            );
        }
    }
    if let (Some(page), Some(section)) = (about.pages.first(), about.sections.first())
        && page.from != section.from
    {
        problems.add(
            &about_file.name,
            about_file.line_of(&format!("\"{}\"", page.from)),
            format!("the first page `{}` does not begin at the first section", page.slug),
            "Let it begin where the source begins.",
        );
    }
    for (from, index) in starts {
        problems.add(
            &about_file.name,
            about_file.line_of(&format!("\"{from}\"")),
            format!(
                "the section `{}` begins at `{from}`, which is no statement",
                about.sections[index].title
            ),
            "Name a statement of this source.",
        );
    }
    sections
}
