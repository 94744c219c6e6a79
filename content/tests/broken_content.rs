//! A folder of deliberately broken content: every message, all in one run.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use waymark_content::load::load;

/// `tests/broken/` holds one or more of every mistake that loading refuses. `tests/broken.expected` holds the
/// messages. When a message changes on purpose, read the difference and write the new list there:
///
/// ```text
/// RUST_BACKTRACE=0 cargo test -q -p content --features load --test broken_content | \
///     sed -n '/Now:$/,/^$/p' | sed '1d;/^$/d;/^note: run with/d' > new.expected
/// ```
#[test]
fn every_mistake_is_reported_at_once_with_file_and_line() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let problems = load(&tests.join("broken")).expect_err("broken content must not load");
    let actual: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    let expected = fs::read_to_string(tests.join("broken.expected")).unwrap_or_default();
    assert!(actual == expected, "the messages differ from tests/broken.expected. Now:\n{actual}");
}
