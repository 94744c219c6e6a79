//! The three engines, and what each must be told to run without a window and let its console be read.

use std::fmt;
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::programs;

/// A browser engine that people read the guide with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari; here as WebKitGTK.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

/// What a journey needs of its browser beyond the ordinary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Scripts of pages do not run. WebDriver's own scripts still do.
    pub without_scripts: bool,
    /// Requests are recorded. Chromium only: the other drivers have no such record.
    pub record_requests: bool,
    /// The journey is meant to go wrong, so the console may say so.
    pub may_complain: bool,
}

impl Engine {
    /// What to ask of the driver. `profile` is a folder that Firefox may fill.
    pub(super) fn capabilities(self, setup: Setup, profile: &Path) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(setup),
            Self::Firefox => firefox(setup, profile),
            Self::WebKit => webkit(setup),
        };
        let mut capabilities = Capabilities::new();
        for (key, value) in wanted.as_object().into_iter().flatten() {
            capabilities.set(key.as_str(), value).expect("a JSON value is a capability");
        }
        capabilities
    }
}

fn chromium(setup: Setup) -> Value {
    // Without a sandbox it runs as root too; the other flags stop it from calling home.
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1024",
    ];
    let mut preferences = json!({});
    if setup.without_scripts {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let mut logs = json!({ "browser": "ALL" });
    if setup.record_requests {
        logs["performance"] = json!("ALL");
    }
    let binary = programs::program("chromium");
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": arguments, "prefs": preferences },
        "goog:loggingPrefs": logs,
    })
}

fn firefox(setup: Setup, profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": programs::program("firefox-esr"),
            "args": [Path::new("-headless"), Path::new("-profile"), profile],
            "prefs": {
                "javascript.enabled": !setup.without_scripts,
                // The console of pages goes to standard output, where `console` reads it.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                "browser.dom.window.dump.enabled": true,
                // Reads the style that `window` put into the profile.
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    })
}

fn webkit(setup: Setup) -> Value {
    let mut arguments = vec!["--automation"];
    if setup.without_scripts {
        arguments.push("--enable-javascript=false");
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": programs::mini_browser(), "args": arguments },
    })
}
