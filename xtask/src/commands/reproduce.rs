//! `cargo xtask reproduce`: whether the same sources give the same site, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::console::say;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::{files, hex};
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::site::Copy;
use crate::steps::Steps;
use crate::{setup, site};

/// Builds the site here, and once more from nothing in a clone of the last commit in another folder; then compares.
pub(crate) fn run_all(project: &Project) -> Result<(), Failure> {
    let root = project.root();
    let changed = ask("git", &["status", "--porcelain"], root)
        .ok_or_else(|| Failure::new("this copy has no history", "Run it in a clone of the repository."))?;
    if !changed.trim().is_empty() {
        return Err(Failure::new("there are changes that are in no commit", "Commit or stash them first."));
    }
    let mut steps = Steps::default();
    let tools = setup::for_build(project, &mut steps)?;
    site::build(project, &tools, &Copy::default(), &mut steps)?;
    let clone = root.join("target/reproduced");
    clear(&clone)?;
    steps.take("The same from nothing, in another folder", "a quarter of an hour", || {
        let mut git = command("git", root);
        git.args(["clone", "--quiet", "."]).arg(&clone);
        run(git, Tool::Other, Failure::new("the clone failed", "Git's own message is above."))?;
        copy_programs(&project.tools().join("bin"), &clone.join("target/tools/bin"))?;
        let mut build = command("cargo", &clone);
        // Nothing that was built before, and no folder of this copy.
        build.args(["xtask", "build"]).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR");
        run(build, Tool::Cargo, Failure::new("the clone does not build", "The place is named above."))
    })?;
    let (here, there) = (hashes(&project.dist())?, hashes(&clone.join("dist"))?);
    clear(&clone)?;
    let differing: Vec<&str> = here
        .keys()
        .chain(there.keys())
        .filter(|name| here.get(*name) != there.get(*name))
        .map(String::as_str)
        .collect();
    if differing.is_empty() {
        say(&format!("{}\n{} files, the same in both builds.", steps.table(), here.len()));
        return Ok(());
    }
    Err(Failure::new(
        format!("{} of {} files differ: {}", differing.len(), here.len(), differing.join(", ")),
        "Look for times, paths of this machine or an order by chance in what makes them.",
    ))
}

/// Programs are no part of the site: building them again would show nothing.
fn copy_programs(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(|error| Failure::io("create", to, &error))?;
    for file in files(from)? {
        let copy = to.join(file.file_name().unwrap_or_default());
        fs::copy(&file, &copy).map_err(|error| Failure::io("write", &copy, &error))?;
    }
    Ok(())
}

/// Every file of a site with the hash of its bytes.
fn hashes(site: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let hash = |file: PathBuf| {
        let bytes = fs::read(&file).map_err(|error| Failure::io("read", &file, &error))?;
        let name = file.strip_prefix(site).unwrap_or(&file).display().to_string();
        Ok((name, hex(Sha256::new_with_prefix(&bytes))))
    };
    files(site)?.into_iter().map(hash).collect()
}

fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(Failure::io("remove", folder, &error)),
        _ => Ok(()),
    }
}
