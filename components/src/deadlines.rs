//! The deadlines tools: dates in, the dates that follow out, with every day on the way.
//!
//! One file a tool: [`one`], [`whole_case`], [`check`], [`any_count`], [`compare`]. Each says what it asks and what
//! comes of it; [`tool`] is what they are all made of, with [`settings`], [`counting`] (calendars, standing in words),
//! [`data`], [`answer`] and [`working`].

mod answer;
mod any_count;
mod check;
mod compare;
mod counting;
mod data;
mod one;
mod settings;
mod tool;
mod whole_case;
mod working;

pub use answer::limit_words;
pub use any_count::AnyCountData;
pub use check::CheckData;
pub use compare::CompareData;
pub use counting::{Counting, CountingData, SETTINGS_KEY};
pub use data::{AskedCondition, AskedEvent, DeadlinesData, EventRules, ShownRule, on_page};
pub use one::OneData;
pub use tool::DatesTool;
pub use whole_case::WholeCaseData;
