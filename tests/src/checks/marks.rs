//! The two lines that a reader must always find: how far the text still holds, and what to do in danger.

use crate::site::{Page, Site, text_of};

/// Pages that state nothing from a source, by their address.
const WITHOUT_STATUS: [&str; 22] = [
    "",
    "404.html",
    "display/",
    "about/",
    "privacy/",
    "accessibility/",
    "notices/",
    "site-map/",
    "tools/",
    "tools/cases/",
    "tools/decisions/",
    "tools/checklists/",
    "tools/deadlines/any-count/",
    "bank-holidays/",
    "practice/",
    "procedures/",
    "topics/",
    "flows/",
    "search/",
    "glossary/",
    "disagreements/",
    "sources/",
];

/// Every page that rests on a source says how far the source still holds, and none calls itself current.
pub fn status_lines(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for page in &site.pages {
        if !WITHOUT_STATUS.contains(&page.address()) && page.all(".wm-status-line .wm-tag").is_empty() {
            problems.push(format!("{}: no status line with a tag", page.path));
        }
        for tag in page.all(".wm-tag").into_iter().map(text_of) {
            // Nobody can promise that a copied text is the one in force.
            if tag.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("current")) {
                problems.push(format!("{}: the tag “{tag}”", page.path));
            }
        }
    }
    problems
}

/// Every page about a case says first what to do when someone is in danger.
pub fn danger_lines(site: &Site) -> Vec<String> {
    let about_a_case = |page: &&Page| {
        let below = |folder: &str| page.address().starts_with(folder) && page.address() != folder;
        ["procedures/", "topics/", "flows/", "disagreements/", "tools/", "practice/"].into_iter().any(below)
    };
    let mut problems = Vec::new();
    for page in site.pages.iter().filter(about_a_case) {
        match page.all(".wm-danger").first() {
            None => problems.push(format!("{}: no danger line", page.path)),
            Some(line) if !text_of(*line).contains("999") => {
                problems.push(format!("{}: the danger line does not say whom to call", page.path));
            }
            Some(_) => {}
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    #[test]
    fn a_missing_status_and_a_claim_to_be_current_are_reported() {
        let tagged = "<p class=wm-status-line>2015 <strong class=wm-tag>Superseded</strong>";
        let current = "<p class=wm-status-line><strong class=wm-tag>Current</strong>";
        let problems = status_lines(&site_of([
            ("index.html", ""),
            ("procedures/a/index.html", tagged),
            ("procedures/b/index.html", "<p class=wm-status-line>2015"),
            ("procedures/c/index.html", current),
        ]));
        assert_reported(&problems, "procedures/b/index.html: no status line with a tag");
        assert_reported(&problems, "procedures/c/index.html: the tag “Current”");
        assert_eq!(problems.len(), 2, "{problems:#?}");
    }

    #[test]
    fn a_missing_danger_line_is_reported() {
        let problems = danger_lines(&site_of([
            ("about/index.html", ""),
            ("tools/index.html", ""),
            ("tools/deadlines/index.html", ""),
            ("procedures/a/index.html", "<p class=wm-danger>Take care"),
            ("procedures/b/index.html", "<p class=wm-danger>Call 999"),
        ]));
        assert_reported(&problems, "tools/deadlines/index.html: no danger line");
        assert_reported(&problems, "procedures/a/index.html: the danger line does not say");
        assert_eq!(problems.len(), 2, "{problems:#?}");
    }
}
