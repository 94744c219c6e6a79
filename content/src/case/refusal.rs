//! Why a file is not opened: what is wrong, where, and what to do.

use crate::words::{CaseWords, fill};

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where in it, by the names on the way: `case.forms.feedback-sheet.2`. Empty for the whole.
    pub at: String,
    /// What is wrong.
    pub refused: Refused,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than any that is written here, in bytes.
    TooBig {
        /// How large it is.
        bytes: u64,
        /// How large it may be.
        most: u32,
    },
    /// The browser could not read it.
    Unreadable,
    /// It ends too early.
    CutShort,
    /// It is no JSON from here on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
    },
    /// It is nested deeper than any that is written here.
    TooDeep,
    /// It does not say that it is a case of this guide's.
    Foreign,
    /// It was written by a later edition of the guide.
    Newer {
        /// The version of what it holds.
        version: u64,
        /// The latest that this edition reads.
        latest: u64,
    },
    /// A name stands twice.
    Twice,
    /// Something is missing.
    Missing,
    /// No file of ours has this.
    Unknown,
    /// It is of another kind than it should be.
    WrongKind(Kind),
    /// A text is too long.
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: u32,
    },
    /// There are too many of something.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: u32,
    },
    /// A form that is never kept.
    NeverKept,
    /// The passphrase does not open it; or it has been changed.
    NotUnsealed,
    /// This browser, or this address, cannot seal or unseal.
    NoSealing,
}

/// What should stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// An id: small letters, digits and hyphens.
    Id,
    /// A date written in full.
    Date,
    /// A whole number in a certain range.
    Number,
    /// True or false.
    Truth,
    /// One of a few words.
    Word,
    /// Bytes as base64.
    Bytes,
    /// A list.
    List,
    /// Named things.
    Record,
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        Self { at: String::new(), refused }
    }
}

impl Refusal {
    /// In words.
    pub fn says(&self, words: &CaseWords) -> String {
        let mut number = String::new();
        let mut limit = String::new();
        let mut set = |a: u64, b: u64| (number, limit) = (a.to_string(), b.to_string());
        let kind = match self.refused {
            Refused::WrongKind(kind) => kind.says(words),
            _ => "",
        };
        let sentence = match self.refused {
            Refused::TooBig { bytes, most } => {
                // Rounded up: a file is never said to be smaller than it is.
                set(bytes.div_ceil(1_000_000), u64::from(most) / 1_000_000);
                words.refused_too_big()
            }
            Refused::Unreadable => words.refused_unreadable(),
            Refused::CutShort => words.refused_cut_short(),
            Refused::NotJson { line, column } => {
                set(line as u64, column as u64);
                words.refused_not_json()
            }
            Refused::TooDeep => words.refused_too_deep(),
            Refused::Foreign => words.refused_foreign(),
            Refused::Newer { version, latest } => {
                set(version, latest);
                words.refused_newer()
            }
            Refused::Twice => words.refused_twice(),
            Refused::Missing => words.refused_missing(),
            Refused::Unknown => words.refused_unknown(),
            Refused::WrongKind(_) => words.refused_wrong_kind(),
            Refused::TooLong { length, limit } => {
                set(length as u64, limit.into());
                words.refused_too_long()
            }
            Refused::TooMany { count, limit } => {
                set(count as u64, limit.into());
                words.refused_too_many()
            }
            Refused::NeverKept => words.refused_never_kept(),
            Refused::NotUnsealed => words.refused_not_unsealed(),
            Refused::NoSealing => words.refused_no_sealing(),
        };
        fill(sentence, &[("at", &self.at), ("number", &number), ("limit", &limit), ("kind", kind)])
    }
}

impl Kind {
    fn says(self, words: &CaseWords) -> &str {
        match self {
            Kind::Text => words.kind_text(),
            Kind::Id => words.kind_id(),
            Kind::Date => words.kind_date(),
            Kind::Number => words.kind_number(),
            Kind::Truth => words.kind_truth(),
            Kind::Word => words.kind_word(),
            Kind::Bytes => words.kind_bytes(),
            Kind::List => words.kind_list(),
            Kind::Record => words.kind_record(),
        }
    }
}
