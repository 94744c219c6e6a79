//! Answers a decision in bulk, so that anyone can check it without a browser:
//!
//! ```text
//! $ echo '{"age": "under-18", "disabled": "yes"}' | cargo run -q --release -p content --example assess -- child-in-need
//! ```
//!
//! One JSON object a line on standard input: facts, each with `yes`, `no`, `unknown` or one of its named values. A fact
//! that is not there is not known. One JSON object a line on standard output: the outcomes that are `certain`,
//! `possible` and `ruled_out` with their reasons, the `advice` that shows, the fact to `ask_next`, the `changes` of one
//! answer that would change the result, and the facts that are `not_asked`. A line that cannot be answered gives
//! `{"error": ...}`, and the rest go on.
//!
//! `--list` prints a line for each decision that begins with its id, with its facts, their values and its outcomes
//! indented below it. `--content FOLDER`, or WAYMARK_CONTENT in the environment, reads another content folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::{Map, Value};
use waymark_content::decision::{
    Answer, Answers, Asked, Assessor, Decision, FactIndex, OutcomeIndex, RuleIndex, Table, ValueIndex,
};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut folder = std::env::var_os("WAYMARK_CONTENT")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    if let Some(option) = arguments.iter().position(|argument| argument == "--content") {
        let option: Vec<String> = arguments.drain(option..arguments.len().min(option + 2)).collect();
        folder = option.get(1).map_or_else(PathBuf::new, PathBuf::from);
    }
    let outcome = decisions(&folder).and_then(|decisions| match arguments.as_slice() {
        [option] if option == "--list" => list(&decisions, io::stdout().lock()),
        [id] => match decisions.iter().find(|decision| decision.id.as_str() == id) {
            Some(decision) => answer_all(&Tool::new(decision)?, io::stdin().lock(), io::stdout().lock()),
            None => {
                let ids = decisions.iter().map(|decision| decision.id.as_str());
                writeln!(io::stdout(), "{}", error(&not_called("decision", id, ids)))?;
                Ok(ExitCode::FAILURE)
            }
        },
        _ => Err(io::Error::other("name one decision, or --list; answers are read from standard input")),
    });
    match outcome {
        Ok(code) => code,
        // Whoever reads the answers has seen enough.
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Every decision of a content folder, by id.
fn decisions(folder: &Path) -> io::Result<Vec<Decision>> {
    let mut decisions = Vec::new();
    for group in fs::read_dir(folder.join("decisions"))? {
        let group = group?.path();
        if !group.is_dir() {
            continue;
        }
        for file in fs::read_dir(group)? {
            let file = file?.path();
            if file.extension().is_some_and(|ending| ending == "toml") {
                let in_file = |problem| io::Error::other(format!("{}: {problem}", file.display()));
                let read = toml::from_str(&fs::read_to_string(&file)?);
                decisions.push(read.map_err(|problem: toml::de::Error| in_file(problem.to_string()))?);
            }
        }
    }
    decisions.sort_by(|a: &Decision, b| a.id.cmp(&b.id));
    Ok(decisions)
}

fn list(decisions: &[Decision], mut output: impl Write) -> io::Result<ExitCode> {
    for decision in decisions {
        writeln!(output, "{}: {}", decision.id, decision.question)?;
        for fact in &decision.facts {
            let values: Vec<&str> = fact.values.iter().map(|value| value.id.as_str()).collect();
            writeln!(output, "  fact {}: {}, unknown", fact.id, values.join(", "))?;
        }
        for outcome in &decision.outcomes {
            writeln!(output, "  outcome {}: {}", outcome.id, outcome.title)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Answers each line as it comes.
fn answer_all(tool: &Tool<'_>, input: impl Read, mut output: impl Write) -> io::Result<ExitCode> {
    let (mut input, mut line) = (BufReader::new(input), Vec::new());
    while input.read_until(b'\n', &mut line)? > 0 {
        let answer = tool.answers(&line).map(|answers| tool.result(&answers));
        match answer {
            Ok(result) => writeln!(output, "{}", serde_json::to_string(&result)?)?,
            Err(problem) => writeln!(output, "{}", error(&problem))?,
        }
        line.clear();
        // Someone may be typing, or another program waiting for this answer before it asks again.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn error(problem: &str) -> Value {
    serde_json::json!({ "error": problem })
}

fn not_called<'a>(kind: &str, name: &str, names: impl Iterator<Item = &'a str>) -> String {
    let mut near: Vec<&str> = names.collect();
    near.sort_by_key(|known| strsim::damerau_levenshtein(known, name));
    near.truncate(3);
    format!("no {kind} is called `{name}`; nearest: {}", near.join(", "))
}

/// A decision, ready to answer.
struct Tool<'a> {
    decision: &'a Decision,
    assessor: Assessor,
}

impl<'a> Tool<'a> {
    fn new(decision: &'a Decision) -> io::Result<Self> {
        let table = Table::try_from(decision)
            .map_err(|wrong| io::Error::other(format!("{} cannot be read: {wrong:?}", decision.id)))?;
        Ok(Self { decision, assessor: Assessor::new(table) })
    }

    /// The answers of one line, or everything that is wrong with it.
    fn answers(&self, line: &[u8]) -> Result<Answers, String> {
        let given: Map<String, Value> = serde_json::from_slice(line)
            .map_err(|problem| format!("the line is not a JSON object of answers: {problem}"))?;
        let mut answers = Answers::none(self.assessor.table());
        let mut wrong = Vec::new();
        for (name, value) in &given {
            match self.answer(name, value) {
                Ok((fact, value)) => answers.set(fact, value),
                Err(problem) => wrong.push(problem),
            }
        }
        if wrong.is_empty() { Ok(answers) } else { Err(wrong.join("; ")) }
    }

    fn answer(&self, name: &str, value: &Value) -> Result<(FactIndex, Option<ValueIndex>), String> {
        let facts = self.assessor.table().fact_indices();
        let mut named = facts.zip(&self.decision.facts).filter(|(_, fact)| fact.id.as_str() == name);
        let Some((index, fact)) = named.next() else {
            return Err(not_called("fact", name, self.decision.facts.iter().map(|fact| fact.id.as_str())));
        };
        let Some(value) = value.as_str() else {
            return Err(format!("the answer to `{name}` is not a string"));
        };
        let place = fact.values.iter().zip(0..).find(|(known, _)| known.id.as_str() == value);
        match place {
            Some((_, place)) => Ok((index, Some(ValueIndex(place)))),
            None if value == "unknown" => Ok((index, None)),
            None => {
                let known = fact.values.iter().map(|value| value.id.as_str()).chain(["unknown"]);
                Err(not_called(&format!("value of `{name}`"), value, known))
            }
        }
    }

    fn result(&self, answers: &Answers) -> Shown<'a> {
        let found = self.assessor.assess(answers);
        let outcomes = |list: &[OutcomeIndex]| list.iter().map(|outcome| self.outcome(*outcome)).collect();
        Shown {
            certain: found
                .certain
                .iter()
                .map(|certain| ShownCertain {
                    outcome: self.outcome(certain.outcome),
                    because: certain
                        .reasons
                        .iter()
                        .map(|reason| ShownReason {
                            rules: self.rules(&reason.rules),
                            answers: self.shown(&reason.answers),
                        })
                        .collect(),
                })
                .collect(),
            possible: found
                .possible
                .iter()
                .map(|possible| ShownPossible {
                    outcome: self.outcome(possible.outcome),
                    rules: self.rules(&possible.rules),
                    hangs_on: possible.hangs_on.iter().map(|fact| self.fact(*fact)).collect(),
                    reached_by: self.shown(&possible.reached_by),
                })
                .collect(),
            ruled_out: found
                .ruled_out
                .iter()
                .map(|ruled_out| ShownRuledOut {
                    outcome: self.outcome(ruled_out.outcome),
                    answers: self.shown(&ruled_out.answers),
                })
                .collect(),
            advice: found.advice.iter().map(|item| self.decision.advice[item.place()].id.as_str()).collect(),
            ask_next: found.ask_next.map(|fact| self.fact(fact)),
            changes: found
                .changes
                .iter()
                .map(|change| ShownChange {
                    fact: self.fact(change.fact),
                    from: self.value(change.fact, change.from),
                    to: self.value(change.fact, change.to),
                    certain: outcomes(&change.certain),
                    possible: outcomes(&change.possible),
                    ruled_out: outcomes(&change.ruled_out),
                })
                .collect(),
            not_asked: self
                .assessor
                .table()
                .fact_indices()
                .filter(|fact| found.asked[fact.place()] == Asked::Never)
                .map(|fact| self.fact(fact))
                .collect(),
        }
    }

    fn outcome(&self, outcome: OutcomeIndex) -> &'a str {
        self.decision.outcomes[outcome.place()].id.as_str()
    }

    fn rules(&self, rules: &[RuleIndex]) -> Vec<&'a str> {
        rules.iter().map(|rule| self.decision.rules[rule.place()].id.as_str()).collect()
    }

    fn fact(&self, fact: FactIndex) -> &'a str {
        self.decision.facts[fact.place()].id.as_str()
    }

    fn value(&self, fact: FactIndex, value: Option<ValueIndex>) -> &'a str {
        let values = &self.decision.facts[fact.place()].values;
        value.map_or("unknown", |value| values[value.place()].id.as_str())
    }

    fn shown(&self, answers: &[Answer]) -> BTreeMap<&'a str, &'a str> {
        answers
            .iter()
            .map(|answer| (self.fact(answer.fact), self.value(answer.fact, Some(answer.value))))
            .collect()
    }
}

/// One line of output.
#[derive(Serialize)]
struct Shown<'a> {
    certain: Vec<ShownCertain<'a>>,
    possible: Vec<ShownPossible<'a>>,
    ruled_out: Vec<ShownRuledOut<'a>>,
    advice: Vec<&'a str>,
    ask_next: Option<&'a str>,
    changes: Vec<ShownChange<'a>>,
    not_asked: Vec<&'a str>,
}

#[derive(Serialize)]
struct ShownCertain<'a> {
    outcome: &'a str,
    because: Vec<ShownReason<'a>>,
}

#[derive(Serialize)]
struct ShownReason<'a> {
    rules: Vec<&'a str>,
    answers: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownPossible<'a> {
    outcome: &'a str,
    rules: Vec<&'a str>,
    hangs_on: Vec<&'a str>,
    reached_by: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownRuledOut<'a> {
    outcome: &'a str,
    answers: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct ShownChange<'a> {
    fact: &'a str,
    from: &'a str,
    to: &'a str,
    certain: Vec<&'a str>,
    possible: Vec<&'a str>,
    ruled_out: Vec<&'a str>,
}
