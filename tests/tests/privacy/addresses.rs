//! Addresses with anything after the `#` or the `?`.

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::{ALIVE, hostile};

/// One page of each kind that reads what a link led to, or could.
const PAGES: [&str; 9] = [
    "tools/deadlines/",
    "tools/deadlines/whole-case/",
    "tools/deadlines/check/",
    "tools/decisions/immediate-protection/",
    "tools/checklists/childs-needs-assessment-record/",
    "tools/forms/letter-asking-for-information/",
    "tools/cases/",
    "search/",
    "display/",
];

const ENDS: [&str; 6] = [
    "#zqxmark<img src=x onerror=window.ran='img'>",
    "#zqxmark%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E%22%5D%00",
    "#javascript:window.ran='link'",
    "#zqxmark\"],*{}[a=\"",
    "#%E0%A4%A__proto__",
    "?search=zqxmark<script>window.ran='script'</script>&__proto__[ran]=1",
];

pub(crate) async fn run_nothing(browser: &Browser) -> WebDriverResult<()> {
    for page in PAGES {
        for end in ENDS {
            // Otherwise the browser would only go to another place on the same page.
            browser.open_url("about:blank").await?;
            browser.open_url(&format!("{}{page}{end}", browser.site())).await?;
            browser.wait_for(ALIVE).await?;
            hostile::is_only_text(browser, &format!("/{page}{end}")).await?;
            let text = browser.text().await?;
            assert!(!text.contains(hostile::MARK), "/{page}{end} is repeated on the page");
            let set = "return ({}).ran !== undefined || document.title.includes('zqxmark');";
            assert_eq!(browser.script(set, vec![]).await?, false, "/{page}{end}");
        }
    }
    Ok(())
}
