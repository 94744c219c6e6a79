//! Any count, checking a date, comparing, and the settings that all of them count by.

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::case::enter;
use crate::open;

const ANY_COUNT: &str = "tools/deadlines/any-count/";
const CHECK: &str = "tools/deadlines/check/";
const COMPARE: &str = "tools/deadlines/compare/";

async fn see_headline(browser: &Browser, words: &str) -> WebDriverResult<()> {
    let shown = format!("document.querySelector('.wm-answer__date')?.innerText === '{words}'");
    browser.wait_until(&format!("the answer is {words}"), &shown).await
}

pub(crate) async fn any_count(browser: &Browser) -> WebDriverResult<()> {
    open(browser, ANY_COUNT).await?;
    browser.fill("number", "10").await?;
    enter(browser, "date", ["16", "4", "2025"]).await?;
    browser.press("Count").await?;
    see_headline(browser, "Friday 2 May 2025").await?;
    browser.see("Good Friday").await?;

    // The date stays when something else is counted from it.
    browser.choose("Working days before a date, such as a meeting").await?;
    browser.fill("number", "5").await?;
    browser.press("Count").await?;
    see_headline(browser, "Wednesday 9 April 2025").await?;
    browser.see("Tuesday 8 April 2025").await?;

    browser.choose("Months after a date").await?;
    enter(browser, "date", ["31", "8", "2025"]).await?;
    browser.fill("number", "6").await?;
    browser.press("Count").await?;
    see_headline(browser, "Saturday 28 February 2026").await?;

    browser.choose("Working days between two dates").await?;
    enter(browser, "date", ["2", "5", "2025"]).await?;
    enter(browser, "second-date", ["9", "5", "2025"]).await?;
    browser.press("Count").await?;
    see_headline(browser, "4 working days").await
}

pub(crate) async fn bad_counts(browser: &Browser) -> WebDriverResult<()> {
    open(browser, ANY_COUNT).await?;
    enter(browser, "date", ["2", "5", "2025"]).await?;
    for (typed, says) in [
        ("", "Enter a number"),
        ("ten", "written in digits"),
        ("0", "1 or more"),
        ("10000", "9,999 or less"),
        ("99999999999", "9,999 or less"),
        ("-1", "written in digits"),
    ] {
        browser.fill("number", typed).await?;
        browser.press("Count").await?;
        let said = format!("document.getElementById('number-error')?.innerText.includes('{says}')");
        browser.wait_until(&format!("{typed:?} is answered with {says}"), &said).await?;
        assert_eq!(browser.value("number").await?, typed);
        assert_eq!(browser.count(".wm-answer").await?, 0, "{typed:?} has an answer");
    }
    // A number that is good by itself may still run out of the bank holidays that we have.
    browser.fill("number", "9999").await?;
    browser.press("Count").await?;
    browser.see("We cannot give this date").await?;

    browser.choose("Working days between two dates").await?;
    enter(browser, "second-date", ["1", "5", "2025"]).await?;
    browser.press("Count").await?;
    browser
        .wait_until(
            "an end before the start is told beside it",
            "document.getElementById('second-date-error')?.innerText.includes('after the first')",
        )
        .await
}

pub(crate) async fn check(browser: &Browser) -> WebDriverResult<()> {
    open(browser, CHECK).await?;
    enter(browser, "started", ["2", "5", "2025"]).await?;
    enter(browser, "done", ["6", "5", "2025"]).await?;
    browser.press("Check it").await?;
    see_headline(browser, "In time.").await?;
    browser.fill("done-day", "8").await?;
    browser.press("Check it").await?;
    see_headline(browser, "Late by 2 working days.").await?;
    browser.fill("done-day", "1").await?;
    browser.press("Check it").await?;
    browser.see("before the clock started").await?;
    assert_eq!(browser.count(".wm-answer").await?, 0, "a stale answer stays");
    Ok(())
}

pub(crate) async fn compare(browser: &Browser) -> WebDriverResult<()> {
    open(browser, COMPARE).await?;
    // A Saturday: treated as received on the Tuesday after the bank holiday, it is a day later.
    enter(browser, "date", ["3", "5", "2025"]).await?;
    browser.press("Compare").await?;
    browser.see("1 day apart").await?;
    browser.see("Tuesday 6 May 2025").await?;
    browser.see("Wednesday 7 May 2025").await
}

pub(crate) async fn settings(browser: &Browser) -> WebDriverResult<()> {
    open(browser, ANY_COUNT).await?;
    browser.fill("number", "1").await?;
    enter(browser, "date", ["12", "6", "2026"]).await?;
    browser.press("Count").await?;
    see_headline(browser, "Monday 15 June 2026").await?;
    // 15 June 2026 is a bank holiday in Scotland only.
    browser.unfold("How we count").await?;
    browser.choose("Scotland").await?;
    browser.press("Use these settings").await?;
    see_headline(browser, "Tuesday 16 June 2026").await?;

    enter(browser, "set-closed-first", ["16", "6", "2026"]).await?;
    enter(browser, "set-closed-last", ["17", "6", "2026"]).await?;
    browser.fill("set-closed-name", "Office move").await?;
    enter(browser, "set-today", ["15", "6", "2026"]).await?;
    browser.press("Use these settings").await?;
    see_headline(browser, "Thursday 18 June 2026").await?;
    browser.see("Office move").await?;
    browser.see("Today is Monday 15 June 2026 (set by you)").await?;

    // The nation and the closures stay on the device; the day set does not.
    open(browser, "tools/deadlines/").await?;
    browser.see("Scotland.").await?;
    browser.see("2 closure days of your own.").await?;
    let line = browser.text_of(".wm-settings__line").await?;
    assert!(!line.contains("set by you"), "{line}");

    // A closure that ends before it begins changes nothing.
    browser.unfold("How we count").await?;
    enter(browser, "set-closed-first", ["20", "7", "2026"]).await?;
    enter(browser, "set-closed-last", ["17", "7", "2026"]).await?;
    browser.press("Use these settings").await?;
    browser
        .wait_until(
            "the mistake is told beside the last day",
            "document.getElementById('set-closed-last-error')",
        )
        .await?;
    assert_eq!(browser.value("set-closed-last-day").await?, "17");
    browser.press("Remove them all").await?;
    browser.see("No closure days of your own.").await
}

pub(crate) async fn provisional(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "tools/deadlines/").await?;
    enter(browser, "date", ["20", "12", "2028"]).await?;
    browser.press("Work out the dates").await?;
    browser.wait_for(".wm-answer__date").await?;
    // One working day on is still confirmed; 45 working days on is not.
    let told =
        "[...document.querySelectorAll('.wm-answer')].map((at) => at.innerText.includes('Provisional'))";
    let shown = format!("JSON.stringify({told}) === '[false,true]'");
    browser.wait_until("only the date that leans on provisional years says so", &shown).await
}
