//! `cargo xtask audit`: the packages that we build with, held to deny.toml and to the published advisories.

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::packages;
use crate::process::{command, run};
use crate::project::Project;
use crate::setup::{self, NPM};
use crate::steps::Steps;

/// Takes every step, even after one has failed: what cannot be asked is told as that, and never as good.
pub(crate) fn run_all(project: &Project) -> Result<(), Failure> {
    let mut steps = Steps::default();
    let deny = setup::for_audit(project, &mut steps)?;
    let _ =
        steps.take("Licences and sources of Rust packages", "a second", || packages::check(project, &deny));
    let _ = steps.take("Advisories on Rust packages", "seconds", || packages::advisories(project, &deny));
    let _ = steps.take("Advisories on npm packages", "seconds", || npm(project));
    steps.verdict()
}

fn npm(project: &Project) -> Result<(), Failure> {
    let mut npm = command(NPM, &project.app());
    npm.args(["audit", "--loglevel=warn"]);
    let found = Failure::new(
        "there are advisories on npm packages",
        "They are named above: update those packages in app/package.json.",
    );
    run(npm, Tool::Npm, found)
}
