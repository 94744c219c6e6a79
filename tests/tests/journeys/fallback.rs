//! When the tool cannot run: no scripts, or data it must not trust. The page then says how to count by hand.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;
use waymark_tests::server::Server;

use crate::{ALIVE, DEADLINES};

/// Tool data that must be refused whole: each is a way for a page and its tool to disagree.
const BAD_DATA: [&str; 4] = ["", "{", "{}", "[1, 2, 3]"];

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(DEADLINES).await?;
    see_fallback(browser).await?;
    browser.wait_until("scripts are off", "matchMedia('(scripting: none)').matches").await?;
    assert_eq!(browser.count("[data-alive]").await?, 0, "scripts run although they are turned off");
    // The rest of the guide does not need them.
    browser.open_page("").await?;
    browser.follow("Read the procedures").await?;
    browser.follow("Teeswide child in need procedure").await?;
    browser.follow("The child in need plan").await?;
    browser.see("999").await
}

pub(crate) async fn bad_data(browser: &Browser) -> WebDriverResult<()> {
    let copy = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&inputs::dist(), copy.path()).expect("the site can be copied");
    let server = Server::start(copy.path()).expect("a server for the copy");

    // Unharmed, the copy works: so it is the damage below that stops the tool.
    browser.open_url(&format!("{}{DEADLINES}", server.url())).await?;
    browser.wait_for(ALIVE).await?;

    let page = copy.path().join(DEADLINES).join("index.html");
    let sound = fs::read_to_string(&page).expect("the tool's page");
    for bad in BAD_DATA {
        fs::write(&page, with_data(&sound, bad)).expect("the page can be damaged");
        browser.open_url(&format!("{}{DEADLINES}", server.url())).await?;
        browser.wait_until("the page has loaded", "document.readyState === 'complete'").await?;
        // Time for the tool to start, if it were to. A tool that is slower than this would be missed, not
        // blamed.
        tokio::time::sleep(Duration::from_secs(2)).await;
        see_fallback(browser).await?;
        assert_eq!(browser.count("[data-alive]").await?, 0, "the tool started with the data {bad:?}");
    }
    Ok(())
}

async fn see_fallback(browser: &Browser) -> WebDriverResult<()> {
    browser.see("by hand").await?;
    browser.follow("Every bank holiday that we count").await?;
    // They are folded away; folding needs no script.
    browser.unfold("England and Wales: show every bank holiday").await?;
    browser.see("Monday 5 May 2025: Early May bank holiday").await
}

/// The page with other data for its tool.
fn with_data(page: &str, data: &str) -> String {
    let start = page.find("data-props=").expect("the tool's page has data for it") + "data-props=".len();
    let quote = page[start..].chars().next().expect("the data has a value");
    assert!(matches!(quote, '"' | '\''), "the data is not quoted");
    let end = start + 1 + page[start + 1..].find(quote).expect("the data ends");
    format!("{}'{data}'{}", &page[..start], &page[end + 1..])
}

pub(crate) fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
