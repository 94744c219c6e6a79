//! The tests' own eyes: a page with one fault in each look must be told apart from a sound one.

use thirtyfour::error::WebDriverResult;
use waymark_tests::axe::{self, Rules};
use waymark_tests::browser::{Browser, Engine};
use waymark_tests::inputs;
use waymark_tests::server::Server;

use crate::look::{self, Look};
use crate::sample;
use crate::{NARROW, USUAL};

const PAGE: &str = "<!doctype html><html lang=en><head><title>Faults</title>\
    <meta name=viewport content='width=device-width'><link rel=icon href='data:,'>\
    <link rel=stylesheet href=a.css></head><body><main><h1>Faults</h1>\
    <p id=dark>Faint when dark.</p><p id=high>Faint in high visibility.</p>\
    <p id=forced>Faint in forced colours.</p><p id=print>Faint on paper.</p>\
    <p id=wide>Wide.</p></main></body></html>";

const STYLE: &str = "p { color: #000; background: #fff; } #wide { width: 600px; }
    @media screen { [data-theme=dark] #dark, [data-contrast=high] #high { color: #eee; } }
    @media (forced-colors: active) { #forced { forced-color-adjust: none; color: #eee; } }
    @media print { #print { color: #eee; } }";

/// One place for each thing that [`sample`] looks for, and one that is sound.
const SAMPLE: &str = "<!doctype html><html lang=en><head><title>Faults</title>\
    <meta name=viewport content='width=device-width'><link rel=icon href='data:,'>\
    <link rel=stylesheet href=b.css><script src=b.js defer></script></head><body><main><h1>Faults</h1>\
    <p><a id=behind href=#>Behind</a></p><div id=bar>Bar</div><p><a id=blind href=#>Blind</a></p>\
    <p id=small><button>a</button><button>b</button></p><p id=cut>Cut</p><p id=large>Large</p>\
    <p><button id=moves>Moves</button> <a id=sound href=#>Sound</a></p>\
    <p><button id=trap>Trap</button></p><p><a id=after href=#>After</a></p></main></body></html>";

const SAMPLE_STYLE: &str = "#bar { position: fixed; inset: 0 0 auto 0; height: 120px; background: #fff; }
    #blind:focus { outline: none; } #small button { font-size: 8px; padding: 0; border: 0; width: 12px; }
    #cut { height: 1em; line-height: 1; overflow: hidden; } #large { width: 50rem; }
    #moves { transition: color 1s; }";

const SAMPLE_SCRIPT: &str = "document.getElementById('trap').addEventListener('keydown', (event) => {
    if (event.key === 'Tab') event.preventDefault(); });";

pub(crate) async fn are_noticed(browser: &Browser) -> WebDriverResult<()> {
    in_looks(browser).await?;
    in_the_sample(browser).await
}

async fn in_the_sample(browser: &Browser) -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in [("index.html", SAMPLE), ("b.css", SAMPLE_STYLE), ("b.js", SAMPLE_SCRIPT)] {
        std::fs::write(folder.path().join(name), text).expect("a file of the page");
    }
    let server = Server::start(folder.path()).expect("a server");
    browser.resize(USUAL).await?;
    browser.open_url(&server.url()).await?;
    let mut found = axe::violations(browser, &inputs::axe_source(), Rules::All).await?;
    found.extend(sample::problems(browser, USUAL).await?);
    for (place, fault) in [
        ("id=\"behind\"", "is behind <div id=\"bar\">"),
        ("id=\"blind\"", "does not show"),
        ("#small", "target-size"),
        ("“Cut”", "with wider spacing: “Cut” is cut off"),
        ("scrolls sideways", "with text twice as large"),
        ("id=\"after\"", "Tab does not reach"),
    ] {
        let of_focus = ["is behind", "does not show"].iter().any(|what| fault.starts_with(what));
        if of_focus && browser.engine() == Engine::WebKit {
            continue;
        }
        let noticed = found.iter().any(|what| what.contains(place) && what.contains(fault));
        assert!(noticed, "{fault} at {place}: {found:#?}");
    }
    let moves = found.iter().any(|what| what.contains("id=\"moves\"") && what.contains("moves although"));
    assert_eq!(moves, browser.engine() == Engine::Chromium, "{found:#?}");
    assert!(!found.iter().any(|what| what.contains("id=\"sound\"")), "{found:#?}");
    Ok(())
}

async fn in_looks(browser: &Browser) -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("index.html"), PAGE).expect("a page");
    std::fs::write(folder.path().join("a.css"), STYLE).expect("a style");
    let server = Server::start(folder.path()).expect("a server");
    let source = inputs::axe_source();

    browser.open_url(&server.url()).await?;
    browser.resize(USUAL).await?;
    assert_eq!(look::sideways(browser).await?, None);
    let faults = [None, Some("#dark"), Some("#high"), Some("#forced"), Some("#print")];
    for (look, fault) in Look::ALL.into_iter().zip(faults) {
        if !look.is_for(browser.engine(), true) {
            continue;
        }
        look.put_on(browser).await?;
        let found = axe::violations(browser, &source, look.rules()).await?;
        for place in ["#dark", "#high", "#forced", "#print"] {
            let noticed = found.iter().any(|what| what.starts_with("color-contrast") && what.contains(place));
            assert_eq!(noticed, fault == Some(place), "{look}, {place}: {found:#?}");
        }
    }
    browser.resize(NARROW).await?;
    let sideways = look::sideways(browser).await?.unwrap_or_default();
    assert!(sideways.contains("wide"), "{NARROW} px: {sideways}");
    Ok(())
}
