//! The content folder and its files, with what an overlay puts over them.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::problem::Problems;

/// The content folder, and perhaps another over it. A file of the overlay takes the place of the content's file of the
/// same name; in `words/` it takes the place of those texts alone that it names.
pub(super) struct Folder {
    root: PathBuf,
    overlay: Option<PathBuf>,
    /// The files of the overlay that were read.
    used: RefCell<BTreeSet<String>>,
}

/// Where words stand: an overlay names those that are its own.
const WORDS: &str = "words/";

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
    pub(super) fn new(root: &Path, overlay: Option<&Path>) -> Self {
        Self { root: root.to_owned(), overlay: overlay.map(Path::to_owned), used: RefCell::default() }
    }

    /// One file that has to be there.
    pub(super) fn file(&self, name: &str, problems: &mut Problems) -> Option<TextFile> {
        let base = fs::read_to_string(self.root.join(name));
        let text = match self.overlaid(name) {
            Some(own) if name.starts_with(WORDS) => {
                own.and_then(|own| base.map(|base| merged(&base, &own).unwrap_or(own)))
            }
            Some(own) => own,
            None => base,
        };
        match text {
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

    /// Reports what stands in the overlay and nothing has read: a slip in a name must not pass for an adaptation.
    pub(super) fn report_unread(&self, problems: &mut Problems) {
        let Some(overlay) = &self.overlay else { return };
        if !overlay.is_dir() {
            let what = format!("there is no folder {} to lay over the content", overlay.display());
            problems.add("", None, what, "Name the overlay's folder.");
        }
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for (name, is_folder) in entries(&overlay.join(&folder)) {
                let name = format!("{folder}{name}");
                if is_folder {
                    folders.push(format!("{name}/"));
                } else if !self.used.borrow().contains(&name) {
                    let mend = "Give it the name and the folder that such a file has in the content.";
                    problems.add(&name, None, "nothing reads this file of the overlay", mend);
                }
            }
        }
    }

    /// Whether a file's text is that of the content and of the overlay in one.
    pub(super) fn is_merged(&self, name: &str) -> bool {
        name.starts_with(WORDS) && self.used.borrow().contains(name)
    }

    /// The overlay's own text of a file, where it has one.
    fn overlaid(&self, name: &str) -> Option<io::Result<String>> {
        let path = self.overlay.as_ref()?.join(name);
        path.exists().then(|| {
            self.used.borrow_mut().insert(name.to_owned());
            fs::read_to_string(path)
        })
    }

    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        let own = self.overlay.iter().flat_map(|overlay| entries(&overlay.join(folder)));
        let all: BTreeSet<(String, bool)> = entries(&self.root.join(folder)).into_iter().chain(own).collect();
        all.into_iter().collect()
    }
}

/// What stands straight in a folder, and which of it are folders. A folder that is not there has nothing.
fn entries(folder: &Path) -> Vec<(String, bool)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .filter_map(Result::ok)
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect()
}

/// The words of the content with those of the overlay. `None` when one of them is no TOML: reading it says why.
fn merged(base: &str, own: &str) -> Option<String> {
    let (mut base, own): (Table, Table) = (base.parse().ok()?, own.parse().ok()?);
    put_over(&mut base, own);
    Some(base.to_string())
}

fn put_over(base: &mut Table, own: Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(base)), Value::Table(own)) => put_over(base, own),
            (_, value) => {
                base.insert(key, value);
            }
        }
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
