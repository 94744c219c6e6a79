//! The case that is open on a page, and how it stands to what is kept of it.

use waymark_content::case::{Case, CaseFile, Kept, Refusal};
use waymark_content::date::IsoDate;

use super::cases::Cases;

/// How the case on the page stands to what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is on the page only.
    OnPage,
    /// It came from a file and is on the page only.
    FromFile,
    /// It is kept, and as it stands on the page.
    Kept(String),
    /// Another tab has changed it: what was entered here since is on the page only.
    Changed(String),
    /// It is no longer kept: removed in another tab, or cleared by the browser.
    Gone(String),
    /// The browser did not let us keep the last change. What was kept before is as it was.
    NotSaved(String),
}

/// A case open on a page.
pub(super) struct OpenCase {
    pub(super) cases: Cases,
    pub(super) standing: Standing,
    file: CaseFile,
    /// The case as it was last opened from a file or saved to one.
    in_file: Case,
    /// The case as it was last kept or opened here.
    kept: Case,
}

/// What has happened to the kept case since this page last looked.
enum Elsewhere {
    Nothing,
    Changed,
    Gone,
}

impl OpenCase {
    /// The case that is open in this tab, or a new one. An error when the tab's case cannot be read: it is left alone.
    pub(super) fn start(cases: Cases) -> (Self, Result<(), Refusal>) {
        let today = cases.today();
        let id = cases.shelf.open_case();
        let mut open = Self {
            cases,
            standing: Standing::OnPage,
            file: blank(today),
            in_file: Case::default(),
            kept: Case::default(),
        };
        let found = match id {
            Some(id) => open.open_kept(&id),
            None => Ok(true),
        };
        (open, found.map(drop))
    }

    /// The case as it stands on the page.
    pub(super) fn file(&self) -> &CaseFile {
        &self.file
    }

    pub(super) fn case(&self) -> &Case {
        &self.file.case
    }

    /// Whether leaving it would lose anything.
    pub(super) fn would_be_lost(&self) -> bool {
        let is_kept = matches!(self.standing, Standing::Kept(_));
        !is_kept && !self.case().is_blank() && *self.case() != self.in_file
    }

    /// Takes in how the case stands now. A case that is kept is saved at once.
    pub(super) fn change(&mut self, case: Case) {
        if case != self.file.case {
            self.file.case = case;
            self.file.changed = self.cases.today();
            self.save();
        }
    }

    /// Begins to keep it, or keeps it under another reference or for another time. `false` when the browser did not let
    /// us.
    pub(super) fn keep(&mut self, reference: &str, days: u32) -> bool {
        let until = self.cases.until(days);
        self.file.case.set_reference(reference.trim());
        match &self.standing {
            Standing::OnPage | Standing::FromFile => self.keep_as(&self.cases.shelf.new_id(), until),
            _ => {
                self.file.kept = self.file.kept.map(|kept| Kept { until, ..kept });
                self.save();
                matches!(self.standing, Standing::Kept(_))
            }
        }
    }

    /// Saves a kept case over the version that this page knows, and over no other.
    pub(super) fn save(&mut self) {
        let (Standing::Kept(id) | Standing::NotSaved(id)) = &self.standing else { return };
        let id = id.clone();
        self.standing = match self.elsewhere(&id) {
            Elsewhere::Gone => Standing::Gone(id),
            Elsewhere::Changed => Standing::Changed(id),
            Elsewhere::Nothing => self.write(id),
        };
    }

    /// Looks whether another tab has changed the case. What stands here is in step with what was kept before, so the
    /// other version is taken over. Whether it was.
    pub(super) fn look(&mut self) -> bool {
        let Standing::Kept(id) = self.standing.clone() else { return false };
        match self.elsewhere(&id) {
            Elsewhere::Nothing => false,
            Elsewhere::Gone => {
                self.standing = Standing::Gone(id);
                false
            }
            Elsewhere::Changed => self.open_kept(&id) == Ok(true),
        }
    }

    /// After a change elsewhere: that version, and what was entered here since goes. Whether it is there.
    pub(super) fn take_other(&mut self) -> Result<bool, Refusal> {
        let Some(id) = self.id() else { return Ok(false) };
        self.open_kept(&id)
    }

    /// After a change elsewhere: this version becomes a case of its own.
    pub(super) fn keep_copy(&mut self, reference: String) -> bool {
        let until = self.file.kept.map_or_else(|| self.cases.today(), |kept| kept.until);
        let before = self.file.case.reference().to_owned();
        self.file.case.set_reference(&reference);
        let kept = self.keep_as(&self.cases.shelf.new_id(), until);
        if !kept {
            self.file.case.set_reference(&before);
        }
        kept
    }

    /// After a change elsewhere, or when it is gone: this version takes the place of whatever is kept.
    pub(super) fn replace(&mut self) -> bool {
        let Some(id) = self.id() else { return false };
        let theirs = self.cases.find(&id).and_then(Result::ok).and_then(|file| file.kept);
        if let (Some(kept), Some(theirs)) = (&mut self.file.kept, theirs) {
            kept.revision = theirs.revision;
        }
        let until = self.file.kept.map_or_else(|| self.cases.today(), |kept| kept.until);
        if theirs.is_none() {
            return self.keep_as(&id, until);
        }
        match self.write(id) {
            kept @ Standing::Kept(_) => {
                self.standing = kept;
                true
            }
            _ => false,
        }
    }

    /// Opens a case from a file, on this page only.
    pub(super) fn open_file(&mut self, file: CaseFile) {
        self.cases.shelf.set_open_case(None);
        self.in_file = file.case.clone();
        self.file = CaseFile { kept: None, ..file };
        self.standing = Standing::FromFile;
    }

    /// Opens a kept case in this tab. `false` when it is not there.
    pub(super) fn open_kept(&mut self, id: &str) -> Result<bool, Refusal> {
        match self.cases.find(id) {
            Some(Ok(file)) => {
                self.kept = file.case.clone();
                self.file = file;
                self.standing = Standing::Kept(id.to_owned());
                self.cases.shelf.set_open_case(Some(id));
                Ok(true)
            }
            Some(Err(refusal)) => {
                self.cases.shelf.set_open_case(None);
                Err(refusal)
            }
            None => {
                self.cases.shelf.set_open_case(None);
                Ok(false)
            }
        }
    }

    /// Closes it in this tab. What is kept stays kept.
    pub(super) fn close(&mut self) {
        self.cases.shelf.set_open_case(None);
        self.file = blank(self.cases.today());
        self.in_file = Case::default();
        self.standing = Standing::OnPage;
    }

    /// Takes in that a case was saved to a file.
    pub(super) fn saved_to_file(&mut self, case: Case) {
        self.in_file = case;
    }

    /// The id under which it is or was kept.
    pub(super) fn id(&self) -> Option<String> {
        match &self.standing {
            Standing::OnPage | Standing::FromFile => None,
            Standing::Kept(id) | Standing::Changed(id) | Standing::Gone(id) | Standing::NotSaved(id) => {
                Some(id.clone())
            }
        }
    }

    fn keep_as(&mut self, id: &str, until: IsoDate) -> bool {
        let before = self.file.kept.replace(Kept { until, revision: 0 });
        match self.write(id.to_owned()) {
            kept @ Standing::Kept(_) => {
                self.cases.shelf.set_open_case(Some(id));
                self.standing = kept;
                true
            }
            _ => {
                self.file.kept = before;
                false
            }
        }
    }

    /// Writes it as the next revision.
    fn write(&mut self, id: String) -> Standing {
        let Some(before) = self.file.kept else { return Standing::NotSaved(id) };
        self.file.kept = Some(Kept { revision: before.revision + 1, ..before });
        // What could not be read again is not kept: the version before is worth more.
        let good = self.file.written(&self.cases.keeping).is_ok();
        if good && self.cases.keep(&id, &self.file) {
            self.kept = self.file.case.clone();
            Standing::Kept(id)
        } else {
            self.file.kept = Some(before);
            Standing::NotSaved(id)
        }
    }

    fn elsewhere(&self, id: &str) -> Elsewhere {
        let revision = |file: &CaseFile| file.kept.map(|kept| kept.revision);
        match self.cases.find(id) {
            None => Elsewhere::Gone,
            // The number alone would not tell two tabs apart that save at the same moment.
            Some(Ok(file)) if revision(&file) == revision(&self.file) && file.case == self.kept => {
                Elsewhere::Nothing
            }
            Some(_) => Elsewhere::Changed,
        }
    }
}

fn blank(today: IsoDate) -> CaseFile {
    CaseFile { made: today, changed: today, kept: None, case: Case::default() }
}
