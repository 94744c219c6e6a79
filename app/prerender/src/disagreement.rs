//! One point on which sources differ: who says what, what the guide follows, why, and how sure that is.

use std::collections::BTreeSet;

use leptos::prelude::*;
use waymark_content::disagreement::{Confidence, Disagreement, Side};
use waymark_content::guide::Guide;
use waymark_content::id::{DisagreementId, SourceId};
use waymark_content::route::Route;

use crate::blocks::Setting;
use crate::parts::uses;

/// The point as a box on the page where it bites.
pub(crate) fn shown(setting: &Setting<'_>, id: &DisagreementId) -> AnyView {
    let guide = setting.guide;
    let (group, entry) =
        guide.disagreement(id).expect("a page's disagreements are checked when content is loaded");
    let words = &guide.words.pages.disagreement;
    let kind = words.kinds.get(&entry.kind).cloned();
    let href = setting.route.href(&group.link(id));
    // The whole procedure on one page has no room for every side: it says what is followed, and the page that the
    // title above it leads to has the rest.
    if setting.part_of.is_some() {
        return view! {
            <div class="wm-aside wm-aside--disagree">
                <p class="wm-aside__label">{kind}": "{entry.title.clone()}</p>
                <p class="govuk-body">{entry.follow.clone()}" "{sure_tag(guide, entry.sure)}</p>
            </div>
        }
        .into_any();
    }
    let more = view! { " "<a class="govuk-link" href=href>{words.in_register.clone()}</a> };
    view! {
        <div class="wm-aside wm-aside--disagree">
            <p class="wm-aside__label">{kind}": "{entry.title.clone()}</p>
            {sides(setting, entry)}
            {followed(guide, entry)}
            <p class="wm-aside__foot">{sure_tag(guide, entry.sure)}{more}</p>
        </div>
    }
    .into_any()
}

/// Who says what.
pub(crate) fn sides(setting: &Setting<'_>, entry: &Disagreement) -> AnyView {
    let items = entry.says.iter().map(|side| side_view(setting, side)).collect_view();
    view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
}

fn side_view(setting: &Setting<'_>, side: &Side) -> AnyView {
    let guide = setting.guide;
    let cited = |id: &SourceId| {
        side.cites.iter().filter_map(|cite| guide.statement(cite)).any(|found| found.source.about.id == *id)
    };
    let sources: Vec<_> = guide.sources.iter().filter(|source| cited(&source.about.id)).collect();
    let names = || sources.iter().map(|source| source.about.short.clone()).collect::<Vec<_>>().join(", ");
    let who = side.who.clone().unwrap_or_else(names);
    // A side that is one source's is named before its words: its citations need not repeat the name.
    let own = match sources.as_slice() {
        [source] => Some(&source.about.id),
        _ => None,
    };
    let citations = guide.citations(setting.route, &side.cites, own);
    view! {
        <li><strong>{who}":"</strong>" "{side.text.clone()}{setting.citations(citations)}</li>
    }
    .into_any()
}

/// What the guide follows, and why.
pub(crate) fn followed(guide: &Guide, entry: &Disagreement) -> AnyView {
    let words = &guide.words.pages.disagreement;
    view! {
        <p class="govuk-body">
            <strong>{words.follow.clone()}":"</strong>" "{entry.follow.clone()}" "
            <strong>{words.why.clone()}":"</strong>" "{entry.why.clone()}
        </p>
    }
    .into_any()
}

/// How sure we are, in a word.
pub(crate) fn sure_tag(guide: &Guide, sure: Confidence) -> AnyView {
    let words = &guide.words.pages.disagreement;
    let label = words.sure.get(&sure).map(|word| word.label.clone());
    view! { {words.how_sure.clone()}": "<strong class="wm-tag">{label}</strong> }.into_any()
}

/// The points that bear on a whole page, each once, under a heading of their own.
pub(crate) fn section<'a>(
    setting: &Setting<'_>,
    heading: &str,
    ids: impl IntoIterator<Item = &'a DisagreementId>,
) -> Option<AnyView> {
    let mut seen = BTreeSet::new();
    let boxes: Vec<AnyView> =
        ids.into_iter().filter(|id| seen.insert(*id)).map(|id| shown(setting, id)).collect();
    (!boxes.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m" id="differs">{heading.to_owned()}</h2>
            {boxes}
        }
        .into_any()
    })
}

/// Where the point is shown, as links from the register.
pub(crate) fn shown_on(guide: &Guide, route: &Route, id: &DisagreementId) -> AnyView {
    let shown = guide.shown.get(id).map_or(&[][..], Vec::as_slice);
    uses(route, &guide.words.pages.disagreement.shown_on, shown)
}
