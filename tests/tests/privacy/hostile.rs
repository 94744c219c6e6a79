//! A text that tries to become more than text, and how to tell whether it did.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

/// A word that stands nowhere else: where it is found, something that was typed is.
pub(crate) const MARK: &str = "zqxmark";

/// Ends texts, attributes and scripts, brings elements that run, turns the reading direction round, and looks like an
/// address that runs.
pub(crate) const TEXT: &str = "zqxmark\"'><img src=x onerror=\"window.ran='img'\"></textarea></script>\
    <script>window.ran='script'</script><svg onload=\"window.ran='svg'\"><iframe srcdoc=x>\
    \u{202e}{{7*7}}${7*7} javascript:window.ran='link' &lt;b&gt; =cmd";

/// What would not be there if the text had stayed text.
pub(crate) async fn found(browser: &Browser) -> WebDriverResult<Vec<String>> {
    const FOUND: &str = "
        const found = [...document.querySelectorAll('img[src=x], iframe, svg[onload], [onerror], [href^=\"javascript:\" i]')]
            .concat([...document.scripts].filter((at) => at.text.includes('window.ran')))
            .map((at) => `an element was made of it: ${at.outerHTML.slice(0, 80)}`);
        if (window.ran) found.push(`it ran: ${window.ran}`);
        return found;";
    let found = browser.script(FOUND, vec![]).await?;
    Ok(serde_json::from_value(found).expect("a list of texts"))
}

/// Asserts that it stayed text.
pub(crate) async fn is_only_text(browser: &Browser, place: &str) -> WebDriverResult<()> {
    assert_eq!(found(browser).await?, [""; 0], "{place}");
    Ok(())
}

/// The test's own eyes.
pub(crate) async fn is_noticed(browser: &Browser) -> WebDriverResult<()> {
    browser.open_url("about:blank").await?;
    browser.script("document.body.innerHTML = arguments[0];", vec![json!(TEXT)]).await?;
    browser.wait_until("the image's script ran", "window.ran === 'img'").await?;
    let found = found(browser).await?;
    for what in ["made of it: <img", "made of it: <iframe", "it ran: img"] {
        assert!(found.iter().any(|line| line.contains(what)), "{what}: {found:#?}");
    }
    Ok(())
}
