//! Which way a text runs.

/// Whether the first letter of a text is of a script that runs from right to left: Hebrew, Arabic and their kin.
pub(crate) fn runs_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    let right_to_left = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
            || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    first.is_some_and(right_to_left)
}

#[cfg(test)]
mod tests {
    use super::runs_right_to_left;

    #[test]
    fn the_first_letter_decides() {
        for text in ["שלום", "12 مرحبا", "«ދިވެހި", "\u{1e900}"] {
            assert!(runs_right_to_left(text), "{text}");
        }
        for text in ["", "12", "A שלום", "Привет", "👩"] {
            assert!(!runs_right_to_left(text), "{text}");
        }
    }
}
