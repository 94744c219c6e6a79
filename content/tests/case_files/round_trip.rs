//! What is written is read as it was, follows the published schema, and is what the types themselves would write.

use proptest::prelude::*;
use serde_json::Value;
use waymark_content::case::{Case, CaseFile, Held, Opened, Refused, SealedCase, schema};
use waymark_content::checklist::Answer;
use waymark_content::id::{ChecklistId, ConditionId, DecisionId, EventId, FormId, ItemId};

use super::any_case;
use crate::{keeping, read, written};

const LIST: &str = "childs-needs-assessment-record";

fn validator(format: &str) -> jsonschema::Validator {
    let schemas = schema(keeping());
    let (_, schema) = schemas.iter().find(|(name, _)| *name == format).unwrap();
    jsonschema::validator_for(schema).unwrap()
}

fn as_value(file: &CaseFile) -> Value {
    serde_json::from_str(&written(file)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_case_comes_back_as_it_was(file in any_case::file()) {
        prop_assert_eq!(read(&written(&file)), Ok(Opened::Case(file)));
    }
}

#[test]
fn any_file_follows_the_published_schema() {
    let schema = validator("waymark-case");
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(64));
    runner
        .run(&any_case::file(), |file| {
            let value = as_value(&file);
            let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
            prop_assert!(errors.is_empty(), "{:?}", errors);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_schemas_refuse_what_is_not_a_file() {
    let mut value = as_value(&any_case::one_of_each());
    let (open, sealed) = (validator("waymark-case"), validator("waymark-case-sealed"));
    assert!(open.is_valid(&value) && !sealed.is_valid(&value));
    value["case"]["note"] = "more".into();
    assert!(!open.is_valid(&value));
    let file =
        SealedCase { rounds: 600_000, salt: "A".repeat(22) + "==", iv: "A".repeat(16), data: "AAAA".into() };
    let mut value: Value = serde_json::from_str(&file.written(keeping()).unwrap()).unwrap();
    assert!(sealed.is_valid(&value) && !open.is_valid(&value));
    value["rounds"] = 1_000.into();
    assert!(!sealed.is_valid(&value));
}

/// The checklists and forms of a case are written as their own types write themselves.
#[test]
fn answers_stand_in_a_case_as_they_stand_alone() {
    let file = any_case::one_of_each();
    let value = as_value(&file);
    let (list, form) = (ChecklistId::new(LIST), FormId::new("agency-prompt-sheet"));
    let answers = serde_json::to_value(file.case.checklist(&list)).unwrap();
    assert_eq!(value["case"]["checklists"][list.as_str()], answers);
    let copies = serde_json::to_value(file.case.form(&form)).unwrap();
    assert_eq!(value["case"]["forms"][form.as_str()], copies);
}

#[test]
fn a_sealed_case_comes_back_as_it_was() {
    let file = SealedCase {
        rounds: 700_000,
        salt: "AAECAwQFBgcICQoLDA0ODw==".to_owned(),
        iv: "AAECAwQFBgcICQoL".to_owned(),
        data: "c2VhbGVk".to_owned(),
    };
    assert_eq!(read(&file.written(keeping()).unwrap()), Ok(Opened::Sealed(file)));
}

/// Nothing is saved that could not be opened again.
#[test]
fn what_could_not_be_opened_is_not_written() {
    let mut file = any_case::one_of_each();
    file.case.set_reference(&"x".repeat(keeping().longest_text as usize + 1));
    let refusal = file.written(keeping()).unwrap_err();
    assert_eq!(refusal.at, "case.reference");

    let mut file = any_case::one_of_each();
    let note = "x".repeat(keeping().longest_text as usize);
    let first = file.case.checklist(&ChecklistId::new(LIST)).remove(0);
    let answer = |n| Answer { item: ItemId::new(format!("i{n}")), note: note.clone(), ..first.clone() };
    file.case.set_checklist(&ChecklistId::new("long"), &(0..60).map(answer).collect::<Vec<_>>());
    let refusal = file.written(keeping()).unwrap_err();
    assert!(matches!(refusal.refused, Refused::TooBig { .. }), "{refusal:?}");
}

/// A part that is emptied leaves nothing behind.
#[test]
fn what_is_taken_out_is_gone() {
    let mut case = any_case::one_of_each().case;
    let blank = Case::default();
    assert_eq!(case.held(), Held { dates: 3, decisions: 1, checklists: 1, forms: 2 });
    case.set_reference("");
    case.set_dates(&EventId::new("referral-received"), &[]);
    case.set_dates(&EventId::new("review-conference"), &[]);
    assert!(!case.is_blank() && case.condition(&ConditionId::new("plan-made")) == Some(true));
    case.set_condition(&ConditionId::new("plan-made"), None);
    case.set_decision(&DecisionId::new("immediate-protection"), &[]);
    case.set_checklist(&ChecklistId::new(LIST), &[]);
    assert!(!case.is_blank());
    case.set_form(&FormId::new("agency-prompt-sheet"), &[]);
    assert!(case.is_blank() && case == blank);
}
