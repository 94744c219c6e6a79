//! The cases that are kept on the device: one key a case, each written at one stroke.

use std::rc::Rc;

use chrono::{Days, NaiveDate};
use waymark_content::case::{CaseFile, Json, Keeping, Refusal, Refused};
use waymark_content::date::IsoDate;

use super::shelf::Shelf;
use crate::storage::Found;

/// What the keys of cases begin with. Their ids follow.
pub(super) const KEY: &str = "waymark.case.";

/// The cases, with what has to be known to read one.
#[derive(Clone)]
pub(super) struct Cases {
    pub(super) shelf: Rc<dyn Shelf>,
    pub(super) keeping: Keeping,
    pub(super) clock: fn() -> NaiveDate,
}

/// A case on the list: its id, and the case or why it cannot be read.
pub(super) type Listed = (String, Result<CaseFile, Refusal>);

impl Cases {
    /// All of them.
    pub(super) fn list(&self) -> Vec<Listed> {
        let ids = self.shelf.keys();
        let ids = ids.iter().filter_map(|key| key.strip_prefix(KEY));
        ids.filter_map(|id| Some((id.to_owned(), self.find(id)?))).collect()
    }

    /// The case of this id.
    pub(super) fn find(&self, id: &str) -> Option<Result<CaseFile, Refusal>> {
        match self.shelf.find(&key(id)) {
            Found::Nothing => None,
            Found::Unreadable => Some(Err(Refused::Unreadable.into())),
            Found::Here(json) => Some(CaseFile::read(json, &self.keeping)),
        }
    }

    /// Keeps a case. `false` when the browser did not let us: what was kept before is as it was.
    pub(super) fn keep(&self, id: &str, file: &CaseFile) -> bool {
        self.shelf.keep(&key(id), &file.to_json())
    }

    /// Removes one.
    pub(super) fn remove(&self, id: &str) {
        self.shelf.forget(&key(id));
        if self.shelf.open_case().as_deref() == Some(id) {
            self.shelf.set_open_case(None);
        }
    }

    /// Today.
    pub(super) fn today(&self) -> IsoDate {
        IsoDate((self.clock)())
    }

    /// The last day of so many from today.
    pub(super) fn until(&self, days: u32) -> IsoDate {
        let today = (self.clock)();
        IsoDate(today.checked_add_days(Days::new(days.into())).unwrap_or(today))
    }
}

/// Removes every case whose time is over. Needs no data of a page, so that any page with a script does it. Whether the
/// case that was open in this tab went with them.
pub(super) fn sweep(shelf: &dyn Shelf, today: NaiveDate) -> bool {
    let open = shelf.open_case();
    let mut ended = false;
    for key in shelf.keys() {
        let (Some(id), Found::Here(json)) = (key.strip_prefix(KEY), shelf.find(&key)) else { continue };
        if until(&json).is_some_and(|until| until.0 < today) {
            shelf.forget(&key);
            ended |= open.as_deref() == Some(id);
        }
    }
    if ended {
        shelf.set_open_case(None);
    }
    ended
}

fn until(json: &Json) -> Option<IsoDate> {
    IsoDate::parse(json.entry("kept").entry("until").text())
}

fn key(id: &str) -> String {
    format!("{KEY}{id}")
}
