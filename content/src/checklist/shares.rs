//! Which items of different lists are the same thing, so that one case needs one answer.
//!
//! To cite a statement in common is not enough: it may say three things of which two lists take one each, and
//! an item may rest on one statement more than another. So items are the same when they cite exactly the same
//! statements, put equally strongly, no other item of either list cites exactly those, and both can be set aside or
//! neither can. That is true of some that are still two things, such as the same duty at two meetings: those have
//! `own_answer` in the data.

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

/// Every set of items that share their answer: state, choice, reason and note. In the order of the lists.
pub fn shares(lists: &[RecordChecklist]) -> Vec<Shared> {
    let mut places: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    let mut sets: Vec<Shared> = Vec::new();
    for list in lists {
        let mut times: BTreeMap<BTreeSet<&StatementId>, usize> = BTreeMap::new();
        for (_, item) in list.items() {
            *times.entry(item.cites.iter().collect()).or_default() += 1;
        }
        for (group, item) in list.items().filter(|(_, item)| item.own_answer.is_none()) {
            let key = Key::of(group, item);
            // Two items of one list on the same statements each take a part of what they say.
            if times.get(&key.cites) != Some(&1) {
                continue;
            }
            let place = *places.entry(key).or_insert(sets.len());
            if place == sets.len() {
                sets.push(Shared { items: Vec::new() });
            }
            sets[place].items.push(ItemRef { list: list.id.clone(), item: item.id.clone() });
        }
    }
    sets.retain(|set| set.items.len() > 1);
    sets
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
