//! Practice: every case by level, how to use them, and plans for training sessions.

use leptos::prelude::*;
use waymark_content::guide::Guide;
use waymark_content::practice::{Case, Level, Session, SessionPart};
use waymark_content::route::{Link, SitePage};
use waymark_content::words::fill;

use super::fixed;
use super::practice_step::{level_name, themes};
use crate::frame::{Frame, Part};
use crate::parts::status_tag;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let words = &guide.words.practice_page;
    let levels = Level::ALL.map(|level| {
        let cases = guide.practice.iter().map(|case| case.case()).filter(|case| case.level == level);
        let cases = cases.map(|case| listed(guide, case)).collect_view();
        let about = match level {
            Level::Easy => &words.level_easy_about,
            Level::Middling => &words.level_middling_about,
            Level::Hard => &words.level_hard_about,
        };
        view! {
            <h3 class="govuk-heading-s" id=level.folder()>{level_name(guide, level).to_owned()}</h3>
            <p class="govuk-body">{about.clone()}</p>
            <ul class="wm-tasks">{cases}</ul>
        }
    });
    let how = |id: &'static str, heading: &str, texts: &[String]| {
        let texts = texts.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
        view! {
            <h2 class="govuk-heading-m" id=id>{heading.to_owned()}</h2>
            {texts.collect_view()}
        }
    };
    let sessions = guide.sessions.iter().map(|session| plan(guide, session)).collect_view();
    let body = view! {
        <div class="wm-text">
            <p class="wm-notice">{guide.words.practice.fictional.clone()}</p>
            {how("alone", &words.alone, &words.alone_text)}
            {how("in-a-room", &words.in_a_room, &words.in_a_room_text)}
            <p class="govuk-body">
                <a class="govuk-link" href="#sessions">{words.sessions.clone()}</a>
            </p>
        </div>
        <h2 class="govuk-heading-m" id="cases">{words.cases.clone()}</h2>
        {levels.into_iter().collect_view()}
        <div class="wm-text">
            <h2 class="govuk-heading-m" id="sessions">{words.sessions.clone()}</h2>
            <p class="govuk-body">{words.sessions_lead.clone()}</p>
            {sessions}
        </div>
    };
    Frame {
        danger: true,
        ..fixed(site, SitePage::Practice, &guide.words.pages.practice, Part::Practice, body.into_any())
    }
}

fn listed(guide: &Guide, case: &Case) -> AnyView {
    let words = &guide.words.practice_page;
    let href = SitePage::Practice.route().href(&Link::to(case.route()));
    let sources = case.sources.iter().filter_map(|id| guide.source(id)).map(|source| {
        view! { " "{source.about.short.clone()}" "{status_tag(guide, source.about.status)} }
    });
    let themes = themes(guide, case).join(" · ");
    let minutes = fill(&words.minutes, &[("minutes", &case.facilitator.minutes.to_string())]);
    let steps = fill(&words.steps_count, &[("count", &case.steps.len().to_string())]);
    view! {
        <li class="wm-task">
            <h4 class="wm-task__title"><a class="govuk-link" href=href>{case.title.clone()}</a></h4>
            <p class="wm-task__text">{words.themes.clone()}": "{themes}</p>
            <p class="wm-task__text">{minutes}". "{steps}"."{sources.collect_view()}</p>
        </li>
    }
    .into_any()
}

fn plan(guide: &Guide, session: &Session) -> AnyView {
    let words = &guide.words.practice_page;
    let prepare = session.prepare.iter().map(|text| view! { <li>{text.clone()}</li> });
    let parts = session.parts.iter().map(|part| view! { <li>{planned(guide, part)}</li> });
    view! {
        <section class="wm-step">
            <h3 class="govuk-heading-s" id=session.id.as_str().to_owned()>{session.title.clone()}</h3>
            <p class="govuk-body">
                {fill(&words.session_minutes, &[("minutes", &session.minutes.to_string())])}". "
                <strong>{words.aim.clone()}": "</strong>{session.aim.clone()}
            </p>
            <p class="govuk-body"><strong>{words.have_ready.clone()}</strong></p>
            <ul class="govuk-list govuk-list--bullet">{prepare.collect_view()}</ul>
            <ol class="govuk-list govuk-list--number">{parts.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn planned(guide: &Guide, part: &SessionPart) -> AnyView {
    let values = [("title", &*part.title), ("minutes", &*part.minutes.to_string())];
    let title = fill(&guide.words.practice_page.part, &values);
    let case = part.case.as_ref().and_then(|id| guide.practice.iter().find(|case| case.case().id == *id));
    let link = case.map(|case| {
        let from = SitePage::Practice.route();
        let (case, words) = (case.case(), &guide.words.practice_page);
        let link = |route, title: &str| {
            let href = from.href(&Link::to(route));
            view! { <a class="govuk-link" href=href>{title.to_owned()}</a> }
        };
        let steps = case.steps.iter().enumerate();
        let steps = steps.filter(|(_, step)| part.steps.contains(&step.id));
        let steps: Vec<String> = steps.map(|(place, _)| (place + 1).to_string()).collect();
        let steps = (!steps.is_empty())
            .then(|| format!(" ({})", fill(&words.only_steps, &[("steps", &steps.join(", "))])));
        view! {
            " "{link(case.route(), &case.title)}{steps}"; "
            {link(case.trainer_route(), &words.link_trainer)}"; "
            {link(case.handout_route(), &words.link_handout)}"."
        }
    });
    view! { <strong>{title}</strong>" "{part.text.clone()}{link} }.into_any()
}
