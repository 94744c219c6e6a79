//! The bank holidays that are counted, by nation and year.

use chrono::Datelike;
use leptos::prelude::*;
use waymark_content::calendar::CalendarFile;
use waymark_content::guide::Guide;
use waymark_content::route::SitePage;
use waymark_content::words::fill;

use super::deadlines::{calendars, closures, holidays_source};
use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::crumbs;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let lists = calendars(guide).map(|calendar| nation(guide, calendar)).collect_view();
    let body = view! {
        <p class="govuk-body">{holidays_source(guide)}</p>
        {lists}
        {closures(guide)}
    };
    Frame {
        breadcrumbs: crumbs(guide, &[SitePage::Tools, SitePage::Deadlines]),
        ..fixed(site, SitePage::BankHolidays, &guide.words.pages.bank_holidays, Part::Tools, body.into_any())
    }
}

fn nation(guide: &Guide, calendar: &CalendarFile) -> AnyView {
    let (still, names) = (&guide.words.deadlines_page, &guide.words.dates);
    let confirmed = calendar.confirmed.first.0.year()..=calendar.confirmed.last.0.year();
    let years = (calendar.coverage.first.0.year()..=calendar.coverage.last.0.year())
        .map(|year| {
            let days = calendar
                .holidays
                .iter()
                .filter(|holiday| holiday.date.0.year() == year)
                .map(|holiday| view! { <li>{names.long(holiday.date.0)}": "{holiday.name.clone()}</li> })
                .collect_view();
            let heading = year.to_string();
            let heading = if confirmed.contains(&year) {
                heading
            } else {
                fill(&still.holidays_provisional, &[("year", &heading)])
            };
            let id = format!("{}-{year}", calendar.nation);
            view! {
                <h3 class="govuk-heading-s" id=id>{heading}</h3>
                <ul class="govuk-list">{days}</ul>
            }
        })
        .collect_view();
    let id = format!("in-{}", calendar.nation);
    view! {
        <h2 class="govuk-heading-m" id=id>{calendar.name.clone()}</h2>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                    {fill(&still.show_holidays, &[("nation", &calendar.name)])}
                </span>
            </summary>
            <div class="govuk-details__text">{years}</div>
        </details>
    }
    .into_any()
}
