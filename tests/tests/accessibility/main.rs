//! Every page, and every state of the tool, as axe-core sees them in three engines and five ways of showing a
//! page.
//!
//! Each engine looks twice: once at its usual width in light, dark, high visibility and print, and once at
//! 320 px, where no page may scroll sideways either. What was found is told all at once.
//!
//! Themes change colours only, and colours are the same rules in every engine: Chromium looks at them on every page,
//! the others on the first page of each sort.

mod faults;
mod look;
mod state;

use std::collections::HashSet;
use std::time::Instant;

use thirtyfour::error::WebDriverResult;
use waymark_tests::axe;
use waymark_tests::browser::{Browser, Engine, Setup, in_browser};
use waymark_tests::inputs;

use look::Look;
use state::State;

/// The width of a small phone, and of a wide screen magnified four times.
const NARROW: u32 = 320;
const USUAL: u32 = 1280;

#[test]
fn chromium_at_its_usual_width() {
    in_browser(Engine::Chromium, Setup::default(), usual_width);
}

#[test]
fn chromium_at_320_px() {
    in_browser(Engine::Chromium, Setup::default(), narrow_width);
}

#[test]
fn firefox_at_its_usual_width() {
    in_browser(Engine::Firefox, Setup::default(), usual_width);
}

#[test]
fn firefox_at_320_px() {
    in_browser(Engine::Firefox, Setup::default(), narrow_width);
}

#[test]
fn webkit_at_its_usual_width() {
    in_browser(Engine::WebKit, Setup::default(), usual_width);
}

#[test]
fn webkit_at_320_px() {
    in_browser(Engine::WebKit, Setup::default(), narrow_width);
}

#[test]
fn chromium_shows_faults() {
    in_browser(Engine::Chromium, Setup::default(), faults::are_noticed);
}

#[test]
fn firefox_shows_faults() {
    in_browser(Engine::Firefox, Setup::default(), faults::are_noticed);
}

#[test]
fn webkit_shows_faults() {
    in_browser(Engine::WebKit, Setup::default(), faults::are_noticed);
}

async fn usual_width(browser: &Browser) -> WebDriverResult<()> {
    survey(browser, USUAL, &Look::ALL).await
}

async fn narrow_width(browser: &Browser) -> WebDriverResult<()> {
    survey(browser, NARROW, &[Look::Light]).await
}

async fn survey(browser: &Browser, width: u32, looks: &[Look]) -> WebDriverResult<()> {
    let source = inputs::axe_source();
    let states = State::all(&inputs::dist());
    let start = Instant::now();
    let (mut found, mut sorts) = (Vec::new(), HashSet::new());
    browser.open_page("").await?;
    browser.resize(width).await?;
    for state in &states {
        state.reach(browser).await?;
        if width == NARROW {
            found.extend(look::sideways(browser).await?.map(|what| format!("{state}, {width} px: {what}")));
        }
        let all_looks = browser.engine() == Engine::Chromium || sorts.insert(state.sort());
        for look in looks.iter().filter(|look| all_looks || !look.changes_colours_only()) {
            look.put_on(browser).await?;
            let violations = axe::violations(browser, &source, look.rules()).await?;
            found.extend(violations.iter().map(|what| format!("{state}, {width} px, {look}: {what}")));
        }
    }
    let (pages, seconds) = (states.len(), start.elapsed().as_secs_f64());
    println!(
        "{}, {width} px: {pages} pages in {seconds:.0} s, {:.2} s each",
        browser.engine(),
        seconds / pages as f64
    );
    assert!(found.is_empty(), "{} violations in {}:\n{}", found.len(), browser.engine(), found.join("\n"));
    Ok(())
}
