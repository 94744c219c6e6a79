//! Steps of a command: announced with their usual length, timed, and listed at the end.

use std::time::{Duration, Instant};

use crate::console::say;
use crate::failure::Failure;

/// The steps taken so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    taken: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Passed(Duration),
    Failed(Duration, Failure),
    UpToDate,
    NotRun,
}

impl Steps {
    /// Says what is done and how long that usually takes, and does it.
    pub(crate) fn take<T>(
        &mut self,
        name: &str,
        usual: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        say(&format!("==> {name} ({usual})"));
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        self.record(
            name,
            match &result {
                Ok(_) => Outcome::Passed(took),
                Err(failure) => Outcome::Failed(took, failure.clone()),
            },
        );
        result
    }

    /// A step whose inputs and outputs are as it left them.
    pub(crate) fn up_to_date(&mut self, name: &str) {
        self.record(name, Outcome::UpToDate);
    }

    /// A step that an earlier failure made pointless.
    pub(crate) fn not_run(&mut self, name: &str) {
        self.record(name, Outcome::NotRun);
    }

    /// One failure for all: the only one as it is, several by their names.
    pub(crate) fn verdict(&self) -> Result<(), Failure> {
        let failed: Vec<(&str, &Failure)> = self
            .taken
            .iter()
            .filter_map(|step| match &step.outcome {
                Outcome::Failed(_, failure) => Some((step.name.as_str(), failure)),
                _ => None,
            })
            .collect();
        match failed.as_slice() {
            [] => Ok(()),
            [(_, failure)] => Err((*failure).clone()),
            several => {
                let causes: Vec<&str> = several.iter().map(|(_, failure)| failure.cause()).collect();
                Err(Failure::new(causes.join("; "), "The details are above, under each step."))
            }
        }
    }

    /// Every step with its length, one a line.
    pub(crate) fn table(&self) -> String {
        let width = self.taken.iter().map(|step| step.name.len()).max().unwrap_or(0);
        let mut lines = Vec::new();
        let mut total = Duration::ZERO;
        for step in &self.taken {
            let (took, note) = match &step.outcome {
                Outcome::Passed(took) => (*took, ""),
                Outcome::Failed(took, _) => (*took, "  failed"),
                Outcome::UpToDate => (Duration::ZERO, "  up to date"),
                Outcome::NotRun => (Duration::ZERO, "  not run"),
            };
            total += took;
            lines.push(format!("{:width$}  {:>8}{note}", step.name, clock(took)));
        }
        lines.push(format!("{:width$}  {:>8}", "In all", clock(total)));
        lines.join("\n")
    }

    fn record(&mut self, name: &str, outcome: Outcome) {
        self.taken.push(Step { name: name.to_owned(), outcome });
    }
}

/// `3.4 s` or `2 min 5 s`.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(cause: &str) -> Failure {
        Failure::new(cause, "Mend it.")
    }

    fn failed(cause: &str) -> Outcome {
        Outcome::Failed(Duration::from_secs(2), failure(cause))
    }

    #[test]
    fn no_failure_no_complaint() {
        let mut steps = Steps::default();
        steps.record("One", Outcome::Passed(Duration::ZERO));
        steps.up_to_date("Two");
        assert_eq!(steps.verdict(), Ok(()));
    }

    #[test]
    fn one_failure_is_reported_as_it_is_and_several_by_their_causes() {
        let mut steps = Steps::default();
        steps.record("One", failed("first"));
        assert_eq!(steps.verdict(), Err(failure("first")));
        steps.record("Two", failed("second"));
        let both = Failure::new("first; second", "The details are above, under each step.");
        assert_eq!(steps.verdict(), Err(both));
    }

    #[test]
    fn the_table_has_a_line_for_each_step() {
        let mut steps = Steps::default();
        steps.up_to_date("Styles");
        steps.record("Journeys", failed("x"));
        steps.not_run("Pages");
        assert_eq!(
            steps.table(),
            "Styles       0.0 s  up to date\n\
             Journeys     2.0 s  failed\n\
             Pages        0.0 s  not run\n\
             In all       2.0 s"
        );
    }

    #[test]
    fn long_steps_are_told_in_minutes() {
        assert_eq!(clock(Duration::from_secs(125)), "2 min 5 s");
        assert_eq!(clock(Duration::from_millis(3440)), "3.4 s");
    }
}
