//! `practice/`: a folder a level with one file a case, and the plans of sessions.

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::practice::{Case, Level, SessionsFile};

const SESSIONS: &str = "practice/sessions.toml";

/// Everything about practice.
pub(super) struct Practice {
    /// By level and order.
    pub(super) cases: Vec<InFile<Case>>,
    pub(super) sessions: InFile<SessionsFile>,
}

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Practice {
    let mut cases: Vec<InFile<Case>> = Vec::new();
    for name in folder.folders("practice") {
        let level = Level::ALL.into_iter().find(|level| level.folder() == name);
        for file in folder.files(&format!("practice/{name}"), ".toml", problems) {
            let read = toml_file::read::<Case>(&file, problems);
            match (level, read) {
                (Some(level), Some(case)) => {
                    cases.push(InFile { file, value: Case { level, ..case } });
                }
                (None, _) => {
                    let levels = Level::ALL.map(Level::folder).join(", ");
                    let what = format!("no level is called `{name}`");
                    problems.add(&file.name, None, what, format!("Put it into one of: {levels}."));
                }
                (_, None) => {}
            }
        }
    }
    cases.sort_by_key(|case| (case.value.level, case.value.order));
    let file = folder.file(SESSIONS, problems);
    let value = file.as_ref().and_then(|file| toml_file::read(file, problems)).unwrap_or_default();
    let file = file.unwrap_or(TextFile { name: SESSIONS.to_owned(), text: String::new() });
    Practice { cases, sessions: InFile { file, value } }
}
