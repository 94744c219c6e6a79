//! What the browser asked for. Only Chromium's driver keeps a record, where `Setup::record_requests` asks for
//! it.

use serde_json::Value;
use thirtyfour::error::WebDriverResult;

use super::Browser;

impl Browser {
    /// Every address asked for since this was last called.
    pub async fn requests(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.web.get_log("performance").await?;
        Ok(entries.iter().filter_map(|entry| requested(&entry.message)).collect())
    }
}

fn requested(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let event = event.get("message")?;
    let sent = event.get("method")? == "Network.requestWillBeSent";
    sent.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned)).flatten()
}

#[cfg(test)]
mod tests {
    use super::requested;

    #[test]
    fn only_requests_are_read_from_the_record() {
        let event =
            |method| format!(r#"{{"message":{{"method":"{method}","params":{{"request":{{"url":"u"}}}}}}}}"#);
        assert_eq!(requested(&event("Network.requestWillBeSent")).as_deref(), Some("u"));
        assert_eq!(requested(&event("Network.dataReceived")), None);
    }
}
