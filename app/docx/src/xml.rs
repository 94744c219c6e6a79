//! Elements of a part of the file.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// A part of the file in the making. Writing to memory does not fail.
pub(crate) struct Xml(Writer<Vec<u8>>);

/// Attributes: their names and values.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(crate) fn new() -> Self {
        let declaration = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_vec();
        Self(Writer::new(declaration))
    }

    /// An element with something in it.
    pub(crate) fn within(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Words. What XML 1.0 does not allow shows as a replacement.
    pub(crate) fn words(&mut self, words: &str) {
        let allowed: String =
            words.chars().map(|c| if is_allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect();
        self.write(Event::Text(BytesText::new(&allowed)));
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn write(&mut self, event: Event<'_>) {
        let written = self.0.write_event(event);
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// XML 1.0, section 2.2.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
