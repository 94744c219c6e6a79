//! What pages ask for. A page's clocks run twenty times as fast here, so that what it would do seconds after it has
//! loaded is seen at once.

use std::collections::HashSet;
use std::time::Duration;

use scraper::ElementRef;
use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;
use waymark_tests::server::Server;
use waymark_tests::site::{Page, Site};

/// Six seconds of the page's own time.
const WATCH: Duration = Duration::from_millis(300);

const FAST: &str = "
    for (const name of ['setTimeout', 'setInterval']) {
        const later = window[name];
        window[name] = (work, time, ...rest) => later(work, time / 20, ...rest);
    }";

/// What keeps the guide for use without a network, and what installing it needs. Any page may ask for these once it
/// is read, with the icons that the second names.
const LATER: [&str; 2] = ["sw.js", MANIFEST];

const MANIFEST: &str = "manifest.webmanifest";

pub(crate) async fn ask_for_files_of_the_site_alone(browser: &Browser) -> WebDriverResult<()> {
    let site = Site::load(&inputs::dist());
    let base = browser.site();
    let icons = icons(&site);
    browser.before_every_page(FAST).await?;
    let mut found = Vec::new();
    for page in site.pages.iter().filter(|page| page.path != "404.html") {
        let address = page.address();
        let tool = !page.all("[data-tool]").is_empty();
        let named = names(page);
        let named = |path: &str| named.contains(path) || icons.iter().any(|icon| icon == path);
        // A reading page asks for what it names and for what any page asks for later, and for nothing else. A tool may fetch a part of the
        // site when it starts.
        let allowed = |asked: &String| {
            asked.starts_with("data:")
                || asked.strip_prefix(&base).is_some_and(|path| {
                    path == address
                        || LATER.contains(&path)
                        || named(path)
                        || (tool && site.files.contains_key(path))
                })
        };
        browser.open_page(address).await?;
        if tool {
            browser.wait_for(crate::ALIVE).await?;
        }
        tokio::time::sleep(WATCH).await;
        let asked = browser.requests().await?;
        assert!(asked.contains(&format!("{base}{address}")), "no record of /{address}: {asked:?}");
        let more = asked.iter().filter(|asked| !allowed(asked));
        found.extend(more.map(|asked| format!("/{address} asks for {asked}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The files that a page's own text asks the browser to load.
fn names(page: &Page) -> HashSet<String> {
    let loaded = page.all(
        "script[src], img[src], link[rel~=stylesheet], link[rel~=icon], \
        link[rel~=preload], link[rel~=modulepreload], link[rel~=apple-touch-icon]",
    );
    let address = |element: ElementRef<'_>| element.attr("src").or(element.attr("href")).map(str::to_owned);
    let later = page.all("script[data-then]").into_iter().filter_map(|script| script.attr("data-then"));
    let later = later.flat_map(str::split_whitespace).map(str::to_owned);
    // All of them stand at the root: what leads there may go.
    let named = loaded.into_iter().filter_map(address).chain(later);
    named.map(|path| path.replace("../", "").replace("./", "")).collect()
}

/// What the manifest names.
fn icons(site: &Site) -> Vec<String> {
    let manifest: Value = serde_json::from_slice(&site.files[MANIFEST]).expect("a manifest");
    let icons = manifest["icons"].as_array().expect("icons").iter().filter_map(|icon| icon["src"].as_str());
    icons.map(|path| path.trim_start_matches("./").to_owned()).collect()
}

/// The test's own eyes.
pub(crate) async fn strangers_are_noticed(browser: &Browser) -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = "<!doctype html><title>x</title><link rel=icon href='data:,'><script>\
        setTimeout(() => fetch('http://127.0.0.1:9/late'), 5000)</script><img src='http://127.0.0.1:9/early'>";
    std::fs::write(folder.path().join("index.html"), page).expect("a page");
    let server = Server::start(folder.path()).expect("a server");
    browser.before_every_page(FAST).await?;
    browser.open_url(&server.url()).await?;
    tokio::time::sleep(WATCH).await;
    let asked = browser.requests().await?;
    for stranger in ["/early", "/late"] {
        assert!(asked.iter().any(|url| url.ends_with(stranger)), "{stranger} is not in {asked:?}");
    }
    Ok(())
}
