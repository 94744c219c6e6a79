//! A list as it is filled in: what holding answers against it and telling what is missing need, and no more.
//!
//! This is what travels to the browser. What the page of the list shows besides stands on it already.

use super::{Applies, Item, RecordChecklist};
use crate::id::{ChoiceId, ItemId};
use crate::packed;

/// A list to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The list's heading.
    pub title: String,
    /// The part of the source that it is taken from.
    pub covers: String,
    /// Its groups, in order.
    pub groups: Vec<SheetGroup>,
}

/// Items that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetGroup {
    /// Whether its items always count.
    pub always: bool,
    /// When its items are relevant, as it ends "Only if ...".
    pub only_if: Option<String>,
    /// Its items, in order.
    pub items: Vec<SheetItem>,
}

/// One thing to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetItem {
    /// Unique in its list.
    pub id: ItemId,
    /// What should be there or be done.
    pub text: String,
    /// When it counts, where it does not count as its whole group does.
    pub only_if: Option<String>,
    /// How strongly the source puts it, and where: "must; Teeswide 3.1".
    pub support: String,
    /// What there is to choose from: ids and words.
    pub choices: Vec<(ChoiceId, String)>,
}

packed!(Sheet { title, covers, groups });
packed!(SheetGroup { always, only_if, items });
packed!(SheetItem { id, text, only_if, support, choices });

impl Sheet {
    /// A list as it is filled in. `support` says how strongly its source puts an item, and where.
    pub fn new(list: &RecordChecklist, support: &dyn Fn(&Item) -> String) -> Self {
        let item = |item: &Item| SheetItem {
            id: item.id.clone(),
            text: item.text.clone(),
            only_if: item.only_if.clone(),
            support: support(item),
            choices: item.choices.iter().map(|choice| (choice.id.clone(), choice.text.clone())).collect(),
        };
        let groups = list.groups.iter().map(|group| SheetGroup {
            always: group.applies == Applies::Always,
            only_if: group.only_if.clone(),
            items: group.items.iter().map(item).collect(),
        });
        Self { title: list.title.clone(), covers: list.covers.clone(), groups: groups.collect() }
    }

    /// Every item with its group, in order. The place of an item is its place in this. A list and no iterator: each
    /// chain of adapters on one costs the bundle as much as the loop that it saves.
    pub fn items(&self) -> Vec<(&SheetGroup, &SheetItem)> {
        let mut items = Vec::new();
        for group in &self.groups {
            items.extend(group.items.iter().map(|item| (group, item)));
        }
        items
    }

    /// An item by id.
    pub fn item(&self, id: &str) -> Option<&SheetItem> {
        self.items().into_iter().map(|(_, item)| item).find(|item| item.id.as_str() == id)
    }
}

impl SheetGroup {
    /// When an item of this group counts, in words. `None` when it always does, so that it cannot be set aside.
    pub fn condition<'a>(&'a self, item: &'a SheetItem) -> Option<&'a str> {
        item.only_if.as_deref().or(self.only_if.as_deref())
    }
}
