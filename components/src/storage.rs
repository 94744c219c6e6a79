//! The only way to the device's storage.
//!
//! Nothing is kept here that a person did not choose to keep. Storage can be full, blocked or gone: every call
//! says whether it worked, and nothing depends on it.

use gloo_storage::{LocalStorage, Storage};
use serde::{Serialize, de::DeserializeOwned};

/// What is kept under `key`, when it is there and readable.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    available().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Keeps `value` under `key`. `false` when the browser did not let us.
pub fn keep<T: Serialize>(key: &str, value: &T) -> bool {
    available() && LocalStorage::set(key, value).is_ok()
}

/// Forgets what is kept under `key`.
pub fn forget(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}

/// gloo-storage panics where the browser blocks storage altogether, so that is asked first.
fn available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
