//! Session plans: which cases fit into half an hour, an hour or two.

use serde::Deserialize;

use crate::id::{PracticeCaseId, PracticeStepId, SessionId};

/// `practice/sessions.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct SessionsFile {
    /// The plans, the shortest first.
    #[serde(default, rename = "session")]
    pub sessions: Vec<Session>,
}

/// A plan for a training session. All of it is the guide's own.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Session {
    /// Stable id.
    pub id: SessionId,
    /// What it is called.
    pub title: String,
    /// How long it is. Its parts add up to this.
    pub minutes: u32,
    /// What learners should be able to do afterwards.
    pub aim: String,
    /// What to have ready.
    pub prepare: Vec<String>,
    /// Its parts, in order.
    #[serde(default, rename = "part")]
    pub parts: Vec<SessionPart>,
}

/// A stretch of a session.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SessionPart {
    /// How long it is.
    pub minutes: u32,
    /// What it is called.
    pub title: String,
    /// What to do.
    pub text: String,
    /// The case that it works through.
    pub case: Option<PracticeCaseId>,
    /// Only these steps of the case. All of them when it is empty.
    #[serde(default)]
    pub steps: Vec<PracticeStepId>,
}
