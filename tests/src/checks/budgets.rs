//! How much a reader must fetch, in bytes as served. Most read on old machines and slow lines.

use std::collections::BTreeSet;

use crate::site::{Page, Site, folder_of};

/// A page of text with its style fits into the first packets of a connection.
const READING: Limit = Limit { kind: "reading pages: HTML and style, brotli", most: 14_000 };
/// The register and a whole source on one page are long by nature.
const LONG: Limit = Limit { kind: "registers and one-page texts: HTML and style, brotli", most: 60_000 };
/// A page of text needs no script; a few lines set the display before the first paint, a few more keep the guide for
/// use without a network.
const SCRIPTS: Limit = Limit { kind: "scripts of pages without a tool, raw", most: 3_000 };
/// What the search goes through, loaded when it is first used.
const SEARCH: Limit = Limit { kind: "texts to search, brotli", most: 60_000 };
/// A page loads one bundle, of all tools or of forms.
const TOOLS: Limit = Limit { kind: "tool pages: scripts and wasm, brotli", most: 160_000 };
/// What a tool fetches when it is asked for a file for a word processor.
const DOCX: Limit = Limit { kind: "what makes files for a word processor, brotli", most: 40_000 };

const WORKER: &str = "sw.js";

struct Limit {
    kind: &'static str,
    most: usize,
}

/// Every page within its limits. Prints the five largest of each kind.
pub fn budgets(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    let (tools, texts): (Vec<&Page>, Vec<&Page>) =
        site.pages.iter().partition(|page| !page.all("[data-tool]").is_empty());
    let long = |page: &&&Page| !page.all("body[data-page=register], body[data-page=one-page]").is_empty();
    let reading = |page: &&&Page| !long(page);
    let of = |pages: Vec<&Page>, size: &dyn Fn(&Page) -> Result<usize, String>| -> Vec<_> {
        pages.into_iter().map(|page| (page.path.clone(), size(page))).collect()
    };
    let with_style = |page: &Page| {
        let html = compressed(site, &page.path)?;
        let styles = linked(page, "link[rel~=stylesheet]", "href");
        styles.iter().try_fold(html, |sum, style| Ok(sum + compressed(site, style)?))
    };
    let in_the_page = |page: &Page| -> usize {
        page.all("script:not([src])")
            .into_iter()
            .map(|script| script.text().map(str::len).sum::<usize>())
            .sum()
    };
    let scripts = |page: &Page| {
        scripts(page).iter().try_fold(in_the_page(page), |sum, script| Ok(sum + raw(site, script)?))
    };
    let bundle = |page: &Page| bundle(site, page).iter().map(|file| compressed(site, file)).sum();
    judge(READING, of(texts.iter().filter(reading).copied().collect(), &with_style), &mut problems);
    judge(LONG, of(texts.iter().filter(long).copied().collect(), &with_style), &mut problems);
    judge(SCRIPTS, of(texts, &scripts), &mut problems);
    judge(TOOLS, of(tools, &bundle), &mut problems);
    let of_docx = |page: &Page| {
        let first = linked(page, "[data-docx]", "data-docx");
        follow(site, first).iter().map(|file| compressed(site, file)).sum()
    };
    let with_docx = site.pages.iter().filter(|page| !page.all("[data-docx]").is_empty());
    judge(DOCX, with_docx.map(|page| (page.path.clone(), of_docx(page))).collect(), &mut problems);
    let texts =
        site.files.keys().filter(|path| path.starts_with("assets/search.") && path.ends_with(".json"));
    judge(SEARCH, texts.map(|path| (path.clone(), compressed(site, path))).collect(), &mut problems);
    problems
}

fn judge(limit: Limit, sizes: Vec<(String, Result<usize, String>)>, problems: &mut Vec<String>) {
    let mut measured = Vec::new();
    for (page, size) in sizes {
        match size {
            Ok(bytes) => measured.push((bytes, page)),
            Err(why) => problems.push(format!("{page}: {why}")),
        }
    }
    measured.sort_by(|one, other| other.cmp(one));
    println!("{} (at most {})", limit.kind, limit.most);
    for (bytes, page) in measured.iter().take(5) {
        println!("  {bytes:>8}  {page}");
    }
    for (bytes, page) in measured.iter().filter(|(bytes, _)| *bytes > limit.most) {
        problems.push(format!("{page}: {bytes} bytes, over {} ({})", limit.most, limit.kind));
    }
}

/// The files that elements of a page name, each once.
fn linked(page: &Page, selector: &str, attribute: &str) -> BTreeSet<String> {
    let addresses = page.all(selector).into_iter().filter_map(|element| element.attr(attribute));
    addresses.map(|address| join(page.folder(), address)).collect()
}

/// The scripts that a page names, at once or for later.
fn scripts(page: &Page) -> BTreeSet<String> {
    let mut found = linked(page, "script[src]", "src");
    let later = page.all("script[data-then]").into_iter().filter_map(|script| script.attr("data-then"));
    found.extend(later.flat_map(str::split_whitespace).map(|address| join(page.folder(), address)));
    found
}

/// The scripts and wasm that a page runs: those it names, and those that they name in turn.
fn bundle(site: &Site, page: &Page) -> BTreeSet<String> {
    let mut found = scripts(page);
    found.extend(linked(page, "link[rel~=modulepreload], link[rel~=preload]", "href"));
    found.retain(|file| file.ends_with(".js") || file.ends_with(".wasm"));
    follow(site, found)
}

/// These files, and those that they name in turn.
fn follow(site: &Site, mut found: BTreeSet<String>) -> BTreeSet<String> {
    // The service worker names everything, and fetches it when the page has long been there.
    let code: Vec<&String> = site
        .files
        .keys()
        .filter(|file| (file.ends_with(".js") || file.ends_with(".wasm")) && *file != WORKER)
        .collect();
    let mut unread: Vec<String> = found.iter().cloned().collect();
    while let Some(file) = unread.pop() {
        if file.ends_with(".wasm") {
            continue;
        }
        let text = site.files.get(&file).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        for other in &code {
            let name = &other[folder_of(other).len()..];
            if text.contains(name) && found.insert((*other).clone()) {
                unread.push((*other).clone());
            }
        }
    }
    found
}

fn join(folder: &str, address: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split(['?', '#']).next().unwrap_or_default().split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn compressed(site: &Site, path: &str) -> Result<usize, String> {
    match (site.files.get(&format!("{path}.br")), site.files.get(path)) {
        (Some(brotli), _) => Ok(brotli.len()),
        // Too small to be worth compressing: served as it is.
        (None, Some(bytes)) if bytes.len() < super::encodings::WORTH => Ok(bytes.len()),
        _ => Err(format!("there is no {path}.br to measure")),
    }
}

fn raw(site: &Site, path: &str) -> Result<usize, String> {
    site.files.get(path).map(Vec::len).ok_or_else(|| format!("there is no {path} to measure"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    #[test]
    fn pages_over_their_limits_are_reported() {
        let kilo = |count: usize| "x".repeat(count * 1000);
        let text = "<link rel=stylesheet href=a.css><script data-then=boot.js></script>";
        let tool = "<div data-tool=deadlines></div><script type=module src=tool.js></script>";
        let register = "<body data-page=register>";
        let site = site_of([
            ("a.css", ""),
            ("a.css.br", &kilo(10)),
            ("boot.js", &kilo(4)),
            ("long.html", register),
            ("long.html.br", &kilo(61)),
            ("text.html", text),
            ("text.html.br", &kilo(5)),
            ("tool.html", tool),
            ("tool.js", "load('tool_bg.wasm')"),
            ("tool_bg.wasm", &kilo(400)),
            ("tool_bg.wasm.br", &kilo(170)),
            ("form.html", "<div data-tool=form data-docx=docx.js></div>"),
            ("docx.js", "load('docx_bg.wasm')"),
            ("docx_bg.wasm", &kilo(100)),
            ("docx_bg.wasm.br", &kilo(41)),
            ("assets/search.1.json", "{}"),
            ("assets/search.1.json.br", &kilo(61)),
        ]);
        let problems = budgets(&site);
        assert_reported(&problems, "text.html: 15000 bytes, over 14000");
        assert_reported(&problems, "long.html: 61000 bytes, over 60000");
        assert_reported(&problems, "text.html: 4000 bytes, over 3000");
        assert_reported(&problems, "tool.html: 170020 bytes, over 160000");
        assert_reported(&problems, "form.html: 41020 bytes, over 40000");
        assert_reported(&problems, "assets/search.1.json: 61000 bytes, over 60000");
        assert_eq!(problems.len(), 6, "{problems:#?}");
    }

    #[test]
    fn what_cannot_be_measured_is_reported() {
        let page = format!("<p>{}", "long ".repeat(100));
        assert_reported(&budgets(&site_of([("a.html", &page)])), "there is no a.html.br to measure");
    }
}
