//! What only Chromium can be asked to do, by the protocol of its developer tools.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use super::Browser;

/// What the page takes once its rubbish is gone.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Bytes of the script's heap.
    pub heap: u64,
    /// Nodes, on the page or held by it.
    pub nodes: u64,
    /// What listens to events.
    pub listeners: u64,
}

impl Browser {
    /// Shows pages as to a reader whose system asks for these, by media feature and value; with none, as usual.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> WebDriverResult<()> {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.command("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// Shows pages as in the window that has the focus, whatever has it. Tab, going beyond the last stop, leaves the
    /// page, and no later page would get the focus back.
    pub async fn keep_focus(&self) -> WebDriverResult<()> {
        self.command("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await.map(drop)
    }

    /// Runs a script in every page from now on, before any of the page's own.
    pub async fn before_every_page(&self, source: &str) -> WebDriverResult<()> {
        let script = json!({ "source": source });
        self.command("Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
    }

    /// What the page takes now.
    pub async fn memory(&self) -> WebDriverResult<Memory> {
        // What the first round lets go may hold more.
        for _ in 0..2 {
            self.command("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let heap = self.command("Runtime.getHeapUsage", json!({})).await?;
        let page = self.command("Memory.getDOMCounters", json!({})).await?;
        let number = |of: &Value, name: &str| of[name].as_u64().or(of[name].as_f64().map(|it| it as u64));
        let read = |of, name| number(of, name).unwrap_or_else(|| panic!("no {name} in {of}"));
        Ok(Memory {
            heap: read(&heap, "usedSize"),
            nodes: read(&page, "nodes"),
            listeners: read(&page, "jsEventListeners"),
        })
    }

    async fn command(&self, name: &str, parameters: Value) -> WebDriverResult<Value> {
        self.web.cdp().send_raw(name, parameters).await
    }
}
