//! All of the content together, with where each statement is used.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::calendar::{CalendarFile, Closure};
use crate::case::Keeping;
use crate::checklist::RecordChecklist;
use crate::currency::{Currency, Notice};
use crate::deadline::{Condition, DeadlineRule, Event, UnnumberedLimit};
use crate::decision::{Decision, DecisionGroup, Situation};
use crate::disagreement::{Disagreement, DisagreementGroup};
use crate::flow::Flow;
use crate::form::{Form, Limits, NotSupplied};
use crate::glossary::Glossary;
use crate::guidance::{Block, Page, Procedure, Reference, each_reference};
use crate::id::{ConditionId, DisagreementId, EventId, FlowId, NoticeId, SourceId, StatementId};
use crate::practice::{MarkedCase, Session, StepOption};
use crate::route::{Link, Route, SitePage};
use crate::source::{Source, SourceSection};
use crate::statement::Statement;
use crate::words::Words;

/// The content, checked: every id in it exists, every link leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// The documents, in order.
    pub sources: Vec<Source>,
    /// What came after them.
    pub currency: Currency,
    /// The guidance written from them, in the sources' order.
    pub procedures: Vec<Procedure>,
    /// The guidance that draws the sources together, by topic.
    pub topics: Vec<Page>,
    /// What later editions say, as far as we could check.
    pub editions: Page,
    /// Where sources differ or read oddly, by subject.
    pub disagreements: Vec<DisagreementGroup>,
    /// What words mean.
    pub glossary: Glossary,
    /// What follows what.
    pub flows: Vec<Flow>,
    /// Groups of words that searchers use for the same thing.
    pub synonyms: Vec<Vec<String>>,
    /// What starts a clock.
    pub events: Vec<Event>,
    /// What has to hold for a clock to run.
    pub conditions: Vec<Condition>,
    /// The time limits with a number, by source.
    pub deadlines: Vec<DeadlineRule>,
    /// The time limits without one.
    pub unnumbered: Vec<UnnumberedLimit>,
    /// The folders of decisions, in the order of lists.
    pub decision_groups: Vec<DecisionGroup>,
    /// What someone may have come with who needs a decision.
    pub situations: Vec<Situation>,
    /// The decisions, by group and order.
    pub decisions: Vec<Decision>,
    /// What records, meetings and plans should hold, by source.
    pub checklists: Vec<RecordChecklist>,
    /// The forms and letters.
    pub forms: Vec<Form>,
    /// How much may be filled into a form.
    pub form_limits: Limits,
    /// What sources name and our copies do not hold.
    pub not_supplied: Vec<NotSupplied>,
    /// The practice cases with their verdicts, by level and order.
    pub practice: Vec<MarkedCase>,
    /// Plans for training sessions.
    pub sessions: Vec<Session>,
    /// Bank holidays by nation.
    pub calendars: Vec<CalendarFile>,
    /// Days on which the authority that publishes this copy is closed, in date order.
    pub closures: Vec<Closure>,
    /// How much of a case may be kept, and for how long.
    pub keeping: Keeping,
    /// The texts about the guide itself.
    pub about: AboutPages,
    /// What the site says about itself.
    pub words: Words,
    /// Where each statement is used, in the order of the pages.
    pub uses: BTreeMap<StatementId, Vec<Use>>,
    /// Where each disagreement is shown, in the same order.
    pub shown: BTreeMap<DisagreementId, Vec<Use>>,
    /// Where each statement stands.
    pub(crate) places: Places,
}

/// Every statement's source, section in it and place in that: citations are too many to look for each.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Places(HashMap<StatementId, [usize; 3]>);

#[cfg(feature = "load")]
impl Places {
    pub(crate) fn of(sources: &[Source]) -> Self {
        let mut places = HashMap::new();
        for (source, of_source) in sources.iter().enumerate() {
            for (section, of_section) in of_source.sections.iter().enumerate() {
                for (place, statement) in of_section.statements.iter().enumerate() {
                    places.insert(statement.id.clone(), [source, section, place]);
                }
            }
        }
        Self(places)
    }
}

/// What the guide says about itself, in its own words: there is nothing to cite.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutPages {
    /// What it is, and how to read it.
    pub guide: Vec<Block>,
    /// What it does with what is entered.
    pub privacy: Vec<Block>,
    /// What was tested, and what was not.
    pub accessibility: Vec<Block>,
}

/// A place that uses a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What to call it: the page's or the rule's title.
    pub title: String,
    /// Where it is.
    pub link: Link,
}

/// A statement with where it stands in the register.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Its source.
    pub source: &'a Source,
    /// The statement.
    pub statement: &'a Statement,
    /// The section that it stands in.
    pub section: &'a SourceSection,
}

impl Found<'_> {
    /// Where it stands in the register.
    pub fn link(&self) -> Link {
        Link::to_anchor(self.source.route_of(self.section), self.statement.id.as_str())
    }
}

impl Guide {
    /// A statement by id.
    pub fn statement(&self, id: &StatementId) -> Option<Found<'_>> {
        let [source, section, place] = *self.places.0.get(id)?;
        let source = self.sources.get(source)?;
        let section = source.sections.get(section)?;
        Some(Found { source, statement: section.statements.get(place)?, section })
    }

    /// A source by id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.about.id == *id)
    }

    /// A source's guidance, once it is written.
    pub fn procedure(&self, source: &SourceId) -> Option<&Procedure> {
        self.procedures.iter().find(|procedure| procedure.source == *source)
    }

    /// Every page of guidance, in the order of lists.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        let by_source = self.procedures.iter().flat_map(|procedure| &procedure.pages);
        by_source.chain(&self.topics).chain([&self.editions])
    }

    /// The title of the page at a route.
    pub fn title_of(&self, route: &Route) -> Option<&str> {
        let fixed = SitePage::ALL.into_iter().find(|page| page.route() == *route);
        if let Some(words) = fixed.and_then(|page| self.words.pages.of(page)) {
            return Some(&words.title);
        }
        let page = self.pages().find(|page| page.route == *route).map(|page| &page.title);
        let flow = || self.flows.iter().find(|flow| flow.route == *route).map(|flow| &flow.file.title);
        let rule = || self.deadlines.iter().find(|rule| rule.route() == *route).map(|rule| &rule.title);
        let decision = || self.decisions.iter().find(|decision| decision.route() == *route).map(|d| &d.title);
        let list = || self.checklists.iter().find(|list| list.route() == *route).map(|list| &list.title);
        let form = || self.forms.iter().find(|form| form.route() == *route).map(|form| &form.title);
        let case = || {
            let cases = self.practice.iter().map(|case| case.case());
            cases.into_iter().find(|case| case.route() == *route).map(|case| &case.title)
        };
        let found =
            page.or_else(flow).or_else(rule).or_else(decision).or_else(list).or_else(form).or_else(case);
        found.map(String::as_str)
    }

    /// The sources that a page rests on, in the order of lists.
    pub fn sources_of(&self, page: &Page) -> Vec<&Source> {
        let mut cited = Vec::new();
        each_reference(&page.blocks, &mut |_, reference| match reference {
            Reference::Support(support) => cited.extend(support.statements()),
            Reference::Disagreement(id) => {
                let sides = self.disagreement(id).into_iter().flat_map(|(_, entry)| &entry.says);
                cited.extend(sides.flat_map(|side| &side.cites));
            }
            Reference::Term(_) => {}
        });
        self.sources_cited(cited)
    }

    /// The sources of these statements, in the order of lists.
    pub fn sources_cited<'a>(&self, ids: impl IntoIterator<Item = &'a StatementId>) -> Vec<&Source> {
        let cited: BTreeSet<usize> =
            ids.into_iter().filter_map(|id| self.places.0.get(id)).map(|[source, ..]| *source).collect();
        cited.into_iter().filter_map(|source| self.sources.get(source)).collect()
    }

    /// A disagreement by id, with its group.
    pub fn disagreement(&self, id: &DisagreementId) -> Option<(&DisagreementGroup, &Disagreement)> {
        self.disagreements
            .iter()
            .find_map(|group| Some((group, group.file.entries.iter().find(|entry| entry.id == *id)?)))
    }

    /// A condition by id.
    pub fn condition(&self, id: &ConditionId) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == *id)
    }

    /// A flow by id.
    pub fn flow(&self, id: &FlowId) -> Option<&Flow> {
        self.flows.iter().find(|flow| flow.id == *id)
    }

    /// A notice by id.
    pub fn notice(&self, id: &NoticeId) -> Option<&Notice> {
        self.currency.notices.iter().find(|notice| notice.id == *id)
    }

    /// How an option of a practice case reads: its text, or the date that it claims.
    pub fn words_of(&self, option: &StepOption) -> String {
        let date = || option.claim.date().map(|date| self.words.dates.long(date.0));
        option.text.clone().or_else(date).unwrap_or_default()
    }

    /// An event by id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// The citations of a run of statements: one for each place in a source, in the order given.
    ///
    /// `own` is the source that the citing page is written from: its name stands at the top of the page already.
    pub fn citations(&self, from: &Route, ids: &[StatementId], own: Option<&SourceId>) -> Vec<Citation> {
        let mut citations: Vec<Citation> = Vec::new();
        let mut places = Vec::new();
        let mut last_source = None;
        for found in ids.iter().filter_map(|id| self.statement(id)) {
            let (about, statement) = (&found.source.about, found.statement);
            let place = (&about.id, &statement.locator);
            if places.contains(&place) {
                continue;
            }
            places.push(place);
            // "Teeswide 3.1", but "Working Together 2015, para 60".
            let numbered = statement.locator.starts_with(|c: char| c.is_ascii_digit());
            let name = format!("{}{}", about.short, if numbered { " " } else { ", " });
            let locator = &statement.locator;
            let (unseen, label) = match last_source {
                Some(last) if last == &about.id => (None, locator.clone()),
                _ if own == Some(&about.id) => (Some(name), locator.clone()),
                _ => (None, name + locator),
            };
            last_source = Some(&about.id);
            let href = from.href(&found.link());
            citations.push(Citation { unseen, label, href });
        }
        citations
    }
}

/// A citation as a reader meets it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Citation {
    /// Read out before the label and not shown: the source's name, where the page names it already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<String>,
    /// What is shown: the source's short name once in a run, then locators only.
    pub label: String,
    /// Link to the statement in the register, relative to the page that cites it.
    pub href: String,
}
