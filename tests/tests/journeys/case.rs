//! A whole case: referral on 8 April 2025, strategy discussion on 1 May, conference on 21 May.

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{ALIVE, files};

const PAGE: &str = "tools/deadlines/whole-case/";
const BUTTON: &str = "Show every clock";

/// Types a date into its three fields.
pub(crate) async fn enter(browser: &Browser, id: &str, [day, month, year]: [&str; 3]) -> WebDriverResult<()> {
    browser.fill(&format!("{id}-day"), day).await?;
    browser.fill(&format!("{id}-month"), month).await?;
    browser.fill(&format!("{id}-year"), year).await
}

/// Each row of the table as its limit, its due date and where it stands.
async fn rows(browser: &Browser) -> WebDriverResult<Vec<[String; 3]>> {
    const ROWS: &str = "
        return [...document.querySelectorAll('.wm-clocks tbody tr')].map((row) => [
            row.cells[0].firstChild.textContent, row.cells[2].innerText, row.cells[3].innerText]);";
    let rows = browser.script(ROWS, vec![]).await?;
    Ok(serde_json::from_value(rows).expect("three texts a row"))
}

async fn due(browser: &Browser, limit: &str) -> WebDriverResult<Option<[String; 2]>> {
    let found = rows(browser).await?.into_iter().find(|[title, ..]| title.starts_with(limit));
    Ok(found.map(|[_, due, state]| [due, state]))
}

async fn open(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(PAGE).await?;
    browser.wait_for(ALIVE).await?;
    enter(browser, "referral-received", ["8", "4", "2025"]).await?;
    enter(browser, "strategy-discussion", ["1", "5", "2025"]).await?;
    enter(browser, "initial-conference", ["21", "5", "2025"]).await
}

async fn ask(browser: &Browser) -> WebDriverResult<()> {
    browser.press(BUTTON).await?;
    browser.wait_for(".wm-clocks").await.map(drop)
}

pub(crate) async fn every_clock(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    browser.click("label[for=plan-made-yes]").await?;
    ask(browser).await?;
    for (limit, date) in [
        ("Decide how to respond", "Wednesday 9 April 2025"),
        ("Conclude the assessment", "Monday 16 June 2025"),
        ("Hold the initial child protection conference", "Friday 23 May 2025"),
        ("Hold the first core group meeting", "Thursday 5 June 2025"),
        ("Hold the first review conference", "Thursday 21 August 2025"),
    ] {
        let found = due(browser, limit).await?;
        assert_eq!(found.as_ref().map(|[due, _]| due.as_str()), Some(date), "{limit}");
    }
    let [_, state] = due(browser, "Hold the initial").await?.expect("the conference has a clock");
    assert!(state.contains("Met on Wednesday 21 May 2025. In time."), "{state}");
    assert_eq!(browser.count(".wm-time__start").await?, rows(browser).await?.len(), "a lane a clock");

    // Each review starts the clock of the next.
    browser
        .script(
            "const list = document.getElementById('add');
            list.value = [...list.options].find((option) => option.text === 'Review conference').value;
            list.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![],
        )
        .await?;
    browser.press("Add it").await?;
    browser
        .wait_until("the new field has the focus", "document.activeElement.id === 'review-conference-day'")
        .await?;
    assert_eq!(browser.value("referral-received-day").await?, "8", "what was typed is lost");
    enter(browser, "review-conference", ["21", "8", "2025"]).await?;
    ask(browser).await?;
    let later = due(browser, "Hold the next review").await?;
    assert_eq!(later.map(|[due, _]| due).as_deref(), Some("Saturday 21 February 2026"));

    // Without a plan neither the core group nor a review has a clock.
    browser.click("label[for=plan-made-no]").await?;
    ask(browser).await?;
    for limit in ["Hold the first core group", "Hold the first review", "Hold the next review"] {
        assert_eq!(due(browser, limit).await?, None, "{limit}");
    }
    browser.see("Clocks that do not run").await
}

pub(crate) async fn taken_away(browser: &Browser) -> WebDriverResult<()> {
    files::watch(browser, || open(browser)).await?;
    ask(browser).await?;
    browser.press("Save for a calendar (.ics)").await?;
    let calendar = files::saved(browser, 1).await?;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20250616\r\n"), "{calendar}");
    assert!(calendar.contains("UID:referral-assessment-0-20250408@waymark\r\n"), "{calendar}");
    // With a reference the entries keep their names when a date moves.
    browser.fill("reference", "JB 7").await?;
    browser.press("Save for a calendar (.ics)").await?;
    let named = files::saved(browser, 2).await?;
    assert!(!named.contains("UID:referral-assessment-0-20250408") && !named.contains("JB"), "{named}");
    browser.press("Save as a table (.csv)").await?;
    let table = files::saved(browser, 3).await?;
    assert!(table.contains("\"2025-06-16\",\"Conclude the assessment\""), "{table}");
    browser.press("Copy as text").await?;
    browser.see("Copied.").await
}

pub(crate) async fn nothing_entered(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(PAGE).await?;
    browser.wait_for(ALIVE).await?;
    browser.press(BUTTON).await?;
    browser.see("Enter at least one date").await?;
    enter(browser, "referral-received", ["8", "4", "2025"]).await?;
    enter(browser, "strategy-discussion", ["31", "2", "2025"]).await?;
    browser.press(BUTTON).await?;
    browser
        .wait_until(
            "the mistake stands beside its field and there is no answer",
            "document.getElementById('strategy-discussion-error')
                && !document.getElementById('referral-received-error')
                && !document.querySelector('.wm-clocks')
                && document.activeElement.classList.contains('govuk-error-summary')",
        )
        .await?;
    assert_eq!(browser.value("strategy-discussion-day").await?, "31");
    let kept = browser.script("return Object.keys(localStorage).length;", vec![]).await?;
    assert_eq!(kept, Value::from(0), "dates of a case are kept");
    Ok(())
}
