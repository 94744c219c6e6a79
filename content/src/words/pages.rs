//! Titles and leading words of the pages that stand whatever the content holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shell::Labelled;
use crate::disagreement::{Confidence, DisagreementKind};
use crate::route::SitePage;

/// `words/pages.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is the page it names")]
pub struct PageWords {
    pub tools: Titled,
    pub deadlines: Titled,
    pub decisions: Titled,
    pub checklists: Titled,
    pub forms: Titled,
    pub cases: Titled,
    pub whole_case: Titled,
    pub check_date: Titled,
    pub any_count: Titled,
    pub compare: Titled,
    pub without_a_number: Titled,
    pub bank_holidays: Titled,
    pub practice: Titled,
    pub procedures: Titled,
    pub topics: Titled,
    pub flows: Titled,
    pub search: Titled,
    pub glossary: Titled,
    pub disagreements: Titled,
    pub sources: Titled,
    pub display: Titled,
    pub about: Titled,
    pub privacy: Titled,
    pub accessibility: Titled,
    pub notices: Titled,
    pub site_map: Titled,
    pub not_found: NotFoundWords,
    pub cases_page: CasesPageWords,
    pub notices_page: NoticesPageWords,
    pub procedure: ProcedureWords,
    pub topic: TopicWords,
    pub flow: FlowWords,
    pub term: TermWords,
    pub disagreement: DisagreementWords,
    pub register: RegisterWords,
}

impl PageWords {
    /// The words of a fixed page. The home page has a file of its own.
    pub fn of(&self, page: SitePage) -> Option<&Titled> {
        match page {
            SitePage::Home => None,
            SitePage::Tools => Some(&self.tools),
            SitePage::Deadlines => Some(&self.deadlines),
            SitePage::Decisions => Some(&self.decisions),
            SitePage::Checklists => Some(&self.checklists),
            SitePage::Forms => Some(&self.forms),
            SitePage::Cases => Some(&self.cases),
            SitePage::WholeCase => Some(&self.whole_case),
            SitePage::CheckDate => Some(&self.check_date),
            SitePage::AnyCount => Some(&self.any_count),
            SitePage::Compare => Some(&self.compare),
            SitePage::WithoutANumber => Some(&self.without_a_number),
            SitePage::BankHolidays => Some(&self.bank_holidays),
            SitePage::Practice => Some(&self.practice),
            SitePage::Procedures => Some(&self.procedures),
            SitePage::Topics => Some(&self.topics),
            SitePage::Flows => Some(&self.flows),
            SitePage::Search => Some(&self.search),
            SitePage::Glossary => Some(&self.glossary),
            SitePage::Disagreements => Some(&self.disagreements),
            SitePage::Sources => Some(&self.sources),
            SitePage::Display => Some(&self.display),
            SitePage::About => Some(&self.about),
            SitePage::Privacy => Some(&self.privacy),
            SitePage::Accessibility => Some(&self.accessibility),
            SitePage::Notices => Some(&self.notices),
            SitePage::SiteMap => Some(&self.site_map),
        }
    }
}

/// A page's title, description and leading sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Titled {
    /// Heading and title.
    pub title: String,
    /// One sentence for lists and search results.
    pub description: String,
    /// What it opens with.
    pub lead: Option<String>,
    /// Other words that people search it by.
    #[serde(default)]
    pub search_words: Vec<String>,
    /// What stands in place of its tool where there is no JavaScript.
    #[serde(default)]
    pub fallback: Vec<String>,
}

/// The page of kept cases below its tool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CasesPageWords {
    /// What is kept and where, in plain words: headings with what stands under them.
    pub sections: Vec<CasesSection>,
    /// Before the tools that belong to a case.
    pub tools: String,
    /// Before the published schema of the files.
    pub schema: String,
    /// What the link to it says.
    pub schema_link: String,
}

/// The page of the software that the guide is made with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoticesPageWords {
    /// What it says about the guide's own words and its sources.
    pub own: Vec<String>,
    /// Heading of the software under one licence: `{licence}`.
    pub under: String,
    /// Under the heading: how many there are, `{count}`.
    pub count: String,
    /// What stands for its makers where its package names none.
    pub no_makers: String,
}

/// A heading of the page of kept cases, with what stands under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CasesSection {
    /// Its id on the page.
    pub id: String,
    /// The heading.
    pub title: String,
    /// One sentence or two an item.
    pub text: Vec<String>,
}

/// The page for an address that leads nowhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct NotFoundWords {
    pub title: String,
    pub description: String,
    pub text: Vec<String>,
    pub links_lead: String,
}

/// The pages of a procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct ProcedureWords {
    pub procedure_lead: String,
    pub not_written: String,
    pub statements_link: String,
    pub one_page_title: String,
    pub one_page_description: String,
}

/// The pages that draw sources together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicWords {
    /// Before the list of topics on a topic's page.
    pub in_topics: String,
    /// Before the sources under a topic's title.
    pub draws_on: String,
    /// Heading of the sources at a topic's end.
    pub about_sources: String,
    /// Heading of the flows that draw the page.
    pub flows: String,
}

/// The pages of flows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct FlowWords {
    pub picture: String,
    pub picture_label: String,
    pub steps: String,
    pub next: String,
    pub ends: String,
    pub again: String,
    pub read_more: String,
    pub by: String,
}

/// Terms, on their page and where they open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct TermWords {
    pub on_this_page: String,
    pub newer: String,
    pub unexplained: String,
    pub in_glossary: String,
    pub letters: String,
}

/// Disagreements, in the register and where they are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct DisagreementWords {
    pub kinds: BTreeMap<DisagreementKind, String>,
    pub sure: BTreeMap<Confidence, Labelled>,
    pub sure_words: String,
    pub follow: String,
    pub why: String,
    pub how_sure: String,
    pub in_register: String,
    pub shown_on: String,
    pub count: String,
}

/// The pages of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the text of the piece it names")]
pub struct RegisterWords {
    pub description: String,
    pub statements: String,
    pub count: String,
    pub used_in: String,
    pub read_as_guidance: String,
}

/// `words/home.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeWords {
    /// Heading.
    pub title: String,
    /// Title in the browser's tab and in search results.
    pub page_title: String,
    /// One sentence for search results.
    pub description: String,
    /// What people come to do.
    #[serde(rename = "task")]
    pub tasks: Vec<Task>,
}

/// One thing that people come to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// As they would say it.
    pub title: String,
    /// What they will find.
    pub text: String,
    /// Where: a page of this site.
    pub link: String,
}
