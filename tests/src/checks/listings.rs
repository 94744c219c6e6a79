//! The files that stand for the whole site: its map for search engines, its icon, what it asks of its host.

use std::collections::BTreeSet;

use super::policy::policy_of_site;
use crate::site::Site;

/// `sitemap.xml` lists every page but the one for lost readers, and nothing that does not exist.
pub fn sitemap(site: &Site) -> Vec<String> {
    let Some(bytes) = site.files.get("sitemap.xml") else {
        return vec!["there is no sitemap.xml".to_owned()];
    };
    let text = String::from_utf8_lossy(bytes);
    let listed: Vec<&str> =
        text.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
    // The home page has the shortest address; the others start with it.
    let base = listed.iter().min_by_key(|address| address.len()).copied().unwrap_or_default();
    let mut unlisted: BTreeSet<&str> =
        site.pages.iter().filter(|page| page.path != "404.html").map(|page| page.address()).collect();
    let mut problems = Vec::new();
    for address in &listed {
        if !address.strip_prefix(base).is_some_and(|path| unlisted.remove(path)) {
            problems.push(format!("sitemap.xml lists {address}, which is no page, or is listed twice"));
        }
    }
    problems.extend(unlisted.iter().map(|path| format!("sitemap.xml lacks {path}")));
    problems
}

/// The files that hosts and browsers ask for without being told of them.
pub fn standing_files(site: &Site) -> Vec<String> {
    ["404.html", "_headers", "favicon.svg", "robots.txt", "sitemap.xml"]
        .iter()
        .filter(|name| site.files.get(**name).is_none_or(Vec::is_empty))
        .map(|name| format!("{name} is missing or empty"))
        .collect()
}

/// `_headers` asks the host for the policy, and for what a page cannot say of itself.
pub fn headers(site: &Site) -> Vec<String> {
    let text = site.files.get("_headers").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let value_of = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.trim().split_once(':'));
        lines.find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    [
        ("Content-Security-Policy", format!("{}; frame-ancestors 'none'", policy_of_site(site))),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ]
    .iter()
    .filter(|(name, wanted)| value_of(name).map(|value| value.trim_end_matches(';')) != Some(wanted))
    .map(|(name, wanted)| format!("_headers: {name} is {:?}, not {wanted}", value_of(name)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    #[test]
    fn a_wrong_sitemap_is_reported() {
        let map =
            "<loc>https://x.test/w/</loc><loc>https://x.test/w/gone/</loc><loc>https://x.test/w/a/</loc>";
        let files = [
            ("index.html", ""),
            ("a/index.html", ""),
            ("b/index.html", ""),
            ("404.html", ""),
            ("sitemap.xml", map),
        ];
        let problems = sitemap(&site_of(files));
        assert_reported(&problems, "lists https://x.test/w/gone/");
        assert_reported(&problems, "lacks b/");
        assert_eq!(problems.len(), 2, "{problems:#?}");
        assert_reported(&sitemap(&site_of([])), "there is no sitemap.xml");
    }

    #[test]
    fn missing_files_are_reported() {
        let problems = standing_files(&site_of([("robots.txt", "x"), ("404.html", "")]));
        assert_reported(&problems, "404.html is missing");
        assert_reported(&problems, "favicon.svg is missing");
        assert!(!problems.iter().any(|problem| problem.contains("robots")));
    }

    #[test]
    fn loose_headers_are_reported() {
        let policy = policy_of_site(&site_of([]));
        let loose = format!("/*\n  Content-Security-Policy: {policy}\n  Referrer-Policy: origin\n");
        let problems = headers(&site_of([("_headers", &loose)]));
        for what in [
            "Content-Security-Policy",
            "X-Content-Type-Options is None",
            "Referrer-Policy is Some(\"origin\")",
        ] {
            assert_reported(&problems, what);
        }
        let right = format!(
            "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
             X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n"
        );
        assert_eq!(headers(&site_of([("_headers", &right)])), [""; 0]);
    }
}
