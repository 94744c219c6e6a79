//! Whatever stands in a document stands in the file, once and in order, and the file is one that can be opened.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use quick_xml::Reader;
use quick_xml::events::Event;
use waymark_content::form::{
    Answers, Block, Copy, Document, Form, ListItem, Run, RunKind, Surroundings, TableRow,
};
use waymark_content::guide::Guide;
use waymark_content::load::load;
use waymark_content::packed::packed;
use waymark_docx::{docx, docx_bytes};
use zip::ZipArchive;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap());

fn document(form: &Form, answers: &Answers) -> Document {
    let with = Surroundings {
        words: &GUIDE.words.forms,
        date_words: &GUIDE.words.date_input,
        dates: &GUIDE.words.dates,
        limits: &GUIDE.form_limits,
        rules: &[],
        calendar: None,
    };
    form.fill_in(answers, with).document(Copy::Full)
}

/// A part of the file.
fn part(file: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A stretch of text as it stands in the file.
#[derive(Debug, Default, PartialEq)]
struct Stretch {
    text: String,
    right_to_left: bool,
}

/// The stretches of a part, in order. Line breaks and tabs are what they stand for.
fn stretches(xml: &str) -> Vec<Stretch> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut in_run, mut in_text) = (Vec::new(), false, false);
    loop {
        let event = reader.read_event().unwrap();
        let last: Option<&mut Stretch> = found.last_mut();
        match (event, last) {
            (Event::Start(element), _) if element.name().as_ref() == "w:r" => {
                found.push(Stretch::default());
                in_run = true;
            }
            (Event::End(element), _) if element.name().as_ref() == "w:r" => in_run = false,
            (Event::Start(element), _) if element.name().as_ref() == "w:t" => in_text = true,
            (Event::End(element), _) if element.name().as_ref() == "w:t" => in_text = false,
            (Event::Empty(element), Some(last)) if in_run => match element.name().as_ref() {
                "w:br" => last.text.push('\n'),
                "w:tab" => last.text.push('\t'),
                "w:rtl" => last.right_to_left = true,
                _ => {}
            },
            (Event::Text(text), Some(last)) if in_text => last.text.push_str(&text),
            (Event::GeneralRef(name), Some(last)) if in_text => {
                last.text.push_str(match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("the reference {other}"),
                });
            }
            (Event::Eof, _) => return found,
            _ => {}
        }
    }
}

/// As XML 1.0 may have it.
fn in_file(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c }).collect()
}

#[test]
fn every_form_blank_and_filled_is_in_its_file() {
    for form in &GUIDE.forms {
        let cases = form.cases.iter().map(|case| case.answers.clone());
        for answers in cases.chain([Answers::default()]) {
            let document = document(form, &answers);
            let file = docx(packed(&document)).unwrap();
            assert_eq!(Some(&file), docx_bytes(&document).as_ref(), "the same document gives the same bytes");
            let (body, foot) = (part(&file, "word/document.xml"), part(&file, "word/footer.xml"));
            let mut written = stretches(&body).into_iter().chain(stretches(&foot)).map(|stretch| {
                // A box and its label stay on one line.
                stretch.text.replace('\u{a0}', " ")
            });
            // In the file each run of the document follows the one before.
            let notes = |block: &&Block| matches!(block, Block::PageNote(_));
            let (foot, body): (Vec<&Block>, Vec<&Block>) = document.blocks.iter().partition(notes);
            for run in body.into_iter().chain(foot).flat_map(Block::runs) {
                let says = match run.kind {
                    RunKind::Box(true) => "☒",
                    RunKind::Box(false) => "☐",
                    RunKind::Blank(_) if run.text.is_empty() => continue,
                    _ => &run.text,
                };
                assert!(written.any(|text| text.contains(says)), "{}: {says}", form.id);
            }
            let title = part(&file, "docProps/core.xml");
            assert!(title.contains(&format!("<dc:title>{}</dc:title>", form.title)), "{title}");
        }
    }
}

#[test]
fn a_table_of_many_columns_lies_on_its_side_and_the_rest_stands() {
    for form in &GUIDE.forms {
        let document = document(form, &Answers::default());
        let wide = |block: &&Block| matches!(block, Block::Table { heading, .. } if heading.len() >= 7);
        let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table { .. })).count();
        let on_side = document.blocks.iter().filter(wide).count();
        let body = part(&docx_bytes(&document).unwrap(), "word/document.xml");
        assert_eq!(body.matches("<w:tbl>").count(), tables, "{}", form.id);
        assert_eq!(body.matches("<w:tblHeader/>").count(), tables, "{}", form.id);
        assert_eq!(body.contains("landscape"), on_side > 0, "{}", form.id);
        assert!(body.contains("w:w=\"11906\" w:h=\"16838\""), "{}: there is an upright sheet", form.id);
    }
}

#[test]
fn texts_that_are_no_document_make_no_file() {
    assert_eq!(docx(vec!["a".to_owned()]), None);
    assert_eq!(docx(Vec::new()), None);
}

/// What people paste: other scripts, both directions, joined emoji, marks of tools, what XML does not allow.
const PIECES: [&str; 16] = [
    "plain",
    "  ",
    "\n",
    "\t",
    "שלום",
    "مرحبا بكم",
    "👩‍👩‍👧‍👦",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u{301}",
    "<w:t>&amp;]]>",
    "\"'",
    "{child}",
    "\u{202e}abc\u{202c}",
    "\u{ffff}",
    "\u{85}",
    "<!--",
];

fn written() -> impl Strategy<Value = String> {
    let long = proptest::collection::vec(select(PIECES.to_vec()), 0..8);
    let longer = proptest::collection::vec(select(PIECES.to_vec()), 2000..2500);
    (any::<u64>(), prop_oneof![9 => long, 1 => longer])
        .prop_map(|(number, pieces)| format!("⟦{number:020}⟧{}", pieces.concat()))
}

fn any_run() -> impl Strategy<Value = Run> {
    prop_oneof![
        3 => written().prop_map(|text| Run::new(RunKind::Answer, text)),
        2 => "[a-zA-Z &<]{0,12}".prop_map(|text| Run::new(RunKind::Plain, text)),
        1 => Just(Run::new(RunKind::Label, "Name")),
        1 => Just(Run::new(RunKind::Ours, "*")),
        1 => (0..5u8).prop_map(|lines| Run::new(RunKind::Blank(lines), "")),
        1 => any::<bool>().prop_map(|ticked| Run::new(RunKind::Box(ticked), "")),
    ]
}

fn any_runs() -> impl Strategy<Value = Vec<Run>> {
    proptest::collection::vec(any_run(), 0..4)
}

fn any_block() -> impl Strategy<Value = Block> {
    let item = (0..2u8, any::<Option<bool>>(), any_runs());
    let item = item.prop_map(|(depth, ticked, runs)| ListItem { depth, ticked, runs });
    let table = (1..9usize).prop_flat_map(|columns| {
        let row = proptest::collection::vec(any_runs(), columns);
        let row = row.prop_map(|cells| TableRow { heading: false, cells });
        (proptest::collection::vec(any_runs(), columns), proptest::collection::vec(row, 0..3))
    });
    prop_oneof![
        (1..4u8, any_runs()).prop_map(|(level, runs)| Block::Heading(level, runs)),
        any_runs().prop_map(Block::Paragraph),
        any_runs().prop_map(Block::Signature),
        any_runs().prop_map(Block::PageNote),
        proptest::collection::vec(item, 0..4).prop_map(Block::List),
        table.prop_map(|(heading, rows)| Block::Table { heading, rows }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_answer_is_in_the_file_once(blocks in proptest::collection::vec(any_block(), 0..8)) {
        let document = Document { title: "<A & B>".to_owned(), blocks };
        let file = docx(packed(&document)).unwrap();
        let parts = ["word/document.xml", "word/footer.xml"].map(|name| part(&file, name));
        let found: Vec<Stretch> = parts.iter().flat_map(|part| stretches(part)).collect();
        let answers: Vec<String> = document
            .blocks
            .iter()
            .flat_map(Block::runs)
            .filter(|run| run.kind == RunKind::Answer)
            .map(|run| in_file(&run.text))
            .collect();
        for says in &answers {
            let same: Vec<&Stretch> = found.iter().filter(|stretch| stretch.text == *says).collect();
            // Two answers may be the same.
            prop_assert_eq!(same.len(), answers.iter().filter(|other| *other == says).count(), "{}", says);
            // Which way it runs follows its first letter.
            let first = says.chars().find(|c| c.is_alphabetic());
            let expected = first.is_some_and(|c| "שלוםمرحبا بكم".contains(c));
            prop_assert_eq!(same[0].right_to_left, expected, "{}", says);
        }
    }
}
