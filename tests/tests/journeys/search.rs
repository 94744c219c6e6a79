//! The search: typed, read, gone through by the arrow keys, followed; and what it does when nothing fits.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

const ALIVE: &str = "[data-tool=search][data-alive]";

/// Nothing of what was typed may be seen outside the page.
const NOT_IN_THE_ADDRESS: &str = "!(location.href + document.title).includes('strategy disc')";

pub(crate) async fn by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("search/").await?;
    browser.wait_for(ALIVE).await?;
    browser.fill("search", "strategy disc").await?;
    browser
        .wait_until(
            "the topic is among the first results",
            "[...document.querySelectorAll('.wm-result__title')].slice(0, 5)
                .some((title) => title.textContent.includes('Strategy discussion'))",
        )
        .await?;
    browser
        .wait_until(
            "how many there are is said",
            "/^\\d+ results/.test(document.querySelector('[role=status]').textContent)",
        )
        .await?;
    browser
        .wait_until(
            "the words are marked in the passage",
            "document.querySelector('.wm-result__passage mark')",
        )
        .await?;
    browser.wait_until("the address and the title keep nothing", NOT_IN_THE_ADDRESS).await?;

    browser.press_key(Key::Down).await?;
    browser.wait_until("the first result has the focus", focused(0)).await?;
    browser.press_key(Key::Down).await?;
    browser.wait_until("the second result has the focus", focused(1)).await?;
    browser.press_key(Key::Up).await?;
    browser.press_key(Key::Up).await?;
    browser.wait_until("the field has the focus again", "document.activeElement.id === 'search'").await?;

    browser.fill("search", "wt-058").await?;
    browser
        .wait_until(
            "an id leads to its statement",
            "document.querySelector('.wm-result__title').href.endsWith('/sources/wt2015/#wt-058')",
        )
        .await?;
    browser.press_key(Key::Down).await?;
    browser.press_key(Key::Enter).await?;
    browser.wait_until("the register is open there", "location.hash === '#wt-058'").await
}

pub(crate) async fn helped(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("search/").await?;
    browser.wait_for(ALIVE).await?;
    browser.fill("search", "reablment").await?;
    browser
        .wait_until(
            "the right spelling is offered",
            "document.querySelector('.wm-link-button')?.textContent === 'reablement'",
        )
        .await?;
    browser.press("reablement").await?;
    browser
        .wait_until("it is put into the field", "document.getElementById('search').value === 'reablement'")
        .await?;
    browser
        .wait_until(
            "results follow",
            "document.querySelector('.wm-result__title').textContent.includes('eablement')",
        )
        .await?;

    browser.fill("search", "qqqq zzzz").await?;
    browser
        .wait_until(
            "nothing found is said, with what to try",
            "document.querySelector('[role=status]').textContent.length > 0
                && document.querySelectorAll('.wm-result').length === 0
                && document.querySelector('[data-tool]').textContent.includes('fewer words')",
        )
        .await?;
    browser.press_key(Key::Escape).await?;
    browser.wait_until("Escape empties the field", "document.getElementById('search').value === ''").await
}

fn focused(place: usize) -> &'static str {
    match place {
        0 => "document.activeElement === document.querySelectorAll('.wm-result__title')[0]",
        _ => "document.activeElement === document.querySelectorAll('.wm-result__title')[1]",
    }
}
