//! A worked case that the form does not give, and a message that no case brings out, do not build.

use std::fs;
use std::path::{Path, PathBuf};

use waymark_content::load::load;

const FORM: &str = r#"
id = "case-form"
title = "A form with cases"
purpose = "Do they hold?"
kind = "list"
order = 99
source = "worcs"
status = "local"
covers = "Nothing"
names = ["Case form"]
pages = ["/procedures/worcestershire/feedback-sheet/"]
who = { text = "Nobody.", ours = true }
used = { text = "Never.", ours = true }

[[section]]
id = "one"
title = "One"

[[section.part]]
field = { id = "line", kind = "line", label = "Line", required = "Fill in the line.", ours = true }

[[section.part]]
field = { id = "shown", kind = "yes-no", label = "Shown", ours = true }

[[section.part]]
shown_when = [{ field = "shown", is = ["yes"] }]
only_if = "it is shown"
field = { id = "more", kind = "line", label = "More", expected = "Say more.", ours = true }
"#;

/// Copies a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy(&from, &to) } else { fs::copy(from, to).map(|_| ()).unwrap() }
    }
}

/// The real content with one more form, and what is wrong with it.
fn problems(name: &str, cases: &str) -> Vec<String> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for part in [
        "sources",
        "guidance",
        "deadlines",
        "decisions",
        "disagreements",
        "flows",
        "checklists",
        "forms",
        "practice",
        "calendars",
        "words",
    ] {
        copy(&content.join(part), &folder.join(part));
    }
    for file in ["about.md", "currency.toml", "glossary.toml", "keeping.toml", "search-synonyms.toml"] {
        fs::copy(content.join(file), folder.join(file)).unwrap();
    }
    fs::write(folder.join("forms/case-form.toml"), format!("{FORM}{cases}")).unwrap();
    let found = load(&folder).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    fs::remove_dir_all(&folder).unwrap();
    found
}

#[test]
fn cases_are_held_to_what_the_form_gives() {
    let wrong = r#"
[[case]]
why = "Worked wrong."
errors = ["more"]
warnings = ["line"]
kept_aside = ["line"]
has = ["Not on the paper"]
lacks = ["Shown *"]
[case.answers.values]
line = { choice = "yes" }
shown = { choice = "no" }
more = { text = "More of it" }
"#;
    let at = "forms/case-form.toml:31: worked case differs";
    let mend = "Work the case again by hand; correct the case or the form.";
    let file = "forms/case-form.toml";
    assert_eq!(
        problems("wrong-cases", wrong),
        [
            format!(
                "{file}: the form has no worked case that is filled in without an error. Add a [[case]] worked by hand."
            ),
            format!(
                "{file}:20: no worked case brings out `Fill in the line.`. Add a [[case]] in which it is said."
            ),
            format!("{file}:28: no worked case brings out `Say more.`. Add a [[case]] in which it is said."),
            format!("{at}: errors: none, but more was expected. {mend}"),
            format!(
                "{at}: its answers are refused: “line”: the answer is not of the kind that this field takes. {mend}"
            ),
            format!("{at}: kept aside: more, but line was expected. {mend}"),
            format!("{at}: the text has `Shown *`. {mend}"),
            format!("{at}: the text lacks `Not on the paper`. {mend}"),
            format!("{at}: warnings: none, but line was expected. {mend}"),
        ]
    );
}
