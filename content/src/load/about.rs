//! `about.md`: the page about the guide itself.

use super::folder::{Folder, InFile};
use super::markdown::{self, Citations, Parsed};
use super::problem::Problems;

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Option<InFile<Parsed>> {
    let file = folder.file("about.md", problems)?;
    let value = markdown::parse(&file, 0, Citations::NotNeeded, problems);
    Some(InFile { file, value })
}
