//! Python, and sets of packages for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::{Inputs, Stamp};
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::steps::Steps;

/// What the packages ask for, and the script that uses them: it reads TOML with Python's own library.
const WANTED: &str = "Python 3.11 or later";

/// Under Windows it has the shorter name, elsewhere that may still be Python 2.
const PYTHON: &[&str] = &["python3", "python"];

/// Packages that are installed together.
#[derive(Debug)]
pub(crate) struct Set {
    /// Their folder in target/tools.
    folder: &'static str,
    /// What lists them, with their versions.
    list: &'static str,
}

/// For the cross-check of the calendars and of forms as files.
pub(crate) const TESTS: Set = Set { folder: "python", list: "tests/requirements.txt" };

/// The generator that `cargo xtask bench` compares with.
pub(crate) const MKDOCS: Set = Set { folder: "mkdocs", list: "tests/mkdocs-requirements.txt" };

/// Where the packages are, and what runs them.
#[derive(Debug)]
enum Home {
    /// An environment of its own.
    Environment(PathBuf),
    /// A folder beside a Python that can make no environment, as Debian's without python3-venv.
    Folder(PathBuf),
}

/// Python, not too old, with a way to install packages.
#[derive(Debug)]
pub(crate) struct Python {
    program: &'static str,
    home: Home,
    set: Set,
}

/// Python is there, not too old, and can install packages into target/.
pub(crate) fn check(project: &Project, set: Set) -> Result<Python, Failure> {
    let root = project.root();
    let version = |program| ask(program, &["-c", "import sys; print(*sys.version_info[:2])"], root);
    let found: Vec<(&str, String)> =
        PYTHON.iter().filter_map(|program| Some((*program, version(program)?))).collect();
    let Some((program, _)) = found.iter().find(|(_, version)| is_recent(version)) else {
        return Err(missing(found.first().map(|(_, version)| version.trim())));
    };
    let has = |modules: &str| ask(program, &["-c", &format!("import {modules}")], root).is_some();
    let home = project.tools().join(set.folder);
    if has("venv, ensurepip") {
        Ok(Python { program, home: Home::Environment(home), set })
    } else if has("pip") {
        Ok(Python { program, home: Home::Folder(home), set })
    } else {
        Err(Failure::new(
            format!("{program} has neither venv nor pip, so its packages cannot be installed"),
            "Add one (on Debian and Ubuntu: apt-get install python3-venv), then run the same command again.",
        ))
    }
}

fn missing(found: Option<&str>) -> Failure {
    let cause = match found {
        Some(version) => format!("Python {} is too old", version.replace(' ', ".")),
        None => "Python is not installed, or not on PATH".to_owned(),
    };
    let debian = "on Debian and Ubuntu: apt-get install python3 python3-venv";
    Failure::new(cause, format!("Install {WANTED}, from https://www.python.org ({debian})"))
}

/// Whether the two numbers of a version are those of a Python that will do.
fn is_recent(version: &str) -> bool {
    let mut numbers = version.split_whitespace().map(str::parse::<u32>);
    matches!((numbers.next(), numbers.next()), (Some(Ok(3)), Some(Ok(11..))) | (Some(Ok(4..)), _))
}

impl Python {
    /// The packages, exactly as listed.
    pub(crate) fn packages(&self, project: &Project, steps: &mut Steps) -> Result<(), Failure> {
        let list = project.root().join(self.set.list);
        let place = format!("{:?}", self.home);
        let inputs = Inputs::default().path(&list).word(self.program).word(place).fingerprint()?;
        let done = self.folder().join("installed");
        let stamp =
            Stamp::new(project.work().join("stamps").join(self.set.folder), std::slice::from_ref(&done));
        if stamp.holds(&inputs)? {
            return Ok(());
        }
        let step = format!("Installing Python packages into target/tools/{}", self.set.folder);
        steps.take(&step, "half a minute, once", || {
            stamp.forget()?;
            self.install(project.root(), &list)?;
            fs::write(&done, "").map_err(|error| Failure::io("write", &done, &error))?;
            stamp.keep(&inputs)
        })
    }

    fn install(&self, root: &Path, list: &Path) -> Result<(), Failure> {
        // What an older list asked for must not stay behind.
        match fs::remove_dir_all(self.folder()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure::io("remove", self.folder(), &error));
            }
            _ => {}
        }
        if let Home::Environment(folder) = &self.home {
            let mut venv = command(self.program, root);
            venv.args(["-m", "venv"]).arg(folder);
            let next = "Its own message is above (on Debian and Ubuntu: apt-get install python3-venv).";
            run(venv, Tool::Pip, Failure::new(format!("`{} -m venv` failed", self.program), next))?;
        }
        let mut pip = self.command(root);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        pip.arg(list);
        if let Home::Folder(folder) = &self.home {
            pip.arg("--target").arg(folder);
        }
        run(pip, Tool::Pip, Failure::new("`pip install` failed", "Its own message is above."))
    }

    /// Python with the packages.
    pub(crate) fn command(&self, root: &Path) -> Command {
        match &self.home {
            Home::Environment(folder) => {
                let programs = if cfg!(windows) { "Scripts" } else { "bin" };
                command(folder.join(programs).join("python"), root)
            }
            Home::Folder(folder) => {
                let mut python = command(self.program, root);
                python.env("PYTHONPATH", folder);
                python
            }
        }
    }

    fn folder(&self) -> &Path {
        match &self.home {
            Home::Environment(folder) | Home::Folder(folder) => folder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_that_the_packages_work_with_is_told_from_an_older_one() {
        for recent in ["3 11\n", "3 12", "3 14\r\n", "4 0"] {
            assert!(is_recent(recent), "{recent}");
        }
        for old in ["2 7\n", "3 9", "3 10\n", "3", "nothing", ""] {
            assert!(!is_recent(old), "{old}");
        }
    }

    #[test]
    fn what_is_missing_is_named_with_what_to_install() {
        let old = missing(Some("3 9")).to_string();
        assert!(old.starts_with("error: Python 3.9 is too old. Install Python 3.11"), "{old}");
        let none = missing(None).to_string();
        assert!(none.contains("not installed") && none.contains("apt-get install python3 "), "{none}");
    }
}
