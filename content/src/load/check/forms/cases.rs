//! A form that disagrees with a case worked by hand does not build.

use std::collections::HashSet;

use crate::calendar::{CalendarFile, WorkingDayCalendar};
use crate::deadline::ClockRule;
use crate::form::{Copy, Form, FormCase, Limits, Problem, Severity, Surroundings};
use crate::id::FieldId;
use crate::load::deadlines::Deadlines;
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;
use crate::words::Words;

/// Worked cases count by the calendar of this nation.
const NATION: &str = "england-and-wales";

pub(super) fn cases(
    forms: &[&InFile<Form>],
    limits: &Limits,
    deadlines: &Deadlines,
    calendars: &[InFile<CalendarFile>],
    words: &Words,
    problems: &mut Problems,
) {
    let rules: Vec<ClockRule> = deadlines.rules.iter().map(|rule| ClockRule::from(&rule.value)).collect();
    let file = calendars.iter().find(|calendar| calendar.value.nation == NATION);
    let calendar = file.and_then(|file| WorkingDayCalendar::try_from(&file.value).ok());
    let with = Surroundings {
        words: &words.forms,
        date_words: &words.date_input,
        dates: &words.dates,
        limits,
        rules: &rules,
        calendar: calendar.as_ref(),
    };
    for InFile { file, value: form } in forms {
        of_form(file, form, with, problems);
    }
}

fn of_form(file: &TextFile, form: &Form, with: Surroundings<'_>, problems: &mut Problems) {
    if !form.cases.iter().any(|case| case.errors.is_empty() && !case.answers.is_blank()) {
        let what = "the form has no worked case that is filled in without an error";
        problems.add(&file.name, None, what, "Add a [[case]] worked by hand.");
    }
    let mut said: HashSet<String> = HashSet::new();
    for case in &form.cases {
        worked_case(file, form, case, with, &mut said, problems);
    }
    let columns = form.tables().flat_map(|table| &table.columns);
    let messages =
        form.fields().chain(columns).flat_map(|field| field.required.iter().chain(&field.expected));
    let messages: HashSet<&String> = messages.chain(form.rules.iter().map(|rule| &rule.says)).collect();
    let mut silent: Vec<&String> = messages.into_iter().filter(|message| !said.contains(*message)).collect();
    silent.sort();
    for message in silent {
        problems.add(
            &file.name,
            file.line_of(message),
            format!("no worked case brings out `{message}`"),
            "Add a [[case]] in which it is said.",
        );
    }
}

fn worked_case(
    file: &TextFile,
    form: &Form,
    case: &FormCase,
    with: Surroundings<'_>,
    said: &mut HashSet<String>,
    problems: &mut Problems,
) {
    let line = file.line_of(&case.why);
    let mut differs = |what: String| {
        let mend = "Work the case again by hand; correct the case or the form.";
        problems.add(&file.name, line, format!("worked case differs: {what}"), mend);
    };
    let limits: &Limits = with.limits;
    for refusal in form.refusals(&case.answers, limits) {
        differs(format!("its answers are refused: {}", refusal.says(with.words)));
    }
    let filled = form.fill_in(&case.answers, with);
    let found = filled.problems();
    said.extend(found.iter().map(|problem| problem.says.clone()));
    let of = |severity| -> Vec<&FieldId> {
        let grave = found.iter().filter(|problem: &&Problem| problem.severity == severity);
        grave.map(|problem| &problem.at).collect()
    };
    let kept_aside = filled.kept_aside();
    for (what, computed, expected) in [
        ("errors", of(Severity::Error), &case.errors),
        ("warnings", of(Severity::Warning), &case.warnings),
        ("kept aside", kept_aside, &case.kept_aside),
    ] {
        if computed.iter().copied().ne(expected) {
            let shown = |ids: &[&FieldId]| match ids {
                [] => "none".to_owned(),
                ids => ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "),
            };
            let expected: Vec<&FieldId> = expected.iter().collect();
            differs(format!("{what}: {}, but {} was expected", shown(&computed), shown(&expected)));
        }
    }
    let copy = if case.circulated { Copy::Circulated } else { Copy::Full };
    let text = filled.document(copy).to_text();
    for wanted in case.has.iter().filter(|wanted| !text.contains(*wanted)) {
        differs(format!("the text lacks `{wanted}`"));
    }
    for unwanted in case.lacks.iter().filter(|unwanted| text.contains(*unwanted)) {
        differs(format!("the text has `{unwanted}`"));
    }
}
