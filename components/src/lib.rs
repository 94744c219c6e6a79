//! Leptos components: what people touch.
//!
//! Components ask `waymark-content` for answers and show them with their reasons. They compute no rule and hold no
//! words: both come in with their data. A component is mounted over the static text of its page, and only after
//! its data was read and found good, so a page is never left without the text it was built with.
//!
//! - one folder a tool: [`deadlines`], [`decision`], [`checklist`], [`fill_in`], [`practice`], [`display_settings`]
//! - [`case`]: keeping what the tools of a case hold
//! - [`host`]: the one component that mounts a tool; [`piece`] and [`patch`]: what a tool shows, and how it reaches the
//!   page; [`original`]: what stands there already and is shown again
//! - what tools are put together from: [`answers`], [`question`], [`form`], [`take_away`]
//! - one file a presentational piece: [`citations`], [`month_grid`], [`timeline`], [`paper`]
//! - [`mount`]: finding the tools of a page; [`storage`]: the only way to the device's storage; [`clock`]: the only
//!   look at its clock; [`device`]: printing, copying, saving and reading a file, the place that the address names

#![allow(unreachable_pub, reason = "the component macro makes a public item of each component")]

pub mod answers;
pub mod case;
pub mod checklist;
pub mod citations;
pub mod clock;
pub mod deadlines;
pub mod decision;
pub mod device;
pub mod display_settings;
pub mod fill_in;
pub mod form;
pub mod host;
pub mod month_grid;
pub mod mount;
pub mod original;
pub mod paper;
pub mod patch;
pub mod piece;
pub mod practice;
pub mod question;
pub mod storage;
pub mod take_away;
pub mod timeline;
