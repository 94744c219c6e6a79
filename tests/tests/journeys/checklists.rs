//! A record checklist filled in as far as it goes, and the same page without a script.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::ALIVE;
use crate::keys::tab_to_id;

const RECORD: &str = "tools/checklists/childs-needs-assessment-record/";

/// Eleven of its fourteen always-items.
const ELEVEN: [&str; 11] = [
    "need-now",
    "nature-of-need",
    "views-on-need",
    "views-on-wellbeing-now",
    "evidence",
    "effect-on-wellbeing",
    "options-now",
    "adult-care-and-support",
    "risk",
    "general-advice",
    "next-steps",
];

async fn open(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(RECORD).await?;
    browser.wait_for(ALIVE).await.map(drop)
}

async fn mark(browser: &Browser, item: &str, state: &str) -> WebDriverResult<()> {
    browser.click(&format!("label[for=state-{item}-{state}]")).await
}

async fn eleven(browser: &Browser) -> WebDriverResult<()> {
    for item in ELEVEN {
        mark(browser, item, "recorded").await?;
    }
    Ok(())
}

/// The words of the elements that a selector finds.
async fn texts(browser: &Browser, selector: &str) -> WebDriverResult<Vec<String>> {
    let all = "return [...document.querySelectorAll(arguments[0])].map((at) => at.innerText);";
    let found = browser.script(all, vec![selector.into()]).await?;
    Ok(serde_json::from_value(found).expect("texts"))
}

async fn items_shown(browser: &Browser) -> WebDriverResult<usize> {
    Ok(texts(browser, ".wm-checklist .wm-item").await?.len())
}

pub(crate) async fn what_is_missing_is_named(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    eleven(browser).await?;
    browser.see("11 of 14 always-items recorded.").await?;
    let missing = texts(browser, ".wm-answer li").await?;
    let expected = [
        "The areas of need likely when the young person turns 18.",
        "The views of the same people on how the need that is likely later will affect wellbeing.",
        "The preventive measures explored.",
    ];
    for (line, item) in missing.iter().zip(expected) {
        assert!(line.contains(item) && line.contains("Must"), "{line}");
    }
    let paragraphs = "[...document.querySelectorAll('.wm-answer li')].slice(0, 3).every((at) => at.querySelector('.wm-cite')?.href.includes('/sources/'))";
    browser.wait_until("each missing item leads to its paragraph", paragraphs).await?;
    // Nothing has an id twice, though the page holds the list a second time.
    let twice = "
        const ids = [...document.querySelectorAll('[id]')].map((at) => at.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place);";
    assert_eq!(browser.script(twice, vec![]).await?, serde_json::json!([]));
    browser.press("Copy as text").await?;
    browser.see("Copied.").await?;
    // What was answered is nobody else's business.
    let kept =
        browser.script("return [location.search, localStorage.length, sessionStorage.length];", vec![]);
    assert_eq!(kept.await?, serde_json::json!(["", 0, 0]));
    Ok(())
}

pub(crate) async fn setting_aside_takes_a_reason(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    browser.click("#asked-risk summary").await?;
    browser.fill("note-risk", "Talk on 2 May, A. B.").await?;
    mark(browser, "safeguarding", "does-not-apply").await?;
    browser.press("See what is missing").await?;
    browser.wait_for(".govuk-error-summary").await?;
    assert_eq!(browser.focus().await?, "checklist-errors");
    let beside = texts(browser, "#reason-safeguarding-error").await?;
    assert!(beside[0].contains("Say why this does not apply"), "{beside:?}");
    browser.see("0 of 5 where-relevant items recorded.").await?;
    // The message leads to the field, and everything entered is still there.
    browser.click(".govuk-error-summary a").await?;
    assert_eq!(browser.focus().await?, "reason-safeguarding");
    let held = "document.getElementById('note-risk').value === 'Talk on 2 May, A. B.' && document.getElementById('state-safeguarding-does-not-apply').checked";
    browser.wait_until("what was entered is kept", held).await?;
    browser.fill("reason-safeguarding", "No concern was raised").await?;
    browser.wait_until("the message is gone", "!document.querySelector('.govuk-error-message')").await?;
    browser.see("0 of 4 where-relevant items recorded. Set aside as not applying: 1.").await?;
    browser.press("See what is missing").await?;
    assert_eq!(browser.focus().await?, "result-heading");
    // The text to paste has the reason and the note.
    browser.unfold("The summary as text").await?;
    let summary = texts(browser, ".wm-checklist__summary").await?.remove(0);
    for words in [
        "Checklist: Record of a child's needs assessment",
        "0 of 14 always-items recorded.",
        "Reason: No concern was raised",
        "The talks about risk. Talk on 2 May, A. B.",
    ] {
        assert!(summary.contains(words), "{words}: {summary}");
    }
    Ok(())
}

pub(crate) async fn only_what_is_missing(browser: &Browser) -> WebDriverResult<()> {
    open(browser).await?;
    assert_eq!(items_shown(browser).await?, 19);
    eleven(browser).await?;
    browser.press("Show only what is missing").await?;
    browser.see("Showing 8 of 19 items").await?;
    assert_eq!(items_shown(browser).await?, 8);
    // An item that was just answered stays until the reader asks again.
    mark(browser, "prevention", "recorded").await?;
    browser.see("12 of 14 always-items recorded.").await?;
    assert_eq!(items_shown(browser).await?, 8);
    browser.press("Show only what is missing").await?;
    browser.see("Showing 7 of 19 items").await?;
    assert_eq!(items_shown(browser).await?, 7);
    browser.press("Show every item").await?;
    assert_eq!(items_shown(browser).await?, 19);
    assert_eq!(browser.focus().await?, "only-missing");
    // Cleared by mistake, it comes back.
    browser.press("Clear the answers").await?;
    browser.see("0 of 14 always-items recorded.").await?;
    browser.press("Put the answers back").await?;
    browser.see("12 of 14 always-items recorded.").await
}

pub(crate) async fn by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    let tab = char::from(Key::Tab).to_string();
    open(browser).await?;
    tab_to_id(browser, "state-need-now-not-yet").await?;
    browser.press_key(Key::Up).await?;
    let there = "document.activeElement.id === 'state-need-now-recorded'";
    browser.wait_until("the arrow keys answer and the focus stays", there).await?;
    // The change is read out without moving the focus.
    let told =
        "document.querySelector('.wm-checklist__progress[role=status]').innerText.startsWith('1 of 14')";
    browser.wait_until("how far the list is is told", told).await?;
    // On to the note: opened, typed and left by keys alone.
    browser.type_keys(&tab).await?;
    browser.press_key(Key::Enter).await?;
    browser.type_keys(&tab).await?;
    assert_eq!(browser.focus().await?, "note-need-now");
    browser.type_keys("In part").await?;
    let kept = "document.activeElement.id === 'note-need-now' && document.activeElement.value === 'In part'";
    browser.wait_until("the note is typed without losing the focus", kept).await
}

pub(crate) async fn to_the_same_item_elsewhere(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("tools/checklists/").await?;
    browser.follow("Common principles of child in need work").await?;
    browser.wait_for(ALIVE).await?;
    browser.click("#asked-contingency a[href*='teeswide-plan/']").await?;
    browser.wait_for(ALIVE).await?;
    browser
        .wait_until("the link leads to the item", "document.activeElement.id === 'state-contingency-not-yet'")
        .await
}

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(RECORD).await?;
    for words in [
        "print the page and tick the boxes",
        "In all cases",
        "All fourteen must be clear in every record.",
        "The preventive measures explored.",
        "Only if need goes up and down.",
        "Our note, not the source's",
    ] {
        browser.see(words).await?;
    }
    Ok(())
}
