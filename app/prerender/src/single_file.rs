//! The whole guide and every tool in one file, which opens from a disk, a stick or a shared drive.
//!
//! The home page stands in it as it is and can be read at once. All pages, the bundle and the search texts follow,
//! compressed; a script shows the page that the address names. The file's own policy lets run what stands in it, by
//! hash, and lets it load nothing.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use waymark_compress::zstandard;

use crate::assets::{Assets, policy_hash};
use crate::output::Files;

/// The script in `app/single`, bundled.
const SCRIPT: &str = "single.js";
const HOME: &str = "index.html";

/// Writes the file. Returns its size.
pub(crate) fn write(out: &Path, files: &Files, assets: &Assets, scripts: &Path) -> Result<usize, String> {
    let script = scripts.join(SCRIPT);
    let script = fs::read_to_string(&script)
        .map_err(|error| format!("error: cannot read {}: {error}", script.display()))?;
    let html = whole(files, assets, &script)?;
    fs::write(out, &html).map_err(|error| format!("error: cannot write {}: {error}", out.display()))?;
    Ok(html.len())
}

fn whole(files: &Files, assets: &Assets, script: &str) -> Result<String, String> {
    let boot = assets.boot.as_str();
    let styles = assets.styles.as_str();
    let home = text(files, HOME)?;
    let title = between(home, "<title>", "</title>")?;
    let body = between(home, "<body ", "</body>")?;
    let icon = &assets.icon;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types waymark-pages",
        policy_hash(boot),
        policy_hash(script),
        policy_hash(styles)
    );
    let packs = [
        pack(
            "pages",
            &serde_json::to_vec(&pages(files)?).map_err(|error| format!("error: the pages: {error}"))?,
        ),
        pack("tools", files.get(&assets.tools.wasm).unwrap_or_default()),
        pack("forms", files.get(&assets.forms.wasm).unwrap_or_default()),
        pack("docx", files.get(&assets.docx_wasm).unwrap_or_default()),
        pack("edition", assets.edition.as_bytes()),
        pack("search", files.get(&assets.search_texts).unwrap_or_default()),
    ]
    .concat();
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><link rel=\"icon\" href=\"{icon}\">\
         <script>{boot}</script><style>{styles}</style></head>\n<body {body}\n{packs}<script>{script}</script></body></html>\n"
    ))
}

/// Every page: its address, its title, its kind and what stands between header and footer.
fn pages(files: &Files) -> Result<Value, String> {
    let mut pages = Map::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).map_err(|error| format!("error: {path}: {error}"))?;
        let part = |from, to| between(html, from, to).map_err(|error| format!("{error}, in {path}"));
        let title =
            part("<title>", "</title>")?.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let kind = part("<body data-page=\"", "\"")?;
        let body = part("<div class=\"govuk-width-container wm-body\">", "</div><footer ")?;
        let address = path.strip_suffix(HOME).unwrap_or(path);
        pages.insert(address.to_owned(), json!({ "title": title, "kind": kind, "html": body }));
    }
    Ok(pages.into())
}

/// Bytes as a text that runs nothing.
fn pack(id: &str, bytes: &[u8]) -> String {
    let bytes = BASE64.encode(zstandard(bytes));
    format!("<script type=\"application/zstd\" id=\"pack-{id}\">{bytes}</script>\n")
}

fn text<'a>(files: &'a Files, path: &str) -> Result<&'a str, String> {
    let bytes = files.get(path).ok_or_else(|| format!("error: the site has no {path}"))?;
    std::str::from_utf8(bytes).map_err(|error| format!("error: {path}: {error}"))
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Result<&'a str, String> {
    let (_, rest) = text.split_once(from).ok_or_else(|| format!("error: no {from:?}"))?;
    let (part, _) = rest.split_once(to).ok_or_else(|| format!("error: no {to:?} after {from:?}"))?;
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(between("<title>A</title>", "<title>", "</title>"), Ok("A"));
        assert_eq!(between("A</title>", "<title>", "</title>"), Err("error: no \"<title>\"".to_owned()));
    }
}
