//! A decision: its table in words, without a script, and the tool on top of it.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::decision::{AskedFact, DecisionData, on_page};
use waymark_content::deadline::CitedText;
use waymark_content::decision::{
    Decision, DecisionCase, Fact, NextAction, Outcome, OutcomeKind, Rule, Table, Values, When,
};
use waymark_content::guide::Guide;
use waymark_content::id::{FactId, OutcomeId, StatementId};
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::source::Source;
use waymark_content::words::{DecisionPageWords, fill};

use crate::blocks::Setting;
use crate::disagreement;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, notices, sources_block, sources_line, wide_table};
use crate::site::Site;

/// A decision with what its page is written from.
struct Written<'a> {
    guide: &'a Guide,
    words: &'a DecisionPageWords,
    decision: &'a Decision,
    route: Route,
}

pub(crate) fn frame(site: &Site<'_>, decision: &Decision) -> Frame {
    let guide = site.guide;
    let route = decision.route();
    let page = Written { guide, words: &guide.words.decisions_page, decision, route: route.clone() };
    let sources: Vec<&Source> = decision.sources.iter().filter_map(|id| guide.source(id)).collect();
    let props = super::props(&page.data());
    let case = super::case_props(site, &route);
    let fallback = page.words.fallback.iter().map(|text| view! { <p class="govuk-body">{text.clone()}</p> });
    let body = view! {
        {notices(guide, &decision.notices)}
        <div class="wm-tool" data-tool="decision" data-props=props data-case=case>{fallback.collect_view()}</div>
        <div class="wm-text wm-still">
            {page.facts()}
            {page.table()}
            {page.outcomes()}
            {page.advice()}
            {page.always()}
            {page.gaps()}
            {page.differs()}
            {page.cases()}
            {page.related()}
        </div>
        {sources_block(guide, &route, &sources)}
    };
    Frame {
        title: decision.title.clone(),
        heading: decision.title.clone(),
        description: decision.question.clone(),
        kind: Kind::Tool,
        part: Part::Tools,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Decisions]),
        status_line: Some(sources_line(guide, &route, &sources)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}

impl Written<'_> {
    /// What the tool needs; what its outcomes say it copies from the page.
    fn data(&self) -> DecisionData {
        let decision = self.decision;
        let words = &self.guide.words;
        let fact = |fact: &Fact| AskedFact {
            id: fact.id.as_str().to_owned(),
            question: fact.question.clone(),
            help: fact.help.clone().unwrap_or_default(),
            values: fact.values.iter().map(|v| (v.id.as_str().to_owned(), v.label.clone())).collect(),
        };
        let outcome = |outcome: &Outcome| (outcome.id.as_str().to_owned(), outcome.title.clone());
        DecisionData {
            id: decision.id.to_string(),
            table: Table::try_from(decision).expect("a decision's names are checked when content is loaded"),
            facts: decision.facts.iter().map(fact).collect(),
            outcomes: decision.outcomes.iter().map(outcome).collect(),
            rules: decision.rules.iter().map(|rule| rule.id.as_str().to_owned()).collect(),
            advice: decision.advice.iter().map(|advice| advice.id.as_str().to_owned()).collect(),
            names: words.dates.clone(),
            words: words.decisions.clone(),
            take_away: words.take_away.clone(),
        }
    }

    fn facts(&self) -> AnyView {
        let words = self.words;
        let items = self.decision.facts.iter().map(|fact| {
            let answers = fact.values.iter().map(|value| value.label.clone()).collect::<Vec<_>>();
            let asked_when = (!fact.asked_when.is_empty()).then(|| {
                let conditions = self.conditions(&fact.asked_when);
                format!(" {}", fill(&words.asked_when, &[("conditions", &conditions)]))
            });
            // Yes and no need not be said.
            let named =
                fact.values.iter().any(|value| value.id.as_str() != "yes" && value.id.as_str() != "no");
            let answers = named.then(|| format!(" ({}.)", answers.join("; ")));
            let help = fact.help.as_ref().map(|help| format!(" {help}"));
            let cites = self.cites(&fact.cites, fact.ours);
            view! {
                <li id=format!("fact-{}", fact.id)>
                    <strong>{fact.question.clone()}</strong>{answers}{help}{asked_when}
                    <span id=on_page::fact(fact.id.as_str())>{cites}</span>
                </li>
            }
        });
        view! {
            <h2 class="govuk-heading-m" id="asked">{words.facts_heading.clone()}</h2>
            <p class="govuk-body">{words.facts_lead.clone()}</p>
            <ol class="govuk-list govuk-list--number">{items.collect_view()}</ol>
        }
        .into_any()
    }

    fn table(&self) -> AnyView {
        let words = self.words;
        let heading = &words.table_heading;
        let rows = self.decision.rules.iter().enumerate().map(|(place, rule)| {
            let go_on = rule.also.then(|| view! { " "<em>{words.go_on.clone()}</em> });
            let then = if rule.then.is_empty() {
                words.nothing_more.clone().into_any()
            } else {
                self.titles(&rule.then)
            };
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">{place + 1}</th>
                    <td class="govuk-table__cell">{self.when(rule)}</td>
                    <td class="govuk-table__cell">{then}{go_on}</td>
                    <td class="govuk-table__cell">
                        <span id=on_page::rule(rule.id.as_str())>
                            {rule.why.clone()}{self.cites(&rule.cites, rule.ours)}
                        </span>
                    </td>
                </tr>
            }
        });
        view! {
            <h2 class="govuk-heading-m" id="table">{heading.clone()}</h2>
            <p class="govuk-body">{words.table_lead.clone()}</p>
            {wide_table(heading, &words.table_columns, rows.collect_view())}
        }
        .into_any()
    }

    fn when(&self, rule: &Rule) -> String {
        if rule.otherwise {
            return self.words.otherwise.clone();
        }
        self.both(&rule.when, &rule.any)
    }

    /// All of these, and at least one of those.
    fn both(&self, all: &When, any: &When) -> String {
        let mut parts = Vec::new();
        if !all.is_empty() {
            parts.push(self.conditions(all));
        }
        if !any.is_empty() {
            let any = self.conditions(any);
            parts.push(fill(&self.words.any_of, &[("conditions", &any)]));
        }
        parts.join("; ")
    }

    /// "question 1 is yes; question 3 is no or not known", in the order of the questions.
    fn conditions(&self, when: &When) -> String {
        let facts = self.decision.facts.iter().enumerate();
        let parts = facts.filter_map(|(place, fact)| {
            let values = when.get(&fact.id)?;
            let number = (place + 1).to_string();
            let answers = self.answers(fact, values);
            Some(fill(&self.words.question_is, &[("number", &number), ("answers", &answers)]))
        });
        parts.collect::<Vec<_>>().join(&self.words.and)
    }

    fn answers(&self, fact: &Fact, values: &Values) -> String {
        let label = |id: &waymark_content::id::ValueId| {
            let known = fact.values.iter().find(|value| value.id == *id);
            known.map_or_else(|| self.words.unknown.clone(), |value| lower_first(&value.label))
        };
        values.ids().iter().map(label).collect::<Vec<_>>().join(&self.words.or)
    }

    fn titles(&self, ids: &[OutcomeId]) -> AnyView {
        let links = ids
            .iter()
            .filter_map(|id| self.decision.outcomes.iter().find(|outcome| outcome.id == *id))
            .map(|outcome| {
                let href = format!("#{}", on_page::outcome(outcome.id.as_str()));
                view! { <a class="govuk-link" href=href>{outcome.title.clone()}</a>" " }
            })
            .collect_view();
        links.into_any()
    }

    fn outcomes(&self) -> AnyView {
        let each = self.decision.outcomes.iter().map(|outcome| self.outcome(outcome)).collect_view();
        view! {
            <h2 class="govuk-heading-m" id="outcomes">{self.words.outcomes_heading.clone()}</h2>
            {each}
        }
        .into_any()
    }

    fn outcome(&self, outcome: &Outcome) -> AnyView {
        let words = self.words;
        let class = match outcome.kind {
            OutcomeKind::ActNow => "wm-outcome wm-outcome--act-now",
            OutcomeKind::Gap => "wm-outcome wm-outcome--gap",
            OutcomeKind::Points => "wm-outcome",
        };
        let text = outcome.text.as_ref().map(|text| view! { {text.clone()} });
        let next = outcome.next.iter().map(|action| self.next(action)).collect_view();
        let reading = outcome.reading.as_ref().map(|reading| {
            let ask = fill(&words.ask, &[("whom", &reading.ask)]);
            let ours = self.ours(true);
            view! {
                <p class="govuk-body">
                    <strong>{words.reading_heading.clone()}": "</strong>
                    {reading.text.clone()}" "{reading.why.clone()}" "{ask}{ours}
                </p>
            }
        });
        let record = (!outcome.record.is_empty()).then(|| {
            let items = outcome.record.iter().map(|line| view! { <li>{self.line(line)}</li> }).collect_view();
            view! {
                <p class="wm-outcome__label">{words.record_heading.clone()}</p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
        });
        let starts = outcome.starts.iter().filter_map(|id| {
            let numbered = self.guide.deadlines.iter().find(|rule| rule.id == *id);
            let without = self.guide.unnumbered.iter().find(|limit| limit.id == *id);
            let (title, link) = match (numbered, without) {
                (Some(rule), _) => {
                    (rule.title.clone(), Link::to_anchor(SitePage::Deadlines.route(), id.as_str()))
                }
                (None, Some(limit)) => {
                    let title = format!("{} {}", limit.what, limit.limit);
                    (title, Link::to_anchor(SitePage::WithoutANumber.route(), id.as_str()))
                }
                (None, None) => return None,
            };
            Some(self.link(&words.starts, title, &link))
        });
        let opens = outcome.opens.iter().filter_map(|id| {
            let found = self.guide.decisions.iter().find(|decision| decision.id == *id)?;
            Some(self.link(&words.opens, found.title.clone(), &Link::to(found.route())))
        });
        let differs = outcome.differs.iter().filter_map(|id| {
            let (group, entry) = self.guide.disagreement(id)?;
            Some(self.link(&words.differs_heading, entry.title.clone(), &group.link(id)))
        });
        let links = starts.chain(opens).chain(differs).collect_view();
        let title_id = format!("title-{}", outcome.id);
        view! {
            <section id=on_page::outcome(outcome.id.as_str()) class=class>
                <h3 class="govuk-heading-s" id=title_id>{outcome.title.clone()}</h3>
                <p class="govuk-body">{text}{self.cites(&outcome.cites, outcome.ours)}</p>
                <p class="wm-outcome__label">{words.next_heading.clone()}</p>
                <ol class="govuk-list govuk-list--number">{next}</ol>
                {reading}
                {record}
                {links}
            </section>
        }
        .into_any()
    }

    fn link(&self, label: &str, title: String, to: &Link) -> AnyView {
        let href = self.route.href(to);
        view! {
            <p class="govuk-body">{label.to_owned()}" "<a class="govuk-link" href=href>{title}</a></p>
        }
        .into_any()
    }

    fn next(&self, action: &NextAction) -> AnyView {
        let strength = action.strength.and_then(|strength| self.guide.words.shell.strengths.get(&strength));
        let strength =
            strength.map(|word| view! { " "<span class="wm-strength">{word.label.clone()}</span> });
        let who = fill(&self.words.next_item, &[("who", &action.who), ("by", &action.by)]);
        view! {
            <li>
                <strong>{action.action.clone()}"."</strong>" "{who}{strength}
                {self.cites(&action.cites, action.ours)}
            </li>
        }
        .into_any()
    }

    fn advice(&self) -> Option<AnyView> {
        let words = self.words;
        let items = self.decision.advice.iter().map(|advice| {
            let conditions = self.both(&advice.when, &advice.any);
            let when = fill(&words.advice_when, &[("conditions", &conditions)]);
            view! {
                <li>
                    {when}" "
                    <span id=on_page::advice(advice.id.as_str())>
                        {advice.text.clone()}{self.cites(&advice.cites, advice.ours)}
                    </span>
                </li>
            }
        });
        self.listed(
            "unknown",
            &words.advice_heading,
            items.collect_view().into_any(),
            self.decision.advice.len(),
        )
    }

    fn always(&self) -> Option<AnyView> {
        let always = &self.decision.always;
        let items = always.iter().map(|line| view! { <li>{self.line(line)}</li> }).collect_view();
        self.listed("always", &self.words.always_heading, items.into_any(), always.len())
    }

    fn gaps(&self) -> Option<AnyView> {
        let gaps = &self.decision.gaps;
        let items = gaps.iter().map(|gap| {
            let ask = fill(&self.words.ask, &[("whom", &gap.ask)]);
            view! { <li>{gap.text.clone()}" "{ask}{self.cites(&gap.cites, gap.ours)}</li> }
        });
        self.listed("gaps", &self.words.gaps_heading, items.collect_view().into_any(), gaps.len())
    }

    fn listed(&self, id: &'static str, heading: &str, items: AnyView, count: usize) -> Option<AnyView> {
        (count > 0).then(|| {
            view! {
                <h2 class="govuk-heading-m" id=id>{heading.to_owned()}</h2>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
            .into_any()
        })
    }

    /// The points on which the sources differ, whole: they bear on every outcome.
    fn differs(&self) -> Option<AnyView> {
        let setting = Setting::page(self.guide, &self.route, None);
        disagreement::section(&setting, &self.words.differs_heading, self.decision.all_differs())
    }

    fn cases(&self) -> AnyView {
        let words = self.words;
        let heading = &words.cases_heading;
        let rows = self.decision.cases.iter().map(|case| self.case(case)).collect_view();
        view! {
            <h2 class="govuk-heading-m" id="examples">{heading.clone()}</h2>
            {wide_table(heading, &words.cases_columns, rows)}
        }
        .into_any()
    }

    fn case(&self, case: &DecisionCase) -> AnyView {
        let words = self.words;
        let known = |(place, fact): (usize, &Fact)| {
            let id: &FactId = &fact.id;
            let value = case.given.get(id)?;
            let value = fact.values.iter().find(|known| known.id == *value)?;
            let number = (place + 1).to_string();
            let values = [("number", number.as_str()), ("answers", &lower_first(&value.label))];
            Some(fill(&words.question_is, &values))
        };
        let given: Vec<String> = self.decision.facts.iter().enumerate().filter_map(known).collect();
        let given = if given.is_empty() { words.case_nothing.clone() } else { given.join(&words.and) };
        let titles = |ids: &[OutcomeId]| {
            if ids.is_empty() { words.none.clone().into_any() } else { self.titles(ids) }
        };
        view! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">{given}</th>
                <td class="govuk-table__cell">{titles(&case.certain)}</td>
                <td class="govuk-table__cell">{titles(&case.possible)}</td>
                <td class="govuk-table__cell">{case.why.clone()}</td>
            </tr>
        }
        .into_any()
    }

    fn related(&self) -> Option<AnyView> {
        let links = self.decision.related.iter().filter_map(|link| {
            let link = Link::parse(link);
            let title = self.guide.title_of(&link.route)?.to_owned();
            Some(view! { <li><a class="govuk-link" href=self.route.href(&link)>{title}</a></li> })
        });
        let links: Vec<_> = links.collect();
        (!links.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m" id="related">{self.words.related_heading.clone()}</h2>
                <ul class="govuk-list">{links}</ul>
            }
            .into_any()
        })
    }

    /// A sentence with what it rests on.
    fn line(&self, line: &CitedText) -> AnyView {
        view! { {line.text.clone()}{self.cites(&line.cites, line.ours)} }.into_any()
    }

    /// The links that something rests on, or the label for words that are ours.
    fn cites(&self, ids: &[StatementId], ours: bool) -> AnyView {
        let citations = self.guide.citations(&self.route, ids, None);
        view! { <Citations citations/>{self.ours(ours)} }.into_any()
    }

    fn ours(&self, ours: bool) -> Option<AnyView> {
        let label = self.guide.words.shell.ours.clone();
        ours.then(|| view! { " "<span class="wm-ours">{label}</span> }.into_any())
    }
}

/// A label inside a sentence: names and abbreviations stay as they are.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}
