//! What is done by keys alone.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

/// Goes on by Tab until an expression of the focused element holds.
pub(crate) async fn tab_to(browser: &Browser, is_it: &str) -> WebDriverResult<()> {
    const MOST_STOPS: usize = 90;
    let there = format!("const at = document.activeElement; return {is_it};");
    let mut passed = Vec::new();
    while browser.script(&there, vec![]).await? != true {
        assert!(passed.len() < MOST_STOPS, "Tab does not reach {is_it}; it passed {passed:?}");
        browser.press_tab().await?;
        passed.push(browser.focus().await?);
    }
    Ok(())
}

/// Goes on by Tab to the element of that id.
pub(crate) async fn tab_to_id(browser: &Browser, id: &str) -> WebDriverResult<()> {
    tab_to(browser, &format!("at.id === '{id}'")).await
}

/// Presses a button by keys alone.
pub(crate) async fn key_button(browser: &Browser, words: &str) -> WebDriverResult<()> {
    tab_to(
        browser,
        &format!("at.tagName === 'BUTTON' && at.innerText.trim().replace(/\\s+/g, ' ') === '{words}'"),
    )
    .await?;
    browser.press_key(Key::Enter).await
}

/// Waits for where the focus is to go.
pub(crate) async fn focus_on(browser: &Browser, id: &str) -> WebDriverResult<()> {
    browser
        .wait_until(&format!("the focus is on {id}"), &format!("document.activeElement.id === '{id}'"))
        .await
}

/// Goes on to a field and types into it.
pub(crate) async fn key_text(browser: &Browser, id: &str, text: &str) -> WebDriverResult<()> {
    tab_to_id(browser, id).await?;
    browser.type_keys(text).await
}

/// Goes on to a date's three fields and types into them.
pub(crate) async fn key_date(browser: &Browser, id: &str, date: [&str; 3]) -> WebDriverResult<()> {
    for (part, text) in ["day", "month", "year"].into_iter().zip(date) {
        key_text(browser, &format!("{id}-{part}"), text).await?;
    }
    Ok(())
}
