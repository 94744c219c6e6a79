//! Where each statement is used, and where each disagreement is shown.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::guidance::Pages;
use crate::guidance::{Block, Page, Reference, each_reference, plain_text};
use crate::guide::{Guide, Use};
use crate::id::{DisagreementId, StatementId};
use crate::route::{Link, SitePage};
use crate::words::fill;

/// Every disagreement that some page shows.
pub(super) fn shown(pages: &Pages) -> HashSet<DisagreementId> {
    let mut shown = HashSet::new();
    for (_, _, parsed) in pages.all() {
        each_reference(&parsed.blocks, &mut |_, reference| {
            if let Reference::Disagreement(id) = reference {
                shown.insert(id.clone());
            }
        });
    }
    shown
}

/// The places that use something, in the order of the pages.
type Places<Id> = BTreeMap<Id, Vec<Use>>;

/// The uses of statements and of disagreements.
pub(super) fn index(guide: &Guide) -> (Places<StatementId>, Places<DisagreementId>) {
    let (mut uses, mut shown) = (Places::new(), Places::new());
    for page in guide.pages() {
        each_reference(&page.blocks, &mut |heading, reference| match reference {
            Reference::Support(support) => {
                support.statements().iter().for_each(|id| add(&mut uses, id, page_use(page, heading)));
            }
            Reference::Disagreement(id) => {
                let sides = guide.disagreement(id).into_iter().flat_map(|(_, entry)| &entry.says);
                sides.flat_map(|side| &side.cites).for_each(|id| add(&mut uses, id, page_use(page, heading)));
                add(&mut shown, id, page_use(page, heading));
            }
            Reference::Term(_) => {}
        });
    }
    for rule in &guide.deadlines {
        let link = Link::to(rule.route());
        let texts = [&rule.starts, &rule.if_late].into_iter().chain(&rule.notes);
        let event = guide.events.iter().filter(|event| event.id == rule.event).flat_map(|event| &event.cites);
        for id in rule.cites.iter().chain(texts.flat_map(|text| &text.cites)).chain(event) {
            add(&mut uses, id, Use { title: rule.title.clone(), link: link.clone() });
        }
    }
    for limit in &guide.unnumbered {
        let link = Link::to_anchor(SitePage::WithoutANumber.route(), limit.id.as_str());
        let place = Use { title: limit.what.clone(), link };
        limit.cites.iter().for_each(|id| add(&mut uses, id, place.clone()));
    }
    for condition in &guide.conditions {
        for rule in guide.deadlines.iter().filter(|rule| rule.condition.as_ref() == Some(&condition.id)) {
            let place = Use { title: rule.title.clone(), link: Link::to(rule.route()) };
            condition.cites.iter().for_each(|id| add(&mut uses, id, place.clone()));
        }
    }
    for decision in &guide.decisions {
        let place = Use { title: decision.title.clone(), link: Link::to(decision.route()) };
        decision.cites().for_each(|id| add(&mut uses, id, place.clone()));
        for id in decision.all_differs() {
            let sides = guide.disagreement(id).into_iter().flat_map(|(_, entry)| &entry.says);
            sides.flat_map(|side| &side.cites).for_each(|id| add(&mut uses, id, place.clone()));
            add(&mut shown, id, place.clone());
        }
    }
    for flow in &guide.flows {
        let place = Use { title: flow.file.title.clone(), link: Link::to(flow.route.clone()) };
        flow.file.steps.iter().flat_map(|step| &step.cites).for_each(|id| add(&mut uses, id, place.clone()));
    }
    for list in &guide.checklists {
        let place = Use { title: list.title.clone(), link: Link::to(list.route()) };
        list.statements().for_each(|id| add(&mut uses, id, place.clone()));
        for id in list.all_differs() {
            let sides = guide.disagreement(id).into_iter().flat_map(|(_, entry)| &entry.says);
            sides.flat_map(|side| &side.cites).for_each(|id| add(&mut uses, id, place.clone()));
            add(&mut shown, id, place.clone());
        }
    }
    for form in &guide.forms {
        let place = Use { title: form.title.clone(), link: Link::to(form.route()) };
        form.statements().into_iter().for_each(|id| add(&mut uses, id, place.clone()));
        for id in &form.differs {
            let sides = guide.disagreement(id).into_iter().flat_map(|(_, entry)| &entry.says);
            sides.flat_map(|side| &side.cites).for_each(|id| add(&mut uses, id, place.clone()));
            add(&mut shown, id, place.clone());
        }
    }
    for case in guide.practice.iter().map(|case| case.case()) {
        let title = fill(&guide.words.practice.used_in, &[("case", &case.title)]);
        let place = Use { title, link: Link::to(case.route()) };
        case.cites().for_each(|id| add(&mut uses, id, place.clone()));
    }
    for group in &guide.disagreements {
        for entry in &group.file.entries {
            let place = Use { title: entry.title.clone(), link: group.link(&entry.id) };
            entry.says.iter().flat_map(|side| &side.cites).for_each(|id| add(&mut uses, id, place.clone()));
        }
    }
    for term in &guide.glossary.terms {
        let link = Link::to_anchor(SitePage::Glossary.route(), term.id.as_str());
        let place = Use { title: term.term.clone(), link };
        term.cites.iter().for_each(|id| add(&mut uses, id, place.clone()));
    }
    (uses, shown)
}

fn add<Id: Clone + Eq + Hash + Ord>(places: &mut Places<Id>, id: &Id, used: Use) {
    let places = places.entry(id.clone()).or_default();
    if !places.contains(&used) {
        places.push(used);
    }
}

fn page_use(page: &Page, heading: Option<&str>) -> Use {
    let words = heading.and_then(|wanted| {
        page.blocks.iter().find_map(|block| match block {
            Block::Heading { id, text, .. } if id == wanted => Some(plain_text(text)),
            _ => None,
        })
    });
    match (heading, words) {
        (Some(id), Some(words)) => {
            Use { title: format!("{}: {words}", page.title), link: Link::to_anchor(page.route.clone(), id) }
        }
        _ => Use { title: page.title.clone(), link: Link::to(page.route.clone()) },
    }
}
