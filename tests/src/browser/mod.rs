//! One browser session in one of three engines, with the few acts and looks that journeys are told in.

mod acts;
mod chromium;
mod console;
mod engine;
mod looks;
mod programs;
mod requests;
mod run;
mod window;

pub use chromium::Memory;
pub use engine::{Engine, Setup};
pub use run::{Browser, in_browser};
