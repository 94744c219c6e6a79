//! A checklist, filled in.

use super::{RefusalKind, Rulebook, Tool, ToolName, Verdict, each, find, listed};
use crate::checklist::RecordChecklist;
use crate::id::ItemId;
use crate::practice::marked::Recorded;
use crate::practice::{ChecklistQuestion, Claim, Each, Working};

pub(super) struct Checked<'a> {
    list: &'a RecordChecklist,
    found: Recorded,
}

/// What has become of an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Recorded,
    SetAside,
    Missing,
    /// Missing too, as its answer does not count.
    CannotStand,
}

impl<'a> Checked<'a> {
    pub(super) fn new(question: &ChecklistQuestion, book: &Rulebook<'a>) -> Result<Self, RefusalKind> {
        let found = book.checklists.iter().find(|list| list.id == question.list);
        let unknown = || RefusalKind::Unknown { kind: "checklist", id: question.list.to_string() };
        let list: &'a RecordChecklist = found.ok_or_else(unknown)?;
        if question.recorded.is_some() == question.all_but.is_some() {
            return Err(RefusalKind::NotOneRecord);
        }
        question.items().try_for_each(|id| item(list, id))?;
        let answers = question.answers(list);
        let checked = list.check(&answers);
        let found = Recorded {
            always: checked.always,
            where_relevant: checked.where_relevant,
            missing: checked.missing.iter().map(|missing| missing.item.id.clone()).collect(),
            set_aside: checked.set_aside.iter().map(|aside| aside.item.id.clone()).collect(),
            cannot_stand: checked.problems.iter().map(|problem| problem.item.clone()).collect(),
        };
        Ok(Self { list, found })
    }

    fn items(&self, items: &Each<ItemId>, stands: impl Fn(Stands) -> bool) -> Result<Verdict, RefusalKind> {
        each(items.ids(), |id| {
            item(self.list, id)?;
            let found = self.stands(id);
            let how = match found {
                Stands::Recorded => "is recorded",
                Stands::SetAside => "is set aside",
                Stands::Missing => "is missing",
                Stands::CannotStand => "is missing, with an answer that cannot stand",
            };
            Ok(Verdict { right: stands(found), gives: format!("`{id}` {how}") })
        })
    }

    fn stands(&self, id: &ItemId) -> Stands {
        if self.found.cannot_stand.contains(id) {
            Stands::CannotStand
        } else if self.found.missing.contains(id) {
            Stands::Missing
        } else if self.found.set_aside.contains(id) {
            Stands::SetAside
        } else {
            Stands::Recorded
        }
    }

    fn missing(&self) -> String {
        format!("missing: {}", listed(self.found.missing.iter().map(ItemId::as_str)))
    }
}

fn item(list: &RecordChecklist, id: &ItemId) -> Result<(), RefusalKind> {
    let items: Vec<&str> = list.items().map(|(_, item)| item.id.as_str()).collect();
    find(&items, "item of that checklist", id.as_str(), |item| item).map(|_| ())
}

impl Tool for Checked<'_> {
    fn verdict(&self, claim: &Claim) -> Result<Verdict, RefusalKind> {
        match claim {
            Claim::Missing(items) => {
                self.items(items, |found| matches!(found, Stands::Missing | Stands::CannotStand))
            }
            Claim::Recorded(items) => self.items(items, |found| found == Stands::Recorded),
            Claim::SetAside(items) => self.items(items, |found| found == Stands::SetAside),
            Claim::CannotStand(items) => self.items(items, |found| found == Stands::CannotStand),
            Claim::OnlyMissing(items) => {
                items.ids().iter().try_for_each(|id| item(self.list, id))?;
                let missing = &self.found.missing;
                let right = !missing.is_empty()
                    && missing.iter().all(|id| items.ids().contains(id))
                    && items.ids().iter().all(|id| missing.contains(id));
                Ok(Verdict { right, gives: self.missing() })
            }
            Claim::NothingMissing => {
                Ok(Verdict { right: self.found.missing.is_empty(), gives: self.missing() })
            }
            _ => Err(RefusalKind::AnotherTool(ToolName::Checklist)),
        }
    }

    fn into_working(self: Box<Self>) -> Working {
        Working::Checklist(self.list.id.clone(), self.found)
    }
}
