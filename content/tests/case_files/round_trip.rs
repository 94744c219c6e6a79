//! What is written is read as it was, follows the published schema, and is what the types themselves would write.

use proptest::prelude::*;
use serde_json::Value;
use waymark_content::case::{CaseFile, Opened, SealedCase, schema};

use super::any_case;
use crate::{keeping, read, written};

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
    assert_eq!(value["case"]["checklists"], serde_json::to_value(&file.case.checklists).unwrap());
    assert_eq!(value["case"]["forms"], serde_json::to_value(&file.case.forms).unwrap());
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
    file.case.reference = "x".repeat(keeping().longest_text as usize + 1);
    let refusal = file.written(keeping(), &crate::EDITION).unwrap_err();
    assert_eq!(refusal.at, "case.reference");
    let (many, text) = (60, "x".repeat(keeping().longest_text as usize));
    let item = &any_case::one_of_each().case.checklists.into_values().next().unwrap()[0];
    let items = (0..many).map(|n| waymark_content::checklist::Answer {
        item: waymark_content::id::ItemId::new(format!("i{n}")),
        note: text.clone(),
        ..item.clone()
    });
    let mut file = any_case::one_of_each();
    file.case.checklists.insert(waymark_content::id::ChecklistId::new("long"), items.collect());
    let refusal = file.written(keeping(), &crate::EDITION).unwrap_err();
    assert!(matches!(refusal.refused, waymark_content::case::Refused::TooBig { .. }), "{refusal:?}");
}
