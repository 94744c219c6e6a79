//! Every page, and every state of the tool, as axe-core sees them in three engines and five ways of showing a
//! page.
//!
//! Each engine looks twice: once at its usual width in light, dark, high visibility, forced colours and print, and once at
//! 320 px, where no page may scroll sideways either. What was found is told all at once. [`share`] says which engine
//! looks at which page.
//! Beyond axe-core, [`sample`] tries the focus, the Tab key and room for larger text on the first page of each sort.

mod faults;
mod look;
mod sample;
mod share;
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
    if browser.engine() == Engine::Chromium {
        browser.keep_focus().await?;
    }
    browser.resize(width).await?;
    let mut pages = 0;
    for (place, state) in states.iter().enumerate() {
        let first_of_its_sort = sorts.insert(state.sort());
        if !share::looks_at(browser.engine(), width, place, first_of_its_sort) {
            continue;
        }
        pages += 1;
        state.reach(browser).await?;
        if width == NARROW {
            found.extend(look::sideways(browser).await?.map(|what| format!("{state}, {width} px: {what}")));
        }
        let looks = looks.iter().filter(|look| look.is_for(browser.engine(), first_of_its_sort));
        for look in looks {
            look.put_on(browser).await?;
            let mut problems = axe::violations(browser, &source, look.rules()).await?;
            if first_of_its_sort {
                problems.extend(match look {
                    Look::Light if share::samples_at(browser.engine(), width) => {
                        sample::problems(browser, width).await?
                    }
                    Look::Forced => sample::focus(browser).await?,
                    _ => Vec::new(),
                });
            }
            found.extend(problems.iter().map(|what| format!("{state}, {width} px, {look}: {what}")));
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{}, {width} px: {pages} pages in {seconds:.0} s, {:.2} s each",
        browser.engine(),
        seconds / f64::from(pages)
    );
    assert!(found.is_empty(), "{} violations in {}:\n{}", found.len(), browser.engine(), found.join("\n"));
    Ok(())
}
