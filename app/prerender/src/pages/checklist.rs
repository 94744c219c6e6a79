//! A record checklist: the list to read and print, and the tool that fills it in.

use leptos::prelude::*;
use waymark_components::checklist::{ChecklistData, SharedItem, on_page};
use waymark_components::citations::Citations;
use waymark_content::checklist::{Item, ItemGroup, ItemRef, RecordChecklist, Shared, Sheet};
use waymark_content::deadline::CitedText;
use waymark_content::guide::Guide;
use waymark_content::id::StatementId;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::Source;
use waymark_content::statement::Strength;
use waymark_content::words::{ChecklistPageWords, fill};

use crate::blocks::Setting;
use crate::disagreement;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, notices, source_block, status_line};
use crate::site::Site;

/// A list with what its page is written from.
struct Written<'a> {
    guide: &'a Guide,
    words: &'a ChecklistPageWords,
    list: &'a RecordChecklist,
    source: &'a Source,
    /// What the lists have in common.
    shared: &'a [Shared],
    route: Route,
}

pub(crate) fn frame(site: &Site<'_>, list: &RecordChecklist, shared: &[Shared]) -> Frame {
    let guide = site.guide;
    let source = guide.source(&list.source).expect("a list's source is checked when content is loaded");
    let words = &guide.words.checklists_page;
    let page = Written { guide, words, list, source, shared, route: list.route() };
    let route = &page.route;
    let props = super::props(&page.data());
    let case = super::case_props(site, route);
    let fallback = words.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let groups = list.groups.iter().enumerate().map(|(place, group)| page.group(place, group));
    let body = view! {
        <p class="govuk-body-l">{list.question.clone()}</p>
        {notices(guide, &list.notices)}
        <div class="wm-text">{page.who(Some(&list.who))}{page.notes()}</div>
        <div class="wm-tool" data-tool="checklist" data-props=props data-case=case>
            <div class="wm-screen-only">{fallback.collect_view()}</div>
        </div>
        <div class="wm-text wm-sheet wm-still">{groups.collect_view()}</div>
        <div class="wm-text wm-still">{page.differs()}{page.related()}</div>
        {source_block(guide, route, source, Some(&list.covers))}
    };
    Frame {
        title: list.title.clone(),
        heading: list.title.clone(),
        description: list.question.clone(),
        kind: Kind::Tool,
        part: Part::Tools,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Checklists]),
        status_line: Some(status_line(guide, route, source, list.status)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route: page.route,
    }
}

impl Written<'_> {
    /// What the tool needs; what an item says besides it copies from the page.
    fn data(&self) -> ChecklistData {
        let (words, about) = (&self.guide.words, &self.source.about);
        let support = |item: &Item| {
            let citations = self.guide.citations(&self.route, &item.cites, None);
            let places: Vec<String> = citations.into_iter().map(|citation| citation.label).collect();
            let strength = self.strength(item.strength).to_lowercase();
            let values = [("strength", &*strength), ("citation", &*places.join("; "))];
            fill(&self.words.support, &values)
        };
        let shared = |(_, item): (&ItemGroup, &Item)| {
            let others = self.same_elsewhere(item).map(|one| (one.list.to_string(), one.item.to_string()));
            SharedItem { item: item.id.to_string(), others: others.collect() }
        };
        ChecklistData {
            id: self.list.id.to_string(),
            // Options have names of their own in each list.
            shared: self
                .list
                .items()
                .filter(|(_, item)| item.choices.is_empty())
                .map(shared)
                .filter(|item| !item.others.is_empty())
                .collect(),
            sheet: Sheet::new(self.list, &support),
            document: format!("{}, {}", about.title, about.date),
            rule_note: about.rule_note.clone(),
            names: words.dates.clone(),
            words: words.checklists.clone(),
            input: words.date_input.clone(),
            take_away: words.take_away.clone(),
        }
    }

    fn strength(&self, strength: Strength) -> &str {
        self.guide.words.shell.strengths.get(&strength).map_or("", |word| &word.label)
    }

    fn notes(&self) -> Option<AnyView> {
        let notes = self.list.notes.iter().map(|note| view! { <li>{self.line(note)}</li> });
        let notes = notes.collect_view();
        (!self.list.notes.is_empty())
            .then(|| view! { <ul class="govuk-list govuk-list--bullet">{notes}</ul> }.into_any())
    }

    fn who(&self, who: Option<&String>) -> Option<AnyView> {
        let label = self.words.who.clone();
        who.map(|who| view! { <p class="govuk-body">{label}" "{who.clone()}"."</p> }.into_any())
    }

    fn only_if(&self, condition: Option<&String>) -> Option<AnyView> {
        let sentence = fill(&self.words.only_if, &[("condition", condition?)]);
        Some(view! { <p class="wm-item__if">{sentence}</p> }.into_any())
    }

    fn group(&self, place: usize, group: &ItemGroup) -> AnyView {
        let id = on_page::group(place);
        let title_id = format!("{id}-title");
        let labelled_by = title_id.clone();
        let lead = group.lead.as_ref().map(|lead| view! { <p class="govuk-body">{self.line(lead)}</p> });
        let items = group.items.iter().map(|item| self.item(group, item)).collect_view();
        view! {
            <section aria-labelledby=labelled_by>
                <div id=id class="wm-sheet__head">
                    <h2 class="govuk-heading-m" id=title_id>{group.title.clone()}</h2>
                    {self.only_if(group.only_if.as_ref())}
                    {lead}
                    {self.who(group.who.as_ref())}
                </div>
                <ul class="govuk-list">{items}</ul>
            </section>
        }
        .into_any()
    }

    fn item(&self, group: &ItemGroup, item: &Item) -> AnyView {
        let id = item.id.as_str();
        let not_here = group.condition(item).map(|_| {
            view! {
                <p class="wm-print-only">
                    <span class="wm-box"></span>{self.words.not_here.clone()}<span class="wm-rule"></span>
                </p>
            }
        });
        view! {
            <li class="wm-item" id=on_page::item(id)>
                <p class="wm-item__text"><span class="wm-box"></span>{item.text.clone()}</p>
                {self.only_if(item.only_if.as_ref())}
                {self.choices(item)}
                {self.about(item)}
                {not_here}
            </li>
        }
        .into_any()
    }

    fn choices(&self, item: &Item) -> Option<AnyView> {
        let choices = item.choices.iter().map(|choice| {
            view! {
                <li><span class="wm-box"></span>{choice.text.clone()}{self.cites(&choice.cites, false)}</li>
            }
        });
        let choices = choices.collect_view();
        (!item.choices.is_empty()).then(|| {
            view! {
                <p class="govuk-body">{self.words.choices.clone()}</p>
                <ul class="govuk-list wm-item__choices">{choices}</ul>
            }
            .into_any()
        })
    }

    /// What is said of an item: the tool copies it.
    fn about(&self, item: &Item) -> AnyView {
        let (words, id) = (self.words, item.id.as_str());
        let labelled = |label: &str, text: Option<&String>, ours: bool| {
            let label = label.to_owned();
            let ours = self.ours(ours);
            text.map(
                |text| view! { <p class="govuk-body"><strong>{label}</strong>" "{text.clone()}{ours}</p> },
            )
        };
        let differs = item.differs.iter().filter_map(|id| {
            let (group, entry) = self.guide.disagreement(id)?;
            Some((self.route.href(&group.link(id)), entry.title.clone()))
        });
        let differs = self.links(&words.differs, differs.collect(), "");
        let shared = self.links(&words.shared, self.shared_with(item), &words.shared_end);
        view! {
            <div class="wm-item__about" id=on_page::about(id)>
                <p class="govuk-body" id=on_page::support(id)>
                    <span class="wm-strength">{self.strength(item.strength).to_owned()}</span>
                    {self.cites(&item.cites, false)}
                </p>
                {self.who(item.who.as_ref())}
                {labelled(&words.good, item.good.as_ref(), false)}
                {labelled(&words.reading, item.reading.as_ref(), true)}
                {differs}
                {shared}
            </div>
        }
        .into_any()
    }

    /// The same item in other lists.
    fn shared_with(&self, item: &Item) -> Vec<(String, String)> {
        let others = self.same_elsewhere(item).filter_map(|one| {
            let list = self.guide.checklists.iter().find(|list| list.id == one.list)?;
            let link = Link::to_anchor(list.route(), on_page::item(one.item.as_str()));
            Some((self.route.href(&link), list.title.clone()))
        });
        others.collect()
    }

    fn same_elsewhere<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a ItemRef> {
        let is_here = |one: &ItemRef| one.list == self.list.id && one.item == item.id;
        let sets = self.shared.iter().map(|set| &set.items);
        let sets = sets.filter(move |items| items.iter().any(is_here));
        sets.flatten().filter(|one| one.list != self.list.id)
    }

    fn links(&self, label: &str, links: Vec<(String, String)>, end: &str) -> Option<AnyView> {
        if links.is_empty() {
            return None;
        }
        let (label, end) = (label.to_owned(), end.to_owned());
        let links = links
            .into_iter()
            .enumerate()
            .map(|(place, (href, title))| {
                let joint = if place == 0 { " " } else { "; " };
                view! { {joint}<a class="govuk-link" href=href>{title}</a> }
            })
            .collect_view();
        Some(view! { <p class="govuk-body">{label}{links}". "{end}</p> }.into_any())
    }

    /// The points on which the sources differ, whole.
    fn differs(&self) -> Option<AnyView> {
        let setting = Setting::page(self.guide, &self.route, Some(&self.list.source));
        disagreement::section(&setting, &self.words.differs_heading, self.list.all_differs())
    }

    fn related(&self) -> AnyView {
        let links = self.list.pages.iter().filter_map(|link| {
            let link = Link::parse(link);
            let title = self.guide.title_of(&link.route)?.to_owned();
            Some(view! { <li><a class="govuk-link" href=self.route.href(&link)>{title}</a></li> })
        });
        view! {
            <h2 class="govuk-heading-m" id="related">{self.words.related_heading.clone()}</h2>
            <ul class="govuk-list">{links.collect_view()}</ul>
        }
        .into_any()
    }

    /// A sentence with what it rests on.
    fn line(&self, line: &CitedText) -> AnyView {
        view! { {line.text.clone()}{self.cites(&line.cites, line.ours)} }.into_any()
    }

    /// The links that something rests on, or the label for words that are ours.
    fn cites(&self, ids: &[StatementId], ours: bool) -> AnyView {
        let citations = self.guide.citations(&self.route, ids, Some(&self.list.source));
        view! { <Citations citations/>{self.ours(ours)} }.into_any()
    }

    fn ours(&self, ours: bool) -> Option<AnyView> {
        let label = self.guide.words.shell.ours.clone();
        ours.then(|| view! { " "<span class="wm-ours">{label}</span> }.into_any())
    }
}
