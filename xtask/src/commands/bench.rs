//! `cargo xtask bench`: figures about the site. Not part of `cargo xtask test`: it takes long, and wants a quiet machine.

use clap::{Args, ValueEnum};

use crate::console::say;
use crate::failure::Failure;
use crate::project::Project;
use crate::steps::Steps;
use crate::{bench, setup, site};

/// Measures the site.
#[derive(Args)]
pub(crate) struct Bench {
    /// What to measure; all of it if nothing is named
    part: Vec<Part>,
    /// How often: each figure is the median
    #[arg(long, default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    runs: u8,
    /// How many times over the content is written for `scale`
    #[arg(long, default_values_t = [1, 10, 100], value_delimiter = ',', value_name = "N,N")]
    sizes: Vec<usize>,
}

/// One table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Lighthouse on three pages
    Pages,
    /// Beside the same pages by mdBook and MkDocs Material
    Others,
    /// With the content several times over
    Scale,
}

impl Bench {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let wanted = |part| self.part.is_empty() || self.part.contains(&part);
        let mut steps = Steps::default();
        let tools = setup::for_build(project, &mut steps)?;
        let measuring = setup::for_measuring(project, &mut steps)?;
        let others = wanted(Part::Others).then(|| setup::for_comparing(project, &mut steps)).transpose()?;
        site::build(project, &tools, &site::Copy::default(), &mut steps)?;
        let runs = usize::from(self.runs);
        // All tables before the verdict: what is over a budget is in the steps.
        if wanted(Part::Pages) {
            let _ =
                steps.take("Pages in Lighthouse", "3 minutes", || bench::pages(project, &measuring, runs));
        }
        if let Some((mdbook, python)) = others {
            let compare = || bench::others(project, &measuring, &mdbook, &python, runs);
            let _ = steps.take("The same pages by others", "6 minutes", compare);
        }
        if wanted(Part::Scale) {
            let _ = steps.take("More content", "20 minutes for a hundred times", || {
                bench::scale(project, &self.sizes, runs)
            });
        }
        say(&format!("\n{}\n", steps.table()));
        steps.verdict()
    }
}
