//! The list of flows.

use waymark_content::route::SitePage;

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::page_list;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let flows = guide
        .flows
        .iter()
        .map(|flow| (flow.file.title.clone(), flow.file.description.clone(), flow.route.clone()))
        .collect();
    let body = page_list(&SitePage::Flows.route(), flows);
    Frame { danger: true, ..fixed(site, SitePage::Flows, &guide.words.pages.flows, Part::Topics, body) }
}
