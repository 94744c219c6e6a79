//! Every address in the site leads somewhere, stays under the site's own folder, and loads nothing from
//! elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use scraper::ElementRef;

use crate::site::{Site, folder_of};

/// Every link, stylesheet, script, image and anchor of every page.
pub fn links(site: &Site) -> Vec<String> {
    let anchors: BTreeMap<&str, BTreeSet<&str>> = site
        .pages
        .iter()
        .map(|page| (page.path.as_str(), page.all("[id]").iter().filter_map(|at| at.attr("id")).collect()))
        .collect();
    let mut problems = Vec::new();
    for page in &site.pages {
        for element in page.all("[href], [src], [srcset], [poster], [action], [data]") {
            for address in addresses(element) {
                let outcome = match kind(&address) {
                    Kind::Elsewhere if may_leave(element, &address) => continue,
                    Kind::Elsewhere => Err("leaves the site"),
                    // Served for any address that is missing, at any depth: only the full path works there.
                    Kind::FromRoot if page.path == "404.html" => from_root(site, &address),
                    Kind::FromRoot => Err("starts at the root of the host"),
                    Kind::Inside => resolve(site, page.folder(), &page.path, &address),
                };
                match outcome {
                    Err(why) => problems.push(format!("{}: {address} {why}", page.path)),
                    Ok(file) => {
                        let anchor = address.split_once('#').map(|(_, anchor)| anchor);
                        let known = anchors.get(file.as_str());
                        if anchor.is_some_and(|id| known.is_some_and(|ids| !ids.contains(id))) {
                            problems
                                .push(format!("{}: {address} names an anchor that {file} lacks", page.path));
                        }
                    }
                }
            }
        }
    }
    problems
}

/// Every `url()` and `@import` of every stylesheet.
pub fn styles(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".css")) {
        for address in style_addresses(&String::from_utf8_lossy(bytes)) {
            let outcome = match kind(&address) {
                _ if address.starts_with("data:") || address.starts_with('#') => continue,
                Kind::Elsewhere => Err("leaves the site"),
                Kind::FromRoot => Err("starts at the root of the host"),
                Kind::Inside => resolve(site, folder_of(path), path, &address),
            };
            problems.extend(outcome.err().map(|why| format!("{path}: {address} {why}")));
        }
    }
    problems
}

enum Kind {
    Elsewhere,
    FromRoot,
    Inside,
}

fn kind(address: &str) -> Kind {
    let scheme = address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    match address {
        _ if scheme || address.starts_with("//") => Kind::Elsewhere,
        _ if address.starts_with('/') => Kind::FromRoot,
        _ => Kind::Inside,
    }
}

/// A reader may follow a link elsewhere; a page may not load from there. An image may be written in its own
/// address.
fn may_leave(element: ElementRef<'_>, address: &str) -> bool {
    match element.value().name() {
        "a" => ["https://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme)),
        "link" if element.attr("rel") == Some("icon") => address.starts_with("data:image/"),
        "link" => element.attr("rel") == Some("canonical"),
        "img" => address.starts_with("data:image/"),
        _ => false,
    }
}

fn addresses(element: ElementRef<'_>) -> Vec<String> {
    let mut found: Vec<String> = ["href", "src", "poster", "action"]
        .iter()
        .filter_map(|name| element.attr(name))
        .map(|address| address.trim().to_owned())
        .collect();
    if element.value().name() == "object" {
        found.extend(element.attr("data").map(str::to_owned));
    }
    let candidates = element.attr("srcset").unwrap_or_default().split(',');
    found.extend(candidates.filter_map(|one| one.split_whitespace().next()).map(str::to_owned));
    found
}

/// The file that an address means, as a static host finds it.
fn resolve(site: &Site, folder: &str, own: &str, address: &str) -> Result<String, &'static str> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return if address.is_empty() || address == "#" { Err("is empty") } else { Ok(own.to_owned()) };
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Err("climbs out of the site"),
            ".." => {}
            name => parts.push(name),
        }
    }
    let mut file = parts.join("/");
    if path.ends_with('/') || matches!(path.rsplit('/').next(), Some("." | "..")) {
        file = if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
    }
    if site.files.contains_key(&file) { Ok(file) } else { Err("leads to no file") }
}

/// What follows the sub-path that the site is served under, which only the host knows, must be a file.
fn from_root(site: &Site, address: &str) -> Result<String, &'static str> {
    let path = address.trim_start_matches('/');
    let starts = std::iter::once(0).chain(path.match_indices('/').map(|(slash, _)| slash + 1));
    starts
        .map(|start| &path[start..])
        .find_map(|rest| resolve(site, "", "404.html", if rest.is_empty() { "./" } else { rest }).ok())
        .ok_or("leads to no file")
}

fn style_addresses(style: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in style.match_indices("url(") {
        let inside = style[start + 4..].split(')').next().unwrap_or_default();
        found.push(inside.trim().trim_matches(['"', '\'']).to_owned());
    }
    for (start, _) in style.match_indices("@import") {
        let rest = style[start + 7..].split(';').next().unwrap_or_default().trim();
        // `@import url(…)` is found above.
        if let Some(quote) = rest.chars().next().filter(|first| matches!(first, '"' | '\'')) {
            found.extend(rest.split(quote).nth(1).map(str::to_owned));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    #[test]
    fn addresses_that_lead_nowhere_are_reported() {
        let page = "<a href=b/>1</a><a href='#nowhere'>2</a><a href=../../x/>3</a><a href=''>4</a>\
                    <link rel=modulepreload href=gone.js><img src=gone.png alt=''><a href=../#gone>5</a>";
        let problems = links(&site_of([("a/index.html", page), ("index.html", "<p id=here>")]));
        for what in [
            "b/ leads",
            "#nowhere names",
            "../../x/ climbs",
            "  is empty",
            "gone.js leads",
            "gone.png leads",
            "../#gone names an anchor that index.html lacks",
        ] {
            assert_reported(&problems, what.trim_start());
        }
    }

    #[test]
    fn addresses_that_lead_somewhere_are_not() {
        let page = "<a href=../#here>1</a><a href='#me' id=me>2</a><a href=.././>3</a>\
                    <script src=../a.js?v=1></script>\
                    <a href=https://www.gov.uk/>4</a><link rel=canonical href=https://example.org/a/>\
                    <img src='data:image/svg+xml,x' alt=''><link rel=icon href='data:image/svg+xml,x'>";
        let lost = "<a href=/waymark/a/>1</a><a href=/waymark/>2</a>";
        let home = "<p id=here>";
        let files = [("a/index.html", page), ("index.html", home), ("a.js", ""), ("404.html", lost)];
        assert_eq!(links(&site_of(files)), [""; 0]);
    }

    #[test]
    fn what_loads_from_elsewhere_or_from_the_root_is_reported() {
        let page = "<script src=https://x.test/a.js></script><link rel=stylesheet href=//x.test/a.css>\
                    <link rel=icon href=https://x.test/icon.svg><link rel=stylesheet href='data:text/css,x'>\
                    <img src=/i.png alt=''>\
                    <a href=http://x.test/>plain</a><img srcset='https://x.test/2.png 2x' alt=''>";
        let problems = links(&site_of([("index.html", page), ("i.png", "")]));
        for what in [
            "a.js leaves",
            "a.css leaves",
            "icon.svg leaves",
            "data:text/css,x leaves",
            "/i.png starts at the root",
            "http://x.test/ leaves",
            "2.png leaves",
        ] {
            assert_reported(&problems, what);
        }
    }

    #[test]
    fn addresses_in_styles_are_checked() {
        let style = "@import 'gone.css'; a{b:url(\"i.png\")} c{d:url(https://x.test/f.woff2)}\
                     e{f:url(data:image/png,x)}";
        let problems = styles(&site_of([("s/a.css", style), ("s/i.png", "")]));
        assert_reported(&problems, "gone.css leads to no file");
        assert_reported(&problems, "f.woff2 leaves the site");
        assert_eq!(problems.len(), 2, "{problems:#?}");
    }
}
