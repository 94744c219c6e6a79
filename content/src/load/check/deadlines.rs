//! Checks of deadline rules: what they name exists, and each worked case comes out as worked by hand.

use std::collections::HashMap;

use super::{Known, duplicates, support, unknown};
use crate::calendar::{CalendarFile, WorkingDayCalendar};
use crate::date::IsoDate;
use crate::deadline::{Counting, DeadlineRule, WorkedCase};
use crate::id::StatementId;
use crate::load::deadlines::Deadlines;
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

pub(in crate::load) fn deadlines(
    read: &Deadlines,
    calendars: &[InFile<CalendarFile>],
    known: &Known,
    problems: &mut Problems,
) {
    let Deadlines { events, conditions, rules, unnumbered } = read;
    duplicates(&events.file, "event", events.value.iter().map(|event| event.id.as_str()), problems);
    for event in &events.value {
        support(&events.file, &event.name, &event.cites, event.ours, known, problems);
    }
    let ids = conditions.value.iter().map(|condition| condition.id.as_str());
    duplicates(&conditions.file, "condition", ids, problems);
    for condition in &conditions.value {
        cites(&conditions.file, "cites", &condition.cites, known, problems);
    }
    let calendar = calendars.iter().find_map(|file| WorkingDayCalendar::try_from(&file.value).ok());
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for InFile { file, value: rule } in rules {
        taken(&mut seen, file, rule.id.as_str(), problems);
        rule_names(file, rule, known, problems);
        if rule.cases.is_empty() {
            problems.add(
                &file.name,
                None,
                "the rule has no worked case",
                "Add at least one [[case]] worked by hand.",
            );
        }
        if let Some(calendar) = &calendar {
            rule.cases.iter().for_each(|case| worked_case(file, rule, case, calendar, problems));
        }
    }
    for InFile { file, value } in unnumbered {
        for limit in value {
            taken(&mut seen, file, limit.id.as_str(), problems);
            if !known.sources.contains_key(&limit.source) {
                unknown(file, "source", limit.source.as_str(), "sources/", problems);
            }
            support(file, &limit.trigger, &limit.cites, false, known, problems);
        }
    }
}

/// An id that another file has already.
fn taken<'a>(seen: &mut HashMap<&'a str, &'a str>, file: &'a TextFile, id: &'a str, problems: &mut Problems) {
    if let Some(first) = seen.insert(id, &file.name) {
        problems.add(
            &file.name,
            file.line_of(&format!("id = \"{id}\"")),
            format!("the rule `{id}` stands twice (also in {first})"),
            "Give each rule an id of its own.",
        );
    }
}

/// Everything that a rule names exists.
fn rule_names(file: &TextFile, rule: &DeadlineRule, known: &Known, problems: &mut Problems) {
    for event in [Some(&rule.event), rule.met_event.as_ref()].into_iter().flatten() {
        if !known.events.contains(event) {
            unknown(file, "event", event.as_str(), "deadlines/events.toml", problems);
        }
    }
    if let Some(condition) = rule.condition.as_ref().filter(|id| !known.conditions.contains(id)) {
        unknown(file, "condition", condition.as_str(), "deadlines/conditions.toml", problems);
    }
    if !known.sources.contains_key(&rule.source) {
        unknown(file, "source", rule.source.as_str(), "sources/", problems);
    }
    cites(file, "cites", &rule.cites, known, problems);
    for text in [&rule.starts, &rule.if_late].into_iter().chain(&rule.notes) {
        support(file, &text.text, &text.cites, text.ours, known, problems);
    }
}

/// A rule that disagrees with a case worked by hand does not build.
fn worked_case(
    file: &TextFile,
    rule: &DeadlineRule,
    case: &WorkedCase,
    calendar: &WorkingDayCalendar,
    problems: &mut Problems,
) {
    let line = file.line_of(&format!("given = \"{}\"", case.given));
    let mend = "Work the case again by hand; correct the case, the limit or the calendar.";
    let due = |counting| rule.limit.due(case.given.0, counting, calendar).ok().map(|due| IsoDate(due.on));
    let shown = |date: Option<IsoDate>| date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let computed = due(Counting::FromTheDay);
    if case.refused == case.due.is_some() {
        problems.add(
            &file.name,
            line,
            format!("the case given {} has both or neither of `due` and `refused`", case.given),
            "Give one of them.",
        );
    } else if computed != case.due {
        let what = format!("given {}, due {}, but {}", case.given, shown(computed), shown(case.due));
        problems.add(&file.name, line, format!("worked case differs: {what} was expected"), mend);
    }
    let others = [
        (
            case.due_if_received_next_working_day,
            Counting::FromNextWorkingDay,
            "treated as received on the next working day",
        ),
        (case.due_clear, Counting::ClearDays, "whole working days in between"),
    ];
    for (expected, counting, how) in others {
        let Some(expected) = expected else { continue };
        let computed = due(counting);
        if computed != Some(expected) {
            let what = format!("given {} and {how}, due {}, but {expected}", case.given, shown(computed));
            problems.add(&file.name, line, format!("worked case differs: {what} was expected"), mend);
        }
    }
}

fn cites(file: &TextFile, key: &str, ids: &[StatementId], known: &Known, problems: &mut Problems) {
    if ids.is_empty() {
        problems.add(
            &file.name,
            file.line_of(key),
            format!("`{key}` is empty"),
            "Name the statements that it rests on.",
        );
    }
    for id in ids.iter().filter(|id| !known.statements.contains(id)) {
        unknown(file, "statement", id.as_str(), "sources/", problems);
    }
}
