//! What people come to do, done in three engines. Each journey is told once and is one test in each engine.

mod case;
mod checklists;
mod counts;
mod deadline;
mod decisions;
mod display;
mod fallback;
mod files;
mod forms;
mod glossary;
mod kept;
mod keyboard;
mod keys;
mod mistakes;
mod network;
mod offline;
mod practice;
mod reading;
mod search;
mod single_file;
mod watch;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::{Browser, Engine, Setup, in_browser};

/// Where the deadlines tool is, under the base URL.
const DEADLINES: &str = "tools/deadlines/";

/// A tool, once it runs.
const ALIVE: &str = "[data-tool][data-alive]";

/// Opens the page of a tool and waits until the tool runs.
async fn open(browser: &Browser, page: &str) -> WebDriverResult<()> {
    browser.open_page(page).await?;
    browser.wait_for(ALIVE).await.map(drop)
}

const ORDINARY: Setup = Setup { without_scripts: false, record_requests: false, may_complain: false };
const WITHOUT_SCRIPTS: Setup = Setup { without_scripts: true, ..ORDINARY };
const MAY_COMPLAIN: Setup = Setup { may_complain: true, ..ORDINARY };
const RECORDED: Setup = Setup { record_requests: true, ..ORDINARY };

/// One test for each journey, in one engine.
macro_rules! in_engine {
    ($engine:ident: $($test:ident = $module:ident::$journey:ident, $setup:ident;)*) => {
        $(#[test]
        fn $test() {
            super::in_browser(super::Engine::$engine, super::$setup, super::$module::$journey);
        })*
    };
}

macro_rules! in_every_engine {
    ($($journeys:tt)*) => {
        mod chromium { in_engine! { Chromium: $($journeys)* } }
        mod firefox { in_engine! { Firefox: $($journeys)* } }
        mod webkit { in_engine! { WebKit: $($journeys)* } }
    };
}

in_every_engine! {
    a_reader_gets_from_the_first_page_to_a_statement_and_back = reading::to_a_statement_and_back, ORDINARY;
    a_date_gives_the_deadlines_and_their_working = deadline::worked_out, ORDINARY;
    a_rules_page_leads_to_the_tool_with_its_event_chosen = deadline::from_a_rule, ORDINARY;
    another_event_keeps_the_date_and_drops_the_answer = deadline::another_event, ORDINARY;
    the_same_date_typed_again_keeps_the_focus_where_it_is = deadline::typed_again, ORDINARY;
    a_mistake_goes_with_the_event_it_was_made_for = deadline::mistake_left_behind, ORDINARY;
    enter_in_a_field_is_enough = deadline::by_enter, ORDINARY;
    the_keyboard_alone_is_enough = deadline::by_keyboard_alone, ORDINARY;
    a_changed_date_takes_the_old_answer_away = deadline::changed, ORDINARY;
    every_clock_of_a_case_stands_in_one_table = case::every_clock, ORDINARY;
    the_dates_of_a_case_leave_as_files_and_text = case::taken_away, ORDINARY;
    a_case_without_a_date_is_told_so = case::nothing_entered, ORDINARY;
    working_days_and_months_are_counted = counts::any_count, ORDINARY;
    a_number_that_cannot_be_counted_is_told = counts::bad_counts, ORDINARY;
    a_date_is_checked_against_its_limit = counts::check, ORDINARY;
    two_ways_to_count_stand_side_by_side = counts::compare, ORDINARY;
    the_settings_change_every_date_and_stay_on_the_device = counts::settings, ORDINARY;
    a_date_that_leans_on_provisional_years_says_so = counts::provisional, ORDINARY;
    a_case_is_kept_on_the_device_when_that_is_chosen = kept::on_the_device, ORDINARY;
    lists_and_forms_belong_to_a_case = kept::lists_and_forms, ORDINARY;
    everything_is_removed_and_nothing_is_left = kept::removed, ORDINARY;
    a_case_is_removed_or_ends_by_itself = kept::one_removed, ORDINARY;
    two_tabs_on_one_case_do_not_overwrite_each_other = kept::two_tabs, ORDINARY;
    a_case_is_saved_to_a_file_and_opened_again = kept::in_a_file, ORDINARY;
    a_sealed_file_opens_with_its_passphrase_alone = kept::sealed, ORDINARY;
    a_bad_file_says_what_is_wrong_and_changes_nothing = kept::broken_files, ORDINARY;
    what_another_edition_asked_is_named_and_stays = kept::of_another_edition, ORDINARY;
    a_storage_in_trouble_is_told_and_work_goes_on = kept::storage_in_trouble, ORDINARY;
    what_is_kept_is_explained_without_scripts = kept::without_scripts, WITHOUT_SCRIPTS;
    what_is_not_known_is_never_a_no = decisions::what_is_not_known_is_never_a_no, ORDINARY;
    an_outcome_has_reasons_and_ways_on = decisions::reasons_and_ways_on, ORDINARY;
    a_decision_is_answered_by_keyboard = decisions::by_keyboard, ORDINARY;
    a_situation_leads_to_its_decisions = decisions::from_a_situation, ORDINARY;
    a_decision_reads_without_scripts = decisions::without_scripts, WITHOUT_SCRIPTS;
    what_a_record_lacks_is_named = checklists::what_is_missing_is_named, ORDINARY;
    setting_an_item_aside_takes_a_reason = checklists::setting_aside_takes_a_reason, ORDINARY;
    a_list_shows_only_what_is_missing = checklists::only_what_is_missing, ORDINARY;
    a_list_is_filled_in_by_keyboard = checklists::by_keyboard, ORDINARY;
    an_item_leads_to_the_same_item_elsewhere = checklists::to_the_same_item_elsewhere, ORDINARY;
    a_list_reads_without_scripts = checklists::without_scripts, WITHOUT_SCRIPTS;
    a_letter_is_filled_in_on_one_ground = forms::a_letter_on_one_ground, ORDINARY;
    what_is_missing_on_a_form_is_said_and_stops_nothing = forms::what_is_missing_is_said_and_stops_nothing, ORDINARY;
    rows_of_a_form_are_added_and_removed_by_keyboard = forms::rows_by_keyboard, ORDINARY;
    a_form_for_each_parent_is_its_own = forms::one_for_each, ORDINARY;
    a_form_leaves_as_text_and_for_a_word_processor = forms::taken_away, ORDINARY;
    a_blank_form_reads_without_scripts = forms::without_scripts, WITHOUT_SCRIPTS;
    a_practice_case_is_worked_through_by_keyboard = practice::worked_through_by_keyboard, ORDINARY;
    a_practice_case_is_shown_to_a_room_by_keyboard = practice::shown_to_a_room_by_keyboard, ORDINARY;
    a_practice_case_travels_as_a_link = practice::sent_as_a_link, ORDINARY;
    a_damaged_link_opens_a_case_at_its_start = practice::damaged_link, ORDINARY;
    a_practice_case_reads_without_scripts = practice::without_scripts, WITHOUT_SCRIPTS;
    a_practice_case_goes_on_in_one_file = practice::in_one_file, ORDINARY;
    a_mistake_is_said_beside_the_field_and_nothing_is_lost = mistakes::told_and_mended, ORDINARY;
    counting_needs_no_mouse = keyboard::counting, ORDINARY;
    a_case_needs_no_mouse = keyboard::a_case, ORDINARY;
    a_letter_needs_no_mouse = keyboard::a_letter, ORDINARY;
    the_display_needs_no_mouse = keyboard::the_display, ORDINARY;
    the_search_answers_as_it_is_typed_and_by_keyboard = search::by_keyboard, ORDINARY;
    the_search_helps_with_a_slip_and_with_nothing_found = search::helped, ORDINARY;
    a_word_opens_its_meaning_in_place = glossary::opens_in_place, ORDINARY;
    display_settings_hold = display::hold, ORDINARY;
    without_scripts_the_page_says_how_to_count_by_hand = fallback::without_scripts, WITHOUT_SCRIPTS;
    bad_tool_data_leaves_the_page_as_it_was = fallback::bad_data, MAY_COMPLAIN;
    every_page_opens_without_a_network = offline::every_page_opens, ORDINARY;
    two_builds_are_never_mixed = offline::builds_are_never_mixed, MAY_COMPLAIN;
    the_guide_in_one_file_works_from_the_disk = single_file::works, ORDINARY;
    the_guide_in_one_file_makes_files_of_forms = single_file::makes_files, ORDINARY;
    the_guide_in_one_file_keeps_settings = single_file::keeps_settings, ORDINARY;
    the_guide_in_one_file_opens_cases = single_file::opens_cases, ORDINARY;
    a_hostile_address_shows_a_page_of_the_file = single_file::hostile_address, ORDINARY;
    nothing_typed_is_kept = network::nothing_typed_is_kept, ORDINARY;
    a_page_that_goes_wrong_is_noticed = watch::notices, MAY_COMPLAIN;
}

/// Only Chromium's driver tells what was requested.
mod requests {
    in_engine! { Chromium: nothing_is_asked_of_other_hosts = network::nothing_leaves, RECORDED; }
}
