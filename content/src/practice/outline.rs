//! The names in a case: what a link may hold.

use super::Case;
use crate::id::{PracticeCaseId, PracticeOptionId, PracticeStepId};
use crate::packed;

/// A case without its words: what the browser needs to read a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The case.
    pub case: PracticeCaseId,
    /// Its steps, in order.
    pub steps: Vec<StepOutline>,
}

/// A step of an [`Outline`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepOutline {
    /// The step.
    pub id: PracticeStepId,
    /// Whether more than one option may be chosen.
    pub several: bool,
    /// Its options, in order. At most [`Outline::MOST_OPTIONS`].
    pub options: Vec<PracticeOptionId>,
}

packed!(Outline { case, steps });
packed!(StepOutline { id, several, options });

impl Outline {
    /// How many steps a case may have.
    pub const MOST_STEPS: usize = 6;
    /// How many options a step may have.
    pub const MOST_OPTIONS: usize = 8;
}

impl From<&Case> for Outline {
    fn from(case: &Case) -> Self {
        let step = |step: &super::Step| StepOutline {
            id: step.id.clone(),
            several: step.several,
            options: step.options.iter().map(|option| option.id.clone()).collect(),
        };
        Self { case: case.id.clone(), steps: case.steps.iter().map(step).collect() }
    }
}
