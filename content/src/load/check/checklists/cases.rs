//! A list that disagrees with a case worked by hand does not build.

use crate::checklist::{Answer, ItemState, ListCase, RecordChecklist};
use crate::id::ItemId;
use crate::load::folder::TextFile;
use crate::load::problem::Problems;

pub(super) fn cases(file: &TextFile, list: &RecordChecklist, problems: &mut Problems) {
    if !list.cases.iter().any(|case| !case.missing.is_empty()) {
        problems.add(
            &file.name,
            None,
            "the checklist has no worked case with something missing",
            "Add a [[case]] worked by hand.",
        );
    }
    let may_be_set_aside = list.items().any(|(group, item)| group.condition(item).is_some());
    if may_be_set_aside && list.cases.iter().all(|case| case.does_not_apply.is_empty()) {
        problems.add(
            &file.name,
            None,
            "the checklist has no worked case with an item set aside",
            "Add `does_not_apply` to a [[case]].",
        );
    }
    for case in &list.cases {
        worked_case(file, list, case, problems);
    }
}

fn worked_case(file: &TextFile, list: &RecordChecklist, case: &ListCase, problems: &mut Problems) {
    let line = file.line_of(&case.why);
    let named = [&case.recorded, &case.all_but].into_iter().flatten().flatten();
    let named = named.chain(case.chosen.keys()).chain(case.does_not_apply.keys());
    for id in named.chain(&case.missing).chain(&case.problems).filter(|id| list.item(id).is_none()) {
        problems.add(
            &file.name,
            line,
            format!("a worked case names `{id}`, which is no item of the list"),
            "Name items by their ids.",
        );
    }
    if case.recorded.is_some() == case.all_but.is_some() {
        problems.add(
            &file.name,
            line,
            "a worked case has both or neither of `recorded` and `all_but`",
            "Give one of them.",
        );
        return;
    }
    let answers = answers(list, case);
    let checked = list.check(&answers);
    let tallies = [
        ("always-items", checked.always, case.always),
        ("where-relevant items", checked.where_relevant, case.where_relevant),
    ];
    for (what, tally, expected) in tallies {
        let computed = [tally.recorded, tally.expected()];
        if computed != expected {
            let ([recorded, of], [recorded_by_hand, of_by_hand]) = (computed, expected);
            differs(
                file,
                line,
                format!("{recorded} of {of} {what}, but {recorded_by_hand} of {of_by_hand}"),
                problems,
            );
        }
    }
    let missing: Vec<&ItemId> = checked.missing.iter().map(|missing| &missing.item.id).collect();
    let with_problem: Vec<&ItemId> = checked.problems.iter().map(|problem| &problem.item).collect();
    for (what, computed, expected) in
        [("missing", missing, &case.missing), ("answers with a problem", with_problem, &case.problems)]
    {
        if computed.iter().copied().ne(expected) {
            let shown = |ids: &mut dyn Iterator<Item = &ItemId>| {
                let ids: Vec<&str> = ids.map(ItemId::as_str).collect();
                if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
            };
            let (computed, expected) = (shown(&mut computed.into_iter()), shown(&mut expected.iter()));
            differs(file, line, format!("{what}: {computed}, but {expected}"), problems);
        }
    }
}

fn differs(file: &TextFile, line: Option<usize>, what: String, problems: &mut Problems) {
    problems.add(
        &file.name,
        line,
        format!("worked case differs: {what} was expected"),
        "Work the case again by hand; correct the case or the list.",
    );
}

fn answers(list: &RecordChecklist, case: &ListCase) -> Vec<Answer> {
    let recorded = |id: &ItemId| match (&case.recorded, &case.all_but) {
        (Some(recorded), _) => recorded.contains(id),
        (None, all_but) => !all_but.iter().flatten().any(|but| but == id),
    };
    list.items()
        .map(|(_, item)| {
            let reason = case.does_not_apply.get(&item.id);
            let state = match reason {
                Some(_) => ItemState::DoesNotApply,
                None if recorded(&item.id) => ItemState::Recorded,
                None => ItemState::NotYet,
            };
            Answer {
                choice: case.chosen.get(&item.id).cloned(),
                reason: reason.cloned().unwrap_or_default(),
                ..Answer::new(item.id.clone(), state)
            }
        })
        .collect()
}
