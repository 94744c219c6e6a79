//! Files that a page hands to the browser to save. What the browser does with them is its own affair; what is in them
//! is the page's.

use std::future::Future;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

/// Keeps the text of each file before it is handed over. Follows links to files nowhere.
pub(crate) const WATCH: &str = "
    window.savedFiles = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { blob.text().then((text) => savedFiles.push(text)); return make(blob); };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };";

/// Opens a page and watches the files that it makes from then on.
pub(crate) async fn watch<F: Future<Output = WebDriverResult<()>>>(
    browser: &Browser,
    open: impl FnOnce() -> F,
) -> WebDriverResult<()> {
    open().await?;
    browser.script(WATCH, vec![]).await.map(drop)
}

/// The last of so many files.
pub(crate) async fn saved(browser: &Browser, count: usize) -> WebDriverResult<String> {
    browser.wait_until("the file is made", &format!("savedFiles.length === {count}")).await?;
    let text = browser.script("return savedFiles.at(-1);", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}
