//! What `cargo xtask test` hands over, in environment variables.
//!
//! A missing input fails the test that asks for it. Skipping would let a run that tested nothing look green.

use std::env;
use std::path::PathBuf;

/// The base URL of the served site, ending in `/`. It lies under a sub-path, so that a link that only works
/// at the root of a host is found.
pub fn site() -> String {
    let mut url = variable("WAYMARK_SITE");
    if !url.ends_with('/') {
        url.push('/');
    }
    url
}

/// The folder that the site was built into.
pub fn dist() -> PathBuf {
    let path = PathBuf::from(variable("WAYMARK_DIST"));
    assert!(path.is_dir(), "WAYMARK_DIST names no folder ({}): run `cargo xtask test`", path.display());
    path
}

/// The whole guide in one file.
pub fn single_file() -> PathBuf {
    let path = PathBuf::from(variable("WAYMARK_SINGLE_FILE"));
    assert!(path.is_file(), "WAYMARK_SINGLE_FILE names no file ({}): run `cargo xtask test`", path.display());
    path
}

/// The text of axe-core, to be run inside each page.
pub fn axe_source() -> String {
    let path = variable("WAYMARK_AXE");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read axe-core at {path} ({error}): run `cargo xtask test`"))
}

/// How often a tool is used at random.
pub fn interactions() -> u32 {
    number("WAYMARK_INTERACTIONS")
}

/// What decides how.
pub fn seed() -> u32 {
    number("WAYMARK_SEED")
}

/// A folder that may hold drivers which are not on the search path. Not needed where they are.
pub(crate) fn tools() -> Option<PathBuf> {
    env::var_os("WAYMARK_TOOLS").map(PathBuf::from)
}

fn number(name: &str) -> u32 {
    let text = variable(name);
    text.parse().unwrap_or_else(|error| panic!("{name} is {text:?} and no number ({error})"))
}

fn variable(name: &str) -> String {
    match env::var(name) {
        Ok(value) if !value.is_empty() => value,
        _ => panic!("{name} is not set: run `cargo xtask test`"),
    }
}
