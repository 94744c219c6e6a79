//! `cargo xtask serve`: the site on this machine.

use std::thread;

use clap::Args;

use crate::console::{complain, say};
use crate::failure::Failure;
use crate::project::Project;
use crate::setup::Toolset;
use crate::steps::Steps;
use crate::watch::Watch;
use crate::{server, setup, site};

/// Builds the site and serves it.
#[derive(Args)]
pub(crate) struct Serve {
    /// The port on this machine; 0 takes any that is free
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
    /// Build again whenever a source changes
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    copy: site::Copy,
}

impl Serve {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        // Before the build: that a port is taken should not come out minutes later.
        let listener = server::listen(self.port)?;
        let mut steps = Steps::default();
        let tools = setup::for_build(project, &mut steps)?;
        // Before the build, so that a change made during it is seen.
        let watch = if self.watch { Some(Watch::start(site::sources(project))?) } else { None };
        site::build(project, &tools, &self.copy, &mut steps)?;

        say(&format!("Waymark is at {} (Ctrl+C ends it)", server::address(&listener, "")?));
        if let Some(watch) = watch {
            let (project, copy) = (project.clone(), self.copy.clone());
            thread::spawn(move || rebuild_on_change(&project, &tools, &copy, watch));
        }
        server::serve(listener, &project.dist(), "")
    }
}

fn rebuild_on_change(project: &Project, tools: &Toolset, copy: &site::Copy, mut watch: Watch) {
    say("Watching for changes.");
    loop {
        if let Err(failure) = watch.next_change() {
            return complain(&failure.to_string());
        }
        match site::build(project, tools, copy, &mut Steps::default()) {
            Ok(()) => say("The site is up to date: reload the page."),
            Err(failure) => complain(&format!("{failure} Until then the last good site is served.")),
        }
    }
}
