//! Leptos components: what people touch.
//!
//! Components ask `waymark-content` for answers and show them with their reasons. They compute no rule and hold no
//! words: both come in with their data. A component is mounted over the static text of its page, and only after
//! its data was read and found good, so a page is never left without the text it was built with.
//!
//! - one folder a tool: [`deadlines`], [`display_settings`]
//! - one file a presentational piece: [`citations`], [`date_input`], [`error_summary`], [`month_grid`], [`piece`],
//!   [`radios`]
//! - [`mount`]: finding the tools of a page; [`storage`]: the only way to the device's storage

#![allow(unreachable_pub, reason = "the component macro makes a public item of each component")]

pub mod citations;
pub mod date_input;
pub mod deadlines;
pub mod display_settings;
pub mod error_summary;
pub mod month_grid;
pub mod mount;
pub mod piece;
pub mod radios;
pub mod storage;
