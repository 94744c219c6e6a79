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

#[path = "assess/shown.rs"]
mod shown;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Map, Value};
use shown::Shown;
use waymark_content::decision::{Answers, Assessor, Decision, FactIndex, Table, ValueIndex};

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
        let answer = tool.answers(&line).map(|answers| tool.assessor.assess(&answers));
        match answer {
            Ok(found) => {
                let shown = Shown::new(tool.decision, &found);
                writeln!(output, "{}", serde_json::to_string(&shown)?)?;
            }
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
        let assessor =
            Assessor::new(table).ok_or_else(|| io::Error::other("a table that does not fit together"))?;
        Ok(Self { decision, assessor })
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
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::sync::LazyLock;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// What comes out for what goes in, line by line.
    fn answered(lines: &str) -> Vec<Value> {
        static DECISIONS: LazyLock<Vec<Decision>> =
            LazyLock::new(|| decisions(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
        let decision = DECISIONS.iter().find(|decision| decision.id.as_str() == "child-in-need").unwrap();
        let mut output = Vec::new();
        answer_all(&Tool::new(decision).unwrap(), lines.as_bytes(), &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn a_line_is_answered_with_reasons() {
        let line = &answered(r#"{"age": "under-18", "disabled": "yes"}"#)[0];
        assert_eq!(line["certain"][0]["outcome"], "in-need");
        let because = &line["certain"][0]["because"][0];
        assert_eq!(because["rules"], serde_json::json!(["third-test"]));
        assert_eq!(because["answers"], serde_json::json!({"age": "under-18", "disabled": "yes"}));
        assert_eq!(line["possible"], serde_json::json!([]));
        assert_eq!(line["ask_next"], Value::Null);
    }

    #[test]
    fn a_fact_that_is_left_out_is_not_known() {
        let lines = answered("{\"impairment\": \"no\"}\n{\"age\": \"unknown\", \"impairment\": \"no\"}\n");
        assert_eq!(lines[0], lines[1]);
        assert_eq!(lines[0]["ask_next"], "age");
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_go_on() {
        let lines =
            answered("{\"agee\": \"adult\"}\n{\"age\": \"adlt\"}\n{\"age\": 17}\nage\n{\"age\": \"adult\"}");
        let errors: Vec<&str> = lines.iter().filter_map(|line| line["error"].as_str()).collect();
        assert!(errors[0].starts_with("no fact is called `agee`; nearest: age, "), "{}", errors[0]);
        assert!(
            errors[1].starts_with("no value of `age` is called `adlt`; nearest: adult, "),
            "{}",
            errors[1]
        );
        assert_eq!(errors[2], "the answer to `age` is not a string");
        assert!(errors[3].starts_with("the line is not a JSON object of answers"), "{}", errors[3]);
        assert_eq!(lines[4]["certain"][0]["outcome"], "adult-routes");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn every_line_has_one_result(entries in vec((word(), word()), 0..4), line in "[^\r\n]{0,30}|[{}\\[\\]\",:a-z0-9]{0,30}") {
            let entries: Map<String, Value> =
                entries.into_iter().map(|(name, value)| (name, Value::from(value))).collect();
            let asked = format!("{}\n{line}\n{{}}\n", Value::Object(entries.clone()));
            let lines = answered(&asked);
            prop_assert_eq!(lines.len(), 3);
            // What is not an answer to a question of the table is refused and never taken for something else.
            let strange = entries.iter().any(|(name, value)| name != "age" || !["adult", "unborn", "unknown"].iter().any(|known| value == known));
            prop_assert_eq!(lines[0]["error"].is_string(), strange);
            prop_assert!(lines[2]["error"].is_null());
        }
    }

    /// A name or a value of the table, or one that it does not have.
    fn word() -> impl Strategy<Value = String> {
        prop_oneof![select(vec!["age", "adult", "unborn", "unknown"]).prop_map(str::to_owned), "\\PC{0,5}"]
    }

    #[test]
    fn the_list_begins_each_decision_with_its_id() {
        let decisions = decisions(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut output = Vec::new();
        list(&decisions, &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        let ids: Vec<&str> = output
            .lines()
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| line.split(':').next())
            .collect();
        assert!(ids.contains(&"child-in-need") && ids.is_sorted());
        assert!(output.contains("\n  fact age: under-18, unborn, adult, unknown\n"));
        assert!(output.contains("\n  outcome in-need: "));
    }
}
