//! Node, npm, and the packages of app/package-lock.json.

use std::fs;
use std::path::PathBuf;

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::{Inputs, Stamp};
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::steps::Steps;

/// What the npm packages ask for: Sass and html-validate load modules in a way that came with these releases.
const WANTED: &str = "Node 20.19, 22.12 or later";

/// On Windows npm is a script, which is only found by its full name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Node and npm are there and not too old.
pub(crate) fn check(project: &Project) -> Result<(), Failure> {
    let install = format!("Install {WANTED}, from https://nodejs.org");
    let Some(version) = ask("node", &["--version"], project.root()) else {
        return Err(Failure::new("Node is not installed, or not on PATH", install));
    };
    if !is_recent(&version) {
        return Err(Failure::new(
            format!("Node {} is too old", version.trim().trim_start_matches('v')),
            install,
        ));
    }
    if ask(NPM, &["--version"], project.root()).is_none() {
        return Err(Failure::new(
            "npm is not installed, or not on PATH",
            format!("It comes with Node (on Debian and Ubuntu: apt-get install npm). {install}"),
        ));
    }
    Ok(())
}

/// The packages, exactly as locked.
pub(crate) fn packages(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let app = project.app();
    let inputs =
        Inputs::default().path(app.join("package-lock.json")).path(app.join("package.json")).fingerprint()?;
    // npm writes this file last, once everything it lists is in place.
    let stamp = Stamp::new(project.work().join("stamps/npm"), &[app.join("node_modules/.package-lock.json")]);
    if stamp.holds(&inputs)? {
        return Ok(());
    }
    steps.take("Installing the npm packages into app/node_modules", "half a minute, once", || {
        stamp.forget()?;
        let mut npm = command(NPM, &app);
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=warn"]);
        run(npm, Tool::Npm, Failure::new("`npm ci` failed in app/", "Its own message is above."))?;
        stamp.keep(&inputs)
    })
}

/// Lighthouse, the last that runs on every Node that will do here. In a folder of its own: the site needs nothing of it.
pub(crate) fn lighthouse(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    const PACKAGE: &str = "lighthouse@12.8.2";
    check(project)?;
    let folder = project.tools().join("lighthouse");
    let installed = folder.join("node_modules/.package-lock.json");
    let stamp = Stamp::new(project.work().join("stamps/lighthouse"), &[installed]);
    if stamp.holds(PACKAGE)? {
        return Ok(folder);
    }
    steps.take(&format!("Installing {PACKAGE} into target/tools"), "a minute, once", || {
        stamp.forget()?;
        fs::create_dir_all(&folder).map_err(|error| Failure::io("create", &folder, &error))?;
        let mut npm = command(NPM, &folder);
        npm.args(["install", PACKAGE, "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]);
        npm.args(["--loglevel=warn", "--prefix"]).arg(&folder);
        run(
            npm,
            Tool::Npm,
            Failure::new("Lighthouse could not be installed", "npm's own message is above."),
        )?;
        stamp.keep(PACKAGE)
    })?;
    Ok(folder)
}

/// Whether what Node prints of itself, like `v20.19.0`, is a release that will do.
fn is_recent(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(20)), Some(Ok(minor))) => minor >= 19,
        (Some(Ok(22)), Some(Ok(minor))) => minor >= 12,
        (Some(Ok(major)), _) => major >= 23,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_that_the_packages_work_with_is_told_from_an_older_one() {
        for recent in ["v20.19.0\n", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(is_recent(recent), "{recent}");
        }
        for old in ["v9.0.0", "v18.20.8", "v20.9.0", "v21.7.3", "v22.11.0", "nothing"] {
            assert!(!is_recent(old), "{old}");
        }
    }
}
