//! What a person does: opens a page, follows a link, presses a button, types.

use std::iter;

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, WebElement, WindowHandle};

use super::Browser;

impl Browser {
    /// Opens a page of the site by its path under the base URL.
    pub async fn open_page(&self, path: &str) -> WebDriverResult<()> {
        self.open_url(&format!("{}{path}", self.site())).await
    }

    /// Opens any address.
    pub async fn open_url(&self, url: &str) -> WebDriverResult<()> {
        self.web.goto(url).await
    }

    /// Loads the page again.
    pub async fn reload(&self) -> WebDriverResult<()> {
        self.web.refresh().await
    }

    /// Goes back one page.
    pub async fn go_back(&self) -> WebDriverResult<()> {
        self.web.back().await
    }

    /// The tab that the browser shows.
    pub async fn tab(&self) -> WebDriverResult<WindowHandle> {
        self.web.window().await
    }

    /// Opens another tab and goes to it. What the first keeps for itself it does not have.
    pub async fn new_tab(&self) -> WebDriverResult<()> {
        let tab = self.web.new_tab().await?;
        self.to_tab(&tab).await
    }

    /// Goes to a tab.
    pub async fn to_tab(&self, tab: &WindowHandle) -> WebDriverResult<()> {
        self.web.switch_to_window(tab.clone()).await
    }

    /// Follows the first link in the page's text whose words contain these.
    pub async fn follow(&self, words: &str) -> WebDriverResult<()> {
        let path = format!("//main//a[contains(normalize-space(.), {})]", quoted(words));
        self.wait_for_xpath(&path).await?.click().await
    }

    /// Presses the button with these words.
    pub async fn press(&self, words: &str) -> WebDriverResult<()> {
        let path = format!("//button[normalize-space(.) = {}]", quoted(words));
        self.wait_for_xpath(&path).await?.click().await
    }

    /// Clicks the first element that a CSS selector finds.
    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        self.wait_for(selector).await?.click().await
    }

    /// Unfolds the details with these words.
    pub async fn unfold(&self, words: &str) -> WebDriverResult<()> {
        let path = format!("//details[not(@open)]/summary[normalize-space(.) = {}]", quoted(words));
        self.wait_for_xpath(&path).await?.click().await
    }

    /// Chooses a radio or a checkbox by the words of its label.
    pub async fn choose(&self, words: &str) -> WebDriverResult<()> {
        let path = format!("//label[normalize-space(.) = {}]", quoted(words));
        self.wait_for_xpath(&path).await?.click().await
    }

    /// Puts this into a field in place of what it holds, key by key as a person would.
    pub async fn fill(&self, id: &str, text: &str) -> WebDriverResult<()> {
        let field = self.wait_for(&format!("#{id}")).await?;
        // Not WebDriver's clear: it leaves out the events that typing makes, on which the tool relies.
        field.click().await?;
        let held = field.prop("value").await?.unwrap_or_default();
        if !held.is_empty() {
            let back: String = iter::repeat_n(char::from(Key::Backspace), held.chars().count()).collect();
            field.send_keys(Key::End + back).await?;
        }
        if text.is_empty() { Ok(()) } else { field.send_keys(text).await }
    }

    /// Sends keys to whatever has the focus.
    pub async fn type_keys(&self, keys: &str) -> WebDriverResult<()> {
        self.web.active_element().await?.send_keys(keys).await
    }

    /// Presses Tab wherever the focus is. A field for files takes keys that are sent to it for the name of one.
    pub async fn press_tab(&self) -> WebDriverResult<()> {
        self.web.action_chain().key_down(Key::Tab).key_up(Key::Tab).perform().await
    }

    /// Presses one key in whatever has the focus.
    pub async fn press_key(&self, key: Key) -> WebDriverResult<()> {
        self.web.active_element().await?.send_keys(key).await
    }

    /// Runs a script in the page and returns its value.
    pub async fn script(&self, source: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.web.execute(source, arguments).await?.json().clone())
    }

    /// Runs a script that ends by calling its last argument, and returns what it called it with.
    pub async fn script_until_done(&self, source: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.web.execute_async(source, arguments).await?.json().clone())
    }

    pub(super) async fn element(&self, by: By) -> Option<WebElement> {
        self.web.find(by).await.ok()
    }
}

/// A string as XPath writes it. XPath has no escapes: text with both kinds of quotes is not needed here.
fn quoted(words: &str) -> String {
    if words.contains('"') { format!("'{words}'") } else { format!("\"{words}\"") }
}
