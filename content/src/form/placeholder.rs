//! Texts with answers in them.

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// `{field}`: the answer to that field.
    Answer(&'a str),
}

/// The stretches of a text, in order. A brace that is not closed is a word.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('{') {
        let Some((name, after)) = tail.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Answer(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn answers_stand_between_words() {
        let found = pieces("About {child}, born {born}.");
        let words = [Piece::Words("About "), Piece::Words(", born "), Piece::Words(".")];
        assert_eq!(found, [words[0], Piece::Answer("child"), words[1], Piece::Answer("born"), words[2]]);
        assert_eq!(pieces("{a}"), [Piece::Answer("a")]);
        assert_eq!(pieces("open {a"), [Piece::Words("open {a")]);
    }
}
