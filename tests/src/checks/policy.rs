//! The Content-Security-Policy, and that nothing in a page would need a looser one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use scraper::ElementRef;
use sha2::{Digest, Sha256};

use crate::site::{Page, Site};

/// The policy as the headers say it, for every page. Scripts and styles are files of the site's own, but for one script
/// that stands in every page, `BOOT`; nothing is sent anywhere; no string becomes a script but the service worker's
/// address.
const POLICY: &str = "default-src 'none'; script-src 'self'BOOT 'wasm-unsafe-eval'; style-src 'self'; \
                                 img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
                                 worker-src 'self'; base-uri 'none'; form-action 'none'; \
                                 require-trusted-types-for 'script'; trusted-types waymark";

/// The policy of a site whose home page has this script in it, allowed by its hash.
pub(super) fn policy_of_site(site: &Site) -> String {
    let home = site.pages.iter().find(|page| page.path == "index.html");
    let boot = home.and_then(|home| in_the_page(home).first().map(|script| hash(*script)));
    POLICY.replace("BOOT", &boot.map(|hash| format!(" {hash}")).unwrap_or_default())
}

/// The scripts that stand in a page and run.
fn in_the_page(page: &Page) -> Vec<ElementRef<'_>> {
    let runs = |script: &ElementRef<'_>| script.attr("type") != Some("application/json");
    page.all("script:not([src])").into_iter().filter(runs).collect()
}

fn hash(script: ElementRef<'_>) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(script.text().collect::<String>())))
}

/// The policy of one page: wasm runs only where a tool is.
fn policy_of(page: &Page, site: &str) -> String {
    let has = |selector: &str| !page.all(selector).is_empty();
    let tool = has("body[data-page=tool]") && !has("[data-tool=search]");
    if tool { site.to_owned() } else { site.replace(" 'wasm-unsafe-eval'", "") }
}

/// Every page states the policy before anything it governs, and holds nothing that the policy would stop.
pub fn policy(site: &Site) -> Vec<String> {
    let policy = policy_of_site(site);
    let of_page = |page| in_page(page, &policy).into_iter().map(|what| format!("{}: {what}", page.path));
    site.pages.iter().flat_map(of_page).collect()
}

fn in_page(page: &Page, policy: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let is_policy = |meta: &ElementRef<'_>| {
        meta.attr("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    };
    let governed =
        page.all("meta[http-equiv], script, style, link[rel~=stylesheet], link[rel~=modulepreload], img");
    match governed.iter().position(is_policy) {
        None => problems.push("no Content-Security-Policy".to_owned()),
        Some(place) => {
            let stated = governed[place].attr("content").unwrap_or_default();
            if stated != policy_of(page, policy) {
                problems.push(format!("another Content-Security-Policy: {stated}"));
            }
            if governed[..place].iter().any(|element| element.value().name() != "meta") {
                problems.push("the Content-Security-Policy comes after a script or a style".to_owned());
            }
        }
    }
    for script in in_the_page(page) {
        if !policy.contains(&hash(script)) {
            problems.push(format!("a script in the page: {}", start_of(script)));
        }
    }
    problems.extend(
        page.all("style").into_iter().map(|style| format!("a style in the page: {}", start_of(style))),
    );
    for element in page.all("*") {
        for (name, value) in element.value().attrs() {
            if name == "style" || name.starts_with("on") {
                problems.push(format!("the attribute {name} in {}", start_of(element)));
            }
            if matches!(name, "href" | "src")
                && value.trim_start().to_ascii_lowercase().starts_with("javascript:")
            {
                problems.push(format!("a script as an address in {}", start_of(element)));
            }
        }
    }
    problems
}

/// Enough of an element to find it by.
fn start_of(element: ElementRef<'_>) -> String {
    element.html().chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{assert_reported, site_of};

    #[test]
    fn a_missing_late_or_other_policy_is_reported() {
        let meta = |policy: &str| format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">");
        let all = policy_of_site(&site_of([]));
        let tight = all.replace(" 'wasm-unsafe-eval'", "");
        let right = meta(&tight);
        let tool = format!("{}<body data-page=tool><div data-tool=x>", meta(&all));
        let late = format!("<script src=a.js></script>{right}");
        let other = "<meta http-equiv=Content-Security-Policy content=\"default-src *\">";
        let problems = policy(&site_of([("a.html", "<p>x"), ("b.html", &late), ("c.html", other)]));
        assert_reported(&problems, "a.html: no Content-Security-Policy");
        assert_reported(&problems, "b.html: the Content-Security-Policy comes after a script");
        assert_reported(&problems, "c.html: another Content-Security-Policy: default-src *");
        let loose = meta(&all);
        assert_reported(&policy(&site_of([("d.html", &loose)])), "d.html: another Content-Security-Policy");
        assert_eq!(policy(&site_of([("e.html", &right), ("f.html", &tool)])), [""; 0]);
    }

    #[test]
    fn a_page_has_the_homes_script_in_it_and_no_other() {
        // echo -n 'boot()' | openssl dgst -sha256 -binary | base64
        let policy_meta = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self' \
            'sha256-MeZS89WlF0u+o0hCvHTBt4q1WHU+U+sJKgbdRUc36mY='; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
            worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
            trusted-types waymark\">";
        let home = format!("{policy_meta}<script>boot()</script>");
        let other = format!("{policy_meta}<script>boot(1)</script>");
        let problems = policy(&site_of([("index.html", &home), ("a.html", &home), ("b.html", &other)]));
        assert_eq!(problems, ["b.html: a script in the page: <script>boot(1)</script>"]);
    }

    #[test]
    fn what_the_policy_would_stop_is_reported() {
        let page = "<script>1</script><script type=module>2</script><style>a{}</style>\
                    <p style=color:red onclick=x()>\
                    <a href=' JavaScript:x()'>y</a><script type=application/json>{}</script>";
        let problems = policy(&site_of([("a.html", page)]));
        for what in [
            "<script>1",
            "type=\"module\"",
            "a style in the page",
            "attribute style",
            "attribute onclick",
            "script as an",
        ] {
            assert_reported(&problems, what);
        }
        assert!(!problems.iter().any(|problem| problem.contains("application/json")));
    }
}
