//! Nothing leaves the device, and nothing typed stays on it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{DEADLINES, deadline};

/// A page with no tool.
const READING: &str = "procedures/teeswide/plan/";

/// How long a page is watched once it has loaded.
const WATCH: Duration = Duration::from_secs(2);

pub(crate) async fn nothing_leaves(browser: &Browser) -> WebDriverResult<()> {
    // What the browser did before the first page is no business of the site.
    browser.requests().await?;
    for path in ["", READING, DEADLINES] {
        browser.open_page(path).await?;
        // The icon may be asked for just after the page has loaded.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let asked = browser.requests().await?;
        assert!(
            asked.iter().any(|url| url.ends_with(path)),
            "the record of requests lacks the page: {asked:?}"
        );
        let site = browser.site();
        let strangers: Vec<_> =
            asked.iter().filter(|url| !url.starts_with(&site) && !url.starts_with("data:")).collect();
        assert!(strangers.is_empty(), "/{path} asks elsewhere: {strangers:?}");
        if path == READING {
            tokio::time::sleep(WATCH).await;
            assert_eq!(browser.requests().await?, [""; 0], "/{path} asks for more after it has loaded");
        }
    }
    deadline::open(browser).await?;
    browser.requests().await?;
    deadline::enter(browser, ["2", "5", "2025"]).await?;
    deadline::ask(browser).await?;
    deadline::see_answer(browser).await?;
    assert_eq!(browser.requests().await?, [""; 0], "working out a date asks for something");
    Ok(())
}

pub(crate) async fn nothing_typed_is_kept(browser: &Browser) -> WebDriverResult<()> {
    deadline::open(browser).await?;
    let (address, title) = (browser.address().await?, browser.title().await?);
    deadline::enter(browser, ["2", "5", "2025"]).await?;
    deadline::ask(browser).await?;
    deadline::see_answer(browser).await?;
    assert_eq!(browser.address().await?, address, "the address tells what was typed");
    assert_eq!(browser.title().await?, title, "the title tells what was typed");
    let kept =
        "return { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie };";
    let kept = browser.script(kept, vec![]).await?;
    assert_eq!(kept, json!({ "local": {}, "session": {}, "cookie": "" }));
    // Nor does the browser offer it to the next person at the same machine.
    let offered = "document.querySelector('#date-day').closest('[autocomplete=off]')";
    browser.wait_until("the fields ask not to be remembered", offered).await
}
