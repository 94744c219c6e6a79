//! A form or letter: what it is for, the blank form as it prints, and the tool that takes its place.

use leptos::prelude::*;
use waymark_components::citations::Citations;
use waymark_components::fill_in::FillInData;
use waymark_components::paper::paper;
use waymark_content::deadline::{CitedText, ClockRule};
use waymark_content::form::{Answers, Copy, Document, Field, Form, PartKind, Section, Surroundings};
use waymark_content::guide::Guide;
use waymark_content::id::StatementId;
use waymark_content::route::{Link, Route, SitePage};
use waymark_content::words::FormPageWords;

use crate::blocks::Setting;
use crate::disagreement;
use crate::frame::{Frame, Kind, Part};
use crate::parts::{crumbs, notices, source_block, status_line, summary_row};
use crate::piece_html;
use crate::site::Site;

/// A form with what its page is written from.
struct Written<'a> {
    guide: &'a Guide,
    words: &'a FormPageWords,
    form: &'a Form,
    route: Route,
}

pub(crate) fn frame(site: &Site<'_>, form: &Form) -> Frame {
    let guide = site.guide;
    let route = form.route();
    let page = Written { guide, words: &guide.words.forms_page, form, route: route.clone() };
    let source = guide.source(&form.source).expect("a form's source is checked when content is loaded");
    let props = super::props(&page.data());
    let case = (!form.never_kept).then(|| super::case_props(site, &route));
    let docx = format!("{}{}", route.to_root(), site.assets.docx_js);
    let words = page.words;
    let names = form.names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let about = view! {
        <dl class="govuk-summary-list">
            {summary_row(&words.who, page.line(&form.who))}
            {summary_row(&words.used, page.line(&form.used))}
            {summary_row(&words.names, names.into_any())}
        </dl>
    };
    let body = view! {
        <p class="govuk-body-l">{form.purpose.clone()}</p>
        {notices(guide, &form.notices)}
        {about}
        {page.listed("first", &words.parts, &form.intro)}
        <div class="wm-tool" data-tool="form" data-props=props data-case=case data-docx=docx>
            <h2 class="govuk-heading-m wm-screen-only" id="blank">{words.blank_heading.clone()}</h2>
            <p class="govuk-body wm-screen-only">{words.blank_lead.clone()}</p>
            <div inner_html=piece_html::html(&[paper(&page.blank())])></div>
        </div>
        <div class="wm-text wm-still">
            {page.listed("notes", &words.notes_heading, &form.notes)}
            {page.listed("missing", &words.missing_heading, &form.missing)}
            {page.differs()}
            {page.sources()}
            {page.rules()}
            {page.pages()}
        </div>
        {source_block(guide, &route, source, Some(&form.covers))}
    };
    Frame {
        title: form.title.clone(),
        heading: form.title.clone(),
        description: form.purpose.clone(),
        kind: Kind::Form,
        part: Part::Tools,
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Forms]),
        status_line: Some(status_line(guide, &route, source, form.status)),
        danger: true,
        has_contents: false,
        indexed: true,
        body: body.into_any(),
        route,
    }
}

impl Written<'_> {
    /// What the tool needs.
    fn data(&self) -> FillInData {
        let (guide, words) = (self.guide, &self.guide.words);
        let rules = self.rules_counted();
        let calendar = guide.calendars.first().filter(|_| !rules.is_empty()).cloned();
        FillInData {
            form: self.form.clone(),
            rules,
            calendar,
            closures: guide.closures.clone(),
            limits: guide.form_limits,
            words: words.forms.clone(),
            tool: words.form_tool.clone(),
            input: words.date_input.clone(),
            names: words.dates.clone(),
        }
    }

    fn rules_counted(&self) -> Vec<ClockRule> {
        let counted =
            |rule: &&waymark_content::deadline::DeadlineRule| self.form.deadlines().any(|id| *id == rule.id);
        self.guide.deadlines.iter().filter(counted).map(ClockRule::from).collect()
    }

    /// The form with nothing filled in.
    fn blank(&self) -> Document {
        let words = &self.guide.words;
        let with = Surroundings {
            words: &words.forms,
            date_words: &words.date_input,
            dates: &words.dates,
            limits: &self.guide.form_limits,
            rules: &[],
            calendar: None,
        };
        self.form.fill_in(&Answers::default(), with).document(Copy::Full)
    }

    fn listed(&self, id: &'static str, heading: &str, lines: &[CitedText]) -> Option<AnyView> {
        (!lines.is_empty()).then(|| {
            let items = lines.iter().map(|line| view! { <li>{self.line(line)}</li> }).collect_view();
            view! {
                <h2 class="govuk-heading-m" id=id>{heading.to_owned()}</h2>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
            .into_any()
        })
    }

    /// The points on which sources differ that touch the form.
    fn differs(&self) -> Option<AnyView> {
        let setting = Setting::page(self.guide, &self.route, Some(&self.form.source));
        disagreement::section(&setting, &self.words.differs_heading, &self.form.differs)
    }

    /// What each part rests on, in the form's order.
    fn sources(&self) -> AnyView {
        let sections = self.form.sections.iter().enumerate().map(|(place, section)| {
            let id = format!("part-{}", place + 1);
            view! {
                <h3 class="govuk-heading-s" id=id>{section.title.clone()}</h3>
                <ul class="govuk-list govuk-list--bullet">{self.section(section)}</ul>
            }
        });
        view! {
            <h2 class="govuk-heading-m" id="parts">{self.words.cites_heading.clone()}</h2>
            <p class="govuk-body">{self.words.cites_lead.clone()}</p>
            {sections.collect_view()}
        }
        .into_any()
    }

    fn section(&self, section: &Section) -> AnyView {
        let parts = section.parts.iter().map(|part| match part.kind() {
            PartKind::Text(text) => {
                // A gap reads as one, whatever its name is.
                let words = waymark_content::form::pieces(&text.text).into_iter().map(|piece| match piece {
                    waymark_content::form::Piece::Words(words) => words,
                    waymark_content::form::Piece::Answer(_) => "…",
                });
                self.part(words.collect::<String>(), &text.cites, text.ours, None)
            }
            PartKind::Field(field) => self.field(field),
            PartKind::Table(table) => {
                let columns = table.columns.iter().map(|column| self.field(column));
                let rows = table.rows.iter().chain(&table.suggestions);
                let rows = rows.map(|row| self.part(row.label.clone(), &row.cites, row.ours, None));
                let below: Vec<AnyView> = columns.chain(rows).collect();
                let below = view! { <ul class="govuk-list govuk-list--bullet">{below}</ul> };
                self.part(table.label.clone(), &table.cites, table.ours, Some(below.into_any()))
            }
        });
        parts.collect::<Vec<_>>().into_any()
    }

    /// A field, with those of its options that rest on something else.
    fn field(&self, field: &Field) -> AnyView {
        let own: Vec<_> =
            field.options.iter().filter(|option| option.cites != field.cites || option.ours).collect();
        let below = (!own.is_empty()).then(|| {
            let items: Vec<AnyView> = own
                .into_iter()
                .map(|option| self.part(option.label.clone(), &option.cites, option.ours, None))
                .collect();
            view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
        });
        let derived = field.derive.iter().flat_map(|derivation| &derivation.cites);
        let cites: Vec<StatementId> = field.cites.iter().chain(derived).cloned().collect();
        self.part(field.label.clone(), &cites, field.ours, below)
    }

    fn part(&self, words: String, cites: &[StatementId], ours: bool, below: Option<AnyView>) -> AnyView {
        view! { <li>{words}{self.cites(cites, ours)}{below}</li> }.into_any()
    }

    /// What the check says, each with what it rests on.
    fn rules(&self) -> Option<AnyView> {
        let rules =
            self.form.rules.iter().map(|rule| self.part(rule.says.clone(), &rule.cites, rule.ours, None));
        let rules: Vec<AnyView> = rules.collect();
        (!rules.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m" id="check">{self.words.rules_heading.clone()}</h2>
                <ul class="govuk-list govuk-list--bullet">{rules}</ul>
            }
            .into_any()
        })
    }

    /// The pages of guidance that tell more.
    fn pages(&self) -> AnyView {
        let links = self.form.pages.iter().filter_map(|link| {
            let link = Link::parse(link);
            let title = self.guide.title_of(&link.route)?.to_owned();
            Some(view! { <li><a class="govuk-link" href=self.route.href(&link)>{title}</a></li> })
        });
        view! {
            <h2 class="govuk-heading-m" id="more">{self.words.page_heading.clone()}</h2>
            <ul class="govuk-list">{links.collect_view()}</ul>
        }
        .into_any()
    }

    fn line(&self, line: &CitedText) -> AnyView {
        view! { {line.text.clone()}{self.cites(&line.cites, line.ours)} }.into_any()
    }

    /// The links that something rests on, or the label for words that are ours.
    fn cites(&self, ids: &[StatementId], ours: bool) -> AnyView {
        let citations = self.guide.citations(&self.route, ids, Some(&self.form.source));
        let label = self.guide.words.shell.ours.clone();
        let ours = ours.then(|| view! { " "<span class="wm-ours">{label}</span> });
        view! { <Citations citations/>{ours} }.into_any()
    }
}
