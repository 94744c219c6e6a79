//! Our guidance as plain Markdown, for other generators: without marks for citations and disagreements, with links from
//! file to file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fingerprint::files;

/// One page of guidance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// Its place without the ending: `topics/assessment`.
    pub(super) path: String,
    pub(super) title: String,
    pub(super) order: i64,
    text: String,
}

/// Every page below `content/guidance`, in the order of folders and then their own.
pub(super) fn pages(content: &Path) -> Result<Vec<Page>, Failure> {
    let root = content.join("guidance");
    let mut pages = Vec::new();
    for file in files(&root)?.iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
        let text = fs::read_to_string(file).map_err(|error| Failure::io("read", file, &error))?;
        let path = file.strip_prefix(&root).unwrap_or(file).with_extension("");
        let path = path.to_string_lossy().replace('\\', "/");
        pages.push(page(path, &text).ok_or_else(|| {
            let cause = format!("{} has no front matter with a title", file.display());
            Failure::new(cause, "Run `cargo xtask check`: it says what a page needs.")
        })?);
    }
    pages.sort_by_key(|page| (folder(&page.path).to_owned(), page.order));
    Ok(pages)
}

/// The folder of a page, without a slash at its end.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Writes every page as a file below `to`. Returns what was written, in the same order.
pub(super) fn write(pages: &[Page], to: &Path) -> Result<Vec<PathBuf>, Failure> {
    let known: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let mut written = Vec::new();
    for page in pages {
        let file = to.join(format!("{}.md", page.path));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::io("create", folder, &error))?;
        }
        let text = format!("# {}\n\n{}", page.title, linked(&page.text, &page.path, &known));
        fs::write(&file, text).map_err(|error| Failure::io("write", &file, &error))?;
        written.push(file);
    }
    Ok(written)
}

fn page(path: String, text: &str) -> Option<Page> {
    let (front, body) = text.strip_prefix("+++\n")?.split_once("\n+++\n")?;
    let front: toml::Table = front.parse().ok()?;
    let title = front.get("title")?.as_str()?.to_owned();
    let order = front.get("order").and_then(toml::Value::as_integer).unwrap_or_default();
    let text = body.lines().map(|line| unmarked(line) + "\n").collect();
    Some(Page { path, title, order, text })
}

/// A line without the mark at its end, also at the end of a table's row. A line that is nothing else is empty.
fn unmarked(line: &str) -> String {
    let (inner, row) = match line.trim_end().strip_suffix('|') {
        Some(inner) if line.starts_with('|') => (inner.trim_end(), " |"),
        _ => (line.trim_end(), ""),
    };
    match inner.strip_suffix('}').and_then(|inner| inner.rfind('{')) {
        Some(start) => format!("{}{row}", inner[..start].trim_end()),
        None => line.to_owned(),
    }
}

/// Links to other pages lead to their files; links to what these generators do not have are their words alone.
fn linked(text: &str, from: &str, known: &BTreeSet<&str>) -> String {
    let up = "../".repeat(from.matches('/').count());
    let mut out = String::new();
    let mut rest = text;
    while let Some(middle) = rest.find("](/") {
        let end = rest[middle..].find(')').map_or(rest.len(), |length| middle + length);
        let target = &rest[middle + 3..end];
        let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
        let path = path.trim_end_matches('/');
        let start = rest[..middle].rfind('[').unwrap_or(middle);
        let words = rest.get(start + 1..middle).unwrap_or_default();
        out.push_str(&rest[..start]);
        if known.contains(path) {
            let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
            out.push_str(&format!("[{words}]({up}{path}.md{anchor})"));
        } else {
            out.push_str(words);
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (line, plain) in [
            ("The plan is shared. {tees-7.1 tees-7.2}", "The plan is shared."),
            ("- An item. {ours}", "- An item."),
            ("| One | Two {wt-1} |", "| One | Two |"),
            ("|---|---|", "|---|---|"),
            ("{differs sharing-without-consent}", ""),
            ("> [!NOTE]", "> [!NOTE]"),
            ("No mark at all", "No mark at all"),
        ] {
            assert_eq!(unmarked(line), plain);
        }
    }

    #[test]
    fn links_lead_from_file_to_file_or_are_words() {
        let known = BTreeSet::from(["topics/plans", "procedures/teeswide/plan"]);
        let text = "See [the plan](/procedures/teeswide/plan/#sending), [dates](/tools/deadlines/) and [all](/topics/plans/).";
        assert_eq!(
            linked(text, "procedures/teeswide/assessment", &known),
            "See [the plan](../../procedures/teeswide/plan.md#sending), dates and [all](../../topics/plans.md)."
        );
    }

    #[test]
    fn a_page_has_its_title_and_order_from_the_front_matter() {
        let page = page("a/b".into(), "+++\ntitle = \"T\"\norder = 3\n+++\nText. {ours}\n").unwrap();
        assert_eq!((page.title.as_str(), page.order, page.text.as_str()), ("T", 3, "Text.\n"));
        assert_eq!(super::page("a".into(), "no front matter"), None);
    }
}
