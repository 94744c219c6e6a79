//! The tests' own eyes: a page that goes wrong must be noticed, or a clean console would mean nothing.

use std::time::Duration;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::{Browser, Engine};
use waymark_tests::server::Server;

const PAGE: &str =
    "<!doctype html><html lang=en><head><title>x</title><script src=a.js></script></head><p>x</html>";
const SCRIPT: &str = "console.error('said'); Promise.reject(new Error('rejected')); missing.thing();";
const COMPLAINTS: [&str; 3] = ["said", "rejected", "missing"];

pub(crate) async fn notices(browser: &Browser) -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("index.html"), PAGE).expect("a page");
    std::fs::write(folder.path().join("a.js"), SCRIPT).expect("a script");
    let server = Server::watching(folder.path()).expect("a server");
    browser.open_url(&server.url()).await?;
    let mut seen = Vec::new();
    let noticed = |seen: &[String], what: &str| seen.iter().any(|line| line.contains(what));
    for _ in 0..100 {
        seen.extend(match browser.engine() {
            Engine::WebKit => server.complaints(),
            Engine::Chromium | Engine::Firefox => browser.console_problems().await,
        });
        if COMPLAINTS.iter().all(|what| noticed(&seen, what)) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("of {COMPLAINTS:?} only this was noticed: {seen:#?}");
}
