//! The parts around the document: styles, lists, the foot of each page, what the file is.

use waymark_content::form::{Block, Document};

use crate::body::{NAMES, Paragraph, paragraph};
use crate::xml::Xml;

/// Parts that are the same in every file, by their names.
pub(crate) const FIXED: [(&str, &str); 5] = [
    ("[Content_Types].xml", include_str!("../parts/content-types.xml")),
    ("_rels/.rels", include_str!("../parts/package-relations.xml")),
    ("word/_rels/document.xml.rels", include_str!("../parts/document-relations.xml")),
    ("word/styles.xml", include_str!("../parts/styles.xml")),
    ("word/numbering.xml", include_str!("../parts/numbering.xml")),
];

/// `word/footer.xml`: the notes, then which page of how many.
pub(crate) fn foot(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("w:ftr", &NAMES, |xml| {
        let how = Paragraph { style: "Footer", ..Paragraph::default() };
        for block in &document.blocks {
            if let Block::PageNote(runs) = block {
                paragraph(xml, &how, runs);
            }
        }
        how.write(xml, |xml| {
            field(xml, " PAGE ");
            xml.within("w:r", &[], |xml| {
                xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.words(" / "));
            });
            field(xml, " NUMPAGES ");
        });
    });
    xml.finish()
}

fn field(xml: &mut Xml, what: &str) {
    xml.within("w:fldSimple", &[("w:instr", what)], |xml| {
        xml.within("w:r", &[], |xml| xml.within("w:t", &[], |xml| xml.words("1")));
    });
}

/// `docProps/core.xml`: its title and language. No author and no date: neither is anybody's business.
pub(crate) fn about(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.within("cp:coreProperties", &names, |xml| {
        xml.within("dc:title", &[], |xml| xml.words(&document.title));
        xml.within("dc:language", &[], |xml| xml.words("en-GB"));
    });
    xml.finish()
}
