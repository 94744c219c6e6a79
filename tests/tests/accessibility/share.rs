//! Which engine looks at which page at which width.
//!
//! Chromium looks at every page at both. Firefox and WebKit take turns: of two neighbours one is seen wide by the one
//! and narrow by the other, and the second the other way about. So every page is seen in three engines and at both
//! widths, for half of the time. What pages of one sort have in common is seen everywhere: the first of each sort, and
//! every state of a tool, is looked at by each engine at both.

use waymark_tests::browser::Engine;

use crate::{NARROW, USUAL};

/// Whether `engine` looks at the page at this place in the list.
pub(crate) fn looks_at(engine: Engine, width: u32, place: usize, first_of_its_sort: bool) -> bool {
    let width_by_turn = |even: u32, odd: u32| width == if place.is_multiple_of(2) { even } else { odd };
    first_of_its_sort
        || match engine {
            Engine::Chromium => true,
            Engine::Firefox => width_by_turn(USUAL, NARROW),
            Engine::WebKit => width_by_turn(NARROW, USUAL),
        }
}

/// Whether the sample of [`crate::sample`] is tried there. Chromium does it at both widths, the others share them.
pub(crate) fn samples_at(engine: Engine, width: u32) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => width == USUAL,
        Engine::WebKit => width == NARROW,
    }
}

#[test]
fn every_page_is_seen_in_three_engines_and_at_both_widths_outside_chromium_too() {
    for place in 0..4 {
        let others = [Engine::Firefox, Engine::WebKit]
            .map(|engine| [USUAL, NARROW].map(|width| looks_at(engine, width, place, false)));
        for of_one_engine in others {
            assert_eq!(of_one_engine.into_iter().filter(|seen| *seen).count(), 1, "{place}: {others:?}");
        }
        assert_ne!(others[0], others[1], "{place}: one width is left out");
        assert!([USUAL, NARROW].into_iter().all(|width| looks_at(Engine::Chromium, width, place, false)));
        assert!([USUAL, NARROW].into_iter().all(|width| looks_at(Engine::WebKit, width, place, true)));
    }
}
