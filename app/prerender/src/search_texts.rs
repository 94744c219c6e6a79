//! The texts that the search goes through.
//!
//! Texts and not an index: our texts compress to less than any index of them, and the passage that is shown is at hand.
//! Statements stand once each, with the pages that use them, in columns, which compress better than rows.

use std::collections::HashMap;

use serde::Serialize;
use waymark_content::guidance::{Block, Page};
use waymark_content::guide::{Guide, Use};
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::statement::{Statement, StatementKind};

use crate::terms;

/// As `app/search/engine.js` reads it.
#[derive(Serialize)]
struct Texts {
    /// Labels of kinds.
    kinds: Vec<String>,
    #[serde(rename = "termKind")]
    term_kind: usize,
    #[serde(rename = "statementKind")]
    statement_kind: usize,
    pages: Vec<PageText>,
    terms: Vec<TermText>,
    sources: Vec<SourceTexts>,
    synonyms: Vec<Vec<String>>,
}

/// Title, ids of headings (their words are in them), description, path, place of its kind, other words for it.
#[derive(Serialize)]
struct PageText(
    String,
    Vec<String>,
    String,
    String,
    usize,
    #[serde(skip_serializing_if = "Vec::is_empty")] Vec<String>,
);

/// Term with its abbreviation, meaning, path.
#[derive(Serialize)]
struct TermText(String, String, String);

#[derive(Serialize)]
struct SourceTexts {
    name: String,
    path: String,
    /// What all ids of the list begin with.
    prefix: String,
    /// The rest of each, parted by spaces.
    ids: String,
    /// Parted by line ends: as texts and not as lists all of this is 2 kB less to fetch.
    gists: String,
    /// For each statement, parted by spaces, the pages that use it by place, each followed by the place of the heading
    /// on it from 1, or 0: `12.3.140.0`.
    uses: String,
}

pub(crate) fn json(guide: &Guide) -> Vec<u8> {
    serde_json::to_vec(&texts(guide)).expect("texts are plain data")
}

fn texts(guide: &Guide) -> Texts {
    let mut kinds = Kinds::default();
    let pages = pages(guide, &mut kinds);
    let places: HashMap<&str, usize> =
        pages.iter().enumerate().map(|(place, page)| (page.3.as_str(), place)).collect();
    let topics = &SitePage::Topics.route();
    let sources = guide.sources.iter().flat_map(|source| {
        // A register that is parted into pages is that many lists of statements.
        let mut lists: Vec<(Route, Vec<&Statement>)> = Vec::new();
        for section in &source.sections {
            let route = source.route_of(section);
            match lists.last_mut() {
                Some((last, statements)) if *last == route => statements.extend(&section.statements),
                _ => lists.push((route, section.statements.iter().collect())),
            }
        }
        let own = guide.procedure(&source.about.id).map(|procedure| procedure.route.clone());
        let (pages, places) = (&pages, &places);
        let uses = move |links: &[Use]| {
            // The first page of the source itself, and the first that draws sources together.
            let first =
                |part: &Route| links.iter().find(|used| used.link.route.as_str().starts_with(part.as_str()));
            let found = own.iter().chain([topics]).filter_map(first);
            let places = found.filter_map(|used| use_of(pages, places, &used.link)).flatten();
            joined(".", places.map(|place| place.to_string()))
        };
        let of = |statement: &&Statement| guide.uses.get(&statement.id).map_or(&[][..], Vec::as_slice);
        let texts = lists.into_iter().map(|(route, statements)| SourceTexts {
            name: source.about.short.clone(),
            path: route.as_str().to_owned(),
            prefix: prefix(&statements).to_owned(),
            ids: joined(
                " ",
                statements.iter().map(|each| each.id.as_str()[prefix(&statements).len()..].to_owned()),
            ),
            gists: joined("\n", statements.iter().map(|statement| gist(statement))),
            uses: joined(" ", statements.iter().map(|statement| uses(of(statement)))),
        });
        texts.collect::<Vec<_>>()
    });
    let sources = sources.collect();
    let words = &guide.words.search;
    let term_kind = kinds.place(&words.kinds.term);
    let statement_kind = kinds.place(&words.kinds.statement);
    let terms = guide.glossary.terms.iter().map(|term| {
        let link = Link::to_anchor(SitePage::Glossary.route(), term.id.as_str());
        let meaning = term.meaning.as_deref().or(term.place.as_deref()).unwrap_or_default();
        let meaning = first_sentence(meaning).to_owned();
        TermText(terms::name(term), meaning, path(&link))
    });
    Texts {
        terms: terms.collect(),
        kinds: kinds.0,
        term_kind,
        statement_kind,
        pages,
        sources,
        synonyms: guide.synonyms.clone(),
    }
}

/// What the ids of a list begin with, up to the first hyphen: nothing when they differ there.
fn prefix<'a>(statements: &[&'a Statement]) -> &'a str {
    let Some(first) = statements.first().map(|statement| statement.id.as_str()) else { return "" };
    let prefix = first.find('-').map_or("", |end| &first[..=end]);
    let all = statements.iter().all(|statement| statement.id.as_str().starts_with(prefix));
    if all { prefix } else { "" }
}

/// What is worth searching of a statement. Pointers to other texts, background, examples, forms and their blanks would be
/// a tenth of all that is loaded, and their pages are found by other words.
fn gist(statement: &Statement) -> String {
    use StatementKind::{Context, CrossRef, Example, Glossary, Research, Template, TemplateField};
    match statement.kind {
        Context | CrossRef | Example | Glossary | Research | Template | TemplateField => String::new(),
        _ => statement.gist.clone(),
    }
}

/// The first sentence: the rest stands where the result leads to.
fn first_sentence(text: &str) -> &str {
    let end = text.match_indices(". ").find(|(place, _)| {
        let before = text[..*place].chars().last();
        before.is_some_and(|c| c.is_lowercase() || c == ')')
    });
    end.map_or(text, |(place, _)| &text[..=place])
}

fn joined(by: &str, texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(by)
}

/// A page's place and that of the heading on it.
fn use_of(pages: &[PageText], places: &HashMap<&str, usize>, link: &Link) -> Option<[usize; 2]> {
    let place = *places.get(link.route.as_str())?;
    let heading = pages[place].1.iter().position(|id| Some(id) == link.anchor.as_ref());
    Some([place, heading.map_or(0, |heading| heading + 1)])
}

/// Labels of kinds, each once.
#[derive(Default)]
struct Kinds(Vec<String>);

impl Kinds {
    fn place(&mut self, label: &str) -> usize {
        self.0.iter().position(|known| known == label).unwrap_or_else(|| {
            self.0.push(label.to_owned());
            self.0.len() - 1
        })
    }
}

fn pages(guide: &Guide, kinds: &mut Kinds) -> Vec<PageText> {
    let words = &guide.words.search;
    let mut pages = Vec::new();
    for page in SitePage::ALL {
        let Some(titled) = guide.words.pages.of(page) else { continue };
        let below_tools = page.route().as_str().starts_with(SitePage::Tools.route().as_str());
        let is_tool = below_tools && page != SitePage::Tools;
        let kind = kinds.place(if is_tool { &words.kinds.tool } else { &words.kinds.page });
        let has_rules = page == SitePage::Deadlines;
        let rules = guide.deadlines.iter().filter(|_| has_rules).map(|rule| rule.title.clone());
        let names = titled.search_words.iter().cloned().chain(rules).collect();
        let path = page.route().as_str().to_owned();
        pages.push(PageText(titled.title.clone(), Vec::new(), titled.description.clone(), path, kind, names));
    }
    // A decision's title says what it answers: its question would say the same at greater length.
    for decision in &guide.decisions {
        let kind = kinds.place(&words.kinds.tool);
        let path = decision.route().as_str().to_owned();
        let words = decision.search_words.clone();
        pages.push(PageText(decision.title.clone(), Vec::new(), String::new(), path, kind, words));
    }
    for form in &guide.forms {
        let kind = kinds.place(&words.kinds.tool);
        let path = form.route().as_str().to_owned();
        // What the source calls it, where that is not its title.
        let names =
            form.names.iter().filter(|name| !name.eq_ignore_ascii_case(&form.title)).cloned().collect();
        pages.push(PageText(form.title.clone(), Vec::new(), String::new(), path, kind, names));
    }
    for page in guide.topics.iter().chain([&guide.editions]) {
        pages.push(guidance(page, kinds.place(&words.kinds.topic)));
    }
    for procedure in &guide.procedures {
        let name = guide.source(&procedure.source).map_or("", |source| &source.about.short);
        let kind = kinds.place(name);
        pages.extend(procedure.pages.iter().map(|page| guidance(page, kind)));
    }
    for flow in &guide.flows {
        let kind = kinds.place(&words.kinds.flow);
        let path = flow.route.as_str().to_owned();
        pages.push(PageText(
            flow.file.title.clone(),
            Vec::new(),
            flow.file.description.clone(),
            path,
            kind,
            Vec::new(),
        ));
    }
    // Each point's id says what it is about, as a heading's does.
    for group in &guide.disagreements {
        let kind = kinds.place(&words.kinds.disagreement);
        let points = group.file.entries.iter().map(|entry| entry.id.to_string()).collect();
        let path = group.route.as_str().to_owned();
        pages.push(PageText(
            group.file.title.clone(),
            points,
            group.file.description.clone(),
            path,
            kind,
            Vec::new(),
        ));
    }
    pages
}

fn guidance(page: &Page, kind: usize) -> PageText {
    let headings = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { id, .. } => Some(id.clone()),
            _ => None,
        })
        .collect();
    let path = page.route.as_str().to_owned();
    PageText(page.title.clone(), headings, page.description.clone(), path, kind, page.search_words.clone())
}

/// Below the site's root.
fn path(link: &Link) -> String {
    match &link.anchor {
        Some(anchor) => format!("{}#{anchor}", link.route.as_str()),
        None => link.route.as_str().to_owned(),
    }
}
