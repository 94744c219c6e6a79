//! A form as it goes onto paper: on its page, in the preview, and printed.

use waymark_content::form::{Block, Document, ListItem, Run, RunKind, TableRow};

use crate::piece::{Piece, element, text};

/// From this many columns on a table is set small.
const MANY_COLUMNS: usize = 6;

/// The document. Its headings stand below one of the second level.
pub fn paper(document: &Document) -> Piece {
    let (mut body, mut foot) = (Vec::new(), Vec::new());
    let mut outer = 2;
    let mut label = document.title.as_str();
    for block in &document.blocks {
        match block {
            Block::Heading(level, inside) => {
                // No level is left out on the way down: a letter starts below its missing title.
                outer = (level + 2).min(outer + 1);
                label = inside.iter().find(|run| run.kind == RunKind::Plain).map_or(label, |run| &run.text);
                let tag = ["h3", "h4", "h5"][usize::from(outer - 3).min(2)];
                let class = ["wm-paper__title", "wm-paper__section", "wm-paper__part"];
                body.push(element(tag, class[usize::from(level - 1).min(2)], runs(inside)));
            }
            Block::Paragraph(inside) => body.push(element("p", "", runs(inside))),
            Block::List(items) => {
                body.push(element("ul", "wm-paper__list", items.iter().map(item).collect()))
            }
            Block::Table { heading, rows } => body.push(table(label, heading, rows)),
            Block::Signature(inside) => {
                let mut pieces = runs(inside);
                pieces.push(element("span", "wm-sign", Vec::new()));
                body.push(element("p", "", pieces));
            }
            Block::PageNote(inside) => foot.push(element("p", "", runs(inside))),
        }
    }
    let body = element("div", "wm-paper__body", body);
    let foot = element("div", "wm-paper__foot", vec![element("div", "", foot)]);
    element("div", "wm-paper", vec![body, foot])
}

fn runs(runs: &[Run]) -> Vec<Piece> {
    let after_box = |place: usize| place > 0 && matches!(runs[place - 1].kind, RunKind::Box(_));
    let each = runs.iter().enumerate().map(|(place, each)| match each.text.strip_prefix(' ') {
        // A box and what it is for stay on one line.
        Some(label) if after_box(place) => text(format!("\u{a0}{label}")),
        _ => run(each),
    });
    each.collect()
}

fn run(run: &Run) -> Piece {
    let words = || vec![text(&*run.text)];
    match run.kind {
        RunKind::Plain => text(&*run.text),
        RunKind::Strong | RunKind::Label => element("strong", "", words()),
        // Its direction is its own.
        RunKind::Answer | RunKind::Again => element("bdi", "wm-given", words()),
        RunKind::Ours => element("span", "wm-star", words()),
        RunKind::Aside => element("em", "", words()),
        RunKind::Box(ticked) => tick(ticked),
        RunKind::Blank(0) if run.text.is_empty() => element("span", "wm-blank", Vec::new()),
        RunKind::Blank(0) => {
            let goes_in = element("span", "wm-quiet", vec![text(format!(" ({})", run.text))]);
            element("span", "", vec![element("span", "wm-blank", Vec::new()), goes_in])
        }
        RunKind::Blank(lines) => {
            let line = || element("span", "wm-line", Vec::new());
            element("span", "", (0..lines).map(|_| line()).collect())
        }
    }
}

fn tick(ticked: bool) -> Piece {
    element("span", "wm-box", vec![text(if ticked { "☒" } else { "☐" })])
}

fn item(item: &ListItem) -> Piece {
    let class = match (item.ticked, item.depth) {
        (None, _) => "",
        (Some(_), 0) => "wm-tick",
        (Some(_), _) => "wm-tick wm-tick--under",
    };
    let mut pieces = Vec::new();
    if let Some(ticked) = item.ticked {
        pieces.extend([tick(ticked), text(" ")]);
    }
    pieces.extend(runs(&item.runs));
    element("li", class, pieces)
}

fn table(label: &str, heading: &[Vec<Run>], rows: &[TableRow]) -> Piece {
    let columns = heading.len();
    let head = heading.iter().map(|cell| element("th", "", runs(cell)).with("scope", "col"));
    let head = element("thead", "", vec![element("tr", "", head.collect())]);
    let body = rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            if row.heading {
                let cell = element("th", "", runs(cell)).with("scope", "colgroup");
                cell.with("colspan", columns.to_string())
            } else {
                element("td", "", runs(cell))
            }
        });
        element("tr", "", cells.collect())
    });
    let class =
        if columns < MANY_COLUMNS { "wm-paper__table" } else { "wm-paper__table wm-paper__table--wide" };
    let table = element("table", class, vec![head, element("tbody", "", body.collect())]);
    element("div", "wm-scroll", vec![table])
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_leave_out_no_level_and_answers_keep_their_direction() {
        let plain = |text: &str| vec![Run::new(RunKind::Plain, text)];
        let answer = Run::new(RunKind::Answer, "שלום");
        let blocks = vec![
            Block::Heading(3, plain("Agencies")),
            Block::Paragraph(vec![answer]),
            Block::Table { heading: vec![plain("Name")], rows: Vec::new() },
            Block::Heading(2, plain("Next")),
            Block::Heading(3, plain("Below")),
            Block::PageNote(plain("Reworked")),
        ];
        let Piece::Element(paper) = paper(&Document { title: "A letter".to_owned(), blocks }) else {
            panic!("an element")
        };
        let [Piece::Element(body), Piece::Element(foot)] = paper.pieces.as_slice() else {
            panic!("two parts")
        };
        let tags: Vec<&str> = body
            .pieces
            .iter()
            .map(|piece| if let Piece::Element(element) = piece { element.tag } else { "" })
            .collect();
        assert_eq!(tags, ["h3", "p", "div", "h4", "h5"]);
        assert!(
            matches!(&body.pieces[1], Piece::Element(p) if matches!(&p.pieces[0], Piece::Element(e) if e.tag == "bdi"))
        );
        let Piece::Element(scroll) = &body.pieces[2] else { panic!("a table") };
        assert_eq!(scroll.attribute("aria-label").map(String::as_str), Some("Agencies"));
        assert_eq!(Piece::Element(foot.clone()).to_text(), "Reworked");
    }
}
