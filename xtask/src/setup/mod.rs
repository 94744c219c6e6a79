//! What a machine needs beyond Rust, Node and Python, put in place on the first run.
//!
//! Nothing is installed outside the repository, but for a Rust target and, for the browser journeys, the browsers.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::process;
use crate::project::Project;
use crate::steps::Steps;

mod node;
mod programs;
mod python;
mod rust;
mod tools;

pub(crate) use node::NPM;
pub(crate) use python::Python;

/// The programs that build the site.
#[derive(Debug)]
pub(crate) struct Toolset {
    /// Trunk, in the pinned version.
    pub(crate) trunk: PathBuf,
    /// wasm-bindgen, in the pinned version.
    pub(crate) wasm_bindgen: PathBuf,
    /// A `PATH` on which Trunk finds the pinned wasm-bindgen and wasm-opt before any other.
    pub(crate) path: OsString,
}

/// All that the build needs. What is wrong at all is found first, before minutes are spent on installing.
pub(crate) fn for_build(project: &Project, steps: &mut Steps) -> Result<Toolset, Failure> {
    node::check(project)?;
    for_check(project, steps)?;
    let trunk = tools::trunk(project, steps)?;
    let wasm_bindgen = tools::wasm_bindgen(project, steps)?;
    node::packages(project, steps)?;
    let folders = [Some(project.npm_programs()), wasm_bindgen.parent().map(PathBuf::from)];
    let path = process::path_with(&folders.into_iter().flatten().collect::<Vec<_>>());
    Ok(Toolset { trunk, wasm_bindgen, path })
}

/// All that formatting, lints and content checks need.
pub(crate) fn for_check(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    rust::wasm_target(project, steps)?;
    rust::packages(project)
}

/// Formatter and linter, which a minimal Rust installation lacks.
pub(crate) fn formatter_and_linter(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    rust::components(project, steps)
}

/// The browsers and their drivers, for the journeys, and a word processor for the files. Node, too, is asked for before anything is installed.
pub(crate) fn for_journeys(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    node::check(project)?;
    programs::install(project, steps)?;
    tools::geckodriver(project, steps)
}

/// cargo-deny, to look at the packages.
pub(crate) fn for_audit(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    rust::packages(project)?;
    tools::cargo_deny(project, steps)
}

/// Python with its packages, for the cross-check of the calendars.
pub(crate) fn for_cross_check(project: &Project, steps: &mut Steps) -> Result<Python, Failure> {
    let python = python::check(project, python::TESTS)?;
    python.packages(project, steps)?;
    Ok(python)
}

/// What measures a page.
#[derive(Debug)]
pub(crate) struct Measuring {
    /// The folder that Lighthouse is installed in.
    pub(crate) lighthouse: PathBuf,
    pub(crate) chromium: PathBuf,
}

/// Lighthouse and a browser for it.
pub(crate) fn for_measuring(project: &Project, steps: &mut Steps) -> Result<Measuring, Failure> {
    let chromium = programs::chromium()?;
    Ok(Measuring { lighthouse: node::lighthouse(project, steps)?, chromium })
}

/// Other generators of sites, to compare with: mdBook, and a Python with MkDocs Material.
pub(crate) fn for_comparing(project: &Project, steps: &mut Steps) -> Result<(PathBuf, Python), Failure> {
    let python = python::check(project, python::MKDOCS)?;
    let mdbook = tools::mdbook(project, steps)?;
    python.packages(project, steps)?;
    Ok((mdbook, python))
}
