//! From the content folder to a checked [`Guide`](crate::guide::Guide), or to everything that is wrong with it.
//!
//! Every file is read and every check is made before anything is reported, so that one run shows all there is to
//! mend. Each problem names its file, its line and how to mend it.

mod about;
mod calendars;
mod check;
mod checklists;
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
mod problem;
mod sources;
mod synonyms;
mod terms;
mod toml_file;
mod uses;
mod words;

pub use problem::Problem;

use std::path::Path;

use crate::guide::{Guide, Places};
use folder::{Folder, InFile};
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
    let deadlines = deadlines::read(&folder, &mut problems);
    let decisions = decisions::read(&folder, &mut problems);
    let pages = guidance::read(&folder, &sources, &mut problems);
    let groups = guidance::read_groups(&folder, &mut problems);
    let about = about::read(&folder, &mut problems);
    let words = words::read(&folder, &mut problems);

    let disagreements = disagreements::read(&folder, &mut problems);
    let glossary = glossary::read(&folder, &mut problems);
    let flows = flows::read(&folder, &mut problems);
    let checklists = checklists::read(&folder, &sources, &mut problems);
    let forms = forms::read(&folder, &mut problems);
    let keeping = keeping::read(&folder, &mut problems);
    let synonyms = synonyms::read(&folder, &mut problems);

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
        about: about.as_ref(),
    });
    let shown = uses::shown(&pages);
    check::sources(&sources, &known, &mut problems);
    check::currency(&currency, &known, &mut problems);
    check::deadlines(&deadlines, &calendars, &known, &mut problems);
    check::decisions(&decisions, &deadlines, &known, &mut problems);
    check::guidance(&pages, &known, &mut problems);
    check::groups(&groups, &pages.sourced, &mut problems);
    check::disagreements(&disagreements, &shown, &known, &mut problems);
    check::glossary(&glossary, &known, &mut problems);
    check::flows(&flows, &known, &mut problems);
    check::checklists(&checklists, &sources, &known, &mut problems);
    check::forms(&forms, &deadlines, &calendars, words.as_ref(), &known, &mut problems);
    check::keeping(&keeping, &forms, &mut problems);
    check::about(about.as_ref(), &known, &mut problems);
    check::words(words.as_ref(), &known, &mut problems);

    let guidance::Pages { sourced, topics, editions: Some(editions), .. } = pages else {
        return Err(problems.into_sorted());
    };
    let (Some(words), Some(about), true) = (words, about, problems.is_empty()) else {
        return Err(problems.into_sorted());
    };
    let glossary = glossary.value;
    let sources = values(sources);
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
        calendars: values(calendars),
        keeping: keeping.value,
        about: about.value.blocks,
        words: words.value,
        uses: Default::default(),
        shown: Default::default(),
    };
    (guide.uses, guide.shown) = uses::index(&guide);
    Ok(guide)
}

/// What the files hold, once nothing has to point at the files any more.
fn values<T>(files: Vec<InFile<T>>) -> Vec<T> {
    files.into_iter().map(|file| file.value).collect()
}
