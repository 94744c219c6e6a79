//! What cargo and cargo-deny say about the Rust packages.

use std::path::Path;

use serde_json::Value;

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::process::{ask, command, run};
use crate::project::Project;

/// Holds licences, sources and bans to deny.toml. Needs no network.
pub(crate) fn check(project: &Project, cargo_deny: &Path) -> Result<(), Failure> {
    let mut deny = command(cargo_deny, project.root());
    deny.args(["--offline", "--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    let refused = Failure::new(
        "a Rust package is not what deny.toml allows",
        "It is named above: use another, or read its licence and allow it in deny.toml with the reason.",
    );
    run(deny, Tool::Deny, refused)
}

/// Holds the packages to the published advisories. These are fetched.
pub(crate) fn advisories(project: &Project, cargo_deny: &Path) -> Result<(), Failure> {
    let mut deny = command(cargo_deny, project.root());
    deny.args(["--locked", "check", "advisories"]);
    let found = Failure::new(
        "there are advisories on Rust packages",
        "They are named above: update those packages with `cargo update --package NAME`.",
    );
    run(deny, Tool::Deny, found)
}

/// What cargo says about the packages of this machine and of the browser: the setup has fetched those.
pub(crate) fn metadata(project: &Project) -> Result<Value, Failure> {
    let failed =
        || Failure::new("cargo could not list the packages", "Run `cargo metadata --locked` to see why.");
    let about = ask("rustc", &["-vV"], project.root()).ok_or_else(failed)?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or_else(failed)?;
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", host];
    let wasm = ["--filter-platform", "wasm32-unknown-unknown"];
    let arguments: Vec<&str> = arguments.into_iter().chain(wasm).collect();
    let metadata = ask("cargo", &arguments, project.root()).ok_or_else(failed)?;
    serde_json::from_str(&metadata).map_err(|_| failed())
}
