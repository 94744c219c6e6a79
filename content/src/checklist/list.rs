//! A checklist as a source has it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::deadline::CitedText;
use crate::id::{ChecklistId, ChoiceId, DisagreementId, ItemId, NoticeId, SourceId, StatementId};
use crate::route::{Route, SitePage};
use crate::source::Status;
use crate::statement::Strength;

/// `checklists/<source>/<id>.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordChecklist {
    /// Stable id: the file's name.
    pub id: ChecklistId,
    /// Its heading.
    pub title: String,
    /// What it checks, in one short sentence.
    pub question: String,
    /// What sort of thing it checks.
    pub kind: ListKind,
    /// Place among the lists of its source.
    pub order: u32,
    /// The document it is taken from.
    pub source: SourceId,
    /// Where it stands today.
    pub status: Status,
    /// The part of the source, in the source's own numbering.
    pub covers: String,
    /// Who keeps or checks what it is about.
    pub who: String,
    /// The pages of guidance that tell more. Never empty.
    pub pages: Vec<String>,
    /// What it opens with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeId>,
    /// Points on which sources differ that touch the whole list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DisagreementId>,
    /// What else to know.
    #[serde(default, rename = "note", skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CitedText>,
    /// Its items, grouped as the source groups them.
    #[serde(default, rename = "group")]
    pub groups: Vec<ItemGroup>,
    /// Worked cases. They are checked when content is loaded, and stay out of the browser.
    #[serde(default, rename = "case", skip_serializing)]
    pub cases: Vec<ListCase>,
}

/// What sort of thing a list checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// What a written record holds.
    Record,
    /// How an assessment is done.
    Assessment,
    /// What a plan holds.
    Plan,
    /// Who comes to a meeting, and what happens there.
    Meeting,
    /// Who does what.
    Duties,
    /// What is asked of, or sent to, someone else.
    Request,
    /// What ends, and who is told.
    Closing,
    /// What a local document or service holds.
    Protocol,
}

/// Items that stand together in the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemGroup {
    /// Its heading.
    pub title: String,
    /// Whether its items always count.
    pub applies: Applies,
    /// When its items are relevant, as it ends "Only if ...". Only where `applies` is [`Applies::WhereRelevant`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Who does it, where groups differ in that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What the source says of them together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<CitedText>,
    /// Its items, in the source's order. Never empty.
    #[serde(default, rename = "item")]
    pub items: Vec<Item>,
}

/// Whether the items of a group always count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applies {
    /// In every case.
    Always,
    /// Where the source says "where relevant", or names what has to hold.
    WhereRelevant,
}

/// One thing to check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Unique in its list.
    pub id: ItemId,
    /// What should be there or be done, in our words.
    pub text: String,
    /// What good looks like, where the source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good: Option<String>,
    /// How strongly the source puts it.
    pub strength: Strength,
    /// When it counts, as it ends "Only if ...". In a group that always counts this is what lets it be set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Who does it, where the source names someone else than for the group or list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// The statements it rests on. Never empty.
    pub cites: Vec<StatementId>,
    /// How we read it, where the source is silent, unclear or garbled. Ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// Points on which sources differ that touch it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DisagreementId>,
    /// What there is to choose from, where the source gives options: exactly one.
    #[serde(default, rename = "choice", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Why its answer is never shared, although an item of another list cites the same: see [`super::shares`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_answer: Option<String>,
}

/// One option of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Unique in its item.
    pub id: ChoiceId,
    /// The option.
    pub text: String,
    /// The statements that give it.
    pub cites: Vec<StatementId>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemRef {
    /// The list.
    pub list: ChecklistId,
    /// The item.
    pub item: ItemId,
}

/// A list filled in by hand, and what must come of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListCase {
    /// The items recorded. Or name those that are not, in `all_but`.
    pub recorded: Option<Vec<ItemId>>,
    /// Every item is recorded but these and those set aside.
    pub all_but: Option<Vec<ItemId>>,
    /// What was chosen.
    #[serde(default)]
    pub chosen: BTreeMap<ItemId, ChoiceId>,
    /// The items set aside, with the reason given for each. It may be empty.
    #[serde(default)]
    pub does_not_apply: BTreeMap<ItemId, String>,
    /// Always-items: recorded, and how many of them there are to record.
    pub always: [usize; 2],
    /// Items where relevant: recorded, and how many of them there are to record.
    #[serde(default)]
    pub where_relevant: [usize; 2],
    /// Ids of what is missing, in order.
    pub missing: Vec<ItemId>,
    /// Ids of items whose answer has a problem, in order.
    #[serde(default)]
    pub problems: Vec<ItemId>,
    /// What the case shows.
    pub why: String,
}

impl RecordChecklist {
    /// Its page, below the tools.
    pub fn route(&self) -> Route {
        SitePage::Checklists.route().child(self.id.as_str())
    }

    /// Every item with its group, in order.
    pub fn items(&self) -> impl Iterator<Item = (&ItemGroup, &Item)> {
        self.groups.iter().flat_map(|group| group.items.iter().map(move |item| (group, item)))
    }

    /// An item by id.
    pub fn item(&self, id: &ItemId) -> Option<(&ItemGroup, &Item)> {
        self.items().find(|(_, item)| item.id == *id)
    }

    /// Every point on which sources differ that touches the list or an item, each once, in order.
    pub fn all_differs(&self) -> Vec<&DisagreementId> {
        let mut ids: Vec<&DisagreementId> = Vec::new();
        for id in self.differs.iter().chain(self.items().flat_map(|(_, item)| &item.differs)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Every statement that the list rests on: its notes, its groups' leads, its items and their options.
    pub fn statements(&self) -> impl Iterator<Item = &StatementId> {
        let leads = self.groups.iter().filter_map(|group| group.lead.as_ref());
        let texts = self.notes.iter().chain(leads).flat_map(|text| &text.cites);
        let items = self.items().flat_map(|(_, item)| {
            item.cites.iter().chain(item.choices.iter().flat_map(|choice| &choice.cites))
        });
        texts.chain(items)
    }
}

impl ItemGroup {
    /// When an item of this group counts, in words. `None` when it always does, so that it cannot be set aside.
    pub fn condition<'a>(&'a self, item: &'a Item) -> Option<&'a str> {
        item.only_if.as_deref().or(self.only_if.as_deref())
    }
}

impl fmt::Display for ItemRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.list, self.item)
    }
}
