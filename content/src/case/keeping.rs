//! How much may be kept, and for how long.

use serde::{Deserialize, Serialize};

use crate::packed;

/// `keeping.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// The largest file that is written or opened, in bytes.
    pub most_bytes: u32,
    /// The longest text in one place, in characters (Unicode scalar values).
    pub longest_text: u32,
    /// The most things in one list, and the most names in one record.
    pub most_parts: u32,
    /// For how many days a case can be kept on the device, in order.
    pub days: Vec<u32>,
    /// Which of those is the usual one.
    pub usual_days: u32,
    /// Rounds of PBKDF2-SHA-256 that make a key of a passphrase: in files that are written, and at least in those that
    /// are opened.
    pub rounds: u32,
    /// The most rounds of a file that is opened: more would hold up the browser for no good reason.
    pub most_rounds: u32,
    /// Forms that must not be kept: no file may hold one. Said by the forms themselves.
    #[serde(skip)]
    pub never_kept: Vec<String>,
}

packed!(Keeping { most_bytes, longest_text, most_parts, days, usual_days, rounds, most_rounds, never_kept });
