//! The page of kept cases: what is kept on this device, when it goes, and how to be rid of it.

use std::rc::Rc;

use chrono::NaiveDate;
use waymark_content::case::{CaseFile, Held};
use waymark_content::packed;
use waymark_content::words::{CasesWords, fill};

use super::bar::{alert, button};
use super::cases::{KEY, Listed};
use super::data::CaseData;
use super::keeper::{Keeper, Next, TOLD};
use super::shelf::{Device, Shelf};
use crate::display_settings;
use crate::host::{Act, Focus, Later, Tool};
use crate::piece::{Piece, element, paragraph, text};

/// What the page needs beside what every bar needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CasesPageData {
    /// What it says.
    pub words: CasesWords,
}

packed!(CasesPageData { words });

/// Its actions; behind the first three stands the id of a case.
const OPEN: &str = "cases-open:";
const SAVE: &str = "cases-save:";
const REMOVE: &str = "cases-remove:";
const REMOVE_YES: &str = "cases-remove-yes";
const REMOVE_NO: &str = "cases-remove-no";
const ALL: &str = "cases-remove-all";
const ALL_YES: &str = "cases-remove-all-yes";
/// What is asked before anything is removed.
const ASKED: &str = "cases-asked";

/// What is to be removed.
enum Removal {
    One(String),
    Everything,
}

struct CasesPage {
    words: CasesWords,
    keeper: Keeper,
    /// What the reader is asked about.
    removal: Option<Removal>,
}

impl CasesPageData {
    /// The page's tool. `clock` tells what day it is, `ended` whether the time of this tab's case was just over.
    pub fn tool(self, case: CaseData, clock: fn() -> NaiveDate, ended: bool) -> impl Tool {
        self.on(Rc::new(Device), case, clock, ended)
    }

    fn on(self, shelf: Rc<dyn Shelf>, case: CaseData, clock: fn() -> NaiveDate, ended: bool) -> CasesPage {
        let keeper = Keeper::new(case, shelf, clock, ended);
        CasesPage { words: self.words, keeper, removal: None }
    }
}

impl Tool for CasesPage {
    fn pieces(&self) -> Vec<Piece> {
        let words = &self.words;
        let heading = |words: &str| element("h2", "govuk-heading-m", vec![text(words)]);
        let listed = self.keeper.open.cases.list();
        let mut pieces = vec![self.keeper.bar(0), heading(words.list())];
        if listed.is_empty() {
            pieces.push(paragraph(vec![text(words.none())]));
        } else {
            let items = listed.iter().map(|listed| self.item(listed));
            pieces.push(element("ul", "govuk-list wm-cases", items.collect()));
        }
        let others = self.others();
        if !others.is_empty() {
            pieces.push(paragraph(vec![text(words.also())]));
            pieces.push(bullets(&others));
        }
        pieces.push(heading(words.remove_all_heading()));
        pieces.extend(match &self.removal {
            Some(Removal::Everything) => self.everything(&listed, &others),
            _ => vec![button(words.remove_all(), ALL)],
        });
        pieces
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        if let Some(done) = self.keeper.take(act) {
            return done.focus;
        }
        let Act::Pressed(action) = act else { return None };
        if let Some(id) = action.strip_prefix(OPEN) {
            return self.keeper.go_on_to(Next::Kept(id.to_owned())).focus;
        }
        if let Some(id) = action.strip_prefix(SAVE) {
            let found = self.keeper.open.cases.find(id);
            return found.and_then(Result::ok).and_then(|file| self.keeper.save_as_file(&file).focus);
        }
        if let Some(id) = action.strip_prefix(REMOVE) {
            self.removal = Some(Removal::One(id.to_owned()));
            return Some(ASKED.to_owned());
        }
        match action {
            ALL => {
                self.removal = Some(Removal::Everything);
                Some(ASKED.to_owned())
            }
            REMOVE_YES | ALL_YES => self.remove(),
            _ => {
                self.removal = None;
                Some(TOLD.to_owned())
            }
        }
    }

    fn begun(&mut self) -> Vec<Later> {
        self.keeper.begun()
    }
}

impl CasesPage {
    fn remove(&mut self) -> Focus {
        let words = &self.words;
        let told = match self.removal.take()? {
            Removal::One(id) => {
                self.keeper.open.cases.remove(&id);
                if self.keeper.open.id().as_deref() == Some(id.as_str()) {
                    self.keeper.forget();
                }
                words.told_removed()
            }
            Removal::Everything => {
                let removed = self.keeper.open.cases.shelf.forget_everything();
                self.keeper.forget();
                display_settings::show_usual();
                if removed { words.told_removed_all() } else { words.told_not_removed() }
            }
        };
        let told = told.to_owned();
        self.keeper.tell(told).focus
    }

    /// A case with what can be done about it.
    fn item(&self, (id, found): &Listed) -> Piece {
        let words = &self.words;
        let reference = self.reference(found);
        // Several cases have the same buttons: which one is meant is read out.
        let action = |label: &str, action: &str| {
            let of = element("span", "govuk-visually-hidden", vec![text(format!(" {reference}"))]);
            let class = "govuk-button govuk-button--secondary wm-button--small";
            let button = element("button", class, vec![text(label), of]).with("type", "button");
            button.with("data-do", format!("{action}{id}"))
        };
        let mut pieces = vec![element("h3", "govuk-heading-s", vec![text(&*reference)])];
        match found {
            Ok(file) => {
                pieces.push(paragraph(vec![text(self.about(file))]));
                if self.keeper.open.id().as_deref() == Some(id.as_str()) {
                    pieces.push(element("p", "wm-cases__here", vec![text(words.open_here())]));
                } else {
                    pieces.push(action(words.open(), OPEN));
                    pieces.push(text(" "));
                }
                pieces.push(action(words.save(), SAVE));
                pieces.push(text(" "));
            }
            Err(refusal) => {
                let reason = refusal.says(&self.keeper.data.words);
                pieces.push(paragraph(vec![text(fill(words.damaged(), &[("reason", &reason)]))]));
            }
        }
        match &self.removal {
            Some(Removal::One(asked)) if asked == id => {
                let said = fill(words.remove_one(), &[("reference", &reference)]);
                let ways = [(words.remove_one_yes(), REMOVE_YES), (words.remove_no(), REMOVE_NO)];
                pieces.push(alert(ASKED, &said, &ways));
            }
            _ => pieces.push(action(words.remove(), REMOVE)),
        }
        element("li", "wm-cases__case", pieces).with("id", format!("case-{id}"))
    }

    fn reference(&self, found: &Result<CaseFile, waymark_content::case::Refusal>) -> String {
        let reference = found.as_ref().map_or("", |file| file.case.reference());
        if reference.is_empty() { self.keeper.data.words.no_reference() } else { reference }.to_owned()
    }

    /// What it holds, when it was changed and when it goes.
    fn about(&self, file: &CaseFile) -> String {
        let (words, names) = (&self.words, &self.keeper.data.names);
        let Held { dates, decisions, checklists, forms } = file.case.held();
        let counts = [
            (words.dates(), dates),
            (words.decisions(), decisions),
            (words.checklists(), checklists),
            (words.forms(), forms),
        ];
        let parts = counts.iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(words, count)| fill(words, &[("count", &count.to_string())])).collect();
        let holds = match parts.is_empty() {
            true => words.holds_nothing().to_owned(),
            false => fill(words.holds(), &[("parts", &parts.join(", "))]),
        };
        let changed = fill(words.changed(), &[("date", &names.plain(file.changed.0))]);
        let until = file.kept.map(|kept| fill(words.until(), &[("date", &names.plain(kept.until.0))]));
        [holds, changed, until.unwrap_or_default()].join(" ")
    }

    /// What else is kept, in words.
    fn others(&self) -> Vec<String> {
        let words = &self.words;
        let keys = self.keeper.open.cases.shelf.keys();
        let others = keys.iter().filter(|key| !key.starts_with(KEY)).map(|key| match key.as_str() {
            display_settings::KEY => words.also_display(),
            crate::deadlines::SETTINGS_KEY => words.also_counting(),
            _ => words.also_other(),
        });
        others.map(str::to_owned).collect()
    }

    /// Everything that would be removed, and whether to.
    fn everything(&self, listed: &[Listed], others: &[String]) -> Vec<Piece> {
        let words = &self.words;
        let cases = listed
            .iter()
            .map(|(_, found)| fill(words.remove_all_case(), &[("reference", &self.reference(found))]));
        let all: Vec<String> = cases.chain(others.iter().cloned()).collect();
        if all.is_empty() {
            return vec![alert(ASKED, words.remove_all_nothing(), &[(words.remove_no(), REMOVE_NO)])];
        }
        let ways = [(words.remove_all_yes(), ALL_YES), (words.remove_no(), REMOVE_NO)];
        let what = paragraph(vec![text(words.remove_all_what())]);
        vec![what, bullets(&all), alert(ASKED, words.remove_all_sure(), &ways)]
    }
}

fn bullets(lines: &[String]) -> Piece {
    let items = lines.iter().map(|line| element("li", "", vec![text(line)]));
    element("ul", "govuk-list govuk-list--bullet", items.collect())
}
