//! What to paste into supervision notes: plain text, with every citation.

use super::{Answer, AnswerProblem, ItemState, ProblemKind, Sheet, SheetGroup, SheetItem, Standing, Tally};
use crate::words::{ChecklistWords, fill};

/// What a summary needs beside the list and its answers.
pub struct SummaryParts<'a> {
    /// The words around it.
    pub words: &'a ChecklistWords,
    /// The document, its edition and its date.
    pub document: &'a str,
    /// What stands beside every rule of that document.
    pub rule_note: &'a str,
}

impl SummaryParts<'_> {
    /// The whole list as lines of plain text: how far it is, what is missing, what was set aside and why, notes.
    pub fn text(&self, sheet: &Sheet, answers: &[Answer], standing: &Standing) -> String {
        let words = self.words;
        let items = sheet.items();
        let answer = |item: &SheetItem| answers.iter().rfind(|answer| answer.item == item.id);
        let mut lines = vec![
            fill(words.summary_title(), &[("title", &sheet.title)]),
            fill(words.summary_document(), &[("document", self.document), ("covers", &sheet.covers)]),
            self.rule_note.to_owned(),
            String::new(),
        ];
        lines.extend(standing.progress(words));
        for (heading, always) in
            [(words.missing_heading(), true), (words.missing_where_relevant_heading(), false)]
        {
            let mut missing = Vec::new();
            for (group, item) in standing.missing.iter().map(|place| items[*place]) {
                if group.always == always {
                    missing.push(self.missing(group, item));
                }
            }
            section(&mut lines, heading, missing);
        }
        if standing.missing.is_empty() {
            lines.extend([String::new(), words.nothing_missing().to_owned()]);
        }
        let set_aside = standing.set_aside.iter().map(|place| {
            let (_, item) = items[*place];
            let reason = answer(item).map_or("", |answer| answer.reason.trim());
            fill(words.set_aside_line(), &[("item", &*self.item(item)), ("reason", reason)])
        });
        section(&mut lines, words.set_aside_heading(), set_aside.collect());
        let noted = items.iter().filter_map(|(_, item)| {
            let said = answer(item)?.said(item);
            (!said.is_empty()).then(|| fill(words.note_line(), &[("item", &item.text), ("note", &said)]))
        });
        section(&mut lines, words.notes_heading(), noted.collect());
        let problems = standing.problems.iter().map(|problem| problem.sentence(words, sheet));
        section(&mut lines, words.problems_heading(), problems.collect());
        lines.extend([String::new(), words.summary_end().to_owned()]);
        lines.join("\n") + "\n"
    }

    fn missing(&self, group: &SheetGroup, item: &SheetItem) -> String {
        let line = self.item(item);
        match group.condition(item) {
            Some(condition) => {
                fill(self.words.missing_only_if(), &[("item", &line), ("condition", condition)])
            }
            None => line,
        }
    }

    fn item(&self, item: &SheetItem) -> String {
        fill(self.words.item_line(), &[("item", &item.text), ("support", &item.support)])
    }
}

impl Answer {
    /// What was chosen and noted, as one line. Empty when neither was. A choice counts for what is recorded only.
    pub fn said(&self, item: &SheetItem) -> String {
        let is_chosen = |id| self.state == ItemState::Recorded && Some(id) == self.choice.as_ref();
        let chosen = item.choices.iter().find(|(id, _)| is_chosen(id)).map(|(_, words)| words.as_str());
        let note = Some(self.note.trim()).filter(|note| !note.is_empty());
        chosen.into_iter().chain(note).collect::<Vec<_>>().join(" ")
    }
}

impl AnswerProblem {
    /// What is wrong and how to mend it.
    pub fn sentence(&self, words: &ChecklistWords, sheet: &Sheet) -> String {
        let sentence = match self.kind {
            ProblemKind::NoReason => words.problem_no_reason(),
            ProblemKind::AlwaysApplies => words.problem_always_applies(),
            ProblemKind::NoChoice => words.problem_no_choice(),
            ProblemKind::NoSuchItem => words.problem_no_such_item(),
        };
        let item = sheet.item(self.item.as_str()).map_or(self.item.as_str(), |item| &item.text);
        fill(sentence, &[("item", item)])
    }
}

impl Standing {
    /// How far it is, a sentence for each sort of item that the list has.
    pub fn progress(&self, words: &ChecklistWords) -> Vec<String> {
        let sorts = [
            (self.always, words.progress_always(), words.progress_always_set_aside()),
            (self.where_relevant, words.progress_where_relevant(), words.progress_where_relevant_set_aside()),
        ];
        let sorts = sorts.into_iter().filter(|(tally, ..)| tally.all > 0);
        sorts.map(|(tally, plain, with_set_aside)| progress(tally, plain, with_set_aside)).collect()
    }
}

fn progress(tally: Tally, plain: &str, with_set_aside: &str) -> String {
    let sentence = if tally.set_aside > 0 { with_set_aside } else { plain };
    let (recorded, expected) = (tally.recorded.to_string(), tally.expected().to_string());
    let set_aside = tally.set_aside.to_string();
    fill(sentence, &[("recorded", &recorded), ("expected", &expected), ("set_aside", &set_aside)])
}

fn section(lines: &mut Vec<String>, heading: &str, items: Vec<String>) {
    if !items.is_empty() {
        lines.extend([String::new(), heading.to_owned()]);
        lines.extend(items.into_iter().map(|item| format!("- {item}")));
    }
}
