//! `checklists/<source>/*.toml`: one file a list.

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::checklist::RecordChecklist;
use crate::source::Source;

pub(super) fn read(
    folder: &Folder,
    sources: &[InFile<Source>],
    problems: &mut Problems,
) -> Vec<InFile<RecordChecklist>> {
    let mut lists: Vec<InFile<RecordChecklist>> = Vec::new();
    for name in folder.folders("checklists") {
        for file in folder.files(&format!("checklists/{name}"), ".toml", problems) {
            if let Some(value) = toml_file::read(&file, problems) {
                lists.push(InFile { file, value });
            }
        }
    }
    let place = |list: &RecordChecklist| {
        let source = sources.iter().position(|source| source.value.about.id == list.source);
        (source.unwrap_or(usize::MAX), list.order)
    };
    lists.sort_by_key(|list| place(&list.value));
    lists
}
