//! Checks of deadline rules: what they name exists, and each worked case comes out as worked by hand.

use std::collections::HashMap;

use super::{Known, duplicates, support, unknown};
use crate::calendar::{CalendarFile, WorkingDayCalendar};
use crate::date::IsoDate;
use crate::deadline::{Counting, DeadlineRule, Event, WorkedCase};
use crate::id::StatementId;
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;

pub(in crate::load) fn deadlines(
    events: &InFile<Vec<Event>>,
    rules: &[InFile<DeadlineRule>],
    calendars: &[InFile<CalendarFile>],
    known: &Known,
    problems: &mut Problems,
) {
    let event_ids = events.value.iter().map(|event| event.id.as_str());
    duplicates(&events.file, "event", event_ids, problems);
    for event in &events.value {
        cites(&events.file, "cites", &event.cites, known, problems);
    }
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for InFile { file, value: rule } in rules {
        if let Some(first) = seen.insert(rule.id.as_str(), &file.name) {
            problems.add(
                &file.name,
                file.line_of("id ="),
                format!("the rule `{}` stands twice (also in {first})", rule.id),
                "Give each rule an id of its own.",
            );
        }
        if !known.events.contains(&rule.event) {
            unknown(file, "event", rule.event.as_str(), "deadlines/events.toml", problems);
        }
        if !known.sources.contains_key(&rule.source) {
            unknown(file, "source", rule.source.as_str(), "sources/", problems);
        }
        cites(file, "cites", &rule.cites, known, problems);
        for text in [&rule.starts, &rule.if_late].into_iter().chain(&rule.notes) {
            support(file, &text.text, &text.cites, text.ours, known, problems);
        }
        if rule.cases.is_empty() {
            problems.add(
                &file.name,
                None,
                "the rule has no worked case",
                "Add at least one [[case]] worked by hand.",
            );
        }
        let calendar = calendars.iter().find_map(|file| WorkingDayCalendar::try_from(&file.value).ok());
        if let Some(calendar) = calendar {
            rule.cases.iter().for_each(|case| worked_case(file, rule, case, &calendar, problems));
        }
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
    let due = |counting| rule.due(case.given.0, counting, calendar).ok().map(|due| IsoDate(due.on));
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
    if let Some(expected) = case.due_if_received_next_working_day {
        let computed = due(Counting::FromNextWorkingDay);
        if computed != Some(expected) {
            let what = format!(
                "given {} and treated as received on the next working day, due {}, but {expected}",
                case.given,
                shown(computed)
            );
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
