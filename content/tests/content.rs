//! The real content: it loads, and what it promises holds.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use waymark_content::guide::Guide;
use waymark_content::load::load;

fn guide() -> Guide {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has problems:\n{}", list.join("\n"))
    })
}

#[test]
fn every_statement_of_the_teeswide_procedure_is_used_in_its_guidance() {
    let guide = guide();
    let teeswide = guide.sources.iter().find(|source| source.about.id.as_str() == "teeswide").unwrap();
    let unused: Vec<&str> = teeswide
        .statements()
        .map(|(_, statement)| &statement.id)
        .filter(|id| {
            let uses = guide.uses.get(id).map_or(&[][..], Vec::as_slice);
            !uses.iter().any(|used| used.link.route.as_str().starts_with("procedures/teeswide/"))
        })
        .map(|id| id.as_str())
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn the_register_holds_every_statement_that_was_read() {
    let count: usize = guide().sources.iter().map(|source| source.statements().count()).sum();
    assert_eq!(count, 1932);
}

#[test]
fn pages_about_consent_or_sharing_open_with_the_change_in_the_law() {
    for page in guide().procedures.iter().flat_map(|procedure| &procedure.pages) {
        let text = format!("{} {}", page.title, page.description).to_lowercase();
        if text.contains("consent") || text.contains("sharing") {
            assert!(page.notices.iter().any(|notice| notice.as_str() == "sharing-duty"), "{}", page.route);
        }
    }
}

#[test]
fn the_privacy_page_tells_the_figures_that_hold() {
    let guide = guide();
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("privacy.md")).unwrap();
    let rounds = format!("{},{:03} rounds", guide.keeping.rounds / 1000, guide.keeping.rounds % 1000);
    assert!(text.contains(&rounds), "it does not say {rounds}");
    let days: Vec<String> = guide.keeping.days.iter().map(u32::to_string).collect();
    let (last, others) = days.split_last().unwrap();
    let days = format!("The day you chose: {} or {last} days", others.join(", "));
    assert!(text.contains(&days), "it does not say: {days}");
}
