//! Every tool, with the hostile text in each of its fields, used as far as it goes.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::{Browser, Engine};
use waymark_tests::inputs;

use crate::{ALIVE, hostile, traces};

/// A tool on a page.
struct Tool {
    page: &'static str,
    /// What brings up more fields, by selector, before anything is typed.
    first: &'static [&'static str],
    /// Dates and numbers that give an answer, by field; typed last.
    then: &'static [(&'static str, &'static str)],
    /// Buttons by their words; those that leave the page are not among them.
    press: &'static [&'static str],
    /// What shows that the tool was used.
    shows: &'static str,
}

const TOOLS: [Tool; 13] = [
    Tool {
        page: "tools/deadlines/",
        first: &[],
        then: &[("date-day", "2"), ("date-month", "5"), ("date-year", "2025")],
        press: &["Work out the dates", "Copy as text"],
        shows: ".wm-answer__date",
    },
    Tool {
        page: "tools/deadlines/whole-case/",
        first: &[],
        then: &[],
        press: &["Show every clock"],
        shows: ".govuk-error-summary",
    },
    Tool {
        page: "tools/deadlines/any-count/",
        first: &[],
        then: &[],
        press: &["Count"],
        shows: ".govuk-error-summary",
    },
    Tool {
        page: "tools/deadlines/check/",
        first: &[],
        then: &[],
        press: &["Check it"],
        shows: ".govuk-error-summary",
    },
    Tool {
        page: "tools/deadlines/compare/",
        first: &[],
        then: &[],
        press: &["Compare"],
        shows: ".govuk-error-summary",
    },
    Tool {
        page: "tools/decisions/immediate-protection/",
        first: &["label[for=risk-yes]", "label[for=removal-yes]"],
        then: &[],
        press: &["Copy as text"],
        shows: "#result",
    },
    Tool {
        page: "tools/checklists/childs-needs-assessment-record/",
        first: &["label[for=state-need-now-recorded]", "label[for=state-safeguarding-does-not-apply]"],
        then: &[],
        press: &["See what is missing", "Copy as text", "Show only what is missing"],
        shows: ".wm-checklist__summary",
    },
    Tool {
        page: "tools/forms/letter-asking-for-information/",
        first: &["label[for=f_basis_consent]"],
        then: &[],
        press: &[
            "Copy as text",
            "Save as text (.txt)",
            "Save for a word processor (.docx)",
            "Check the form",
        ],
        shows: "#found",
    },
    Tool {
        page: "tools/forms/meeting-invitation-list/",
        first: &["#t_family_add"],
        then: &[],
        press: &["Save as text (.txt)", "Check the form"],
        shows: ".wm-paper",
    },
    Tool {
        page: "tools/forms/model-of-change/",
        first: &[],
        then: &[],
        press: &["Add another parent", "Check the form"],
        shows: ".wm-paper",
    },
    Tool { page: "tools/cases/", first: &[], then: &[], press: &[], shows: "main" },
    Tool { page: "search/", first: &[], then: &[], press: &[], shows: ".wm-result, [role=status]" },
    Tool { page: "display/", first: &[], then: &[], press: &[], shows: "main" },
];

/// Files go nowhere: what is in them is another test's business.
const NO_FILES: &str = "
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };";

/// Puts a text into every field that takes one, as typing does, and tells how many there are.
const TYPE: &str = "
    for (const details of document.querySelectorAll('main details')) details.open = true;
    const fields = [...document.querySelectorAll('main input, main textarea')].filter((at) =>
        (at.localName === 'textarea' || ['text', 'search', 'tel'].includes(at.type)) && at.checkVisibility() && !at.readOnly);
    const ids = fields.map((at) => at.id);
    for (const id of ids) {
        const field = document.getElementById(id);
        const kind = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, arguments[0]);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return ids;";

/// Fields that let the browser remember what is typed, or send it elsewhere to have its spelling looked at.
const TALKATIVE: &str = "
    return [...document.querySelectorAll('main input, main textarea')].filter((at) =>
        (at.localName === 'textarea' || ['text', 'search', 'tel'].includes(at.type))
        && (at.spellcheck || (at.autocomplete || at.form?.autocomplete) !== 'off')).map((at) => at.id);";

pub(crate) async fn into_every_tool(browser: &Browser) -> WebDriverResult<()> {
    traces::are_noticed(browser).await?;
    for tool in &TOOLS {
        into(browser, tool).await?;
    }
    Ok(())
}

async fn into(browser: &Browser, tool: &Tool) -> WebDriverResult<()> {
    let page = tool.page;
    browser.open_page(page).await?;
    browser.wait_for(ALIVE).await?;
    browser.script(NO_FILES, vec![]).await?;
    traces::listen(browser).await?;
    let entries = browser.script("return history.length;", vec![]).await?;
    if browser.engine() == Engine::Chromium {
        browser.requests().await?;
    }
    for selector in tool.first {
        browser.click(selector).await?;
    }
    let typed = browser.script(TYPE, vec![json!(hostile::TEXT)]).await?;
    let fields = typed.as_array().map_or(0, Vec::len);
    let takes_text = !["tools/cases/", "display/"].contains(&page);
    assert!(fields > 0 || !takes_text, "/{page} has no field");
    assert_eq!(browser.script(TALKATIVE, vec![]).await?, json!([]), "/{page}: fields that tell others");
    hostile::is_only_text(browser, page).await?;
    for (field, text) in tool.then {
        browser.fill(field, text).await?;
    }
    for button in tool.press {
        browser.press(button).await?;
        hostile::is_only_text(browser, page).await?;
    }
    browser.wait_for(tool.shows).await?;
    hostile::is_only_text(browser, page).await?;
    if takes_text {
        let stays = format!(
            "[...document.querySelectorAll('main input, main textarea')].some((at) => at.value.startsWith('{}'))",
            hostile::MARK
        );
        browser.wait_until("what was typed is still in its field", &stays).await?;
    }
    assert_eq!(traces::places(browser).await?, [""; 0], "/{page} leaves something of what was typed");
    assert_eq!(browser.script("return history.length;", vec![]).await?, entries, "/{page} makes an entry");
    if browser.engine() == Engine::Chromium {
        only_files_of_the_site(browser, page).await?;
    }
    // What a page does when it is left.
    browser.open_page("about/").await?;
    assert_eq!(traces::places(browser).await?, [""; 0], "/{page} leaves something when it is left");
    Ok(())
}

/// A tool may fetch a part of the site when it is used. Each has a name of the site, and nothing more.
async fn only_files_of_the_site(browser: &Browser, page: &str) -> WebDriverResult<()> {
    let (site, dist) = (browser.site(), inputs::dist());
    for asked in browser.requests().await? {
        let file = asked.strip_prefix(&site).map(|path| dist.join(path));
        let ours = file.is_some_and(|file| file.exists())
            || asked.starts_with("blob:")
            || asked.starts_with("data:");
        assert!(ours, "/{page} asks for {asked}");
    }
    Ok(())
}
