//! What the tools ask of the browser: to print, to copy, to save a file, to name a place in the page's address. Nothing
//! is sent anywhere: what stands after `#` stays in the browser.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlDocument, HtmlElement, HtmlTextAreaElement, Url};

/// A file for the reader to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// The place on the page that the address names, without `#`. In one file the page's own address stands before it.
pub fn place_in_address() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.rsplit('#').next().unwrap_or_default().to_owned()
}

/// The page's address with another place on it.
pub fn address_of_place(place: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let (page, hash) = address.split_once('#').unwrap_or((&address, ""));
    let in_file = hash.split('#').next().filter(|path| path.starts_with('/'));
    in_file.map_or_else(|| format!("{page}#{place}"), |path| format!("{page}#{path}#{place}"))
}

/// Names another place in the address, without going there and without a way back to the one before.
pub fn name_place(place: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address_of_place(place)));
    }
}

/// Opens the browser's way to print.
pub fn print() {
    let _ = window().print();
}

/// Hands a file to the browser to save. `false` when it could not be made.
pub fn save(file: &SavedFile) -> bool {
    let parts = js_sys::Array::of1(&JsValue::from_str(&file.text));
    let kind = BlobPropertyBag::new();
    kind.set_type(file.kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let link = document().create_element("a").ok();
    if let Some(link) = &link {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", &file.name);
        link.unchecked_ref::<HtmlElement>().click();
    }
    let _ = Url::revoke_object_url(&address);
    link.is_some()
}

/// Copies text in the way that works without asking first, and from a file as well. `false` when it did not.
pub fn copy(text: &str) -> bool {
    let document = document();
    let Some(body) = document.body() else { return false };
    let Ok(area) = document.create_element("textarea") else { return false };
    let area: HtmlTextAreaElement = area.unchecked_into();
    area.set_value(text);
    area.set_class_name("wm-copied");
    let before = document.active_element();
    let _ = body.append_child(&area);
    area.select();
    let copied = document.unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    copied
}
