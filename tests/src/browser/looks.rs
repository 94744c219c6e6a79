//! What a person sees: text on the page, where the focus is, what a field holds.

use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, WebElement};

use super::Browser;

/// How long a page may take to show what is awaited. Generous: it bounds a hang, it measures nothing.
const PATIENCE: Duration = Duration::from_secs(20);

impl Browser {
    /// Waits until a condition, written as a JavaScript expression, holds.
    pub async fn wait_until(&self, what: &str, expression: &str) -> WebDriverResult<()> {
        let end = Instant::now() + PATIENCE;
        let source = format!("return Boolean({expression});");
        // A page that is being replaced answers with an error: ask again.
        while self.script(&source, vec![]).await.ok() != Some(json!(true)) {
            if Instant::now() > end {
                panic!(
                    "waited in vain until {what}; the page reads:\n{}",
                    self.text().await.unwrap_or_default()
                );
            }
            pause().await;
        }
        Ok(())
    }

    /// Waits until text is on the page, and visible.
    pub async fn see(&self, words: &str) -> WebDriverResult<()> {
        let end = Instant::now() + PATIENCE;
        while !self.text().await.unwrap_or_default().contains(words) {
            if Instant::now() > end {
                panic!("“{words}” is not on the page, which reads:\n{}", self.text().await?);
            }
            pause().await;
        }
        Ok(())
    }

    /// The visible text of the page, with every run of white space as one space.
    pub async fn text(&self) -> WebDriverResult<String> {
        self.text_of("body").await
    }

    /// The visible text of the first element that a selector finds; empty where there is none, or it is
    /// hidden.
    pub async fn text_of(&self, selector: &str) -> WebDriverResult<String> {
        // Not WebDriver's text: it leaves out `noscript`, and in WebKit the breaks between paragraphs.
        let source = "const at = document.querySelector(arguments[0]);
                      return at && at.getClientRects().length ? at.innerText : '';";
        let text = self.script(source, vec![json!(selector)]).await?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until an element is there and shown.
    pub async fn wait_for(&self, selector: &str) -> WebDriverResult<WebElement> {
        self.wait_for_element(By::Css(selector)).await
    }

    pub(super) async fn wait_for_xpath(&self, path: &str) -> WebDriverResult<WebElement> {
        self.wait_for_element(By::XPath(path)).await
    }

    async fn wait_for_element(&self, by: By) -> WebDriverResult<WebElement> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(element) = self.element(by.clone()).await
                && element.is_displayed().await.unwrap_or(false)
            {
                return Ok(element);
            }
            if Instant::now() > end {
                let text = self.text().await.unwrap_or_default();
                panic!("nothing is shown for {by}; the page reads:\n{text}");
            }
            pause().await;
        }
    }

    /// How many elements a selector finds, shown or not.
    pub async fn count(&self, selector: &str) -> WebDriverResult<usize> {
        Ok(self.web.find_all(By::Css(selector)).await?.len())
    }

    /// What a field holds.
    pub async fn value(&self, id: &str) -> WebDriverResult<String> {
        let field = self.web.find(By::Id(id)).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// The id of what has the focus, or its class where it has none.
    pub async fn focus(&self) -> WebDriverResult<String> {
        let name = "const at = document.activeElement; return at ? at.id || at.className : '';";
        Ok(self.script(name, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The page's title.
    pub async fn title(&self) -> WebDriverResult<String> {
        self.web.title().await
    }

    /// The page's address.
    pub async fn address(&self) -> WebDriverResult<String> {
        Ok(self.web.current_url().await?.to_string())
    }
}

/// A moment between two looks at the page.
pub(super) async fn pause() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}
