//! What each claim means, on rules of the real content.

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::guide::Guide;
use crate::load::load;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads"));

fn book() -> Rulebook<'static> {
    Rulebook {
        deadlines: GUIDE.deadlines.iter().collect(),
        unnumbered: GUIDE.unnumbered.iter().collect(),
        decisions: GUIDE.decisions.iter().collect(),
        checklists: GUIDE.checklists.iter().collect(),
        calendars: GUIDE.calendars.iter().collect(),
    }
}

/// A step that asks `asked`, with an option that makes each of these claims and says that it is wrong. Gives the places
/// of the claims that are right all the same.
fn right(asked: &str, claims: &[&str]) -> Vec<usize> {
    let step = step(asked, claims);
    let mut refusals = Vec::new();
    book().mark_step(&step, &mut refusals);
    let disagree = refusals.into_iter().filter_map(|(option, kind)| match kind {
        RefusalKind::Disagrees { said: Said::Wrong, .. } => option,
        RefusalKind::NoneRight => None,
        other => panic!("{option:?}: {other:?}"),
    });
    disagree.collect()
}

fn step(asked: &str, claims: &[&str]) -> Step {
    let head = "id = \"s\"\nknown = \"\"\nquestion = \"\"\nseveral = true\n";
    let options = claims.iter().enumerate().map(|(place, claim)| {
        format!(
            "[[option]]\nid = \"o{place}\"\ntext = \"\"\nclaim = {{ {claim} }}\nwrong = \"\"\nours = true\n"
        )
    });
    toml::from_str(&format!("{head}{asked}\n{}", options.collect::<String>())).expect("a step")
}

#[test]
fn dates() {
    let asked =
        "[deadline]\nrule = \"referral-response\"\nevent = \"2025-05-02\"\nnation = \"england-and-wales\"";
    let claims = ["date = \"2025-05-05\"", "date = \"2025-05-06\"", "no_date = true"];
    assert_eq!(right(asked, &claims), [1]);
    let closed = format!("{asked}\nclosures = [{{ date = \"2025-05-06\", name = \"closed\" }}]");
    assert_eq!(right(&closed, &["date = \"2025-05-06\"", "date = \"2025-05-07\""]), [1]);
    // 2 January is a bank holiday in Scotland and nowhere else.
    let scotland = asked.replace("england-and-wales", "scotland").replace("2025-05-02", "2024-12-31");
    assert_eq!(right(&scotland, &["date = \"2025-01-02\"", "date = \"2025-01-03\""]), [1]);
    let saturday = asked.replace("2025-05-02", "2025-05-03");
    for (counting, place) in [("from_the_day", 0), ("from_next_working_day", 1)] {
        let asked = format!("{saturday}\ncounting = \"{counting}\"");
        assert_eq!(right(&asked, &["date = \"2025-05-06\"", "date = \"2025-05-07\""]), [place]);
    }
}

#[test]
fn a_limit_without_a_number_has_no_date() {
    let asked =
        "[deadline]\nrule = \"see-the-child\"\nevent = \"2025-05-02\"\nnation = \"england-and-wales\"";
    assert_eq!(right(asked, &["date = \"2025-05-06\"", "no_date = true"]), [1]);
}

/// Each state of a clock, on one day of one case.
#[test]
fn clocks() {
    let asked = r#"[clocks]
rules = ["referral-response", "referral-acknowledgement", "referral-assessment", "initial-conference", "core-group",
    "first-review-conference", "later-review-conference", "receiving-conference"]
today = "2025-07-01"
nation = "england-and-wales"
[clocks.dates]
referral-received = "2025-05-02"
referral-response-decided = "2025-05-06"
referral-acknowledged = "2025-05-07"
strategy-discussion = "2025-05-06"
initial-conference = "2025-07-02"
review-conference = ["2024-01-10", "2024-07-10"]
move-notified = "2025-05-06"
[clocks.conditions]
concerns-substantiated = true"#;
    let claims = [
        "met = \"referral-response\"",
        "met = [\"referral-response\", \"referral-acknowledgement\"]",
        "met_late = \"referral-acknowledgement\"",
        "running = \"referral-assessment\"",
        "overdue = \"referral-assessment\"",
        "planned = \"initial-conference\"",
        "planned_late = \"initial-conference\"",
        "running = \"core-group\"",
        "overdue = [\"later-review-conference\", \"receiving-conference\"]",
    ];
    // The core group's clock starts tomorrow, and nobody said that there is no plan.
    let expected = [0, 2, 3, 6, 7, 8];
    let (first, rest) = claims.split_at(5);
    let found: Vec<usize> = right(asked, first)
        .into_iter()
        .chain(right(asked, rest).into_iter().map(|place| place + 5))
        .collect();
    assert_eq!(found, expected);
    let next = [
        "next_due = \"referral-assessment\"",
        "next_due = \"core-group\"",
        "next_due = \"receiving-conference\"",
        "not_started = \"core-group\"",
    ];
    assert_eq!(right(asked, &next), [0]);
    let no_plan = format!("{asked}\nplan-made = false");
    let claims =
        ["does_not_run = [\"core-group\", \"first-review-conference\"]", "not_started = \"core-group\""];
    assert_eq!(right(&no_plan, &claims), [0]);
    let nothing = "[clocks]\nrules = [\"core-group\"]\ntoday = \"2025-07-01\"\nnation = \"england-and-wales\"\ndates = {}";
    let claims = ["not_started = \"core-group\"", "running = \"core-group\"", "next_due = \"core-group\""];
    assert_eq!(right(nothing, &claims), [0]);
}

#[test]
fn outcomes_and_facts() {
    let asked = "[decision]\ntable = \"child-in-need\"\ngiven = { age = \"under-18\", impairment = \"no\" }";
    let claims = [
        "certain = \"in-need\"",
        "possible = [\"in-need\", \"not-in-need-now\"]",
        "ruled_out = \"before-birth\"",
        "ruled_out = [\"before-birth\", \"in-need\"]",
        "nothing_certain = true",
        "possible = \"in-need\", ruled_out = \"adult-routes\"",
        "possible = \"in-need\", certain = \"adult-routes\"",
    ];
    assert_eq!(right(asked, &claims), [1, 2, 4, 5]);
    // Either of the two that are open would settle as much as the other.
    let claims = [
        "find_out_next = \"disabled\"",
        "find_out_next = \"reasonable-standard\"",
        "find_out_next = \"impairment\"",
        "hangs_on = [\"disabled\", \"reasonable-standard\"]",
        "hangs_on = \"impairment\"",
        "nothing_hangs_on = \"disabled\"",
        "nothing_hangs_on = \"age\"",
    ];
    assert_eq!(right(asked, &claims), [0, 1, 3]);
    let settled = asked.replace("impairment = \"no\"", "impairment = \"yes\", disabled = \"unknown\"");
    let claims = [
        "certain = \"in-need\"",
        "nothing_certain = true",
        "nothing_hangs_on = [\"disabled\", \"reasonable-standard\"]",
        "find_out_next = \"disabled\"",
    ];
    assert_eq!(right(&settled, &claims), [0, 2]);
}

#[test]
fn items() {
    let asked = r#"[checklist]
list = "referral-response"
all_but = ["acknowledge"]
does_not_apply = { why-not = "The threshold is met.", cooperation = "", decide = "It was late." }"#;
    let claims = [
        "missing = [\"acknowledge\", \"cooperation\", \"decide\"]",
        "missing = \"why-not\"",
        "only_missing = [\"acknowledge\", \"cooperation\", \"decide\"]",
        "only_missing = \"acknowledge\"",
        "cannot_stand = [\"cooperation\", \"decide\"]",
        "cannot_stand = \"acknowledge\"",
        "set_aside = \"why-not\"",
        "recorded = \"harm\"",
    ];
    assert_eq!(right(asked, &claims), [0, 2, 4, 6, 7]);
    let claims = ["recorded = \"decide\"", "set_aside = \"cooperation\"", "nothing_missing = true"];
    assert_eq!(right(asked, &claims), Vec::<usize>::new());
    let full = "[checklist]\nlist = \"reablement-before-writing\"\nall_but = []";
    let list =
        GUIDE.checklists.iter().find(|list| list.id.as_str() == "reablement-before-writing").expect("a list");
    let first = &list.items().next().expect("an item").1.id;
    let claims = [
        "nothing_missing = true".to_owned(),
        format!("only_missing = \"{first}\""),
        "only_missing = []".to_owned(),
    ];
    assert_eq!(right(full, &claims.each_ref().map(String::as_str)), [0]);
}
