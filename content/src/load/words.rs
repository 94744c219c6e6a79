//! `words/*.toml`.

use serde::de::DeserializeOwned;

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::words::Words;

/// The file that holds links, which are checked later.
const HOME: &str = "words/home.toml";

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Option<InFile<Words>> {
    // Each file is read before any is given up on, so that all their problems are reported.
    let shell = one(folder, "words/shell.toml", problems);
    let pages = one(folder, "words/pages.toml", problems);
    let home_file = folder.file(HOME, problems);
    let home = home_file.as_ref().and_then(|file| toml_file::read(file, problems));
    let dates = one(folder, "words/dates.toml", problems);
    let date_input = one(folder, "words/date-input.toml", problems);
    let deadlines = one(folder, "words/deadlines.toml", problems);
    let display = one(folder, "words/display.toml", problems);
    let words = Words {
        shell: shell?,
        pages: pages?,
        home: home?,
        dates: dates?,
        date_input: date_input?,
        deadlines: deadlines?,
        display: display?,
    };
    let file = home_file.unwrap_or(TextFile { name: HOME.to_owned(), text: String::new() });
    Some(InFile { file, value: words })
}

fn one<T: DeserializeOwned>(folder: &Folder, name: &str, problems: &mut Problems) -> Option<T> {
    let file = folder.file(name, problems)?;
    toml_file::read(&file, problems)
}
