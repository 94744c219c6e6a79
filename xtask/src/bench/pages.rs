//! Three pages in Lighthouse: the first that people see, a long text, and the tool that most come for.

use super::lighthouse::{self, CATEGORIES, TIMED};
use super::table::{kilobytes, seconds, table};
use super::{serving, within};
use crate::console::say;
use crate::failure::Failure;
use crate::project::Project;
use crate::setup::Measuring;

struct Page {
    name: &'static str,
    path: &'static str,
    /// A tool lives on it.
    tool: bool,
}

const PAGES: [Page; 3] = [
    Page { name: "Home", path: "", tool: false },
    Page { name: "A long page", path: super::others::LONG, tool: false },
    Page { name: "Deadlines", path: "tools/deadlines/", tool: true },
];

/// How much may move on a page after it is shown: nothing on a page of text.
const SHIFT_OF_TEXT: f64 = 0.0;
const SHIFT_OF_TOOL: f64 = 0.02;

/// Measures each page `runs` times and prints the medians. Scores that no clock enters, and what moves, have a budget.
pub(crate) fn pages(project: &Project, measuring: &Measuring, runs: usize) -> Result<(), Failure> {
    let address = serving::serve(&project.dist())?;
    let head = [
        "Page",
        "Speed",
        "Access",
        "Practice",
        "SEO",
        "LCP",
        "CLS",
        "HTML, CSS",
        "Script, wasm",
        "Requests",
        "Alive",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let (mut faults, mut over) = (Vec::new(), Vec::new());
    for page in &PAGES {
        let address = format!("{address}{}", page.path);
        let visit = lighthouse::visits(project, measuring, &address, runs)?;
        let mut row = vec![page.name.to_owned()];
        row.extend(visit.scores.map(|score| score.to_string()));
        row.extend([seconds(visit.lcp), format!("{:.3}", visit.cls)]);
        row.extend([visit.reading, visit.code].map(kilobytes));
        row.push(visit.requests.to_string());
        if page.tool {
            row.push(seconds(lighthouse::ready(project, measuring, &address, runs)?));
        }
        rows.push(row);
        for (category, score) in CATEGORIES.iter().zip(visit.scores) {
            if *category != TIMED && score < 100.0 {
                over.push(format!("{}: {category} is {score} of 100", page.name));
            }
        }
        let most = if page.tool { SHIFT_OF_TOOL } else { SHIFT_OF_TEXT };
        if visit.cls > most {
            over.push(format!("{}: what is shown moves by {:.3} of {most}", page.name, visit.cls));
        }
        if !page.tool && visit.wasm > 0.0 {
            over.push(format!("{}: a page of text asks for wasm", page.name));
        }
        faults.extend(visit.faults.iter().map(|fault| format!("{}: {fault}", page.name)));
    }
    say(&format!("\n{}\n", table(&rows)));
    faults.iter().for_each(|fault| say(fault));
    within(over)
}
