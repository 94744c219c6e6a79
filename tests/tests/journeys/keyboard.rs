//! The tools that no other journey goes through by keys alone.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::keys::{focus_on, key_button, key_date, key_text, tab_to, tab_to_id};
use crate::open;

pub(crate) async fn counting(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "tools/deadlines/any-count/").await?;
    key_button(browser, "Count").await?;
    browser.see("Enter a number").await?;
    tab_to(browser, "at.matches('.govuk-error-summary a')").await?;
    browser.press_key(Key::Enter).await?;
    focus_on(browser, "number").await?;
    browser.type_keys("10").await?;
    key_date(browser, "date", ["16", "4", "2025"]).await?;
    key_button(browser, "Count").await?;
    browser.see("Friday 2 May 2025").await?;

    open(browser, "tools/deadlines/check/").await?;
    key_date(browser, "started", ["2", "5", "2025"]).await?;
    key_date(browser, "done", ["8", "5", "2025"]).await?;
    key_button(browser, "Check it").await?;
    browser.see("Late by 2 working days.").await?;

    open(browser, "tools/deadlines/compare/").await?;
    key_date(browser, "date", ["3", "5", "2025"]).await?;
    key_button(browser, "Compare").await?;
    browser.see("1 day apart").await
}

pub(crate) async fn a_case(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "tools/deadlines/whole-case/").await?;
    tab_to(browser, "at.tagName === 'SUMMARY' && at.innerText.includes('Keep, save or open a case')").await?;
    browser.press_key(Key::Enter).await?;
    key_text(browser, "my-case-reference", "JB 7").await?;
    key_button(browser, "Keep on this device").await?;
    browser.see("Case JB 7 is kept on this device until").await?;
    key_date(browser, "referral-received", ["8", "4", "2025"]).await?;
    key_button(browser, "Show every clock").await?;
    browser.see("Wednesday 9 April 2025").await?;

    open(browser, "tools/cases/").await?;
    key_button(browser, "Remove JB 7").await?;
    browser.see("Remove case JB 7? It cannot be brought back.").await?;
    key_button(browser, "Yes, remove it").await?;
    browser.see("No case is kept on this device.").await
}

pub(crate) async fn a_letter(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "tools/forms/letter-asking-for-information/").await?;
    key_text(browser, "f_child-name", "A. B.").await?;
    // The last of the three is chosen as long as nothing is.
    tab_to_id(browser, "f_basis_nothing-yet").await?;
    browser.press_key(Key::Up).await?;
    browser.press_key(Key::Up).await?;
    focus_on(browser, "f_basis_consent").await?;
    key_text(browser, "f_consents", "M. B.").await?;
    key_button(browser, "Check the form").await?;
    focus_on(browser, "found").await?;
    let paper = browser.text_of(".wm-paper").await?;
    assert!(paper.contains("M. B. has given us consent to ask you."), "{paper}");
    Ok(())
}

pub(crate) async fn the_display(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "display/").await?;
    let theme = "at.type === 'radio' && at.closest('fieldset').innerText.includes('Light or dark')";
    tab_to(browser, theme).await?;
    browser.press_key(Key::Down).await?;
    browser.press_key(Key::Down).await?;
    browser.wait_until("it is dark", "document.documentElement.dataset.theme === 'dark'").await?;
    key_button(browser, "Go back to the usual settings").await?;
    browser.wait_until("it is as it was", "!document.documentElement.dataset.theme").await
}
