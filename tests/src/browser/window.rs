//! The size of the window. Pages must work at 320 px, and no browser lets its window be that narrow.
//!
//! Chromium is told to pretend, as its own developer tools do. Firefox and WebKit are held wide by their
//! toolbars: a style of their own, for the browser and not the page, takes that away. So all three lay pages
//! out for real.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use super::looks::pause;
use super::{Browser, Engine};

/// Firefox: no toolbars, and no least width.
const FIREFOX_STYLE: &str = ":root, body, #browser { min-width: 0 !important; } \
                             #navigator-toolbox { display: none; }";

/// GTK: toolbars that take no room.
const GTK_STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; \
                         font-size: 1px; letter-spacing: -1px; }";

/// Puts the styles where the browsers look for them.
pub(super) fn allow_narrow(engine: Engine, folder: &Path) -> io::Result<()> {
    let (place, name, style) = match engine {
        Engine::Chromium => return Ok(()),
        Engine::Firefox => ("chrome", "userChrome.css", FIREFOX_STYLE),
        Engine::WebKit => ("gtk-3.0", "gtk.css", GTK_STYLE),
    };
    fs::create_dir_all(folder.join(place))?;
    fs::write(folder.join(place).join(name), style)
}

impl Browser {
    /// Makes the page this wide, and asserts that it is.
    pub async fn resize(&self, width: u32) -> WebDriverResult<()> {
        const HEIGHT: u32 = 900;
        if self.engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
            self.web.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        } else {
            self.web.set_window_rect(0, 0, width, HEIGHT).await?;
        }
        for _ in 0..100 {
            if self.script("return innerWidth;", vec![]).await? == json!(width) {
                return Ok(());
            }
            pause().await;
        }
        let got = self.script("return innerWidth;", vec![]).await?;
        panic!("{} shows a page {got} px wide where {width} was asked for", self.engine());
    }
}
