//! Nothing leaves the device, nothing typed stays on it unless that is chosen, and nothing typed is ever more than
//! text.
//!
//! Chromium's driver records requests, so it opens every page. What a page keeps can be asked of every engine, so the
//! tools are used in all three, with one hostile text in every field: see [`hostile`].

mod addresses;
mod hostile;
mod kept;
mod pages;
mod traces;
mod typed;

use waymark_tests::browser::{Engine, Setup, in_browser};

/// A tool, once it runs.
const ALIVE: &str = "[data-tool][data-alive]";

const ORDINARY: Setup = Setup { without_scripts: false, record_requests: false, may_complain: false };
const RECORDED: Setup = Setup { record_requests: true, ..ORDINARY };

#[test]
fn no_page_asks_elsewhere_or_after_it_has_loaded() {
    in_browser(Engine::Chromium, RECORDED, pages::ask_for_files_of_the_site_alone);
}

#[test]
fn a_request_to_another_host_is_noticed() {
    in_browser(Engine::Chromium, Setup { may_complain: true, ..RECORDED }, pages::strangers_are_noticed);
}

#[test]
fn a_text_that_became_more_than_text_is_noticed() {
    in_browser(Engine::Chromium, ORDINARY, hostile::is_noticed);
}

/// One test for each, in one engine.
macro_rules! in_engine {
    ($module:ident, $engine:ident, $setup:ident) => {
        mod $module {
            use super::*;

            #[test]
            fn what_is_typed_into_a_tool_is_text_and_leaves_no_trace() {
                in_browser(Engine::$engine, $setup, typed::into_every_tool);
            }

            #[test]
            fn a_kept_case_is_in_its_own_place_alone_and_goes_when_it_is_removed() {
                in_browser(Engine::$engine, $setup, kept::in_its_own_place_alone);
            }

            #[test]
            fn a_case_file_brings_nothing_but_text() {
                in_browser(Engine::$engine, $setup, kept::from_a_hostile_file);
            }

            #[test]
            fn an_address_with_anything_after_it_runs_nothing() {
                in_browser(Engine::$engine, $setup, addresses::run_nothing);
            }
        }
    };
}

in_engine!(chromium, Chromium, RECORDED);
in_engine!(firefox, Firefox, ORDINARY);
in_engine!(webkit, WebKit, ORDINARY);
