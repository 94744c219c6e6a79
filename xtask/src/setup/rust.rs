//! The parts of the Rust toolchain, and the packages of Cargo.lock.

use std::path::Path;

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::steps::Steps;

const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for the browser. Looked for where the compiler would look, so that a Rust which did not come
/// from rustup will do.
pub(crate) fn wasm_target(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let root = project.root();
    let library = ask("rustc", &["--print", "target-libdir", "--target", WASM], root).ok_or_else(|| {
        Failure::new("rustc does not run here", "Install Rust with rustup, from https://rustup.rs")
    })?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(project, steps, "Adding the Rust target wasm32-unknown-unknown", &["target", "add", WASM])
}

/// rustfmt and Clippy.
pub(crate) fn components(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let root = project.root();
    if ask("cargo", &["fmt", "--version"], root).is_some()
        && ask("cargo", &["clippy", "--version"], root).is_some()
    {
        return Ok(());
    }
    rustup(project, steps, "Adding rustfmt and Clippy", &["component", "add", "rustfmt", "clippy"])
}

/// Downloads what Cargo.lock names, because Trunk builds without the network. At once when all is there.
pub(crate) fn packages(project: &Project) -> Result<(), Failure> {
    let host = ask("rustc", &["-vV"], project.root())
        .and_then(|about| about.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .unwrap_or_else(|| WASM.to_owned());
    let mut fetch = command("cargo", project.root());
    fetch.args(["fetch", "--target", WASM, "--target", &host]);
    run(
        fetch,
        Tool::Cargo,
        Failure::new("the Rust packages could not be downloaded", "Cargo's own message is above."),
    )
}

fn rustup(project: &Project, steps: &mut Steps, name: &str, arguments: &[&str]) -> Result<(), Failure> {
    let by_hand = format!("rustup {}", arguments.join(" "));
    if ask("rustup", &["--version"], project.root()).is_none() {
        return Err(Failure::new(
            format!("rustup is not installed, so `{by_hand}` cannot run"),
            "Install Rust with rustup, from https://rustup.rs",
        ));
    }
    steps.take(name, "half a minute, once", || {
        let mut rustup = command("rustup", project.root());
        rustup.args(arguments);
        run(rustup, Tool::Rustup, Failure::new(format!("`{by_hand}` failed"), "Its own message is above."))
    })
}
