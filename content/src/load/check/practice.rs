//! Checks of practice cases: what they name exists, and what their authors say is what the rules give.

mod lines;
mod messages;
mod sessions;
mod weekdays;

use std::collections::{HashMap, HashSet};

use super::{Known, support, unknown};
use crate::id::SourceId;
use crate::load::folder::{InFile, TextFile};
use crate::load::practice::Practice;
use crate::load::problem::Problems;
use crate::practice::{Asks, Case, Level, MarkedCase, Outline, Rulebook, Session, Step};
use crate::words::Words;
use lines::Lines;

/// How long an id may be: links hold them.
const LONGEST_ID: usize = 40;

/// The cases that the rules bear out.
pub(in crate::load) fn practice(
    practice: Practice,
    book: &Rulebook<'_>,
    words: Option<&InFile<Words>>,
    known: &Known,
    problems: &mut Problems,
) -> (Vec<MarkedCase>, Vec<Session>) {
    let Practice { cases, sessions } = practice;
    names(&cases, problems);
    sessions::check(&sessions, &cases, problems);
    let mut marked = Vec::new();
    for InFile { file, value: case } in cases {
        let lines = Lines::of(&file.text);
        let mut report = Report { file: &file, lines: &lines, problems };
        head(&case, known, &mut report);
        for (place, step) in case.steps.iter().enumerate() {
            check_step(step, place, known, &mut report);
        }
        documents(&case, book, &mut report);
        if let Some(words) = words {
            weekdays::check(&case, &words.value.dates, &mut report);
        }
        match book.mark(case) {
            Ok(case) => marked.push(case),
            Err(refusals) => messages::report(refusals, &mut report),
        }
    }
    (marked, sessions.value.sessions)
}

/// Says what is wrong, and where.
struct Report<'a, 'b> {
    file: &'a TextFile,
    lines: &'a Lines,
    problems: &'b mut Problems,
}

impl Report<'_, '_> {
    /// Something about the case as a whole, at the first line that holds `near`.
    fn case(&mut self, near: &str, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.add(&self.file.name, self.file.line_of(near), what, mend);
    }

    /// Something about a step or one of its options.
    fn step(&mut self, step: usize, option: Option<usize>, what: impl Into<String>, mend: impl Into<String>) {
        let line = match option {
            Some(option) => self.lines.option(step, option),
            None => self.lines.step(step),
        };
        self.problems.add(&self.file.name, line, what, mend);
    }
}

/// Ids and places that are taken.
fn names(cases: &[InFile<Case>], problems: &mut Problems) {
    let mut ids: HashMap<&str, &str> = HashMap::new();
    let mut orders: HashMap<(Level, u32), &str> = HashMap::new();
    for InFile { file, value: case } in cases {
        if let Some(first) = ids.insert(case.id.as_str(), &file.name) {
            let what = format!("the case `{}` stands twice (also in {first})", case.id);
            problems.add(&file.name, file.line_of("id"), what, "Give each case an id of its own.");
        }
        if let Some(first) = orders.insert((case.level, case.order), &file.name) {
            problems.add(
                &file.name,
                file.line_of("order"),
                format!("`order = {}` is taken by {first}", case.order),
                "Give each case of a level a place of its own.",
            );
        }
    }
}

/// What stands above the steps.
fn head(case: &Case, known: &Known, report: &mut Report<'_, '_>) {
    if report.file.stem() != case.id.as_str() {
        let what = format!("the case's id is `{}` but its file is `{}`", case.id, report.file.stem());
        report.case("id", what, "Give both the same name.");
    }
    let names = case.steps.iter().flat_map(|step| {
        let options = step.options.iter().map(|option| option.id.as_str());
        options.chain([step.id.as_str()])
    });
    for id in names.chain([case.id.as_str()]).filter(|id| !is_name(id)) {
        let mend =
            format!("Use small letters, digits and hyphens, at most {LONGEST_ID}: it stands in links.");
        report.case(&format!("\"{id}\""), format!("`{id}` cannot be an id"), mend);
    }
    let (steps, most) = (case.steps.len(), Outline::MOST_STEPS);
    if !(2..=most).contains(&steps) {
        report.case(
            "id",
            format!("the case has too few steps, or too many ({steps})"),
            format!("Give it 2 to {most}."),
        );
    }
    let mut seen = HashSet::new();
    for (place, step) in case.steps.iter().enumerate().filter(|(_, step)| !seen.insert(&step.id)) {
        let what = format!("the step `{}` stands twice", step.id);
        report.step(place, None, what, "Give each step an id of its own.");
    }
    let facilitator = &case.facilitator;
    for (key, there) in [
        ("story", !case.story.is_empty()),
        ("person", !case.people.is_empty()),
        ("discussion", !facilitator.discussion.is_empty()),
        ("common_error", !facilitator.common_errors.is_empty()),
        ("minutes", facilitator.minutes > 0),
    ] {
        if !there {
            report.case(key, format!("the case has no `{key}`"), "Add it: every case has one.");
        }
    }
    for error in &facilitator.common_errors {
        support(report.file, &error.text, &error.cites, error.ours, known, report.problems);
    }
    for source in case.sources.iter().filter(|source| !known.sources.contains_key(source)) {
        unknown(report.file, "source", source.as_str(), "sources/", report.problems);
    }
}

fn is_name(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(fits)
}

fn check_step(step: &Step, place: usize, known: &Known, report: &mut Report<'_, '_>) {
    let mut seen = HashSet::new();
    for (option_place, option) in step.options.iter().enumerate() {
        let mut wrong = |what: String, mend: &str| {
            report.step(place, Some(option_place), format!("the option `{}` {what}", option.id), mend);
        };
        if !seen.insert(&option.id) {
            wrong("stands twice in its step".to_owned(), "Give each option of a step an id of its own.");
        }
        if option.text.is_none() && option.claim.date().is_none() {
            wrong("has no text".to_owned(), "Say how it reads, in `text`.");
        }
        if option.cites.is_empty() != option.ours {
            wrong(
                "has both or neither of `cites` and `ours`".to_owned(),
                "Name its statements in `cites`, or say `ours = true`.",
            );
        }
        for id in option.cites.iter().filter(|id| !known.statements.contains(id)) {
            wrong(format!("cites `{id}`, which is no statement"), "Name one that stands in sources/.");
        }
    }
}

/// The documents named are those whose tools are asked.
fn documents(case: &Case, book: &Rulebook<'_>, report: &mut Report<'_, '_>) {
    let mut asked: Vec<&SourceId> = Vec::new();
    for step in &case.steps {
        match step.asks() {
            Some(Asks::Deadline(question)) => asked.extend(book.source_of_limit(&question.rule)),
            Some(Asks::Clocks(question)) => {
                asked.extend(question.rules.iter().filter_map(|rule| book.source_of_limit(rule)));
            }
            Some(Asks::Decision(question)) => {
                let found = book.decisions.iter().find(|decision| decision.id == question.table);
                asked.extend(found.into_iter().flat_map(|decision| &decision.sources));
            }
            Some(Asks::Checklist(question)) => {
                let found = book.checklists.iter().find(|list| list.id == question.list);
                asked.extend(found.map(|list| &list.source));
            }
            None => {}
        }
    }
    let mut missing = HashSet::new();
    for source in asked.iter().filter(|source| !case.sources.contains(source)) {
        if missing.insert(*source) {
            let what = format!("the case asks a tool that is taken from `{source}`");
            report.case("sources", what, "Name it in `sources`.");
        }
    }
    for source in case.sources.iter().filter(|source| !asked.contains(source)) {
        let what = format!("no step asks a tool that is taken from `{source}`");
        report.case("sources", what, "Take it out of `sources`.");
    }
}

/// Every text of a step, with the option that it belongs to.
fn texts(step: &Step) -> impl Iterator<Item = (Option<usize>, &str)> {
    let options = step.options.iter().enumerate().flat_map(|(place, option)| {
        let texts = [&option.text, &option.right, &option.wrong];
        texts.into_iter().flatten().map(move |text| (Some(place), text.as_str()))
    });
    [(None, step.known.as_str()), (None, step.question.as_str())].into_iter().chain(options)
}
