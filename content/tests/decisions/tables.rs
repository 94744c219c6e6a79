//! The decisions of the content, and sets of answers to them.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use waymark_content::decision::{
    Answer, Answers, Assessment, Assessor, Decision, OutcomeIndex, Table, ValueIndex,
};

/// The place of a value in its fact.
pub(crate) type Value = usize;
/// One answer a fact, `None` where it is not known.
pub(crate) type Given = Vec<Option<Value>>;
/// Places of outcomes, rules or facts.
pub(crate) type Places = BTreeSet<usize>;

/// What some set of answers leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) certain: Places,
    pub(crate) possible: Places,
    pub(crate) ruled_out: Places,
}

pub(crate) static DECISIONS: LazyLock<Vec<(Decision, Assessor)>> = LazyLock::new(|| {
    let mut files = Vec::new();
    toml_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("decisions"), &mut files);
    files.retain(|file| file.file_name().unwrap() != "situations.toml");
    files.sort();
    assert!(!files.is_empty());
    let read = |file: &PathBuf| {
        let decision: Decision = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let table = Table::try_from(&decision).unwrap();
        (decision, Assessor::new(table).unwrap())
    };
    files.iter().map(read).collect()
});

fn toml_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            toml_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}

/// Any set of answers to a decision.
pub(crate) fn any_given(decision: &Decision) -> impl Strategy<Value = Given> + use<> {
    let each: Vec<_> =
        decision.facts.iter().map(|fact| proptest::option::of(0..fact.values.len()).boxed()).collect();
    each
}

/// Puts a property to `cases` sets of answers to each decision.
pub(crate) fn for_each_decision(
    cases: u32,
    property: impl Fn(&Decision, &Assessor, &Given) -> Result<(), TestCaseError>,
) {
    for (decision, assessor) in DECISIONS.iter() {
        let mut runner = runner(cases);
        let result = runner.run(&any_given(decision), |given| property(decision, assessor, &given));
        if let Err(problem) = result {
            panic!("{}: {problem}", decision.id);
        }
    }
}

pub(crate) fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

#[allow(clippy::cast_possible_truncation, reason = "few facts, few values")]
pub(crate) fn answers(given: &Given) -> Answers {
    Answers::from(given.iter().map(|value| value.map(|value| ValueIndex(value as u8))).collect::<Vec<_>>())
}

pub(crate) fn assess(assessor: &Assessor, given: &Given) -> Assessment {
    assessor.assess(&answers(given))
}

pub(crate) fn places(outcomes: impl IntoIterator<Item = OutcomeIndex>) -> Places {
    outcomes.into_iter().map(OutcomeIndex::place).collect()
}

pub(crate) fn split(found: &Assessment) -> Split {
    Split {
        certain: places(found.certain.iter().map(|certain| certain.outcome)),
        possible: places(found.possible.iter().map(|possible| possible.outcome)),
        ruled_out: places(found.ruled_out.iter().map(|ruled_out| ruled_out.outcome)),
    }
}

/// These answers and nothing else.
pub(crate) fn only(decision: &Decision, answers: &[Answer]) -> Given {
    let mut given = vec![None; decision.facts.len()];
    for answer in answers {
        given[answer.fact.place()] = Some(answer.value.place());
    }
    given
}

/// The same answers with one more, or one fewer.
pub(crate) fn with(given: &Given, fact: usize, value: Option<usize>) -> Given {
    let mut given = given.clone();
    given[fact] = value;
    given
}

/// Every set of answers with one taken back.
pub(crate) fn one_fewer(given: &Given) -> impl Iterator<Item = Given> + '_ {
    (0..given.len()).filter(|fact| given[*fact].is_some()).map(|fact| with(given, fact, None))
}

/// Every set of answers with so many more.
pub(crate) fn extended(decision: &Decision, given: &Given, more: usize) -> Vec<Given> {
    let mut sets = vec![(given.clone(), 0)];
    for _ in 0..more {
        let longer = |(given, from): &(Given, usize)| {
            let mut longer = Vec::new();
            for fact in (*from..given.len()).filter(|fact| given[*fact].is_none()) {
                for value in 0..decision.facts[fact].values.len() {
                    longer.push((with(given, fact, Some(value)), fact + 1));
                }
            }
            longer
        };
        sets = sets.iter().flat_map(longer).collect();
    }
    sets.into_iter().map(|(given, _)| given).collect()
}
