//! What went wrong in the browser's console, as far as each engine tells.
//!
//! - Chromium hands over its console: uncaught errors, `console.error` and `.warn`, breaches of the policy,
//!   requests that failed.
//! - Firefox prints uncaught errors and console calls, from the start; not breaches of the policy, nor
//!   requests.
//! - WebKit tells a driver nothing. So it reads the site through a server that puts a listening script first
//!   into every page: that hears uncaught errors, console calls, breaches of the policy and failed loads.
//!   Where scripts are off, WebKit tells nothing at all.

use super::{Browser, Engine};

/// Chromium's advice about the tool's code, fetched early and then not run. That is no news where scripts are
/// off, and a mistake to mend where they are on.
const NOT_RUN: &str = "was preloaded using link preload but not used";

/// Firefox's own complaint about a list that it would download for itself. It has nothing to do with a page.
const FIREFOX_OWN: &str = "RSLoader";

impl Browser {
    /// Every complaint since the browser opened, or in Chromium since this was last asked.
    pub async fn console_problems(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => match self.web.browser_log().await {
                Ok(entries) => entries
                    .into_iter()
                    .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING")
                    .filter(|entry| !(self.setup.without_scripts && entry.message.contains(NOT_RUN)))
                    .map(|entry| format!("{}: {}", entry.level, entry.message))
                    .collect(),
                Err(error) => vec![format!("the console could not be read: {error}")],
            },
            Engine::Firefox => firefox_problems(&self.driver.output()),
            Engine::WebKit => self.watched.as_ref().map(|server| server.complaints()).unwrap_or_default(),
        }
    }
}

fn firefox_problems(output: &str) -> Vec<String> {
    const MARKS: [&str; 3] = ["JavaScript error: http", "console.error:", "console.warn:"];
    let complaint = |line: &&str| MARKS.iter().any(|mark| line.contains(mark)) && !line.contains(FIREFOX_OWN);
    output.lines().filter(complaint).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::firefox_problems;

    #[test]
    fn firefox_output_is_searched_for_errors_of_pages() {
        let output = "1763 geckodriver INFO Listening\nconsole.error: RSLoader: \n\
                      JavaScript error: http://127.0.0.1/a.js, line 2: ReferenceError: x\n\
                      console.warn: \"w\"\n";
        assert_eq!(firefox_problems(output).len(), 2);
    }
}
