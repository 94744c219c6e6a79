//! Checks on the built site, and the means to walk through it in three browser engines.
//!
//! - [`inputs`]: what `cargo xtask test` hands over
//! - [`site`] and [`checks`]: the built site as files, and what they must hold to
//! - [`browser`]: one session in Chromium, Firefox or WebKit
//! - [`axe`]: the accessibility of the page that a browser shows
//! - [`server`]: serves altered copies of the site
//!
//! The tests themselves are `built_site`, `journeys`, `privacy`, `accessibility` and `soak`. They know the site from outside, as
//! its readers do: nothing here depends on the crates that made it.

pub mod axe;
pub mod browser;
pub mod checks;
pub mod inputs;
pub mod server;
pub mod site;
