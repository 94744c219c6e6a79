//! A decision answered as far as it is known, and the same page without a script.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::ALIVE;
use crate::keys::tab_to_id;

const PROTECTION: &str = "tools/decisions/immediate-protection/";

async fn open(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(PROTECTION).await?;
    browser.wait_for(ALIVE).await.map(drop)
}

async fn answer(browser: &Browser, field: &str) -> WebDriverResult<()> {
    browser.click(&format!("label[for={field}]")).await
}

/// The titles of what follows for sure.
async fn certain(browser: &Browser) -> WebDriverResult<Vec<String>> {
    const CERTAIN: &str = "return [...document.querySelectorAll('#result .wm-decision__outcome h3')].map((at) => at.innerText);";
    let found = browser.script(CERTAIN, vec![]).await?;
    Ok(serde_json::from_value(found).expect("texts"))
}

pub(crate) async fn what_is_not_known_is_never_a_no(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    // With nothing answered nothing is ruled out, and the advice is not to wait.
    assert_eq!(certain(browser).await?, [""; 0]);
    browser.see("Find out now").await?;
    answer(browser, "risk-yes").await?;
    let found = certain(browser).await?;
    assert!(matches!(found.as_slice(), [one] if one.starts_with("Act now")), "{found:?}");
    browser.see("None of them is a no.").await?;
    // A question that hangs on another shows when that is answered; its answer goes with it.
    answer(browser, "removal-yes").await?;
    answer(browser, "order-in-time-no").await?;
    assert_eq!(certain(browser).await?.len(), 2);
    answer(browser, "removal-no").await?;
    browser
        .wait_until(
            "the question is not asked any more",
            "!document.getElementById('order-in-time-question')",
        )
        .await?;
    // It comes back as it was.
    answer(browser, "removal-yes").await?;
    browser.wait_until("its answer is kept", "document.getElementById('order-in-time-no').checked").await?;
    browser.press("Clear the answers").await?;
    assert_eq!(certain(browser).await?, [""; 0]);
    assert_eq!(browser.focus().await?, "risk-unknown");
    Ok(())
}

pub(crate) async fn reasons_and_ways_on(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    answer(browser, "risk-yes").await?;
    let reasons =
        "document.querySelector('#result .wm-decision__outcome .wm-cite')?.href.includes('/sources/')";
    browser.wait_until("a reason leads to its paragraph", reasons).await?;
    let clock = "document.querySelector('#result .wm-outcome a[href*=\"deadlines/\"]')";
    browser.wait_until("an outcome leads to the clock it starts", clock).await?;
    // Nothing on the page has an id twice, though outcomes are shown twice.
    let twice = "
        const ids = [...document.querySelectorAll('[id]')].map((at) => at.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place);";
    assert_eq!(browser.script(twice, vec![]).await?, serde_json::json!([]));
    browser.unfold("What would change this").await?;
    browser.press("Copy as text").await?;
    browser.see("Copied.").await
}

pub(crate) async fn by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    tab_to_id(browser, "risk-unknown").await?;
    // Up from "not known" to "no" and to "yes".
    browser.press_key(Key::Up).await?;
    browser.press_key(Key::Up).await?;
    browser
        .wait_until("the arrow keys answer and the focus stays", "document.activeElement.id === 'risk-yes'")
        .await?;
    assert_eq!(certain(browser).await?.len(), 1);
    // The change is read out without moving the focus.
    let told = "document.querySelector('.wm-decision__summary[role=status]').innerText.includes('1 thing')";
    browser.wait_until("what follows is told", told).await
}

pub(crate) async fn from_a_situation(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("tools/decisions/").await?;
    browser.see("I have just received a referral").await?;
    browser.follow("Must somebody act at once to make the child safe?").await?;
    browser.wait_for(ALIVE).await?;
    // What was answered is nobody else's business.
    answer(browser, "risk-yes").await?;
    let kept =
        browser.script("return [location.search, location.hash, localStorage.length];", vec![]).await?;
    assert_eq!(kept, serde_json::json!(["", "", 0]));
    Ok(())
}

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(PROTECTION).await?;
    for words in ["The whole table", "question 1 is yes", "What it can point to", "Worked examples"] {
        browser.see(words).await?;
    }
    Ok(())
}
