//! The list of tools.

use waymark_content::route::SitePage;

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::page_list;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let words = &site.guide.words.pages;
    let deadlines = &words.deadlines;
    let without = &words.without_a_number;
    let tools = vec![
        (deadlines.title.clone(), deadlines.description.clone(), SitePage::Deadlines.route()),
        (without.title.clone(), without.description.clone(), SitePage::WithoutANumber.route()),
    ];
    let body = page_list(&SitePage::Tools.route(), tools);
    Frame { danger: true, ..fixed(site, SitePage::Tools, &words.tools, Part::Tools, body) }
}
