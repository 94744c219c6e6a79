//! `cargo xtask check`: formatting, lints, content.

use std::process::Command;

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::process::{self, command};
use crate::project::Project;
use crate::setup;
use crate::steps::Steps;

/// Takes every step, even after one has failed, so that one run tells all.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let mut steps = Steps::default();
    set_up(project, &mut steps)?;
    all(project, &mut steps);
    steps.verdict()
}

/// What the checks need.
pub(crate) fn set_up(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    setup::for_check(project, steps)?;
    setup::formatter_and_linter(project, steps)
}

/// Every check; what fails is in `steps`.
pub(crate) fn all(project: &Project, steps: &mut Steps) {
    let cargo = |arguments: &[&str]| {
        let mut cargo = command("cargo", project.root());
        cargo.args(arguments);
        cargo
    };
    let native = ["clippy", "--all-targets", "--", "-D", "warnings"];
    let wasm =
        ["clippy", "-p", "waymark-browser", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    let content = ["run", "-q", "-p", "waymark-prerender", "--", "--content", "content", "--check"];

    take(
        steps,
        "Formatting",
        "at once",
        cargo(&["fmt", "--all", "--check"]),
        Failure::new("the formatting is not rustfmt's", "Run `cargo fmt --all` and look at the changes."),
    );
    take(
        steps,
        "Lints, native",
        "about 2 minutes the first time",
        cargo(&native),
        Failure::new("Clippy found problems", "They are listed above, each with its place."),
    );
    take(
        steps,
        "Lints, browser",
        "about a minute the first time",
        cargo(&wasm),
        Failure::new(
            "Clippy found problems in the wasm entry",
            "They are listed above, each with its place.",
        ),
    );
    take(
        steps,
        "Content",
        "about 2 minutes the first time, then seconds",
        cargo(&content),
        Failure::new("the content has problems", "They are listed above, each with its file."),
    );
}

fn take(steps: &mut Steps, name: &str, usual: &str, command: Command, otherwise: Failure) {
    // The failure stays in `steps`, for the verdict.
    let _ = steps.take(name, usual, || process::run(command, Tool::Cargo, otherwise));
}
