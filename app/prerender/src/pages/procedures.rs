//! The list of procedures.

use leptos::prelude::*;
use waymark_content::route::{Link, SitePage};

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::{status_meaning, status_tag};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.pages;
    let route = SitePage::Procedures.route();
    let items = guide
        .sources
        .iter()
        .map(|source| {
            let about = &source.about;
            let procedure = guide.procedure(&about.id);
            let target = procedure.map_or_else(|| source.route(), |procedure| procedure.route.clone());
            let href = route.href(&Link::to(target));
            let written = match procedure {
                Some(_) => words.procedure.procedure_lead.clone(),
                None => words.procedure.not_written.clone(),
            };
            view! {
                <li class="wm-task">
                    <h2 class="wm-task__title"><a class="govuk-link" href=href>{about.title.clone()}</a></h2>
                    <p class="wm-task__text">{written}</p>
                    <p class="wm-task__text">
                        {about.edition.clone()}" "{status_tag(guide, about.status)}" "
                        {status_meaning(guide, about.status)}
                    </p>
                </li>
            }
        })
        .collect_view();
    let body = view! { <ul class="wm-tasks">{items}</ul> }.into_any();
    Frame { danger: true, ..fixed(site, SitePage::Procedures, &words.procedures, Part::Procedures, body) }
}
