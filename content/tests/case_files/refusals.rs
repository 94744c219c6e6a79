//! What is wrong with a file is said in words, with the place.

use super::any_case::one_of_each;
use crate::{GUIDE, keeping, read, written};

fn says(text: &str) -> String {
    match read(text) {
        Ok(_) => panic!("it opens: {}", text.chars().take(300).collect::<String>()),
        Err(refusal) => refusal.says(&GUIDE.words.case),
    }
}

/// The good file with one thing in place of another.
fn with(good: &str, bad: &str) -> String {
    let text = written(&one_of_each());
    assert!(text.contains(good), "the file has no {good}");
    text.replacen(good, bad, 1)
}

#[test]
fn each_refusal_says_what_is_wrong_and_where() {
    let long = format!("\"JB {}\"", "7".repeat(keeping().longest_text as usize));
    let many =
        format!("\"risk\":\"yes\"{}", (0..600).map(|n| format!(",\"f{n}\":\"no\"")).collect::<String>());
    let whole = written(&one_of_each());
    let sealed = r#"{"format":"waymark-case-sealed","version":1,"rounds":600000,"salt":"AAECAwQFBgcICQoLDA0ODw==","iv":"AAECAwQFBgcICQoL","data":"c2VhbGVk"}"#;
    let cases: Vec<(String, &str)> = vec![
        // Not a file of ours.
        (String::new(), "It ends too early"),
        ("   ".into(), "It ends too early"),
        ("Dear colleague,".into(), "line 1, character 1 makes no sense"),
        ("\u{feff}{}".into(), "line 1, character 1 makes no sense"),
        ("PK\u{3}\u{4}".into(), "damaged, or no case file at all"),
        ("{}".into(), "It does not say that it is a case of this guide's"),
        ("[]".into(), "It does not say that it is a case of this guide's"),
        ("null".into(), "It does not say that it is a case of this guide's"),
        ("12".into(), "It does not say that it is a case of this guide's"),
        (r#"{"format":"waymark","version":1}"#.into(), "It does not say that it is a case"),
        (r#"{"format":7}"#.into(), "It does not say that it is a case"),
        // Damaged.
        (whole[..whole.len() / 2].into(), "It ends too early"),
        (whole[..whole.len() - 1].into(), "It ends too early"),
        (format!("{whole}x"), "makes no sense"),
        (with("\"case\":", "\"case\""), "line 1, character"),
        // Out of all proportion.
        (
            format!("\"{}\"", "x".repeat(keeping().most_bytes as usize)),
            "It has 6 MB, and a case file has at most 5 MB",
        ),
        (" ".repeat(50_000_000), "It has 50 MB, and a case file has at most 5 MB"),
        ("[".repeat(100_000), "It is nested deeper than a case file ever is"),
        ("{\"a\":".repeat(100_000), "It is nested deeper than a case file ever is"),
        (with("\"JB 7\"", &format!("{}1{}", "[".repeat(40), "]".repeat(40))), "nested deeper"),
        (with("\"JB 7\"", &long), "“case.reference” has 100003 characters, and there is room for 100000"),
        (
            with("\"risk\":\"yes\"", &many),
            "“case.decisions.immediate-protection” holds 602 things, and there is room for 500",
        ),
        // Newer, or of no version.
        (
            with("\"version\":1", "\"version\":2"),
            "A newer edition of this guide saved it (version 2; this page reads up to 1)",
        ),
        (with("\"version\":1", "\"version\":99999999999999999999"), "“version” is not a number in its range"),
        (with("\"version\":1", "\"version\":0"), "“version” is not a number in its range"),
        (with("\"version\":1", "\"version\":-1"), "“version” is not a number in its range"),
        (with("\"version\":1", "\"version\":\"1\""), "“version” is not a number in its range"),
        (with("\"version\":1,", ""), "“version” is missing"),
        // A name twice.
        (with("\"made\":", "\"made\":\"2026-11-20\",\"made\":"), "“made” stands in it twice"),
        (
            with("\"risk\":\"yes\"", "\"risk\":\"yes\",\"risk\":\"no\""),
            "“case.decisions.immediate-protection.risk” stands in it twice",
        ),
        (
            with("\"item\":\"carers\"", "\"item\":\"signed\""),
            "“case.checklists.childs-needs-assessment-record.signed” stands in it twice",
        ),
        (
            with("{\"day\":\"8\"", "{\"day\":\"9\",\"day\":\"8\""),
            "“case.dates.events.referral-received.1.day” stands in it twice",
        ),
        // Missing or unknown.
        (with("\"made\":\"2026-11-20\",", ""), "“made” is missing"),
        (with("\"revision\":7", "\"revison\":7"), "“kept.revison” is nothing that a case file has"),
        (with("\"decisions\":", "\"decision\":"), "“case.decision” is nothing that a case file has"),
        (
            with("\"state\":\"recorded\",", ""),
            "“case.checklists.childs-needs-assessment-record.1.state” is missing",
        ),
        (
            with("{\"choice\":\"consent\"}", "{}"),
            "“case.forms.agency-prompt-sheet.1.values.basis” is missing",
        ),
        (
            with("{\"choice\":\"consent\"}", "{\"txet\":\"consent\"}"),
            "“case.forms.agency-prompt-sheet.1.values.basis.txet” is nothing",
        ),
        (
            with("{\"choice\":\"consent\"}", "{\"choice\":\"a\",\"text\":\"b\"}"),
            "“case.forms.agency-prompt-sheet.1.values.basis” holds 2 things, and there is room for 1",
        ),
        // Of the wrong kind.
        (with("\"JB 7\"", "7"), "“case.reference” is not a text"),
        (with("\"JB 7\"", "null"), "“case.reference” is not a text"),
        (with("\"2026-11-20\"", "\"20 November 2026\""), "“made” is not a date as 2026-11-22"),
        (with("\"2026-11-20\"", "\"2026-02-30\""), "“made” is not a date as 2026-11-22"),
        (
            with("\"yes\"", "\"Yes, I think\""),
            "“case.decisions.immediate-protection.risk” is not a name as this guide has them",
        ),
        (with("\"risk\"", "\"../risk\""), "“case.decisions.immediate-protection.../risk” is not a name"),
        (
            with("\"plan-made\":true", "\"plan-made\":\"true\""),
            "“case.dates.conditions.plan-made” is not “true” or “false”",
        ),
        (with("\"recorded\"", "\"done\""), "is not one of the words that can stand there"),
        (
            with("[{\"day\":\"8\"", "[7,{\"day\":\"8\""),
            "“case.dates.events.referral-received.1” is not a set of named answers",
        ),
        (
            with("\"half past ten\"]", "\"half past ten\",1]"),
            "“case.forms.agency-prompt-sheet.1.values.meeting.date-time” is not a list as it should be",
        ),
        (with("\"agency-prompt-sheet\":[", "\"agency-prompt-sheet\":{\"a\":"), "makes no sense"),
        (with("\"case\":{", "\"case\":[],\"x\":{"), "“case” is not a set of named answers"),
        // A form that is never kept.
        (
            with("\"agency-prompt-sheet\"", "\"agreement-for-family-meeting\""),
            "It holds the form “agreement-for-family-meeting”, which is never kept",
        ),
        // Sealed files.
        (
            sealed.replace("\"version\":1", "\"version\":2"),
            "A newer edition of this guide saved it (version 2",
        ),
        (sealed.replace("600000", "599999"), "“rounds” is not a number in its range"),
        (sealed.replace("600000", "4000000000"), "“rounds” is not a number in its range"),
        (sealed.replace("600000", "4e9"), "“rounds” is not a number in its range"),
        (sealed.replace("c2VhbGVk", "c2Vh*GVk"), "“data” is not encrypted data"),
        (sealed.replace("c2VhbGVk", "c2VhbGV"), "“data” is not encrypted data"),
        (sealed.replace("c2VhbGVk", ""), "“data” is not encrypted data"),
        (sealed.replace("AAECAwQFBgcICQoL\"", "AAECAwQFBgcICQo=\""), "“iv” is not encrypted data"),
        (sealed.replace("\"iv\":", "\"vi\":"), "“vi” is nothing that a case file has"),
    ];
    for (text, expected) in cases {
        let said = says(&text);
        assert!(
            said.contains(expected),
            "{}\n  said: {said}\n  not: {expected}",
            &text.chars().take(200).collect::<String>()
        );
        // Each ends with what to do, and leaves no place unfilled.
        assert!(said.matches(". ").count() >= 1 && said.ends_with('.') && !said.contains('{'), "{said}");
    }
}
