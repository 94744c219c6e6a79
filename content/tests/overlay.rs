//! An authority's own folder over the content: the example that the README tells of, and one with mistakes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use waymark_content::calendar::WorkingDayCalendar;
use waymark_content::date::IsoDate;
use waymark_content::deadline::{ClockRule, Limit};
use waymark_content::guide::Guide;
use waymark_content::id::{SourceId, StatementId};
use waymark_content::load::{Problem, load, load_with};

/// The guide as it is, and as the example council would publish it.
static GUIDES: LazyLock<(Guide, Guide)> = LazyLock::new(|| {
    let overlaid = with("../tests/overlay/example-council").unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the example has problems:\n{}", list.join("\n"))
    });
    (load(content()).unwrap(), overlaid)
});

fn content() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn with(overlay: &str) -> Result<Guide, Vec<Problem>> {
    let overlay: PathBuf = content().join(overlay);
    load_with(content(), Some(&overlay))
}

#[test]
fn a_source_and_a_limit_of_its_own_stand_beside_the_guides() {
    let (guide, council) = &*GUIDES;
    let source = council.source(&SourceId::new("example-council")).unwrap();
    assert_eq!(source.statements().count(), 2);
    assert_eq!(council.sources.len(), guide.sources.len() + 1);
    assert_eq!(council.deadlines.len(), guide.deadlines.len() + 1);
    let rule = council.deadlines.iter().find(|rule| rule.id.as_str() == "example-first-visit").unwrap();
    assert_eq!(rule.cites, [StatementId::new("example-01")]);
    assert!(council.uses.contains_key(&rule.cites[0]), "the statement leads to the limit");
    assert!(guide.deadlines.iter().all(|rule| council.deadlines.contains(rule)), "no limit is lost");
}

#[test]
fn its_closure_days_are_skipped() {
    let (guide, council) = &*GUIDES;
    assert_eq!(guide.closures, []);
    let rule = council.deadlines.iter().find(|rule| rule.id.as_str() == "example-first-visit").unwrap();
    assert!(matches!(ClockRule::from(rule).limit, Limit::WorkingDays(days) if days.0 == 5));
    let usual = council.calendars.iter().find(|file| file.nation == "england-and-wales").unwrap();
    let calendar = WorkingDayCalendar::with_provisional(usual).unwrap();
    let received = IsoDate::parse("2026-12-21").unwrap().0;
    let due = |calendar: &WorkingDayCalendar| {
        IsoDate(calendar.working_day_after(received, waymark_content::calendar::WorkingDays(5)).unwrap())
            .to_string()
    };
    // 22 to 24 December, then 25 and 28 are bank holidays; 29 to 31 are closed, and 1 January is a bank holiday.
    assert_eq!(due(&calendar), "2026-12-30");
    assert_eq!(due(&calendar.with_closures(&council.closures)), "2027-01-05");
}

#[test]
fn it_has_its_own_names_and_every_other_word_is_the_guides() {
    let (guide, council) = &*GUIDES;
    let (own, usual) = (&council.words.shell, &guide.words.shell);
    assert_eq!(own.site_name, "Example Council procedures");
    assert_ne!(own.site_url, usual.site_url);
    assert_eq!((&own.danger, &own.nav, &own.statuses), (&usual.danger, &usual.nav, &usual.statuses));
    assert_eq!(
        council.words.counting.closures_many(),
        "{count} closure days of Example Council or of your own."
    );
    assert_eq!(council.words.counting.closure_first(), guide.words.counting.closure_first());
}

#[test]
fn mistakes_in_it_are_told_with_file_and_mend() {
    let problems = with("tests/broken-overlay").expect_err("it must not load");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "closures.toml:3: the closure of 2044-12-30 lies outside the bank holidays that we have. Take it out, or \
             add bank holidays for its year.",
            "closures.toml:6: the closure of 2026-12-30 is out of order, or stands twice. Name each day once, the \
             first first.",
            "closures.toml:12: the closure has no name. Say what it is called: answers name it.",
            "closures.toml:14: unknown key `closure.3.nme`. Check its spelling, or take it out: nothing reads it.",
            "deadlines/example-council/first.toml:8: no source is called `example-council`. Name one that stands in \
             sources/.",
            "deadlines/example-council/first.toml:10: no statement is called `example-01`. Name one that stands in \
             sources/.",
            "words/counting.toml: invalid boolean, expected `true`. Correct this key or value.",
            "words/shel.toml: nothing reads this file of the overlay. Give it the name and the folder that such a \
             file has in the content.",
            "words/shell.toml: unknown key `site_nam`. Check its spelling, or take it out: nothing reads it.",
        ]
    );
}

#[test]
fn an_overlay_that_is_not_there_is_told() {
    let problems = with("tests/no-such-folder").expect_err("it must not load");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].what.starts_with("there is no folder "), "{}", problems[0]);
}
