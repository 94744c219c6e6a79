//! The parts, packed into one file.

use waymark_content::form::Document;

use crate::body::body;
use crate::container::Container;
use crate::parts::{FIXED, about, foot};

/// The document as a file for a word processor. The same document gives the same bytes. `None` when it is too long for
/// the format, at 4 GB.
pub fn docx_bytes(document: &Document) -> Option<Vec<u8>> {
    let mut container = Container::default();
    // What the parts are stands first.
    for (name, text) in FIXED {
        container.add(name, text.as_bytes())?;
    }
    container.add("docProps/core.xml", &about(document))?;
    container.add("word/document.xml", &body(document))?;
    container.add("word/footer.xml", &foot(document))?;
    container.finish()
}
