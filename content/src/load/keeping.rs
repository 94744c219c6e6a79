//! `keeping.toml`.

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::case::Keeping;

const FILE: &str = "keeping.toml";

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> InFile<Keeping> {
    let file = folder.file(FILE, problems);
    let value = file.as_ref().and_then(|file| toml_file::read(file, problems)).unwrap_or_default();
    let file = file.unwrap_or(TextFile { name: FILE.to_owned(), text: String::new() });
    InFile { file, value }
}
