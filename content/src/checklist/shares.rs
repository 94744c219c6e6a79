//! Which items of different lists are the same thing, so that one case needs one answer.
//!
//! To cite a statement in common is not enough: a statement may say three things of which two lists take one each, and
//! an item may rest on one statement more than another. So items are the same when they cite exactly the same
//! statements, put equally strongly, no other item of either list cites exactly those, and both can be set aside or
//! neither can. What that misses is named in the data by `same_as`; what it should not join, by `own_answer`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Item, ItemGroup, ItemRef, RecordChecklist};
use crate::id::StatementId;
use crate::statement::Strength;

/// Items that are the same thing, each in a list of its own, in the order of the lists. Two or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The items.
    pub items: Vec<ItemRef>,
}

/// Every set of items that share their answer: state, choice, reason and note.
pub fn shares(lists: &[RecordChecklist]) -> Vec<Shared> {
    let mut by_key: BTreeMap<Key<'_>, Vec<ItemRef>> = BTreeMap::new();
    for list in lists {
        let mut here: BTreeMap<Key<'_>, Vec<ItemRef>> = BTreeMap::new();
        for (group, item) in list.items().filter(|(_, item)| item.own_answer.is_none()) {
            here.entry(Key::of(group, item)).or_default().push(reference(list, item));
        }
        for (key, items) in here {
            // Two items of one list on the same statements each take a part of what they say.
            if let [item] = &items[..] {
                by_key.entry(key).or_default().push(item.clone());
            }
        }
    }
    let mut sets: Vec<Vec<ItemRef>> = by_key.into_values().collect();
    for (list, item, other) in lists.iter().flat_map(|list| {
        list.items().flat_map(move |(_, item)| item.same_as.iter().map(move |o| (list, item, o)))
    }) {
        join(&mut sets, &reference(list, item), other);
    }
    let place = |item: &ItemRef| {
        let list = lists.iter().position(|list| list.id == item.list);
        let within = list.and_then(|at| lists[at].items().position(|(_, other)| other.id == item.item));
        (list, within)
    };
    let mut shared: Vec<Shared> = sets
        .into_iter()
        .filter(|items| items.len() > 1)
        .map(|mut items| {
            items.sort_by_key(place);
            Shared { items }
        })
        .collect();
    shared.sort_by_key(|shared| shared.items.first().map(place));
    shared
}

/// What has to agree for two items to be the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    cites: BTreeSet<&'a StatementId>,
    strength: Strength,
    may_be_set_aside: bool,
    choices: usize,
}

impl<'a> Key<'a> {
    fn of(group: &ItemGroup, item: &'a Item) -> Self {
        Self {
            cites: item.cites.iter().collect(),
            strength: item.strength,
            may_be_set_aside: group.condition(item).is_some(),
            choices: item.choices.len(),
        }
    }
}

fn reference(list: &RecordChecklist, item: &Item) -> ItemRef {
    ItemRef { list: list.id.clone(), item: item.id.clone() }
}

fn join(sets: &mut Vec<Vec<ItemRef>>, one: &ItemRef, other: &ItemRef) {
    let mut joined = Vec::new();
    for item in [one, other] {
        match sets.iter().position(|set| set.contains(item)) {
            Some(at) => joined.extend(sets.swap_remove(at)),
            None if joined.contains(item) => {}
            None => joined.push(item.clone()),
        }
    }
    sets.push(joined);
}
