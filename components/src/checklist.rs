//! A record checklist: mark what is there, see what is missing.
//!
//! What the source says of an item stands on the page already; the tool shows copies of it. [`fields`] has what is
//! filled in, [`items`] what is asked, [`result`] what comes of it.

mod fields;
mod items;
mod kept;
mod result;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use waymark_content::checklist::{Answer, AnswerProblem, ProblemKind, Sheet, Standing};
use waymark_content::date::DateNames;
use waymark_content::packed;
use waymark_content::words::{ChecklistWords, DateInputWords, TakeAwayWords};

use crate::answers::Answers;
use crate::device;
use crate::form::Outcome;
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, element, text};
use crate::question::{FieldError, error_summary};
use crate::take_away::TakeAway;
use fields::{CHOICE, NOT_YET, REASON, STATE, field, radio_id};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecklistData {
    /// The list's id.
    pub id: String,
    /// The items that other lists have too.
    pub shared: Vec<SharedItem>,
    /// The list.
    pub sheet: Sheet,
    /// The document, its edition and its date.
    pub document: String,
    /// What stands beside every rule of that document.
    pub rule_note: String,
    /// Names of days and months.
    pub names: DateNames,
    /// What it says.
    pub words: ChecklistWords,
    /// What it says of mistakes.
    pub input: DateInputWords,
    /// What takes the list away.
    pub take_away: TakeAwayWords,
}

/// An item that other lists have too: on one case it has one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedItem {
    /// The item's id.
    pub item: String,
    /// The other lists' ids, each with the item's id there.
    pub others: Vec<(String, String)>,
}

packed!(SharedItem { item, others });
packed!(ChecklistData { id, shared, sheet, document, rule_note, names, words, input, take_away });

/// The ids under which the page holds what the tool copies.
pub mod on_page {
    /// The head of the group at this place.
    pub fn group(place: usize) -> String {
        format!("group-{place}")
    }
    /// An item. Links from other lists lead here.
    pub fn item(id: &str) -> String {
        format!("{ITEM}{id}")
    }
    /// What is said of an item.
    pub fn about(id: &str) -> String {
        format!("about-{id}")
    }
    /// How strongly the source puts an item, and where.
    pub fn support(id: &str) -> String {
        format!("support-{id}")
    }

    /// What the id of an item on the page begins with.
    pub(super) const ITEM: &str = "item-";
}

const ERRORS: &str = "checklist-errors";
const RESULT: &str = "result-heading";
/// The actions.
const ONLY_MISSING: &str = "only-missing";
const EVERY: &str = "every";
const CLEAR: &str = "clear";
const PUT_BACK: &str = "put-back";
const PRINT_BLANK: &str = "print-blank";

/// A list as it is being filled in.
pub struct Checklist {
    data: ChecklistData,
    /// What stands in the fields: see [`fields`].
    answers: Answers,
    /// Answers to no item of this edition of the list. They are kept as they came.
    strange: Vec<Answer>,
    /// Items whose mistakes are shown beside them: those that the reader has moved on from.
    told: Vec<String>,
    /// Whether the mistakes stand at the top as well.
    asked: bool,
    /// The places shown, while only what is missing is: what was missing when the button was pressed, so that nothing
    /// goes away from under the reader's hand.
    shown: Option<Vec<usize>>,
    /// Whether the button found nothing missing.
    nothing_missing: bool,
    /// What was cleared last, until something is entered.
    cleared: Option<Answers>,
    /// The items whose notes came filled in.
    noted: Vec<String>,
    /// The item that a link leads to.
    named: Option<String>,
    take_away: TakeAway,
    clock: fn() -> NaiveDate,
}

impl ChecklistData {
    /// The tool. `named` is the id of the item on the page that a link leads to, if one does; `clock` tells what day it
    /// is.
    pub fn tool(self, named: &str, clock: fn() -> NaiveDate) -> Checklist {
        let named = named.strip_prefix(on_page::ITEM).filter(|id| self.sheet.item(id).is_some());
        Checklist {
            answers: Answers::default(),
            strange: Vec::new(),
            told: Vec::new(),
            asked: false,
            shown: None,
            nothing_missing: false,
            cleared: None,
            noted: Vec::new(),
            named: named.map(str::to_owned),
            take_away: TakeAway::new(self.take_away.clone()),
            clock,
            data: self,
        }
    }
}

impl Tool for Checklist {
    fn pieces(&self) -> Vec<Piece> {
        let standing = self.standing();
        let is_blank = self.is_blank();
        let errors = self.errors(&standing);
        let mut pieces = self.bar(&standing);
        pieces.extend(self.groups(&errors));
        let see = element("button", "govuk-button", vec![text(self.data.words.see())]);
        pieces.push(see.with("type", "submit"));
        pieces.push(self.result(&standing, is_blank));
        if !is_blank {
            pieces.push(self.take_away.pieces(&Outcome::default(), &self.answers));
        }
        pieces.extend(self.last_buttons(is_blank));
        let form = element("form", "wm-checklist", pieces).with("id", "checklist");
        let form = form.with("novalidate", "").with("autocomplete", "off");
        let summary = self.asked.then(|| error_summary(ERRORS, &self.links(&standing), &self.data.input));
        summary.flatten().into_iter().chain([form]).collect()
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        let mut focus = None;
        match act {
            Act::Entered(id, value) => {
                self.take_away.forget();
                self.cleared = None;
                self.answers.set(id, value);
                let item = id.split_once('-').map(|(_, item)| item);
                self.tell_all_but(item);
                return None;
            }
            Act::Pressed(ONLY_MISSING) => {
                let missing = self.standing().missing;
                self.nothing_missing = missing.is_empty();
                self.shown = Some(missing).filter(|missing| !missing.is_empty());
            }
            Act::Pressed(EVERY) => {
                self.shown = None;
                focus = Some(ONLY_MISSING.to_owned());
            }
            Act::Pressed(CLEAR) => {
                self.cleared = Some(std::mem::take(&mut self.answers));
                self.shown = None;
                self.nothing_missing = false;
                self.noted.clear();
            }
            Act::Pressed(PUT_BACK) => {
                if let Some(answers) = self.cleared.take() {
                    self.answers = answers;
                }
            }
            Act::Pressed(PRINT_BLANK) => device::print_marked("blank"),
            Act::Pressed(action) => {
                let outcome = Outcome { pieces: vec![self.summary(&self.standing())], dates: Vec::new() };
                self.take_away.press(action, &outcome, &self.answers, (self.clock)());
            }
            Act::Sent(_) => {
                self.asked = true;
                focus = Some(RESULT.to_owned());
            }
            Act::Came(..) => {}
        }
        self.tell_all_but(None);
        if self.asked && matches!(act, Act::Sent(_)) { Some(ERRORS.to_owned()) } else { focus }
    }

    fn focus_at_start(&self) -> Focus {
        self.named.as_ref().map(|item| radio_id(&field(STATE, item), NOT_YET))
    }

    fn title_prefix(&self) -> Option<&str> {
        self.asked.then(|| self.data.input.error_prefix())
    }
}

impl Checklist {
    /// Every answer, to be kept: what has something in it.
    pub fn kept(&self) -> Vec<Answer> {
        let items = self.data.sheet.items().into_iter();
        let mut kept: Vec<Answer> =
            items.filter_map(|(_, item)| fields::answer(&self.answers, item)).collect();
        kept.extend_from_slice(&self.strange);
        kept
    }

    /// Takes answers that were kept in place of its own.
    pub fn restore(&mut self, answers: Vec<Answer>) {
        self.answers = Answers::default();
        let is_known = |answer: &Answer| self.data.sheet.item(answer.item.as_str()).is_some();
        let (known, strange): (Vec<Answer>, Vec<Answer>) = answers.into_iter().partition(is_known);
        known.iter().for_each(|answer| fields::set(&mut self.answers, answer));
        self.noted = known
            .iter()
            .filter(|answer| !answer.note.is_empty())
            .map(|answer| answer.item.as_str().to_owned())
            .collect();
        self.strange = strange;
        (self.shown, self.nothing_missing, self.cleared) = (None, false, None);
        self.asked = false;
        self.tell_all_but(None);
    }

    fn standing(&self) -> Standing {
        self.data.sheet.check(&self.kept())
    }

    fn is_blank(&self) -> bool {
        self.kept().is_empty()
    }

    /// Shows the mistakes of every item but the one that the reader is at: half an answer is no mistake yet.
    fn tell_all_but(&mut self, at: Option<&str>) {
        let problems = self.standing().problems;
        let wrong = problems.iter().filter(|problem| problem.kind != ProblemKind::NoSuchItem);
        let wrong: Vec<&str> = wrong.map(|problem| problem.item.as_str()).collect();
        let was_told = |item: &str| self.told.iter().any(|told| told == item);
        let told = wrong.iter().filter(|item| Some(**item) != at || was_told(item));
        self.told = told.map(|item| (*item).to_owned()).collect();
        self.asked &= !self.told.is_empty();
    }

    /// The mistakes that are shown.
    fn told_problems<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = &'a AnswerProblem> {
        let problems = standing.problems.iter();
        problems.filter(|problem| self.told.iter().any(|item| item == problem.item.as_str()))
    }

    /// Each mistake with the question that it stands at.
    fn errors(&self, standing: &Standing) -> Vec<FieldError> {
        let error = |problem| FieldError::new(&question_of(problem), self.sentence(problem));
        self.told_problems(standing).map(error).collect()
    }

    /// Each mistake with the field to go to.
    fn links(&self, standing: &Standing) -> Vec<FieldError> {
        let link = |problem| FieldError::new(&self.field_of(problem), self.sentence(problem));
        self.told_problems(standing).map(link).collect()
    }

    fn sentence(&self, problem: &AnswerProblem) -> String {
        problem.sentence(&self.data.words, &self.data.sheet)
    }

    /// Where a mistake is mended. Of radios it is the first.
    fn field_of(&self, problem: &AnswerProblem) -> String {
        let question = question_of(problem);
        let choices = self.data.sheet.item(problem.item.as_str()).and_then(|item| item.choices.first());
        match (problem.kind, choices) {
            (ProblemKind::NoReason, _) => question,
            (ProblemKind::NoChoice, Some((first, _))) => radio_id(&question, first.as_str()),
            _ => radio_id(&question, NOT_YET),
        }
    }
}

/// The question that a mistake is an answer to.
fn question_of(problem: &AnswerProblem) -> String {
    let kind = match problem.kind {
        ProblemKind::NoReason => REASON,
        ProblemKind::NoChoice => CHOICE,
        ProblemKind::AlwaysApplies | ProblemKind::NoSuchItem => STATE,
    };
    field(kind, problem.item.as_str())
}
