//! Forms filled in: what shows, what is missing, rows by keyboard, and how a form leaves.

use serde_json::json;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{files, open};

const LETTER: &str = "tools/forms/letter-asking-for-information/";
const MEETING: &str = "tools/forms/meeting-invitation-list/";
const CHANGE: &str = "tools/forms/model-of-change/";

async fn choose(browser: &Browser, field: &str) -> WebDriverResult<()> {
    browser.click(&format!("label[for={field}]")).await
}

/// The page as it prints.
async fn paper(browser: &Browser) -> WebDriverResult<String> {
    browser.text_of(".wm-paper").await
}

pub(crate) async fn a_letter_on_one_ground(browser: &Browser) -> WebDriverResult<()> {
    open(browser, LETTER).await?;
    // What hangs on the ground waits for it.
    browser.see("Only if somebody consents: Who consents").await?;
    browser.fill("f_child-name", "A. B.").await?;
    choose(browser, "f_basis_statute").await?;
    browser.fill("f_law", "section 47 of the Children Act 1989").await?;
    choose(browser, "f_limb_harm").await?;
    let under_statute = paper(browser).await?;
    assert!(under_statute.contains("rely on to ask you is section 47"), "{under_statute}");
    assert!(!under_statute.contains("has given us consent"), "{under_statute}");
    // The other ground takes its place, whole; what was typed for the first is kept.
    choose(browser, "f_basis_consent").await?;
    browser.fill("f_consents", "M. B.").await?;
    let by_consent = paper(browser).await?;
    assert!(by_consent.contains("M. B. has given us consent to ask you."), "{by_consent}");
    assert!(!by_consent.contains("law that we rely on") && !by_consent.contains("enquiries"), "{by_consent}");
    browser.see("What you wrote is kept, and is not on the paper.").await?;
    choose(browser, "f_basis_statute").await?;
    assert_eq!(browser.value("f_law").await?, "section 47 of the Children Act 1989");
    Ok(())
}

pub(crate) async fn what_is_missing_is_said_and_stops_nothing(browser: &Browser) -> WebDriverResult<()> {
    open(browser, LETTER).await?;
    browser.fill("f_queries", "S. W., 00000 000001").await?;
    browser.fill("f_reply-by_day", "31").await?;
    browser.fill("f_reply-by_month", "2").await?;
    browser.fill("f_reply-by_year", "2026").await?;
    browser.press("Check the form").await?;
    browser.see("What the check found").await?;
    browser.wait_until("the summary has the focus", "document.activeElement.id === 'found'").await?;
    assert!(browser.title().await?.starts_with("Error:"));
    browser.see("You can print the form as it stands.").await?;
    // Beside the field, and by a link to it.
    let beside = browser.text_of("#f_basis_group").await?;
    assert!(beside.contains("Choose the ground: consent, or statute."), "{beside}");
    let date = browser.text_of("#f_reply-by_group").await?;
    assert!(date.contains("must be a real date"), "{date}");
    browser.follow("Choose the ground").await?;
    browser.wait_until("the link leads there", "document.activeElement.id === 'f_basis_consent'").await?;
    // Everything is kept, and stands on the paper as typed.
    assert_eq!(browser.value("f_queries").await?, "S. W., 00000 000001");
    assert!(paper(browser).await?.contains("31/2/2026"));
    choose(browser, "f_basis_consent").await?;
    browser.wait_until("what is mended goes", "!document.getElementById('f_basis_found-0')").await?;
    // By keyboard: Enter in a field checks again.
    browser.fill("f_child-name", "A. B.").await?;
    browser.press_key(Key::Enter).await?;
    browser.see("Name the person who consents.").await
}

pub(crate) async fn rows_by_keyboard(browser: &Browser) -> WebDriverResult<()> {
    open(browser, MEETING).await?;
    browser.script("document.getElementById('t_family_add').focus();", vec![]).await?;
    browser.press_key(Key::Enter).await?;
    let in_row = "document.activeElement.id === 't_family_0_family-name'";
    browser.wait_until("the new row has the focus", in_row).await?;
    browser.type_keys("M. B.").await?;
    browser.see("How it prints").await?;
    assert!(paper(browser).await?.contains("M. B."));
    // On to the button that removes it, past five fields.
    let tab = char::from(Key::Tab).to_string();
    for _ in 0..6 {
        browser.type_keys(&tab).await?;
    }
    browser.press_key(Key::Enter).await?;
    browser.wait_until("the row is gone", "!document.getElementById('t_family_0')").await?;
    assert_eq!(browser.focus().await?, "t_family_add");
    browser.see("Removed: person 1.").await?;
    assert!(!paper(browser).await?.contains("M. B."));
    browser.press("Undo").await?;
    browser.wait_until("it is back", "document.getElementById('t_family_0_family-name')").await?;
    assert_eq!(browser.value("t_family_0_family-name").await?, "M. B.");
    // A suggestion becomes a row to go on with.
    choose(browser, "f_which_team").await?;
    browser.press("Add: School nurse").await?;
    browser.see("Added to the list: School nurse.").await?;
    assert_eq!(browser.value("t_agencies_0_agency").await?, "School nurse");
    // The copy to go round leaves addresses out.
    browser.fill("f_address", "1 Made Up Road").await?;
    assert!(paper(browser).await?.contains("1 Made Up Road"));
    choose(browser, "which-copy_round").await?;
    let round = paper(browser).await?;
    assert!(!round.contains("1 Made Up Road") && round.contains("M. B."), "{round}");
    Ok(())
}

pub(crate) async fn one_for_each(browser: &Browser) -> WebDriverResult<()> {
    open(browser, CHANGE).await?;
    browser.fill("f_parent", "M. B.").await?;
    browser.press("Add another parent").await?;
    browser.wait_until("the second is shown", "document.activeElement.id === 'sheet_1'").await?;
    assert_eq!(browser.value("f_parent").await?, "");
    browser.fill("f_parent", "F. B.").await?;
    browser.press("Parent 1").await?;
    browser.wait_until("the first is shown", "document.activeElement.id === 'sheet_0'").await?;
    assert_eq!(browser.value("f_parent").await?, "M. B.");
    assert!(!paper(browser).await?.contains("F. B."));
    Ok(())
}

pub(crate) async fn taken_away(browser: &Browser) -> WebDriverResult<()> {
    files::watch(browser, || open(browser, LETTER)).await?;
    browser.fill("f_child-name", "A. <B> & שלום").await?;
    browser.press("Save as text (.txt)").await?;
    let text = files::saved(browser, 1).await?;
    assert!(text.contains("assessment of need for A. <B> & שלום, date of birth"), "{text}");
    browser.see("Saved as letter-asking-for-information.txt.").await?;
    // What makes the other file is fetched now, and not before.
    let fetched = "performance.getEntriesByType('resource').some((at) => at.name.includes('waymark-docx'))";
    assert_eq!(browser.script(&format!("return {fetched};"), vec![]).await?, json!(false));
    browser.press("Save for a word processor (.docx)").await?;
    let docx = files::saved(browser, 2).await?;
    // A ZIP archive whose entries are stored as they are.
    assert!(docx.starts_with("PK") && docx.contains("word/document.xml"), "{docx:.80}");
    assert!(docx.contains("A. &lt;B&gt; &amp; שלום"), "what was typed is in the file");
    browser.see("Saved as letter-asking-for-information.docx.").await?;
    // Where that part does not come, it is said.
    let offline = "window.waymarkImport = () => Promise.reject(new Error('offline'));";
    browser.script(offline, vec![]).await?;
    browser.press("Save for a word processor (.docx)").await?;
    browser.see("The file could not be made").await?;
    let kept = browser.script("return [location.hash, localStorage.length];", vec![]).await?;
    assert_eq!(kept, json!(["", 0]));
    Ok(())
}

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page("tools/forms/").await?;
    browser.see("Named in the source, and not here").await?;
    browser.follow("Letter asking for information").await?;
    for words in [
        "The blank form",
        "We are doing an assessment of need for",
        "Only if you ask under statute:",
        "It is not an official form of any council.",
        "Where each part comes from",
    ] {
        browser.see(words).await?;
    }
    Ok(())
}
