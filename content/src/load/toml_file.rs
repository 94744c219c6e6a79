//! TOML files and front matter: every unknown key is found, not only the first.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::folder::TextFile;
use super::problem::Problems;

/// Reads the whole file as `T`.
pub(super) fn read<T: DeserializeOwned>(file: &TextFile, problems: &mut Problems) -> Option<T> {
    read_part(file, 0, &file.text, problems)
}

/// Reads a stretch of the file that is TOML. `start` is where it begins, so that lines are those of the file.
pub(super) fn read_part<T: DeserializeOwned>(
    file: &TextFile,
    start: usize,
    text: &str,
    problems: &mut Problems,
) -> Option<T> {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            report(file, start, &error, problems);
            return None;
        }
    };
    let deserializer = match toml::de::Deserializer::parse(text) {
        Ok(deserializer) => deserializer,
        Err(error) => {
            report(file, start, &error, problems);
            return None;
        }
    };
    let mut unknown = Vec::new();
    let read = serde_ignored::deserialize(deserializer, |path| unknown.push(path.to_string()));
    for path in unknown {
        let line = key_offset(table.get_ref(), &path).map(|offset| file.line_at(start + offset));
        problems.add(
            &file.name,
            line,
            format!("unknown key `{path}`"),
            "Check its spelling, or take it out: nothing reads it.",
        );
    }
    read.map_err(|error| report(file, start, &error, problems)).ok()
}

fn report(file: &TextFile, start: usize, error: &toml::de::Error, problems: &mut Problems) {
    let line = error.span().map(|span| file.line_at(start + span.start));
    problems.add(&file.name, line, error.message(), "Correct this key or value.");
}

/// Where the key at a path such as `section.2.titel` stands.
fn key_offset(table: &DeTable<'_>, path: &str) -> Option<usize> {
    let mut steps = path.split('.').filter(|step| *step != "?").peekable();
    let first = steps.next()?;
    let (key, mut value) = table.iter().find(|(key, _)| key.get_ref() == first)?;
    let mut offset = key.span().start;
    for step in steps {
        value = match value.get_ref() {
            DeValue::Table(table) => {
                let (key, value) = table.iter().find(|(key, _)| key.get_ref() == step)?;
                offset = key.span().start;
                value
            }
            DeValue::Array(values) => values.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(offset)
}
