//! Keeping a case: nothing by itself; on the device when it is chosen; in a file; and gone when it is removed.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{ALIVE, case, files, open};

const WHOLE_CASE: &str = "tools/deadlines/whole-case/";
const PROTECTION: &str = "tools/decisions/immediate-protection/";
const CASES: &str = "tools/cases/";
const MENU: &str = "Keep, save or open a case";
const PASSPHRASE: &str = "correct horse battery staple";

/// A referral on 8 April 2025, kept as JB 7.
async fn keep(browser: &Browser) -> WebDriverResult<()> {
    open(browser, WHOLE_CASE).await?;
    case::enter(browser, "referral-received", ["8", "4", "2025"]).await?;
    browser.see("Nothing you enter here is kept.").await?;
    browser.unfold(MENU).await?;
    browser.fill("my-case-reference", "JB 7").await?;
    browser.press("Keep on this device").await?;
    browser.see("Case JB 7 is kept on this device until").await
}

async fn is_day(browser: &Browser, day: &str) -> WebDriverResult<()> {
    let held = format!("document.getElementById('referral-received-day')?.value === '{day}'");
    browser.wait_until(&format!("the referral is of the {day}."), &held).await
}

/// How much the browser keeps for the site, and for the tab.
async fn kept(browser: &Browser) -> WebDriverResult<Value> {
    browser.script("return [localStorage.length, sessionStorage.length];", vec![]).await
}

/// Gives a file to the page, as choosing one does.
async fn give(browser: &Browser, text: &str) -> WebDriverResult<()> {
    const GIVE: &str = "
        const chosen = new DataTransfer();
        chosen.items.add(new File([arguments[0]], 'case.json', { type: 'application/json' }));
        const field = document.getElementById('my-case-file');
        field.files = chosen.files;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.script(GIVE, vec![json!(text)]).await.map(drop)
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/case_files/versions");
    fs::read_to_string(folder.join(name)).expect("a file of a version that was written")
}

pub(crate) async fn on_the_device(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    // Each later change is kept at once, in every tool of the case.
    browser.fill("referral-received-day", "9").await?;
    browser.reload().await?;
    browser.wait_for(ALIVE).await?;
    is_day(browser, "9").await?;
    browser.see("Wednesday 9 April 2025").await?;
    open(browser, PROTECTION).await?;
    browser.see("Case JB 7 is kept").await?;
    browser.click("label[for=risk-yes]").await?;
    open(browser, CASES).await?;
    browser.see("It holds dates: 1, decisions: 1.").await?;
    open(browser, PROTECTION).await?;
    browser.wait_until("the answer is there", "document.getElementById('risk-yes').checked").await?;
    // The fields ask the browser not to remember what is typed.
    let offered = "
        const fields = [...document.querySelectorAll('main input[type=text]')];
        return fields.length > 0 && fields.every((field) => field.autocomplete === 'off');";
    assert_eq!(browser.script(offered, vec![]).await?, json!(true));
    // Closed, it is gone from the page and still kept.
    browser.unfold(MENU).await?;
    browser.press("Close this case").await?;
    browser.wait_until("the answer is gone", "document.getElementById('risk-unknown').checked").await?;
    assert_eq!(kept(browser).await?, json!([1, 0]));
    open(browser, CASES).await?;
    browser.press("Open JB 7").await?;
    browser.see("Open in this tab").await?;
    open(browser, WHOLE_CASE).await?;
    is_day(browser, "9").await
}

/// Lists and forms belong to the case; what rests on the same statement is answered once.
pub(crate) async fn lists_and_forms(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    open(browser, "tools/checklists/teeswide-common-principles/").await?;
    browser.click("label[for=state-contingency-recorded]").await?;
    open(browser, "tools/checklists/teeswide-plan/").await?;
    let shared = "document.getElementById('state-contingency-recorded').checked";
    browser.wait_until("the other list has the answer", shared).await?;
    open(browser, "tools/forms/letter-asking-for-information/").await?;
    browser.fill("f_child-name", "A. B.").await?;
    browser.reload().await?;
    browser.wait_for(ALIVE).await?;
    assert_eq!(browser.value("f_child-name").await?, "A. B.");
    open(browser, CASES).await?;
    browser.see("checklists: 1, forms: 1.").await?;
    // What other people share in is never kept, and has no bar that offers it.
    open(browser, "tools/forms/agreement-for-family-meeting/").await?;
    let offered = browser.script("return document.getElementById('my-case') !== null;", vec![]).await?;
    assert_eq!(offered, json!(false));
    Ok(())
}

pub(crate) async fn removed(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    browser.open_page("display/").await?;
    browser.choose("Dark").await?;
    browser.see("Kept on this device.").await?;
    open(browser, CASES).await?;
    browser.see("your display settings").await?;
    browser.press("Remove everything that this guide keeps here").await?;
    // What will go is said first, and no is an answer.
    browser.see("case JB 7").await?;
    browser.press("No, leave it").await?;
    assert_eq!(kept(browser).await?, json!([2, 1]));
    browser.press("Remove everything that this guide keeps here").await?;
    browser.press("Yes, remove all of it").await?;
    browser.see("Everything is removed.").await?;
    assert_eq!(kept(browser).await?, json!([0, 0]));
    browser.wait_until("the display is the usual one", "!document.documentElement.dataset.theme").await?;
    browser.see("No case is kept on this device.").await?;
    open(browser, WHOLE_CASE).await?;
    is_day(browser, "").await?;
    assert_eq!(kept(browser).await?, json!([0, 0]));
    Ok(())
}

pub(crate) async fn one_removed(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    open(browser, CASES).await?;
    browser.press("Remove JB 7").await?;
    browser.see("Remove case JB 7? It cannot be brought back.").await?;
    browser.press("Yes, remove it").await?;
    browser.see("No case is kept on this device.").await?;
    assert_eq!(kept(browser).await?, json!([0, 0]));
    // One whose time is over goes by itself.
    keep(browser).await?;
    let late = "
        const key = Object.keys(localStorage)[0];
        const file = JSON.parse(localStorage[key]);
        file.kept.until = '2020-01-01';
        localStorage[key] = JSON.stringify(file);";
    browser.script(late, vec![]).await?;
    open(browser, WHOLE_CASE).await?;
    browser.see("The time for keeping this case is over.").await?;
    is_day(browser, "").await?;
    assert_eq!(kept(browser).await?, json!([0, 0]));
    Ok(())
}

pub(crate) async fn two_tabs(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    let first = browser.tab().await?;
    browser.new_tab().await?;
    open(browser, CASES).await?;
    browser.press("Open JB 7").await?;
    open(browser, WHOLE_CASE).await?;
    is_day(browser, "8").await?;
    let second = browser.tab().await?;

    // A tab that has nothing of its own to lose follows the other.
    browser.to_tab(&first).await?;
    browser.fill("referral-received-day", "9").await?;
    browser.to_tab(&second).await?;
    is_day(browser, "9").await?;
    browser.see("Another tab changed this case. Its version stands here now.").await?;

    // One that cannot know yet is told when it would write over the other, and chooses.
    let unheard = "window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);";
    browser.to_tab(&first).await?;
    let other = "
        const key = Object.keys(localStorage).find((key) => key.startsWith('waymark.case.'));
        const file = JSON.parse(localStorage[key]);
        file.kept.revision += 1;
        file.case.dates.events['referral-received'][0].day = '20';
        localStorage[key] = JSON.stringify(file);";
    browser.script(unheard, vec![]).await?;
    browser.script(other, vec![]).await?;
    browser.fill("referral-received-day", "11").await?;
    browser.see("Another tab changed this case after you opened it here.").await?;
    is_day(browser, "11").await?;
    // Wherever the reader is on the page.
    let in_view = "
        scrollTo(0, document.getElementById('form').getBoundingClientRect().bottom + scrollY - innerHeight);
        const place = document.getElementById('my-case-reminder').getBoundingClientRect();
        return place.top >= 0 && place.bottom <= innerHeight;";
    assert_eq!(browser.script(in_view, vec![]).await?, json!(true), "the reminder is out of sight");
    browser.follow("See why, and choose").await?;
    let there = "document.activeElement.id === 'my-case-warning'";
    browser.wait_until("the reminder leads to the choice", there).await?;
    browser.press("Keep mine as a copy").await?;
    browser.see("Yours is kept as a case of its own: JB 7 (copy).").await?;
    open(browser, CASES).await?;
    browser.press("Open JB 7").await?;
    open(browser, WHOLE_CASE).await?;
    is_day(browser, "20").await?;
    browser.script(unheard, vec![]).await?;
    browser
        .script(
            "const key = 'waymark.case.' + JSON.parse(sessionStorage['waymark.open-case']);
            const file = JSON.parse(localStorage[key]);
            file.kept.revision += 1;
            file.case.dates.events['referral-received'][0].day = '21';
            localStorage[key] = JSON.stringify(file);",
            vec![],
        )
        .await?;
    browser.fill("referral-received-day", "12").await?;
    browser.press("Take the other version, and drop my last changes").await?;
    is_day(browser, "21").await
}

pub(crate) async fn in_a_file(browser: &Browser) -> WebDriverResult<()> {
    files::watch(browser, || open(browser, WHOLE_CASE)).await?;
    case::enter(browser, "referral-received", ["8", "4", "2025"]).await?;
    browser.unfold(MENU).await?;
    browser.press("Save to a file").await?;
    let file = files::saved(browser, 1).await?;
    assert!(file.starts_with(r#"{"format":"waymark-case","version":1,"#), "{file}");
    assert_eq!(kept(browser).await?, json!([0, 0]));

    // Another time, or another browser: the page starts with nothing, and the file brings it back.
    open(browser, WHOLE_CASE).await?;
    is_day(browser, "").await?;
    give(browser, &file).await?;
    is_day(browser, "8").await?;
    browser.see("from a file. It is open on this page only").await?;
    assert_eq!(kept(browser).await?, json!([0, 0]));

    // What is not kept is dropped only when the reader says so.
    browser.fill("referral-received-day", "9").await?;
    give(browser, &file).await?;
    browser.see("Opening the file takes its place.").await?;
    browser.press("Leave it").await?;
    is_day(browser, "9").await?;
    give(browser, &file).await?;
    browser.press("Go on, and drop what is not kept").await?;
    is_day(browser, "8").await
}

pub(crate) async fn sealed(browser: &Browser) -> WebDriverResult<()> {
    // A file that another program sealed by the same rules.
    open(browser, WHOLE_CASE).await?;
    give(browser, &fixture("1-sealed.json")).await?;
    browser.fill("my-case-unseal", "wrong").await?;
    browser.press("Open it").await?;
    browser.see("Either this is not its passphrase, or the file was changed").await?;
    is_day(browser, "").await?;
    browser.fill("my-case-unseal", PASSPHRASE).await?;
    browser.press("Open it").await?;
    browser.see("Case JB 7, from a file.").await?;
    is_day(browser, "8").await?;

    // What is sealed here is what the passphrase opens, by the browser's own means.
    files::watch(browser, async || Ok(())).await?;
    browser.unfold(MENU).await?;
    browser.fill("my-case-passphrase", PASSPHRASE).await?;
    browser.press("Save to a file").await?;
    let file = files::saved(browser, 1).await?;
    assert!(!file.contains("JB 7") && !file.contains("referral"), "{file}");
    const UNSEAL: &str = "
        const [text, passphrase, done] = arguments;
        const file = JSON.parse(text);
        const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        (async () => {
            const secret = await crypto.subtle.importKey(
                'raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
            const key = await crypto.subtle.deriveKey(
                { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(file.salt), iterations: file.rounds },
                secret, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
            const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(file.iv) }, key, bytes(file.data));
            return [file.rounds, JSON.parse(new TextDecoder().decode(open)).case.reference];
        })().then(done, (error) => done(String(error)));";
    let found = browser.script_until_done(UNSEAL, vec![json!(file), json!(PASSPHRASE)]).await?;
    assert_eq!(found, json!([600_000, "JB 7"]));

    // Changed by one character, it opens nothing.
    open(browser, WHOLE_CASE).await?;
    let end = file.len() - 12;
    let other = if &file[end..=end] == "A" { "B" } else { "A" };
    give(browser, &format!("{}{other}{}", &file[..end], &file[end + 1..])).await?;
    browser.fill("my-case-unseal", PASSPHRASE).await?;
    browser.press("Open it").await?;
    browser.see("or the file was changed since it was saved").await?;
    is_day(browser, "").await
}

pub(crate) async fn broken_files(browser: &Browser) -> WebDriverResult<()> {
    let good = fixture("1.json");
    keep(browser).await?;
    for (bad, says) in [
        (String::new(), "It ends too early"),
        (good[..good.len() / 2].to_owned(), "It ends too early"),
        ("Dear colleague,".to_owned(), "It is damaged, or no case file at all"),
        ("{\"a\":1}".to_owned(), "It does not say that it is a case of this guide's"),
        (good.replace("\"version\":1", "\"version\":2"), "A newer edition of this guide saved it"),
        (good.replace("\"risk\":", "\"risk\":\"no\",\"risk\":"), "stands in it twice"),
        (good.replace("\"JB 7\"", "7"), "“case.reference” is not a text"),
        ("[".repeat(1_000), "nested deeper"),
    ] {
        give(browser, &bad).await?;
        browser.see("The file was not opened.").await?;
        browser.see(says).await?;
        is_day(browser, "8").await?;
    }
    // 50 MB are refused by their size alone.
    const BIG: &str = "
        const chosen = new DataTransfer();
        chosen.items.add(new File([new Uint8Array(50_000_000)], 'film.json'));
        const field = document.getElementById('my-case-file');
        field.files = chosen.files;
        window.wasRead = false;
        Blob.prototype.text = function () { window.wasRead = true; return Promise.resolve(''); };
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.script(BIG, vec![]).await?;
    browser.see("It has 50 MB, and a case file has at most 5 MB.").await?;
    assert_eq!(browser.script("return wasRead;", vec![]).await?, json!(false));
    browser.see("Case JB 7 is kept on this device until").await?;
    is_day(browser, "8").await
}

/// What this edition does not ask is named, wherever the case is opened, and is still in the case afterwards.
pub(crate) async fn of_another_edition(browser: &Browser) -> WebDriverResult<()> {
    open(browser, PROTECTION).await?;
    opens_of_another_edition(browser).await?;
    browser.unfold(MENU).await?;
    browser.press("Keep on this device").await?;
    open(browser, WHOLE_CASE).await?;
    browser.see(OF_ANOTHER_EDITION).await?;
    is_day(browser, "8").await
}

/// Gives the tool of the page a case with a decision that this guide does not have.
pub(crate) async fn opens_of_another_edition(browser: &Browser) -> WebDriverResult<()> {
    let other = fixture("1.json").replace("\"immediate-protection\"", "\"a-table-of-another-edition\"");
    give(browser, &other).await?;
    browser.see("Case JB 7, from a file.").await?;
    browser.see(OF_ANOTHER_EDITION).await
}

const OF_ANOTHER_EDITION: &str = "does not have: a-table-of-another-edition.";

pub(crate) async fn storage_in_trouble(browser: &Browser) -> WebDriverResult<()> {
    keep(browser).await?;
    // Full.
    let full = "
        window.setItem = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    browser.script(full, vec![]).await?;
    browser.fill("referral-received-day", "9").await?;
    browser.see("The last change is not kept: the browser's storage is full or blocked.").await?;
    browser.press("Show every clock").await?;
    browser.wait_for(".wm-clocks").await?;
    browser.script("Storage.prototype.setItem = window.setItem;", vec![]).await?;
    browser.press("Try again").await?;
    browser.see("Case JB 7 is kept on this device until").await?;
    // Cleared under us.
    browser.script("localStorage.clear();", vec![]).await?;
    browser.fill("referral-received-day", "10").await?;
    browser.see("This case is no longer kept on this device.").await?;
    is_day(browser, "10").await?;
    assert_eq!(browser.script("return localStorage.length;", vec![]).await?, json!(0));
    browser.press("Keep it again").await?;
    browser.see("Case JB 7 is kept on this device until").await?;
    // Blocked altogether.
    let blocked = "
        const refuse = { get() { throw new DOMException('blocked', 'SecurityError'); } };
        Object.defineProperty(window, 'localStorage', refuse);
        Object.defineProperty(window, 'sessionStorage', refuse);";
    open(browser, WHOLE_CASE).await?;
    browser.unfold(MENU).await?;
    browser.press("Close this case").await?;
    browser.script(blocked, vec![]).await?;
    case::enter(browser, "referral-received", ["11", "4", "2025"]).await?;
    browser.press("Keep on this device").await?;
    browser.see("This browser did not let us keep it").await?;
    is_day(browser, "11").await
}

pub(crate) async fn without_scripts(browser: &Browser) -> WebDriverResult<()> {
    browser.open_page(CASES).await?;
    for words in ["Keeping cases needs JavaScript.", "What is kept, and where", "Case files"] {
        browser.see(words).await?;
    }
    Ok(())
}
