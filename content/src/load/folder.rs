//! The content folder and its files.

use std::fs;
use std::path::{Path, PathBuf};

use super::problem::Problems;

/// The content folder.
pub(super) struct Folder {
    root: PathBuf,
}

/// A file's text with its name below the content folder.
#[derive(Clone, Debug)]
pub(super) struct TextFile {
    pub(super) name: String,
    pub(super) text: String,
}

/// Something read from a file, which later checks can still point at.
#[derive(Clone, Debug)]
pub(super) struct InFile<T> {
    pub(super) file: TextFile,
    pub(super) value: T,
}

impl Folder {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// One file that has to be there.
    pub(super) fn file(&self, name: &str, problems: &mut Problems) -> Option<TextFile> {
        match fs::read_to_string(self.root.join(name)) {
            Ok(text) => Some(TextFile { name: name.to_owned(), text }),
            Err(error) => {
                problems.add(name, None, format!("cannot be read: {error}"), "Add the file, as UTF-8 text.");
                None
            }
        }
    }

    /// Every file with this ending straight below a folder, by name. A folder that is not there has none.
    pub(super) fn files(&self, folder: &str, ending: &str, problems: &mut Problems) -> Vec<TextFile> {
        self.entries(folder)
            .into_iter()
            .filter(|(name, is_folder)| !is_folder && name.ends_with(ending))
            .filter_map(|(name, _)| self.file(&format!("{folder}/{name}"), problems))
            .collect()
    }

    /// The names of the folders straight below a folder.
    pub(super) fn folders(&self, folder: &str) -> Vec<String> {
        self.entries(folder).into_iter().filter(|(_, is_folder)| *is_folder).map(|(name, _)| name).collect()
    }

    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else { return Vec::new() };
        let mut entries: Vec<(String, bool)> = entries
            .filter_map(Result::ok)
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
            .filter(|(name, _)| !name.starts_with('.'))
            .collect();
        entries.sort();
        entries
    }
}

impl TextFile {
    /// The file's name without its folders and its ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
    }

    /// The first line that holds `needle`, to point at an id in a file whose shape is already read.
    pub(super) fn line_of(&self, needle: &str) -> Option<usize> {
        self.text.find(needle).map(|offset| self.line_at(offset))
    }

    /// The last line that holds `needle`, to point at a repeat.
    pub(super) fn last_line_of(&self, needle: &str) -> Option<usize> {
        self.text.rfind(needle).map(|offset| self.line_at(offset))
    }
}
