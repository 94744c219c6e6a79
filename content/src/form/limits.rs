//! How much may be filled in.

use serde::{Deserialize, Serialize};

/// `forms/limits.toml`. Lengths are in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The longest line.
    pub line: usize,
    /// The longest long text.
    pub long_text: usize,
    /// The most rows of a table, printed rows included.
    pub rows: usize,
    /// The longest text of any kind that is taken over from a file. No shorter than what may be typed, so that what
    /// was kept can be opened again.
    pub in_file: usize,
}
