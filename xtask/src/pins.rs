//! Versions that are pinned in one file and needed by the commands.

use std::path::Path;

use crate::failure::Failure;
use crate::project::Project;

/// The wasm-bindgen in Cargo.lock: its command-line tool must be the same, to the last digit.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<String, Failure> {
    let file = project.root().join("Cargo.lock");
    locked_version(&read(&file)?, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "Cargo.lock names no version of wasm-bindgen",
            "Give app/browser its dependencies, then run the same command again.",
        )
    })
}

/// The Trunk that app/Trunk.toml asks for.
pub(crate) fn trunk(project: &Project) -> Result<String, Failure> {
    let file = project.app().join("Trunk.toml");
    required_trunk(&read(&file)?).ok_or_else(|| {
        Failure::new(
            "app/Trunk.toml does not pin a version of Trunk",
            "Give it a line like: trunk-version = \"=0.21.14\"",
        )
    })
}

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| Failure::io("read", file, &error))
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found =
        packages.iter().find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))?;
    found.get("version")?.as_str().map(str::to_owned)
}

fn required_trunk(config: &str) -> Option<String> {
    let config: toml::Table = config.parse().ok()?;
    config.get("trunk-version")?.as_str()?.strip_prefix('=').map(|version| version.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4

        [[package]]
        name = "wasm-bindgen-macro"
        version = "0.2.99"

        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
        dependencies = ["cfg-if"]
    "#;

    #[test]
    fn the_locked_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("not a lock file", "wasm"), None);
    }

    #[test]
    fn trunk_must_be_pinned_exactly() {
        assert_eq!(required_trunk("trunk-version = \"=0.21.14\"").as_deref(), Some("0.21.14"));
        assert_eq!(required_trunk("trunk-version = \"0.21\""), None);
        assert_eq!(required_trunk("[build]"), None);
    }

    #[test]
    fn the_repository_pins_trunk() {
        assert!(trunk(&Project::locate()).is_ok());
    }
}
