//! Writes every page of the site from the checked content.
//!
//! The content is loaded and checked; each page is a Leptos view that is turned into HTML once; stylesheets, scripts
//! and the wasm bundle are named by their bytes; every text file gets a compressed copy beside it.

mod assets;
mod blocks;
mod disagreement;
mod flow;
mod frame;
mod hosts;
mod offline;
mod output;
mod pages;
mod parts;
mod piece_html;
mod search_texts;
mod single_file;
mod site;
mod terms;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use waymark_content::case::Edition;
use waymark_content::date::IsoDate;
use waymark_content::load::load_with;

/// What to read and where to write.
#[derive(Debug, Parser)]
#[command(about = "Writes every page of the site from the checked content")]
struct Arguments {
    /// The content folder.
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// A folder that is laid over the content: what one authority adds or says in another way.
    #[arg(long)]
    overlay: Option<PathBuf>,
    /// Check the content and stop.
    #[arg(long)]
    check: bool,
    /// Files that are published as they are.
    #[arg(long, default_value = "public")]
    public: PathBuf,
    /// Compiled stylesheets.
    #[arg(long, default_value = "target/site/styles")]
    styles: PathBuf,
    /// Bundled scripts.
    #[arg(long, default_value = "target/site/scripts")]
    scripts: PathBuf,
    /// The wasm bundle.
    #[arg(long, default_value = "target/site/bundle")]
    bundle: PathBuf,
    /// The wasm bundle for forms.
    #[arg(long, default_value = "target/site/forms")]
    forms: PathBuf,
    /// What makes files for a word processor.
    #[arg(long, default_value = "target/site/docx")]
    docx: PathBuf,
    /// The software that the site is made with.
    #[arg(long, default_value = "target/site/notices/notices.json")]
    notices: PathBuf,
    /// Where the site is written. What was there is replaced.
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// Where the site will be published: only the sitemap and the page for wrong addresses need to know.
    #[arg(long)]
    site_url: Option<String>,
    /// Writes the whole guide into this one file instead. Its script is `single.js` in `--scripts`.
    #[arg(long)]
    single_file: Option<PathBuf>,
    /// The date that pages name as their version. Without it: the date of the last commit.
    #[arg(long, value_parser = parse_date)]
    date: Option<IsoDate>,
}

fn parse_date(text: &str) -> Result<IsoDate, String> {
    IsoDate::parse(text).ok_or_else(|| format!("`{text}` is not a date: write it as 2026-11-22"))
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    let overlay = arguments.overlay.as_deref();
    let guide = load_with(&arguments.content, overlay).map_err(|problems| {
        let folder_of = |file: &str| {
            let overlay = overlay.filter(|overlay| overlay.join(file).exists());
            overlay.unwrap_or(&arguments.content).display()
        };
        let mut list: Vec<String> =
            problems.iter().map(|problem| format!("{}/{problem}", folder_of(&problem.file))).collect();
        list.push(format!("error: the content has {} to mend", count(problems.len(), "problem")));
        list.join("\n")
    })?;
    if arguments.check {
        let statements = guide.sources.iter().map(|source| source.statements().count()).sum();
        let pages = guide.pages().count();
        return Ok(format!(
            "content is good: {}, {}, {}",
            count(statements, "statement"),
            count(pages, "page"),
            count(guide.deadlines.len(), "deadline rule"),
        ));
    }
    let version = arguments.date.unwrap_or_else(output::version_date);
    let mut files = output::Files::default();
    let built = assets::Built {
        styles: &arguments.styles,
        scripts: &arguments.scripts,
        bundle: &arguments.bundle,
        forms: &arguments.forms,
        docx: &arguments.docx,
        public: &arguments.public,
    };
    let edition = pages::props(&Edition::of(&guide));
    let assets = assets::collect(&built, edition, search_texts::json(&guide), &mut files)?;
    let notices = fs::read(&arguments.notices)
        .map_err(|error| error.to_string())
        .and_then(|json| serde_json::from_slice(&json).map_err(|error| error.to_string()))
        .map_err(|error| format!("error: cannot read {}: {error}", arguments.notices.display()))?;
    let site_url = arguments.site_url.as_deref().unwrap_or(&guide.words.shell.site_url);
    let site = site::Site::new(&guide, assets, notices, version, site_url)?;
    let pages = site.write_pages(&mut files);
    let worker = assets::worker(&arguments.public)?;
    offline::add(&mut files, &worker, site.root(), &guide.words.shell)?;
    if let Some(out) = &arguments.single_file {
        let bytes = single_file::write(out, &files, &site.assets, &arguments.scripts)?;
        return Ok(format!("{} in {bytes} bytes written to {}", count(pages, "page"), out.display()));
    }
    let bytes = files.write(&arguments.out)?;
    Ok(format!("{} and {bytes} bytes written to {}", count(pages, "page"), arguments.out.display()))
}

fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
