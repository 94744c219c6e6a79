//! What lets the site be installed and opened without a network: the service worker with the list of the build's files,
//! and the manifest.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest, Sha256};
use waymark_content::words::ShellWords;

use crate::hosts;
use crate::output::Files;

/// Where the worker stands: it answers for its own folder and all below.
const WORKER: &str = "sw.js";
const MANIFEST: &str = "manifest.webmanifest";
/// The page's own colours, for the window around it.
const PAPER: &str = "#ffffff";
const ACCENT: &str = "#0b5560";
/// Read by hosts and search engines, and by nobody who reads the guide.
const NOT_FOR_READERS: [&str; 2] = ["sitemap.xml", "robots.txt"];

/// Adds the manifest, then the worker with the list of everything that was added before. To be called last.
pub(crate) fn add(
    files: &mut Files,
    worker: &str,
    site_root: &str,
    words: &ShellWords,
) -> Result<(), String> {
    let icon = |size: &str| json!({ "src": format!("icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" });
    let manifest = json!({
        "name": words.site_name,
        "description": words.site_line,
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": [icon("192"), icon("512")],
    });
    files.add(MANIFEST, format!("{manifest:#}\n"));
    let list: Vec<(String, String)> = files
        .iter()
        .filter(|(path, _)| !NOT_FOR_READERS.contains(path) && !hosts::FILES.contains(path))
        .map(|(path, bytes)| {
            (address(path).to_owned(), format!("sha256-{}", BASE64.encode(Sha256::digest(bytes))))
        })
        .collect();
    let list = serde_json::to_string(&list).map_err(|error| format!("error: the list of files: {error}"))?;
    let name: String = Sha256::digest(&list).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    files.add(
        WORKER,
        format!("const build = {{ name: \"{name}\", root: {site_root:?}, files: {list} }};\n{worker}"),
    );
    Ok(())
}

/// The address of a file: a page's is its folder's.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_listed_by_its_folder() {
        assert_eq!(address("index.html"), "");
        assert_eq!(address("tools/deadlines/index.html"), "tools/deadlines/");
        assert_eq!(address("404.html"), "404.html");
    }
}
