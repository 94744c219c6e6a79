//! Each part of a decision by itself: its id, its words, what it rests on and what it names outside the file.

use super::super::{link, support, unknown};
use super::{Others, Report};
use crate::decision::{Decision, NextAction, Outcome, OutcomeKind, Rule};
use crate::id::StatementId;
use crate::source::Status;
use crate::statement::Strength;

/// How the title of each kind of outcome begins: every one ends in somebody's judgement, and says so.
const TITLES: [(OutcomeKind, &[&str]); 3] = [
    (OutcomeKind::Points, &["The text points to ", "For your judgement: "]),
    (OutcomeKind::Gap, &["The text does not say "]),
    (OutcomeKind::ActNow, &["Act now: the text points to ", "Act now: for your judgement: "]),
];

pub(super) fn check(decision: &Decision, others: &Others<'_>, report: &mut Report<'_, '_>) {
    ids(decision, report);
    head(decision, others, report);
    let rests = |report: &mut Report<'_, '_>, words: &str, cites: &[StatementId], ours| {
        support(report.file, words, cites, ours, others.known, report.problems);
    };
    for fact in &decision.facts {
        rests(report, &fact.question, &fact.cites, fact.ours);
    }
    for rule in &decision.rules {
        rests(report, &rule.why, &rule.cites, rule.ours);
        shape(rule, report);
    }
    for advice in &decision.advice {
        rests(report, &advice.text, &advice.cites, advice.ours);
    }
    for note in &decision.always {
        rests(report, &note.text, &note.cites, note.ours);
    }
    for gap in &decision.gaps {
        rests(report, &gap.text, &gap.cites, gap.ours);
    }
    for outcome in &decision.outcomes {
        rests(report, &outcome.title, &outcome.cites, outcome.ours);
        for action in &outcome.next {
            rests(report, &action.action, &action.cites, action.ours);
            strength(action, others, report);
        }
        for text in &outcome.record {
            rests(report, &text.text, &text.cites, text.ours);
        }
        whole(outcome, report);
        names(outcome, others, report);
    }
    sources(decision, others, report);
}

/// Ids are plain words with dashes, and each stands once among its kind.
fn ids(decision: &Decision, report: &mut Report<'_, '_>) {
    let facts = decision.facts.iter().map(|fact| ("fact", fact.id.as_str()));
    let rules = decision.rules.iter().map(|rule| ("rule", rule.id.as_str()));
    let outcomes = decision.outcomes.iter().map(|outcome| ("outcome", outcome.id.as_str()));
    let advice = decision.advice.iter().map(|advice| ("advice", advice.id.as_str()));
    let parts: Vec<(&str, &str)> = facts.chain(rules).chain(outcomes).chain(advice).collect();
    for (place, (kind, id)) in parts.iter().enumerate() {
        if !is_plain(id) {
            report.part(
                kind,
                id,
                "is not plain words with dashes",
                "Write it as `no-best-interests-decision`.",
            );
        }
        if parts[..place].contains(&(*kind, *id)) {
            report.part(kind, id, "stands twice", "Give each an id of its own.");
        }
    }
    for fact in &decision.facts {
        for (place, value) in fact.values.iter().enumerate() {
            let id = &value.id;
            if !is_plain(id.as_str()) {
                let what = format!("has the value `{id}`, which is not plain words with dashes");
                report.part("fact", fact.id.as_str(), what, "Write it as `under-16`.");
            }
            if id.as_str() == "unknown" {
                let what = "has a value `unknown`";
                report.part("fact", fact.id.as_str(), what, "Take it out: it is always there.");
            }
            if fact.values[..place].iter().any(|other| other.id == *id) {
                let what = format!("has the value `{id}` twice");
                report.part("fact", fact.id.as_str(), what, "Give each an id of its own.");
            }
        }
    }
}

fn is_plain(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    id.split('-').all(word)
}

/// What stands above the facts.
fn head(decision: &Decision, others: &Others<'_>, report: &mut Report<'_, '_>) {
    let (known, file) = (others.known, report.file);
    if !is_plain(decision.id.as_str()) {
        let what = format!("the id `{}` is not plain words with dashes", decision.id);
        report.file("id", what, "Write it as `child-in-need`.");
    }
    if !others.situations.groups.iter().any(|group| group.id == decision.group) {
        let what = format!("the folder `{}` is no group", decision.group);
        report.whole(what, "Name it in decisions/situations.toml, or move the file.");
    }
    if decision.situations.is_empty() {
        report.file("situations", "`situations` is empty", "Name the situations in which it is needed.");
    }
    for id in &decision.situations {
        if !others.situations.situations.iter().any(|situation| situation.id == *id) {
            unknown(file, "situation", id.as_str(), "decisions/situations.toml", report.problems);
        }
    }
    for id in decision.notices.iter().filter(|id| !known.notices.contains(id)) {
        unknown(file, "notice", id.as_str(), "currency.toml", report.problems);
    }
    for id in decision.all_differs().filter(|id| !known.disagreements.contains(id)) {
        unknown(file, "disagreement", id.as_str(), "disagreements/", report.problems);
    }
    for to in &decision.related {
        link(file, to, known, report.problems);
    }
}

/// It stands where its main source stands, and names every source that it cites.
fn sources(decision: &Decision, others: &Others<'_>, report: &mut Report<'_, '_>) {
    let (known, file) = (others.known, report.file);
    for id in decision.sources.iter().filter(|id| !known.sources.contains_key(id)) {
        unknown(file, "source", id.as_str(), "sources/", report.problems);
    }
    let main = decision.sources.first().and_then(|id| known.sources.get(id));
    if let Some(main) = main.filter(|main| **main != decision.status && decision.status != Status::Historical)
    {
        report.file(
            "status",
            format!("the decision is `{}` but its source is `{}`", decision.status.key(), main.key()),
            "Give it its main source's status, or `historical` where the practice itself has ended.",
        );
    }
    if decision.sources.is_empty() {
        report.file("sources", "`sources` is empty", "Name the documents that it is taken from.");
    }
    let cited: Vec<&crate::id::SourceId> =
        decision.cites().filter_map(|id| known.registered.get(id)).map(|(source, _)| source).collect();
    for id in decision.sources.iter().filter(|id| known.sources.contains_key(id) && !cited.contains(id)) {
        let what = format!("the source `{id}` is named but no statement of it is cited");
        report.file("sources", what, "Cite it, or take it out.");
    }
    let mut missing: Vec<&str> =
        cited.iter().filter(|id| !decision.sources.contains(id)).map(|id| id.as_str()).collect();
    missing.sort_unstable();
    missing.dedup();
    for id in missing {
        let what = format!("statements of `{id}` are cited but the source is not named");
        report.file("sources", what, "Add it to `sources`.");
    }
}

/// What a rule says of itself.
fn shape(rule: &Rule, report: &mut Report<'_, '_>) {
    if rule.otherwise && (rule.also || !rule.when.is_empty() || !rule.any.is_empty()) {
        let mend = "Take out `otherwise`, or everything that limits the rule.";
        report.part("rule", rule.id.as_str(), "takes all that is left, and has conditions or `also`", mend);
    }
    if !rule.otherwise && rule.when.is_empty() && rule.any.is_empty() && !rule.also {
        let mend = "Give it conditions, or say `otherwise = true`.";
        report.part("rule", rule.id.as_str(), "ends the search without a condition", mend);
    }
    if rule.also && rule.then.is_empty() {
        let mend = "Name its outcomes; what to do about an unknown goes into [[advice]].";
        report.part("rule", rule.id.as_str(), "is read as well and leads nowhere", mend);
    }
}

/// An outcome says what to do, and of what sort it is.
fn whole(outcome: &Outcome, report: &mut Report<'_, '_>) {
    let id = outcome.id.as_str();
    if outcome.next.is_empty() {
        report.part("outcome", id, "has no next action", "Add [[outcome.next]]: what, who, by when.");
    }
    let beginnings = TITLES.iter().filter(|(kind, _)| *kind == outcome.kind).flat_map(|(_, begin)| *begin);
    let beginnings: Vec<&str> = beginnings.copied().collect();
    if !beginnings.iter().any(|begin| outcome.title.starts_with(begin)) {
        let mend = format!("Begin with `{}`.", beginnings.join("` or `"));
        report.part("outcome", id, "has a title that does not fit its kind", mend);
    }
    if outcome.kind == OutcomeKind::Gap && outcome.reading.is_none() {
        let mend = "Add [outcome.reading]: how we read it, why, and whom to ask.";
        report.part("outcome", id, "is a gap without a reading", mend);
    }
}

/// What an outcome names outside the file.
fn names(outcome: &Outcome, others: &Others<'_>, report: &mut Report<'_, '_>) {
    for id in outcome.starts.iter().filter(|id| !others.rules.contains(id)) {
        let what = format!("starts `{id}`, which is no time limit");
        report.part("outcome", outcome.id.as_str(), what, "Name one that stands in deadlines/.");
    }
    for id in outcome.opens.iter().filter(|id| !others.decisions.contains(id)) {
        let what = format!("opens `{id}`, which is no decision");
        report.part("outcome", outcome.id.as_str(), what, "Name one that stands in decisions/.");
    }
}

/// An action is put as strongly as a statement that it cites, never more and never less.
fn strength(action: &NextAction, others: &Others<'_>, report: &mut Report<'_, '_>) {
    let start: String = action.action.chars().take(40).collect();
    let line = report.file.line_of(&action.action);
    let (what, mend) = match action.strength {
        Some(_) if action.ours => {
            (format!("`{start}` is ours and has a strength"), "Only what a source asks has one.".to_owned())
        }
        None if !action.ours => (
            format!("`{start}` is cited and has no strength"),
            "Say how the statements put it: must, should, may or info.".to_owned(),
        ),
        Some(strength) => {
            let of = |id: &StatementId| others.known.registered.get(id).map(|(_, strength)| *strength);
            let found: Vec<_> = action.cites.iter().filter_map(of).collect();
            if found.is_empty() || found.contains(&strength) {
                return;
            }
            let found: Vec<&str> = found.iter().map(|strength| key(*strength)).collect();
            (
                format!(
                    "`{start}` is put as `{}` but its statements say `{}`",
                    key(strength),
                    found.join(", ")
                ),
                "Put it as they do, or cite what puts it so.".to_owned(),
            )
        }
        None => return,
    };
    report.problems.add(&report.file.name, line, what, mend);
}

/// As content files write it.
fn key(strength: Strength) -> &'static str {
    match strength {
        Strength::Must => "must",
        Strength::Should => "should",
        Strength::May => "may",
        Strength::Info => "info",
    }
}
