//! `search-synonyms.toml`.

use serde::Deserialize;

use super::folder::Folder;
use super::problem::Problems;
use super::toml_file;

const FILE: &str = "search-synonyms.toml";

#[derive(Debug, Default, Deserialize)]
struct SynonymsFile {
    #[serde(rename = "group", default)]
    groups: Vec<Group>,
}

/// Words for one thing.
#[derive(Debug, Deserialize)]
struct Group {
    words: Vec<String>,
}

/// Groups of words that searchers use for the same thing. A group of one says nothing and is refused.
pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<Vec<String>> {
    let Some(file) = folder.file(FILE, problems) else { return Vec::new() };
    let groups = toml_file::read::<SynonymsFile>(&file, problems).unwrap_or_default().groups;
    for group in groups.iter().filter(|group| group.words.len() < 2) {
        let word = group.words.first().map_or("", String::as_str);
        problems.add(
            &file.name,
            file.line_of(&format!("\"{word}\"")),
            format!("the group of `{word}` has fewer than two words"),
            "Add the other words for it, or take it out.",
        );
    }
    groups.into_iter().map(|group| group.words).collect()
}
