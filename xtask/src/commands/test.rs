//! `cargo xtask test`: everything that continuous integration runs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use clap::Args;

use super::check;
use crate::console::say;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::packages;
use crate::process::{command, path_with, run};
use crate::project::Project;
use crate::server;
use crate::setup::{self, Python, Toolset};
use crate::site::{self, Copy};
use crate::steps::Steps;

/// Runs all checks and tests.
#[derive(Args)]
pub(crate) struct Test {
    /// Leave out the journeys in the three browsers, and opening files in a word processor
    #[arg(long)]
    quick: bool,
}

/// The journeys run under a sub-path: a link that only works at the root of a host is found there.
const SUB_PATH: &str = "/waymark";

impl Test {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let mut steps = Steps::default();
        let result = self
            .set_up(project, &mut steps)
            .map(|(tools, python, deny)| self.all(project, &tools, &python, &deny, &mut steps));
        say(&format!("\n{}\n", steps.table()));
        result.and_then(|()| steps.verdict())
    }

    /// All of it before any test, so that what is missing is known at once.
    fn set_up(&self, project: &Project, steps: &mut Steps) -> Result<(Toolset, Python, PathBuf), Failure> {
        let python = setup::for_cross_check(project, steps)?;
        if !self.quick {
            setup::for_journeys(project, steps)?;
        }
        check::set_up(project, steps)?;
        let deny = setup::for_audit(project, steps)?;
        Ok((setup::for_build(project, steps)?, python, deny))
    }

    /// Every step that still makes sense after one has failed; what fails is in `steps`.
    fn all(&self, project: &Project, tools: &Toolset, python: &Python, deny: &Path, steps: &mut Steps) {
        check::all(project, steps);
        let _ = steps.take("Licences and sources of packages", "a second", || packages::check(project, deny));
        let _ = steps.take("Reading level", "a second", || reading_level(project));
        let _ = steps.take("Unit and data tests", "about 3 minutes the first time", || unit_tests(project));
        let _ = steps
            .take("Calendars against numpy and holidays", "half a minute", || cross_check(project, python));
        if !self.quick {
            let _ = steps
                .take("Files opened by word processors", "a minute", || word_processors(project, python));
        }
        let built = site::build(project, tools, &Copy::default(), steps).is_ok()
            && site::single_file(project, &Copy::default(), steps).is_ok();

        let mut on_the_site: Vec<OnTheSite> = vec![
            ("Checks of the built site", "about a minute", built_site),
            ("HTML of the built site", "about a minute", html),
            ("Answers of the search", "a second", search_quality),
        ];
        if !self.quick {
            on_the_site.push(("Journeys in three browsers", "about 3 minutes", journeys));
            on_the_site.push(("Privacy in three browsers", "about 6 minutes", privacy));
            on_the_site.push(("Tools used at random", "about 3 minutes", soaked));
            on_the_site.push(("Accessibility in three browsers", "a quarter of an hour", accessibility));
        }
        for (name, usual, work) in on_the_site {
            if built {
                let _ = steps.take(name, usual, || work(project));
            } else {
                steps.not_run(name);
            }
        }
    }
}

/// A name, the usual length, and the work.
type OnTheSite = (&'static str, &'static str, fn(&Project) -> Result<(), Failure>);

fn unit_tests(project: &Project) -> Result<(), Failure> {
    let tests = ["--workspace", "--exclude", "waymark-tests", "--exclude", "waymark-browser"];
    compile(project, &tests)?;
    let mut cargo = cargo_test(project, &tests);
    cargo.arg("--no-fail-fast");
    run(cargo, Tool::Other, Failure::new("unit or data tests failed", "Each is named above."))
}

/// The example is built first, so that what the compiler says is told from what the script says. In the dev profile,
/// whose packages the tests have built already.
fn cross_check(project: &Project, python: &Python) -> Result<(), Failure> {
    let example = ["-p", "content", "--example", "working_days"];
    let mut build = command("cargo", project.root());
    build.arg("build").args(example);
    let broken = Failure::new("the example does not compile", "The place is named above.");
    run(build, Tool::Cargo, broken)?;

    let mut check = python.command(project.root());
    check.args(["tests/cross-check.py", "cargo", "run", "-q"]).args(example);
    let differs = Failure::new("the calendars differ from others' work", "The first differences are above.");
    run(check, Tool::Other, differs)
}

/// Every form, blank and filled in, as a file; then the files in a library and in a word processor that are not ours.
fn word_processors(project: &Project, python: &Python) -> Result<(), Failure> {
    let files = project.work().join("docx-files");
    let mut write = command("cargo", project.root());
    write.args(["run", "--quiet", "--package", "waymark-docx", "--example", "every_form", "--"]).arg(&files);
    run(write, Tool::Cargo, Failure::new("the files could not be written", "The place is named above."))?;
    let mut check = python.command(project.root());
    check.arg("tests/docx-check.py").arg(&files);
    let broken = Failure::new("a file is not as it should be when it is opened", "Each is named above.");
    run(check, Tool::Other, broken)
}

fn built_site(project: &Project) -> Result<(), Failure> {
    let tests = ["--package", "waymark-tests", "--lib", "--test", "built_site"];
    compile(project, &tests)?;
    let mut cargo = cargo_test(project, &tests);
    cargo.env("WAYMARK_DIST", project.dist()).env("WAYMARK_SINGLE_FILE", project.single_file());
    run(cargo, Tool::Other, Failure::new("checks of the built site failed", "Each is named above."))
}

fn html(project: &Project) -> Result<(), Failure> {
    let mut validate = command(project.npm_programs().join("html-validate"), project.root());
    validate.args(["--config", "app/.htmlvalidate.json", "dist"]);
    run(validate, Tool::Other, Failure::new("the built site has faults in its HTML", "Each is named above."))
}

fn reading_level(project: &Project) -> Result<(), Failure> {
    let too_hard =
        Failure::new("a page is too hard to read", "Shorten its sentences: the worst stand above.");
    node(project, "tests/reading-level.js", "content", too_hard)
}

fn search_quality(project: &Project) -> Result<(), Failure> {
    let worse =
        Failure::new("the search finds too little of what it should", "The worst queries stand above.");
    node(project, "tests/search-quality.js", "dist", worse)
}

fn node(project: &Project, script: &str, folder: &str, otherwise: Failure) -> Result<(), Failure> {
    let mut node = command("node", project.root());
    node.args([script, folder]);
    run(node, Tool::Other, otherwise)
}

fn journeys(project: &Project) -> Result<(), Failure> {
    // One at a time: a journey counts on the focus being where it put it.
    in_browsers(
        project,
        "journeys",
        1,
        Failure::new("journeys in the browsers failed", "Each is named above."),
    )
}

fn privacy(project: &Project) -> Result<(), Failure> {
    let found =
        Failure::new("something typed leaves a trace, or a page asks for more", "Each is named above.");
    in_browsers(project, "privacy", 2, found)
}

fn accessibility(project: &Project) -> Result<(), Failure> {
    let found = Failure::new("pages have faults in accessibility", "Each is named above.");
    in_browsers(project, "accessibility", 2, found)
}

/// A short time, and always the same: whoever changes a tool is told of what they broke, and of nothing else.
fn soaked(project: &Project) -> Result<(), Failure> {
    soak(project, 300, 1)
}

/// Uses each tool at random so often.
pub(super) fn soak(project: &Project, interactions: u32, seed: u32) -> Result<(), Failure> {
    let found =
        Failure::new("a tool went wrong, or took ever more memory", "Each is named above, with the seed.");
    let how = [("WAYMARK_INTERACTIONS", interactions), ("WAYMARK_SEED", seed)];
    in_browsers_with(project, "soak", 2, &how, found)
}

fn in_browsers(project: &Project, test: &str, threads: usize, otherwise: Failure) -> Result<(), Failure> {
    in_browsers_with(project, test, threads, &[], otherwise)
}

fn in_browsers_with(
    project: &Project,
    test: &str,
    threads: usize,
    numbers: &[(&str, u32)],
    otherwise: Failure,
) -> Result<(), Failure> {
    let listener = server::listen(0)?;
    let address = server::address(&listener, SUB_PATH)?;
    let dist = project.dist();
    // Serves until this program ends.
    thread::spawn(move || server::serve(listener, &dist, SUB_PATH));

    let tests = ["--package", "waymark-tests", "--test", test];
    compile(project, &tests)?;
    let tools = project.tools().join("bin");
    let mut cargo = cargo_test(project, &tests);
    cargo.envs(numbers.iter().map(|(name, number)| (name, number.to_string())));
    cargo
        .args(["--no-fail-fast", "--", "--nocapture"])
        .arg(format!("--test-threads={threads}"))
        .env("WAYMARK_SITE", address)
        .env("WAYMARK_DIST", project.dist())
        .env("WAYMARK_SINGLE_FILE", project.single_file())
        .env("WAYMARK_AXE", project.app().join("node_modules/axe-core/axe.min.js"))
        .env("PATH", path_with(std::slice::from_ref(&tools)))
        .env("WAYMARK_TOOLS", tools);
    run(cargo, Tool::Other, otherwise)
}

/// Apart from running: what the compiler says has known causes, what a test says may mean anything.
fn compile(project: &Project, tests: &[&str]) -> Result<(), Failure> {
    let mut cargo = cargo_test(project, tests);
    cargo.arg("--no-run");
    run(cargo, Tool::Cargo, Failure::new("the tests do not compile", "The place is named above."))
}

fn cargo_test(project: &Project, tests: &[&str]) -> Command {
    let mut cargo = command("cargo", project.root());
    cargo.arg("test").args(tests);
    cargo
}
