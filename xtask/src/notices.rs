//! The software that a copy of the guide may hold, from the lock files, with the licences that ask to be handed on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::packages;
use crate::process::ask;
use crate::project::Project;

/// The packages whose wasm readers load.
const BUNDLES: [&str; 4] = ["--package", "waymark-browser", "--package", "waymark-docx"];
/// The npm packages whose code stands in scripts and stylesheets.
const NPM: [&str; 5] = ["fastest-levenshtein", "fzstd", "govuk-frontend", "minisearch", "stemmer"];

/// A licence that we can keep: its name, and words that only its text has.
struct Licence {
    name: &'static str,
    words: &'static str,
}

/// Of a choice, the first is taken.
const LICENCES: [Licence; 4] = [
    Licence { name: "MIT", words: "Permission is hereby granted, free of charge, to any person obtaining" },
    Licence { name: "Zlib", words: "Altered source versions must be plainly marked" },
    Licence { name: "BSL-1.0", words: "Boost Software License" },
    Licence { name: "Unicode-3.0", words: "UNICODE LICENSE V3" },
];

/// A package as it is told of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    makers: Vec<String>,
}

/// Packages by licence and text.
type Notices = BTreeMap<(usize, String), (String, Vec<Package>)>;

/// Writes them to `out`, for the page of the site.
pub(crate) fn write(project: &Project, out: &Path) -> Result<(), Failure> {
    let own = read(&project.root().join("LICENSE"))?;
    let mut notices = Notices::new();
    let waymark = Package { name: "Waymark".to_owned(), version: String::new(), makers: makers(&own) };
    add(&mut notices, 0, &own, waymark);
    let rust = "The Rust standard library";
    let contributors = vec!["Copyright (c) The Rust Project Contributors".to_owned()];
    add(
        &mut notices,
        0,
        &own,
        Package { name: rust.to_owned(), version: String::new(), makers: contributors },
    );
    for (found, expression, folder, authors) in crates(project)?.into_iter().chain(npm(project)?) {
        let texts = licence_files(&folder)?;
        for place in chosen(&expression).ok_or_else(|| unknown(&found, &expression))? {
            let text = texts.iter().find(|text| text.contains(LICENCES[place].words));
            let mut package = found.clone();
            package.makers = text.map_or_else(Vec::new, |text| makers(text));
            if package.makers.is_empty() {
                package.makers.clone_from(&authors);
            }
            // Some packages leave the text out. That of the MIT licence is ours too.
            match text {
                Some(text) => add(&mut notices, place, text, package),
                None if place == 0 => add(&mut notices, place, &own, package),
                None => return Err(without_text(&found, LICENCES[place].name)),
            }
        }
    }
    let list: Vec<Value> = notices
        .into_iter()
        .map(|((place, _), (text, mut packages))| {
            packages[usize::from(place == 0)..].sort();
            let packages: Vec<Value> = packages
                .iter()
                .map(|package| json!({ "name": package.name, "version": package.version, "makers": package.makers }))
                .collect();
            json!({ "licence": LICENCES[place].name, "text": text, "packages": packages })
        })
        .collect();
    fs::create_dir_all(out).map_err(|error| Failure::io("create", out, &error))?;
    let file = out.join("notices.json");
    fs::write(&file, Value::from(list).to_string()).map_err(|error| Failure::io("write", &file, &error))
}

/// A package, its licence expression, its folder, its authors.
type Found = (Package, String, PathBuf, Vec<String>);

/// Everything that is compiled for the browser. Macros run before that and leave no code of their own.
fn crates(project: &Project) -> Result<Vec<Found>, Failure> {
    const WASM: &str = "wasm32-unknown-unknown";
    let tree = ["tree", "--locked", "--edges", "normal,no-proc-macro", "--target", WASM, "--prefix", "none"];
    let arguments: Vec<&str> = tree.into_iter().chain(["--format", "{p}"]).chain(BUNDLES).collect();
    let failed =
        || Failure::new("cargo could not list the packages", "Run `cargo tree --locked` to see why.");
    let listed = ask("cargo", &arguments, project.root()).ok_or_else(failed)?;
    let mut names: Vec<(&str, &str)> = listed.lines().filter_map(listed_package).collect();
    names.sort_unstable();
    names.dedup();
    let metadata = packages::metadata(project)?;
    let all = metadata["packages"].as_array().ok_or_else(failed)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    names
        .into_iter()
        .map(|(name, version)| {
            let is_it = |package: &&Value| package["name"] == name && package["version"] == version;
            let package = all.iter().find(is_it).ok_or_else(failed)?;
            let folder = Path::new(package["manifest_path"].as_str().unwrap_or_default()).parent();
            let authors = package["authors"].as_array().into_iter().flatten().map(text).map(without_address);
            Ok((
                Package { name: name.to_owned(), version: version.to_owned(), makers: Vec::new() },
                text(&package["license"]),
                folder.unwrap_or(Path::new("")).to_owned(),
                authors.collect(),
            ))
        })
        .collect()
}

/// `leptos v0.8.23` of the registry; what stands in a folder of ours has its path behind it.
fn listed_package(line: &str) -> Option<(&str, &str)> {
    let (name, version) = line.strip_suffix(" (*)").unwrap_or(line).split_once(" v")?;
    (!version.contains(' ')).then_some((name, version))
}

fn npm(project: &Project) -> Result<Vec<Found>, Failure> {
    let lock = read(&project.app().join("package-lock.json"))?;
    let lock: Value = serde_json::from_str(&lock).map_err(|error| {
        Failure::new(format!("app/package-lock.json: {error}"), "Run `npm install` in app.")
    })?;
    let found = NPM.map(|name| {
        let package = &lock["packages"][format!("node_modules/{name}")];
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let makers = match name {
            // The package has no licence file; this is what its repository says.
            "govuk-frontend" => {
                vec!["Copyright (C) 2017 Crown Copyright (Government Digital Service)".to_owned()]
            }
            _ => Vec::new(),
        };
        let found = Package { name: name.to_owned(), version: text("version"), makers: Vec::new() };
        (found, text("license"), project.app().join("node_modules").join(name), makers)
    });
    Ok(found.into())
}

/// Which of our licences an expression asks for: of each choice the first, of each `AND` all.
fn chosen(expression: &str) -> Option<Vec<usize>> {
    let all = expression.split(" AND ").map(|part| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        let names: Vec<&str> = part.split(" OR ").map(str::trim).collect();
        LICENCES.iter().position(|licence| names.contains(&licence.name))
    });
    all.collect()
}

fn add(notices: &mut Notices, place: usize, text: &str, package: Package) {
    let text = terms(text);
    // One text is broken into lines in many ways, and quoted in some.
    let same: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    notices.entry((place, same.to_ascii_lowercase())).or_insert((text, Vec::new())).1.push(package);
}

/// The paragraphs of a licence below its title and whose it is, each on one line.
fn terms(text: &str) -> String {
    let paragraphs = paragraphs(text);
    let first = paragraphs.iter().position(|paragraph| !is_heading(paragraph) && !is_makers(paragraph));
    paragraphs[first.unwrap_or_default()..].join("\n")
}

/// Whose it is: the lines that say so.
fn makers(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['#', '*']).trim());
    lines.filter(|line| is_makers(line)).map(str::to_owned).collect()
}

fn is_makers(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    line.starts_with("copyright") && line.len() < 200 && !line.starts_with("copyright and permission")
}

fn is_heading(paragraph: &str) -> bool {
    let words = paragraph.to_ascii_lowercase();
    paragraph.len() < 60 && !words.contains("permission") && !words.ends_with('.')
}

fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        // Who holds the rights stands on lines of its own, also without a gap to the terms.
        if line.is_empty() || is_makers(line) || paragraphs.last().is_some_and(|last| is_makers(last)) {
            paragraphs.push(String::new());
        }
        if let Some(last) = paragraphs.last_mut() {
            let gap = if last.is_empty() { "" } else { " " };
            last.push_str(&format!("{gap}{line}"));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Every text in a package's folder that may be a licence.
fn licence_files(folder: &Path) -> Result<Vec<String>, Failure> {
    let io = |error| Failure::io("read", folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
        let starts = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT"];
        if path.is_file() && starts.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| Failure::io("read", file, &error))
}

/// `A. B. <a@b.example>` without the address.
fn without_address(author: String) -> String {
    author.split(" <").next().unwrap_or_default().trim().to_owned()
}

fn unknown(package: &Package, expression: &str) -> Failure {
    Failure::new(
        format!(
            "{} {} is under `{expression}`, which no copy of the guide has held yet",
            package.name, package.version
        ),
        "Read that licence: use another package, or add the licence to xtask/src/notices.rs and deny.toml.",
    )
}

fn without_text(package: &Package, licence: &str) -> Failure {
    Failure::new(
        format!("{} {} has no file with its licence {licence}", package.name, package.version),
        "Look into its repository, and say in xtask/src/notices.rs what it says.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_choice_one_licence_is_taken_and_of_a_sum_all() {
        assert_eq!(chosen("Apache-2.0 OR MIT"), Some(vec![0]));
        assert_eq!(chosen("Unlicense/MIT"), Some(vec![0]));
        assert_eq!(chosen("(MIT OR Apache-2.0) AND Unicode-3.0"), Some(vec![0, 3]));
        assert_eq!(chosen("GPL-3.0-only"), None);
        assert_eq!(chosen("MIT AND GPL-3.0-only"), None);
        assert_eq!(chosen(""), None);
    }

    #[test]
    fn packages_of_the_registry_are_listed_and_ours_are_not() {
        assert_eq!(listed_package("toml v1.2.1+spec-1.1.0 (*)"), Some(("toml", "1.2.1+spec-1.1.0")));
        assert_eq!(listed_package("content v0.1.0 (/somewhere/content)"), None);
        assert_eq!(listed_package(""), None);
    }

    #[test]
    fn the_same_terms_of_two_makers_are_told_once() {
        let package = |name: &str, text: &str| Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            makers: makers(text),
        };
        let one = "The MIT License (MIT)\n\nCopyright (c) 2017 A\nCopyright (c) 2018 B\n\nPermission is\nhereby granted.\n\nNo warranty.\n";
        let two = "Copyright (c) 2020 C\nPermission is hereby granted.\n\nNO WARRANTY.";
        let mut notices = Notices::new();
        add(&mut notices, 0, one, package("one", one));
        add(&mut notices, 0, two, package("two", two));
        let told: Vec<_> = notices.into_values().collect();
        let [(text, packages)] = told.as_slice() else { panic!("told once: {told:?}") };
        assert_eq!(text, "Permission is hereby granted.\nNo warranty.");
        assert_eq!(packages[0].makers, ["Copyright (c) 2017 A", "Copyright (c) 2018 B"]);
        assert_eq!(packages[1].makers, ["Copyright (c) 2020 C"]);
    }

    #[test]
    fn every_package_that_a_script_takes_in_is_named() {
        let app = Project::locate().app();
        let mut taken = Vec::new();
        for folder in ["search", "single"] {
            for entry in fs::read_dir(app.join(folder)).expect("a folder of scripts") {
                let text = read(&entry.expect("a script").path()).expect("it can be read");
                let names = text.lines().filter_map(|line| line.strip_prefix("import ")?.split('"').nth(1));
                taken.extend(names.filter(|name| !name.starts_with('.')).map(str::to_owned));
            }
        }
        assert!(
            taken.iter().any(|name| name == "minisearch"),
            "the scripts say what they take in: {taken:?}"
        );
        taken.retain(|name| !NPM.contains(&name.as_str()));
        assert!(taken.is_empty(), "these stand on no list: {taken:?}");
    }
}
