//! The list of tools.

use waymark_content::route::SitePage;

use super::{deadlines, fixed};
use crate::frame::{Frame, Part};
use crate::parts::page_list;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let words = &site.guide.words.pages;
    let others = [SitePage::Decisions, SitePage::Checklists, SitePage::Forms, SitePage::Cases];
    let tools = deadlines::TOOLS
        .into_iter()
        .chain(others)
        .filter_map(|page| Some((words.of(page)?, page)))
        .map(|(titled, page)| (titled.title.clone(), titled.description.clone(), page.route()))
        .collect();
    let body = page_list(&SitePage::Tools.route(), tools);
    Frame { danger: true, ..fixed(site, SitePage::Tools, &words.tools, Part::Tools, body) }
}
