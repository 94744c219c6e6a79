//! Every page.

use leptos::prelude::*;
use waymark_content::route::{Link, Route, SitePage};

use super::{fixed, one_page};
use crate::frame::{Frame, Part};
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let here = SitePage::SiteMap.route();
    let link = |title: &str, route: Route| {
        let href = here.href(&Link::to(route));
        view! { <a class="govuk-link" href=href>{title.to_owned()}</a> }
    };
    let fixed_pages = SitePage::ALL
        .into_iter()
        .map(|page| {
            let title = guide.words.pages.of(page).map_or(&guide.words.home.page_title, |words| &words.title);
            let below = match page {
                SitePage::Deadlines => {
                    Some(list(guide.deadlines.iter().map(|rule| link(&rule.title, rule.route()))))
                }
                SitePage::Procedures => Some(procedures(site, &link)),
                SitePage::Topics => {
                    Some(list(guide.topics.iter().map(|page| link(&page.title, page.route.clone()))))
                }
                SitePage::Flows => {
                    Some(list(guide.flows.iter().map(|flow| link(&flow.file.title, flow.route.clone()))))
                }
                SitePage::Decisions => {
                    let decisions = guide.decisions.iter();
                    Some(list(decisions.map(|decision| link(&decision.title, decision.route()))))
                }
                SitePage::Checklists => {
                    Some(list(guide.checklists.iter().map(|list| link(&list.title, list.route()))))
                }
                SitePage::Forms => Some(list(guide.forms.iter().map(|form| link(&form.title, form.route())))),
                SitePage::Practice => {
                    let cases = guide.practice.iter().map(|case| case.case());
                    Some(list(cases.map(|case| link(&case.title, case.route()))))
                }
                SitePage::Disagreements => {
                    let groups = guide.disagreements.iter();
                    Some(list(groups.map(|group| link(&group.file.title, group.route.clone()))))
                }
                SitePage::Sources => {
                    let mut sources: Vec<_> = Vec::new();
                    for source in &guide.sources {
                        sources.push(link(&source.about.title, source.route()));
                        sources.extend(source.register_pages().map(|(page, _)| {
                            let title = format!("{}: {}", source.about.title, page.title);
                            link(&title, source.route().child(&page.slug))
                        }));
                    }
                    sources.push(link(&guide.editions.title, guide.editions.route.clone()));
                    Some(list(sources.into_iter()))
                }
                _ => None,
            };
            view! { <li>{link(title, page.route())}{below}</li> }
        })
        .collect_view();
    let body = view! { <ul class="govuk-list govuk-list--bullet">{fixed_pages}</ul> }.into_any();
    fixed(site, SitePage::SiteMap, &guide.words.pages.site_map, Part::Elsewhere, body)
}

fn procedures<V: IntoView + 'static>(site: &Site<'_>, link: &impl Fn(&str, Route) -> V) -> AnyView {
    let items = site
        .guide
        .procedures
        .iter()
        .map(|procedure| {
            let title = site.guide.source(&procedure.source).map_or("", |source| &source.about.title);
            let pages = procedure
                .pages
                .iter()
                .map(|page| view! { <li>{link(&page.title, page.route.clone())}</li> })
                .collect_view();
            let one_page = link(&site.guide.words.shell.one_page, one_page::route(procedure));
            view! {
                <li>
                    {link(title, procedure.route.clone())}
                    <ul class="govuk-list govuk-list--bullet">{pages}<li>{one_page}</li></ul>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
}

fn list<V: IntoView + 'static>(items: impl Iterator<Item = V>) -> AnyView {
    let items = items.map(|item| view! { <li>{item}</li> }).collect_view();
    view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
}
