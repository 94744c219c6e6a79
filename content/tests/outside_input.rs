//! What comes from outside and is no case file: dates as typed, settings as kept by the browser, answers to forms.
//! Whatever it is, it is read rightly or refused; nothing panics. Files of cases are in `case_files`, lines for the
//! examples in the examples.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use waymark_content::calendar::{CalendarFile, Closure, WorkingDayCalendar};
use waymark_content::date::{EnteredDate, IsoDate};
use waymark_content::deadline::ClockRule;
use waymark_content::form::{Answers, Copy, Form, PartKind, Surroundings};
use waymark_content::guide::Guide;
use waymark_content::load::load;
use waymark_content::packed::{Packed, packed, unpacked};

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads"));

/// A field of a date: often nearly right.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,2}",
        "[0-9]{4}",
        " ?[0-9]{0,10} ?",
        "[-+.eE/0-9]{1,4}",
        "\\PC{0,4}",
        Just("٣".to_owned())
    ]
}

/// What three fields say, by another way: digits alone, the year in four of them, a day that there is.
fn real_date(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let number = |text: &str| {
        let digits = text.chars().all(|letter| letter.is_ascii_digit());
        if digits { text.parse::<u32>().ok().filter(|number| *number < 1_000_000_000) } else { None }
    };
    let short = |text: &str| text.len() <= 9;
    let [day, month, year] = [day, month, year].map(str::trim);
    let four_digits = year.len() == 4 && short(day) && short(month);
    let (day, month, year) = (number(day)?, number(month)?, number(year)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| four_digits)
}

/// What a browser may hold under a key of ours.
fn kept() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![
        "[0-9]{1,2}",
        Just("4294967295".to_owned()),
        Just("2025-12-29".to_owned()),
        Just("2025-02-30".to_owned()),
        Just("scotland".to_owned()),
        "\\PC{0,6}",
    ];
    vec(text, 0..12)
}

/// Read whole and the same again, or not at all.
fn fits_or_not<T: Packed>(texts: &[String]) -> Result<Option<T>, TestCaseError> {
    let read: Option<T> = unpacked(texts.to_vec());
    if let Some(value) = &read {
        let again: Option<T> = unpacked(packed(value));
        prop_assert_eq!(again.map(|value| packed(&value)), Some(packed(value)));
    }
    Ok(read)
}

/// Answers to a form with its own names, strange ones, and anything as what they say.
fn answers() -> impl Strategy<Value = (usize, Value)> {
    (0..GUIDE.forms.len()).prop_flat_map(|at| {
        let mut names: Vec<String> = names(&GUIDE.forms[at]);
        names.push("no-such-thing".to_owned());
        let answer = prop_oneof![
            "\\PC{0,20}".prop_map(|text| json!({ "text": text })),
            select(names.clone()).prop_map(|option| json!({ "choice": option })),
            vec(select(names.clone()), 0..3).prop_map(|options| json!({ "choices": options })),
            [typed(), typed(), typed()].prop_map(
                |[day, month, year]| json!({ "date": { "day": day, "month": month, "year": year } })
            ),
            any::<i32>().prop_map(|number| json!(number)),
        ];
        let entry = || vec((select(names.clone()), answer.clone()), 0..6);
        let row = entry().prop_map(|cells| json!({ "cells": object(cells) }));
        let tables = vec((select(names.clone()), vec(row, 0..3).prop_map(Value::from)), 0..3);
        (Just(at), entry(), tables).prop_map(|(at, values, tables)| {
            (at, json!({ "values": object(values), "tables": object(tables) }))
        })
    })
}

fn object(entries: Vec<(String, Value)>) -> Value {
    Value::Object(entries.into_iter().collect())
}

/// The names of a form's fields, tables, columns and options.
fn names(form: &Form) -> Vec<String> {
    let mut names = Vec::new();
    let mut add = |field: &waymark_content::form::Field| {
        names.push(field.id.to_string());
        names.extend(field.options.iter().map(|option| option.id.to_string()));
    };
    let mut tables = Vec::new();
    for (_, part) in form.parts() {
        match part.kind() {
            PartKind::Text(_) => {}
            PartKind::Field(field) => add(field),
            PartKind::Table(table) => {
                table.columns.iter().for_each(&mut add);
                tables.push(table.id.to_string());
            }
        }
    }
    names.extend(tables);
    names
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn a_typed_date_is_the_day_it_says_or_none(day in typed(), month in typed(), year in typed()) {
        let said = real_date(&day, &month, &year);
        let entered = EnteredDate { day, month, year };
        prop_assert_eq!(entered.read().ok(), said, "{:?}", entered);
    }

    #[test]
    fn a_date_in_a_file_is_written_in_one_way(text in "[-0-9 +]{8,11}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\\PC{0,12}") {
        if let Some(date) = IsoDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
            prop_assert!(date.0.year() <= 9999);
        }
    }

    #[test]
    fn what_the_browser_kept_is_read_whole_or_not_at_all(texts in kept()) {
        fits_or_not::<CalendarFile>(&texts)?;
        fits_or_not::<ClockRule>(&texts)?;
        fits_or_not::<(String, Vec<Closure>)>(&texts)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn kept_closure_days_never_break_a_calendar(texts in kept(), first in 0..3_u32) {
        let mut closures = vec![first.to_string()];
        closures.extend((0..first).flat_map(|day| [format!("2025-12-{}", 29 + day), "closed".to_owned()]));
        for texts in [closures, texts] {
            let Some(closures) = fits_or_not::<Vec<Closure>>(&texts)? else { continue };
            let calendar = WorkingDayCalendar::with_provisional(&GUIDE.calendars[0]).unwrap();
            let with = calendar.with_closures(&closures);
            for closure in &closures {
                // A closure outside the coverage changes nothing; one inside is no working day.
                prop_assert_ne!(with.is_working_day(closure.date.0), Ok(true));
            }
        }
    }

    #[test]
    fn answers_to_a_form_are_refused_or_printed((at, answers) in answers()) {
        let Ok(answers) = serde_json::from_value::<Answers>(answers) else { return Ok(()) };
        let form = &GUIDE.forms[at];
        let refusals = form.refusals(&answers, &GUIDE.form_limits);
        for refusal in &refusals {
            prop_assert!(!refusal.says(&GUIDE.words.forms).is_empty());
        }
        if refusals.is_empty() {
            let filled = form.fill_in(&answers, Surroundings {
                words: &GUIDE.words.forms,
                date_words: &GUIDE.words.date_input,
                dates: &GUIDE.words.dates,
                limits: &GUIDE.form_limits,
                rules: &[],
                calendar: None,
            });
            for copy in [Copy::Full, Copy::Circulated] {
                prop_assert!(filled.document(copy).to_text().contains(&form.title));
            }
        }
    }

    #[test]
    fn answers_to_a_form_from_any_text(text in "\\PC{0,80}|\\{\"values\": \\{\\PC{0,40}\\}\\}") {
        if let Ok(answers) = serde_json::from_str::<Answers>(&text) {
            let again: Answers = serde_json::from_value(serde_json::to_value(&answers).unwrap()).unwrap();
            prop_assert_eq!(again, answers);
        }
    }
}
