//! The whole guide in one file, opened from the disk.

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;

use crate::{ALIVE, deadline, files, kept};

pub(crate) async fn works(browser: &Browser) -> WebDriverResult<()> {
    browser.open_url(&address()).await?;
    browser.see("Find out what to do, by when, and which paragraph says so").await?;
    // To a tool and its answer.
    browser.follow("Work out a deadline").await?;
    browser.wait_for(ALIVE).await?;
    deadline::enter(browser, ["2", "5", "2025"]).await?;
    deadline::ask(browser).await?;
    deadline::see_answer(browser).await?;
    // To a paragraph of the register, which is one place on a long page.
    browser.follow("Working Together 2015, para 60").await?;
    browser.wait_until("the statement is shown", "document.getElementById('wt-060a')").await?;
    browser.go_back().await?;
    browser.wait_for(ALIVE).await?;
    // The search has its texts in the file.
    browser.open_url(&format!("{}#/search/", address())).await?;
    browser.wait_for("#search").await?;
    browser.fill("search", "consent").await?;
    browser.wait_for(".wm-result__title").await?;
    Ok(())
}

/// Forms and what makes files of them stand in the file, too.
pub(crate) async fn makes_files(browser: &Browser) -> WebDriverResult<()> {
    let form = format!("{}#/tools/forms/letter-asking-for-information/", address());
    browser.open_url(&form).await?;
    browser.wait_for(ALIVE).await?;
    browser.script(files::WATCH, vec![]).await?;
    browser.fill("f_child-name", "A. B.").await?;
    browser.press("Save for a word processor (.docx)").await?;
    let docx = files::saved(browser, 1).await?;
    assert!(docx.starts_with("PK") && docx.contains("A. B."), "{docx:.80}");
    // Then a tool of the other bundle, and back.
    browser.script("location.hash = '#/tools/decisions/immediate-protection/';", vec![]).await?;
    browser.wait_for("[data-tool=decision][data-alive]").await?;
    browser.go_back().await?;
    browser.wait_for("[data-tool=form][data-alive]").await.map(drop)
}

pub(crate) async fn keeps_settings(browser: &Browser) -> WebDriverResult<()> {
    const DARK: &str = "document.documentElement.dataset.theme === 'dark'";
    browser.open_url(&format!("{}#/display/", address())).await?;
    browser.wait_for(ALIVE).await?;
    browser.choose("Dark").await?;
    browser.wait_until("the choice applies at once", DARK).await?;
    browser.reload().await?;
    browser.wait_until("the choice survives a reload", DARK).await
}

/// What a case may hold is known in the file, too.
pub(crate) async fn opens_cases(browser: &Browser) -> WebDriverResult<()> {
    browser.open_url(&format!("{}#/tools/deadlines/whole-case/", address())).await?;
    browser.wait_for(ALIVE).await?;
    kept::opens_of_another_edition(browser).await
}

/// An address with anything in it shows a page of the file or the page for wrong addresses, and runs nothing.
pub(crate) async fn hostile_address(browser: &Browser) -> WebDriverResult<()> {
    for end in [
        "#/no/such/page/",
        "#/%E0%A4%A/",
        "#/<img src=x onerror=document.title='ran'>",
        "#javascript:document.title='ran'",
    ] {
        browser.open_url("about:blank").await?;
        browser.open_url(&format!("{}{end}", address())).await?;
        browser.see("Page not found").await?;
        assert_ne!(browser.title().await?, "ran");
    }
    Ok(())
}

fn address() -> String {
    format!("file://{}", inputs::single_file().display())
}
