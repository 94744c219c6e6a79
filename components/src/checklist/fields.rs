//! What is filled in: for each item a state, a choice, a reason and a note, each in a field of its own.
//!
//! A field's id is its kind and the item's id: `reason-next-steps`.

use waymark_content::checklist::{Answer, ItemState, SheetItem};

use crate::answers::Answers;

pub(super) const STATE: &str = "state";
pub(super) const CHOICE: &str = "choice";
pub(super) const REASON: &str = "reason";
pub(super) const NOTE: &str = "note";

/// The values of a state's radios.
pub(super) const RECORDED: &str = "recorded";
pub(super) const NOT_YET: &str = "not-yet";
pub(super) const DOES_NOT_APPLY: &str = "does-not-apply";

pub(super) fn field(kind: &str, item: &str) -> String {
    format!("{kind}-{item}")
}

/// The id of one of a question's radios.
pub(super) fn radio_id(question: &str, value: &str) -> String {
    format!("{question}-{value}")
}

/// The state in an item's field. What nobody has touched is not there yet.
pub(super) fn state(answers: &Answers, item: &SheetItem) -> ItemState {
    match answers.get(&field(STATE, item.id.as_str())) {
        RECORDED => ItemState::Recorded,
        DOES_NOT_APPLY => ItemState::DoesNotApply,
        _ => ItemState::NotYet,
    }
}

/// What stands in an item's fields. `None` when nothing does.
pub(super) fn answer(answers: &Answers, item: &SheetItem) -> Option<Answer> {
    let held = |kind: &str| answers.get(&field(kind, item.id.as_str()));
    let choice = item.choices.iter().map(|(id, _)| id).find(|id| id.as_str() == held(CHOICE));
    let answer = Answer {
        item: item.id.clone(),
        state: state(answers, item),
        choice: choice.cloned(),
        reason: held(REASON).to_owned(),
        note: held(NOTE).to_owned(),
    };
    let is_blank = answer == Answer::new(item.id.clone(), ItemState::NotYet);
    (!is_blank).then_some(answer)
}

/// Puts an answer into its fields.
pub(super) fn set(answers: &mut Answers, answer: &Answer) {
    let state = match answer.state {
        ItemState::NotYet => NOT_YET,
        ItemState::Recorded => RECORDED,
        ItemState::DoesNotApply => DOES_NOT_APPLY,
    };
    let choice = answer.choice.as_ref().map_or("", |choice| choice.as_str());
    for (kind, value) in [(STATE, state), (CHOICE, choice), (REASON, &answer.reason), (NOTE, &answer.note)] {
        answers.set(&field(kind, answer.item.as_str()), value);
    }
}
