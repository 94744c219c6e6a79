//! The site with its content several times over: how long it takes to write, and what its readers fetch.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::table::{kilobytes, median, table};
use super::{copies, within};
use crate::console::say;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::files;
use crate::process::run;
use crate::project::Project;
use crate::site::prerender;

/// One size of the content.
struct Measured {
    times: usize,
    pages: usize,
    /// Reading and checking the content, in seconds.
    reading: f64,
    /// All of it: reading, pages, compressed copies.
    whole: f64,
    /// The texts to search, as they are and with brotli.
    search: [usize; 2],
    wasm: usize,
}

/// Writes the site for each size of the content `runs` times. The wasm must be the same for each.
pub(crate) fn scale(project: &Project, sizes: &[usize], runs: usize) -> Result<(), Failure> {
    let folder = project.root().join("target/bench/scale");
    // Once untimed: the first run may have to build the prerenderer.
    timed(project, &project.root().join("content"), &["--check".as_ref()])?;
    let mut all: Vec<Measured> = Vec::new();
    for times in sizes {
        say(&format!("==> The content {times} times over"));
        let measured = measure(project, &folder, *times, runs);
        // Gigabytes at a hundred times.
        copies::clear(&folder)?;
        all.push(measured?);
    }
    let head = ["Content", "Pages", "Reading", "Whole", "A page", "Search", "Search, brotli", "Wasm"];
    let row = |size: &Measured| {
        vec![
            format!("{}x", size.times),
            size.pages.to_string(),
            format!("{:.1} s", size.reading),
            format!("{:.1} s", size.whole),
            format!("{:.0} ms", size.whole * 1000.0 / size.pages as f64),
            kilobytes(size.search[0] as f64),
            kilobytes(size.search[1] as f64),
            kilobytes(size.wasm as f64),
        ]
    };
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(all.iter().map(row)).collect();
    say(&format!("\n{}\n", table(&rows)));
    let first = all.first().map_or(0, |size| size.wasm);
    let grown = all.iter().filter(|size| size.wasm != first);
    within(grown.map(|size| format!("the wasm changes with the content: {} bytes", size.wasm)).collect())
}

fn measure(project: &Project, folder: &Path, times: usize, runs: usize) -> Result<Measured, Failure> {
    let (content, out) = (folder.join("content"), folder.join("site"));
    copies::write(&project.root().join("content"), &content, times)?;
    let mut readings = Vec::new();
    let mut wholes = Vec::new();
    for _ in 0..runs {
        readings.push(timed(project, &content, &["--check".as_ref()])?.as_secs_f64());
        wholes.push(timed(project, &content, &["--out".as_ref(), out.as_ref()])?.as_secs_f64());
    }
    let written = files(&out)?;
    let named = |part: &'static str, ending: &'static str| {
        written.iter().filter(move |file| {
            let file = file.to_string_lossy();
            file.contains(part) && file.ends_with(ending)
        })
    };
    let bytes = |part, ending| {
        named(part, ending).filter_map(|file| fs::metadata(file).ok()).map(|about| about.len() as usize).sum()
    };
    Ok(Measured {
        times,
        pages: named("", ".html").count(),
        reading: median(readings),
        whole: median(wholes),
        search: [bytes("/assets/search.", ".json"), bytes("/assets/search.", ".json.br")],
        wasm: bytes("", ".wasm.br"),
    })
}

/// How long the prerenderer takes, as a build runs it.
fn timed(project: &Project, content: &Path, arguments: &[&Path]) -> Result<Duration, Failure> {
    let mut prerender = prerender(project, content);
    prerender.args(arguments);
    let started = Instant::now();
    let failed = Failure::new("the pages could not be written", "The problems are listed above.");
    run(prerender, Tool::Cargo, failed)?;
    Ok(started.elapsed())
}
