//! Tools that are compiled for this repository: Trunk, the wasm-bindgen command line, geckodriver, cargo-deny.

use std::fs;
use std::path::{Path, PathBuf};

use crate::console::say;
use crate::diagnosis;
use crate::failure::Failure;
use crate::pins;
use crate::process::{ask, command, on_path, run};
use crate::project::Project;
use crate::steps::Steps;

/// A program from the Rust registry.
struct Tool {
    /// What people call it.
    name: &'static str,
    program: &'static str,
    package: &'static str,
    version: String,
    /// Whether only that version will do.
    exact: bool,
    options: &'static [&'static str],
    usual: &'static str,
}

/// The bundler.
pub(crate) fn trunk(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let trunk = Tool {
        name: "Trunk",
        program: "trunk",
        package: "trunk",
        version: pins::trunk(project)?,
        exact: true,
        // Without its self-update and its own downloads, which the build never uses.
        options: &["--locked", "--no-default-features"],
        usual: "about 4 minutes, once",
    };
    trunk.find_or_install(project, steps)
}

/// The tool that writes the JavaScript beside the wasm.
pub(crate) fn wasm_bindgen(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let wasm_bindgen = Tool {
        name: "wasm-bindgen",
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: pins::wasm_bindgen(project)?,
        exact: true,
        // Not `--locked`: its lock file names releases that a mirror of the registry may not have.
        options: &["--no-default-features", "--bin", "wasm-bindgen"],
        usual: "about 2 minutes, once",
    };
    wasm_bindgen.find_or_install(project, steps)
}

/// The driver of Firefox, which Debian does not package. Any version on PATH will do.
pub(crate) fn geckodriver(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let geckodriver = Tool {
        name: "geckodriver",
        program: "geckodriver",
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        exact: false,
        options: &["--locked"],
        usual: "about 2 minutes, once",
    };
    geckodriver.find_or_install(project, steps)
}

/// What looks at the packages.
pub(crate) fn cargo_deny(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let cargo_deny = Tool {
        name: "cargo-deny",
        program: "cargo-deny",
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        exact: true,
        options: &["--locked", "--no-default-features"],
        usual: "about 2 minutes, once",
    };
    cargo_deny.find_or_install(project, steps)
}

/// One of the generators that `cargo xtask bench` compares with.
pub(crate) fn mdbook(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let mdbook = Tool {
        name: "mdBook",
        program: "mdbook",
        package: "mdbook",
        version: "0.5.4".to_owned(),
        exact: true,
        // Without its own server and watcher. The search is in what it builds.
        options: &["--locked", "--no-default-features", "--features", "search"],
        usual: "about 3 minutes, once",
    };
    mdbook.find_or_install(project, steps)
}

impl Tool {
    fn find_or_install(&self, project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
        let own =
            project.tools().join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        let candidates = on_path(self.program).chain(own.is_file().then(|| own.clone()));
        let mut others = Vec::new();
        for candidate in candidates {
            match version_of(&candidate, project.root()) {
                Some(version) if version == self.version || !self.exact => return Ok(candidate),
                Some(version) => others.push(version),
                None => {}
            }
        }
        if !others.is_empty() {
            let found = others.join(" and ");
            say(&format!(
                "Found {} {found}; this site needs {}, and gets its own copy.",
                self.name, self.version
            ));
        }
        self.install(project, steps)?;
        match version_of(&own, project.root()) {
            Some(version) if version == self.version => Ok(own),
            _ => Err(Failure::new(
                format!("{} {} was installed but does not run", self.name, self.version),
                "Remove target/tools, then run the same command again.",
            )),
        }
    }

    fn install(&self, project: &Project, steps: &mut Steps) -> Result<(), Failure> {
        let tools = project.tools();
        let building = project.root().join("target/tools-build");
        let step = format!("Building {} {} into target/tools", self.name, self.version);
        steps.take(&step, self.usual, || {
            let mut install = command("cargo", project.root());
            install
                .args(["install", &format!("{}@{}", self.package, self.version), "--force"])
                .args(self.options)
                .arg("--root")
                .arg(&tools)
                .arg("--target-dir")
                .arg(&building)
                // The release settings of these tools take over 20 minutes on two cores, for a speed not needed here.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                // Without a lock file: no release that asks for a newer Rust than the tool itself does.
                .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
            let otherwise = Failure::new(
                format!("{} {} could not be built", self.name, self.version),
                "Cargo's own message is above.",
            );
            run(install, diagnosis::Tool::Cargo, otherwise)?;
            // Over a gigabyte that is not read again: the next version starts from other packages.
            match fs::remove_dir_all(&building) {
                Err(error) if building.exists() => Err(Failure::io("remove", &building, &error)),
                _ => Ok(()),
            }
        })
    }
}

/// `0.21.14` of a program that prints `trunk 0.21.14` or `trunk v0.21.14`.
fn version_of(program: &Path, dir: &Path) -> Option<String> {
    ask(program, &["--version"], dir).as_deref().and_then(printed_version).map(str::to_owned)
}

fn printed_version(printed: &str) -> Option<&str> {
    printed.lines().next()?.split_whitespace().nth(1).map(|version| version.trim_start_matches('v'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word() {
        assert_eq!(printed_version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(printed_version("geckodriver 0.37.1\n\nThe source code ..."), Some("0.37.1"));
        assert_eq!(printed_version("mdbook v0.5.4\n"), Some("0.5.4"));
        assert_eq!(printed_version(""), None);
    }
}
