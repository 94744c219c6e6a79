//! A case kept by choice, and a case file that somebody made to do harm.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{ALIVE, hostile, traces};

const WHOLE_CASE: &str = "tools/deadlines/whole-case/";
const CHECKLIST: &str = "tools/checklists/childs-needs-assessment-record/";
const FORM: &str = "tools/forms/agency-prompt-sheet/";
const CASES: &str = "tools/cases/";

const MENU: &str = "Keep, save or open a case";

/// Where a kept case is. Its number is left out.
const ITS_PLACE: &str = "localStorage waymark.case.";

async fn open(browser: &Browser, page: &str) -> WebDriverResult<()> {
    browser.open_page(page).await?;
    browser.wait_for(ALIVE).await?;
    traces::listen(browser).await
}

/// Puts the hostile text into a field, as typing does.
async fn put(browser: &Browser, id: &str) -> WebDriverResult<()> {
    const PUT: &str = "
        const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.wait_for(&format!("#{id}")).await?;
    browser.script(PUT, vec![json!(id), json!(hostile::TEXT)]).await.map(drop)
}

pub(crate) async fn in_its_own_place_alone(browser: &Browser) -> WebDriverResult<()> {
    open(browser, CHECKLIST).await?;
    browser.unfold(MENU).await?;
    put(browser, "my-case-reference").await?;
    browser.press("Keep on this device").await?;
    browser.see("is kept on this device until").await?;
    browser.click("label[for=state-need-now-recorded]").await?;
    browser.click("#asked-risk summary").await?;
    put(browser, "note-risk").await?;
    assert_eq!(traces::places(browser).await?, [ITS_PLACE]);
    // Each later tool of the case keeps there too, and the page of cases reads it.
    open(browser, FORM).await?;
    put(browser, "f_child").await?;
    assert_eq!(traces::places(browser).await?, [ITS_PLACE]);
    let written = "return Object.values(localStorage).join().split(arguments[0]).length - 1;";
    let count = browser.script(written, vec![json!(hostile::MARK)]).await?;
    assert_eq!(count, 3, "the reference, the note and the form");
    hostile::is_only_text(browser, FORM).await?;
    open(browser, CASES).await?;
    browser.see(hostile::MARK).await?;
    browser.press("Remove everything that this guide keeps here").await?;
    browser.see("Yes, remove all of it").await?;
    hostile::is_only_text(browser, CASES).await?;
    assert_eq!(traces::places(browser).await?, [ITS_PLACE]);
    browser.press("Yes, remove all of it").await?;
    browser.see("Everything is removed.").await?;
    assert_eq!(traces::places(browser).await?, [""; 0]);
    open(browser, CHECKLIST).await?;
    assert_eq!(traces::places(browser).await?, [""; 0]);
    let left = browser.script("return [localStorage.length, sessionStorage.length];", vec![]).await?;
    assert_eq!(left, json!([0, 0]));
    Ok(())
}

/// A case file with the hostile text wherever a reader's own text can stand.
fn hostile_file() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/case_files/versions/1.json");
    let text = fs::read_to_string(file).expect("a file of a version that was written");
    let mut file: Value = serde_json::from_str(&text).expect("a case file is JSON");
    let case = &mut file["case"];
    case["reference"] = json!(hostile::TEXT);
    case["dates"]["events"]["referral-received"][0]["day"] = json!("<b>8</b>");
    case["checklists"]["childs-needs-assessment-record"] = json!([
        { "item": "risk", "state": "recorded", "note": hostile::TEXT },
        { "item": "safeguarding", "state": "does-not-apply", "reason": hostile::TEXT },
        { "item": "no-such-item", "state": "recorded", "note": hostile::TEXT },
    ]);
    case["forms"] = json!({ "agency-prompt-sheet": [{ "values": { "child": { "text": hostile::TEXT } } }] });
    file.to_string()
}

pub(crate) async fn from_a_hostile_file(browser: &Browser) -> WebDriverResult<()> {
    const GIVE: &str = "
        const chosen = new DataTransfer();
        chosen.items.add(new File([arguments[0]], '<img src=x onerror=window.ran=1>.json'));
        const field = document.getElementById('my-case-file');
        field.files = chosen.files;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    let file = hostile_file();
    for page in [WHOLE_CASE, "tools/decisions/immediate-protection/", CHECKLIST, FORM] {
        open(browser, page).await?;
        browser.script(GIVE, vec![json!(file)]).await?;
        browser.see("from a file. It is open on this page only").await?;
        // As text, to be read.
        browser.see("<script>window.ran='script'</script>").await?;
        hostile::is_only_text(browser, page).await?;
        assert_eq!(traces::places(browser).await?, [""; 0], "/{page}");
        let held = match page {
            CHECKLIST => "note-risk",
            FORM => "f_child",
            _ => continue,
        };
        assert_eq!(browser.value(held).await?, hostile::TEXT, "/{page}");
    }
    // Kept, it is no more than text on the page of cases either.
    browser.unfold(MENU).await?;
    browser.press("Keep on this device").await?;
    browser.see("is kept on this device until").await?;
    open(browser, CASES).await?;
    browser.see("<script>window.ran='script'</script>").await?;
    hostile::is_only_text(browser, CASES).await
}
