//! The procedures as checked data, and the evaluators that read them.
//!
//! This crate has **no DOM, no clock, no storage and no network**. Evaluators take dates, calendars and answers as
//! arguments and return results with their reasons and the statements they rest on. Policy figures and words are
//! not here either: they are in the data files beside this crate's `src`, and [`load`] reads and checks them.
//!
//! - [`statement`], [`source`], [`currency`]: the register of what the sources say, and what came after them
//! - [`guidance`]: the procedures and topics as pages of cited blocks
//! - [`disagreement`], [`glossary`], [`flow`]: where sources differ, what words mean, what follows what
//! - [`calendar`], [`date`], [`deadline`]: working days, dates as people enter them, time limits
//! - [`take_away`]: answers as calendar entries and as rows for a spreadsheet
//! - [`decision`]: tables of the sources, and what they point to while answers are missing
//! - [`checklist`]: what a record, a meeting or a plan should hold, and what is missing
//! - [`form`]: forms and letters, what was filled in, and the paper that comes of it
//! - [`practice`]: fictional cases, marked by the same rules
//! - [`case`]: a case as it is kept on the device or in a file
//! - [`packed`]: how data travels to the browser
//! - [`words`]: everything that the site says about itself
//! - [`guide`]: all of it together, with where each statement is used
//! - [`load`] (feature `load`, native only): from the content folder to a checked [`guide::Guide`]

pub mod calendar;
pub mod case;
pub mod checklist;
pub mod currency;
pub mod date;
pub mod deadline;
pub mod decision;
pub mod disagreement;
pub mod flow;
pub mod form;
pub mod glossary;
pub mod guidance;
pub mod guide;
pub mod id;
#[cfg(feature = "load")]
pub mod load;
pub mod packed;
pub mod practice;
pub mod route;
pub mod source;
pub mod statement;
pub mod take_away;
pub mod words;
