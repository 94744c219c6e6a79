//! Stretches of text within a paragraph.

use waymark_content::form::{Run, RunKind};

use crate::script::runs_right_to_left;
use crate::xml::Xml;

/// Room to write within a line.
const GAP: &str = "__________";
/// A font with boxes to tick. Where it is missing, the word processor takes another that has them.
const BOXES: &str = "Segoe UI Symbol";

/// How a stretch looks.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: bool,
    italic: bool,
    grey: bool,
    boxes: bool,
}

/// Stretches of a paragraph, in order.
pub(crate) fn runs(xml: &mut Xml, runs: &[Run]) {
    for (place, each) in runs.iter().enumerate() {
        let after_box = place > 0 && matches!(runs[place - 1].kind, RunKind::Box(_));
        match each.text.strip_prefix(' ').filter(|_| after_box) {
            // A box and what it is for stay on one line.
            Some(label) => run(xml, &Run::new(each.kind, format!("\u{a0}{label}")), false),
            None => run(xml, each, place + 1 == runs.len()),
        }
    }
}

/// A box to tick, with room after it.
pub(crate) fn tick(xml: &mut Xml, ticked: bool) {
    text(xml, if ticked { "☒" } else { "☐" }, Look { boxes: true, ..Look::default() });
}

/// A line to write on, to the right margin: the paragraph has a tab stop there that draws it.
pub(crate) fn line(xml: &mut Xml) {
    xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

fn run(xml: &mut Xml, run: &Run, is_last: bool) {
    let plain = Look::default();
    match run.kind {
        RunKind::Plain | RunKind::Answer | RunKind::Again | RunKind::Ours => text(xml, &run.text, plain),
        RunKind::Strong | RunKind::Label => text(xml, &run.text, Look { bold: true, ..plain }),
        RunKind::Aside => text(xml, &run.text, Look { italic: true, ..plain }),
        RunKind::Box(ticked) => tick(xml, ticked),
        // A blank that ends its paragraph has the rest of the line.
        RunKind::Blank(0) if run.text.is_empty() && is_last => line(xml),
        RunKind::Blank(_) => {
            text(xml, GAP, plain);
            if !run.text.is_empty() {
                text(xml, &format!(" ({})", run.text), Look { grey: true, ..plain });
            }
        }
    }
}

fn text(xml: &mut Xml, words: &str, look: Look) {
    let right_to_left = runs_right_to_left(words);
    xml.within("w:r", &[], |xml| {
        // In the order that the schema has.
        xml.within("w:rPr", &[], |xml| {
            if look.boxes {
                let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|of| (of, BOXES));
                xml.empty("w:rFonts", &fonts);
            }
            if look.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if look.italic {
                xml.empty("w:i", &[]);
                xml.empty("w:iCs", &[]);
            }
            if look.grey {
                xml.empty("w:color", &[("w:val", "595959")]);
            }
            if right_to_left {
                xml.empty("w:rtl", &[]);
            }
        });
        for (place, row) in words.split('\n').enumerate() {
            if place > 0 {
                xml.empty("w:br", &[]);
            }
            for (place, stretch) in row.split('\t').enumerate() {
                if place > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !stretch.is_empty() {
                    xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.words(stretch));
                }
            }
        }
    });
}
