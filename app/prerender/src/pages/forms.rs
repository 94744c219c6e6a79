//! The list of forms and letters, with what the source names and our copy of it does not hold.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_content::route::SitePage;

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::{page_list, sources_block, sources_line};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.forms_page;
    let route = SitePage::Forms.route();
    let forms = guide.forms.iter().map(|form| (form.title.clone(), form.purpose.clone(), form.route()));
    let things = guide.not_supplied.iter().map(|thing| {
        let citations = guide.citations(&route, &thing.cites, None);
        view! {
            <li>
                <strong>{thing.name.clone()}":"</strong>" "{thing.text.clone()}<Citations citations/>
            </li>
        }
    });
    let cited = guide.not_supplied.iter().flat_map(|thing| &thing.cites);
    let sources = guide.sources_cited(cited.chain(guide.forms.iter().flat_map(|form| &form.who.cites)));
    let body = view! {
        {page_list(&route, forms.collect())}
        <h2 class="govuk-heading-m" id="not-supplied">{words.not_supplied_heading.clone()}</h2>
        <p class="govuk-body">{words.not_supplied_lead.clone()}</p>
        <ul class="govuk-list govuk-list--bullet">{things.collect_view()}</ul>
        {sources_block(guide, &route, &sources)}
    };
    Frame {
        danger: true,
        status_line: Some(sources_line(guide, &route, &sources)),
        ..fixed(site, SitePage::Forms, &guide.words.pages.forms, Part::Tools, body.into_any())
    }
}
