//! Runs axe-core in a page and says what it found, so that someone can go and mend it.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::browser::Browser;

/// What the page must meet: WCAG 2.2 at level AA, and what axe-core itself advises.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Waits for fades to end, since axe-core measures the colours of the moment.
const RUN: &str = "
    const [rules, done] = arguments;
    const still = Promise.allSettled(document.getAnimations().map((fade) => fade.finished));
    still
        .then(() => axe.run(document, { runOnly: { type: 'tag', values: rules } }))
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
pub async fn violations(browser: &Browser, source: &str) -> WebDriverResult<Vec<String>> {
    // Once for each page load; the source is long.
    if browser.script("return typeof axe;", vec![]).await? == "undefined" {
        browser.script(source, vec![]).await?;
    }
    let found = browser.script_until_done(RUN, vec![json!(RULES)]).await?;
    // A run that checks nothing would find nothing.
    assert!(found["checked"].as_u64().unwrap_or(0) > 0, "axe-core checked nothing: {found}");
    let violations = found["violations"].as_array().into_iter().flatten();
    Ok(violations.filter_map(Value::as_str).map(str::to_owned).collect())
}
