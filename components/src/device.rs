//! What the tools ask of the browser: to print, to copy, to save a file and to read one, to fetch another part of this
//! site, to name a place in the page's address. Nothing is sent anywhere: what stands after `#` stays in the browser.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::wasm_bindgen;
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

/// The same, with the page marked while it prints: styles tell by `data-print` what belongs on this paper.
pub fn print_marked(mark: &str) {
    let page = document().document_element();
    if let Some(page) = &page {
        let _ = page.set_attribute("data-print", mark);
    }
    print();
    if let Some(page) = &page {
        let _ = page.remove_attribute("data-print");
    }
}

#[wasm_bindgen]
extern "C" {
    /// JavaScript's `import()`, which no binding has. It stands in the script that starts the bundle.
    #[wasm_bindgen(catch, js_name = waymarkImport)]
    fn import(address: &str) -> Result<Promise, JsValue>;
}

/// What a function of another part of this site makes of these texts. The part is fetched when it is first asked for.
///
/// # Errors
/// Why not, for whoever looks into it: it did not load, or made nothing of them.
pub async fn made_by(part: &str, function: &str, texts: &[String]) -> Result<Uint8Array, String> {
    let why = |error: JsValue| format!("{error:?}");
    let module = JsFuture::from(import(part).map_err(why)?).await.map_err(why)?;
    let function: Function = Reflect::get(&module, &function.into()).map_err(why)?.unchecked_into();
    let texts: js_sys::Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    let made = function.call1(&JsValue::NULL, &texts).map_err(why)?;
    made.dyn_into().map_err(why)
}

/// Hands a file of text to the browser to save. `false` when it could not be made.
pub fn save(file: &SavedFile) -> bool {
    save_part(&file.name, file.kind, &JsValue::from_str(&file.text))
}

/// Hands a file of bytes to the browser to save. `false` when it could not be made.
pub fn save_bytes(name: &str, kind: &str, bytes: &Uint8Array) -> bool {
    save_part(name, kind, bytes)
}

fn save_part(name: &str, kind: &str, part: &JsValue) -> bool {
    let parts = js_sys::Array::of1(part);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let link = document().create_element("a").ok();
    if let Some(link) = &link {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
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
