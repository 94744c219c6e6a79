//! Reading: from the first page to a procedure, from a paragraph to the statement it rests on, and back.

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

/// The statement in view is the one that the address names.
const TARGET_IN_VIEW: &str = "(() => {
    const target = document.getElementById(location.hash.slice(1));
    const box = target && target.getBoundingClientRect();
    return box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
})()";

pub(crate) async fn to_a_statement_and_back(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("").await?;
    browser.follow("Work out a deadline").await?;
    browser.wait_for(crate::ALIVE).await?;
    browser.go_back().await?;
    browser.follow("Read the procedures").await?;
    browser.follow("Teeswide child in need procedure").await?;
    browser.follow("The child in need plan").await?;
    browser
        .wait_until("the page is the plan's", "document.querySelector('h1').innerText.includes('plan')")
        .await?;
    let plan = browser.address().await?;

    browser.click("main a[href*='#tees-']").await?;
    browser.wait_until("the register is open", "location.hash.startsWith('#tees-')").await?;
    browser.wait_until("the statement is in view", TARGET_IN_VIEW).await?;
    let statement = browser.address().await?;
    assert!(statement.contains("/sources/teeswide/"), "the statement is at {statement}");

    // The way back is beside the statement, not just anywhere in the register.
    let back = "(() => {
        const target = document.getElementById(location.hash.slice(1));
        const link = [...target.querySelectorAll('a')].find((a) => a.href.split('#')[0] === arguments[0]);
        if (link) link.click();
        return Boolean(link);
    })()";
    let found = browser.script(&format!("return {back};"), vec![plan.clone().into()]).await?;
    assert_eq!(found, true, "{statement} has no link back to {plan}");
    browser
        .wait_until("the plan is open again", "document.querySelector('h1').innerText.includes('plan')")
        .await?;
    assert_eq!(browser.address().await?.split('#').next(), Some(plan.as_str()));
    Ok(())
}
