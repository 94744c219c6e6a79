//! Finds the glossary's words on a page, where each term stands first.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::glossary::Glossary;
use crate::guidance::{Block, Inline};
use crate::id::TermId;

/// Makes the first words of each term open in place. Headings and links stay as they are.
pub(super) fn mark(blocks: &mut [Block], glossary: &Glossary) {
    let mut words: HashMap<char, Vec<Pattern<'_>>> = HashMap::new();
    for term in &glossary.terms {
        for word in &term.words {
            let as_written = word.chars().any(char::is_uppercase);
            let pattern = Pattern { term: &term.id, word, as_written };
            words.entry(first_letter(word)).or_default().push(pattern);
        }
    }
    // Of two words that begin at one place, the longer is meant.
    words.values_mut().for_each(|words| words.sort_by_key(|pattern| Reverse(pattern.word.len())));
    Marker { words, seen: HashSet::new() }.blocks(blocks);
}

fn first_letter(text: &str) -> char {
    text.chars().next().unwrap_or_default().to_ascii_lowercase()
}

struct Pattern<'a> {
    term: &'a TermId,
    word: &'a str,
    /// Whether case counts.
    as_written: bool,
}

impl Pattern<'_> {
    /// Whether `text` begins with these words and they end there.
    fn begins(&self, text: &str) -> bool {
        let Some((start, rest)) = text.split_at_checked(self.word.len()) else { return false };
        let same = if self.as_written { start == self.word } else { start.eq_ignore_ascii_case(self.word) };
        same && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    }
}

struct Marker<'a> {
    /// By their first letter, without case.
    words: HashMap<char, Vec<Pattern<'a>>>,
    seen: HashSet<&'a TermId>,
}

impl Marker<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(run) => self.run(&mut run.text),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.run(&mut item.text)),
                Block::Table { rows, .. } => {
                    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| self.run(cell));
                }
                Block::Aside { blocks, .. } => self.blocks(blocks),
                Block::Heading { .. } | Block::Disagreement(_) => {}
            }
        }
    }

    fn run(&mut self, run: &mut Vec<Inline>) {
        *run = std::mem::take(run)
            .into_iter()
            .flat_map(|part| match part {
                Inline::Text(text) => self.text(&text),
                Inline::Strong(mut inner) => {
                    self.run(&mut inner);
                    vec![Inline::Strong(inner)]
                }
                Inline::Emphasis(mut inner) => {
                    self.run(&mut inner);
                    vec![Inline::Emphasis(inner)]
                }
                other @ (Inline::Link(..) | Inline::Term(..) | Inline::External(..)) => vec![other],
            })
            .collect();
    }

    fn text(&mut self, text: &str) -> Vec<Inline> {
        // `done` is where the text not yet kept begins; `next` is where the search goes on.
        let (mut parts, mut done, mut next) = (Vec::new(), 0, 0);
        let mut before = None;
        for (place, c) in text.char_indices() {
            let inside = before.is_some_and(|before: char| before.is_alphanumeric() || before == '-');
            before = Some(c);
            if place < next || inside || !c.is_alphanumeric() {
                continue;
            }
            let here = self.words.get(&c.to_ascii_lowercase()).into_iter().flatten();
            let Some(&Pattern { term, word, .. }) = here.into_iter().find(|word| word.begins(&text[place..]))
            else {
                continue;
            };
            next = place + word.len();
            if self.seen.insert(term) {
                if done < place {
                    parts.push(Inline::Text(text[done..place].to_owned()));
                }
                parts.push(Inline::Term(term.clone(), text[place..next].to_owned()));
                done = next;
            }
        }
        if done < text.len() {
            parts.push(Inline::Text(text[done..].to_owned()));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Term;
    use crate::guidance::{Support, Supported};

    fn marked(text: &str) -> String {
        let term = |id: &str, words: &[&str]| Term {
            id: TermId::new(id),
            term: id.to_owned(),
            short: None,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            meaning: None,
            unexplained: true,
            place: None,
            newer: None,
            cites: Vec::new(),
            ours: false,
        };
        let terms =
            vec![term("core-group", &["core group"]), term("cin", &["CIN"]), term("group", &["group"])];
        let run = Supported { text: vec![Inline::Text(text.to_owned())], support: Support::Ours };
        let mut blocks = [Block::Paragraph(run)];
        mark(&mut blocks, &Glossary { terms });
        let [Block::Paragraph(run)] = &blocks else { unreachable!("a paragraph stays one") };
        let shown = run.text.iter().map(|part| match part {
            Inline::Term(id, words) => format!("[{words}:{id}]"),
            Inline::Text(words) => words.clone(),
            other => format!("{other:?}"),
        });
        shown.collect()
    }

    #[test]
    fn the_longest_words_are_meant_and_each_term_opens_once() {
        let cases = [
            ("The Core group meets.", "The [Core group:core-group] meets."),
            ("A core group, a core group.", "A [core group:core-group], a core group."),
            ("A core group is a group.", "A [core group:core-group] is a [group:group]."),
            ("Regroup a group-wide core groups", "Regroup a group-wide core groups"),
            ("cin is not CIN", "cin is not [CIN:cin]"),
        ];
        for (text, expected) in cases {
            assert_eq!(marked(text), expected);
        }
    }
}
