//! Where steps and options stand in a case's file.

/// Lines of the headings `[[step]]` and `[[step.option]]`, from 1.
pub(super) struct Lines {
    steps: Vec<(usize, Vec<usize>)>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let mut steps: Vec<(usize, Vec<usize>)> = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            match (text.trim(), steps.last_mut()) {
                ("[[step]]", _) => steps.push((line, Vec::new())),
                ("[[step.option]]", Some((_, options))) => options.push(line),
                _ => {}
            }
        }
        Self { steps }
    }

    /// A step's heading. `None` in a file that writes it in some other way.
    pub(super) fn step(&self, step: usize) -> Option<usize> {
        self.steps.get(step).map(|(line, _)| *line)
    }

    /// An option's heading.
    pub(super) fn option(&self, step: usize, option: usize) -> Option<usize> {
        self.steps.get(step).and_then(|(_, options)| options.get(option).copied())
    }
}
