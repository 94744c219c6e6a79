//! What a rule says, once on the page of each tool that shows it: the tool copies it into its answers.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::deadlines::on_page;
use waymark_content::deadline::{CitedText, DeadlineRule, Limit};
use waymark_content::guide::Guide;
use waymark_content::route::Route;

use crate::parts::status_tag;

/// What a tool shows of each rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copies {
    /// All of it.
    Rules,
    /// What meets it, and where it stands. Not of birthdays, which cannot be late.
    MetBy,
    /// What it rests on, and where that stands.
    Sources,
}

/// The rules' texts for a tool on the page `route`.
pub(super) fn copies(guide: &Guide, route: &Route, which: Copies) -> AnyView {
    let said = |rule: &DeadlineRule| {
        let said = Said { guide, route, rule };
        match which {
            Copies::Rules => said.whole(),
            Copies::MetBy => said.met_by(),
            Copies::Sources => said.sources(),
        }
    };
    let can_be_late = |rule: &&DeadlineRule| !matches!(rule.limit, Limit::Birthday(_));
    let rules = guide.deadlines.iter().filter(|rule| which != Copies::MetBy || can_be_late(rule));
    rules.map(said).collect_view().into_any()
}

struct Said<'a> {
    guide: &'a Guide,
    route: &'a Route,
    rule: &'a DeadlineRule,
}

impl Said<'_> {
    fn whole(&self) -> AnyView {
        let (rule, words) = (self.rule, &self.guide.words.deadlines);
        let fact = |term: &str, value: AnyView| view! { <dt>{term.to_owned()}</dt><dd>{value}</dd> };
        let only_if = self.condition().map(|condition| fact(words.only_if(), condition.into_any()));
        let strength = self.guide.words.shell.strengths.get(&rule.strength);
        let strength = strength.map(|word| format!("{}. {}", word.label, word.meaning));
        let notes = rule.notes.iter().map(|note| view! { <li>{self.cited(note)}</li> }).collect_view();
        let notes = (!rule.notes.is_empty())
            .then(|| view! { <ul class="govuk-list govuk-list--bullet">{notes}</ul> });
        view! {
            <template id=on_page::rule(&rule.id)>
                <div class="wm-rule">
                    <h4 class="govuk-heading-s">{rule.title.clone()}</h4>
                    {self.what_meets_it()}
                    <dl class="wm-answer__facts">
                        {only_if}
                        {fact(words.who(), rule.who.clone().into_any())}
                        {fact(words.strength(), strength.into_any())}
                        {fact(words.if_late(), self.cited(&rule.if_late))}
                    </dl>
                    {self.status()}
                    {notes}
                </div>
            </template>
        }
        .into_any()
    }

    fn met_by(&self) -> AnyView {
        let condition = self.condition().map(|condition| view! { <p class="govuk-body">{condition}</p> });
        view! {
            <template id=on_page::met_by(&self.rule.id)>
                <div class="wm-rule">{self.what_meets_it()}{condition}</div>
            </template>
            <template id=on_page::status(&self.rule.id)>{self.status()}</template>
        }
        .into_any()
    }

    fn sources(&self) -> AnyView {
        view! {
            <template id=on_page::sources(&self.rule.id)>
                <span>
                    <Citations citations=self.guide.citations(self.route, &self.rule.cites, None)/>" "
                    {status_tag(self.guide, self.rule.status)}
                </span>
            </template>
        }
        .into_any()
    }

    fn what_meets_it(&self) -> AnyView {
        let citations = self.guide.citations(self.route, &self.rule.cites, None);
        view! { <p class="govuk-body">{self.rule.met_by.clone()}<Citations citations/></p> }.into_any()
    }

    /// What has to hold for its clock to run, in words.
    fn condition(&self) -> Option<String> {
        let condition = self.guide.condition(self.rule.condition.as_ref()?)?;
        Some(format!("{} {}", condition.only_if, condition.unknown))
    }

    fn status(&self) -> AnyView {
        let note = self.guide.source(&self.rule.source).map(|source| source.about.rule_note.clone());
        view! { <p class="govuk-body">{status_tag(self.guide, self.rule.status)}" "{note}</p> }.into_any()
    }

    /// A sentence with the links it rests on, or with the label for words that are ours.
    fn cited(&self, text: &CitedText) -> AnyView {
        let citations = self.guide.citations(self.route, &text.cites, None);
        let ours = text
            .ours
            .then(|| view! { " "<span class="wm-ours">{self.guide.words.shell.ours.clone()}</span> });
        view! { {text.text.clone()}<Citations citations/>{ours} }.into_any()
    }
}
