//! Answers from a file: what is no answer to the form is refused, with the field named.

use waymark_content::form::{Answers, Form};

use super::{GUIDE, form};

fn refusals(form: &Form, json: &str) -> Vec<String> {
    let answers: Answers = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    let refusals = form.refusals(&answers, &GUIDE.form_limits);
    refusals.iter().map(|refusal| refusal.says(&GUIDE.words.forms)).collect()
}

#[test]
fn each_refusal_names_its_field() {
    let sheet = form("agency-prompt-sheet");
    let agreement = form("co-working-agreement");
    let feedback = form("feedback-sheet");
    let long = "x".repeat(GUIDE.form_limits.in_file + 1);
    let rows = vec!["{}"; GUIDE.form_limits.rows + 1].join(",");
    for (form, json, says) in [
        (
            sheet,
            r#"{"values": {"chlid": {"text": "A."}}}"#.to_owned(),
            "“chlid”: this form has no such field",
        ),
        (sheet, r#"{"tables": {"agnecies": []}}"#.to_owned(), "“agnecies”: this form has no such table"),
        (
            sheet,
            r#"{"values": {"agencies": {"text": "A."}}}"#.to_owned(),
            "“agencies”: this form has no such field",
        ),
        (
            sheet,
            r#"{"tables": {"agencies": [{}, {"cells": {"repyl": {"text": "A."}}}]}}"#.to_owned(),
            "“repyl” (table “agencies”, row 2): this form has no such field",
        ),
        (
            sheet,
            r#"{"tables": {"agencies": [{"of": "gp", "cells": {"other-agency": {"text": "A."}}}]}}"#
                .to_owned(),
            "“other-agency” (table “agencies”, row 1): this form has no such field",
        ),
        (
            sheet,
            r#"{"tables": {"agencies": [{"of": "plumber"}]}}"#.to_owned(),
            "“agencies”: its table has no row “plumber” to fill in",
        ),
        (
            sheet,
            r#"{"tables": {"agencies": [{"of": "gp"}, {"of": "gp"}]}}"#.to_owned(),
            "“agencies”: its row “gp” is filled in twice",
        ),
        (
            agreement,
            r#"{"tables": {"tasks": [{"of": "case-management"}]}}"#.to_owned(),
            "“tasks”: its table has no row “case-management” to fill in",
        ),
        (
            agreement,
            r#"{"tables": {"tasks": [{}]}}"#.to_owned(),
            "“tasks”: no rows can be added to this table",
        ),
        (sheet, format!(r#"{{"tables": {{"agencies": [{rows}]}}}}"#), "“agencies”: more than 200 rows"),
        (
            sheet,
            r#"{"values": {"child": {"choice": "yes"}}}"#.to_owned(),
            "“child”: the answer is not of the kind that this field takes",
        ),
        (
            agreement,
            r#"{"values": {"team-manager-signed": {"text": "T. M."}}}"#.to_owned(),
            "“team-manager-signed”: this is signed on paper or worked out, and is never filled in",
        ),
        (
            agreement,
            r#"{"values": {"adoption": {"choice": "maybe"}}}"#.to_owned(),
            "“adoption”: there is no choice “maybe”",
        ),
        (
            feedback,
            r#"{"values": {"contact-rating": {"choice": "6"}}}"#.to_owned(),
            "“contact-rating”: there is no choice “6”",
        ),
        (
            agreement,
            r#"{"values": {"plan": {"choices": ["cp", "cp"]}}}"#.to_owned(),
            "“plan”: the choice “cp” stands twice",
        ),
        (
            sheet,
            format!(r#"{{"values": {{"child": {{"text": "{long}"}}}}}}"#),
            "“child”: a text of 100001 characters, where 100000 are allowed",
        ),
    ] {
        assert_eq!(refusals(form, &json), [says], "{}", &json[..json.len().min(120)]);
    }
}

/// What does not even have the shape of answers is refused when it is read.
#[test]
fn what_is_no_answers_at_all_is_refused_when_it_is_read() {
    for (json, says) in [
        (r#"{"values": {"child": {"text": "A."}, "child": {"text": "B."}}}"#, "`child` stands twice"),
        (
            r#"{"tables": {"family": [{"cells": {"name": {"text": "A."}, "name": {"text": "B."}}}]}}"#,
            "`name` stands twice",
        ),
        (r#"{"valeus": {}}"#, "unknown field `valeus`"),
        (r#"{"values": {"child": {"txet": "A."}}}"#, "unknown variant `txet`"),
        (r#"{"values": {"child": {"text": 5}}}"#, "invalid type"),
        (r#"{"values": {"born": {"date": {"day": "1", "hour": "2"}}}}"#, "unknown field `hour`"),
        (r#"{"values": []}"#, "invalid type"),
    ] {
        let error = serde_json::from_str::<Answers>(json).unwrap_err().to_string();
        assert!(error.contains(says), "{json}: {error}");
    }
}
