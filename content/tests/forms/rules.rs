//! The rules that stand on the forms, for every answer that they hang on.

use std::collections::BTreeMap;

use waymark_content::form::{Answers, Copy, Form, Severity, Value};
use waymark_content::id::{FieldId, OptionId};

use super::{form, text, with};

/// Answers that choose these options, nothing for an empty one.
fn choosing(chosen: &[(&str, &str)]) -> Answers {
    let values = chosen.iter().filter(|(_, option)| !option.is_empty());
    let values = values.map(|(field, option)| (FieldId::new(*field), Value::Choice(OptionId::new(*option))));
    Answers { values: values.collect(), tables: BTreeMap::new() }
}

fn errors_at(form: &Form, answers: &Answers, field: &str) -> bool {
    let problems = form.fill_in(answers, with()).problems();
    problems.iter().any(|problem| problem.at.as_str() == field && problem.severity == Severity::Error)
}

/// worcs-a05-07: one ground, never both, and with none chosen both stand as alternatives.
#[test]
fn a_letter_gives_exactly_one_ground() {
    let letter = form("letter-asking-for-information");
    for (basis, consent, statute) in [("", true, true), ("consent", true, false), ("statute", false, true)] {
        let answers = choosing(&[("basis", basis)]);
        let text = text(letter, &answers, Copy::Full);
        assert_eq!(text.contains("has given us consent"), consent, "{basis}");
        assert_eq!(text.contains("The law that we rely on"), statute, "{basis}");
        assert_eq!(errors_at(letter, &answers, "basis"), basis.is_empty());
        assert_eq!(errors_at(letter, &answers, "consents"), basis == "consent");
        assert_eq!(errors_at(letter, &answers, "law"), basis == "statute");
        assert!(!text.contains("statutory responsibility"), "wider than the law");
    }
}

/// Parts for families are never in a letter to an agency, and the enclosure follows an assessment only.
#[test]
fn an_agency_never_gets_what_is_for_families() {
    let letter = form("outcome-or-closure-letter");
    for outcome in ["", "support", "no-action"] {
        for process in ["", "assessment", "initial", "core", "enquiry", "meeting"] {
            for enclose in ["", "yes", "no"] {
                for audience in ["", "family", "agency"] {
                    let answers = choosing(&[
                        ("audience", audience),
                        ("outcome", outcome),
                        ("process", process),
                        ("enclose-conclusion", enclose),
                    ]);
                    let text = text(letter, &answers, Copy::Full);
                    let case = format!("{audience} {outcome} {process} {enclose}");
                    let for_families =
                        text.contains("analysis and conclusion") || text.contains("If you want the whole");
                    let of_assessment = ["", "assessment", "initial", "core"].contains(&process);
                    let may = match outcome {
                        "no-action" => of_assessment,
                        "support" => enclose != "no",
                        _ => of_assessment || enclose != "no",
                    };
                    assert_eq!(for_families, audience != "agency" && may, "{case}");
                    assert_eq!(text.contains("Thank you for your help"), audience != "family", "{case}");
                    assert_eq!(text.contains("Thank you for working"), audience != "agency", "{case}");
                    assert_eq!(text.contains("What we concluded"), outcome != "support", "{case}");
                    assert_eq!(
                        text.contains("I enclose the notes") || text.contains("I enclose __"),
                        outcome != "no-action",
                        "{case}"
                    );
                }
            }
        }
    }
}

/// worcs-a07-22, for every combination of plans.
#[test]
fn a_key_worker_for_these_plans_must_be_qualified() {
    let agreement = form("co-working-agreement");
    let plans = ["cypp", "cp", "lac", "other"];
    for bits in 0..16u32 {
        let ticked = plans.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
        let ticked: Vec<OptionId> = ticked.map(|(_, plan)| OptionId::new(*plan)).collect();
        for adoption in ["", "yes", "no"] {
            for qualified in ["", "yes", "no"] {
                let mut answers = choosing(&[("adoption", adoption), ("qualified", qualified)]);
                let has = |plan: &str| ticked.contains(&OptionId::new(plan));
                let bound = has("cp") || has("lac") || adoption == "yes";
                answers.values.insert(FieldId::new("plan"), Value::Choices(ticked.clone()));
                let wrong = errors_at(agreement, &answers, "qualified");
                assert_eq!(wrong, bound && qualified != "yes", "{ticked:?} {adoption} {qualified}");
            }
        }
    }
}

/// worcs-s4-88: approval is needed unless the Consultant Social Worker or the Team Manager chairs. A family meeting
/// has no such rule.
#[test]
fn approval_is_asked_for_only_where_neither_manager_chairs_a_team_meeting() {
    let list = form("meeting-invitation-list");
    let note = "must look at the draft plan and formally approve it";
    for (chair, needed) in [("key-worker", true), ("sfsw", true), ("csw", false), ("team-manager", false)] {
        let of = |which| text(list, &choosing(&[("which", which), ("chair-role", chair)]), Copy::Full);
        assert_eq!(of("team").contains(note), needed, "{chair}");
        assert!(!of("family").contains(note), "{chair}");
    }
}

/// The leaflet names nobody for any task, so that none is named until somebody is.
#[test]
fn every_task_is_unassigned_until_somebody_is_named() {
    let problems = form("co-working-agreement").fill_in(&Answers::default(), with()).problems();
    let unassigned = problems.iter().find(|problem| problem.at.as_str() == "who").unwrap();
    assert_eq!((unassigned.rows.len(), unassigned.severity), (31, Severity::Warning));
}

/// No box without both: what is not known is never low.
#[test]
fn a_kind_of_response_needs_both_commitment_and_effort() {
    let record = form("model-of-change");
    let kinds = [
        "Genuine commitment",
        "Tokenism",
        "Compliance, imitation, approval seeking",
        "Dissent, avoidance, or both",
    ];
    for (commitment, effort, kind) in [
        ("high", "high", Some(0)),
        ("high", "low", Some(1)),
        ("low", "high", Some(2)),
        ("low", "low", Some(3)),
        ("", "high", None),
        ("", "low", None),
        ("high", "", None),
        ("low", "", None),
    ] {
        let cells = choosing(&[("commitment", commitment), ("effort", effort)]).values;
        let row = waymark_content::form::Row { of: None, cells };
        let answers =
            Answers { values: BTreeMap::new(), tables: [(FieldId::new("entries"), vec![row])].into() };
        let text = text(record, &answers, Copy::Full);
        for (place, name) in kinds.iter().enumerate() {
            let stands = text.contains(&format!("Kind of response: {name}"));
            assert_eq!(stands, kind == Some(place), "{commitment} {effort}");
        }
    }
}
