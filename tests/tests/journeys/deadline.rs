//! The deadlines tool, with the worked case that the content gives for a referral on Friday 2 May 2025: a
//! bank holiday follows, and another falls within the 45 working days.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::keys::tab_to_id;
use crate::{ALIVE, DEADLINES};

const BUTTON: &str = "Work out the dates";

/// Chooses the event as a person does: the list says that it has changed.
const CHOOSE_A_REVIEW: &str = "
    const list = document.getElementById('event');
    list.value = [...list.options].find((option) => option.text === 'Review conference').value;
    list.dispatchEvent(new Event('input', { bubbles: true }));
";

/// Opens the tool and waits until it runs.
pub(crate) async fn open(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(DEADLINES).await?;
    browser.wait_for(ALIVE).await?;
    Ok(())
}

/// Types a date into the three fields.
pub(crate) async fn enter(browser: &Browser, [day, month, year]: [&str; 3]) -> WebDriverResult<()> {
    browser.fill("date-day", day).await?;
    browser.fill("date-month", month).await?;
    browser.fill("date-year", year).await
}

/// Asks for the answer.
pub(crate) async fn ask(browser: &Browser) -> WebDriverResult<()> {
    browser.press(BUTTON).await
}

/// Waits for the two dates of the worked case, given as answers and not merely somewhere on the page.
pub(crate) async fn see_answer(browser: &Browser) -> WebDriverResult<()> {
    for date in ["Tuesday 6 May 2025", "Tuesday 8 July 2025"] {
        let shown = format!(
            "[...document.querySelectorAll('.wm-answer__date')].some((at) => at.innerText.includes('{date}'))"
        );
        browser.wait_until(&format!("{date} is an answer"), &shown).await?;
    }
    Ok(())
}

pub(crate) async fn worked_out(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    enter(browser, ["2", "5", "2025"]).await?;
    ask(browser).await?;
    see_answer(browser).await?;
    for words in ["Monday 5 May 2025", "Early May bank holiday", "Monday 26 May 2025", "Spring bank holiday"]
    {
        browser.see(words).await?;
    }
    Ok(())
}

pub(crate) async fn by_enter(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    enter(browser, ["2", "5", "2025"]).await?;
    browser.type_keys(&char::from(Key::Enter).to_string()).await?;
    see_answer(browser).await
}

pub(crate) async fn by_keyboard_alone(browser: &Browser) -> WebDriverResult<()> {
    let tab = char::from(Key::Tab).to_string();
    open(browser).await?;
    tab_to_id(browser, "date-day").await?;
    browser.type_keys(&format!("2{tab}")).await?;
    browser.type_keys(&format!("5{tab}")).await?;
    browser.type_keys(&format!("2025{tab}")).await?;
    let button = browser.script("return document.activeElement.innerText.trim();", vec![]).await?;
    assert_eq!(button, BUTTON, "Tab after the year leads elsewhere");
    browser.type_keys(&char::from(Key::Enter).to_string()).await?;
    see_answer(browser).await
}

pub(crate) async fn changed(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    enter(browser, ["2", "5", "2025"]).await?;
    ask(browser).await?;
    see_answer(browser).await?;
    browser.fill("date-day", "6").await?;
    let gone = "document.querySelectorAll('.wm-answer__date').length === 0";
    browser.wait_until("the old answer is gone", gone).await?;
    ask(browser).await?;
    browser.see("Wednesday 7 May 2025").await
}

pub(crate) async fn from_a_rule(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("tools/deadlines/initial-conference/").await?;
    browser.see("Work it out for your date").await?;
    browser.follow("Work it out for your date").await?;
    browser.wait_for(ALIVE).await?;
    browser
        .wait_until(
            "the rule's event is chosen and has the focus",
            "document.activeElement.selectedOptions?.[0].text.startsWith('Strategy discussion')",
        )
        .await?;
    for (part, text) in [("day", "1"), ("month", "5"), ("year", "2025")] {
        browser.fill(&format!("date-{part}"), text).await?;
    }
    ask(browser).await?;
    browser
        .wait_until(
            "the conference is due on the 15th working day",
            "document.querySelector('.wm-answer__date')?.innerText === 'Friday 23 May 2025'",
        )
        .await
}

pub(crate) async fn another_event(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    enter(browser, ["31", "8", "2025"]).await?;
    ask(browser).await?;
    browser.wait_for(".wm-answer__date").await?;
    // Choosing another event keeps what was typed and takes the old answer away.
    browser.script(CHOOSE_A_REVIEW, Vec::new()).await?;
    browser.wait_until("no old answer shows", "!document.querySelector('.wm-answer__date')").await?;
    browser
        .wait_until("what was typed is kept", "document.getElementById('date-day').value === '31'")
        .await?;
    ask(browser).await?;
    browser
        .wait_until(
            "six months from 31 August is the last day of February, and the page says why",
            "document.querySelector('.wm-answer__date')?.innerText === 'Saturday 28 February 2026'
                && document.querySelector('.wm-answer').innerText.includes('no day of the same number')
                && document.querySelector('.wm-answer').innerText.includes('not a working day')",
        )
        .await
}

pub(crate) async fn typed_again(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    enter(browser, ["2", "5", "2025"]).await?;
    ask(browser).await?;
    see_answer(browser).await?;
    browser.fill("date-day", "3").await?;
    browser.wait_until("the answer is taken away", "document.querySelector('.wm-stale')").await?;
    // One message, which further keys leave alone: a new one each time would be read out each time.
    browser.script("document.querySelector('.wm-stale').dataset.seen = 'once';", Vec::new()).await?;
    browser.fill("date-day", "30").await?;
    browser.wait_until("it is the same message", "document.querySelector('.wm-stale').dataset.seen").await?;
    browser.fill("date-day", "2").await?;
    see_answer(browser).await?;
    assert_eq!(browser.focus().await?, "date-day", "the answer takes the focus from the typist");
    Ok(())
}

pub(crate) async fn mistake_left_behind(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    ask(browser).await?;
    browser.wait_for(".govuk-error-summary").await?;
    browser.script(CHOOSE_A_REVIEW, Vec::new()).await?;
    browser
        .wait_until(
            "the mistake goes with the fields it was made in",
            "document.getElementById('date-day')
                && !document.querySelector('.govuk-error-summary, .govuk-error-message')
                && !document.title.startsWith('Error')",
        )
        .await
}
