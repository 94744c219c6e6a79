//! Runs axe-core in a page and says what it found, so that someone can go and mend it.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::browser::Browser;

/// Which rules a page is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.2 at level AA, and what axe-core itself advises.
    All,
    /// The same on paper, where nobody touches a target, and where of a form's page only the form is: a letter has no
    /// heading.
    OnPaper,
    /// Those about colour: enough for a look that changes nothing else. On a page of a thousand statements the
    /// other rules take most of the time and find what they found before.
    Colour,
    /// The same where the reader's system sets the colours: what the page insists on must still do at level AA.
    ForcedColour,
}

impl Rules {
    fn tags(self) -> &'static [&'static str] {
        match self {
            Self::All | Self::OnPaper => {
                &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            }
            Self::Colour | Self::ForcedColour => &["cat.color"],
        }
    }

    /// Rules of those tags that do not apply.
    fn left_out(self) -> &'static [&'static str] {
        match self {
            Self::OnPaper => &["target-size", "page-has-heading-one"],
            Self::ForcedColour => &["color-contrast-enhanced"],
            Self::All | Self::Colour => &[],
        }
    }
}

/// Waits for fades to end, since axe-core measures the colours of the moment.
const RUN: &str = "
    const [tags, leftOut, done] = arguments;
    const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
    const still = Promise.allSettled(document.getAnimations().map((fade) => fade.finished));
    still
        .then(() => axe.run(document, { runOnly: { type: 'tag', values: tags }, rules }))
        .then(({ violations, passes }) => done({
            checked: passes.length,
            violations: violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map((node) =>
                [`${id}: ${help}`, `at ${node.target.join(' ')}`, `in ${node.html.slice(0, 160)}`]
                    .concat([node.any, node.all, node.none].flat().map((check) => check.message))
                    .join('\\n    '))),
        }))
        .catch((error) => done({ checked: 0, violations: [String(error)] }));
";

/// Every violation in the page as it stands, at most three of a kind.
pub async fn violations(browser: &Browser, source: &str, rules: Rules) -> WebDriverResult<Vec<String>> {
    // Once for each page load; the source is long.
    if browser.script("return typeof axe;", vec![]).await? == "undefined" {
        browser.script(source, vec![]).await?;
    }
    let found = browser.script_until_done(RUN, vec![json!(rules.tags()), json!(rules.left_out())]).await?;
    // A run that checks nothing would find nothing.
    assert!(found["checked"].as_u64().unwrap_or(0) > 0, "axe-core checked nothing: {found}");
    let violations = found["violations"].as_array().into_iter().flatten();
    Ok(violations.filter_map(Value::as_str).map(str::to_owned).collect())
}
