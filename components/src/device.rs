//! What the tools ask of the browser: to print, to copy, to save a file and to read one. Nothing is sent anywhere.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Url,
};

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

/// A file that the reader chose. Nothing of it is read yet.
pub struct ChosenFile(File);

/// The file that was chosen in the field of this id. The field is empty again then, so that the same file can be chosen
/// once more.
pub fn chosen_file(id: &str) -> Option<ChosenFile> {
    let field: HtmlInputElement = document().get_element_by_id(id)?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(ChosenFile(file))
}

impl ChosenFile {
    /// How large it is.
    pub fn bytes(&self) -> u64 {
        // A size is a whole number far below 2^53.
        self.0.size() as u64
    }

    /// What is in it, as UTF-8; what is none stands as the sign for that. `None` when it cannot be read.
    pub async fn text(self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
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
