//! The glossary: a word opens its meaning where it stands, and leads to the whole list.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

const OPEN: &str = "document.querySelector('.wm-meaning:popover-open')";
const NONE_OPEN: &str = "!document.querySelector('.wm-meaning:popover-open')";

pub(crate) async fn opens_in_place(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("procedures/working-together-2015/core-group/").await?;
    browser.wait_until("meanings are closed at first", NONE_OPEN).await?;
    browser.script("document.querySelector('.wm-term').focus();", Vec::new()).await?;
    browser.press_key(Key::Enter).await?;
    browser.wait_until("Enter opens the meaning", OPEN).await?;
    browser
        .wait_until(
            "the meaning is the word's, in view, and says something",
            "(() => {
                const open = document.querySelector('.wm-meaning:popover-open');
                const box = open.getBoundingClientRect();
                return document.querySelector('.wm-term').getAttribute('popovertarget') === open.id
                    && open.textContent.length > 40 && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
            })()",
        )
        .await?;
    browser.press_key(Key::Escape).await?;
    browser.wait_until("Escape closes it", NONE_OPEN).await?;
    browser
        .wait_until("the focus is on the word again", "document.activeElement.classList.contains('wm-term')")
        .await?;

    browser.click(".wm-term").await?;
    browser.wait_until("a click opens it too", OPEN).await?;
    browser.click(".wm-meaning:popover-open .wm-meaning__more a").await?;
    browser
        .wait_until(
            "the glossary is open at the word",
            "location.pathname.endsWith('/glossary/') && document.querySelector(':target dt')",
        )
        .await
}
