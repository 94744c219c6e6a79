//! `disagreements/*.toml`: one file a subject.

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::disagreement::DisagreementGroup;
use crate::route::SitePage;

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<InFile<DisagreementGroup>> {
    let mut groups: Vec<InFile<DisagreementGroup>> = folder
        .files("disagreements", ".toml", problems)
        .into_iter()
        .filter_map(|file| {
            let route = SitePage::Disagreements.route().child(file.stem());
            let value = DisagreementGroup { route, file: toml_file::read(&file, problems)? };
            Some(InFile { file, value })
        })
        .collect();
    groups.sort_by_key(|group| group.value.file.order);
    groups
}
