//! The shape of a page: sound markup, one title, landmarks, headings in order, ids that can be linked to.

use std::collections::{BTreeMap, BTreeSet};

use scraper::ElementRef;

use crate::site::{Page, Site, text_of};

/// Every page is HTML that a browser need not mend.
pub fn parses(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for page in &site.pages {
        problems.extend(page.html.errors.iter().map(|error| format!("{}: {error}", page.path)));
        if !page.html.tree.root().children().any(|node| node.value().is_doctype()) {
            problems.push(format!("{}: no `<!doctype html>`", page.path));
        }
    }
    problems
}

/// Every page has a language, one `h1`, a description, and a title that no other page has.
pub fn titles(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for page in &site.pages {
        let mut wrong = |what: String| problems.push(format!("{}: {what}", page.path));
        if page.all("html[lang]").iter().all(|html| html.attr("lang").is_none_or(str::is_empty)) {
            wrong("no language".to_owned());
        }
        match page.all("h1").len() {
            1 => {}
            count => wrong(format!("{count} h1")),
        }
        let description = page.all("head > meta[name=description]");
        if description.iter().all(|meta| meta.attr("content").is_none_or(|text| text.trim().is_empty())) {
            wrong("no description".to_owned());
        }
        let titles: Vec<String> = page.all("head > title").into_iter().map(text_of).collect();
        match titles.as_slice() {
            [title] if !title.is_empty() => {
                if let Some(other) = seen.insert(title.clone(), &page.path) {
                    wrong(format!("the same title as {other}: {title}"));
                }
            }
            _ => wrong(format!("{} titles, or an empty one", titles.len())),
        }
    }
    problems
}

/// Every page has one header, one main part, one footer, and a way about.
pub fn landmarks(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for page in &site.pages {
        // A header or footer inside an article or section is no landmark; ours are children of the body or
        // near it.
        for (landmark, least, most) in
            [("header", 1, usize::MAX), ("main", 1, 1), ("footer", 1, 1), ("nav", 1, usize::MAX)]
        {
            let count = page.all(&format!("body {landmark}")).len();
            if count < least || count > most {
                problems.push(format!("{}: {count} {landmark}", page.path));
            }
        }
    }
    problems
}

/// No id is given twice, and every section heading of the text has one, so that it can be linked to.
pub fn ids(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for page in &site.pages {
        let mut seen = BTreeSet::new();
        for element in page.all("[id]") {
            let id = element.attr("id").unwrap_or_default();
            if id.is_empty() || id.contains(char::is_whitespace) {
                problems.push(format!("{}: an id that cannot be linked to: “{id}”", page.path));
            } else if !seen.insert(id) {
                problems.push(format!("{}: two elements with the id {id}", page.path));
            }
        }
        for heading in page.all("main h2, main h3") {
            if heading.attr("id").is_none() && !apart_from_text(heading) {
                problems.push(format!("{}: no id on the heading “{}”", page.path, text_of(heading)));
            }
        }
    }
    problems
}

/// Headings inside a tool or a list of links are not sections of the text, nor is one that is a link.
fn apart_from_text(heading: ElementRef<'_>) -> bool {
    let link = heading.child_elements().find(|child| child.value().name() == "a");
    if link.is_some_and(|link| text_of(link) == text_of(heading)) {
        return true;
    }
    heading
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|around| around.value().name() == "nav" || around.attr("data-tool").is_some())
}

/// No heading is more than one level below the heading before it, and the first is the page's `h1`.
pub fn headings(site: &Site) -> Vec<String> {
    site.pages.iter().flat_map(skipped_levels).collect()
}

fn skipped_levels(page: &Page) -> Vec<String> {
    let mut problems = Vec::new();
    let mut before = 0;
    // html-validate, which has a rule for this too, takes a template for a part of the page: the rule is off there.
    // What a tool copies from a template stands in a place of its own, where the survey of the tools' states sees it.
    let in_template = |heading: &ElementRef<'_>| {
        heading.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "template")
    };
    for heading in page.all("h1, h2, h3, h4, h5, h6").into_iter().filter(|heading| !in_template(heading)) {
        let level = heading.value().name()[1..].parse::<u32>().unwrap_or(0);
        if level > before + 1 {
            problems.push(format!("{}: h{level} “{}” comes after h{before}", page.path, text_of(heading)));
        }
        before = level;
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    const BROKEN: &str = "<html><head><title></title></head><body><h2>Two</h2><h4>Four</h4>\
                          <main><h3>Three</h3>\
                          <p id=a>a<p id=a>b</main><main></b></main>";

    #[test]
    fn broken_markup_is_reported() {
        let problems = parses(&site_of([("a.html", BROKEN)]));
        assert_reported(&problems, "no `<!doctype html>`");
        assert!(problems.len() > 1, "{problems:#?}");
    }

    #[test]
    fn missing_and_repeated_titles_are_reported() {
        let whole = "<!doctype html><html lang=en><head><title>T</title>\
                     <meta name=description content=d></head><h1>x</h1>";
        let problems = titles(&site_of([("a.html", BROKEN), ("b.html", whole), ("c.html", whole)]));
        for what in
            ["no language", "0 h1", "no description", "an empty one", "c.html: the same title as b.html"]
        {
            assert_reported(&problems, what);
        }
        assert_eq!(titles(&site_of([("b.html", whole)])), [""; 0]);
    }

    #[test]
    fn missing_landmarks_are_reported() {
        let problems = landmarks(&site_of([("a.html", BROKEN)]));
        for what in ["0 header", "2 main", "0 footer", "0 nav"] {
            assert_reported(&problems, what);
        }
    }

    #[test]
    fn repeated_and_missing_ids_are_reported() {
        let problems = ids(&site_of([("a.html", BROKEN)]));
        assert_reported(&problems, "two elements with the id a");
        assert_reported(&problems, "no id on the heading “Three”");
        let tool = "<main><div data-tool=deadlines><h2>Inside</h2></div><h2><a href=b/>To b</a></h2></main>";
        assert_eq!(ids(&site_of([("a.html", tool)])), [""; 0]);
    }

    #[test]
    fn skipped_heading_levels_are_reported() {
        let problems = headings(&site_of([("a.html", BROKEN)]));
        assert_reported(&problems, "h2 “Two” comes after h0");
        assert_reported(&problems, "h4 “Four” comes after h2");
        let copied = "<h1>One</h1><template><h4>Four</h4></template><h2>Two</h2>";
        assert_eq!(headings(&site_of([("a.html", copied)])), [""; 0]);
    }
}
