//! `decisions/`: how decisions are grouped and found, and a folder a group with one file a decision.

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::decision::{Decision, SituationsFile};
use crate::id::DecisionGroupId;

const SITUATIONS: &str = "decisions/situations.toml";

/// Everything about decisions.
pub(super) struct Decisions {
    pub(super) situations: InFile<SituationsFile>,
    /// By group and order.
    pub(super) decisions: Vec<InFile<Decision>>,
}

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Decisions {
    let file = folder.file(SITUATIONS, problems);
    let value: Option<SituationsFile> = file.as_ref().and_then(|file| toml_file::read(file, problems));
    let file = file.unwrap_or_else(|| TextFile { name: SITUATIONS.to_owned(), text: String::new() });
    let situations = InFile { file, value: value.unwrap_or_default() };
    let mut decisions = Vec::new();
    for group in folder.folders("decisions") {
        for file in folder.files(&format!("decisions/{group}"), ".toml", problems) {
            if let Some(mut value) = toml_file::read::<Decision>(&file, problems) {
                value.group = DecisionGroupId::new(&group);
                decisions.push(InFile { file, value });
            }
        }
    }
    let groups = &situations.value.groups;
    let place = |decision: &Decision| groups.iter().position(|group| group.id == decision.group);
    decisions.sort_by_key(|decision| (place(&decision.value), decision.value.order));
    Decisions { situations, decisions }
}
