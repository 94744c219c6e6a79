//! What leaves with the reader, read back by parsers that are not ours.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use icalendar::{Calendar, Component, DatePerhapsTime};
use proptest::prelude::*;
use waymark_content::take_away::{CalendarEntry, EntryId, calendar_file, table_file};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn entry(summary: &str, description: &str) -> CalendarEntry {
    CalendarEntry {
        id: EntryId {
            rule: "core-group".to_owned(),
            turn: 0,
            reference: Some("JB 7".to_owned()),
            started: day("2025-05-21"),
        },
        on: day("2025-06-05"),
        summary: summary.to_owned(),
        description: description.to_owned(),
    }
}

fn written(entries: &[CalendarEntry]) -> String {
    calendar_file(entries, day("2025-05-22"), "Waymark")
}

fn uid(entry: &CalendarEntry) -> String {
    let calendar: Calendar = written(std::slice::from_ref(entry)).parse().unwrap();
    let event = calendar.events().next().unwrap();
    event.get_uid().unwrap().to_owned()
}

#[test]
fn an_entry_is_all_day_and_ends_before_the_next_day() {
    let file = written(&[entry("Due: hold the core group", "Working Together")]);
    let calendar: Calendar = file.parse().unwrap();
    let event = calendar.events().next().unwrap();
    assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(day("2025-06-05"))));
    assert_eq!(event.get_end(), Some(DatePerhapsTime::Date(day("2025-06-06"))));
    assert_eq!(event.get_summary(), Some("Due: hold the core group"));
    assert!(matches!(event.get_timestamp(), Some(stamp) if stamp.date_naive() == day("2025-05-22")));
    for part in ["VERSION:2.0", "DTSTART;VALUE=DATE:20250605", "DTEND;VALUE=DATE:20250606"] {
        assert!(file.contains(&format!("\r\n{part}\r\n")), "{part} is not in\n{file}");
    }
    // Nothing in it depends on where it is read.
    assert!(!file.contains("TZID"), "{file}");
}

#[test]
fn an_entry_stays_the_same_when_its_date_moves_as_long_as_the_case_has_a_reference() {
    let mut moved = entry("Due", "");
    moved.id.started = day("2025-05-28");
    moved.on = day("2025-06-11");
    assert_eq!(uid(&entry("Due", "")), uid(&moved));

    let without = |started: &str| {
        let mut entry = entry("Due", "");
        entry.id.reference = None;
        entry.id.started = day(started);
        uid(&entry)
    };
    assert_eq!(without("2025-05-21"), without("2025-05-21"));
    // Two cases without a reference cannot be told apart but by their dates.
    assert_ne!(without("2025-05-21"), without("2025-05-28"));
}

#[test]
fn rules_turns_and_cases_have_entries_of_their_own_and_no_reference_shows() {
    let first = entry("Due", "");
    let (mut rule, mut turn, mut case) = (first.clone(), first.clone(), first.clone());
    rule.id.rule = "first-review-conference".to_owned();
    turn.id.turn = 1;
    case.id.reference = Some("AK 2".to_owned());
    let uids = [&first, &rule, &turn, &case].map(uid);
    for (at, one) in uids.iter().enumerate() {
        assert!(!uids[at + 1..].contains(one), "{uids:?}");
        assert!(!one.contains("JB"), "{one}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(
        summary in "[^\\p{Cc}]{0,120}",
        description in "[^\\p{Cc}]{0,300}",
        after in 0_u64..9_000,
    ) {
        let mut entry = entry(&summary, &description);
        entry.on = day("2010-01-01") + Days::new(after);
        let file = written(&[entry.clone()]);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains('\n') && !line.contains('\r'), "{line:?}");
        }
        let calendar: Calendar = file.parse().unwrap();
        let event = calendar.events().next().unwrap();
        prop_assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(entry.on)));
        prop_assert_eq!(event.get_summary().unwrap_or_default(), summary);
        prop_assert_eq!(event.get_description().unwrap_or_default(), description);
    }

    #[test]
    fn every_cell_of_a_table_is_read_back(rows in prop::collection::vec(prop::collection::vec(".{0,40}", 3), 1..5)) {
        let file = table_file(&rows);
        let bytes = file.strip_prefix('\u{feff}').unwrap().as_bytes();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let guarded = |cell: &String| {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            if is_formula { format!("'{cell}") } else { cell.clone() }
        };
        let expected: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(guarded).collect()).collect();
        prop_assert_eq!(read, expected);
    }
}
