//! Checks of how much may be kept: what may be filled in can be kept, and a passphrase is worth having.

use crate::case::Keeping;
use crate::load::folder::InFile;
use crate::load::forms::Forms;
use crate::load::problem::Problems;

/// Fewer rounds make a passphrase too easy to guess: OWASP's figure for PBKDF2 with SHA-256.
const FEWEST_ROUNDS: u32 = 600_000;
/// A case that is kept for ever is one that nobody remembers.
const LONGEST_DAYS: u32 = 366;

pub(in crate::load) fn keeping(keeping: &InFile<Keeping>, forms: &Forms, problems: &mut Problems) {
    let InFile { file, value } = keeping;
    // A file that could not be read has said so already.
    if *value == Keeping::default() {
        return;
    }
    let mut add =
        |key: &str, what: String, mend: &str| problems.add(&file.name, file.line_of(key), what, mend);
    if value.rounds < FEWEST_ROUNDS || value.most_rounds < value.rounds {
        let what = format!(
            "a passphrase is worth little after {} of at most {} rounds",
            value.rounds, value.most_rounds
        );
        add("rounds", what, "Ask for at least 600,000, and allow no fewer than you ask for.");
    }
    let in_order = value.days.is_sorted_by(|one, next| one < next);
    let within = value.days.iter().all(|days| (1..=LONGEST_DAYS).contains(days));
    if !in_order || !within || !value.days.contains(&value.usual_days) {
        add(
            "days",
            "these are not days to choose from".to_owned(),
            "Name each once, the fewest first, between 1 and 366, the usual one among them.",
        );
    }
    let in_file = forms.limits.value.in_file;
    if (value.longest_text as usize) < in_file {
        let what = format!(
            "a form may hold a text of {in_file} characters, and only {} are kept",
            value.longest_text
        );
        add("longest_text", what, "Keep at least as much as may be filled in.");
    }
    if value.most_parts == 0 || (value.most_parts as usize) < forms.limits.value.rows {
        let what = format!(
            "a table may have {} rows, and only {} are kept",
            forms.limits.value.rows, value.most_parts
        );
        add("most_parts", what, "Keep at least as much as may be filled in.");
    }
    // Four bytes a character at most, and everything else around it.
    if u64::from(value.most_bytes) < u64::from(value.longest_text) * 5 {
        add(
            "most_bytes",
            "the longest text does not fit into the largest file".to_owned(),
            "Allow larger files, or shorter texts.",
        );
    }
}
