//! The `_headers` file that many static hosts read: a path pattern on a line, then indented `Name: value` lines.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The rules of one `_headers` file.
#[derive(Debug, Default)]
pub(crate) struct HeaderRules {
    rules: Vec<(String, HeaderMap)>,
}

impl HeaderRules {
    /// Lines that are no rule are left out: hosts do so too.
    pub(crate) fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, HeaderMap)> = Vec::new();
        for line in text.lines() {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push((words.to_owned(), HeaderMap::new()));
            } else if let (Some((_, headers)), Some((name, value))) = (rules.last_mut(), header(words)) {
                headers.insert(name, value);
            }
        }
        Self { rules }
    }

    /// Sets the headers of every rule that covers `path`. Of two that set the same one, the later wins.
    pub(crate) fn apply(&self, path: &str, response: &mut HeaderMap) {
        for (pattern, headers) in &self.rules {
            if covers(pattern, path) {
                response.extend(headers.clone());
            }
        }
    }
}

fn header(words: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = words.split_once(':')?;
    Some((name.trim().parse().ok()?, value.trim().parse().ok()?))
}

/// Whether the pattern, in which `*` stands for any text, covers the whole path.
fn covers(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|path| {
            (0..=path.len()).any(|at| path.get(at..).is_some_and(|end| covers(rest, end)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# All pages
/*
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache

/assets/*
  Cache-Control: max-age=31536000, immutable
  this is no header
/sw.js
\tService-Worker-Allowed: /
";

    fn headers_of(path: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        HeaderRules::parse(FILE).apply(path, &mut headers);
        headers
    }

    #[test]
    fn every_rule_that_covers_a_path_applies_and_the_last_wins() {
        let page = headers_of("/deadlines/");
        assert_eq!(page["x-content-type-options"], "nosniff");
        assert_eq!(page["cache-control"], "no-cache");
        assert_eq!(page.len(), 2);

        let asset = headers_of("/assets/waymark.0f.js");
        assert_eq!(asset["x-content-type-options"], "nosniff");
        assert_eq!(asset["cache-control"], "max-age=31536000, immutable");

        assert_eq!(headers_of("/sw.js")["service-worker-allowed"], "/");
    }

    #[test]
    fn a_star_stands_for_any_text_anywhere() {
        assert!(covers("/*", "/"));
        assert!(covers("/*.html", "/a/b.html"));
        assert!(!covers("/*.html", "/a/b.html.br"));
        assert!(covers("/a/*/c", "/a/b/c"));
        assert!(!covers("/a", "/a/"));
    }
}
