//! A form from answers as JSON, as plain text:
//!
//! ```text
//! $ echo '{"values": {"basis": {"choice": "consent"}}}' | \
//!     cargo run -q -p content --features load --example form -- letter-asking-for-information
//! ```
//!
//! No answers give the blank form. `--circulated` gives the copy that goes round. `--list` names every form with its
//! fields, their kinds and the columns of its tables. What is missing or cannot stand is said on standard error and
//! keeps nothing from being printed; answers that are not for the form are refused, each with its field.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use waymark_content::calendar::WorkingDayCalendar;
use waymark_content::deadline::ClockRule;
use waymark_content::form::{Answers, Copy, Form, PartKind, Severity, Surroundings};
use waymark_content::guide::Guide;
use waymark_content::load::load;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = read_guide().and_then(|guide| {
        if arguments.iter().any(|argument| argument == "--list") {
            return Ok(list(&guide));
        }
        let mut json = String::new();
        io::stdin().read_to_string(&mut json).map_err(|error| error.to_string())?;
        print(&guide, &arguments, &json, &mut io::stderr())
    });
    match outcome.map(|text| io::stdout().write_all(text.as_bytes())) {
        // Whoever reads it may have seen enough.
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read_guide() -> Result<Guide, String> {
    let in_lines = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    load(Path::new(env!("CARGO_MANIFEST_DIR")))
        .map_err(|problems: Vec<waymark_content::load::Problem>| in_lines(problems))
}

/// The form named, filled in, as plain text. What is to mend or to think about goes to `said`.
fn print(guide: &Guide, arguments: &[String], json: &str, said: &mut impl Write) -> Result<String, String> {
    let id = arguments.iter().find(|argument| !argument.starts_with("--")).ok_or("name a form, or --list")?;
    let form = guide.forms.iter().find(|form| form.id.as_str() == id);
    let form = form.ok_or(format!("no form is called `{id}`"))?;
    let circulated = arguments.iter().any(|argument| argument == "--circulated");
    let answers: Answers = match json.trim() {
        "" => Answers::default(),
        json => serde_json::from_str(json).map_err(|error| error.to_string())?,
    };
    let words = &guide.words;
    let refusals = form.refusals(&answers, &guide.form_limits);
    if !refusals.is_empty() {
        let refusals = refusals.iter().map(|refusal| refusal.says(&words.forms));
        return Err(refusals.collect::<Vec<_>>().join("\n"));
    }
    let calendar = guide.calendars.first().and_then(|file| WorkingDayCalendar::try_from(file).ok());
    let rules: Vec<ClockRule> = guide.deadlines.iter().map(ClockRule::from).collect();
    let surroundings = Surroundings {
        words: &words.forms,
        date_words: &words.date_input,
        dates: &words.dates,
        limits: &guide.form_limits,
        rules: &rules,
        calendar: calendar.as_ref(),
    };
    let filled = form.fill_in(&answers, surroundings);
    for problem in filled.problems() {
        let grave = if problem.severity == Severity::Error { "to mend" } else { "to think about" };
        writeln!(said, "{grave}: {} ({})", problem.says, problem.at).map_err(|error| error.to_string())?;
    }
    Ok(filled.document(if circulated { Copy::Circulated } else { Copy::Full }).to_text())
}

fn list(guide: &Guide) -> String {
    guide.forms.iter().map(names).collect()
}

/// The form's id, with a line for each field and table.
fn names(form: &Form) -> String {
    let parts = form.parts().filter_map(|(_, part)| match part.kind() {
        PartKind::Text(_) => None,
        PartKind::Field(field) => Some(format!("  {} {:?}\n", field.id, field.kind)),
        PartKind::Table(table) => {
            let columns: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
            Some(format!("  {} Table: {}\n", table.id, columns.join(", ")))
        }
    });
    format!("{}\n{}", form.id, parts.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_printed_refused_or_listed() {
        let guide = read_guide().expect("the content loads");
        let letter = ["letter-asking-for-information".to_owned()];
        let mut said = Vec::new();
        let filled = r#"{"values": {"basis": {"choice": "consent"}, "consents": {"text": "M. B."}}}"#;
        let text = print(&guide, &letter, filled, &mut said).expect("it is printed");
        assert!(text.contains("M. B. has given us consent"), "{text}");
        let said = String::from_utf8(said).expect("it is text");
        assert!(
            said.contains("to mend: Say by when you need the reply") && said.contains("(reply-by)"),
            "{said}"
        );

        let strange = r#"{"values": {"bases": {"choice": "consent"}}}"#;
        let refused = print(&guide, &letter, strange, &mut Vec::new()).expect_err("it is refused");
        assert!(refused.contains("“bases”"), "{refused}");
        assert!(print(&guide, &["poem".to_owned()], "", &mut Vec::new()).is_err());
        assert_eq!(list(&guide).lines().filter(|line| !line.starts_with(' ')).count(), guide.forms.len());
    }
}
