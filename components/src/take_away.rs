//! Taking an answer away: on paper, as text, into a calendar, into a spreadsheet.

use chrono::NaiveDate;
use waymark_content::date::IsoDate;
use waymark_content::take_away::{CalendarEntry, EntryId, calendar_file, table_file};
use waymark_content::words::{TakeAwayWords, fill};

use crate::answers::Answers;
use crate::device::{self, SavedFile};
use crate::form::Outcome;
use crate::piece::{Piece, element, text};

/// What the bar says.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeAway {
    words: TakeAwayWords,
    /// What was done last, in words.
    told: String,
}

/// A due date as it leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedLine {
    /// The limit's id.
    pub rule: String,
    /// Which of the limit's clocks: 0 is the first.
    pub turn: usize,
    /// The day the clock started.
    pub started: NaiveDate,
    /// The day it is due.
    pub due: NaiveDate,
    /// What has to be done.
    pub what: String,
    /// Where it stands.
    pub state: String,
    /// The paragraph it comes from.
    pub source: String,
}

const REFERENCE: &str = "reference";

impl TakeAway {
    /// The bar with these words.
    pub fn new(words: TakeAwayWords) -> Self {
        Self { words, told: String::new() }
    }

    /// The bar below an outcome: what can be done with it.
    pub fn pieces(&self, outcome: &Outcome, answers: &Answers) -> Piece {
        let words = &self.words;
        let button = |label: &str, action: &str| {
            let button = element("button", "govuk-button govuk-button--secondary", vec![text(label)]);
            button.with("type", "button").with("data-do", action)
        };
        let mut pieces = vec![
            element("h2", "govuk-heading-m", vec![text(words.heading())]).with("id", "take-away"),
            button(words.print(), "print"),
            text(" "),
            button(words.copy(), "copy"),
        ];
        if !outcome.dates.is_empty() {
            let label = element("label", "govuk-label govuk-label--s", vec![text(words.reference())]);
            let hint = element("div", "govuk-hint", vec![text(words.reference_hint())]);
            let field = element("input", "govuk-input", Vec::new())
                .with("id", REFERENCE)
                .with("type", "text")
                .with("autocomplete", "off")
                .with("aria-describedby", "reference-hint")
                .with("value", answers.get(REFERENCE));
            let group = vec![label.with("for", REFERENCE), hint.with("id", "reference-hint"), field];
            pieces.extend([
                element("div", "govuk-form-group", group),
                button(words.calendar(), "calendar"),
                text(" "),
                button(words.table(), "table"),
            ]);
        }
        pieces.push(element("p", "govuk-body", vec![text(&*self.told)]).with("role", "status"));
        element("section", "wm-take-away wm-screen-only", pieces).with("aria-labelledby", "take-away")
    }

    /// Does what was pressed, when it is one of its buttons. `today` stamps the entries.
    pub fn press(&mut self, action: &str, outcome: &Outcome, answers: &Answers, today: NaiveDate) {
        let words = &self.words;
        let saved = |file: SavedFile| match device::save(&file) {
            true => fill(words.saved(), &[("file", &file.name)]),
            false => String::new(),
        };
        self.told = match action {
            "print" => {
                device::print();
                String::new()
            }
            "copy" if device::copy(&as_text(&outcome.pieces)) => words.copied().to_owned(),
            "copy" => words.not_copied().to_owned(),
            "calendar" => saved(calendar(words, &outcome.dates, answers.get(REFERENCE), today)),
            "table" => saved(table(words, &outcome.dates)),
            _ => return,
        };
    }

    /// What was told belongs to the outcome before.
    pub fn forget(&mut self) {
        self.told.clear();
    }
}

/// An answer as text.
fn as_text(pieces: &[Piece]) -> String {
    let texts: Vec<String> = pieces.iter().map(Piece::to_text).filter(|text| !text.is_empty()).collect();
    texts.join("\n\n")
}

fn calendar(words: &TakeAwayWords, dates: &[DatedLine], reference: &str, today: NaiveDate) -> SavedFile {
    let reference = Some(reference.trim().to_owned()).filter(|reference| !reference.is_empty());
    let entry = |line: &DatedLine| CalendarEntry {
        id: EntryId {
            rule: line.rule.clone(),
            turn: line.turn,
            reference: reference.clone(),
            started: line.started,
        },
        on: line.due,
        summary: fill(words.entry_title(), &[("title", &line.what)]),
        description: format!("{}\n{}", line.state, line.source),
    };
    let entries: Vec<CalendarEntry> = dates.iter().map(entry).collect();
    SavedFile {
        name: words.file_calendar().to_owned(),
        kind: "text/calendar",
        text: calendar_file(&entries, today, words.product()),
    }
}

fn table(words: &TakeAwayWords, dates: &[DatedLine]) -> SavedFile {
    let columns = [
        words.column_due(),
        words.column_what(),
        words.column_from(),
        words.column_state(),
        words.column_source(),
    ];
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    rows.extend(dates.iter().map(|line| {
        let date = |date| IsoDate(date).to_string();
        vec![date(line.due), line.what.clone(), date(line.started), line.state.clone(), line.source.clone()]
    }));
    SavedFile { name: words.file_table().to_owned(), kind: "text/csv", text: table_file(&rows) }
}
