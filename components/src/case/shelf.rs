//! Where cases are kept: the device's storage, or a stand-in for it in tests.

use waymark_content::case::Json;

use crate::storage::{self, Found, tab};

/// A place that keeps JSON by keys, and for each tab which case is open in it. Any of it can fail at any time.
pub(super) trait Shelf {
    /// The keys of everything kept.
    fn keys(&self) -> Vec<String>;

    /// What is kept under a key.
    fn find(&self, key: &str) -> Found<Json>;

    /// Keeps it whole, or leaves what was there before. `false` when it did not.
    fn keep(&self, key: &str, json: &Json) -> bool;

    /// Forgets it.
    fn forget(&self, key: &str);

    /// Forgets everything, display and counting settings too. `false` when something is left.
    fn forget_everything(&self) -> bool;

    /// The case that is open in this tab, by its id.
    fn open_case(&self) -> Option<String>;

    /// Remembers which that is, for this tab only.
    fn set_open_case(&self, id: Option<&str>);

    /// An id that no case has.
    fn new_id(&self) -> String;
}

/// The device's own storage.
pub(super) struct Device;

const OPEN: &str = "waymark.open-case";

impl Shelf for Device {
    fn keys(&self) -> Vec<String> {
        storage::keys()
    }

    fn find(&self, key: &str) -> Found<Json> {
        storage::find(key)
    }

    fn keep(&self, key: &str, json: &Json) -> bool {
        storage::keep(key, json)
    }

    fn forget(&self, key: &str) {
        storage::forget(key);
    }

    fn forget_everything(&self) -> bool {
        storage::forget_everything()
    }

    fn open_case(&self) -> Option<String> {
        tab::read(OPEN)
    }

    fn set_open_case(&self, id: Option<&str>) {
        match id {
            Some(id) => tab::keep(OPEN, id),
            None => tab::forget(OPEN),
        }
    }

    fn new_id(&self) -> String {
        // Two cases of one device must not meet; nobody has to be kept from guessing.
        let number = js_sys::Math::random() * 9_007_199_254_740_992.0;
        (number as u64).to_string()
    }
}
