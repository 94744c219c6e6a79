//! The software that a copy of the guide may hold, and its licences.

use leptos::prelude::*;
use serde::Deserialize;
use waymark_content::route::SitePage;
use waymark_content::words::fill;

use super::fixed;
use crate::frame::{Frame, Kind, Part};
use crate::site::Site;

/// Packages under the same terms. `cargo xtask build` lists them.
#[derive(Debug, Deserialize)]
pub(crate) struct Notice {
    licence: String,
    /// A paragraph a line.
    text: String,
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    /// Whose it is, a line each.
    makers: Vec<String>,
}

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let pages = &site.guide.words.pages;
    let words = &pages.notices_page;
    let own = words.own.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> }).collect_view();
    let notices = site.notices.iter().enumerate().map(|(place, notice)| {
        let id = format!("licence-{}", place + 1);
        let title = fill(&words.under, &[("licence", &notice.licence)]);
        let count = fill(&words.count, &[("count", &notice.packages.len().to_string())]);
        let text = notice.text.lines().map(|text| view! { <p class="govuk-body">{text.to_owned()}</p> });
        let packages = notice.packages.iter().map(|package| {
            let makers = match package.makers.as_slice() {
                [] => words.no_makers.clone(),
                makers => makers.join("; "),
            };
            view! { <li>{format!("{} {}", package.name, package.version).trim().to_owned()}": "{makers}</li> }
        });
        view! {
            <h2 class="govuk-heading-m" id=id>{title}</h2>
            <p class="govuk-body">{count}</p>
            <ul class="govuk-list govuk-list--bullet">{packages.collect_view()}</ul>
            <blockquote class="govuk-inset-text">{text.collect_view()}</blockquote>
        }
    });
    let body = view! { <div class="wm-text">{own}{notices.collect_view()}</div> };
    Frame {
        kind: Kind::Register,
        ..fixed(site, SitePage::Notices, &pages.notices, Part::Elsewhere, body.into_any())
    }
}
