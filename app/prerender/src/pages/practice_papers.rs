//! What a trainer prints: a case's handout, the same with answers, and the notes.

use leptos::prelude::*;
use waymark_content::practice::MarkedCase;
use waymark_content::route::{Link, SitePage};
use waymark_content::words::fill;

use super::practice_step::{Telling, Written};
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, sources_block, sources_line};
use crate::site::Site;

pub(crate) fn frames(site: &Site<'_>, marked: &MarkedCase) -> [Frame; 3] {
    let words = &site.guide.words.practice_page;
    let handout = |telling, route, title, description| {
        let page = Written::new(site.guide, marked, route);
        let body = page.handout(telling);
        page.framed(title, description, body)
    };
    let case = marked.case();
    let trainer = Written::new(site.guide, marked, case.trainer_route());
    let notes = trainer.notes();
    [
        handout(Telling::Handout, case.handout_route(), &words.title_handout, &words.description_handout),
        handout(Telling::Answers, case.answers_route(), &words.title_answers, &words.description_answers),
        trainer.framed(&words.title_trainer, &words.description_trainer, notes),
    ]
}

impl Written<'_> {
    fn framed(&self, title: &str, description: &str, body: AnyView) -> Frame {
        let (guide, case) = (self.guide, self.marked.case());
        let title = fill(title, &[("title", &case.title)]);
        let sources = self.sources();
        let mut breadcrumbs = crumbs(guide, &[SitePage::Practice]);
        breadcrumbs.push((case.title.clone(), case.route()));
        Frame {
            heading: title.clone(),
            title,
            description: format!("{}. {description}", case.title),
            kind: Kind::Reading,
            part: Part::Practice,
            breadcrumbs,
            status_line: Some(sources_line(guide, &self.route, &sources)),
            danger: true,
            has_contents: false,
            indexed: true,
            body: view! {
                <div class="wm-text">
                    {self.facts()}
                    {body}
                    {self.links()}
                </div>
                {sources_block(guide, &self.route, &sources)}
            }
            .into_any(),
            route: self.route.clone(),
        }
    }

    fn handout(&self, telling: Telling) -> AnyView {
        let words = self.words;
        let steps = (1..).zip(self.marked.steps()).map(|(number, (step, found))| {
            let below = match telling {
                Telling::Handout => view! {
                    {self.options(step)}
                    <p class="govuk-body wm-lines">{words.reasons.clone()}</p>
                }
                .into_any(),
                Telling::Answers => self.answers(step, found),
            };
            // Answers are long: whole on a sheet each, they would leave most of it white.
            let class = (telling == Telling::Handout).then_some("wm-step");
            view! { <section class=class>{self.opening(number, step)}{below}</section> }
        });
        let note = (telling == Telling::Answers)
            .then(|| view! { <p class="govuk-body">{words.answers_note.clone()}</p> });
        view! {
            {self.story()}
            <h2 class="govuk-heading-m" id="steps">{words.steps.clone()}</h2>
            {note}
            {steps.collect_view()}
        }
        .into_any()
    }

    fn notes(&self) -> AnyView {
        let (words, facilitator) = (self.words, &self.marked.case().facilitator);
        let listed = |id: &'static str, heading: &str, items: Vec<AnyView>| {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
            view! {
                <h2 class="govuk-heading-m" id=id>{heading.to_owned()}</h2>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
        };
        let texts =
            |texts: &[String]| -> Vec<AnyView> { texts.iter().map(|text| text.clone().into_any()).collect() };
        let errors = facilitator.common_errors.iter().map(|error| self.line(error)).collect();
        let sessions = self.in_sessions();
        let sessions = (!sessions.is_empty()).then(|| listed("plans", &words.in_sessions, sessions));
        view! {
            <h2 class="govuk-heading-m" id="aim">{words.aim.clone()}</h2>
            <p class="govuk-body">{facilitator.aim.clone()}</p>
            {listed("discussion", &words.discussion, texts(&facilitator.discussion))}
            {listed("errors", &words.common_errors, errors)}
            {listed("on-a-screen", &words.trainer_how, texts(&words.trainer_how_text))}
            {sessions}
        }
        .into_any()
    }

    fn in_sessions(&self) -> Vec<AnyView> {
        let id = &self.marked.case().id;
        let uses = |session: &&waymark_content::practice::Session| {
            session.parts.iter().any(|part| part.case.as_ref() == Some(id))
        };
        let links = self.guide.sessions.iter().filter(uses).map(|session| {
            let link = Link::to_anchor(SitePage::Practice.route(), session.id.as_str());
            let href = self.route.href(&link);
            view! { <a class="govuk-link" href=href>{session.title.clone()}</a> }.into_any()
        });
        links.collect()
    }
}
