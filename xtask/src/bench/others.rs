//! The same guidance as a site by mdBook and by MkDocs Material, with what each of them does when nothing is set.
//!
//! Of MkDocs Material one thing is set: no font from another host. It would come on top.

use std::fs;
use std::path::{Path, PathBuf};

use waymark_compress::{brotli, gzip};

use super::markdown::{self, Page, folder};
use super::table::{kilobytes, seconds, table};
use super::{copies, lighthouse, serving, within};
use crate::console::say;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::files;
use crate::process::{command, run};
use crate::project::Project;
use crate::setup::{Measuring, Python};

/// The guidance page with the most text.
pub(super) const LONG: &str = "topics/copies-and-amendments/";

/// A built site, with the addresses of its first page and of the long one.
struct Built {
    name: &'static str,
    folder: PathBuf,
    long: &'static str,
}

/// What a page took: bytes, requests, and the largest contentful paint in milliseconds.
struct Took {
    site: &'static str,
    page: &'static str,
    figures: [f64; 3],
}

/// Builds the other two, and measures two pages of each site `runs` times. Ours may have half the bytes and requests of
/// the better of the others.
pub(crate) fn others(
    project: &Project,
    measuring: &Measuring,
    mdbook: &Path,
    python: &Python,
    runs: usize,
) -> Result<(), Failure> {
    let pages = markdown::pages(&project.root().join("content"))?;
    let sites = [
        Built { name: "Waymark", folder: project.dist(), long: LONG },
        by_mdbook(project, mdbook, &pages)?,
        by_mkdocs(project, python, &pages)?,
    ];
    let mut all = Vec::new();
    for site in &sites {
        let address = serving::serve(&site.folder)?;
        for (page, path) in [("home", ""), ("a long page", site.long)] {
            let visit = lighthouse::visits(project, measuring, &format!("{address}{path}"), runs)?;
            let figures = [visit.bytes, visit.requests, visit.lcp];
            all.push(Took { site: site.name, page, figures });
        }
    }
    let head = ["Site", "Page", "Bytes", "Requests", "LCP"].map(str::to_owned).to_vec();
    let row = |took: &Took| {
        let [bytes, requests, lcp] = took.figures;
        let figures = [kilobytes(bytes), requests.to_string(), seconds(lcp)];
        [took.site, took.page].map(str::to_owned).into_iter().chain(figures).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(all.iter().map(row)).collect();
    say(&format!("\n{} pages of guidance each\n\n{}\n", pages.len(), table(&rows)));
    within(over(&all))
}

/// Where ours is more than half of the better of the others, in what is counted.
fn over(all: &[Took]) -> Vec<String> {
    let mut over = Vec::new();
    for ours in all.iter().filter(|took| took.site == "Waymark") {
        let others = || all.iter().filter(|took| took.site != ours.site && took.page == ours.page);
        for (place, figure) in [(0, "bytes"), (1, "requests")] {
            let best = others().map(|took| took.figures[place]).fold(f64::INFINITY, f64::min);
            if ours.figures[place] * 2.0 > best {
                over.push(format!(
                    "{}: {} {figure} are more than half of {best}",
                    ours.page, ours.figures[place]
                ));
            }
        }
    }
    over
}

fn by_mdbook(project: &Project, mdbook: &Path, pages: &[Page]) -> Result<Built, Failure> {
    let root = sources(project, "mdbook", "src", pages)?;
    let mut summary = "# Summary\n\n[Waymark](index.md)\n".to_owned();
    let mut last = None;
    for page in pages {
        let within = folder(&page.path);
        if last != Some(within) {
            summary.push_str(&format!("\n# {}\n\n", if within.is_empty() { "Editions" } else { within }));
            last = Some(within);
        }
        summary.push_str(&format!("- [{}]({}.md)\n", page.title, page.path));
    }
    put(&root.join("src/SUMMARY.md"), &summary)?;
    put(&root.join("book.toml"), "[book]\ntitle = \"Waymark\"\nlanguage = \"en\"\n")?;
    let mut build = command(mdbook, &root);
    build.arg("build");
    run(build, Tool::Other, Failure::new("mdBook could not build the pages", "Its own message is above."))?;
    let long = "topics/copies-and-amendments.html";
    let built = Built { name: "mdBook", folder: root.join("book"), long };
    compress(&built, &["index.html", long])?;
    Ok(built)
}

fn by_mkdocs(project: &Project, python: &Python, pages: &[Page]) -> Result<Built, Failure> {
    let root = sources(project, "mkdocs", "docs", pages)?;
    put(&root.join("mkdocs.yml"), "site_name: Waymark\ntheme:\n  name: material\n  font: false\n")?;
    let mut build = python.command(&root);
    build.args(["-m", "mkdocs", "build", "--quiet"]);
    run(build, Tool::Other, Failure::new("MkDocs could not build the pages", "Its own message is above."))?;
    let built = Built { name: "MkDocs Material", folder: root.join("site"), long: LONG };
    compress(&built, &["index.html", "topics/copies-and-amendments/index.html"])?;
    Ok(built)
}

/// A folder with the pages and a first page that lists the beginnings of their folders.
fn sources(project: &Project, name: &str, inner: &str, pages: &[Page]) -> Result<PathBuf, Failure> {
    let root = project.root().join("target/bench").join(name);
    copies::clear(&root)?;
    markdown::write(pages, &root.join(inner))?;
    let mut first =
        "# Waymark\n\nA guide to children's and adult social care procedures in England.\n\n".to_owned();
    let mut last = None;
    for page in pages {
        if last != Some(folder(&page.path)) {
            first.push_str(&format!("- [{}]({}.md)\n", page.title, page.path));
            last = Some(folder(&page.path));
        }
    }
    put(&root.join(inner).join("index.md"), &first)?;
    Ok(root)
}

/// Copies as strong as ours beside what the measured pages may ask for.
fn compress(built: &Built, measured: &[&str]) -> Result<(), Failure> {
    const TEXT: [&str; 7] = ["html", "css", "js", "json", "svg", "xml", "wasm"];
    for file in files(&built.folder)? {
        let ending = file.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let other_page = ending == "html" && !measured.iter().any(|page| file == built.folder.join(page));
        if other_page || !TEXT.contains(&ending.as_str()) {
            continue;
        }
        let bytes = fs::read(&file).map_err(|error| Failure::io("read", &file, &error))?;
        for (packed, copy) in [(brotli(&bytes), "br"), (gzip(&bytes), "gz")] {
            let copy = file.with_extension(format!("{ending}.{copy}"));
            fs::write(&copy, packed).map_err(|error| Failure::io("write", &copy, &error))?;
        }
    }
    Ok(())
}

fn put(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| Failure::io("write", file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_counted_and_more_than_half_of_the_better_is_over() {
        let took = |site, figures| Took { site, page: "home", figures };
        let others = [took("mdBook", [100.0, 10.0, 5.0]), took("MkDocs Material", [60.0, 20.0, 5.0])];
        let with = |figures| {
            over(&std::iter::once(took("Waymark", figures)).chain(others_of(&others)).collect::<Vec<_>>())
        };
        assert!(with([30.0, 5.0, 5.0]).is_empty(), "half is within, and times are not judged");
        assert_eq!(with([31.0, 5.0, 1.0]), ["home: 31 bytes are more than half of 60"]);
        assert_eq!(with([1.0, 6.0, 1.0]), ["home: 6 requests are more than half of 10"]);
    }

    fn others_of(all: &[Took]) -> impl Iterator<Item = Took> + use<'_> {
        all.iter().map(|took| Took { site: took.site, page: took.page, figures: took.figures })
    }
}
