//! Where something that was typed could be found afterwards.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::hostile::MARK;

/// Keeps what the page says to the console from now on.
const LISTEN: &str = "
    window.said = [];
    for (const way of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table']) {
        const say = console[way];
        console[way] = (...words) => {
            said.push(words.map((word) => { try { return typeof word + JSON.stringify(word) + word; } catch { return word; } }).join());
            say.apply(console, words);
        };
    }";

/// Listens to the console of the page.
pub(crate) async fn listen(browser: &Browser) -> WebDriverResult<()> {
    browser.script(LISTEN, vec![]).await.map(drop)
}

/// The places, outside the page itself, that hold something of what was typed.
pub(crate) async fn places(browser: &Browser) -> WebDriverResult<Vec<String>> {
    let found = browser.script_until_done(include_str!("traces.js"), vec![json!(MARK)]).await?;
    Ok(serde_json::from_value(found).expect("a list of places"))
}

/// The test's own eyes: a trace of every kind is found.
pub(crate) async fn are_noticed(browser: &Browser) -> WebDriverResult<()> {
    const LEAVE: &str = "
        const word = arguments[0];
        history.replaceState({ word }, '', `#${word}`);
        document.title = window.name = word;
        document.cookie = `word=${word}`;
        localStorage.word = sessionStorage.word = word;
        console.debug({ word });
        const kept = await caches.open('trace');
        await kept.put('/trace', new Response(word, { headers: { 'content-type': 'text/plain' } }));
        await new Promise((made) => {
            indexedDB.open('trace').onsuccess = ({ target }) => made(target.result.close());
        });";
    const TAKE_BACK: &str = "
        document.cookie = 'word=; max-age=0';
        localStorage.clear(); sessionStorage.clear(); window.name = '';
        await new Promise((gone) => { indexedDB.deleteDatabase('trace').onsuccess = gone; });
        await caches.delete('trace');";
    browser.open_page("about/").await?;
    listen(browser).await?;
    browser.script(&in_turn(LEAVE), vec![json!(MARK)]).await?;
    let found = places(browser).await?;
    for place in [
        "address",
        "title",
        "history entry",
        "name of the window",
        "cookies",
        "console",
        "localStorage word",
        "sessionStorage word",
        "database trace",
        "cache",
    ] {
        assert!(found.iter().any(|one| one == place), "{place} is not among {found:?}");
    }
    browser.script(&in_turn(TAKE_BACK), vec![]).await.map(drop)
}

/// A script that may wait.
fn in_turn(source: &str) -> String {
    format!("return (async function () {{ {source} }}).apply(null, arguments);")
}
