//! `cargo xtask soak`: the tools in the hands of a reader who does anything at all, for as long as one likes.

use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use super::test;
use crate::failure::Failure;
use crate::project::Project;
use crate::setup;
use crate::site;
use crate::steps::Steps;

/// Uses every tool at random.
#[derive(Args)]
pub(crate) struct Soak {
    /// How often each tool is used
    #[arg(long, default_value_t = 10_000)]
    interactions: u32,
    /// What decides how; printed with each result, so that it can be done again
    #[arg(long)]
    seed: Option<u32>,
}

impl Soak {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let mut steps = Steps::default();
        setup::for_journeys(project, &mut steps)?;
        let tools = setup::for_build(project, &mut steps)?;
        site::build(project, &tools, &site::Copy::default(), &mut steps)?;
        test::soak(project, self.interactions, self.seed.unwrap_or_else(any))
    }
}

/// Another one each time.
fn any() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.subsec_nanos());
    now ^ process::id()
}
