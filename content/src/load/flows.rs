//! `flows/*.toml`: one file a flow. The file's name is its id.

use super::folder::{Folder, InFile};
use super::problem::Problems;
use super::toml_file;
use crate::flow::Flow;
use crate::id::FlowId;
use crate::route::SitePage;

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<InFile<Flow>> {
    let mut flows: Vec<InFile<Flow>> = folder
        .files("flows", ".toml", problems)
        .into_iter()
        .filter_map(|file| {
            let id = FlowId::new(file.stem());
            let route = SitePage::Flows.route().child(id.as_str());
            let value = Flow { id, route, file: toml_file::read(&file, problems)? };
            Some(InFile { file, value })
        })
        .collect();
    flows.sort_by_key(|flow| flow.value.file.order);
    flows
}
