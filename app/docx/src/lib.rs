//! A form's document as a file for a word processor (Office Open XML, `.docx`).
//!
//! A bundle of its own: most readers print, and the tools' bundle has no room for it. The `docx-rs` crate would be several
//! times as much to fetch.
//!
//! - [`docx_bytes`]: the file
//! - [`docx`]: the same for the browser, from a document that has travelled

mod body;
mod container;
mod package;
mod parts;
mod run;
mod script;
mod xml;

use waymark_content::form::Document;
use waymark_content::packed::unpacked;

pub use package::docx_bytes;

/// The file, from a document as texts. `undefined` when they are not those of a document.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn docx(texts: Vec<String>) -> Option<Vec<u8>> {
    docx_bytes(&unpacked::<Document>(texts)?)
}
