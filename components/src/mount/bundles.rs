//! Which tools a bundle carries.

use crate::case::CasesPageData;
use crate::checklist::ChecklistData;
use crate::clock;
use crate::deadlines::{AnyCountData, CheckData, CompareData, DatesTool, OneData, WholeCaseData};
use crate::decision::DecisionData;
use crate::display_settings::DisplaySettingsData;
use crate::fill_in::FillInData;
use crate::host::Tool;
use crate::practice::PracticeData;

use super::Place;

/// Every tool but filling in a form.
pub fn tools(place: &Place<'_>) -> Option<Box<dyn Tool>> {
    let dates = |tool: DatesTool| -> Box<dyn Tool> { Box::new(tool) };
    match place.name().as_str() {
        "deadlines" => place.props::<OneData>()?.tool(&place.named(), clock::today).map(dates),
        "whole-case" => place.of_case(Box::new(place.props::<WholeCaseData>()?.tool(clock::today)?)),
        "check" => place.props::<CheckData>()?.tool(clock::today).map(dates),
        "compare" => place.props::<CompareData>()?.tool(clock::today).map(dates),
        "any-count" => place.props::<AnyCountData>()?.tool(clock::today).map(dates),
        "decision" => place.of_case(Box::new(place.props::<DecisionData>()?.tool(clock::today)?)),
        "checklist" => {
            place.of_case(Box::new(place.props::<ChecklistData>()?.tool(&place.named(), clock::today)))
        }
        "practice" => Some(Box::new(place.props::<PracticeData>()?.tool(&place.named_beyond())?)),
        "cases" => {
            let case = place.data("data-case")?;
            Some(Box::new(place.props::<CasesPageData>()?.tool(case, clock::today, place.ended())))
        }
        "display" => Some(Box::new(place.props::<DisplaySettingsData>()?.tool())),
        _ => None,
    }
}

/// Filling in a form.
pub fn forms(place: &Place<'_>) -> Option<Box<dyn Tool>> {
    if place.name() != "form" {
        return None;
    }
    let form = place.props::<FillInData>()?.tool(place.attribute("data-docx"))?;
    // A form that must not be kept has no case.
    if place.has("data-case") { place.of_case(Box::new(form)) } else { Some(Box::new(form)) }
}
