//! Every form as a file for a word processor, blank and as each of its worked cases fills it in, with what must be in it as
//! text beside it:
//!
//! ```text
//! $ cargo run -q -p waymark-docx --example every_form -- target/site/docx-files
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use waymark_content::form::{Answers, Block, Copy, Form, RunKind, Surroundings};
use waymark_content::guide::Guide;
use waymark_content::load::load;
use waymark_docx::docx_bytes;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("error: name a folder to write to");
        return ExitCode::FAILURE;
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), String> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let guide = load(&content).map_err(|problems| format!("the content has {} problems", problems.len()))?;
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    fs::create_dir_all(folder).map_err(failed)?;
    for form in &guide.forms {
        let cases = form.cases.iter().map(|case| case.answers.clone());
        for (number, answers) in std::iter::once(Answers::default()).chain(cases).enumerate() {
            let (file, answered) = file(&guide, form, &answers)?;
            let name = format!("{}-{number}", form.id);
            fs::write(folder.join(format!("{name}.docx")), file).map_err(failed)?;
            fs::write(folder.join(format!("{name}.txt")), answered.join("\n")).map_err(failed)?;
        }
    }
    Ok(())
}

/// The file, and every answer in it, each on a line.
fn file(guide: &Guide, form: &Form, answers: &Answers) -> Result<(Vec<u8>, Vec<String>), String> {
    let with = Surroundings {
        words: &guide.words.forms,
        date_words: &guide.words.date_input,
        dates: &guide.words.dates,
        limits: &guide.form_limits,
        rules: &[],
        calendar: None,
    };
    let document = form.fill_in(answers, with).document(Copy::Full);
    let runs = document.blocks.iter().flat_map(Block::runs);
    let answered = runs.filter(|run| run.kind == RunKind::Answer).map(|run| run.text.replace('\n', " "));
    let answered = answered.collect();
    let file = docx_bytes(&document).ok_or_else(|| format!("{} is too long", form.id))?;
    Ok((file, answered))
}
