//! What the built site must hold to, read from its files alone. The checks, and proof that each can fail, are
//! in `waymark_tests::checks`.

use waymark_tests::checks;
use waymark_tests::inputs;
use waymark_tests::site::Site;

/// Runs one check over the whole site and tells every problem at once.
fn hold(check: fn(&Site) -> Vec<String>) {
    let problems = check(&Site::load(&inputs::dist()));
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_page_is_html_that_no_browser_must_mend() {
    hold(checks::parses);
}

#[test]
fn every_page_has_a_language_a_description_one_h1_and_its_own_title() {
    hold(checks::titles);
}

#[test]
fn every_page_has_its_landmarks() {
    hold(checks::landmarks);
}

#[test]
fn ids_are_unique_and_section_headings_have_one() {
    hold(checks::ids);
}

#[test]
fn heading_levels_are_not_skipped() {
    hold(checks::headings);
}

#[test]
fn every_address_in_a_page_leads_somewhere_in_the_site() {
    hold(checks::links);
}

#[test]
fn every_address_in_a_style_leads_somewhere_in_the_site() {
    hold(checks::styles);
}

#[test]
fn every_page_states_the_policy_and_keeps_it() {
    hold(checks::policy);
}

#[test]
fn every_page_is_within_its_budget() {
    hold(checks::budgets);
}

#[test]
fn compressed_copies_open_to_the_same_bytes() {
    hold(checks::compressed);
}

#[test]
fn assets_are_named_by_the_hash_of_their_bytes() {
    hold(checks::hashed_names);
}

#[test]
fn the_sitemap_lists_the_pages() {
    hold(checks::sitemap);
}

#[test]
fn the_files_that_hosts_ask_for_are_there() {
    hold(checks::standing_files);
}

#[test]
fn the_headers_ask_for_the_policy() {
    hold(checks::headers);
}

#[test]
fn pages_from_a_source_say_how_far_it_holds() {
    hold(checks::status_lines);
}

#[test]
fn pages_about_a_case_say_what_to_do_in_danger() {
    hold(checks::danger_lines);
}

#[test]
fn the_guide_in_one_file_is_within_its_budget() {
    const BUDGET: u64 = 3_000_000;
    let size = std::fs::metadata(waymark_tests::inputs::single_file()).expect("the one file").len();
    assert!(size <= BUDGET, "the guide in one file has {size} bytes of {BUDGET}");
}
