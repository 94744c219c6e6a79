//! What words mean, by alphabet.

use leptos::prelude::*;
use waymark_content::glossary::Term;
use waymark_content::route::SitePage;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::site::Site;
use crate::terms::{meaning, name};

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let route = SitePage::Glossary.route();
    let letters: Vec<(char, &[Term])> = guide
        .glossary
        .terms
        .chunk_by(|a, b| letter(a) == letter(b))
        .filter_map(|terms| Some((letter(terms.first()?), terms)))
        .collect();
    let links = letters
        .iter()
        .map(
            |(letter, _)| view! { <li><a href=format!("#{}", anchor(*letter))>{letter.to_string()}</a></li> },
        )
        .collect_view();
    let sections = letters
        .iter()
        .map(|(letter, terms)| {
            let entries = terms
                .iter()
                .map(|term| {
                    view! {
                        <div class="wm-glossary__entry" id=term.id.to_string()>
                            <dt>{name(term)}</dt>
                            <dd>{meaning(guide, &route, term)}</dd>
                        </div>
                    }
                })
                .collect_view();
            view! {
                <h2 class="govuk-heading-m" id=anchor(*letter)>{letter.to_string()}</h2>
                <dl class="wm-glossary">{entries}</dl>
            }
        })
        .collect_view();
    let label = guide.words.pages.term.letters.clone();
    let body = view! {
        <nav class="wm-letters" aria-label=label><ul class="wm-letters__list">{links}</ul></nav>
        <div class="wm-text">{sections}</div>
    };
    let words = &guide.words.pages.glossary;
    Frame { kind: Kind::Register, ..fixed(site, SitePage::Glossary, words, Part::Elsewhere, body.into_any()) }
}

fn letter(term: &Term) -> char {
    term.term.chars().next().map_or('#', |c| c.to_ascii_uppercase())
}

fn anchor(letter: char) -> String {
    format!("letter-{}", letter.to_ascii_lowercase())
}
