//! A copy of the content with three rules changed: a time limit, a decision and a checklist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use waymark_content::load::load;
use waymark_content::practice::{Asks, Step};

use super::GUIDE;

/// A limit, a decision and a list that cases ask, with what a change of mind about each would write.
const LIMIT: (&str, &str, &str) =
    ("referral-response", "limit = { working_days = 1 }", "limit = { working_days = 2 }");
const DECISION: (&str, &str, &str) =
    ("leaflet-familys-plan", "then = [\"agree-in-principle\"]", "then = [\"passages-differ\"]");
const LIST: (&str, &str, &str) = ("teeswide-plan", "id = \"timescales\"", "id = \"time\"");

#[test]
fn a_changed_rule_breaks_the_cases_that_depend_on_it_and_no_others() {
    let copy = Copy::of_the_content();
    copy.change("deadlines/wt2015/referral-response.toml", LIMIT);
    copy.change("decisions/family-meetings/leaflet-familys-plan.toml", DECISION);
    copy.change("checklists/teeswide/teeswide-plan.toml", LIST);
    let problems = load(&copy.root).expect_err("the cases say what the rules no longer give");

    let depends = |step: &Step| match step.asks() {
        Some(Asks::Deadline(question)) => question.rule.as_str() == LIMIT.0,
        Some(Asks::Clocks(question)) => question.rules.iter().any(|rule| rule.as_str() == LIMIT.0),
        Some(Asks::Decision(question)) => question.table.as_str() == DECISION.0,
        Some(Asks::Checklist(question)) => question.list.as_str() == LIST.0,
        None => false,
    };
    let cases = GUIDE.practice.iter().map(|marked| marked.case());
    let expected: BTreeSet<String> = cases
        .filter(|case| case.steps.iter().any(depends))
        .map(|case| format!("practice/{}/{}.toml", case.level.folder(), case.id))
        .collect();
    assert!(expected.len() >= 3, "{expected:?}");
    let of_practice = problems.iter().filter(|problem| problem.file.starts_with("practice/"));
    let refused: BTreeSet<String> = of_practice.clone().map(|problem| problem.file.clone()).collect();
    assert_eq!(refused, expected);

    // In plain words, at the option: what its author says, and what the rules give.
    let told: Vec<String> = of_practice.map(ToString::to_string).collect();
    let says = |words: &str| told.iter().any(|problem| problem.contains(words));
    assert!(says("its words say why it is right. The rules give: 2025-05-07"), "{told:?}");
    assert!(says("its words say why it is wrong. The rules give: 2025-05-07"), "{told:?}");
    assert!(says("`agree-in-principle` is ruled out"), "{told:?}");
    assert!(says("`timescales`, which is no item of that checklist"), "{told:?}");
    assert!(of_lines(&problems), "every one of them has its line");
}

fn of_lines(problems: &[waymark_content::load::Problem]) -> bool {
    problems
        .iter()
        .filter(|problem| problem.file.starts_with("practice/"))
        .all(|problem| problem.line.is_some())
}

/// A copy of the content folder, gone when the test is over.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn of_the_content() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed-rules");
        let _ = fs::remove_dir_all(&root);
        let content = Path::new(env!("CARGO_MANIFEST_DIR"));
        for entry in fs::read_dir(content).unwrap().map(Result::unwrap) {
            let name = entry.file_name();
            // Code and its tests are no content.
            if !["src", "tests", "examples", "benches"].contains(&name.to_str().unwrap()) {
                copy_all(&entry.path(), &root.join(name));
            }
        }
        Self { root }
    }

    /// Writes `new` where `old` stands first.
    fn change(&self, file: &str, (_, old, new): (&str, &str, &str)) {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file}");
        fs::write(&path, text.replacen(old, new, 1)).unwrap();
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn copy_all(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        copy_all(&entry.path(), &to.join(entry.file_name()));
    }
}
