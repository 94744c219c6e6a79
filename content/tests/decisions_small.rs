//! How a table is read, on tables small enough to see through.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use waymark_content::decision::{
    Answers, Assessment, Assessor, Atom, Condition, Decision, FactIndex, Limit, Misnamed, Table, TableFact,
    TableRule, ValueIndex,
};
use waymark_content::id::FactId;
use waymark_content::packed::{packed, unpacked};

/// A decision of facts with yes and no, rules and outcomes. An outcome that begins with `danger` is about danger.
fn decision(facts: &[&str], rules: &str, outcomes: &[&str]) -> Decision {
    let facts = facts.iter().map(|id| format!("[[fact]]\nid = \"{id}\"\nquestion = \"\"\nours = true\n"));
    let outcomes = outcomes.iter().map(|id| {
        let kind = if id.starts_with("danger") { "act-now" } else { "points" };
        format!("[[outcome]]\nid = \"{id}\"\nkind = \"{kind}\"\ntitle = \"\"\nours = true\n")
    });
    let head = "id = \"small\"\ntitle = \"\"\nquestion = \"\"\norder = 1\nsources = []\nstatus = \"local\"\n\
                situations = []\n";
    let text: String =
        [head.to_owned()].into_iter().chain(facts).chain([rules.to_owned()]).chain(outcomes).collect();
    toml::from_str(&text).unwrap()
}

fn assessor(facts: &[&str], rules: &str, outcomes: &[&str]) -> Assessor {
    Assessor::new(Table::try_from(&decision(facts, rules, outcomes)).unwrap()).unwrap()
}

/// A rule; `more` is the rest of its keys.
fn rule(id: &str, when: &str, then: &str, more: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nwhen = {{ {when} }}\nthen = [{then}]\nwhy = \"\"\nours = true\n{more}\n"
    )
}

/// `y`, `n` and `?`, one a fact.
fn assess(assessor: &Assessor, given: &str) -> Assessment {
    let answer = |letter| match letter {
        'y' => Some(ValueIndex(0)),
        'n' => Some(ValueIndex(1)),
        _ => None,
    };
    assessor.assess(&Answers::from(given.chars().map(answer).collect::<Vec<_>>()))
}

/// Places of the outcomes: certain, possible, ruled out.
fn split(found: &Assessment) -> [Vec<u8>; 3] {
    [
        found.certain.iter().map(|certain| certain.outcome.0).collect(),
        found.possible.iter().map(|possible| possible.outcome.0).collect(),
        found.ruled_out.iter().map(|ruled_out| ruled_out.outcome.0).collect(),
    ]
}

#[test]
fn not_known_is_never_taken_for_no() {
    let rules = rule("yes", "a = \"yes\"", "\"x\"", "") + &rule("no", "a = \"no\"", "\"y\"", "");
    let assessor = assessor(&["a"], &rules, &["x", "y"]);
    assert_eq!(split(&assess(&assessor, "?")), [vec![], vec![0, 1], vec![]]);
    assert_eq!(split(&assess(&assessor, "n")), [vec![1], vec![], vec![0]]);
}

#[test]
fn a_rule_with_also_adds_to_the_rules_below_it_and_is_not_read_below_one_that_ends() {
    let rules = rule("as-well", "b = \"yes\"", "\"x\"", "also = true")
        + &rule("ends", "a = \"yes\"", "\"y\"", "")
        + &rule("too-late", "b = \"yes\"", "\"z\"", "also = true\nafter = [\"ends\"]")
        + &rule("rest", "a = \"no\"", "\"w\"", "");
    let assessor = assessor(&["a", "b"], &rules, &["x", "y", "z", "w"]);
    assert_eq!(split(&assess(&assessor, "yy"))[0], [0, 1]);
    assert_eq!(split(&assess(&assessor, "ny"))[0], [0, 2, 3]);
    assert_eq!(split(&assess(&assessor, "nn"))[0], [3]);
}

#[test]
fn an_outcome_is_certain_where_every_way_leads_to_it_by_another_rule() {
    let rules = rule("first", "a = \"yes\", b = \"yes\"", "\"x\"", "")
        + &rule("second", "a = \"no\", b = \"yes\"", "\"x\"", "")
        + &rule("rest", "b = \"no\"", "\"y\"", "");
    let assessor = assessor(&["a", "b"], &rules, &["x", "y"]);
    let found = assess(&assessor, "?y");
    assert_eq!(split(&found), [vec![0], vec![], vec![1]]);
    let [reason] = found.certain[0].reasons.as_slice() else { panic!("one reason for all ways") };
    let rules: Vec<u8> = reason.rules.iter().map(|rule| rule.0).collect();
    let answers: Vec<u8> = reason.answers.iter().map(|answer| answer.fact.0).collect();
    assert_eq!((rules, answers), (vec![0, 1], vec![1]));
}

#[test]
fn each_rule_that_is_enough_is_a_reason_of_its_own() {
    let rules = rule("a", "a = \"yes\"", "\"x\"", "also = true")
        + &rule("b", "b = \"yes\"", "\"x\"", "also = true")
        + "[[rule]]\nid = \"rest\"\notherwise = true\nthen = [\"y\"]\nwhy = \"\"\nours = true\n";
    let assessor = assessor(&["a", "b"], &rules, &["x", "y"]);
    let reasons = &assess(&assessor, "yy").certain[0].reasons;
    let rests_on: Vec<Vec<u8>> =
        reasons.iter().map(|reason| reason.answers.iter().map(|answer| answer.fact.0).collect()).collect();
    assert_eq!(rests_on, [vec![0], vec![1]]);
}

#[test]
fn what_is_left_over_is_no_reason_for_what_a_rule_above_it_says() {
    let rules = rule("first", "a = \"yes\"", "\"x\"", "")
        + "[[rule]]\nid = \"rest\"\notherwise = true\nthen = [\"x\"]\nwhy = \"\"\nours = true\n";
    let assessor = assessor(&["a"], &rules, &["x"]);
    let rules = |given| {
        let [reason] = &assess(&assessor, given).certain[0].reasons[..] else { panic!("one reason") };
        reason.rules.iter().map(|rule| rule.0).collect::<Vec<_>>()
    };
    assert_eq!((rules("y"), rules("n"), rules("?")), (vec![0], vec![1], vec![0, 1]));
}

/// Three outcomes hang on `c`, and two of them on `a` too; one about danger hangs on `b` alone.
fn danger_on_b() -> Assessor {
    let rules = rule("danger", "b = \"yes\"", "\"danger\"", "also = true")
        + &rule("x", "a = \"yes\", c = \"yes\"", "\"x\"", "")
        + &rule("y", "a = \"no\", c = \"yes\"", "\"y\"", "")
        + &rule("z", "c = \"no\"", "\"z\"", "");
    assessor(&["a", "b", "c"], &rules, &["x", "y", "z", "danger"])
}

#[test]
fn danger_comes_first_wherever_its_outcome_stands() {
    assert_eq!(split(&assess(&danger_on_b(), "???"))[1], [3, 0, 1, 2]);
    assert_eq!(split(&assess(&danger_on_b(), "yyn")), [vec![3, 2], vec![], vec![0, 1]]);
}

#[test]
fn what_settles_danger_is_asked_first_then_what_settles_most() {
    let assessor = danger_on_b();
    let next = |given| assess(&assessor, given).ask_next.map(|fact| fact.0);
    assert_eq!(next("???"), Some(1), "danger, though c would settle more");
    assert_eq!(next("?n?"), Some(2), "two values of c leave 2 and 0 open, those of a 2 and 2");
    assert_eq!(next("?ny"), Some(0));
    assert_eq!(next("yny"), None);
    assert_eq!(next("?nn"), None, "a no longer matters");
}

#[test]
fn what_settles_danger_in_part_is_asked_before_what_settles_all_else() {
    let rules = rule("danger", "b = \"yes\", c = \"yes\"", "\"danger\"", "also = true")
        + &rule("x", "a = \"yes\"", "\"x\"", "")
        + &rule("y", "a = \"no\"", "\"y\"", "");
    let assessor = assessor(&["a", "b", "c"], &rules, &["x", "y", "danger"]);
    // Both values of a leave danger open, one of b does.
    assert_eq!(assess(&assessor, "???").ask_next.map(|fact| fact.0), Some(1));
}

#[test]
fn what_may_not_be_asked_at_all_is_not_asked_next() {
    let rules = rule("danger", "a = \"yes\", b = \"yes\"", "\"danger\"", "")
        + "[[rule]]\nid = \"rest\"\notherwise = true\nthen = [\"x\"]\nwhy = \"\"\nours = true\n";
    let mut table = assessor(&["a", "b"], &rules, &["danger", "x"]).table().clone();
    // One of two values of a leaves danger open, and one of three of b, which is asked where a is yes.
    table.facts[1] = TableFact { values: 3, asked_when: vec![Atom(FactIndex(0), 1)] };
    let assessor = Assessor::new(table).unwrap();
    let next = |given| assess(&assessor, given).ask_next.map(|fact| fact.0);
    assert_eq!((next("??"), next("y?"), next("n?")), (Some(0), Some(1), None));
}

#[test]
fn the_smallest_way_to_what_is_possible() {
    let found = assess(&danger_on_b(), "?n?");
    let ways: Vec<(u8, usize)> =
        found.possible.iter().map(|possible| (possible.outcome.0, possible.reached_by.len())).collect();
    assert_eq!(ways, [(0, 2), (1, 2), (2, 1)]);
}

#[test]
fn a_table_travels() {
    let assessor = danger_on_b();
    assert_eq!(unpacked::<Table>(packed(assessor.table())).as_ref(), Some(assessor.table()));
}

#[test]
fn data_that_does_not_fit_together_is_refused() {
    let spoiled = |spoil: fn(&mut Table)| {
        let mut table = danger_on_b().table().clone();
        spoil(&mut table);
        table
    };
    let spoiled = [
        ("a fact that is not there", spoiled(|table| table.rules[0].when.all[0].0 = FactIndex(7))),
        ("a fact without values", spoiled(|table| table.facts[0].values = 0)),
        ("outcomes without a bit", spoiled(|table| table.outcomes = 64)),
        // 11 facts with three answers each, "not known" included: 177,147.
        ("too many sets of answers", spoiled(|table| table.facts.resize(11, table.facts[0].clone()))),
        (
            "a fact asked depending on itself",
            spoiled(|table| table.facts[0].asked_when = vec![Atom(FactIndex(0), 1)]),
        ),
    ];
    for (what, table) in spoiled {
        assert!(Assessor::new(table).is_none(), "{what}");
    }
}

/// A table with one fact of so many values for each of these.
fn with_values(values: impl IntoIterator<Item = u8>) -> Table {
    let fact = |values| TableFact { values, asked_when: Vec::new() };
    Table { facts: values.into_iter().map(fact).collect(), outcomes: 1, ..Table::default() }
}

#[test]
fn data_up_to_the_limits_is_taken_and_beyond_them_refused() {
    let rule = TableRule { when: Condition::default(), also: true, outcomes: 1 };
    let rules = |count| Table { rules: vec![rule.clone(); count], ..with_values([2]) };
    let outcomes = |outcomes| Table { outcomes, ..with_values([2]) };
    let within = [
        ("15 values", with_values([15])),
        ("16 facts", with_values([1; 16])),
        ("131,072 sets of answers", with_values([1; 15].into_iter().chain([3]))),
        ("32 rules", rules(32)),
        ("32 outcomes", outcomes(32)),
    ];
    for (what, table) in within {
        assert!(Assessor::new(table).is_some(), "{what}");
    }
    let beyond = [
        ("16 values", with_values([16])),
        ("17 facts", with_values([1; 17])),
        ("163,840 sets of answers", with_values([1; 15].into_iter().chain([4]))),
        ("33 rules", rules(33)),
        ("33 outcomes", outcomes(33)),
    ];
    for (what, table) in beyond {
        assert!(Assessor::new(table).is_none(), "{what}");
    }
}

#[test]
fn a_decision_up_to_the_limits_is_made_into_a_table_and_beyond_them_refused() {
    let advice = "[[advice]]\nid = \"ask\"\nwhen = { a = \"unknown\" }\ntext = \"\"\nours = true\n";
    let rules = rule("rule", "a = \"yes\"", "\"x\"", "") + advice;
    let sized = |facts, values, rules_, outcomes, items| {
        let mut sized = decision(&["a"], &rules, &["x"]);
        let value = sized.facts[0].values[0].clone();
        // The values that rules and advice name stay, and more stand behind them.
        sized.facts[0].values.resize(values, value);
        sized.facts.resize(facts, sized.facts[0].clone());
        sized.rules.resize(rules_, sized.rules[0].clone());
        sized.outcomes.resize(outcomes, sized.outcomes[0].clone());
        sized.advice.resize(items, sized.advice[0].clone());
        Table::try_from(&sized).map(|_| ())
    };
    for (facts, values, rules, outcomes, advice) in [(1, 2, 1, 1, 0), (10, 2, 32, 32, 64), (1, 15, 1, 1, 1)] {
        assert_eq!(sized(facts, values, rules, outcomes, advice), Ok(()));
    }
    let refused = |limit, count, allowed| Err(vec![Misnamed::OutOfBounds { limit, count, allowed }]);
    let values = || Limit::Values(FactId::new("a"));
    assert_eq!(sized(1, 2, 0, 1, 1), refused(Limit::Rules, 0, 1..=32));
    assert_eq!(sized(1, 2, 33, 1, 1), refused(Limit::Rules, 33, 1..=32));
    assert_eq!(sized(1, 2, 1, 0, 1), refused(Limit::Outcomes, 0, 1..=32));
    assert_eq!(sized(1, 2, 1, 33, 1), refused(Limit::Outcomes, 33, 1..=32));
    assert_eq!(sized(1, 2, 1, 1, 65), refused(Limit::Advice, 65, 0..=64));
    assert_eq!(sized(0, 2, 1, 1, 1), refused(Limit::Facts, 0, 1..=16));
    assert_eq!(sized(1, 1, 1, 1, 1), refused(values(), 1, 2..=15));
    assert_eq!(sized(1, 16, 1, 1, 1), refused(values(), 16, 2..=15));
    assert_eq!(sized(11, 2, 1, 1, 1), refused(Limit::Answers, 177_147, 1..=131_072));
    let limits: Vec<bool> = sized(17, 2, 1, 1, 1)
        .unwrap_err()
        .iter()
        .map(|wrong| matches!(wrong, Misnamed::OutOfBounds { limit: Limit::Facts, count: 17, .. }))
        .collect();
    assert_eq!(limits, [true, false], "too many facts, and too many sets of answers");
}
