//! Questions, a button, and below them what comes of the answers.
//!
//! An answer is shown only for what stands in the fields: whoever types on sees it go.

use waymark_content::words::DateInputWords;

use crate::answers::Answers;
use crate::host::Focus;
use crate::piece::{Piece, element, text};
use crate::question::{FieldError, Question, error_summary};
use crate::take_away::DatedLine;

/// What comes of the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What to show.
    pub pieces: Vec<Piece>,
    /// The dates in it, to be taken away. Empty where there are none.
    pub dates: Vec<DatedLine>,
}

/// What came of pressing the button: an outcome, or every mistake in the order of the questions.
pub type Worked = Result<Outcome, Vec<FieldError>>;

/// A form as it stands.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Its id; other ids begin with it.
    id: &'static str,
    /// What was asked and answered when the button was last pressed, with what came of it.
    asked: Option<(Vec<String>, Worked)>,
    /// The questions of then, by their ids.
    legends: Vec<(String, String)>,
}

/// The id of the form that a tool's answer belongs to.
pub const MAIN: &str = "form";

/// The heading of an answer, which takes the focus when the answer comes.
pub fn answer_heading(words: &str) -> Piece {
    let heading = element("h2", "govuk-heading-m", vec![text(words)]);
    heading.with("id", format!("{MAIN}-answer")).with("tabindex", "-1")
}

impl Form {
    /// A form that nobody has sent yet.
    pub fn new(id: &'static str) -> Self {
        Self { id, asked: None, legends: Vec::new() }
    }

    /// Whether an act is the sending of this form.
    pub fn is(&self, sent: &str) -> bool {
        self.id == sent
    }

    /// Takes in what came of pressing the button. The focus goes to the answer, or to what is wrong.
    pub fn ask(&mut self, questions: &[Question], answers: &Answers, worked: Worked) -> Focus {
        let focus = if worked.is_ok() { format!("{}-answer", self.id) } else { self.errors_id() };
        let legend = |question: &Question| (question.id.clone(), question.legend.clone());
        self.legends = questions.iter().map(legend).collect();
        self.asked = Some((typed(questions, answers), worked));
        Some(focus)
    }

    /// Whether there is an outcome or a mistake that a change of the settings would change.
    pub fn was_asked(&self) -> bool {
        self.asked.is_some()
    }

    /// The same answers, worked out anew: the settings have changed.
    pub fn work_again(&mut self, worked: Worked) {
        if let Some((_, held)) = &mut self.asked {
            *held = worked;
        }
    }

    /// Forgets a mistake whose question is no longer asked, or asks for something else now.
    pub fn forget_unasked(&mut self, questions: &[Question]) {
        let was = |id: &str| self.legends.iter().find(|(known, _)| known == id).map(|(_, legend)| legend);
        let is_asked = |error: &FieldError| {
            let mut questions = questions.iter();
            questions.any(|now| now.id == error.question && was(&now.id) == Some(&now.legend))
        };
        if !self.errors().iter().all(is_asked) {
            self.asked = None;
        }
    }

    fn errors_id(&self) -> String {
        format!("{}-errors", self.id)
    }

    /// What is wrong.
    pub fn errors(&self) -> &[FieldError] {
        match &self.asked {
            Some((_, Err(errors))) => errors,
            _ => &[],
        }
    }

    /// What came of the answers, as long as they still stand.
    pub fn outcome(&self, questions: &[Question], answers: &Answers) -> Option<&Outcome> {
        match &self.asked {
            Some((asked, Ok(outcome))) if *asked == typed(questions, answers) => Some(outcome),
            _ => None,
        }
    }

    /// What came of it, whatever stands in the fields now: for a form that clears them.
    pub fn told_pieces(&self) -> Vec<Piece> {
        match &self.asked {
            Some((_, Ok(outcome))) => outcome.pieces.clone(),
            _ => Vec::new(),
        }
    }

    /// The questions with the button. `more` stands between them.
    pub fn pieces(
        &self,
        questions: &[Question],
        answers: &Answers,
        more: Option<Piece>,
        button: &str,
        words: &DateInputWords,
    ) -> Vec<Piece> {
        let mut pieces: Vec<Piece> =
            questions.iter().map(|question| question.pieces(answers, self.errors(), Some(words))).collect();
        pieces.extend(more);
        pieces.push(element("button", "govuk-button", vec![text(button)]).with("type", "submit"));
        let form = element("form", "", pieces).with("id", self.id);
        let form = form.with("novalidate", "").with("autocomplete", "off");
        error_summary(&self.errors_id(), self.errors(), words).into_iter().chain([form]).collect()
    }

    /// What stands below: the outcome, or that it is one for other answers.
    pub fn outcome_pieces(&self, questions: &[Question], answers: &Answers, stale: &str) -> Piece {
        let pieces = match (&self.asked, self.outcome(questions, answers)) {
            (_, Some(outcome)) => outcome.pieces.clone(),
            (Some((_, Ok(_))), None) => {
                vec![element("p", "wm-stale", vec![text(stale)]).with("role", "status")]
            }
            _ => Vec::new(),
        };
        element("div", "wm-answers", pieces).with("id", format!("{}-outcome", self.id))
    }
}

fn typed(questions: &[Question], answers: &Answers) -> Vec<String> {
    questions.iter().flat_map(|question| question.typed(answers)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::Field;

    fn questions() -> Vec<Question> {
        vec![
            Question::new("when", "When?", Field::Date),
            Question::new("how-many", "How many?", Field::Number),
        ]
    }

    #[test]
    fn an_outcome_shows_only_for_what_stands_in_the_fields() {
        let (questions, mut answers, mut form) = (questions(), Answers::default(), Form::new("form"));
        answers.set("how-many", "3");
        assert_eq!(form.ask(&questions, &answers, Ok(Outcome::default())), Some("form-answer".to_owned()));
        assert!(form.outcome(&questions, &answers).is_some());
        answers.set("how-many", "30");
        assert!(form.outcome(&questions, &answers).is_none());
        assert!(form.outcome_pieces(&questions, &answers, "Changed").to_text().contains("Changed"));
        answers.set("how-many", "3");
        assert!(form.outcome(&questions, &answers).is_some());
    }

    #[test]
    fn a_mistake_goes_with_its_question() {
        let (mut questions, answers, mut form) = (questions(), Answers::default(), Form::new("form"));
        let errors = vec![FieldError::new("how-many", "Enter a number")];
        assert_eq!(form.ask(&questions, &answers, Err(errors)), Some("form-errors".to_owned()));
        form.forget_unasked(&questions);
        assert_eq!(form.errors().len(), 1);
        questions.pop();
        form.forget_unasked(&questions);
        assert!(form.errors().is_empty());
    }
}
