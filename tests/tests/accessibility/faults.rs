//! The tests' own eyes: a page with one fault in each look must be told apart from a sound one.

use thirtyfour::error::WebDriverResult;
use waymark_tests::axe;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;
use waymark_tests::server::Server;

use crate::look::{self, Look};
use crate::{NARROW, USUAL};

const PAGE: &str = "<!doctype html><html lang=en><head><title>Faults</title>\
    <meta name=viewport content='width=device-width'><link rel=icon href='data:,'>\
    <link rel=stylesheet href=a.css></head><body><main><h1>Faults</h1>\
    <p id=dark>Faint when dark.</p><p id=high>Faint in high visibility.</p><p id=print>Faint on paper.</p>\
    <p id=wide>Wide.</p></main></body></html>";

const STYLE: &str = "p { color: #000; background: #fff; } #wide { width: 600px; }
    @media screen { [data-theme=dark] #dark, [data-contrast=high] #high { color: #eee; } }
    @media print { #print { color: #eee; } }";

pub(crate) async fn are_noticed(browser: &Browser) -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("index.html"), PAGE).expect("a page");
    std::fs::write(folder.path().join("a.css"), STYLE).expect("a style");
    let server = Server::start(folder.path()).expect("a server");
    let source = inputs::axe_source();

    browser.open_url(&server.url()).await?;
    browser.resize(USUAL).await?;
    assert_eq!(look::sideways(browser).await?, None);
    for (look, fault) in Look::ALL.into_iter().zip([None, Some("#dark"), Some("#high"), Some("#print")]) {
        look.put_on(browser).await?;
        let found = axe::violations(browser, &source, look.rules()).await?;
        for place in ["#dark", "#high", "#print"] {
            let noticed = found.iter().any(|what| what.starts_with("color-contrast") && what.contains(place));
            assert_eq!(noticed, fault == Some(place), "{look}, {place}: {found:#?}");
        }
    }
    browser.resize(NARROW).await?;
    let sideways = look::sideways(browser).await?.unwrap_or_default();
    assert!(sideways.contains("wide"), "{NARROW} px: {sideways}");
    Ok(())
}
