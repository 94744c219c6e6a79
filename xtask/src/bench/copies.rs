//! The content several times over: every source again under another id, with its statements, its pages of guidance and
//! its checklists. All else stands once, since it draws sources together.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fingerprint::files;

/// Folders with one folder a source.
const COPIED: [&str; 3] = ["sources", "guidance/procedures", "checklists"];

/// Places of copies in lists of sources, after those of the sources themselves.
const ORDERS: i64 = 1000;

/// Writes `content` to `to`, which is replaced, with every source `times` over.
pub(super) fn write(content: &Path, to: &Path, times: usize) -> Result<(), Failure> {
    clear(to)?;
    for file in files(content)?.into_iter().filter(|file| is_data(content, file)) {
        put(&to.join(file.strip_prefix(content).unwrap_or(&file)), &read(&file)?)?;
    }
    let names = Names::of(content)?;
    for copy in 2..=times {
        let ending = format!("-copy{copy}");
        for kind in COPIED {
            for file in files(&content.join(kind))? {
                let text = names.renamed(&read(&file)?, &ending);
                let inner = file.strip_prefix(content).unwrap_or(&file);
                let text = if inner.ends_with("source.toml") { later(&text, copy) } else { text };
                put(&to.join(names.renamed_path(inner, &ending)), &text)?;
            }
        }
    }
    Ok(())
}

/// Removes a folder, if it is there.
pub(super) fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(Failure::io("remove", folder, &error)),
        _ => Ok(()),
    }
}

/// The program that reads the content stands beside it.
fn is_data(content: &Path, file: &Path) -> bool {
    let inner = file.strip_prefix(content).unwrap_or(file);
    !["src", "tests", "benches", "examples"].iter().any(|code| inner.starts_with(code))
        && file.extension().is_some_and(|ending| ["toml", "md", "jsonl"].iter().any(|data| ending == *data))
}

/// What a copy has of its own.
struct Names(BTreeSet<String>);

impl Names {
    /// Every id of a source, a statement and a checklist, and every folder of theirs.
    fn of(content: &Path) -> Result<Self, Failure> {
        let mut names = BTreeSet::new();
        for kind in COPIED {
            let root = content.join(kind);
            for file in files(&root)? {
                let inner = file.strip_prefix(&root).unwrap_or(&file);
                names.extend(inner.iter().next().map(|folder| folder.to_string_lossy().into_owned()));
                if kind == "checklists" {
                    names.extend(file.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
                }
                if file.extension().is_some_and(|ending| ending == "jsonl") {
                    names.extend(read(&file)?.lines().filter_map(statement_id));
                }
            }
        }
        Ok(Self(names))
    }

    /// A name stands in quotes by itself, among others in braces, or as a part of an address.
    fn renamed(&self, text: &str, ending: &str) -> String {
        const BOUNDS: [char; 7] = ['"', '{', '}', ' ', '/', '\n', '#'];
        let mut out = String::with_capacity(text.len() * 5 / 4);
        let (mut before, mut in_braces) = ('\n', false);
        for piece in text.split_inclusive(BOUNDS) {
            let word = piece.trim_end_matches(BOUNDS);
            let after = piece.chars().next_back().unwrap_or('\n');
            let quoted = before == '"' && after == '"';
            let in_address = before == '/' && after == '/';
            out.push_str(word);
            if (quoted || in_braces || in_address) && self.0.contains(word) {
                out.push_str(ending);
            }
            out.push_str(&piece[word.len()..]);
            in_braces = match after {
                '{' => true,
                '}' | '\n' | '"' => false,
                _ => in_braces,
            };
            before = after;
        }
        out
    }

    fn renamed_path(&self, path: &Path, ending: &str) -> PathBuf {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        let last = parts.len().saturating_sub(1);
        let renamed = parts.iter().enumerate().map(|(place, part)| {
            let (stem, kind) = part.rsplit_once('.').unwrap_or((part, ""));
            match kind {
                // A kind of content, not a source of the same name.
                _ if place == 0 => part.to_string(),
                "" if self.0.contains(stem) => format!("{stem}{ending}"),
                "toml" if place == last && self.0.contains(stem) => format!("{stem}{ending}.toml"),
                _ => part.to_string(),
            }
        });
        renamed.collect()
    }
}

fn statement_id(line: &str) -> Option<String> {
    let statement: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(statement.get("id")?.as_str()?.to_owned())
}

fn later(source: &str, copy: usize) -> String {
    let line = |line: &str| match line.strip_prefix("order = ").and_then(|order| order.parse::<i64>().ok()) {
        Some(order) => format!("order = {}\n", order + ORDERS * copy as i64),
        None => format!("{line}\n"),
    };
    source.lines().map(line).collect()
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| Failure::io("read", file, &error))
}

fn put(file: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::io("create", folder, &error))?;
    }
    fs::write(file, text).map_err(|error| Failure::io("write", file, &error))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names(["reablement", "rea-1", "rea-2", "rea-list"].map(str::to_owned).into())
    }

    #[test]
    fn names_get_an_ending_and_words_do_not() {
        for (text, copy) in [
            (r#"source = "reablement""#, r#"source = "reablement-x""#),
            (
                r#"{"id": "rea-1", "gist": "Offer reablement."}"#,
                r#"{"id": "rea-1-x", "gist": "Offer reablement."}"#,
            ),
            ("What reablement is. {rea-1 rea-2}", "What reablement is. {rea-1-x rea-2-x}"),
            ("| reablement | b {rea-1} |", "| reablement | b {rea-1-x} |"),
            (r#"cites = ["rea-1", "rea-3"]"#, r#"cites = ["rea-1-x", "rea-3"]"#),
            (
                "[a](/procedures/reablement/what/#reablement)",
                "[a](/procedures/reablement-x/what/#reablement)",
            ),
            ("{differs rea}", "{differs rea}"),
        ] {
            assert_eq!(names().renamed(text, "-x"), copy);
        }
    }

    #[test]
    fn files_and_folders_are_named_as_what_is_in_them() {
        for (path, copy) in [
            ("sources/reablement/source.toml", "sources/reablement-x/source.toml"),
            ("checklists/reablement/rea-list.toml", "checklists/reablement-x/rea-list-x.toml"),
            ("guidance/procedures/reablement/what.md", "guidance/procedures/reablement-x/what.md"),
            ("guidance/procedures/reablement/groups.toml", "guidance/procedures/reablement-x/groups.toml"),
        ] {
            assert_eq!(names().renamed_path(Path::new(path), "-x"), Path::new(copy));
        }
    }

    #[test]
    fn a_copy_stands_after_its_source_and_all_else_once() {
        let dir = tempfile::tempdir().unwrap();
        let (content, to) = (dir.path().join("content"), dir.path().join("copies"));
        put(&content.join("sources/a/source.toml"), "id = \"a\"\norder = 2\n").unwrap();
        put(&content.join("sources/a/statements.jsonl"), "{\"id\": \"a-1\"}\n").unwrap();
        put(&content.join("guidance/procedures/a/page.md"), "Text. {a-1}\n").unwrap();
        put(&content.join("checklists/a/list.toml"), "id = \"list\"\n").unwrap();
        put(&content.join("guidance/topics/t.md"), "Text. {a-1}\n").unwrap();
        put(&content.join("src/lib.rs"), "").unwrap();
        write(&content, &to, 3).unwrap();
        assert_eq!(
            read(&to.join("sources/a-copy3/source.toml")).unwrap(),
            "id = \"a-copy3\"\norder = 3002\n"
        );
        assert_eq!(read(&to.join("guidance/procedures/a-copy2/page.md")).unwrap(), "Text. {a-1-copy2}\n");
        assert_eq!(read(&to.join("guidance/topics/t.md")).unwrap(), "Text. {a-1}\n");
        assert_eq!(files(&to).unwrap().len(), 4 * 3 + 1);
    }
}
