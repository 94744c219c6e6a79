//! A case as its file has it.

use serde::Deserialize;

use super::Step;
use crate::deadline::CitedText;
use crate::id::{PracticeCaseId, SourceId, StatementId};
use crate::route::{Route, SitePage};

/// One fictional case: a file under `practice/<level>/`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Case {
    /// Stable id, and the name of its file: it stands in shared links.
    pub id: PracticeCaseId,
    /// Its folder. Not a key of the file.
    #[serde(default, skip_deserializing)]
    pub level: Level,
    /// What it is called.
    pub title: String,
    /// Place among the cases of its level.
    pub order: u32,
    /// The documents whose tools it asks, the main one first.
    pub sources: Vec<SourceId>,
    /// What has happened before the first step, a paragraph each. All of it is made up.
    pub story: Vec<String>,
    /// Who comes in it.
    #[serde(default, rename = "person")]
    pub people: Vec<Person>,
    /// What a trainer needs.
    pub facilitator: Facilitator,
    /// The questions, in order.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// How much a case asks of a learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// One rule at a time, and everything known that it needs.
    #[default]
    Easy,
    /// Something is missing, or a day has to be skipped.
    Middling,
    /// Several rules at once, or sources that leave something open.
    Hard,
}

/// Somebody made up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Person {
    /// A first name, or a name by the work: "the health visitor".
    pub name: String,
    /// Who that is in the case, age included where it matters.
    pub role: String,
}

/// Notes for whoever leads the training.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Facilitator {
    /// What learners should be able to do afterwards.
    pub aim: String,
    /// How many minutes it takes with talk.
    pub minutes: u32,
    /// Questions to talk about.
    pub discussion: Vec<String>,
    /// What people often get wrong.
    #[serde(rename = "common_error")]
    pub common_errors: Vec<CitedText>,
}

impl Level {
    /// All of them, the easiest first.
    pub const ALL: [Level; 3] = [Level::Easy, Level::Middling, Level::Hard];

    /// Its folder under `practice/`.
    pub fn folder(self) -> &'static str {
        match self {
            Level::Easy => "easy",
            Level::Middling => "middling",
            Level::Hard => "hard",
        }
    }
}

impl Case {
    /// Its page.
    pub fn route(&self) -> Route {
        SitePage::Practice.route().child(self.id.as_str())
    }

    /// What learners get on paper: without answers.
    pub fn handout_route(&self) -> Route {
        self.route().child("handout")
    }

    /// The handout with its answers.
    pub fn answers_route(&self) -> Route {
        self.route().child("answers")
    }

    /// The notes for whoever leads the training.
    pub fn trainer_route(&self) -> Route {
        self.route().child("trainer")
    }

    /// Every statement that it cites, in its own order. A statement may come more than once.
    pub fn cites(&self) -> impl Iterator<Item = &StatementId> {
        let options = self.steps.iter().flat_map(|step| &step.options).flat_map(|option| &option.cites);
        options.chain(self.facilitator.common_errors.iter().flat_map(|error| &error.cites))
    }
}
