//! `forms/`: one file a form, how much may be filled in, and what the sources name and do not hold.

use super::folder::{Folder, InFile, TextFile};
use super::problem::Problems;
use super::toml_file;
use crate::form::{Form, Limits, NotSuppliedFile};

const LIMITS: &str = "forms/limits.toml";
const NOT_SUPPLIED: &str = "forms/not-supplied.toml";

/// Everything about forms.
pub(super) struct Forms {
    /// In their order.
    pub(super) forms: Vec<InFile<Form>>,
    pub(super) limits: InFile<Limits>,
    pub(super) not_supplied: InFile<NotSuppliedFile>,
}

impl Forms {
    /// Those that must not be kept.
    pub(super) fn never_kept(&self) -> Vec<String> {
        let forms = self.forms.iter().map(|form| &form.value);
        forms.filter(|form| form.never_kept).map(|form| form.id.to_string()).collect()
    }
}

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Forms {
    let files = folder.files("forms", ".toml", problems);
    let mut forms: Vec<InFile<Form>> = files
        .into_iter()
        .filter(|file| file.name != LIMITS && file.name != NOT_SUPPLIED)
        .filter_map(|file| Some(InFile { value: toml_file::read(&file, problems)?, file }))
        .collect();
    forms.sort_by_key(|form| form.value.order);
    Forms { forms, limits: one(folder, LIMITS, problems), not_supplied: one(folder, NOT_SUPPLIED, problems) }
}

fn one<T: Default + serde::de::DeserializeOwned>(
    folder: &Folder,
    name: &str,
    problems: &mut Problems,
) -> InFile<T> {
    let file = folder.file(name, problems);
    let value = file.as_ref().and_then(|file| toml_file::read(file, problems)).unwrap_or_default();
    let file = file.unwrap_or_else(|| TextFile { name: name.to_owned(), text: String::new() });
    InFile { file, value }
}
