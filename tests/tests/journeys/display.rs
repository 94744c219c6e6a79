//! Display settings: at once, after a reload, on other pages from the first paint, and back to the usual.

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

/// Dark and large, in name and in effect.
const CHOSEN: &str = "
    document.documentElement.matches('[data-theme=\"dark\"][data-text=\"large\"]') &&
    getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every((part) => part < 128)";

pub(crate) async fn hold(browser: &Browser) -> WebDriverResult<()> {
    const SIZE: &str = "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize);";
    browser.open_page("procedures/").await?;
    let usual_size = browser.script(SIZE, vec![]).await?;

    browser.open_page("display/").await?;
    browser.choose("Dark").await?;
    browser.choose("Large").await?;
    browser.wait_until("the choice applies at once", CHOSEN).await?;
    browser.reload().await?;
    browser.wait_until("the choice survives a reload", CHOSEN).await?;

    browser.open_page("procedures/").await?;
    browser.wait_until("the choice holds on another page", CHOSEN).await?;
    let size = browser.script(SIZE, vec![]).await?;
    assert!(size.as_f64() > usual_size.as_f64(), "large text is {size} px, the usual {usual_size} px");
    // A script that stops the parser has run before anything can be painted.
    let early = "document.head.querySelector('script:not([src]):not([type])').matches(':has(~ link[rel=stylesheet])')";
    browser.wait_until("a script in the head sets the display", early).await?;

    browser.open_page("display/").await?;
    browser.press("Go back to the usual settings").await?;
    let usual = "!document.documentElement.matches('[data-theme=\"dark\"], [data-text=\"large\"]')";
    browser.wait_until("the usual settings are back", usual).await?;
    browser.reload().await?;
    browser.wait_until("the usual settings stay", usual).await?;
    let kept = browser.script("return localStorage.getItem('waymark.display');", vec![]).await?;
    assert_eq!(kept, Value::Null, "something is kept after going back");
    Ok(())
}
