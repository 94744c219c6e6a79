//! A practice case with what the rules make of it:
//!
//! ```text
//! $ cargo run -q -p content --features load --example practice -- a-friday-referral
//! ```
//!
//! Each option stands with its verdict, and each step with its working. `--list` names every case; `--uncovered` names
//! what no case asks yet. Where the content has mistakes, those of the case named are said, and how many others there
//! are; without a case, all that are about practice.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use waymark_content::guide::Guide;
use waymark_content::load::{Problem, load};
use waymark_content::practice::{Asks, MarkedCase};

fn main() -> ExitCode {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let outcome = match load(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Ok(guide) => answer(&guide, &argument),
        Err(problems) => Err(concerning(&problems, &argument)),
    };
    match outcome {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(guide: &Guide, argument: &str) -> Result<String, String> {
    match argument {
        "" => Err("name a case, or --list, or --uncovered".to_owned()),
        "--list" => Ok(guide.practice.iter().map(line).collect()),
        "--uncovered" => Ok(uncovered(guide)),
        id => {
            let case = guide.practice.iter().find(|case| case.case().id.as_str() == id);
            case.map(|case| shown(case, guide)).ok_or(format!("no case is called `{id}`"))
        }
    }
}

/// The problems of one case's file, or of all of practice.
fn concerning(problems: &[Problem], id: &str) -> String {
    let ending = if id.is_empty() || id.starts_with("--") { String::new() } else { format!("/{id}.toml") };
    let concerns = |problem: &&Problem| {
        problem.file.starts_with("practice/") && (ending.is_empty() || problem.file.ends_with(&ending))
    };
    let mut lines: Vec<String> = problems.iter().filter(concerns).map(ToString::to_string).collect();
    let others = problems.len() - lines.len();
    if others > 0 {
        lines.push(format!("{others} more problems in other files: `cargo xtask check` shows them"));
    }
    lines.join("\n")
}

fn line(case: &MarkedCase) -> String {
    let case = case.case();
    format!(
        "{} {} {}: {} steps, {} minutes\n",
        case.level.folder(),
        case.order,
        case.id,
        case.steps.len(),
        case.facilitator.minutes
    )
}

fn shown(marked: &MarkedCase, guide: &Guide) -> String {
    let case = marked.case();
    let mut text = format!("{} ({})\n\n{}\n", case.title, case.level.folder(), case.story.join("\n\n"));
    for (place, (step, found)) in (1..).zip(marked.steps()) {
        let _ = write!(text, "\n{place}. {}\n   {}\n   {}\n", step.id, step.known, step.question);
        for (option, right) in found.options(step) {
            let verdict = if right { "RIGHT" } else { "wrong" };
            let words = guide.words_of(option);
            let _ = write!(text, "   {verdict} {}: {words}\n         {}\n", option.id, option.why());
        }
        for line in found.working.says(step, guide) {
            let _ = writeln!(text, "   > {line}");
        }
    }
    text
}

/// Decisions, time limits with a number and checklists that no case asks.
fn uncovered(guide: &Guide) -> String {
    let mut asked = BTreeSet::new();
    for step in guide.practice.iter().flat_map(|case| &case.case().steps) {
        match step.asks() {
            Some(Asks::Deadline(question)) => asked.extend([question.rule.as_str()]),
            Some(Asks::Clocks(question)) => asked.extend(question.rules.iter().map(|rule| rule.as_str())),
            Some(Asks::Decision(question)) => asked.extend([question.table.as_str()]),
            Some(Asks::Checklist(question)) => asked.extend([question.list.as_str()]),
            None => {}
        }
    }
    let decisions: Vec<&str> = guide.decisions.iter().map(|decision| decision.id.as_str()).collect();
    let rules = guide.deadlines.iter().map(|rule| rule.id.as_str()).collect();
    let lists = guide.checklists.iter().map(|list| list.id.as_str()).collect();
    let kinds = [("decisions", decisions), ("time limits", rules), ("checklists", lists)];
    let line = |(kind, ids): (&str, Vec<&str>)| {
        let open: Vec<&str> = ids.iter().copied().filter(|id| !asked.contains(id)).collect();
        format!("{kind}: {} of {} asked; not yet: {}\n", ids.len() - open.len(), ids.len(), open.join(", "))
    };
    kinds.map(line).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_shown_with_its_verdicts_and_working() {
        let guide = load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads");
        let first = guide.practice.first().expect("there is a case").case();
        let text = answer(&guide, first.id.as_str()).expect("it is shown");
        assert!(text.contains("RIGHT") && text.contains("wrong") && text.contains("   > "), "{text}");
        assert!(answer(&guide, "poem").is_err());
        assert_eq!(answer(&guide, "--list").map(|list| list.lines().count()), Ok(guide.practice.len()));
        assert!(uncovered(&guide).starts_with("decisions: "));
    }
}
