//! What axe-core cannot see, on the first page of each sort and in every state of a tool: where the focus is and that
//! it shows, that Tab goes through and out again, room for wider spacing and larger text, and stillness for those who
//! asked for it.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::{Browser, Engine};

use crate::look::sideways;
use crate::{NARROW, USUAL};

const FOCUSABLE: &str = include_str!("focusable.js");
const FOCUS: &str = include_str!("focus.js");
const ROOM: &str = include_str!("room.js");

/// What is wrong with the page as it stands. Leaves it as it was.
pub(crate) async fn problems(browser: &Browser, width: u32) -> WebDriverResult<Vec<String>> {
    // WebKit's window is never the active one on a screen in memory, and there nothing shows that it has the focus.
    let mut found = match browser.engine() {
        Engine::Chromium | Engine::Firefox => focus(browser).await?,
        Engine::WebKit => Vec::new(),
    };
    found.extend(stops(browser).await?);
    found.extend(spaced(browser, width).await?);
    if width == USUAL {
        found.extend(twice_as_large(browser).await?);
    }
    if browser.engine() == Engine::Chromium {
        found.extend(still(browser).await?);
    }
    Ok(found)
}

/// Places that take the focus and do not show it, or where something stands in front of them.
pub(crate) async fn focus(browser: &Browser) -> WebDriverResult<Vec<String>> {
    told(browser, &format!("{FOCUSABLE}{FOCUS}")).await
}

/// Goes from the first stop to beyond the last by the Tab key alone.
async fn stops(browser: &Browser) -> WebDriverResult<Vec<String>> {
    const START: &str = "
        const stops = focusable();
        window.tabStops = { stops, passed: new Set() };
        stops[0].focus();
        tabStops.hear = (event) => tabStops.passed.add(event.target);
        document.addEventListener('focusin', tabStops.hear, true);
        return stops.length;";
    // What scrolls takes the focus too, so that it can be scrolled by keys.
    const END: &str = "
        const { stops, passed, hear } = tabStops;
        document.removeEventListener('focusin', hear, true);
        const scrolls = (at) => at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight;
        const found = stops.slice(1).filter((at) => !passed.has(at))
            .map((at) => `Tab does not reach ${named(at)}`);
        found.push(...[...passed].filter((at) => !stops.includes(at) && !scrolls(at))
            .map((at) => `Tab stops at ${named(at)}`));
        if (document.activeElement === stops.at(-1)) found.push(`Tab does not leave ${named(stops.at(-1))}`);
        document.activeElement.blur();
        scrollTo(0, 0);
        return found.slice(0, 5);";
    let count = browser.script(&format!("{FOCUSABLE}{START}"), vec![]).await?.as_u64().unwrap_or_default();
    let spare = 2 + browser.script(SCROLLERS, vec![]).await?.as_u64().unwrap_or_default();
    let tabs: String = (0..count - 1 + spare).map(|_| char::from(Key::Tab)).collect();
    browser.type_keys(&tabs).await?;
    told(browser, &format!("{FOCUSABLE}{END}")).await
}

const SCROLLERS: &str = "
    return [...document.querySelectorAll('main *')].filter((at) =>
        /auto|scroll/.test(getComputedStyle(at).overflow)
        && (at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight)).length;";

/// With the spacing of WCAG 2.2, 1.4.12, no text may be cut off.
async fn spaced(browser: &Browser, width: u32) -> WebDriverResult<Vec<String>> {
    const SPACE: &str = "
        const sheet = document.styleSheets[0];
        sheet.insertRule('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
            word-spacing: 0.16em !important; } ', sheet.cssRules.length);
        sheet.insertRule('p { margin-bottom: 2em !important; }', sheet.cssRules.length);";
    const BACK: &str = "
        const sheet = document.styleSheets[0];
        for (let rule = 0; rule < 2; rule++) sheet.deleteRule(sheet.cssRules.length - 1);";
    room(browser, SPACE, BACK, "with wider spacing", width == NARROW).await
}

/// With text twice as large nothing may be cut off, and the page may not scroll sideways.
async fn twice_as_large(browser: &Browser) -> WebDriverResult<Vec<String>> {
    const LARGE: &str = "document.documentElement.style.fontSize = '200%';";
    const BACK: &str = "document.documentElement.style.fontSize = '';";
    room(browser, LARGE, BACK, "with text twice as large", true).await
}

async fn room(
    browser: &Browser,
    change: &str,
    back: &str,
    when: &str,
    must_fit: bool,
) -> WebDriverResult<Vec<String>> {
    browser.script(change, vec![]).await?;
    let mut found = told(browser, &format!("{FOCUSABLE}{ROOM}")).await?;
    if must_fit {
        found.extend(sideways(browser).await?);
    }
    browser.script(back, vec![]).await?;
    Ok(found.into_iter().map(|what| format!("{when}: {what}")).collect())
}

/// For those who asked for less motion nothing moves. Only Chromium can be asked to pretend.
async fn still(browser: &Browser) -> WebDriverResult<Vec<String>> {
    const MOVING: &str = "
        const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
        const found = [...document.querySelectorAll('*')].filter((at) => [null, '::before', '::after'].some((pseudo) => {
            const style = getComputedStyle(at, pseudo);
            return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration))
                || style.scrollBehavior === 'smooth';
        }));
        return found.slice(0, 3).map((at) => `${named(at)} moves although less motion was asked for`);";
    browser.emulate_media(&[("prefers-reduced-motion", "reduce")]).await?;
    let found = told(browser, &format!("{FOCUSABLE}{MOVING}")).await?;
    browser.emulate_media(&[]).await?;
    Ok(found)
}

async fn told(browser: &Browser, source: &str) -> WebDriverResult<Vec<String>> {
    let found = browser.script(source, vec![]).await?;
    Ok(serde_json::from_value(found).expect("a list of texts"))
}
