//! Dates that cannot be worked with. Each is said beside the field and at the top; nothing typed is lost.

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;

use crate::deadline;

struct Mistake {
    typed: [&'static str; 3],
    /// Words that the message must hold.
    says: &'static str,
    /// The field that the message leads to.
    leads_to: &'static str,
}

const DAY: &str = "date-day";
const MONTH: &str = "date-month";
const YEAR: &str = "date-year";

const MISTAKES: [Mistake; 12] = [
    Mistake { typed: ["", "", ""], says: "Enter the date", leads_to: DAY },
    Mistake { typed: ["31", "2", "2025"], says: "real date", leads_to: DAY },
    Mistake { typed: ["two", "5", "2025"], says: "day must be a number", leads_to: DAY },
    Mistake { typed: ["2", "May", "2025"], says: "month must be a number", leads_to: MONTH },
    Mistake { typed: ["2", "5", "25"], says: "4 numbers", leads_to: YEAR },
    Mistake { typed: ["2", "5", "2036"], says: "bank holidays", leads_to: YEAR },
    Mistake { typed: ["2", "5", "2009"], says: "bank holidays", leads_to: YEAR },
    Mistake { typed: ["2", "5", "0001"], says: "bank holidays", leads_to: YEAR },
    Mistake { typed: ["29", "2", "2025"], says: "real date", leads_to: DAY },
    Mistake { typed: ["", "5", "2025"], says: "must include a day", leads_to: DAY },
    Mistake { typed: ["2", "", "2025"], says: "must include a month", leads_to: MONTH },
    Mistake { typed: ["2", "5", ""], says: "must include a year", leads_to: YEAR },
];

pub(crate) async fn told_and_mended(browser: &Browser) -> WebDriverResult<()> {
    deadline::open(browser).await?;
    let title = browser.title().await?;
    for mistake in &MISTAKES {
        deadline::enter(browser, mistake.typed).await?;
        deadline::ask(browser).await?;
        told(browser, mistake).await?;
    }
    deadline::enter(browser, ["2", "5", "2025"]).await?;
    deadline::ask(browser).await?;
    deadline::see_answer(browser).await?;
    assert_eq!(browser.count(".govuk-error-summary").await?, 0, "the summary of errors stays after mending");
    assert_eq!(browser.text_of("#date-error").await?, "", "the message stays after mending");
    assert_eq!(browser.title().await?, title);
    Ok(())
}

async fn told(browser: &Browser, mistake: &Mistake) -> WebDriverResult<()> {
    let Mistake { typed, says, leads_to } = mistake;
    let summary = format!(
        "document.querySelector('.govuk-error-summary') && \
         document.querySelector('.govuk-error-summary').innerText.includes('{says}')"
    );
    browser.wait_until(&format!("{typed:?} is answered with “{says}”"), &summary).await?;
    // The summary has the focus, so that a screen reader reads it first.
    let focused = "document.activeElement === document.querySelector('.govuk-error-summary')";
    browser.wait_until("the summary of errors has the focus", focused).await?;

    let said = browser.text_of(".govuk-error-summary a").await?;
    let beside = browser.text_of("#date-error").await?;
    assert!(beside.contains(&said), "{typed:?}: the summary says “{said}”, the field “{beside}”");
    assert!(
        browser.title().await?.starts_with("Error: "),
        "{typed:?}: the title is {}",
        browser.title().await?
    );
    assert_eq!(browser.count(".wm-answer__date").await?, 0, "{typed:?} still has an answer");

    for (id, text) in [DAY, MONTH, YEAR].into_iter().zip(typed) {
        assert_eq!(browser.value(id).await?, *text, "{typed:?}: what was typed is lost");
    }
    browser.click(".govuk-error-summary a").await?;
    let moved = format!("document.activeElement.id === '{leads_to}'");
    browser.wait_until(&format!("{typed:?}: the link leads to {leads_to}"), &moved).await
}
