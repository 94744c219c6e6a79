//! Checks of forms: what they name exists, every part of them can show, and each worked case comes out as worked by
//! hand.

mod cases;
mod conditions;
mod fields;

use std::collections::{HashMap, HashSet};

use super::{Known, duplicates, link, support, unknown};
use crate::calendar::CalendarFile;
use crate::form::{Form, Limits, PartKind, Section, Where};
use crate::id::{RuleId, SourceId, StatementId};
use crate::load::deadlines::Deadlines;
use crate::load::folder::{InFile, TextFile};
use crate::load::forms::Forms;
use crate::load::problem::Problems;
use crate::source::Status;
use crate::words::Words;

/// What the checks of a form look things up in.
struct Around<'a> {
    known: &'a Known,
    rules: HashSet<&'a RuleId>,
}

pub(in crate::load) fn forms(
    forms: &Forms,
    deadlines: &Deadlines,
    calendars: &[InFile<CalendarFile>],
    words: Option<&InFile<Words>>,
    known: &Known,
    problems: &mut Problems,
) {
    let around = Around { known, rules: deadlines.rules.iter().map(|rule| &rule.value.id).collect() };
    let mut orders: HashMap<u32, &str> = HashMap::new();
    let mut sound = Vec::new();
    for in_file @ InFile { file, value: form } in &forms.forms {
        let before = problems.count();
        if let Some(first) = orders.insert(form.order, &file.name) {
            problems.add(
                &file.name,
                file.line_of("order"),
                format!("`order = {}` is taken by {first}", form.order),
                "Give each form a place of its own.",
            );
        }
        names(file, form, known, problems);
        structure(file, form, problems);
        fields::fields(file, form, &around, problems);
        conditions::conditions(file, form, problems);
        if problems.count() == before {
            sound.push(in_file);
        }
    }
    limits(&forms.limits, problems);
    for thing in &forms.not_supplied.value.things {
        support(&forms.not_supplied.file, &thing.name, &thing.cites, false, known, problems);
    }
    // A case of a form that is wrong in itself would only say the same again.
    if let Some(words) = words {
        cases::cases(&sound, &forms.limits.value, deadlines, calendars, &words.value, problems);
    }
}

/// What the form as a whole names exists.
fn names(file: &TextFile, form: &Form, known: &Known, problems: &mut Problems) {
    let mut problem = |key: &str, what: String, mend: &str| {
        problems.add(&file.name, file.line_of(key), what, mend);
    };
    if file.stem() != form.id.as_str() {
        let what = format!("the form's id is `{}` but its file is `{}`", form.id, file.stem());
        problem("id", what, "Give both the same name.");
    }
    if form.names.is_empty() {
        problem(
            "names",
            "the form has no name in its source".to_owned(),
            "Say in `names` what the source calls it.",
        );
    }
    if form.pages.is_empty() {
        let mend = "Name the pages of guidance that tell more, in `pages`.";
        problem("pages", "the form names no page".to_owned(), mend);
    }
    match known.sources.get(&form.source) {
        None => unknown(file, "source", form.source.as_str(), "sources/", problems),
        Some(of_source) if form.status != *of_source && form.status != Status::Historical => problem(
            "status",
            format!("the form is `{}` but its source is `{}`", form.status.key(), of_source.key()),
            "Give it the source's status, or `historical` where the practice itself has ended.",
        ),
        Some(_) => {}
    }
    for page in &form.pages {
        link(file, page, known, problems);
    }
    for notice in form.notices.iter().filter(|notice| !known.notices.contains(notice)) {
        unknown(file, "notice", notice.as_str(), "currency.toml", problems);
    }
    for point in form.differs.iter().filter(|point| !known.disagreements.contains(point)) {
        unknown(file, "disagreement", point.as_str(), "disagreements/", problems);
    }
    for text in [&form.who, &form.used].into_iter().chain(&form.intro).chain(&form.notes).chain(&form.missing)
    {
        support(file, &text.text, &text.cites, text.ours, known, problems);
    }
}

/// Sections and parts are what they should be, and every name stands once.
fn structure(file: &TextFile, form: &Form, problems: &mut Problems) {
    if form.sections.is_empty() {
        problems.add(&file.name, None, "the form has no sections", "Add a [[section]] with its parts.");
    }
    duplicates(file, "section", form.sections.iter().map(|section| section.id.as_str()), problems);
    duplicates(file, "rule", form.rules.iter().map(|rule| rule.id.as_str()), problems);
    let ids = form.parts().flat_map(|(_, part)| match part.kind() {
        PartKind::Text(_) => Vec::new(),
        PartKind::Field(field) => vec![field.id.as_str()],
        PartKind::Table(table) => {
            let columns = table.columns.iter().map(|column| column.id.as_str());
            std::iter::once(table.id.as_str()).chain(columns).collect()
        }
    });
    duplicates(file, "field", ids, problems);
    for section in &form.sections {
        of_section(file, section, problems);
    }
}

fn of_section(file: &TextFile, section: &Section, problems: &mut Problems) {
    let mut problem = |what: &str, mend: &str| {
        let line = file.line_of(&format!("id = \"{}\"", section.id));
        problems.add(&file.name, line, format!("the section `{}` {what}", section.id), mend);
    };
    if section.parts.is_empty() {
        problem("has no parts", "Add them, or take it out.");
    }
    if section.on == Where::Screen {
        problem("is for the screen only", "Set `on` for its texts: what is filled in stands on paper.");
    }
    let conditional = |shown_when: usize, only_if: &Option<String>| (shown_when > 0) == only_if.is_some();
    let mend = "Give both: `shown_when` for the tool, `only_if` for people.";
    if !conditional(section.shown_when.len(), &section.only_if) {
        problem("has one of `shown_when` and `only_if` without the other", mend);
    }
    for part in &section.parts {
        let kinds = [part.text.is_some(), part.field.is_some(), part.table.is_some()];
        if kinds.into_iter().filter(|is| *is).count() != 1 {
            let mend = "Make each part a text, a field or a table.";
            problem("has a part that is not exactly one of text, field and table", mend);
        }
        let field = part.field.as_ref();
        if section.on == Where::Paper && part.text.is_none() {
            problem("is for paper only and has something to fill in", "Ask for it in a section on screen.");
        }
        if conditional(part.shown_when.len(), &part.only_if) {
            continue;
        }
        match field.filter(|field| field.required.is_some()) {
            Some(field) => problem(
                &format!(
                    "has the required field `{}` in a part that may be hidden and does not say when",
                    field.id
                ),
                mend,
            ),
            None => problem("has a part with one of `shown_when` and `only_if` without the other", mend),
        }
    }
}

fn limits(limits: &InFile<Limits>, problems: &mut Problems) {
    let InFile { file, value: Limits { line, long_text, rows, in_file } } = limits;
    if !file.text.is_empty() && ([*line, *long_text, *rows].contains(&0) || *in_file < *line.max(long_text)) {
        problems.add(
            &file.name,
            None,
            "a limit is 0, or `in_file` is shorter than what may be typed",
            "What may be typed has to be allowed in a file too.",
        );
    }
}

/// What stands on a form rests on statements of its source, or is ours, or is ours with a place elsewhere in it.
fn rests(
    file: &TextFile,
    source: &SourceId,
    (what, needle): (&str, &str),
    (cites, ours): (&[StatementId], bool),
    known: &Known,
    problems: &mut Problems,
) {
    let line = file.line_of(needle);
    if cites.is_empty() && !ours {
        problems.add(
            &file.name,
            line,
            format!("{what} rests on nothing"),
            "Name its statements in `cites`, or say `ours = true`, or both.",
        );
    }
    for id in cites {
        match known.registered.get(id) {
            None => unknown(file, "statement", id.as_str(), "sources/", problems),
            Some((of, _)) if of != source => problems.add(
                &file.name,
                line,
                format!("{what} cites `{id}`, which is of `{of}`"),
                "Cite the form's own source; name the other in a [[note]] or in `differs`.",
            ),
            Some(_) => {}
        }
    }
}
