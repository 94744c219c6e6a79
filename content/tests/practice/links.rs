//! Links: what was chosen comes back, and nothing else comes in.

use proptest::prelude::*;
use waymark_content::packed::{packed, unpacked};
use waymark_content::practice::{Damaged, Outline, Shared};

use super::GUIDE;

fn outline(id: &str) -> Outline {
    GUIDE.practice.iter().find(|case| case.case().id.as_str() == id).unwrap().outline()
}

const CASE: &str = "friday-before-a-bank-holiday";

#[test]
fn what_was_chosen_stands_in_the_link_by_name() {
    let mut shared = Shared::at_start(outline(CASE));
    assert_eq!(shared.to_fragment(), CASE);
    shared.choose(0, 0);
    // One may be chosen: the other takes its place.
    shared.choose(0, 1);
    // Several may: the first comes, goes and comes again.
    for option in [2, 0, 0, 0] {
        shared.choose(3, option);
    }
    assert_eq!(shared.to_fragment(), format!("{CASE}:answer-by=tuesday:record=acknowledgement+outcome"));
    assert!(shared.is_answered(0) && !shared.is_answered(1));
    assert_eq!(shared.chosen(3).collect::<Vec<_>>(), [0, 2]);
    // Places that the case does not have change nothing.
    let before = shared.clone();
    for (step, option) in [(0, 3), (0, 200), (4, 0), (9, 9)] {
        shared.choose(step, option);
    }
    assert_eq!(shared, before);
    assert_eq!(shared.chosen(9).count(), 0);
}

/// The step that somebody looks at comes back too, and by name.
#[test]
fn a_case_opens_where_it_was_left() {
    let mut shared = Shared::at_start(outline(CASE));
    assert_eq!(shared.at(), Some(0));
    shared.choose(0, 1);
    assert_eq!((shared.at(), shared.to_fragment()), (Some(1), format!("{CASE}:answer-by=tuesday")));
    shared.open_at(0);
    assert_eq!((shared.at(), shared.to_fragment()), (Some(0), format!("{CASE}:answer-by=tuesday:answer-by")));
    let back = Shared::from_fragment(outline(CASE), &shared.to_fragment());
    assert_eq!(back, Ok(shared.clone()));
    // Where it would be open anyway is not said, and a place that the case does not have is none.
    shared.open_at(1);
    shared.open_at(9);
    assert_eq!(shared.to_fragment(), format!("{CASE}:answer-by=tuesday"));
    for step in 1..4 {
        shared.choose(step, 0);
    }
    assert_eq!(shared.at(), None);
    shared.open_at(3);
    assert!(shared.to_fragment().ends_with(":record"));
    shared.go_on();
    assert_eq!(shared.at(), None);
}

#[test]
fn a_damaged_link_opens_the_case_at_its_start() {
    let damaged = [
        ("another-case", Damaged::OtherCase),
        (":answer-by=tuesday", Damaged::OtherCase),
        ("%66riday-before-a-bank-holiday", Damaged::OtherCase),
        ("friday-before-a-bank-holiday:", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=monday:first-thing", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:record:answer-by=monday", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:record:record", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=2025-05-06", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=Tuesday", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:name=Amina", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=monday+tuesday", Damaged::TooMany),
        ("friday-before-a-bank-holiday:record=outcome+acknowledgement", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:record=outcome+outcome", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:response=section-17:answer-by=monday", Damaged::Misnamed),
        ("friday-before-a-bank-holiday:answer-by=monday:answer-by=monday", Damaged::Misnamed),
    ];
    for (fragment, why) in damaged {
        let (shared, told) = Shared::open(outline(CASE), fragment);
        assert_eq!((shared, told), (Shared::at_start(outline(CASE)), Some(why)), "{fragment}");
    }
    for start in ["", "#", CASE, "#friday-before-a-bank-holiday"] {
        assert_eq!(Shared::open(outline(CASE), start), (Shared::at_start(outline(CASE)), None), "{start}");
    }
}

#[test]
fn an_outline_travels() {
    for case in &GUIDE.practice {
        assert_eq!(unpacked(packed(&case.outline())), Some(case.outline()));
    }
}

/// A case, and choices in it.
fn chosen() -> impl Strategy<Value = Shared> {
    let places = prop::collection::vec((0_usize..8, 0_usize..10), 0..20);
    (0..GUIDE.practice.len(), places, 0_usize..9).prop_map(|(case, places, at)| {
        let mut shared = Shared::at_start(GUIDE.practice[case].outline());
        places.into_iter().for_each(|(step, option)| shared.choose(step, option));
        shared.open_at(at);
        shared
    })
}

proptest! {
    #[test]
    fn every_choice_comes_back(shared in chosen()) {
        let back = Shared::from_fragment(shared.outline().clone(), &shared.to_fragment());
        prop_assert_eq!(back, Ok(shared));
    }

    /// One choice is one text, so that whatever can be read says what the case's own names say and no more.
    #[test]
    fn a_changed_fragment_is_refused_or_is_another_choice(
        shared in chosen(),
        from in any::<prop::sample::Index>(),
        length in 0_usize..6,
        other in "[a-z0-9:=+#%-]{0,6}|\\PC{0,6}",
    ) {
        let mut text: Vec<char> = shared.to_fragment().chars().collect();
        let from = from.index(text.len() + 1);
        let to = (from + length).min(text.len());
        text.splice(from..to, other.chars());
        let text: String = text.into_iter().collect();
        if let Ok(read) = Shared::from_fragment(shared.outline().clone(), &text) {
            let text = text.strip_prefix('#').unwrap_or(&text);
            prop_assert!(text.is_empty() || read.to_fragment() == text, "{}", text);
            for (step, known) in read.outline().steps.iter().enumerate() {
                let chosen: Vec<usize> = read.chosen(step).collect();
                prop_assert!(chosen.iter().all(|option| *option < known.options.len()));
                prop_assert!(known.several || chosen.len() < 2);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let (shared, damaged) = Shared::open(outline(CASE), &text);
        prop_assert!(damaged.is_none() || shared == Shared::at_start(outline(CASE)));
    }
}
