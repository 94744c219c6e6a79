//! Session plans: their cases and steps exist, and there is time for them.

use crate::load::check::{duplicates, unknown};
use crate::load::folder::{InFile, TextFile};
use crate::load::problem::Problems;
use crate::practice::{Case, Session, SessionPart, SessionsFile};

pub(super) fn check(sessions: &InFile<SessionsFile>, cases: &[InFile<Case>], problems: &mut Problems) {
    let InFile { file, value } = sessions;
    let ids = value.sessions.iter().map(|session| session.id.as_str());
    duplicates(file, "session", ids, problems);
    for session in &value.sessions {
        let sum: u32 = session.parts.iter().map(|part| part.minutes).sum();
        if sum != session.minutes {
            problems.add(
                &file.name,
                file.line_of(&format!("\"{}\"", session.id)),
                format!(
                    "the session `{}` is {} minutes, but its parts are {sum}",
                    session.id, session.minutes
                ),
                "Let the parts add up.",
            );
        }
        session.parts.iter().for_each(|part| check_part(file, session, part, cases, problems));
    }
}

fn check_part(
    file: &TextFile,
    session: &Session,
    part: &SessionPart,
    cases: &[InFile<Case>],
    problems: &mut Problems,
) {
    let mut wrong = |what: String, mend: &str| {
        let line = file.line_of(&format!("\"{}\"", part.title));
        problems.add(&file.name, line, format!("the part `{}` of `{}` {what}", part.title, session.id), mend);
    };
    let Some(id) = &part.case else {
        if !part.steps.is_empty() {
            wrong("names steps and no case".to_owned(), "Name the case, or take them out.");
        }
        return;
    };
    let Some(case) = cases.iter().map(|case| &case.value).find(|case| case.id == *id) else {
        unknown(file, "practice case", id.as_str(), "practice/", problems);
        return;
    };
    for step in part.steps.iter().filter(|step| !case.steps.iter().any(|known| known.id == **step)) {
        wrong(format!("names `{step}`, which is no step of the case"), "Name steps of that case.");
    }
    if part.steps.is_empty() && part.minutes < case.facilitator.minutes {
        wrong(
            format!("has {} minutes for a case of {}", part.minutes, case.facilitator.minutes),
            "Give it more, or name some of its steps.",
        );
    }
}
