//! Checks of flows: every step can be reached, every way leads on, every end is an end.

use std::collections::HashSet;

use super::{Known, duplicates, link, support};
use crate::flow::{Flow, FlowFile, Step, StepKind};
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

/// What a step's box holds in four lines.
const LONGEST_STEP: usize = 90;

pub(in crate::load) fn flows(flows: &[InFile<Flow>], known: &Known, problems: &mut Problems) {
    for InFile { file, value: Flow { file: flow, .. } } in flows {
        duplicates(file, "step", flow.steps.iter().map(|step| step.id.as_str()), problems);
        starts_and_ends(file, flow, problems);
        for (place, step) in flow.steps.iter().enumerate() {
            support(file, &step.text, &step.cites, step.ours, known, problems);
            if let Some(to) = &step.link {
                link(file, to, known, problems);
            }
            if step.text.chars().count() > LONGEST_STEP {
                problem(
                    file,
                    step,
                    format!("is longer than {LONGEST_STEP} characters"),
                    "Shorten its text; the rest goes into `note`.",
                    problems,
                );
            }
            ways(file, flow, place, step, problems);
        }
        unreached(file, flow, problems);
    }
}

fn starts_and_ends(file: &TextFile, flow: &FlowFile, problems: &mut Problems) {
    let starts = flow.steps.iter().filter(|step| step.kind == StepKind::Start).count();
    let begins = flow.steps.first().is_some_and(|step| step.kind == StepKind::Start);
    if starts != 1 || !begins {
        problems.add(
            &file.name,
            None,
            "the flow does not begin with its one start",
            "Give one step `kind = \"start\"` and put it first.",
        );
    }
    if !flow.steps.iter().any(|step| step.kind == StepKind::End) {
        problems.add(&file.name, None, "the flow has no end", "Give at least one step `kind = \"end\"`.");
    }
}

fn ways(file: &TextFile, flow: &FlowFile, place: usize, step: &Step, problems: &mut Problems) {
    let (what, mend) = match (step.kind, step.next.len()) {
        (StepKind::End, 1..) => ("ends the flow but leads on", "Take out `next`, or change its kind."),
        (StepKind::Start | StepKind::Do, 0) => ("leads nowhere", "Say what comes next, or make it an end."),
        (StepKind::Ask, 0 | 1) => ("asks but has fewer than two ways out", "Add the other answers."),
        (StepKind::Ask, _) if step.next.iter().any(|way| way.when.is_none()) => {
            ("asks but a way out does not say when", "Add `when` to each way.")
        }
        _ => ("", ""),
    };
    if !what.is_empty() {
        problem(file, step, what, mend, problems);
    }
    for way in &step.next {
        match flow.place(&way.to) {
            None => problem(
                file,
                step,
                format!("leads to `{}`, which is no step", way.to),
                "Name a step of this flow.",
                problems,
            ),
            Some(to) if (to <= place) != way.again => problem(
                file,
                step,
                format!("leads to `{}`, and `again` does not agree", way.to),
                "Put steps in reading order; only a way back has `again = true`.",
                problems,
            ),
            Some(_) => {}
        }
    }
}

fn unreached(file: &TextFile, flow: &FlowFile, problems: &mut Problems) {
    let mut reached = HashSet::from([0]);
    let mut open = vec![0];
    while let Some(step) = open.pop().and_then(|place| flow.steps.get(place)) {
        let next = step.next.iter().filter_map(|way| flow.place(&way.to));
        open.extend(next.filter(|place| reached.insert(*place)));
    }
    for (_, step) in flow.steps.iter().enumerate().filter(|(place, _)| !reached.contains(place)) {
        problem(file, step, "cannot be reached from the start", "Add a way to it, or take it out.", problems);
    }
}

fn problem(file: &TextFile, step: &Step, what: impl AsRef<str>, mend: &str, problems: &mut Problems) {
    let line = file.line_of(&format!("id = \"{}\"", step.id));
    problems.add(&file.name, line, format!("the step `{}` {}", step.id, what.as_ref()), mend);
}
