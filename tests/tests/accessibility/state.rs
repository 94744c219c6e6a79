//! What there is to look at: each page as it opens, and what the tool makes of its page.

use std::fmt;
use std::path::Path;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::site::Site;

const DEADLINES: &str = "tools/deadlines/";
const CASE: &str = "tools/deadlines/whole-case/";
const ANY_COUNT: &str = "tools/deadlines/any-count/";
const CHECK: &str = "tools/deadlines/check/";
const COMPARE: &str = "tools/deadlines/compare/";
const DECISION: &str = "tools/decisions/immediate-protection/";
const LIST: &str = "tools/checklists/childs-needs-assessment-record/";
const LETTER: &str = "tools/forms/letter-asking-for-information/";
const PROMPTS: &str = "tools/forms/agency-prompt-sheet/";
const CASES: &str = "tools/cases/";
/// A practice case after its first step was checked.
const PRACTICE: &str =
    "practice/friday-before-a-bank-holiday/#friday-before-a-bank-holiday:answer-by=monday:answer-by";
const SEARCH: &str = "search/";
/// A page with words that open their meaning.
const WITH_WORDS: &str = "procedures/working-together-2015/core-group/";

/// A page in a state that a reader can bring it to.
pub(crate) enum State {
    /// As it opens; a tool page once its tool runs.
    Opened {
        address: String,
        tool: bool,
    },
    /// The deadlines tool with an answer.
    Answered,
    /// The deadlines tool with a message about a mistake.
    Mistaken,
    /// The whole case with its clocks, and the settings open with a closure of the reader's own.
    CaseShown,
    /// A count with its working, a check and a comparison.
    Counted,
    Checked,
    Compared,
    /// A decision with some answers, everything unfolded.
    Decided,
    /// A checklist with answers, a note, what is missing and a message about a mistake.
    Listed,
    /// A letter with answers, and what the check found.
    FilledIn,
    /// A form of rows, one of its own and one of them open.
    WithRows,
    /// A kept case with the bar unfolded, and the list of kept cases with the question before removing all.
    CaseKept,
    CasesListed,
    /// A practice case with a step checked, and shown to a room with its reasons.
    Reasoned,
    Projected,
    /// The search with results and a better spelling.
    Searched,
    /// A word of the glossary, open in place.
    WordOpen,
}

impl State {
    /// Every page but the one for lost readers, whose addresses only its host can make whole; then the tool's
    /// states.
    pub(crate) fn all(dist: &Path) -> Vec<Self> {
        let site = Site::load(dist);
        let pages = site.pages.iter().filter(|page| page.path != "404.html");
        let opened = pages.map(|page| {
            let tool = !page.all("[data-tool]").is_empty();
            Self::Opened { address: page.address().to_owned(), tool }
        });
        opened
            .chain([
                Self::Answered,
                Self::Mistaken,
                Self::CaseShown,
                Self::Counted,
                Self::Checked,
                Self::Compared,
                Self::Decided,
                Self::Listed,
                Self::FilledIn,
                Self::WithRows,
                Self::CaseKept,
                Self::CasesListed,
                Self::Reasoned,
                Self::Projected,
                Self::Searched,
                Self::WordOpen,
            ])
            .collect()
    }

    /// What pages of one sort have in common: the part of the site or the group of tools, with the depth below it. Each
    /// state of a tool is a sort of its own.
    pub(crate) fn sort(&self) -> String {
        match self {
            Self::Opened { address, .. } => {
                let mut parts = address.split('/');
                let part = parts.next().unwrap_or_default();
                let part = if part == "tools" { parts.next().unwrap_or_default() } else { part };
                format!("{part} {}", address.matches('/').count())
            }
            state => state.to_string(),
        }
    }

    /// Brings a browser to it.
    pub(crate) async fn reach(&self, browser: &Browser) -> WebDriverResult<()> {
        let (address, tool) = match self {
            Self::Opened { address, tool } => (address.as_str(), *tool),
            Self::Answered | Self::Mistaken => (DEADLINES, true),
            Self::CaseShown => (CASE, true),
            Self::Counted => (ANY_COUNT, true),
            Self::Checked => (CHECK, true),
            Self::Compared => (COMPARE, true),
            Self::Listed => (LIST, true),
            Self::FilledIn => (LETTER, true),
            Self::WithRows => (PROMPTS, true),
            Self::Decided | Self::CaseKept => (DECISION, true),
            Self::CasesListed => (CASES, true),
            Self::Reasoned | Self::Projected => (PRACTICE, true),
            Self::Searched => (SEARCH, true),
            Self::WordOpen => (WITH_WORDS, false),
        };
        browser.open_page(address).await?;
        if tool {
            browser.wait_for("[data-tool][data-alive]").await?;
        }
        let date = async |id: &str, date: [&str; 3]| {
            for (part, text) in ["day", "month", "year"].into_iter().zip(date) {
                browser.fill(&format!("{id}-{part}"), text).await?;
            }
            WebDriverResult::Ok(())
        };
        match self {
            Self::Opened { .. } => Ok(()),
            Self::CaseShown => {
                browser.unfold("How we count").await?;
                date("set-closed-first", ["2", "6", "2025"]).await?;
                browser.press("Use these settings").await?;
                date("referral-received", ["8", "4", "2025"]).await?;
                date("initial-conference", ["21", "5", "2025"]).await?;
                browser.press("Show every clock").await?;
                browser.wait_for(".wm-clocks").await.map(drop)
            }
            Self::Counted => {
                browser.fill("number", "30").await?;
                date("date", ["2", "5", "2025"]).await?;
                browser.press("Count").await?;
                browser.wait_for(".wm-answer").await.map(drop)
            }
            Self::Checked => {
                date("started", ["2", "5", "2025"]).await?;
                date("done", ["8", "5", "2025"]).await?;
                browser.press("Check it").await?;
                browser.wait_for(".wm-answer").await.map(drop)
            }
            Self::Compared => {
                date("date", ["3", "5", "2025"]).await?;
                browser.press("Compare").await?;
                browser.wait_for(".wm-answer").await.map(drop)
            }
            Self::Answered => {
                date("date", ["2", "5", "2025"]).await?;
                browser.press("Work out the dates").await?;
                browser.wait_for(".wm-answer__date").await.map(drop)
            }
            Self::Decided => {
                browser.click("label[for=risk-yes]").await?;
                browser.click("label[for=removal-yes]").await?;
                browser.unfold("What would change this").await?;
                browser.unfold("What your answers rule out").await
            }
            Self::Listed => {
                browser.click("label[for=state-need-now-recorded]").await?;
                browser.click("#asked-risk summary").await?;
                browser.fill("note-risk", "Talk on 2 May.").await?;
                browser.click("label[for=state-need-that-varies-does-not-apply]").await?;
                browser.fill("reason-need-that-varies", "It does not vary").await?;
                browser.click("label[for=state-safeguarding-does-not-apply]").await?;
                browser.press("Show only what is missing").await?;
                browser.press("See what is missing").await?;
                browser.unfold("The summary as text").await?;
                browser.wait_for(".govuk-error-summary").await.map(drop)
            }
            Self::FilledIn => {
                browser.fill("f_child-name", "A. B.").await?;
                browser.click("label[for=f_basis_statute]").await?;
                browser.click("label[for=f_routes_fax]").await?;
                browser.press("Check the form").await?;
                browser.wait_for("#found").await.map(drop)
            }
            Self::WithRows => {
                browser.click("#t_agencies_gp_open").await?;
                browser.press("Add the first agency").await?;
                browser.fill("t_agencies_0_other-agency", "Allotment club").await?;
                browser.wait_for("#t_agencies_gp_needed").await.map(drop)
            }
            Self::CaseKept => {
                browser.click("label[for=risk-yes]").await?;
                browser.unfold("Keep, save or open a case").await?;
                browser.press("Keep on this device").await?;
                browser.see("is kept on this device until").await
            }
            // The case of the state before, with every question of the page asked.
            Self::CasesListed => {
                browser.press("Remove everything that this guide keeps here").await?;
                browser.see("Yes, remove all of it").await?;
                browser.unfold("Keep, save or open a case").await
            }
            Self::Reasoned => browser.see("Not quite: see why").await,
            Self::Projected => {
                browser.press("Projector view").await?;
                browser.press("Show the reasoning").await?;
                browser.see("Hide the reasoning").await
            }
            Self::Searched => {
                browser.fill("search", "core gruop").await?;
                browser.wait_for(".wm-result").await.map(drop)
            }
            Self::WordOpen => {
                browser.click(".wm-term").await?;
                browser.wait_for(".wm-meaning:popover-open").await.map(drop)
            }
            Self::Mistaken => {
                browser.press("Work out the dates").await?;
                browser.wait_for(".govuk-error-summary").await.map(drop)
            }
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opened { address, .. } => write!(out, "/{address}"),
            Self::Answered => write!(out, "/{DEADLINES} with an answer"),
            Self::Mistaken => write!(out, "/{DEADLINES} with a mistake"),
            Self::CaseShown => write!(out, "/{CASE} with its clocks"),
            Self::Counted => write!(out, "/{ANY_COUNT} with a count"),
            Self::Checked => write!(out, "/{CHECK} with an answer"),
            Self::Compared => write!(out, "/{COMPARE} with an answer"),
            Self::Decided => write!(out, "/{DECISION} with answers"),
            Self::Listed => write!(out, "/{LIST} with answers"),
            Self::FilledIn => write!(out, "/{LETTER} filled in and checked"),
            Self::WithRows => write!(out, "/{PROMPTS} with rows"),
            Self::CaseKept => write!(out, "/{DECISION} with its case kept"),
            Self::CasesListed => write!(out, "/{CASES} with everything to be removed"),
            Self::Reasoned => write!(out, "/{PRACTICE}"),
            Self::Projected => write!(out, "/{PRACTICE} shown to a room"),
            Self::Searched => write!(out, "/{SEARCH} with results"),
            Self::WordOpen => write!(out, "/{WITH_WORDS} with a word open"),
        }
    }
}
