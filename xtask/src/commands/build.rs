//! `cargo xtask build`: the site in `dist/`, for any static host and under any sub-path.

use clap::Args;

use crate::console::say;
use crate::failure::Failure;
use crate::project::Project;
use crate::steps::Steps;
use crate::{setup, site};

/// Builds the site into `dist/`.
#[derive(Args)]
pub(crate) struct Build {
    #[command(flatten)]
    copy: site::Copy,
}

impl Build {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let mut steps = Steps::default();
        let tools = setup::for_build(project, &mut steps)?;
        site::build(project, &tools, &self.copy, &mut steps)?;
        say("The site is in dist/: put that folder on any static host, under any path.");
        Ok(())
    }
}
