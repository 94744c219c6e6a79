//! Programs of the system that tests start: the three browser engines with their drivers for the journeys, and a word
//! processor that opens the files that the site makes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::process::{ask, command, on_path, run};
use crate::project::Project;
use crate::steps::Steps;

/// A program that tests start.
#[derive(Debug, PartialEq, Eq)]
struct Need {
    name: &'static str,
    /// Any of these will do.
    programs: &'static [&'static str],
    debian_package: &'static str,
    /// On Ubuntu the package of that name only points to a snap, which does not install everywhere.
    ubuntu: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        name: "Chromium",
        programs: &["chromium", "chromium-browser", "google-chrome"],
        debian_package: "chromium",
        ubuntu: "snap install chromium",
    },
    Need {
        name: "ChromeDriver",
        programs: &["chromedriver", "chromium.chromedriver"],
        debian_package: "chromium-driver",
        ubuntu: "snap install chromium",
    },
    Need {
        name: "Firefox",
        programs: &["firefox-esr", "firefox"],
        debian_package: "firefox-esr",
        ubuntu: "snap install firefox",
    },
    Need {
        name: "the WebKit driver",
        programs: &["WebKitWebDriver"],
        debian_package: "webkit2gtk-driver",
        ubuntu: "apt-get install webkit2gtk-driver",
    },
    Need {
        name: "xvfb-run",
        programs: &["xvfb-run"],
        debian_package: "xvfb",
        ubuntu: "apt-get install xvfb",
    },
    Need {
        name: "LibreOffice Writer",
        programs: &["soffice"],
        debian_package: "libreoffice-writer-nogui",
        ubuntu: "apt-get install libreoffice-writer-nogui",
    },
    Need { name: "xauth", programs: &["xauth"], debian_package: "xauth", ubuntu: "apt-get install xauth" },
];

/// Who we may ask for the missing ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

/// Chromium, for measuring.
pub(crate) fn chromium() -> Result<PathBuf, Failure> {
    let need = NEEDS.iter().find(|need| need.name == "Chromium");
    let found = need.into_iter().flat_map(|need| need.programs).find_map(|program| on_path(program).next());
    found.ok_or_else(|| {
        Failure::new(
            "Chromium is not installed, or not on PATH",
            "Install it (on Debian: apt-get install chromium), then run the same command again.",
        )
    })
}

/// Installs what is missing, or names it.
pub(crate) fn install(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let missing = missing(|program| on_path(program).next().is_some());
    if missing.is_empty() {
        return Ok(());
    }
    let root = project.root();
    let is_root = ask("id", &["-u"], root).is_some_and(|id| id.trim() == "0");
    let packages = to_install(system(), is_root, &missing)?;
    let listed = packages.join(" ");
    steps.take(&format!("Installing {listed}"), "about 2 minutes, once", || {
        let failed =
            |what: &str| Failure::new(format!("`apt-get {what}` failed"), "Its own message is above.");
        apt(root, &["update"], failed("update"))?;
        apt(
            root,
            &[&["install", "--yes"], packages.as_slice()].concat(),
            failed(&format!("install {listed}")),
        )
    })?;
    match self::missing(|program| on_path(program).next().is_some()).as_slice() {
        [] => Ok(()),
        still => Err(stop(system(), still)),
    }
}

fn apt(root: &Path, arguments: &[&str], otherwise: Failure) -> Result<(), Failure> {
    let mut apt = command("apt-get", root);
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    run(apt, Tool::Apt, otherwise)
}

fn missing(is_there: impl Fn(&str) -> bool) -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !need.programs.iter().any(|program| is_there(program))).collect()
}

/// The packages that can be installed for the asker, or where to get each program.
fn to_install(system: System, is_root: bool, missing: &[&Need]) -> Result<Vec<&'static str>, Failure> {
    let snap = |need: &&Need| need.ubuntu.starts_with("snap ");
    match system {
        System::Debian if is_root => Ok(missing.iter().map(|need| need.debian_package).collect()),
        System::Ubuntu if is_root && !missing.iter().any(snap) => {
            Ok(missing.iter().map(|need| need.debian_package).collect())
        }
        _ => Err(stop(system, missing)),
    }
}

fn stop(system: System, missing: &[&Need]) -> Failure {
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    let next = match system {
        System::Debian => {
            let packages: Vec<&str> = missing.iter().map(|need| need.debian_package).collect();
            format!("Run as root: apt-get install {}", packages.join(" "))
        }
        System::Ubuntu => {
            let mut commands: Vec<&str> = missing.iter().map(|need| need.ubuntu).collect();
            commands.dedup();
            format!("Run as root: {}", commands.join("; "))
        }
        System::Other => {
            let programs: Vec<String> = missing.iter().map(|need| need.programs.join(" or ")).collect();
            format!("Put on PATH: {}", programs.join(", "))
        }
    };
    let cause = format!("the tests in other programs need {}, not installed here", names.join(", "));
    Failure::new(cause, format!("{next}. Or leave those tests out: cargo xtask test --quick"))
}

fn system() -> System {
    named(&fs::read_to_string("/etc/os-release").unwrap_or_default())
}

/// Which system an `/etc/os-release` describes.
fn named(os_release: &str) -> System {
    let value = |key: &str| {
        os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
            .map(|value| value.trim_matches('"'))
            .unwrap_or_default()
    };
    let all: Vec<&str> = value("ID").split(' ').chain(value("ID_LIKE").split(' ')).collect();
    if all.contains(&"ubuntu") {
        System::Ubuntu
    } else if all.contains(&"debian") {
        System::Debian
    } else {
        System::Other
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// What is missing from a machine that has only `programs`.
    fn missing_beside(programs: &[&str]) -> Vec<&'static Need> {
        missing(|program| programs.contains(&program))
    }

    #[test]
    fn on_debian_root_gets_only_what_is_missing() {
        let missing = missing_beside(&["chromium", "chromedriver", "firefox", "xauth", "soffice"]);
        assert_eq!(to_install(System::Debian, true, &missing).unwrap(), ["webkit2gtk-driver", "xvfb"]);
    }

    #[test]
    fn who_is_not_root_is_told_what_to_run() {
        let missing =
            missing_beside(&["chromium", "chromedriver", "firefox-esr", "xvfb-run", "xauth", "soffice"]);
        let line = to_install(System::Debian, false, &missing).unwrap_err().to_string();
        assert_eq!(
            line,
            "error: the tests in other programs need the WebKit driver, not installed here. Run as root: apt-get install \
             webkit2gtk-driver. Or leave those tests out: cargo xtask test --quick"
        );
    }

    #[test]
    fn on_ubuntu_a_browser_that_is_only_a_snap_is_named_and_the_rest_installed() {
        let missing = missing_beside(&["firefox"]);
        let line = to_install(System::Ubuntu, true, &missing).unwrap_err().to_string();
        assert!(line.contains("need Chromium, ChromeDriver, the WebKit driver"), "{line}");
        assert!(line.contains("snap install chromium; apt-get install webkit2gtk-driver; "), "{line}");

        let missing = missing_beside(&["google-chrome", "chromedriver", "firefox"]);
        assert_eq!(
            to_install(System::Ubuntu, true, &missing).unwrap(),
            ["webkit2gtk-driver", "xvfb", "libreoffice-writer-nogui", "xauth"]
        );
    }

    #[test]
    fn elsewhere_the_programs_are_named() {
        let missing = missing_beside(&["chromedriver", "firefox", "WebKitWebDriver", "xvfb-run", "xauth"]);
        let line = to_install(System::Other, true, &missing).unwrap_err().to_string();
        assert!(line.contains("Put on PATH: chromium or chromium-browser or google-chrome"), "{line}");
    }

    #[test]
    fn the_system_is_told_from_its_own_description() {
        assert_eq!(named("NAME=\"Debian\"\nVERSION_ID=\"12\"\nID=debian\n"), System::Debian);
        assert_eq!(named("ID=ubuntu\nID_LIKE=debian\n"), System::Ubuntu);
        assert_eq!(named("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Ubuntu);
        assert_eq!(named("ID=raspbian\nID_LIKE=debian\n"), System::Debian);
        assert_eq!(named("ID=fedora\n"), System::Other);
        assert_eq!(named(""), System::Other);
    }
}
