//! The document's own part: its blocks as paragraphs and tables, on upright sheets, and on sheets on their side where a
//! table has many columns.

use waymark_content::form::{Block, Document, ListItem, Run, RunKind, TableRow};

use crate::run::{line, runs, tick};
use crate::script::runs_right_to_left;
use crate::xml::Xml;

/// From this many columns on a table stands on a sheet on its side.
const WIDE: usize = 7;
/// A4 and its margins, in twentieths of a point.
const SHORT_SIDE: u32 = 11_906;
const LONG_SIDE: u32 = 16_838;
const MARGIN: u32 = 1_134;
/// Lines to write on in a cell take this much height.
const ROW_HEIGHT: &str = "567";
/// How far what hangs on a box stands in.
const HANGING: u32 = 425;

/// The namespaces of the parts.
pub(crate) const NAMES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// `word/document.xml`.
pub(crate) fn body(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("w:document", &NAMES, |xml| {
        xml.within("w:body", &[], |xml| {
            let stretches = stretches(&document.blocks);
            for (place, (on_side, blocks)) in stretches.iter().enumerate() {
                let width = if *on_side { LONG_SIDE } else { SHORT_SIDE } - 2 * MARGIN;
                blocks.iter().for_each(|each| block(xml, each, width));
                if place + 1 == stretches.len() {
                    sheet(xml, *on_side);
                } else {
                    // The end of a stretch of sheets stands in a paragraph.
                    xml.within("w:p", &[], |xml| xml.within("w:pPr", &[], |xml| sheet(xml, *on_side)));
                }
            }
        });
    });
    xml.finish()
}

/// Blocks that stand on sheets of the same way up. The heading of a wide table goes with it.
fn stretches(blocks: &[Block]) -> Vec<(bool, Vec<&Block>)> {
    let is_wide = |block: &Block| matches!(block, Block::Table { heading, .. } if heading.len() >= WIDE);
    let mut stretches: Vec<(bool, Vec<&Block>)> = Vec::new();
    let on_paper: Vec<&Block> = blocks.iter().filter(|block| !matches!(block, Block::PageNote(_))).collect();
    for (place, block) in on_paper.iter().enumerate() {
        let next = on_paper.get(place + 1);
        let heads_wide = matches!(block, Block::Heading(..)) && next.is_some_and(|next| is_wide(next));
        let on_side = is_wide(block) || heads_wide;
        match stretches.last_mut() {
            Some((same, blocks)) if *same == on_side => blocks.push(block),
            _ => stretches.push((on_side, vec![block])),
        }
    }
    if stretches.is_empty() {
        stretches.push((false, Vec::new()));
    }
    stretches
}

/// The size of the sheets, with their foot.
fn sheet(xml: &mut Xml, on_side: bool) {
    let (wide, high) = if on_side { (LONG_SIDE, SHORT_SIDE) } else { (SHORT_SIDE, LONG_SIDE) };
    let (wide, high, margin) = (wide.to_string(), high.to_string(), MARGIN.to_string());
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "foot")]);
        let mut size = vec![("w:w", &*wide), ("w:h", &*high)];
        if on_side {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, &*margin));
        let inner = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[&sides[..], &inner[..]].concat());
    });
}

fn block(xml: &mut Xml, block: &Block, width: u32) {
    match block {
        Block::Heading(level, inside) => {
            let style = ["Heading1", "Heading2", "Heading3"][usize::from(level.saturating_sub(1)).min(2)];
            paragraph(xml, &Paragraph { style, ..Paragraph::default() }, inside);
        }
        Block::Paragraph(inside) => match inside.as_slice() {
            [Run { kind: RunKind::Blank(lines @ 1..), .. }] => {
                for _ in 0..*lines {
                    let lined = Paragraph { line_to: Some(width), ..Paragraph::default() };
                    lined.write(xml, line);
                }
            }
            _ => {
                let ends_in_room =
                    matches!(inside.last(), Some(Run { kind: RunKind::Blank(0), text }) if text.is_empty());
                let line_to = ends_in_room.then_some(width);
                paragraph(xml, &Paragraph { line_to, ..Paragraph::default() }, inside);
            }
        },
        Block::List(items) => items.iter().for_each(|each| item(xml, each)),
        Block::Table { heading, rows } => table(xml, heading, rows, width),
        Block::Signature(inside) => {
            let signed = Paragraph { line_to: Some(width), room: true, ..Paragraph::default() };
            signed.write(xml, |xml| {
                runs(xml, inside);
                line(xml);
            });
        }
        // At the foot of every page.
        Block::PageNote(_) => {}
    }
}

/// How a paragraph stands.
#[derive(Default)]
pub(crate) struct Paragraph {
    /// Its style. Empty: the ordinary one.
    pub(crate) style: &'static str,
    /// Where a line to write on ends.
    pub(crate) line_to: Option<u32>,
    /// How far it stands in, with what hangs before it.
    pub(crate) indent: Option<u32>,
    /// Room above it to write in.
    pub(crate) room: bool,
    /// It runs from right to left.
    pub(crate) right_to_left: bool,
}

impl Paragraph {
    pub(crate) fn write(&self, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
        xml.within("w:p", &[], |xml| {
            // In the order that the schema has.
            xml.within("w:pPr", &[], |xml| {
                if !self.style.is_empty() {
                    xml.empty("w:pStyle", &[("w:val", self.style)]);
                }
                if let Some(end) = self.line_to {
                    let end = end.to_string();
                    let stop = [("w:val", "right"), ("w:leader", "underscore"), ("w:pos", &*end)];
                    xml.within("w:tabs", &[], |xml| xml.empty("w:tab", &stop));
                }
                if self.right_to_left {
                    xml.empty("w:bidi", &[]);
                }
                if self.room {
                    xml.empty("w:spacing", &[("w:before", "360")]);
                }
                if let Some(indent) = self.indent {
                    let (left, hanging) = (indent.to_string(), HANGING.to_string());
                    xml.empty("w:ind", &[("w:left", &*left), ("w:hanging", &*hanging)]);
                }
            });
            inside(xml);
        });
    }
}

/// A paragraph of these. What someone wrote in a paragraph of its own gives it its direction.
pub(crate) fn paragraph(xml: &mut Xml, how: &Paragraph, inside: &[Run]) {
    let right_to_left = match inside {
        [Run { kind: RunKind::Answer | RunKind::Again, text }] => runs_right_to_left(text),
        _ => false,
    };
    Paragraph { right_to_left, ..*how }.write(xml, |xml| runs(xml, inside));
}

fn item(xml: &mut Xml, item: &ListItem) {
    let Some(ticked) = item.ticked else {
        return paragraph(xml, &Paragraph { style: "ListBullet", ..Paragraph::default() }, &item.runs);
    };
    let indent = HANGING * (u32::from(item.depth) + 1);
    Paragraph { style: "ListParagraph", indent: Some(indent), ..Paragraph::default() }.write(xml, |xml| {
        tick(xml, ticked);
        line(xml);
        runs(xml, &item.runs);
    });
}

fn table(xml: &mut Xml, heading: &[Vec<Run>], rows: &[TableRow], width: u32) {
    let columns = heading.len().max(1);
    let column = width / u32::try_from(columns).unwrap_or(1);
    let (width, column_width) = (width.to_string(), column.to_string());
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "TableGrid")]);
            xml.empty("w:tblW", &[("w:w", &*width), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")]);
        });
        xml.within("w:tblGrid", &[], |xml| {
            (0..columns).for_each(|_| xml.empty("w:gridCol", &[("w:w", &*column_width)]));
        });
        let cell = |xml: &mut Xml, across: usize, inside: &[Run]| {
            let (across_text, wide) = (across.to_string(), (column * across as u32).to_string());
            xml.within("w:tc", &[], |xml| {
                xml.within("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", &*wide), ("w:type", "dxa")]);
                    if across > 1 {
                        xml.empty("w:gridSpan", &[("w:val", &*across_text)]);
                    }
                });
                // Room to write is the cell itself.
                let inside = if matches!(inside, [Run { kind: RunKind::Blank(_), text }] if text.is_empty()) {
                    &[]
                } else {
                    inside
                };
                paragraph(xml, &Paragraph { style: "TableText", ..Paragraph::default() }, inside);
            });
        };
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            heading.iter().for_each(|inside| cell(xml, 1, inside));
        });
        for row in rows {
            xml.within("w:tr", &[], |xml| {
                let height = [("w:val", ROW_HEIGHT), ("w:hRule", "atLeast")];
                xml.within("w:trPr", &[], |xml| xml.empty("w:trHeight", &height));
                if row.heading {
                    let words: Vec<Run> = row
                        .cells
                        .iter()
                        .flatten()
                        .map(|run| match run.kind {
                            RunKind::Plain => Run::new(RunKind::Label, &run.text),
                            _ => run.clone(),
                        })
                        .collect();
                    cell(xml, columns, &words);
                } else {
                    row.cells.iter().for_each(|inside| cell(xml, 1, inside));
                }
            });
        }
    });
    // Two tables in a row would grow together.
    Paragraph { style: "TableText", ..Paragraph::default() }.write(xml, |_| {});
}
