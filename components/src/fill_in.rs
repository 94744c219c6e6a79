//! Filling in a form or letter: its fields on screen, what a check of it finds, and the page as it prints.
//!
//! Which part shows, what is missing and what stands on the paper all come from the form's own engine in `content`. What
//! is filled in stays in memory: [`FillIn::kept`] and [`FillIn::restore`] are for what keeps a case.

mod check;
mod field;
mod kept;
mod leave;
mod place;
mod rows;
#[cfg(test)]
mod tests;

use waymark_content::calendar::{CalendarFile, Closure, WorkingDayCalendar};
use waymark_content::date::DateNames;
use waymark_content::deadline::ClockRule;
use waymark_content::form::{
    Answers, Copy, Document, Filled, Form, Limits, PartKind, Problem, Section, Standing, Surroundings, Text,
    TextStyle, Where,
};
use waymark_content::packed;
use waymark_content::words::{DateInputWords, FormToolWords, FormWords, fill};

use crate::host::{Act, Focus, Later, Tool};
use crate::piece::{Piece, element, text};
use check::{Checked, SUMMARY};
use rows::{button, capital, said};

/// What the tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct FillInData {
    /// The form, without what its page says.
    pub form: Form,
    /// The time limits that it counts by.
    pub rules: Vec<ClockRule>,
    /// The working days to count by. Empty where it counts none.
    pub calendar: Option<CalendarFile>,
    /// Days on which the publisher of this copy is closed: no working days.
    pub closures: Vec<Closure>,
    /// How much may be filled in.
    pub limits: Limits,
    /// What stands on paper.
    pub words: FormWords,
    /// What filling in says.
    pub tool: FormToolWords,
    /// The date fields.
    pub input: DateInputWords,
    /// Names of days and months.
    pub names: DateNames,
}

packed!(FillInData { form, rules, calendar, closures, limits, words, tool, input, names });

/// The id of what the check button sends.
const FORM: &str = "form";
const CLEAR: &str = "clear";
/// The id of its button: there the focus goes when the way back has gone.
const CLEAR_ID: &str = "form_clear";
const UNDO: &str = "undo";
const ADD_SHEET: &str = "add-sheet";
const REMOVE_SHEET: &str = "remove-sheet";
/// The action that shows another of several, with its place.
const SHEET: &str = "sheet ";

/// A form being filled in.
pub struct FillIn {
    data: FillInData,
    calendar: Option<WorkingDayCalendar>,
    /// What is filled in: once, or for each of what the form is for. Never empty.
    sheets: Vec<Answers>,
    /// Copies from a case that do not fit this edition of the form. They are kept as they came.
    strange: Vec<Answers>,
    /// The one that is shown.
    now: usize,
    /// Which copy goes onto paper.
    copy: Copy,
    /// What the check found when it was last asked for.
    found: Option<Vec<Problem>>,
    /// Printed rows that are open, by their ids on the page.
    open_rows: Vec<String>,
    /// What was done last, and how it was before.
    told: String,
    before: Option<(Vec<Answers>, usize)>,
    /// What was taken away last.
    took: String,
    /// Where the part of the site is that makes files for a word processor.
    docx: String,
    begun: Vec<Later>,
}

impl FillInData {
    /// The tool. `docx` is the address of what makes files for a word processor. `None` when the calendar is wrong.
    pub fn tool(self, docx: String) -> Option<FillIn> {
        let calendar = match &self.calendar {
            Some(file) => Some(WorkingDayCalendar::try_from(file).ok()?.with_closures(&self.closures)),
            None => None,
        };
        Some(FillIn {
            data: self,
            calendar,
            sheets: vec![Answers::default()],
            strange: Vec::new(),
            now: 0,
            copy: Copy::Full,
            found: None,
            open_rows: Vec::new(),
            told: String::new(),
            before: None,
            took: String::new(),
            docx,
            begun: Vec::new(),
        })
    }
}

impl Tool for FillIn {
    fn pieces(&self) -> Vec<Piece> {
        let filled = self.filled();
        let checked = self.checked(&filled);
        let (words, tool) = (&self.data.words, &self.data.tool);
        let mut pieces: Vec<Piece> = self.summary(&checked).into_iter().collect();
        pieces.extend(self.sheet_choice());
        let mut form = vec![element("p", "govuk-hint", vec![text(words.autocomplete())])];
        if self.data.form.never_kept {
            form.push(element("p", "wm-strong", vec![text(tool.never_kept())]));
        }
        let mark = fill(words.mark_explained(), &[("mark", words.mark())]);
        form.push(element("p", "govuk-hint", vec![text(mark)]));
        for (place, section) in self.data.form.sections.iter().enumerate() {
            form.extend(self.section(place, section, &filled, &checked));
        }
        form.extend([
            element("button", "govuk-button", vec![text(tool.check())]).with("type", "submit"),
            text(" "),
            button(tool.clear(), CLEAR).with("id", CLEAR_ID),
        ]);
        let form = element("form", "wm-fill-in wm-screen-only", form).with("id", FORM);
        pieces.push(form.with("novalidate", "").with("autocomplete", "off"));
        pieces.push(self.told());
        pieces.extend(self.kept_aside(&filled));
        pieces.push(self.preview(&filled.document(self.copy)));
        pieces
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        match act {
            Act::Entered(leave::WHICH, value) => self.choose_copy(value),
            Act::Entered(id, value) => {
                if place::put(&self.data.form, &mut self.sheets[self.now], id, value).is_some() {
                    self.forget_told();
                }
            }
            Act::Sent(_) => {
                self.check();
                return Some(SUMMARY.to_owned());
            }
            Act::Pressed(action) => return self.press(action),
            Act::Came(_, file) => self.came(file),
        }
        None
    }

    fn begun(&mut self) -> Vec<Later> {
        std::mem::take(&mut self.begun)
    }

    fn title_prefix(&self) -> Option<&str> {
        self.checked(&self.filled()).has_errors().then(|| self.data.input.error_prefix())
    }
}

impl FillIn {
    /// What is filled in, for what keeps a case: one for each, and nothing where the form must not be kept.
    pub fn kept(&self) -> Vec<Answers> {
        let is_blank = self.sheets.iter().all(Answers::is_blank);
        if self.data.form.never_kept || is_blank { Vec::new() } else { self.sheets.clone() }
    }

    /// Takes over what was kept, or leaves everything as it is and says why it does not fit this form.
    ///
    /// # Errors
    /// A sentence for each answer that does not fit.
    pub fn restore(&mut self, kept: Vec<Answers>) -> Result<(), Vec<String>> {
        let limits = &self.data.limits;
        let refusals = kept.iter().flat_map(|answers| self.data.form.refusals(answers, limits));
        let refusals: Vec<String> = refusals.map(|refusal| refusal.says(&self.data.words)).collect();
        if !refusals.is_empty() {
            return Err(refusals);
        }
        self.sheets = if kept.is_empty() { vec![Answers::default()] } else { kept };
        self.show(0);
        Ok(())
    }

    fn answers(&self) -> &Answers {
        &self.sheets[self.now]
    }

    fn answers_mut(&mut self) -> &mut Answers {
        &mut self.sheets[self.now]
    }

    fn filled(&self) -> Filled<'_> {
        let with = Surroundings {
            words: &self.data.words,
            date_words: &self.data.input,
            dates: &self.data.names,
            limits: &self.data.limits,
            rules: &self.data.rules,
            calendar: self.calendar.as_ref(),
        };
        self.data.form.fill_in(self.answers(), with)
    }

    fn document(&self) -> Document {
        self.filled().document(self.copy)
    }

    /// What was found and still holds. What is new since comes with the next check: nobody is interrupted.
    fn checked(&self, filled: &Filled<'_>) -> Checked<'_> {
        let Some(found) = &self.found else { return Checked(Vec::new()) };
        let now = filled.problems();
        Checked(found.iter().filter(|problem| now.contains(problem)).collect())
    }

    /// A section on screen: its fields, what waits for an answer, and advice.
    fn section(
        &self,
        place: usize,
        section: &Section,
        filled: &Filled<'_>,
        checked: &Checked<'_>,
    ) -> Option<Piece> {
        let is_asked = section.parts.iter().any(|part| !matches!(part.kind(), PartKind::Text(_)));
        if filled.section(place) == Standing::Hidden || section.on == Where::Paper || !is_asked {
            return None;
        }
        let mut pieces = vec![element("h2", "govuk-heading-m", vec![text(&*section.title)])];
        let whole = section.only_if.as_deref().filter(|_| filled.section(place) == Standing::Open);
        let mut waiting: Option<(&str, Vec<&str>)> = None;
        for (number, part) in section.parts.iter().enumerate() {
            let standing = filled.part(place, number);
            let condition = whole.or(part.only_if.as_deref()).filter(|_| standing == Standing::Open);
            let is_blank = match part.kind() {
                PartKind::Text(_) => true,
                PartKind::Field(field) => filled.value(&field.id).is_none(),
                PartKind::Table(table) => self.answers().tables.get(&table.id).is_none_or(Vec::is_empty),
            };
            if let Some(condition) = condition.filter(|_| is_blank) {
                // What waits for the same answer stands in one line.
                let name = match part.kind() {
                    PartKind::Text(_) => continue,
                    PartKind::Field(field) => &*field.label,
                    PartKind::Table(table) => &*table.label,
                };
                match &mut waiting {
                    Some((same, names)) if *same == condition => names.push(name),
                    _ => {
                        pieces.extend(self.waiting(waiting.take()));
                        waiting = Some((condition, vec![name]));
                    }
                }
                continue;
            }
            pieces.extend(self.waiting(waiting.take()));
            if standing == Standing::Hidden {
                continue;
            }
            match part.kind() {
                PartKind::Text(text) => pieces.extend(self.advice(text)),
                PartKind::Field(field) => {
                    let value = self.answers().values.get(&field.id);
                    let found = checked.of(&field.id, None);
                    pieces.push(self.field(field, None, value, filled.derived(field), &found));
                }
                PartKind::Table(table) => pieces.extend(self.table(table, filled, checked)),
            }
        }
        pieces.extend(self.waiting(waiting));
        Some(element("section", "wm-fill-in__section", pieces).with("id", format!("s_{}", section.id)))
    }

    /// What waits for an answer, in one line.
    fn waiting(&self, waiting: Option<(&str, Vec<&str>)>) -> Option<Piece> {
        let (condition, names) = waiting?;
        let only_if = fill(self.data.words.only_if(), &[("condition", condition)]);
        Some(element("p", "wm-waiting", vec![text(format!("{only_if} {}", names.join("; ")))]))
    }

    /// Words on screen. What has answers in it reads whole in the preview.
    fn advice(&self, words: &Text) -> Option<Piece> {
        if !words.on.on_screen() || words.text.contains('{') {
            return None;
        }
        let mut pieces = vec![text(&*words.text)];
        pieces.extend(self.mark(words.ours));
        let class = if words.style == TextStyle::Warning { "wm-strong" } else { "govuk-body" };
        let tag = if words.style == TextStyle::Heading { "h3" } else { "p" };
        Some(element(tag, class, pieces))
    }

    /// Which of several is shown, and the others.
    fn sheet_choice(&self) -> Option<Piece> {
        let thing = self.data.form.one_for_each.as_deref()?;
        let tool = &self.data.tool;
        let named = |template: &str, place: usize| {
            capital(fill(template, &[("thing", thing), ("number", &(place + 1).to_string())]))
        };
        let heading = element("h2", "govuk-heading-s", vec![text(named(tool.sheets(), 0))]);
        let items = (0..self.sheets.len()).map(|place| {
            let id = format!("sheet_{place}");
            let inside = if place == self.now {
                element("strong", "", vec![text(named(tool.sheet_here(), place))])
                    .with("tabindex", "-1")
                    .with("id", id)
            } else {
                button(&named(tool.sheet(), place), &format!("{SHEET}{place}")).with("id", id)
            };
            element("li", "", vec![inside])
        });
        let mut pieces = vec![heading, element("ul", "govuk-list wm-sheets", items.collect())];
        pieces.push(button(&named(tool.sheet_add(), 0), ADD_SHEET));
        if self.sheets.len() > 1 {
            pieces.push(button(&named(tool.sheet_remove(), self.now), REMOVE_SHEET));
        }
        Some(element("div", "wm-screen-only", pieces))
    }

    /// What was done last, with the way back.
    fn told(&self) -> Piece {
        let mut pieces = vec![text(&*self.told)];
        if self.before.is_some() {
            pieces.extend([text(" "), button(self.data.tool.undo(), UNDO)]);
        }
        element("div", "govuk-body wm-screen-only", pieces).with("role", "status")
    }

    /// What is kept and does not stand on the paper.
    fn kept_aside(&self, filled: &Filled<'_>) -> Option<Piece> {
        let aside = filled.kept_aside();
        let labels = self.data.form.parts().filter_map(|(_, part)| match part.kind() {
            PartKind::Field(field) if aside.contains(&&field.id) => Some(&field.label),
            PartKind::Table(table) if aside.contains(&&table.id) => Some(&table.label),
            _ => None,
        });
        let items: Vec<Piece> = labels.map(|label| element("li", "", vec![text(label)])).collect();
        (!items.is_empty()).then(|| {
            let list = element("ul", "govuk-list govuk-list--bullet", items);
            element("div", "wm-aside wm-screen-only", vec![said(self.data.words.kept_aside()), list])
        })
    }

    fn press(&mut self, action: &str) -> Focus {
        if let Some(focus) = self.press_row(action) {
            return focus;
        }
        let thing = self.data.form.one_for_each.clone().unwrap_or_default();
        match action {
            CLEAR => {
                self.can_undo();
                self.sheets[self.now] = Answers::default();
                self.found = None;
                self.tell(self.data.tool.cleared().to_owned());
            }
            UNDO => {
                let (sheets, now) = self.before.take()?;
                self.sheets = sheets;
                self.show(now);
                self.told = self.data.tool.undone().to_owned();
                return Some(CLEAR_ID.to_owned());
            }
            ADD_SHEET => {
                self.sheets.push(Answers::default());
                self.show(self.sheets.len() - 1);
                return Some(format!("sheet_{}", self.now));
            }
            REMOVE_SHEET if self.sheets.len() > 1 => {
                self.can_undo();
                let number = (self.now + 1).to_string();
                let told = fill(self.data.tool.sheet_removed(), &[("thing", &thing), ("number", &number)]);
                self.sheets.remove(self.now);
                self.found = None;
                self.now = self.now.min(self.sheets.len() - 1);
                self.tell(told);
                return Some(format!("sheet_{}", self.now));
            }
            other => match other.strip_prefix(SHEET).and_then(|place| place.parse().ok()) {
                Some(place) if place < self.sheets.len() => {
                    self.show(place);
                    return Some(format!("sheet_{place}"));
                }
                _ => self.leave(other),
            },
        }
        None
    }

    /// Shows one of several.
    fn show(&mut self, place: usize) {
        self.now = place;
        self.found = None;
        self.open_rows.clear();
        self.forget_told();
    }

    /// Remembers how it is, before something goes.
    fn can_undo(&mut self) {
        self.before = Some((self.sheets.clone(), self.now));
    }

    fn tell(&mut self, told: String) {
        self.told = told;
        self.took.clear();
    }

    /// What was told belongs to what stood there before. So does the way back: it would take newer answers along.
    fn forget_told(&mut self) {
        self.told.clear();
        self.took.clear();
        self.before = None;
    }
}
