//! The list of topics.

use waymark_content::route::SitePage;

use super::fixed;
use crate::frame::{Frame, Part};
use crate::parts::page_list;
use crate::site::Site;

pub(crate) fn frame(site: &Site<'_>) -> Frame {
    let guide = site.guide;
    let topics = guide
        .topics
        .iter()
        .map(|page| (page.title.clone(), page.description.clone(), page.route.clone()))
        .collect();
    let body = page_list(&SitePage::Topics.route(), topics);
    Frame { danger: true, ..fixed(site, SitePage::Topics, &guide.words.pages.topics, Part::Topics, body) }
}
