//! What the reader does about keeping a case, and what comes of it.

use chrono::NaiveDate;
use waymark_content::case::{Case, CaseFile, Edition, Opened, Refusal, Refused, SealedCase, open};
use waymark_content::packed::unpacked;
use waymark_content::words::fill;

use super::cases::Cases;
use super::data::CaseData;
use super::open_case::{OpenCase, Standing};
use super::seal;
use super::shelf::Shelf;
use crate::answers::Answers;
use crate::device::{self, SavedFile};
use crate::host::{Act, Focus, Later};
use crate::storage;

/// What the ids and actions of everything about the case begin with. No question of a tool does.
pub(super) const OURS: &str = "my-case-";

pub(super) const REFERENCE: &str = "my-case-reference";
pub(super) const DAYS: &str = "my-case-days";
pub(super) const PASSPHRASE: &str = "my-case-passphrase";
pub(super) const FILE: &str = "my-case-file";
pub(super) const UNSEAL: &str = "my-case-unseal";
pub(super) const KEEP_FORM: &str = "my-case-keep-form";
pub(super) const SAVE_FORM: &str = "my-case-save-form";
pub(super) const UNSEAL_FORM: &str = "my-case-unseal-form";
pub(super) const CLOSE: &str = "my-case-close";
pub(super) const TAKE: &str = "my-case-take";
pub(super) const COPY: &str = "my-case-copy";
pub(super) const REPLACE: &str = "my-case-replace";
pub(super) const RETRY: &str = "my-case-retry";
pub(super) const SAVE: &str = "my-case-save";
pub(super) const DROP: &str = "my-case-drop";
pub(super) const CANCEL: &str = "my-case-cancel";
/// What takes the focus when it says something new.
pub(super) const TOLD: &str = "my-case-told";
/// What is asked before something is dropped.
pub(super) const ASKED: &str = "my-case-asked";

/// What comes back later.
const READ: &str = "my-case-read";
const SEALED: &str = "my-case-sealed";
const UNSEALED: &str = "my-case-unsealed";
const ELSEWHERE: &str = "my-case-elsewhere";
const EDITION: &str = "my-case-edition";

/// What came of an act.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) focus: Focus,
    /// Whether the page has to show another case now.
    pub(super) another_case: bool,
}

/// What waits for an answer of the reader's.
pub(super) enum Pending {
    /// Whether what is not kept may be dropped for this.
    Drop(Next),
    /// The passphrase of a file.
    Passphrase(SealedCase),
}

/// What comes when the case on the page may go.
pub(super) enum Next {
    /// A case from a file.
    File(CaseFile),
    /// The kept case of this id.
    Kept(String),
    /// Nothing.
    Blank,
}

/// The case of a page with what the reader may do about it.
pub(super) struct Keeper {
    pub(super) data: CaseData,
    pub(super) open: OpenCase,
    pub(super) answers: Answers,
    pub(super) pending: Option<Pending>,
    /// What came of the last act, in words.
    pub(super) told: String,
    /// What this edition asks, once a case was opened that may answer more.
    edition: Option<Edition>,
    /// Whether that could not be found out.
    pub(super) edition_unknown: bool,
    /// What is being saved to a file: sealing it takes a moment.
    saving: Option<CaseFile>,
    begun: Vec<Later>,
}

impl Keeper {
    /// The case that is open in this tab. `ended` says that its time was just over.
    pub(super) fn new(
        data: CaseData,
        shelf: std::rc::Rc<dyn Shelf>,
        clock: fn() -> NaiveDate,
        ended: bool,
    ) -> Self {
        let keeping = data.keeping.clone();
        let (open, found) = OpenCase::start(Cases { shelf, keeping, clock });
        let words = &data.words;
        let told = match found {
            Err(refusal) => fill(words.unreadable(), &[("reason", &refusal.says(words))]),
            Ok(()) if ended => words.told_ended().to_owned(),
            Ok(()) => String::new(),
        };
        let (answers, begun) = (Answers::default(), Vec::new());
        let mut keeper = Self {
            data,
            open,
            answers,
            pending: None,
            told,
            edition: None,
            edition_unknown: false,
            saving: None,
            begun,
        };
        keeper.show_choices();
        keeper.watch();
        keeper.ask_for_edition();
        keeper
    }

    pub(super) fn case(&self) -> &Case {
        self.open.case()
    }

    /// Takes in how the case stands now.
    pub(super) fn change(&mut self, case: Case) {
        if case != *self.case() {
            self.told.clear();
            self.open.change(case);
        }
    }

    /// Takes in that everything about the case was removed.
    pub(super) fn forget(&mut self) {
        self.pending = None;
        self.open.close();
        self.answers = Answers::default();
        self.show_choices();
    }

    /// What has begun since.
    pub(super) fn begun(&mut self) -> Vec<Later> {
        std::mem::take(&mut self.begun)
    }

    /// Takes in an act, when it is about the case.
    pub(super) fn take(&mut self, act: Act<'_>) -> Option<Done> {
        match act {
            Act::Entered(FILE, _) => Some(self.choose_file()),
            Act::Entered(id, value) if id.starts_with(OURS) => {
                self.answers.set(id, value);
                Some(Done::default())
            }
            Act::Sent(KEEP_FORM) => Some(self.keep()),
            Act::Sent(SAVE_FORM) | Act::Pressed(SAVE) => Some(self.save_to_file()),
            Act::Sent(UNSEAL_FORM) => Some(self.unseal()),
            Act::Pressed(action) if action.starts_with(OURS) => Some(self.press(action)),
            Act::Came(name, came) if name.starts_with(OURS) => Some(self.came(name, came)),
            _ => None,
        }
    }

    fn press(&mut self, action: &str) -> Done {
        match action {
            CLOSE => self.go_on_to(Next::Blank),
            DROP => match self.pending.take() {
                Some(Pending::Drop(next)) => self.go_to(next),
                _ => Done::default(),
            },
            CANCEL => {
                self.pending = None;
                self.tell(String::new())
            }
            TAKE => {
                let taken = self.open.take_other();
                match taken {
                    Ok(true) => self.another(self.data.words.told_taken().to_owned()),
                    Ok(false) => {
                        self.open.look();
                        Done::default()
                    }
                    Err(refusal) => self.refuse(&refusal),
                }
            }
            COPY => {
                let words = &self.data.words;
                let reference = fill(words.copy_of(), &[("reference", &self.reference())]);
                let told = fill(words.told_copied(), &[("reference", &reference)]);
                let kept = self.open.keep_copy(reference);
                self.told_if(kept, told)
            }
            REPLACE => {
                let kept = self.open.replace();
                self.told_if(kept, self.data.words.told_replaced().to_owned())
            }
            RETRY => {
                let kept = match self.open.standing {
                    Standing::Gone(_) => self.open.replace(),
                    _ => {
                        self.open.save();
                        matches!(self.open.standing, Standing::Kept(_))
                    }
                };
                self.told_if(kept, self.data.words.told_kept().to_owned())
            }
            _ => Done::default(),
        }
    }

    /// Opens something in place of the case on the page, or asks first when that would drop what is not kept.
    pub(super) fn go_on_to(&mut self, next: Next) -> Done {
        if !self.open.would_be_lost() {
            return self.go_to(next);
        }
        self.told.clear();
        self.pending = Some(Pending::Drop(next));
        Done { focus: Some(ASKED.to_owned()), another_case: false }
    }

    fn go_to(&mut self, next: Next) -> Done {
        self.pending = None;
        let words = &self.data.words;
        let (opened, closed) = (words.told_opened().to_owned(), words.told_closed().to_owned());
        match next {
            Next::File(file) => {
                self.open.open_file(file);
                self.another(opened)
            }
            Next::Kept(id) => match self.open.open_kept(&id) {
                Ok(true) => self.another(opened),
                Ok(false) => self.tell(words.gone().to_owned()),
                Err(refusal) => self.refuse(&refusal),
            },
            Next::Blank => {
                self.open.close();
                self.another(closed)
            }
        }
    }

    fn keep(&mut self) -> Done {
        let days = &self.data.keeping.days;
        let days = days.get(self.answers.choice(DAYS)).copied().unwrap_or(self.data.keeping.usual_days);
        let reference = self.answers.get(REFERENCE).to_owned();
        let kept = self.open.keep(&reference, days);
        self.told_if(kept, self.data.words.told_kept().to_owned())
    }

    fn save_to_file(&mut self) -> Done {
        let file = self.open.file().clone();
        self.save_as_file(&file)
    }

    /// Saves a case to a file, sealed when there is a passphrase.
    pub(super) fn save_as_file(&mut self, file: &CaseFile) -> Done {
        let file = CaseFile { kept: None, ..file.clone() };
        let text = match file.written(&self.data.keeping) {
            Ok(text) => text,
            Err(refusal) => return self.not_written(&refusal.says(&self.data.words)),
        };
        self.saving = Some(file);
        let passphrase = self.answers.get(PASSPHRASE).to_owned();
        if passphrase.is_empty() {
            return self.hand_over(text);
        }
        let (keeping, words) = (self.data.keeping.clone(), self.data.words.clone());
        self.begun.push(Later::new(SEALED, async move {
            let sealed = seal::seal(&text, &passphrase, keeping.rounds).await;
            let text = sealed.and_then(|sealed| sealed.written(&keeping));
            text.map_err(|refusal| refusal.says(&words))
        }));
        self.tell(self.data.words.working().to_owned())
    }

    fn hand_over(&mut self, text: String) -> Done {
        let Some(file) = self.saving.take() else { return Done::default() };
        let words = &self.data.words;
        let name = format!("{}-{}.json", words.file_name(), file.changed);
        let told = fill(words.told_saved(), &[("file", &name)]);
        if !device::save(&SavedFile { name, kind: "application/json", text }) {
            return self.not_written("");
        }
        self.open.saved_to_file(file.case);
        self.answers.set(PASSPHRASE, "");
        self.tell(told)
    }

    fn choose_file(&mut self) -> Done {
        let Some(file) = device::chosen_file(FILE) else { return Done::default() };
        self.pending = None;
        let (bytes, most) = (file.bytes(), self.data.keeping.most_bytes);
        // By its size, before anything of it is read.
        if bytes > u64::from(most) {
            return self.refuse(&Refused::TooBig { bytes, most }.into());
        }
        let unreadable = Refusal::from(Refused::Unreadable).says(&self.data.words);
        self.begun.push(Later::new(READ, async move { file.text().await.ok_or(unreadable) }));
        self.tell(self.data.words.working().to_owned())
    }

    fn unseal(&mut self) -> Done {
        let Some(Pending::Passphrase(sealed)) = &self.pending else { return Done::default() };
        let passphrase = self.answers.get(UNSEAL).to_owned();
        if passphrase.is_empty() {
            self.told = self.data.words.passphrase_missing().to_owned();
            return Done { focus: Some(UNSEAL.to_owned()), another_case: false };
        }
        let (sealed, words) = (sealed.clone(), self.data.words.clone());
        self.begun.push(Later::new(UNSEALED, async move {
            seal::unseal(&sealed, &passphrase).await.map_err(|refusal| refusal.says(&words))
        }));
        self.tell(self.data.words.working().to_owned())
    }

    fn came(&mut self, name: &str, came: Result<&str, &str>) -> Done {
        match (name, came) {
            (ELSEWHERE, _) => {
                self.watch();
                if self.open.look() {
                    self.told = self.data.words.told_brought_up().to_owned();
                    self.show_choices();
                    self.ask_for_edition();
                    return Done { focus: None, another_case: true };
                }
                Done::default()
            }
            (EDITION, came) => {
                self.edition =
                    came.ok().and_then(|texts| serde_json::from_str(texts).ok()).and_then(unpacked);
                self.edition_unknown = self.edition.is_none();
                Done::default()
            }
            (READ | UNSEALED, Ok(text)) => self.read(text),
            (READ | UNSEALED, Err(reason)) => self.not_opened(reason),
            (SEALED, Ok(text)) => self.hand_over(text.to_owned()),
            (SEALED, Err(reason)) => self.not_written(reason),
            _ => Done::default(),
        }
    }

    /// The text of a file: nothing is touched before it was read whole.
    fn read(&mut self, text: &str) -> Done {
        match open(text, &self.data.keeping) {
            Ok(Opened::Case(file)) => {
                self.answers.set(UNSEAL, "");
                self.go_on_to(Next::File(file))
            }
            Ok(Opened::Sealed(sealed)) => {
                self.told.clear();
                self.pending = Some(Pending::Passphrase(sealed));
                Done { focus: Some(UNSEAL.to_owned()), another_case: false }
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn refuse(&mut self, refusal: &Refusal) -> Done {
        let reason = refusal.says(&self.data.words);
        self.not_opened(&reason)
    }

    fn not_opened(&mut self, reason: &str) -> Done {
        self.tell(fill(self.data.words.not_opened(), &[("reason", reason)]))
    }

    fn not_written(&mut self, reason: &str) -> Done {
        self.tell(fill(self.data.words.not_written(), &[("reason", reason)]))
    }

    fn told_if(&mut self, kept: bool, told: String) -> Done {
        let told = if kept { told } else { self.data.words.told_not_kept().to_owned() };
        self.show_choices();
        self.tell(told)
    }

    /// Says it, where the focus goes too: what was pressed may be gone.
    pub(super) fn tell(&mut self, told: String) -> Done {
        self.told = told;
        Done { focus: Some(TOLD.to_owned()), another_case: false }
    }

    fn another(&mut self, told: String) -> Done {
        self.show_choices();
        self.ask_for_edition();
        Done { another_case: true, ..self.tell(told) }
    }

    /// Lets the fields show how the case is kept.
    fn show_choices(&mut self) {
        let keeping = &self.data.keeping;
        let usual = keeping.days.iter().position(|days| *days == keeping.usual_days).unwrap_or_default();
        self.answers.set(DAYS, &usual.to_string());
        let reference = self.open.case().reference().to_owned();
        self.answers.set(REFERENCE, &reference);
    }

    pub(super) fn reference(&self) -> String {
        let reference = self.open.case().reference();
        if reference.is_empty() { self.data.words.no_reference() } else { reference }.to_owned()
    }

    /// What the case answers and this edition does not ask.
    pub(super) fn unasked(&self) -> Vec<&str> {
        self.edition.as_ref().map_or_else(Vec::new, |edition| self.case().unasked(edition))
    }

    /// What is entered on this page is asked by this edition. A case from elsewhere may hold more.
    fn ask_for_edition(&mut self) {
        if self.edition.is_some() || self.case().is_blank() {
            return;
        }
        let part = self.data.edition.clone();
        self.begun.push(Later::new(EDITION, async move {
            let texts = device::made_by(&part, "edition", &[]).await?;
            String::from_utf8(texts.to_vec()).map_err(|_| String::new())
        }));
    }

    fn watch(&mut self) {
        self.begun.push(Later::new(ELSEWHERE, async {
            storage::changed_elsewhere().await;
            Ok(String::new())
        }));
    }
}
