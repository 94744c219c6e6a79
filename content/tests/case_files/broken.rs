//! Any text at all, and good files with any damage: no panic, and never half a case.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use waymark_content::case::Opened;

use super::any_case;
use crate::{GUIDE, keeping, read, written};

/// What is empty may be left out: of two files that differ in nothing else, both say the same.
fn without_empty(value: &Value) -> Value {
    let is_empty = |value: &Value| match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(entries) => {
            let kept = entries.iter().map(|(name, value)| (name.clone(), without_empty(value)));
            Value::Object(kept.filter(|(_, value)| !is_empty(value)).collect())
        }
        // The place in a list says which: nothing goes.
        Value::Array(items) => Value::Array(items.iter().map(without_empty).collect()),
        value => value.clone(),
    }
}

/// Reads a text. If it opens, then with all that it says; if not, there is a reason in words.
fn whole_or_not_at_all(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Ok(Opened::Case(file)) => {
            let said: Value = serde_json::from_str(text).unwrap();
            let again: Value = serde_json::from_str(&written(&file)).unwrap();
            prop_assert_eq!(without_empty(&said), without_empty(&again));
        }
        Ok(Opened::Sealed(sealed)) => {
            let said: Value = serde_json::from_str(text).unwrap();
            let again: Value = serde_json::from_str(&sealed.written(keeping()).unwrap()).unwrap();
            prop_assert_eq!(said, again);
            prop_assert!((keeping().rounds..=keeping().most_rounds).contains(&sealed.rounds));
        }
        Err(refusal) => prop_assert!(!refusal.says(&GUIDE.words.case).is_empty()),
    }
    Ok(())
}

/// As a browser reads a file as text.
fn as_text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// One thing that can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Drop(usize, usize),
    Double(usize, usize),
    Swap(usize, u8),
    Insert(usize, String),
    Replace(usize, usize, String),
}

impl Damage {
    fn any() -> impl Strategy<Value = Damage> {
        let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1_000_000));
        let scrap = || {
            prop_oneof![
                Just("null".to_owned()),
                Just("{}".to_owned()),
                Just("[]".to_owned()),
                Just("\"\"".to_owned()),
                Just("-1".to_owned()),
                Just("1e400".to_owned()),
                Just("\"\\ud800\"".to_owned()),
                Just(",".to_owned()),
                Just("\"case\":{},".to_owned()),
                Just("\"text\":\"x\",".to_owned()),
                Just("}".to_owned()),
                any::<String>(),
            ]
        };
        prop_oneof![
            at().prop_map(Damage::Cut),
            (at(), 1..40usize).prop_map(|(at, length)| Damage::Drop(at, length)),
            (at(), 1..200usize).prop_map(|(at, length)| Damage::Double(at, length)),
            (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Swap(at, byte)),
            (at(), scrap()).prop_map(|(at, scrap)| Damage::Insert(at, scrap)),
            (at(), 1..20usize, scrap()).prop_map(|(at, length, scrap)| Damage::Replace(at, length, scrap)),
        ]
    }

    fn done_to(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let count = bytes.len();
        let range = |at: &usize, length: &usize| at % count..count.min(at % count + length);
        match self {
            Damage::Cut(at) => bytes.truncate(at % count),
            Damage::Drop(at, length) => drop(bytes.drain(range(at, length))),
            Damage::Double(at, length) => {
                let range = range(at, length);
                let twice = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, twice);
            }
            Damage::Swap(at, byte) => bytes[at % count] = *byte,
            Damage::Insert(at, scrap) => drop(bytes.splice(at % count..at % count, scrap.bytes())),
            Damage::Replace(at, length, scrap) => drop(bytes.splice(range(at, length), scrap.bytes())),
        }
    }
}

/// JSON of any kind, some of it nearly a case.
fn json() -> impl Strategy<Value = Value> {
    let name = || {
        prop_oneof![
            prop::sample::select(vec![
                "format",
                "version",
                "made",
                "changed",
                "kept",
                "until",
                "revision",
                "case",
                "reference",
                "dates",
                "events",
                "conditions",
                "decisions",
                "checklists",
                "forms",
                "item",
                "state",
                "values",
                "tables",
                "of",
                "cells",
                "text",
                "choice",
                "choices",
                "date",
                "date-time",
                "day",
                "referral-received",
            ])
            .prop_map(str::to_owned),
            any::<String>(),
        ]
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        name().prop_map(Value::from),
        Just(Value::from("waymark-case")),
        Just(Value::from("2026-11-22")),
        Just(Value::from(1)),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((name(), inner), 0..6).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..600)) {
        whole_or_not_at_all(&as_text(&bytes))?;
    }

    #[test]
    fn any_json(value in json()) {
        whole_or_not_at_all(&value.to_string())?;
    }

    #[test]
    fn any_json_for_a_case(value in json()) {
        let file = serde_json::json!({
            "format": "waymark-case", "version": 1, "made": "2026-11-20", "changed": "2026-11-22", "case": value,
        });
        whole_or_not_at_all(&file.to_string())?;
    }

    #[test]
    fn any_sealed_case(rounds in any::<u32>(), near in 599_990..600_010_u32, [salt, iv, data] in ["[A-Za-z0-9+/=]{0,30}", "[A-Za-z0-9+/=]{16}", "\\PC{0,40}"], value in json()) {
        for rounds in [Value::from(rounds), Value::from(near), value] {
            let file = serde_json::json!({
                "format": "waymark-case-sealed", "version": 1, "rounds": rounds, "salt": salt, "iv": iv, "data": data,
            });
            whole_or_not_at_all(&file.to_string())?;
        }
    }

    #[test]
    fn a_good_file_with_any_damage(damage in vec(Damage::any(), 1..4)) {
        let mut bytes = written(&any_case::one_of_each()).into_bytes();
        damage.iter().for_each(|damage| damage.done_to(&mut bytes));
        whole_or_not_at_all(&as_text(&bytes))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_file_with_any_damage(file in any_case::file(), damage in vec(Damage::any(), 1..4)) {
        let mut bytes = written(&file).into_bytes();
        damage.iter().for_each(|damage| damage.done_to(&mut bytes));
        whole_or_not_at_all(&as_text(&bytes))?;
    }
}

/// Every place at which a file can have been cut.
#[test]
fn a_file_that_is_not_whole_is_refused_wherever_it_ends() {
    let text = written(&any_case::one_of_each());
    for (end, _) in text.char_indices() {
        assert!(read(&text[..end]).is_err(), "it opens when cut after {end} bytes");
    }
}
