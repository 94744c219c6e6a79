//! From the content folder to a checked [`Guide`](crate::guide::Guide), or to everything that is wrong with it.
//!
//! Every file is read and every check is made before anything is reported, so that one run shows all there is to
//! mend. Each problem names its file, its line and how to mend it.

mod about;
mod calendars;
mod check;
mod currency;
mod deadlines;
mod folder;
mod guidance;
mod markdown;
mod problem;
mod sources;
mod toml_file;
mod uses;
mod words;

pub use problem::Problem;

use std::path::Path;

use crate::guide::Guide;
use folder::Folder;
use problem::Problems;

/// Reads and checks everything under `folder`.
///
/// # Errors
/// Every problem found, in the order of files and lines. Never empty.
pub fn load(folder: &Path) -> Result<Guide, Vec<Problem>> {
    let mut problems = Problems::default();
    let folder = Folder::new(folder);

    let currency = currency::read(&folder, &mut problems);
    let sources = sources::read(&folder, &mut problems);
    let calendars = calendars::read(&folder, &mut problems);
    let (events, deadlines) = deadlines::read(&folder, &mut problems);
    let pages = guidance::read(&folder, &sources, &mut problems);
    let groups = guidance::read_groups(&folder, &mut problems);
    let about = about::read(&folder, &mut problems);
    let words = words::read(&folder, &mut problems);

    let known = check::Known::new(&sources, &currency, &events, &pages, &deadlines, about.as_ref());
    check::sources(&sources, &known, &mut problems);
    check::currency(&currency, &known, &mut problems);
    check::deadlines(&events, &deadlines, &calendars, &known, &mut problems);
    check::guidance(&pages, &known, &mut problems);
    check::groups(&groups, &pages, &mut problems);
    check::about(about.as_ref(), &known, &mut problems);
    check::words(words.as_ref(), &known, &mut problems);

    let (Some(words), Some(about), true) = (words, about, problems.is_empty()) else {
        return Err(problems.into_sorted());
    };
    let procedures = guidance::into_procedures(pages, &groups);
    let deadlines: Vec<_> = deadlines.into_iter().map(|file| file.value).collect();
    let uses = uses::index(&procedures, &events.value, &deadlines);
    Ok(Guide {
        sources: sources.into_iter().map(|file| file.value).collect(),
        currency: currency.value,
        procedures,
        events: events.value,
        deadlines,
        calendars: calendars.into_iter().map(|file| file.value).collect(),
        about: about.value.blocks,
        words: words.value,
        uses,
    })
}
