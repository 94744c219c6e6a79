//! Texts about the guide itself, one file a page.

use super::folder::{Folder, InFile};
use super::markdown::{self, Citations, Parsed};
use super::problem::Problems;
use crate::guide::AboutPages;
use crate::route::SitePage;

/// The texts, each with the page that it stands on.
pub(super) struct About([(SitePage, Option<InFile<Parsed>>); 3]);

pub(super) fn read(folder: &Folder, problems: &mut Problems) -> About {
    let mut text = |name: &str| {
        let file = folder.file(name, problems)?;
        let value = markdown::parse(&file, 0, Citations::NotNeeded, problems);
        Some(InFile { file, value })
    };
    let files = [
        (SitePage::About, "about.md"),
        (SitePage::Privacy, "privacy.md"),
        (SitePage::Accessibility, "accessibility.md"),
    ];
    About(files.map(|(page, name)| (page, text(name))))
}

impl About {
    /// Those that could be read.
    pub(super) fn files(&self) -> impl Iterator<Item = (SitePage, &InFile<Parsed>)> {
        self.0.iter().filter_map(|(page, file)| Some((*page, file.as_ref()?)))
    }

    /// What the pages say, when all of them could be read.
    pub(super) fn into_pages(self) -> Option<AboutPages> {
        let [guide, privacy, accessibility] = self.0.map(|(_, file)| file.map(|file| file.value.blocks));
        Some(AboutPages { guide: guide?, privacy: privacy?, accessibility: accessibility? })
    }
}
