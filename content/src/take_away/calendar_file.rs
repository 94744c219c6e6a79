//! All-day entries as an iCalendar file (RFC 5545).
//!
//! Written here because the `icalendar` crate costs the bundle 21.6 kB brotli. What is written is read back by that
//! crate's parser in the tests.

use chrono::{Datelike, NaiveDate};

/// An all-day entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What makes it the same entry when it is imported again.
    pub id: EntryId,
    /// Its day.
    pub on: NaiveDate,
    /// Its title. No names of people: it shows wherever the calendar shows.
    pub summary: String,
    /// More about it.
    pub description: String,
}

/// What makes an entry the same when it is imported again: the limit, and the case it belongs to.
///
/// Where a case has a reference, an entry whose date has changed takes the place of the old one. Without one, two
/// cases could not be told apart, so that the day on which the clock started stands in: then a changed start makes
/// another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryId {
    /// The limit.
    pub rule: String,
    /// Which of its clocks, where it starts anew with each event: 0 is the first.
    pub turn: usize,
    /// The reader's own reference for the case, or `None`. It is not written out: only a number made from it is.
    pub reference: Option<String>,
    /// The day on which the clock started.
    pub started: NaiveDate,
}

impl EntryId {
    fn text(&self) -> String {
        let case = match &self.reference {
            Some(reference) => format!("{:016x}", number_of(reference)),
            None => compact(self.started),
        };
        format!("{}-{}-{case}@waymark", self.rule, self.turn)
    }
}

/// The 64-bit FNV-1a hash: the same number on every machine.
fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The file. `stamp` is the day on which it is made; `product` names what made it.
pub fn calendar_file(entries: &[CalendarEntry], stamp: NaiveDate, product: &str) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//{}//EN", escaped(product)),
        "METHOD:PUBLISH".to_owned(),
    ];
    for entry in entries {
        // A day that has no next one is past every calendar.
        let after = entry.on.succ_opt().unwrap_or(entry.on);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", entry.id.text()),
            format!("DTSTAMP:{}T000000Z", compact(stamp)),
            format!("DTSTART;VALUE=DATE:{}", compact(entry.on)),
            format!("DTEND;VALUE=DATE:{}", compact(after)),
            format!("SUMMARY:{}", escaped(&entry.summary)),
            format!("DESCRIPTION:{}", escaped(&entry.description)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// `20250506`.
fn compact(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            // Nothing else that controls a printer or a terminal belongs in a calendar.
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Lines of at most 75 octets, never cut inside a letter; each goes on in the next after a space.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let mut folded = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > MOST {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded + "\r\n"
}
