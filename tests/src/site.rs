//! The built site as its files: what a host would be given, in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

/// Every file of a built site, by its path under the root, with `/` between folders.
pub struct Site {
    /// The bytes of each file.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The pages among them, parsed.
    pub pages: Vec<Page>,
}

/// One page.
pub struct Page {
    /// Its file, such as `tools/deadlines/index.html`.
    pub path: String,
    /// Its elements.
    pub html: Html,
}

impl Site {
    /// Reads a folder.
    pub fn load(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        collect(root, "", &mut files);
        let site = Self::of(files);
        assert!(!site.pages.is_empty(), "no page in {}: run `cargo xtask test`", root.display());
        site
    }

    /// A site of these files.
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        let pages = files
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| Page::parse(path, &String::from_utf8_lossy(bytes)))
            .collect();
        Self { files, pages }
    }
}

impl Page {
    fn parse(path: &str, text: &str) -> Self {
        // The parser takes `noscript` as a browser with scripts does, as one piece of text. What is in it
        // must be as sound as the rest, so the tags go and the contents stay.
        let text = text.replace("<noscript>", "").replace("</noscript>", "");
        Self { path: path.to_owned(), html: Html::parse_document(&text) }
    }

    /// The elements that a selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.html.select(&selector).collect()
    }

    /// The folder that the page's relative addresses start from: empty, or ending in `/`.
    pub fn folder(&self) -> &str {
        folder_of(&self.path)
    }

    /// The page's address under the base URL: its folder where it is an `index.html`.
    pub fn address(&self) -> &str {
        self.path.strip_suffix("index.html").unwrap_or(&self.path)
    }
}

/// The folder of a file: empty, or ending in `/`.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}

/// The text of an element, with every run of white space as one space.
pub(crate) fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder's entry").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files);
        } else {
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.insert(format!("{prefix}{name}"), bytes);
        }
    }
}

/// A site for a check's own tests.
#[cfg(test)]
pub(crate) fn site_of<const N: usize>(files: [(&str, &str); N]) -> Site {
    Site::of(files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect())
}

/// Asserts that a check complains, among whatever else, of this.
#[cfg(test)]
pub(crate) fn assert_reported(problems: &[String], what: &str) {
    assert!(problems.iter().any(|problem| problem.contains(what)), "“{what}” is not among {problems:#?}");
}
