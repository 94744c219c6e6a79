//! What every deadlines tool is made of: the settings, its questions, its answer, and the ways to take it away.

use waymark_content::case::Case;
use waymark_content::words::{DeadlineWords, fill};

use super::counting::Counting;
use super::settings::{Set, Settings};
use crate::answers::Answers;
use crate::case::CasePart;
use crate::form::{Form, MAIN, Worked};
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, element, text};
use crate::question::Question;
use crate::take_away::TakeAway;

/// What one tool asks and answers.
pub(super) trait Asks {
    /// What is asked, given what stands in the fields.
    fn questions(&self, counting: &Counting, answers: &Answers) -> Vec<Question>;

    /// What comes of it.
    fn work(&self, counting: &Counting, answers: &Answers) -> Worked;

    /// What its button says.
    fn button(&self) -> &str;

    /// What the tools say about due dates.
    fn words(&self) -> &DeadlineWords;

    /// What stands between the questions and the button.
    fn more(&self, _answers: &Answers) -> Option<Piece> {
        None
    }

    /// Takes in what was pressed there. Where the focus goes.
    fn press(&mut self, _action: &str, _answers: &Answers) -> Focus {
        None
    }

    /// Where the focus goes when the tool comes to life.
    fn focus_at_start(&self) -> Focus {
        None
    }

    /// Puts what stands in the fields into a case.
    fn put_into(&self, _answers: &Answers, _case: &mut Case) {}

    /// Asks for what a case has, and nothing else.
    fn take_from(&mut self, _case: &Case) -> Answers {
        Answers::default()
    }
}

/// A tool that works out dates.
pub struct DatesTool {
    settings: Settings,
    asks: Box<dyn Asks>,
    answers: Answers,
    form: Form,
    take_away: TakeAway,
}

impl DatesTool {
    /// A tool that asks this. `answers` is what stands in its fields from the start.
    pub(super) fn new(counting: Counting, asks: Box<dyn Asks>, answers: Answers) -> Self {
        let take_away = TakeAway::new(counting.data.take_away.clone());
        Self { settings: Settings::new(counting), asks, answers, form: Form::new(MAIN), take_away }
    }

    fn counting(&self) -> &Counting {
        &self.settings.counting
    }

    fn questions(&self) -> Vec<Question> {
        self.asks.questions(self.counting(), &self.answers)
    }
}

impl Tool for DatesTool {
    fn pieces(&self) -> Vec<Piece> {
        let questions = self.questions();
        let (words, button) = (self.asks.words(), self.asks.button());
        let input = &self.counting().data.input;
        let more = self.asks.more(&self.answers);
        let mut pieces = self.settings.pieces();
        pieces.extend(self.form.pieces(&questions, &self.answers, more, button, input));
        let stale = fill(words.stale(), &[("button", button)]);
        pieces.push(self.form.outcome_pieces(&questions, &self.answers, &stale));
        if let Some(outcome) = self.form.outcome(&questions, &self.answers) {
            pieces.push(self.take_away.pieces(outcome, &self.answers));
            pieces.push(element("p", "wm-print-only", vec![text(words.personal())]));
        }
        pieces
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        match self.settings.take(act) {
            Set::NotHere => {}
            Set::Here(focus) => return focus,
            Set::Changed(focus) => {
                if self.form.was_asked() {
                    let worked = self.asks.work(self.counting(), &self.answers);
                    self.form.work_again(worked);
                }
                return focus;
            }
        }
        match act {
            Act::Entered(id, value) => {
                self.answers.set(id, value);
                let questions = self.questions();
                self.form.forget_unasked(&questions);
                None
            }
            Act::Sent(form) if self.form.is(form) => {
                self.take_away.forget();
                let worked = self.asks.work(self.counting(), &self.answers);
                let questions = self.questions();
                self.form.ask(&questions, &self.answers, worked)
            }
            Act::Sent(_) | Act::Came(..) => None,
            Act::Pressed(action) => {
                let questions = self.questions();
                let today = self.counting().today();
                if let Some(outcome) = self.form.outcome(&questions, &self.answers) {
                    self.take_away.press(action, outcome, &self.answers, today);
                }
                self.asks.press(action, &self.answers)
            }
        }
    }

    fn focus_at_start(&self) -> Focus {
        self.asks.focus_at_start()
    }

    fn title_prefix(&self) -> Option<&str> {
        let is_wrong = self.settings.is_mistaken() || !self.form.errors().is_empty();
        is_wrong.then(|| self.counting().data.input.error_prefix())
    }
}

impl CasePart for DatesTool {
    fn put_into(&self, case: &mut Case) {
        self.asks.put_into(&self.answers, case);
    }

    fn take_from(&mut self, case: &Case) -> usize {
        self.answers = self.asks.take_from(case);
        self.form = Form::new(MAIN);
        self.take_away.forget();
        // Dates that are all there and right are worked out at once. What is not is not held against the reader yet.
        if let Ok(outcome) = self.asks.work(self.counting(), &self.answers) {
            let questions = self.questions();
            self.form.ask(&questions, &self.answers, Ok(outcome));
        }
        // Dates that this edition does not ask for are named with the case.
        0
    }
}
