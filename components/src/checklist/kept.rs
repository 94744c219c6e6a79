//! A list as part of a case. What it has in common with other lists is answered once for all that the case has.

use waymark_content::case::Case;
use waymark_content::checklist::Answer;
use waymark_content::id::{ChecklistId, ItemId};

use super::Checklist;
use crate::case::CasePart;

impl CasePart for Checklist {
    fn put_into(&self, case: &mut Case) {
        let kept = self.kept();
        for shared in &self.data.shared {
            let given = kept.iter().find(|answer| answer.item.as_str() == shared.item);
            for (list, item) in &shared.others {
                let list = ChecklistId::new(&**list);
                let mut others = case.checklist(&list);
                // A list that nobody has begun takes the answer over when it is opened.
                if others.is_empty() {
                    continue;
                }
                others.retain(|answer| answer.item.as_str() != item);
                others.extend(given.map(|answer| Answer { item: ItemId::new(&**item), ..answer.clone() }));
                case.set_checklist(&list, &others);
            }
        }
        case.set_checklist(&ChecklistId::new(&*self.data.id), &kept);
    }

    fn take_from(&mut self, case: &Case) -> usize {
        let mut answers = case.checklist(&ChecklistId::new(&*self.data.id));
        for shared in &self.data.shared {
            if answers.iter().any(|answer| answer.item.as_str() == shared.item) {
                continue;
            }
            let of_other = |(list, item): &(String, String)| {
                let others = case.checklist(&ChecklistId::new(&**list));
                others.into_iter().find(|answer| answer.item.as_str() == item)
            };
            let given = shared.others.iter().find_map(of_other);
            answers.extend(given.map(|answer| Answer { item: ItemId::new(&*shared.item), ..answer }));
        }
        self.restore(answers);
        self.strange.len()
    }
}
