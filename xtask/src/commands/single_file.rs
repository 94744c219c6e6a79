//! `cargo xtask single-file`: the whole guide in one file, for a stick or a shared drive.

use clap::Args;

use crate::console::say;
use crate::failure::Failure;
use crate::project::Project;
use crate::steps::Steps;
use crate::{setup, site};

/// Writes the whole guide and every tool into one file.
#[derive(Args)]
pub(crate) struct SingleFile {
    #[command(flatten)]
    copy: site::Copy,
}

impl SingleFile {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let mut steps = Steps::default();
        let tools = setup::for_build(project, &mut steps)?;
        site::build(project, &tools, &self.copy, &mut steps)?;
        let file = site::single_file(project, &self.copy, &mut steps)?;
        say(&format!("The guide is in {}: copy it anywhere and open it in a browser.", file.display()));
        Ok(())
    }
}
