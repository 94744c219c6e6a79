//! From the content folder to a checked [`Guide`](crate::guide::Guide), or to everything that is wrong with it.
//!
//! Every file is read and every check is made before anything is reported, so that one run shows all there is to
//! mend. Each problem names its file, its line and how to mend it.

mod about;
mod calendars;
mod check;
mod checklists;
mod closures;
mod currency;
mod deadlines;
mod decisions;
mod disagreements;
mod flows;
mod folder;
mod forms;
mod glossary;
mod guidance;
mod keeping;
mod markdown;
mod practice;
mod problem;
mod sources;
mod synonyms;
mod terms;
mod toml_file;
mod uses;
mod words;

pub use problem::Problem;

use std::path::Path;

use crate::case::Keeping;
use crate::guide::{Guide, Places};
use crate::practice::Rulebook;
use folder::{Folder, InFile};
use problem::Problems;

/// Reads and checks everything under `folder`.
///
/// # Errors
/// Every problem found, in the order of files and lines. Never empty.
pub fn load(folder: &Path) -> Result<Guide, Vec<Problem>> {
    load_with(folder, None)
}

/// The same with a folder of an authority's own laid over it: its files are added, or take the place of those of the
/// same name. Of a file in `words/`, only the texts that it names take a place. A file of the overlay that nothing
/// reads is a problem.
///
/// # Errors
/// As [`load`].
pub fn load_with(folder: &Path, overlay: Option<&Path>) -> Result<Guide, Vec<Problem>> {
    let mut problems = Problems::default();
    let folder = Folder::new(folder, overlay);
    match read(&folder, &mut problems) {
        Some(guide) if problems.is_empty() => Ok(guide),
        _ => {
            problems.forget_lines(|file| folder.is_merged(file));
            Err(problems.into_sorted())
        }
    }
}

/// The guide, as far as it can be made of what was read.
fn read(folder: &Folder, problems: &mut Problems) -> Option<Guide> {
    let currency = currency::read(folder, problems);
    let sources = sources::read(folder, problems);
    let calendars = calendars::read(folder, problems);
    let closures = closures::read(folder, &calendars, problems);
    let deadlines = deadlines::read(folder, problems);
    let decisions = decisions::read(folder, problems);
    let pages = guidance::read(folder, &sources, problems);
    let groups = guidance::read_groups(folder, problems);
    let about = about::read(folder, problems);
    let words = words::read(folder, problems);

    let disagreements = disagreements::read(folder, problems);
    let glossary = glossary::read(folder, problems);
    let flows = flows::read(folder, problems);
    let checklists = checklists::read(folder, &sources, problems);
    let forms = forms::read(folder, problems);
    let keeping = keeping::read(folder, problems);
    let practice = practice::read(folder, problems);
    let synonyms = synonyms::read(folder, problems);

    folder.report_unread(problems);
    let known = check::Known::new(&check::Read {
        sources: &sources,
        currency: &currency,
        deadlines: &deadlines,
        decisions: &decisions,
        pages: &pages,
        disagreements: &disagreements,
        glossary: &glossary,
        flows: &flows,
        checklists: &checklists,
        forms: &forms.forms,
        about: &about,
    });
    let shown = uses::shown(&pages);
    check::sources(&sources, &known, problems);
    check::currency(&currency, &known, problems);
    check::deadlines(&deadlines, &calendars, &known, problems);
    check::decisions(&decisions, &deadlines, &known, problems);
    check::guidance(&pages, &known, problems);
    check::groups(&groups, &pages.sourced, problems);
    check::disagreements(&disagreements, &shown, &known, problems);
    check::glossary(&glossary, &known, problems);
    check::flows(&flows, &known, problems);
    check::checklists(&checklists, &sources, &known, problems);
    check::forms(&forms, &deadlines, &calendars, words.as_ref(), &known, problems);
    check::keeping(&keeping, &forms, problems);
    let (practice, sessions) = {
        let book = Rulebook {
            deadlines: deadlines.rules.iter().map(|rule| &rule.value).collect(),
            unnumbered: deadlines.unnumbered.iter().flat_map(|file| &file.value).collect(),
            decisions: decisions.decisions.iter().map(|file| &file.value).collect(),
            checklists: checklists.iter().map(|list| &list.value).collect(),
            calendars: calendars.iter().map(|file| &file.value).collect(),
        };
        check::practice(practice, &book, words.as_ref(), &known, problems)
    };
    check::about(&about, &known, problems);
    check::words(words.as_ref(), &known, problems);

    let guidance::Pages { sourced, topics, editions: Some(editions), .. } = pages else {
        return None;
    };
    let (Some(words), Some(about), true) = (words, about.into_pages(), problems.is_empty()) else {
        return None;
    };
    let glossary = glossary.value;
    let sources = values(sources);
    let never_kept = forms.never_kept();
    let mut guide = Guide {
        places: Places::of(&sources),
        sources,
        currency: currency.value,
        procedures: guidance::into_procedures(sourced, &groups, &glossary),
        topics: topics.into_iter().map(|topic| guidance::into_drawn(topic, &glossary)).collect(),
        editions: guidance::into_drawn(editions, &glossary),
        disagreements: values(disagreements),
        glossary,
        flows: values(flows),
        synonyms,
        events: deadlines.events.value,
        conditions: deadlines.conditions.value,
        deadlines: values(deadlines.rules),
        unnumbered: values(deadlines.unnumbered).into_iter().flatten().collect(),
        decision_groups: decisions.situations.value.groups,
        situations: decisions.situations.value.situations,
        decisions: values(decisions.decisions),
        checklists: values(checklists),
        forms: values(forms.forms),
        form_limits: forms.limits.value,
        not_supplied: forms.not_supplied.value.things,
        practice,
        sessions,
        calendars: values(calendars),
        closures,
        keeping: Keeping { never_kept, ..keeping.value },
        about,
        words: words.value,
        uses: Default::default(),
        shown: Default::default(),
    };
    (guide.uses, guide.shown) = uses::index(&guide);
    Some(guide)
}

/// What the files hold, once nothing has to point at the files any more.
fn values<T>(files: Vec<InFile<T>>) -> Vec<T> {
    files.into_iter().map(|file| file.value).collect()
}
