//! A file of every version that was ever written opens, and says what it said.

use std::fs;
use std::path::Path;

use waymark_content::case::{Edition, Opened, VERSION};

use super::any_case::one_of_each;
use crate::{GUIDE, read, written};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/case_files/versions");
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_version_opens_as_the_present_one() {
    for version in 1..=VERSION {
        let text = fixture(&format!("{version}.json"));
        assert!(text.contains(&format!("\"version\":{version},")), "{text}");
        assert_eq!(read(&text), Ok(Opened::Case(one_of_each())), "version {version}");
    }
}

/// Whoever changes what is written has to make it a new version, and leave this one's file as it is.
#[test]
fn what_is_written_is_the_present_version() {
    assert_eq!(written(&one_of_each()), fixture(&format!("{VERSION}.json")).trim_end());
}

#[test]
fn a_sealed_file_of_version_1_is_known_as_one() {
    assert!(matches!(read(&fixture("1-sealed.json")), Ok(Opened::Sealed(file)) if file.rounds == 600_000));
}

/// Answers to what this edition does not have stay, and are named.
#[test]
fn what_this_edition_does_not_ask_is_kept_and_told() {
    let text = fixture("1.json")
        .replace("\"immediate-protection\"", "\"a-table-of-another-edition\"")
        .replace("\"referral-received\"", "\"an-event-of-another-edition\"");
    let Ok(Opened::Case(file)) = read(&text) else { panic!("it opens") };
    assert_eq!(
        file.case.unasked(&Edition::of(&GUIDE)),
        ["an-event-of-another-edition", "a-table-of-another-edition"]
    );
    // Names stand in the order of the alphabet in what is written.
    let (one, other): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&text).unwrap(), serde_json::from_str(&written(&file)).unwrap());
    assert_eq!(one, other);
    assert_eq!(one_of_each().case.unasked(&Edition::of(&GUIDE)), [""; 0]);
}
