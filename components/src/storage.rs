//! The only way to the device's storage.
//!
//! Nothing is kept here that a person did not choose to keep. Storage can be full, blocked or gone: every call
//! says whether it worked, and nothing depends on it.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, SessionStorage, Storage};
use js_sys::{Function, Promise};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen_futures::JsFuture;
use web_sys::AddEventListenerOptions;

/// What the keys of everything that this guide keeps begin with. Other sites may share the address.
const OURS: &str = "waymark.";

/// What is kept under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// Nothing, or the browser does not let us look.
    Nothing,
    /// Something that cannot be read.
    Unreadable,
    /// This.
    Here(T),
}

/// What is kept under `key`, when it is there and readable.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    if let Found::Here(value) = find(key) { Some(value) } else { None }
}

/// What is kept under `key`.
pub fn find<T: DeserializeOwned>(key: &str) -> Found<T> {
    if !available() {
        return Found::Nothing;
    }
    match LocalStorage::get(key) {
        Ok(value) => Found::Here(value),
        Err(StorageError::SerdeError(_)) => Found::Unreadable,
        Err(_) => Found::Nothing,
    }
}

/// Keeps `value` under `key`, whole or not at all. `false` when the browser did not let us.
pub fn keep<T: Serialize>(key: &str, value: &T) -> bool {
    available() && LocalStorage::set(key, value).is_ok()
}

/// Forgets what is kept under `key`.
pub fn forget(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}

/// The keys of everything that this guide keeps.
pub fn keys() -> Vec<String> {
    if available() { ours(&LocalStorage::raw()) } else { Vec::new() }
}

/// Removes everything that this guide keeps, for the device and for this tab. `false` when something is left.
pub fn forget_everything() -> bool {
    for key in keys() {
        LocalStorage::delete(key);
    }
    if tab::available() {
        for key in ours(&SessionStorage::raw()) {
            SessionStorage::delete(key);
        }
    }
    keys().is_empty()
}

/// Comes when another tab has changed what is kept.
pub async fn changed_elsewhere() {
    let promise = Promise::new(&mut |resolve: Function, _| {
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        if let Some(window) = web_sys::window() {
            let _ = window
                .add_event_listener_with_callback_and_add_event_listener_options("storage", &resolve, &once);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// What is kept for one tab, and goes with it.
pub mod tab {
    use super::{SessionStorage, Storage};

    /// What this tab has under `key`.
    pub fn read(key: &str) -> Option<String> {
        available().then(|| SessionStorage::get(key).ok()).flatten()
    }

    /// Keeps a text for this tab.
    pub fn keep(key: &str, text: &str) {
        if available() {
            // What is not kept costs the reader one more step on the next page.
            let _ = SessionStorage::set(key, text);
        }
    }

    /// Forgets it.
    pub fn forget(key: &str) {
        if available() {
            SessionStorage::delete(key);
        }
    }

    pub(super) fn available() -> bool {
        web_sys::window().is_some_and(|window| matches!(window.session_storage(), Ok(Some(_))))
    }
}

fn ours(storage: &web_sys::Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    keys.filter(|key| key.starts_with(OURS)).collect()
}

/// gloo-storage panics where the browser blocks storage altogether, so that is asked first.
fn available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
