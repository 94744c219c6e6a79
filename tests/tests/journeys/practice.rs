//! A practice case: worked through by a learner, shown to a room by a trainer, sent as a link, read without a script.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;

use crate::ALIVE;
use crate::keys::{focus_on, key_button, tab_to, tab_to_id};

const CASE: &str = "practice/friday-before-a-bank-holiday/";
/// The steps: a day that is wrong at the first place, a right one at the first, one at the last of four, and two right
/// ones of four.
const STEPS: usize = 4;
/// Why the second option of the first step is right.
const WHY: &str = "The Friday is day 0, although the referral came late in the afternoon.";
const CHOSEN: &str = "friday-before-a-bank-holiday:answer-by=monday:response=section-17";

async fn open(browser: &Browser, place: &str) -> WebDriverResult<()> {
    // From nowhere: another place on the same page would not load it again.
    browser.open_url("about:blank").await?;
    browser.open_page(&format!("{CASE}{place}")).await?;
    browser.wait_for(ALIVE).await.map(drop)
}

async fn fragment(browser: &Browser) -> WebDriverResult<String> {
    let hash = browser.script("return location.hash;", vec![]).await?;
    Ok(hash.as_str().unwrap_or_default().trim_start_matches('#').to_owned())
}

pub(crate) async fn worked_through_by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    open(browser, "").await?;
    // The answers that stand on the page without a script are not given away.
    assert!(!browser.text().await?.contains(WHY));
    tab_to_id(browser, "pick-0").await?;
    key_button(browser, "Check").await?;
    focus_on(browser, "practice-errors").await?;
    assert!(browser.title().await?.starts_with("Error"), "the title tells of the mistake");
    tab_to(browser, "at.matches('.govuk-error-summary a')").await?;
    browser.press_key(Key::Enter).await?;
    focus_on(browser, "pick-0").await?;
    browser.type_keys(" ").await?;
    key_button(browser, "Check").await?;
    focus_on(browser, "practice-reasons").await?;
    // Every option has its reason, whichever was chosen, and the working is told.
    for words in ["Not quite: see why", "You chose this.", WHY, "This counts from the meeting on Tuesday."] {
        browser.see(words).await?;
    }
    browser.see("Not counted: Monday 5 May 2025 (Early May bank holiday).").await?;
    assert_eq!(browser.count(".wm-practice__reasons > li").await?, 3);
    key_button(browser, "Next step").await?;
    focus_on(browser, "practice-place").await?;
    tab_to_id(browser, "pick-0").await?;
    browser.type_keys(" ").await?;
    key_button(browser, "Check").await?;
    browser.see("That is right").await?;
    key_button(browser, "Next step").await?;
    // A reload goes on where the learner was, and the address has names of the case only.
    assert_eq!(fragment(browser).await?, CHOSEN);
    browser.reload().await?;
    browser.wait_for(ALIVE).await?;
    browser.see("Step 3 of 4").await?;
    focus_on(browser, "practice-place").await?;
    tab_to_id(browser, "pick-0").await?;
    for _ in 0..3 {
        browser.press_key(Key::Down).await?;
    }
    focus_on(browser, "pick-3").await?;
    key_button(browser, "Check").await?;
    browser.see("That is right").await?;
    key_button(browser, "Next step").await?;
    browser.see("Choose every one that fits.").await?;
    for option in ["pick-0", "pick-2"] {
        tab_to_id(browser, option).await?;
        browser.type_keys(" ").await?;
    }
    key_button(browser, "Check").await?;
    browser.see("That is right").await?;
    key_button(browser, "To the end").await?;
    focus_on(browser, "practice-place").await?;
    browser.see("You reasoned 3 of 4 steps rightly at the first try.").await?;
    let again = "document.querySelector('.wm-practice__again a').href.includes('/tools/deadlines/')";
    browser.wait_until("what to read again is linked", again).await?;
    assert_eq!(browser.count(".wm-practice__again > li").await?, 1);
    // What was chosen is nobody else's business.
    let kept =
        browser.script("return [location.search, localStorage.length, sessionStorage.length];", vec![]);
    assert_eq!(kept.await?, serde_json::json!(["", 0, 0]));
    key_button(browser, "Start again").await?;
    browser.see("Step 1 of 4").await?;
    assert_eq!(fragment(browser).await?, "friday-before-a-bank-holiday");
    Ok(())
}

pub(crate) async fn shown_to_a_room_by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    const HEADER_SHOWN: &str = "document.querySelector('.wm-header').getClientRects().length";
    open(browser, "").await?;
    // Outside the view, arrow keys are the browser's.
    browser.press_key(Key::Right).await?;
    browser.see("Step 1 of 4").await?;
    key_button(browser, "Projector view").await?;
    focus_on(browser, "projector-place").await?;
    browser.see("The case. Left and right arrow keys turn the steps").await?;
    let story = browser.text_of(".wm-projector").await?;
    assert!(story.contains("Amina is nine.") && story.contains("No person in it is real."), "{story}");
    browser.wait_until("the rest of the page is out of the way", &format!("!{HEADER_SHOWN}")).await?;
    browser.press_key(Key::Right).await?;
    focus_on(browser, "projector-reveal").await?;
    browser.see("Step 1 of 4.").await?;
    let screen = async || browser.text_of(".wm-projector").await;
    let first = screen().await?;
    assert!(first.contains("Tuesday 6 May 2025") && !first.contains(WHY), "{first}");
    assert!(!first.contains("Amina is nine."), "one step to a screen: {first}");
    let larger = "
        const size = (at) => parseFloat(getComputedStyle(document.querySelector(at)).fontSize);
        return size('.wm-projector__question') > size('.wm-danger');";
    assert_eq!(browser.script(larger, vec![]).await?, true, "the type is not large");
    // The reasoning comes when it is asked for, and goes with the step.
    browser.press_key(Key::Enter).await?;
    browser.see(WHY).await?;
    browser.press_key(Key::Right).await?;
    browser.see("Step 2 of 4.").await?;
    browser.press_key(Key::Left).await?;
    browser.see("Step 1 of 4.").await?;
    assert!(!screen().await?.contains(WHY));
    for _ in 0..=STEPS {
        browser.press_key(Key::Right).await?;
    }
    browser.see("Step 4 of 4.").await?;
    browser.press_key(Key::Escape).await?;
    focus_on(browser, "practice-projector").await?;
    browser.wait_until("the page is back", HEADER_SHOWN).await?;
    // A room's steps are no learner's choices.
    browser.see("Step 1 of 4").await?;
    assert_eq!(browser.count(".wm-projector").await?, 0);
    assert!(!fragment(browser).await?.contains('='));
    Ok(())
}

pub(crate) async fn sent_as_a_link(browser: &Browser) -> WebDriverResult<()> {
    open(browser, &format!("#{CHOSEN}")).await?;
    browser.see("Step 3 of 4").await?;
    focus_on(browser, "practice-place").await?;
    browser.press("Back").await?;
    browser.see("Step 2 of 4").await?;
    let yours = browser.text_of(".wm-practice__chosen").await?;
    assert!(yours.contains("An assessment under section 17, whatever the answers"), "{yours}");
    browser.press("Copy a link to this point").await?;
    browser.see("The link is copied.").await?;
    assert_eq!(fragment(browser).await?, format!("{CHOSEN}:response"));
    // A link that is followed while the case is open.
    let follow = "location.hash = arguments[0];";
    browser.script(follow, vec!["friday-before-a-bank-holiday:answer-by=tuesday".into()]).await?;
    browser.see("Step 2 of 4").await?;
    browser.press("Back").await?;
    browser.see("That is right").await
}

pub(crate) async fn damaged_link(browser: &Browser) -> WebDriverResult<()> {
    for damaged in [
        "friday-before-a-bank-holiday:answer-by=2025-05-06",
        "friday-before-a-bank-holiday:answer-by=monday+tuesday",
        "back-on-his-feet:answer-by=monday",
        "Amina%20Example",
    ] {
        open(browser, &format!("#{damaged}")).await?;
        browser.see("The link to this place was damaged").await?;
        focus_on(browser, "practice-damaged").await?;
        browser.see("Step 1 of 4").await?;
        assert_eq!(browser.count(".wm-practice :checked").await?, 0, "{damaged}");
    }
    // A heading of the page is a place too, and no damage.
    open(browser, "#story").await?;
    browser.see("Step 1 of 4").await?;
    assert_eq!(browser.count("#practice-damaged").await?, 0);
    Ok(())
}

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("practice/").await?;
    browser.see("Two hours: from a referral to a family's plan").await?;
    browser.follow("A referral on the Friday before a bank holiday").await?;
    browser.see("Everything in this case is made up.").await?;
    browser.unfold("Answers to step 1, with reasons").await?;
    browser.see(WHY).await?;
    browser.see("Counted from the next day: 1 in all. The last is Tuesday 6 May 2025.").await?;
    browser.follow("Handout, without answers").await?;
    browser.see("Your choice, and why:").await?;
    browser.see("Tuesday 6 May 2025").await?;
    assert!(!browser.text().await?.contains(WHY), "the handout gives an answer away");
    browser.follow("Handout, with answers").await?;
    browser.see(WHY).await?;
    browser.follow("Notes for trainers").await?;
    for words in ["Aim", "To talk about", "What people often get wrong", "copy the link on its page"] {
        browser.see(words).await?;
    }
    browser.follow("Half an hour: one referral").await?;
    browser.see("The referral (20 minutes).").await
}

pub(crate) async fn in_one_file(browser: &Browser) -> WebDriverResult<()> {
    let file = format!("file://{}", inputs::single_file().display());
    browser.open_url(&format!("{file}#/{CASE}#{CHOSEN}")).await?;
    browser.wait_for(ALIVE).await?;
    browser.see("Step 3 of 4").await?;
    browser.press("Back").await?;
    browser.see("That is right").await?;
    // The place is named after the page's own address, so that a reload finds both.
    browser.reload().await?;
    browser.wait_for(ALIVE).await?;
    browser.see("Step 2 of 4").await?;
    browser.see("That is right").await
}
