//! What there is to look at: each page as it opens, and what the tool makes of its page.

use std::fmt;
use std::path::Path;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::site::Site;

const DEADLINES: &str = "tools/deadlines/";
const SEARCH: &str = "search/";
/// A page with words that open their meaning.
const WITH_WORDS: &str = "procedures/working-together-2015/core-group/";

/// A page in a state that a reader can bring it to.
pub(crate) enum State {
    /// As it opens; a tool page once its tool runs.
    Opened { address: String, tool: bool },
    /// The deadlines tool with an answer.
    Answered,
    /// The deadlines tool with a message about a mistake.
    Mistaken,
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
        opened.chain([Self::Answered, Self::Mistaken, Self::Searched, Self::WordOpen]).collect()
    }

    /// What pages of one sort have in common: the part of the site, with the depth below it. Each state of a tool is
    /// a sort of its own.
    pub(crate) fn sort(&self) -> String {
        match self {
            Self::Opened { address, .. } => {
                let part = address.split('/').next().unwrap_or_default();
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
            Self::Searched => (SEARCH, true),
            Self::WordOpen => (WITH_WORDS, false),
        };
        browser.open_page(address).await?;
        if tool {
            browser.wait_for("[data-tool][data-alive]").await?;
        }
        if matches!(self, Self::Answered) {
            for (part, text) in [("day", "2"), ("month", "5"), ("year", "2025")] {
                browser.fill(&format!("referral-received-{part}"), text).await?;
            }
        }
        match self {
            Self::Opened { .. } => Ok(()),
            Self::Answered => {
                browser.press("Work out the dates").await?;
                browser.wait_for(".wm-answer__date").await.map(drop)
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
            Self::Searched => write!(out, "/{SEARCH} with results"),
            Self::WordOpen => write!(out, "/{WITH_WORDS} with a word open"),
        }
    }
}
