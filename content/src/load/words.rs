//! `words/*.toml`.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::words::{Phrases, Words};

/// The file that holds links, which are checked later.
const HOME: &str = "words/home.toml";

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Option<InFile<Words>> {
    // Each file is read before any is given up on, so that all their problems are reported.
    let shell = one(folder, "words/shell.toml", problems);
    let pages = one(folder, "words/pages.toml", problems);
    let home_file = folder.file(HOME, problems);
    let home = home_file.as_ref().and_then(|file| toml_file::read(file, problems));
    let dates = one(folder, "words/dates.toml", problems);
    let date_input = phrases(folder, "words/date-input.toml", problems);
    let deadlines = phrases(folder, "words/deadlines.toml", problems);
    let counting = phrases(folder, "words/counting.toml", problems);
    let take_away = phrases(folder, "words/take-away.toml", problems);
    let whole_case = phrases(folder, "words/whole-case.toml", problems);
    let counts = phrases(folder, "words/counts.toml", problems);
    let decisions = phrases(folder, "words/decisions.toml", problems);
    let decisions_page = one(folder, "words/decisions-page.toml", problems);
    let deadlines_page = one(folder, "words/deadlines-page.toml", problems);
    let checklists = phrases(folder, "words/checklists.toml", problems);
    let checklists_page = one(folder, "words/checklists-page.toml", problems);
    let forms = phrases(folder, "words/forms.toml", problems);
    let form_tool = phrases(folder, "words/form-tool.toml", problems);
    let forms_page = one(folder, "words/forms-page.toml", problems);
    let case = phrases(folder, "words/case.toml", problems);
    let cases = phrases(folder, "words/cases.toml", problems);
    let practice = one(folder, "words/practice.toml", problems);
    let practice_tool = phrases(folder, "words/practice-tool.toml", problems);
    let practice_page = one(folder, "words/practice-page.toml", problems);
    let display = phrases(folder, "words/display.toml", problems);
    let search = one(folder, "words/search.toml", problems);
    let words = Words {
        shell: shell?,
        pages: pages?,
        home: home?,
        dates: dates?,
        date_input: date_input?,
        deadlines: deadlines?,
        counting: counting?,
        take_away: take_away?,
        whole_case: whole_case?,
        counts: counts?,
        decisions: decisions?,
        decisions_page: decisions_page?,
        deadlines_page: deadlines_page?,
        checklists: checklists?,
        checklists_page: checklists_page?,
        forms: forms?,
        form_tool: form_tool?,
        forms_page: forms_page?,
        case: case?,
        cases: cases?,
        practice: practice?,
        practice_tool: practice_tool?,
        practice_page: practice_page?,
        display: display?,
        search: search?,
    };
    let file = home_file.unwrap_or(TextFile { name: HOME.to_owned(), text: String::new() });
    Some(InFile { file, value: words })
}

fn one<T: DeserializeOwned>(folder: &Folder, name: &str, problems: &mut Problems) -> Option<T> {
    let file = folder.file(name, problems)?;
    toml_file::read(&file, problems)
}

/// A set of phrases: every missing and every unknown name is reported.
fn phrases<T: Phrases>(folder: &Folder, name: &str, problems: &mut Problems) -> Option<T> {
    let file = folder.file(name, problems)?;
    let mut texts: BTreeMap<String, String> = toml_file::read(&file, problems)?;
    let mut found = Vec::new();
    for phrase in T::NAMES {
        match texts.remove(*phrase) {
            Some(text) => found.push(text),
            None => problems.add(name, None, format!("the phrase `{phrase}` is missing"), "Add it."),
        }
    }
    for unknown in texts.keys() {
        problems.add(
            name,
            file.line_of(unknown),
            format!("unknown key `{unknown}`"),
            "Check its spelling, or take it out: nothing reads it.",
        );
    }
    T::from_texts(found)
}
