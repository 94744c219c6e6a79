//! Waymark's commands: `cargo xtask serve`, `test`, `build`, `check`, `single-file`, `release`, `bench`, `soak`,
//! `audit` and `reproduce`.
//!
//! Everything a fresh machine lacks is set up on the first run, into `target/` and `app/node_modules/`.

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::failure::Failure;
use crate::project::Project;

mod bench;
mod commands;
mod console;
mod diagnosis;
mod failure;
mod fingerprint;
mod headers;
mod notices;
mod packages;
mod pins;
mod process;
mod project;
mod server;
mod setup;
mod site;
mod steps;
mod watch;

/// Builds, serves and tests Waymark.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and serve it on this machine
    Serve(commands::serve::Serve),
    /// Run everything that continuous integration runs
    Test(commands::test::Test),
    /// Build the site for any static host, into dist/
    Build(commands::build::Build),
    /// Use every tool at random, and watch what goes wrong and what memory it takes
    Soak(commands::soak::Soak),
    /// Write the whole guide into one file
    SingleFile(commands::single_file::SingleFile),
    /// Write the site as a zip and as one file, with their hashes
    Release(commands::release::Release),
    /// Measure the site: speed and size, beside other generators, and with more content
    Bench(commands::bench::Bench),
    /// Check formatting, lints and content
    Check,
    /// Look for advisories on the packages, and at their licences and sources
    Audit,
    /// Build the site twice, the second time from nothing in another folder, and compare the bytes
    Reproduce,
}

fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    match run(command_line.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            console::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(command: Option<Command>) -> Result<(), Failure> {
    let project = Project::locate();
    match command {
        Some(Command::Serve(serve)) => serve.run(&project),
        Some(Command::Test(test)) => test.run(&project),
        Some(Command::Build(build)) => build.run(&project),
        Some(Command::Soak(soak)) => soak.run(&project),
        Some(Command::SingleFile(single)) => single.run(&project),
        Some(Command::Release(release)) => release.run(&project),
        Some(Command::Bench(bench)) => bench.run(&project),
        Some(Command::Check) => commands::check::run(&project),
        Some(Command::Audit) => commands::audit::run_all(&project),
        Some(Command::Reproduce) => commands::reproduce::run_all(&project),
        None => {
            console::say(CommandLine::command().render_help().to_string().trim_end());
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::CommandLine;

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn an_unknown_argument_is_named_beside_the_usage() {
        let error = CommandLine::command()
            .try_get_matches_from(["cargo xtask", "serve", "--prot", "1"])
            .expect_err("no such argument");
        let text = error.to_string();
        assert!(text.starts_with("error: unexpected argument '--prot' found\n"), "{text}");
        assert!(text.contains("Usage: cargo xtask serve"), "{text}");
    }
}
