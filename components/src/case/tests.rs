//! What is kept, over a stand-in for the device's storage that can be full, be cleared and be seen by two tabs.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use waymark_content::case::{Case, CaseFile, Edition, Json, Keeping, Refused};
use waymark_content::date::{EnteredDate, IsoDate};
use waymark_content::id::{DecisionId, EventId, FactId, ValueId};
use waymark_content::packed::{Packed, packed, unpacked};

use super::cases::{Cases, sweep};
use super::data::CaseData;
use super::keeper::{self, Keeper, Next, Pending};
use super::open_case::{OpenCase, Standing};
use super::shelf::Shelf;
use super::with_case::{CasePart, WithCase};
use crate::host::{Act, Focus, Tool};
use crate::piece::{Piece, text};
use crate::storage::Found;

/// What all tabs of a device share.
#[derive(Default)]
struct Shared {
    texts: RefCell<BTreeMap<String, String>>,
    full: Cell<bool>,
    ids: Cell<u32>,
}

/// One tab.
#[derive(Clone, Default)]
struct Tab {
    shared: Rc<Shared>,
    open: Rc<RefCell<Option<String>>>,
}

impl Tab {
    fn another(&self) -> Self {
        Self { shared: Rc::clone(&self.shared), open: Rc::new(RefCell::new(self.open.borrow().clone())) }
    }

    fn put(&self, key: &str, text: &str) {
        self.shared.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }
}

impl Shelf for Tab {
    fn keys(&self) -> Vec<String> {
        self.shared.texts.borrow().keys().cloned().collect()
    }

    fn find(&self, key: &str) -> Found<Json> {
        match self.shared.texts.borrow().get(key) {
            None => Found::Nothing,
            Some(text) => serde_json::from_str(text).map_or(Found::Unreadable, Found::Here),
        }
    }

    fn keep(&self, key: &str, json: &Json) -> bool {
        if self.shared.full.get() {
            return false;
        }
        self.put(key, &serde_json::to_string(json).expect("JSON"));
        true
    }

    fn forget(&self, key: &str) {
        self.shared.texts.borrow_mut().remove(key);
    }

    fn forget_everything(&self) -> bool {
        self.shared.texts.borrow_mut().clear();
        self.open.replace(None);
        true
    }

    fn open_case(&self) -> Option<String> {
        self.open.borrow().clone()
    }

    fn set_open_case(&self, id: Option<&str>) {
        self.open.replace(id.map(str::to_owned));
    }

    fn new_id(&self) -> String {
        self.shared.ids.set(self.shared.ids.get() + 1);
        self.shared.ids.get().to_string()
    }
}

fn day(text: &str) -> IsoDate {
    IsoDate::parse(text).expect("a date")
}

fn today() -> NaiveDate {
    day("2026-11-22").0
}

fn keeping() -> Keeping {
    Keeping {
        most_bytes: 10_000,
        longest_text: 1_000,
        most_parts: 50,
        days: vec![1, 7, 28],
        usual_days: 28,
        rounds: 600_000,
        most_rounds: 700_000,
        never_kept: Vec::new(),
    }
}

fn cases(tab: &Tab) -> Cases {
    Cases { shelf: Rc::new(tab.clone()), keeping: keeping(), clock: today }
}

fn started(tab: &Tab) -> OpenCase {
    let (open, found) = OpenCase::start(cases(tab));
    found.expect("the tab's case can be read");
    open
}

/// A case with a referral on that day.
fn on(day: &str, before: &Case) -> Case {
    let mut case = before.clone();
    let date = EnteredDate { day: day.to_owned(), month: "4".to_owned(), year: "2025".to_owned() };
    case.set_dates(&EventId::new("referral-received"), &[date]);
    case
}

/// The day of the referral. 0 where there is none.
fn referral(case: &Case) -> u32 {
    let dates = case.dates(&EventId::new("referral-received"));
    dates.first().and_then(|date| date.day.parse().ok()).unwrap_or_default()
}

fn kept(tab: &Tab, id: &str) -> CaseFile {
    cases(tab).find(id).expect("it is kept").expect("it can be read")
}

fn enter(open: &mut OpenCase, day: &str) {
    let case = on(day, open.case());
    open.change(case);
}

/// A case of the 8th, kept in this tab.
fn kept_case(tab: &Tab) -> (OpenCase, String) {
    let mut open = started(tab);
    enter(&mut open, "8");
    assert!(open.keep("JB 7", 28));
    let id = open.id().expect("a kept case has an id");
    (open, id)
}

#[test]
fn nothing_is_kept_unless_it_is_chosen() {
    let tab = Tab::default();
    let mut open = started(&tab);
    enter(&mut open, "8");
    assert_eq!((tab.keys(), tab.open_case()), (Vec::new(), None));
    assert!(open.would_be_lost());
}

#[test]
fn what_is_kept_is_saved_after_each_change_and_is_there_on_the_next_page() {
    let tab = Tab::default();
    let (mut open, id) = kept_case(&tab);
    assert_eq!(kept(&tab, &id).kept.map(|kept| kept.until), Some(day("2026-12-20")));
    enter(&mut open, "9");
    assert_eq!(referral(&kept(&tab, &id).case), 9);
    let next = started(&tab);
    assert_eq!((referral(next.case()), next.case().reference()), (9, "JB 7"));
    assert_eq!(next.standing, Standing::Kept(id));
    // Another tab begins with nothing.
    let elsewhere = Tab { open: Rc::default(), ..tab.another() };
    assert!(started(&elsewhere).case().is_blank());
}

#[test]
fn two_tabs_never_overwrite_each_other_unseen() {
    let tab = Tab::default();
    let (mut one, id) = kept_case(&tab);
    let mut two = started(&tab.another());
    enter(&mut one, "9");
    enter(&mut two, "10");
    assert_eq!(two.standing, Standing::Changed(id.clone()));
    assert_eq!((referral(&kept(&tab, &id).case), referral(two.case())), (9, 10));
    // As long as nobody has chosen, nothing more is saved.
    enter(&mut two, "11");
    assert_eq!(referral(&kept(&tab, &id).case), 9);

    // Take the other.
    assert_eq!(two.take_other(), Ok(true));
    assert_eq!((referral(two.case()), &two.standing), (9, &Standing::Kept(id.clone())));
    enter(&mut two, "12");
    assert_eq!(referral(&kept(&tab, &id).case), 12);

    // Keep both.
    enter(&mut one, "13");
    assert_eq!(one.standing, Standing::Changed(id.clone()));
    assert!(one.keep_copy("JB 7 (copy)".to_owned()));
    assert_eq!(cases(&tab).list().len(), 2);
    assert_eq!(referral(&kept(&tab, &id).case), 12);
    let copy = one.id().expect("the copy is kept");
    assert_eq!(referral(&kept(&tab, &copy).case), 13);

    // Replace.
    let (mut three, mut four) = (started(&tab.another()), started(&tab.another()));
    assert_eq!(three.open_kept(&id), Ok(true));
    assert_eq!(four.open_kept(&id), Ok(true));
    enter(&mut three, "14");
    enter(&mut four, "15");
    assert!(four.replace());
    assert_eq!(referral(&kept(&tab, &id).case), 15);
    enter(&mut four, "16");
    assert_eq!(referral(&kept(&tab, &id).case), 16);
    enter(&mut three, "17");
    assert_eq!(three.standing, Standing::Changed(id));
}

/// Both tabs saw the same version and wrote at the same moment: the number is the same, what they wrote is not.
#[test]
fn two_saves_at_the_same_moment_are_noticed() {
    let tab = Tab::default();
    let (mut open, id) = kept_case(&tab);
    let mut theirs = kept(&tab, &id);
    theirs.case = on("30", &theirs.case);
    assert!(cases(&tab).keep(&id, &theirs));
    enter(&mut open, "9");
    assert_eq!(open.standing, Standing::Changed(id));
}

#[test]
fn a_tab_without_changes_of_its_own_follows_the_other() {
    let tab = Tab::default();
    let (mut one, _) = kept_case(&tab);
    let mut two = started(&tab.another());
    assert!(!two.look());
    enter(&mut one, "9");
    assert!(two.look());
    assert_eq!(referral(two.case()), 9);
    enter(&mut two, "10");
    assert!(matches!(two.standing, Standing::Kept(_)));
}

#[test]
fn a_full_storage_leaves_what_was_kept_and_work_goes_on() {
    let tab = Tab::default();
    let (mut open, id) = kept_case(&tab);
    let before = tab.shared.texts.borrow().clone();
    tab.shared.full.set(true);
    enter(&mut open, "9");
    enter(&mut open, "10");
    assert_eq!(open.standing, Standing::NotSaved(id.clone()));
    assert!(open.would_be_lost());
    assert_eq!((referral(open.case()), &*tab.shared.texts.borrow()), (10, &before));
    tab.shared.full.set(false);
    open.save();
    assert_eq!(open.standing, Standing::Kept(id.clone()));
    assert_eq!(referral(&kept(&tab, &id).case), 10);
}

#[test]
fn keeping_on_a_full_storage_keeps_nothing_and_says_so() {
    let tab = Tab::default();
    tab.shared.full.set(true);
    let mut open = started(&tab);
    enter(&mut open, "8");
    assert!(!open.keep("JB 7", 28));
    assert_eq!((open.standing.clone(), tab.open_case()), (Standing::OnPage, None));
    tab.shared.full.set(false);
    assert!(open.keep("JB 7", 28));
}

#[test]
fn a_case_that_was_cleared_is_not_brought_back_unasked() {
    let tab = Tab::default();
    let (mut open, id) = kept_case(&tab);
    assert!(tab.forget_everything());
    enter(&mut open, "9");
    assert_eq!(open.standing, Standing::Gone(id.clone()));
    assert_eq!(tab.keys(), [""; 0]);
    assert!(open.replace());
    assert_eq!((referral(&kept(&tab, &id).case), &open.standing), (9, &Standing::Kept(id.clone())));
}

/// What could not be read again would take the place of what can.
#[test]
fn what_is_too_long_to_be_read_again_is_not_kept() {
    let tab = Tab::default();
    let (mut open, id) = kept_case(&tab);
    let mut case = open.case().clone();
    case.set_reference(&"x".repeat(1_001));
    open.change(case);
    assert_eq!(open.standing, Standing::NotSaved(id.clone()));
    assert_eq!(kept(&tab, &id).case.reference(), "JB 7");
}

#[test]
fn a_kept_case_goes_after_its_last_day() {
    let tab = Tab::default();
    let (_, id) = kept_case(&tab);
    tab.put("waymark.display", "{\"text\":\"large\"}");
    tab.put("waymark.case.broken", "{");
    assert!(!sweep(&tab, day("2026-12-20").0));
    assert_eq!(referral(&kept(&tab, &id).case), 8);
    assert!(sweep(&tab, day("2026-12-21").0));
    assert_eq!((tab.keys().len(), tab.open_case()), (2, None));
}

#[test]
fn a_kept_case_that_cannot_be_read_is_left_alone_and_told() {
    let tab = Tab::default();
    let (_, id) = kept_case(&tab);
    let damaged = r#"{"format":"waymark-case","version":9}"#;
    tab.put(&format!("waymark.case.{id}"), damaged);
    let (open, found) = OpenCase::start(cases(&tab));
    assert_eq!(found.map_err(|refusal| refusal.refused), Err(Refused::Newer { version: 9, latest: 1 }));
    assert!(open.case().is_blank() && open.standing == Standing::OnPage);
    assert_eq!(tab.shared.texts.borrow()[&format!("waymark.case.{id}")], damaged);
    assert_eq!(cases(&tab).list().len(), 1);
}

/// Any text for each phrase: what is said is the content's affair.
fn any_words<T: Packed>() -> T {
    let words = (1..400).find_map(|count| unpacked(vec!["words".to_owned(); count]));
    words.expect("a set of phrases")
}

fn new_keeper(tab: &Tab) -> Keeper {
    let (edition, cases) = (String::new(), String::new());
    let data = CaseData { words: any_words(), names: any_words(), keeping: keeping(), edition, cases };
    Keeper::new(data, Rc::new(tab.clone()), today, false)
}

/// The text of a file with a referral on the 20th.
fn file() -> String {
    let file = CaseFile {
        made: day("2026-11-20"),
        changed: day("2026-11-20"),
        kept: None,
        case: on("20", &Case::default()),
    };
    file.written(&keeping()).expect("a file")
}

fn came<'a>(name: &'a str, text: &'a str) -> Act<'a> {
    Act::Came(name, Ok(text))
}

#[test]
fn a_bad_file_changes_nothing() {
    let tab = Tab::default();
    let mut keeper = new_keeper(&tab);
    keeper.change(on("8", &Case::default()));
    let good = file();
    let cut = &good[..good.len() - 2];
    for bad in ["", "{", "[]", cut, &good.replace("20", "x"), &good.replace("\"day\"", "\"dya\"")] {
        let done = keeper.take(came("my-case-read", bad)).expect("it is about the case");
        assert!(!done.another_case && !keeper.told.is_empty(), "{bad}");
        assert_eq!(referral(keeper.case()), 8);
    }
    keeper.take(Act::Came("my-case-read", Err("cannot be read")));
    assert_eq!(referral(keeper.case()), 8);
}

#[test]
fn a_file_drops_what_is_not_kept_only_when_the_reader_says_so() {
    let tab = Tab::default();
    let mut keeper = new_keeper(&tab);
    keeper.change(on("8", &Case::default()));
    let done = keeper.take(came("my-case-read", &file())).expect("it is about the case");
    assert!(!done.another_case && matches!(keeper.pending, Some(Pending::Drop(Next::File(_)))));
    assert_eq!(referral(keeper.case()), 8);
    keeper.take(Act::Pressed(keeper::CANCEL));
    assert!(keeper.pending.is_none() && referral(keeper.case()) == 8);
    keeper.take(came("my-case-read", &file()));
    let done = keeper.take(Act::Pressed(keeper::DROP)).expect("it is about the case");
    assert!(done.another_case && referral(keeper.case()) == 20);
    assert_eq!((keeper.open.standing.clone(), tab.keys()), (Standing::FromFile, Vec::new()));
    // Nothing was entered since, so another file needs no question.
    assert!(keeper.take(came("my-case-read", &file())).expect("it is about the case").another_case);
}

#[test]
fn a_sealed_file_asks_for_its_passphrase_and_a_wrong_one_changes_nothing() {
    let mut keeper = new_keeper(&Tab::default());
    let sealed = r#"{"format":"waymark-case-sealed","version":1,"rounds":600000,"salt":"AAECAwQFBgcICQoLDA0ODw==","iv":"AAECAwQFBgcICQoL","data":"c2VhbGVk"}"#;
    keeper.begun();
    let done = keeper.take(came("my-case-read", sealed)).expect("it is about the case");
    assert_eq!(done.focus.as_deref(), Some(keeper::UNSEAL));
    keeper.take(Act::Sent(keeper::UNSEAL_FORM));
    assert!(keeper.begun().is_empty(), "nothing to do without a passphrase");
    keeper.take(Act::Entered(keeper::UNSEAL, "secret"));
    keeper.take(Act::Sent(keeper::UNSEAL_FORM));
    let begun = keeper.begun();
    assert_eq!(begun.iter().map(|later| later.name()).collect::<Vec<_>>(), ["my-case-unsealed"]);
    keeper.take(Act::Came("my-case-unsealed", Err("another passphrase")));
    assert!(keeper.case().is_blank() && matches!(keeper.pending, Some(Pending::Passphrase(_))));
    keeper.take(came("my-case-unsealed", &file()));
    assert!(referral(keeper.case()) == 20 && keeper.pending.is_none());
}

#[test]
fn a_case_from_elsewhere_is_held_against_what_this_edition_asks() {
    let mut keeper = new_keeper(&Tab::default());
    let names =
        |keeper: &mut Keeper| keeper.begun().iter().map(|later| later.name().to_owned()).collect::<Vec<_>>();
    names(&mut keeper);
    keeper.change(on("8", &Case::default()));
    assert_eq!(names(&mut keeper), [""; 0], "what was entered here is asked here");
    keeper.take(Act::Pressed(keeper::CLOSE));
    keeper.take(Act::Pressed(keeper::DROP));
    keeper.take(came("my-case-read", &file()));
    assert_eq!(names(&mut keeper), ["my-case-edition"]);
    // Without the list nobody knows.
    keeper.take(Act::Came("my-case-edition", Err("no network")));
    assert!(keeper.edition_unknown && keeper.unasked().is_empty());
    for (dates, unasked) in
        [(vec!["referral-received".to_owned()], vec![]), (vec![], vec!["referral-received"])]
    {
        let edition = Edition { dates, ..Edition::default() };
        let list = serde_json::to_string(&packed(&edition)).expect("a list of texts");
        keeper.take(came("my-case-edition", &list));
        assert_eq!((keeper.unasked(), keeper.edition_unknown), (unasked, false));
    }
    // It is fetched once.
    keeper.take(came("my-case-read", &file()));
    assert_eq!(names(&mut keeper), [""; 0]);
}

/// A tool with one decision that knows the answer `yes` only.
struct Small(String);

impl Tool for Small {
    fn pieces(&self) -> Vec<Piece> {
        vec![text(&*self.0)]
    }

    fn take(&mut self, act: Act<'_>) -> Focus {
        if let Act::Entered(_, value) = act {
            value.clone_into(&mut self.0);
        }
        None
    }
}

impl CasePart for Small {
    fn put_into(&self, case: &mut Case) {
        let answer = (FactId::new("risk"), ValueId::new(&*self.0));
        case.set_decision(&DecisionId::new("small"), &[answer]);
    }

    fn take_from(&mut self, case: &Case) -> usize {
        let answers = case.decision(&DecisionId::new("small"));
        self.0 = answers.first().map_or_else(String::new, |(_, value)| value.to_string());
        0
    }
}

#[test]
fn a_tool_belongs_to_the_case_of_its_tab() {
    let tab = Tab::default();
    let mut tool = WithCase::new(Box::new(Small(String::new())), new_keeper(&tab));
    tool.take(Act::Entered("risk", "yes"));
    assert_eq!(tab.keys(), [""; 0]);
    tool.take(Act::Entered(keeper::REFERENCE, "JB 7"));
    tool.take(Act::Sent(keeper::KEEP_FORM));
    // What the case holds for other tools stays with it.
    let mut other = started(&tab);
    enter(&mut other, "8");
    let mut again = WithCase::new(Box::new(Small(String::new())), new_keeper(&tab));
    assert_eq!(again.pieces().last(), Some(&text("yes")));
    again.take(Act::Entered("risk", "no"));
    let id = tab.open_case().expect("a case is open");
    let case = kept(&tab, &id).case;
    assert_eq!((referral(&case), case.reference()), (8, "JB 7"));
    let answer = (FactId::new("risk"), ValueId::new("no"));
    assert_eq!(case.decision(&DecisionId::new("small")), [answer]);
    // The first tool is behind by now: it is told, and takes the other version when asked to.
    tool.take(Act::Entered("risk", "maybe"));
    assert_eq!(kept(&tab, &id).case, case);
    tool.take(Act::Pressed(keeper::TAKE));
    assert_eq!(tool.pieces().last(), Some(&text("no")));
    // Closing empties the tool and leaves what is kept.
    tool.take(Act::Pressed(keeper::CLOSE));
    assert_eq!((tool.pieces().last(), tab.keys().len()), (Some(&text("")), 1));
}
