//! What the pages of one practice case share: its story, its steps and its answers.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::practice::on_page;
use waymark_content::deadline::CitedText;
use waymark_content::guide::Guide;
use waymark_content::id::{ChecklistId, DecisionId, RuleId, StatementId};
use waymark_content::practice::{Asks, Case, Level, MarkedCase, MarkedStep, Step, StepOption};
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::Source;
use waymark_content::words::{PracticePageWords, fill};

/// A case with the page that it is written on.
pub(super) struct Written<'a> {
    pub(super) guide: &'a Guide,
    pub(super) words: &'a PracticePageWords,
    pub(super) marked: &'a MarkedCase,
    pub(super) route: Route,
}

/// How much a step tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// The question with room to write; no answers.
    Handout,
    /// Every answer with its reason.
    Answers,
}

/// A level by its name.
pub(super) fn level_name(guide: &Guide, level: Level) -> &str {
    let words = &guide.words.practice;
    match level {
        Level::Easy => &words.level_easy,
        Level::Middling => &words.level_middling,
        Level::Hard => &words.level_hard,
    }
}

/// What the steps of a case ask about, each once.
pub(super) fn themes(guide: &Guide, case: &Case) -> Vec<String> {
    let mut themes: Vec<String> = Vec::new();
    for asks in case.steps.iter().filter_map(Step::asks) {
        let theme = match asks {
            Asks::Clocks(_) => guide.words.practice_page.theme_clocks.clone(),
            asks => asked(guide, asks).into_iter().map(|(title, _)| title).collect(),
        };
        if !themes.contains(&theme) {
            themes.push(theme);
        }
    }
    themes
}

/// The tools that a step asks, each by its title.
fn asked(guide: &Guide, asks: Asks<'_>) -> Vec<(String, Link)> {
    match asks {
        Asks::Deadline(question) => limit(guide, &question.rule).into_iter().collect(),
        Asks::Clocks(question) => question.rules.iter().filter_map(|rule| limit(guide, rule)).collect(),
        Asks::Decision(question) => decision(guide, &question.table).into_iter().collect(),
        Asks::Checklist(question) => list(guide, &question.list).into_iter().collect(),
    }
}

fn limit(guide: &Guide, id: &RuleId) -> Option<(String, Link)> {
    let numbered = guide.deadlines.iter().find(|rule| rule.id == *id);
    let numbered = numbered.map(|rule| (rule.title.clone(), Link::to(rule.route())));
    numbered.or_else(|| {
        let limit = guide.unnumbered.iter().find(|limit| limit.id == *id)?;
        let link = Link::to_anchor(SitePage::WithoutANumber.route(), id.as_str());
        Some((limit.what.clone(), link))
    })
}

fn decision(guide: &Guide, id: &DecisionId) -> Option<(String, Link)> {
    let found = guide.decisions.iter().find(|decision| decision.id == *id)?;
    Some((found.title.clone(), Link::to(found.route())))
}

fn list(guide: &Guide, id: &ChecklistId) -> Option<(String, Link)> {
    let found = guide.checklists.iter().find(|list| list.id == *id)?;
    Some((found.title.clone(), Link::to(found.route())))
}

impl<'a> Written<'a> {
    pub(super) fn new(guide: &'a Guide, marked: &'a MarkedCase, route: Route) -> Self {
        Self { guide, words: &guide.words.practice_page, marked, route }
    }

    pub(super) fn sources(&self) -> Vec<&'a Source> {
        self.marked.case().sources.iter().filter_map(|id| self.guide.source(id)).collect()
    }

    /// That it is made up, and how long it is.
    pub(super) fn facts(&self) -> AnyView {
        let (case, words) = (self.marked.case(), self.words);
        let minutes = fill(&words.minutes, &[("minutes", &case.facilitator.minutes.to_string())]);
        let steps = fill(&words.steps_count, &[("count", &case.steps.len().to_string())]);
        let level = level_name(self.guide, case.level).to_owned();
        view! {
            <p class="wm-notice" id=on_page::MADE_UP>{self.guide.words.practice.fictional.clone()}</p>
            <p class="govuk-body">{level}". "{minutes}". "{steps}"."</p>
        }
        .into_any()
    }

    /// The story and who is in it.
    pub(super) fn story(&self) -> AnyView {
        let (case, words) = (self.marked.case(), self.words);
        let story = case.story.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
        let people = case.people.iter().map(|person| {
            view! { <li><strong>{person.name.clone()}</strong>", "{person.role.clone()}</li> }
        });
        view! {
            <div id=on_page::STORY>
                <h2 class="govuk-heading-m" id="story">{words.story.clone()}</h2>
                {story.collect_view()}
                <h2 class="govuk-heading-m" id="people">{words.people.clone()}</h2>
                <ul class="govuk-list govuk-list--bullet">{people.collect_view()}</ul>
            </div>
        }
        .into_any()
    }

    /// A step's heading, what is known by then, and the hint where more than one may fit.
    pub(super) fn opening(&self, number: usize, step: &Step) -> AnyView {
        let id = step.id.as_str();
        let several = step.several.then(|| view! { <p class="govuk-body">{self.words.several.clone()}</p> });
        let (before, after) = self.words.step.split_once("{question}").unwrap_or((&self.words.step, ""));
        let before = fill(before, &[("number", &number.to_string())]);
        view! {
            <h3 class="govuk-heading-s" id=format!("step-{id}")>
                {before}<span id=on_page::question(id)>{step.question.clone()}</span>{after.to_owned()}
            </h3>
            <p class="govuk-body" id=on_page::known(id)>{step.known.clone()}</p>
            {several}
        }
        .into_any()
    }

    /// The options by letter, as they read before anyone knows which is right.
    pub(super) fn options(&self, step: &Step) -> AnyView {
        let options = step.options.iter().map(|option| {
            let id = on_page::option(step.id.as_str(), option.id.as_str());
            view! { <li><span id=id>{self.guide.words_of(option)}</span></li> }
        });
        view! { <ol class="govuk-list govuk-list--number wm-letters">{options.collect_view()}</ol> }
            .into_any()
    }

    /// The options again, each with whether it is right and why; then the working.
    pub(super) fn answers(&self, step: &Step, found: &MarkedStep) -> AnyView {
        let reasons = found.options(step).map(|(option, right)| self.reason(step, option, right));
        view! {
            <ol class="govuk-list govuk-list--number wm-letters">{reasons.collect_view()}</ol>
            {self.working(step, found)}
        }
        .into_any()
    }

    fn reason(&self, step: &Step, option: &StepOption, right: bool) -> AnyView {
        let words = self.words;
        let verdict = if right { &words.right } else { &words.wrong };
        let class = if right { "wm-strength wm-strength--must" } else { "wm-strength" };
        view! {
            <li>
                <div id=on_page::reason(step.id.as_str(), option.id.as_str())>
                    <strong>{self.guide.words_of(option)}</strong>" "
                    <span class=class>{verdict.clone()}</span>
                    <p class="govuk-body">
                        {option.why().to_owned()}{self.cites(&option.cites, option.ours)}
                    </p>
                </div>
            </li>
        }
        .into_any()
    }

    fn working(&self, step: &Step, found: &MarkedStep) -> AnyView {
        let says = found.working.says(step, self.guide).into_iter();
        let items = says.map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <div id=on_page::working(step.id.as_str())>
                <p class="govuk-body"><strong>{self.words.working.clone()}</strong></p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </div>
        }
        .into_any()
    }

    /// Where a step's answer stands in the guide: the tools that it asks, and pages on what makes the right options right.
    pub(super) fn again(&self, step: &Step, found: &MarkedStep) -> AnyView {
        let links = self.read_again(step, found).into_iter().map(|(title, link)| {
            view! { <li><a class="govuk-link" href=self.route.href(&link)>{title}</a></li> }
        });
        view! {
            <p class="govuk-body"><strong>{self.words.again.clone()}</strong></p>
            <ul class="govuk-list govuk-list--bullet" id=on_page::again(step.id.as_str())>
                {links.collect_view()}
            </ul>
        }
        .into_any()
    }

    fn read_again(&self, step: &Step, found: &MarkedStep) -> Vec<(String, Link)> {
        const MOST_PAGES: usize = 3;
        let mut links = step.asks().map_or_else(Vec::new, |asks| asked(self.guide, asks));
        let most = links.len() + MOST_PAGES;
        let right = found.options(step).filter(|(_, right)| *right).flat_map(|(option, _)| &option.cites);
        let parts = [SitePage::Procedures.route(), SitePage::Topics.route()];
        for used in right.filter_map(|id| self.guide.uses.get(id)) {
            for part in &parts {
                let page = used.iter().find(|used| used.link.route.as_str().starts_with(part.as_str()));
                if let Some(page) = page.filter(|page| links.iter().all(|(_, link)| *link != page.link)) {
                    links.push((page.title.clone(), page.link.clone()));
                }
            }
        }
        links.truncate(most);
        links
    }

    /// A sentence with what it rests on.
    pub(super) fn line(&self, line: &CitedText) -> AnyView {
        view! { {line.text.clone()}{self.cites(&line.cites, line.ours)} }.into_any()
    }

    fn cites(&self, ids: &[StatementId], ours: bool) -> AnyView {
        let citations = self.guide.citations(&self.route, ids, None);
        let label = self.guide.words.shell.ours.clone();
        let ours = ours.then(|| view! { " "<span class="wm-ours">{label}</span> });
        view! { <Citations citations/>{ours} }.into_any()
    }

    /// The other pages of the case.
    pub(super) fn links(&self) -> AnyView {
        let (case, words) = (self.marked.case(), self.words);
        let pages = [
            (&words.link_case, case.route()),
            (&words.link_handout, case.handout_route()),
            (&words.link_answers, case.answers_route()),
            (&words.link_trainer, case.trainer_route()),
            (&words.link_all, SitePage::Practice.route()),
        ];
        let links = pages.into_iter().filter(|(_, route)| *route != self.route).map(|(title, route)| {
            let href = self.route.href(&Link::to(route));
            view! { <li><a class="govuk-link" href=href>{title.clone()}</a></li> }
        });
        view! {
            <div class="wm-screen-only">
                <h2 class="govuk-heading-m" id="for-a-room">{words.for_a_room.clone()}</h2>
                <ul class="govuk-list govuk-list--bullet">{links.collect_view()}</ul>
            </div>
        }
        .into_any()
    }
}
