//! Checks of the glossary: each term has a meaning or says that there is none, and no word opens two terms.

use std::collections::HashMap;

use super::{Known, duplicates, support, unknown};
use crate::glossary::{Glossary, Term};
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

pub(in crate::load) fn glossary(glossary: &InFile<Glossary>, known: &Known, problems: &mut Problems) {
    let InFile { file, value } = glossary;
    duplicates(file, "term", value.terms.iter().map(|term| term.id.as_str()), problems);
    let mut words: HashMap<&str, &Term> = HashMap::new();
    for term in &value.terms {
        meaning(file, term, known, problems);
        for word in &term.words {
            if let Some(first) = words.insert(word, term) {
                problems.add(
                    &file.name,
                    file.last_line_of(&format!("\"{word}\"")),
                    format!("`{word}` opens `{}` and `{}`", first.id, term.id),
                    "Let each word open one term.",
                );
            }
        }
    }
    let sorted = |term: &Term| term.term.to_lowercase();
    for pair in value.terms.windows(2).filter(|pair| sorted(&pair[0]) > sorted(&pair[1])) {
        problems.add(
            &file.name,
            file.line_of(&format!("id = \"{}\"", pair[1].id)),
            format!("`{}` stands after `{}`", pair[1].term, pair[0].term),
            "Put terms in the order of the alphabet.",
        );
    }
}

fn meaning(file: &TextFile, term: &Term, known: &Known, problems: &mut Problems) {
    if term.meaning.is_some() == term.unexplained {
        problems.add(
            &file.name,
            file.line_of(&format!("id = \"{}\"", term.id)),
            format!("`{}` has both or neither of `meaning` and `unexplained`", term.id),
            "Give its meaning, or say `unexplained = true` and where it stands.",
        );
    }
    if term.meaning.is_some() {
        support(file, &term.term, &term.cites, term.ours, known, problems);
    }
    for id in term.cites.iter().filter(|id| term.meaning.is_none() && !known.statements.contains(id)) {
        unknown(file, "statement", id.as_str(), "sources/", problems);
    }
}
