//! What is wrong with the content.

use std::fmt;

/// One thing that is wrong, where it is and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the content folder, with forward slashes.
    pub file: String,
    /// The line, from 1. `None` when the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: ", self.file)?,
            None => write!(f, "{}: ", self.file)?,
        }
        write!(f, "{}. {}", self.what, self.mend)
    }
}

/// Problems as they are found.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    pub(super) fn add(
        &mut self,
        file: &str,
        line: impl Into<Option<usize>>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.0.push(Problem {
            file: file.to_owned(),
            line: line.into(),
            what: what.into(),
            mend: mend.into(),
        });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Takes the lines out of problems in some files, where they would be those of no file that anyone can open.
    pub(super) fn forget_lines(&mut self, of: impl Fn(&str) -> bool) {
        for problem in self.0.iter_mut().filter(|problem| of(&problem.file)) {
            problem.line = None;
        }
    }

    pub(super) fn into_sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
