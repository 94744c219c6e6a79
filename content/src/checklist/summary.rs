//! What to paste into supervision notes: plain text, with every citation.

use super::{Answer, Applies, Checked, Item, Missing, ProblemKind, RecordChecklist, Tally};
use crate::id::StatementId;
use crate::statement::Strength;
use crate::words::{ChecklistWords, fill};

/// What a summary needs beside the list and its answers.
pub struct SummaryParts<'a> {
    /// The words around it.
    pub words: &'a ChecklistWords,
    /// The document, its edition and its date.
    pub document: &'a str,
    /// What stands beside every rule of that document.
    pub rule_note: &'a str,
    /// The word for how strongly a source puts something.
    pub strength: &'a dyn Fn(Strength) -> String,
    /// Where statements stand, as a reader finds it: "Working Together 2015, para 37".
    pub citation: &'a dyn Fn(&[StatementId]) -> String,
}

impl SummaryParts<'_> {
    /// The whole list as lines of plain text: how far it is, what is missing, what was set aside and why, notes.
    pub fn text(&self, list: &RecordChecklist, answers: &[Answer], checked: &Checked<'_>) -> String {
        let words = self.words;
        let mut lines = vec![
            fill(words.summary_title(), &[("title", &list.title)]),
            fill(words.summary_document(), &[("document", self.document), ("covers", &list.covers)]),
            self.rule_note.to_owned(),
            String::new(),
        ];
        let tallies = [
            (checked.always, words.progress_always(), words.progress_always_set_aside()),
            (
                checked.where_relevant,
                words.progress_where_relevant(),
                words.progress_where_relevant_set_aside(),
            ),
        ];
        lines.extend(
            tallies
                .into_iter()
                .filter(|(tally, ..)| tally.all > 0)
                .map(|(tally, plain, with)| progress(tally, plain, with)),
        );
        for (heading, applies) in [
            (words.missing_heading(), Applies::Always),
            (words.missing_where_relevant_heading(), Applies::WhereRelevant),
        ] {
            let missing: Vec<&Missing<'_>> =
                checked.missing.iter().filter(|missing| missing.group.applies == applies).collect();
            section(&mut lines, heading, missing.into_iter().map(|missing| self.missing(missing)));
        }
        if checked.missing.is_empty() {
            lines.extend([String::new(), words.nothing_missing().to_owned()]);
        }
        let set_aside = checked.set_aside.iter().map(|aside| {
            let values = [("item", &*self.item(aside.item)), ("reason", aside.reason)];
            fill(words.set_aside_line(), &values)
        });
        section(&mut lines, words.set_aside_heading(), set_aside);
        let noted = list.items().filter_map(|(_, item)| {
            let answer = answers.iter().rfind(|answer| answer.item == item.id)?;
            let chosen = item.choices.iter().find(|choice| Some(&choice.id) == answer.choice.as_ref());
            let chosen = chosen.map(|choice| choice.text.as_str());
            let note = Some(answer.note.trim()).filter(|note| !note.is_empty());
            let said: Vec<&str> = chosen.into_iter().chain(note).collect();
            (!said.is_empty())
                .then(|| fill(words.note_line(), &[("item", &item.text), ("note", &said.join(" "))]))
        });
        section(&mut lines, words.notes_heading(), noted);
        let problems = checked.problems.iter().map(|problem| {
            let sentence = match problem.kind {
                ProblemKind::NoReason => words.problem_no_reason(),
                ProblemKind::AlwaysApplies => words.problem_always_applies(),
                ProblemKind::NoChoice => words.problem_no_choice(),
                ProblemKind::NoSuchItem => words.problem_no_such_item(),
            };
            let item = list.item(&problem.item).map_or(problem.item.as_str(), |(_, item)| &item.text);
            fill(sentence, &[("item", item)])
        });
        section(&mut lines, words.problems_heading(), problems);
        lines.extend([String::new(), words.summary_end().to_owned()]);
        lines.join("\n") + "\n"
    }

    fn missing(&self, missing: &Missing<'_>) -> String {
        let item = self.item(missing.item);
        match missing.group.condition(missing.item) {
            Some(condition) => {
                fill(self.words.missing_only_if(), &[("item", &item), ("condition", condition)])
            }
            None => item,
        }
    }

    fn item(&self, item: &Item) -> String {
        let (strength, citation) = ((self.strength)(item.strength), (self.citation)(&item.cites));
        let values = [("item", &*item.text), ("strength", &strength), ("citation", &citation)];
        fill(self.words.item_line(), &values)
    }
}

fn progress(tally: Tally, plain: &str, with_set_aside: &str) -> String {
    let sentence = if tally.set_aside > 0 { with_set_aside } else { plain };
    let (recorded, expected) = (tally.recorded.to_string(), tally.expected().to_string());
    let set_aside = tally.set_aside.to_string();
    fill(sentence, &[("recorded", &recorded), ("expected", &expected), ("set_aside", &set_aside)])
}

fn section(lines: &mut Vec<String>, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.map(|item| format!("- {item}")).peekable();
    if items.peek().is_some() {
        lines.extend([String::new(), heading.to_owned()]);
        lines.extend(items);
    }
}
