//! The practice cases of the real content: a rule that changes breaks the cases that depend on it, every verdict is
//! what the tools give, and a link holds nothing but names.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "practice/changed_rules.rs"]
mod changed_rules;
#[path = "practice/links.rs"]
mod links;
#[path = "practice/real_cases.rs"]
mod real_cases;

use std::path::Path;
use std::sync::LazyLock;

use waymark_content::guide::Guide;
use waymark_content::load::load;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has problems:\n{}", list.join("\n"))
    })
});
