//! A case worked through without a browser: what is shown is told by what is copied from where.

use waymark_content::packed::unpacked;
use waymark_content::words::{DateInputWords, PracticeToolWords};

use super::*;

/// Three steps: one of three options, several of three, one of two. The right ones: the second; the first and third;
/// the first.
fn data() -> PracticeData {
    let words = |names: usize| (0..names).map(|place| format!("w{place}")).collect::<Vec<_>>();
    let mut outline = vec!["a-case".to_owned(), "3".to_owned()];
    for (step, several, options) in [
        ("one", "0", ["a", "b", "c"].as_slice()),
        ("two", "1", &["a", "b", "c"]),
        ("three", "0", &["x", "y"]),
    ] {
        outline.extend([step.to_owned(), several.to_owned(), options.len().to_string()]);
        outline.extend(options.iter().map(|option| (*option).to_owned()));
    }
    // Phrases are read in the order of their names: enough of them, whatever they are.
    let phrases = |most: usize, fits: &dyn Fn(Vec<String>) -> bool| {
        (1..most).map(words).find(|texts| fits(texts.clone())).expect("a number of phrases that fits")
    };
    let input = phrases(60, &|texts| unpacked::<DateInputWords>(texts).is_some());
    let tool = phrases(90, &|texts| unpacked::<PracticeToolWords>(texts).is_some());
    PracticeData {
        outline: unpacked(outline).expect("an outline"),
        right: vec![vec![false, true, false], vec![true, false, true], vec![true, false]],
        input: unpacked(input).expect("phrases"),
        words: unpacked(tool).expect("phrases"),
    }
}

fn at(place: &str) -> impl Tool + use<> {
    data().tool(place).expect("a tool")
}

/// Everything that is copied from the page, in order.
fn copied(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Copy(id) => vec![id.clone()],
            Piece::Element(element) => copied(&element.pieces),
            Piece::Text(_) => Vec::new(),
        })
        .collect()
}

/// Whether an element has this id.
fn has(pieces: &[Piece], id: &str) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Element(element) => {
            element.attribute("id").is_some_and(|known| known == id) || has(&element.pieces, id)
        }
        _ => false,
    })
}

fn says(tool: &impl Tool, words: &str) -> bool {
    fn any(pieces: &[Piece], words: &str) -> bool {
        pieces.iter().any(|piece| match piece {
            Piece::Text(text) => text == words,
            Piece::Element(element) => any(&element.pieces, words),
            Piece::Copy(_) => false,
        })
    }
    any(&tool.pieces(), words)
}

fn check(tool: &mut impl Tool, picked: &[(&str, &str)]) -> Focus {
    for (field, value) in picked {
        tool.take(Act::Entered(field, value));
    }
    tool.take(Act::Sent("pick"))
}

#[test]
fn nothing_is_told_before_it_is_checked_and_everything_after() {
    let mut tool = at("");
    assert_eq!(
        copied(&tool.pieces()),
        ["known-one", "ask-one", "option-one-a", "option-one-b", "option-one-c"]
    );
    assert_eq!(check(&mut tool, &[("pick", "0")]).as_deref(), Some(REASONS));
    // Every option has its reason, whichever was chosen.
    let told = ["known-one", "ask-one", "reason-one-a", "reason-one-b", "reason-one-c", "working-one"];
    assert_eq!(copied(&tool.pieces()), told);
    assert!(says(&tool, data().words.not_rightly()) && !says(&tool, data().words.rightly()));
    assert_eq!(tool.place().as_deref(), Some("a-case:one=a:one"));
}

#[test]
fn nothing_chosen_is_a_mistake_beside_the_field_and_goes_when_it_is_mended() {
    let mut tool = at("");
    assert_eq!(check(&mut tool, &[]).as_deref(), Some(ERRORS));
    assert!(has(&tool.pieces(), "pick-error") && tool.title_prefix().is_some());
    assert_eq!(check(&mut tool, &[("pick", "1")]).as_deref(), Some(REASONS));
    assert!(!has(&tool.pieces(), ERRORS) && tool.title_prefix().is_none());
    assert!(says(&tool, data().words.rightly()));
}

#[test]
fn of_several_right_ones_all_and_no_others_are_right() {
    let verdicts: [(&[(&str, &str)], bool); 4] = [
        (&[("pick-0", "0"), ("pick-2", "2")], true),
        (&[("pick-0", "0")], false),
        (&[("pick-0", "0"), ("pick-1", "1"), ("pick-2", "2")], false),
        // Ticked and taken back.
        (&[("pick-0", "0"), ("pick-1", "1"), ("pick-2", "2"), ("pick-1", "")], true),
    ];
    for (picked, right) in verdicts {
        let mut tool = at("a-case:one=b");
        check(&mut tool, picked);
        assert_eq!(says(&tool, data().words.rightly()), right, "{picked:?}");
    }
}

#[test]
fn the_end_counts_first_tries_and_names_what_to_read_again() {
    let mut tool = at("");
    check(&mut tool, &[("pick", "1")]);
    tool.take(Act::Pressed("next"));
    check(&mut tool, &[("pick-0", "0")]);
    // What was checked is not checked again: the first try is the one that counts.
    assert_eq!(check(&mut tool, &[("pick-2", "2")]), None);
    tool.take(Act::Pressed("next"));
    check(&mut tool, &[("pick", "0")]);
    assert_eq!(tool.take(Act::Pressed("next")).as_deref(), Some(PLACE));
    assert_eq!(tool.place().as_deref(), Some("a-case:one=b:two=a:three=x"));
    assert_eq!(copied(&tool.pieces()), ["ask-two", "again-two"]);
    // The steps can be looked at again, and nothing changes by that.
    tool.take(Act::Pressed("look"));
    assert!(copied(&tool.pieces()).contains(&"reason-one-b".to_owned()));
    tool.take(Act::Pressed("back"));
    assert_eq!(tool.place().as_deref(), Some("a-case:one=b:two=a:three=x:one"));
    tool.take(Act::Pressed("again"));
    assert_eq!(tool.place().as_deref(), Some("a-case"));
}

#[test]
fn a_reload_and_a_link_bring_back_what_was_checked_and_where() {
    let mut tool = at("");
    check(&mut tool, &[("pick", "1")]);
    let place = tool.place().expect("a place");
    assert_eq!(at(&place).pieces(), tool.pieces());
    tool.take(Act::Pressed("next"));
    let place = tool.place().expect("a place");
    assert_eq!(at(&place).pieces(), tool.pieces());
    // What is picked and not checked stays on the page.
    tool.take(Act::Entered("pick-0", "0"));
    assert_eq!(tool.place(), Some(place.clone()));
    // A link that is followed while the case is open.
    let mut other = at("");
    assert_eq!(other.opened_at(&place).as_deref(), Some(PLACE));
    assert_eq!(other.place(), Some(place));
}

#[test]
fn a_damaged_place_starts_the_case_and_says_so_until_it_goes_on() {
    for place in ["another-case", "a-case:one=z", "a-case:one=2025-05-06", "a-case:one=a+b"] {
        let mut tool = at(place);
        assert!(says(&tool, data().words.damaged()), "{place}");
        assert_eq!(tool.place().as_deref(), Some("a-case"));
        check(&mut tool, &[("pick", "1")]);
        assert!(!says(&tool, data().words.damaged()), "{place}");
    }
    assert!(!says(&at(""), data().words.damaged()));
}

#[test]
fn only_a_link_takes_the_reader_past_the_story() {
    for (place, focus) in
        [("", None), ("a-case", None), ("a-case:one=b", Some(PLACE)), ("a-case:one=z", Some(DAMAGED))]
    {
        assert_eq!(at(place).focus_at_start().as_deref(), focus, "{place}");
    }
    assert_eq!(at("").opened_at("a-case:one=z").as_deref(), Some(DAMAGED));
}

#[test]
fn keys_count_only_in_the_projector_view() {
    let mut tool = at("a-case:one=b");
    for key in ["ArrowRight", "ArrowLeft", "Escape"] {
        assert_eq!(tool.key(key), None, "{key}");
    }
    let before = tool.pieces();
    // It opens where the learner is, and tells nothing by itself.
    tool.take(Act::Pressed("project"));
    assert_eq!(copied(&tool.pieces())[..2], ["known-two", "ask-two"]);
    assert_eq!(tool.key("ArrowDown"), None);
    tool.take(Act::Pressed("reveal"));
    assert!(copied(&tool.pieces()).contains(&"reason-two-a".to_owned()));
    // Another step is not told either, even when the one before was.
    assert!(tool.key("ArrowRight").is_some());
    assert_eq!(copied(&tool.pieces()), ["known-three", "ask-three", "option-three-x", "option-three-y"]);
    assert!(tool.key("ArrowRight").is_some());
    assert_eq!(copied(&tool.pieces())[0], "known-three");
    for _ in 0..5 {
        tool.key("ArrowLeft");
    }
    assert_eq!(copied(&tool.pieces()), [on_page::MADE_UP, on_page::STORY]);
    // Leaving it changes nothing of what the learner did.
    assert_eq!(tool.key("Escape").flatten().as_deref(), Some(PROJECTOR));
    assert_eq!(tool.pieces(), before);
}

#[test]
fn data_of_another_case_is_refused() {
    for right in [vec![], vec![vec![true, false]; 3], vec![vec![false, true, false]]] {
        assert!(PracticeData { right, ..data() }.tool("").is_none());
    }
}
