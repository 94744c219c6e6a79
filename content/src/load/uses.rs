//! Where each statement is used.

use std::collections::BTreeMap;

use crate::deadline::{DeadlineRule, Event};
use crate::guidance::{Block, Page, Procedure, each_support, plain_text};
use crate::guide::Use;
use crate::id::StatementId;
use crate::route::{Link, SitePage};

pub(super) fn index(
    procedures: &[Procedure],
    events: &[Event],
    deadlines: &[DeadlineRule],
) -> BTreeMap<StatementId, Vec<Use>> {
    let mut uses: BTreeMap<StatementId, Vec<Use>> = BTreeMap::new();
    let mut add = |id: &StatementId, used: Use| {
        let places = uses.entry(id.clone()).or_default();
        if !places.contains(&used) {
            places.push(used);
        }
    };
    for page in procedures.iter().flat_map(|procedure| &procedure.pages) {
        each_support(&page.blocks, &mut |heading, support| {
            for id in support.statements() {
                add(id, page_use(page, heading));
            }
        });
    }
    let tool = SitePage::Deadlines.route();
    for rule in deadlines {
        let link = Link::to_anchor(tool.clone(), rule.id.as_str());
        let texts = [&rule.starts, &rule.if_late].into_iter().chain(&rule.notes);
        let event = events.iter().filter(|event| event.id == rule.event).flat_map(|event| &event.cites);
        for id in rule.cites.iter().chain(texts.flat_map(|text| &text.cites)).chain(event) {
            add(id, Use { title: rule.title.clone(), link: link.clone() });
        }
    }
    uses
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
