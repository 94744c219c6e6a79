//! Everything that the site says about itself. The words are in `words/*.toml`; only their shape is here.

mod case;
mod checklists;
mod counting;
mod deadlines;
mod decisions;
mod forms;
mod input;
mod pages;
mod phrases;
mod practice;
mod search;
mod shell;

pub use case::{CaseWords, CasesWords};
pub use checklists::{ChecklistPageWords, ChecklistWords};
pub use counting::{CountingWords, CountsWords, TakeAwayWords, WholeCaseWords};
pub use deadlines::{DeadlinePageWords, DeadlineWords};
pub use decisions::{DecisionPageWords, DecisionWords};
pub use forms::{FormPageWords, FormToolWords, FormWords};
pub use input::DateInputWords;
pub use pages::{
    CasesPageWords, DisagreementWords, FlowWords, HomeWords, NoticesPageWords, PageWords, Task, TermWords,
    Titled, TopicWords,
};
#[cfg(feature = "load")]
pub(crate) use phrases::Phrases;
pub use practice::{PracticePageWords, PracticeToolWords, PracticeWords};
pub use search::{SearchKinds, SearchWords};
pub use shell::{Labelled, NewerWords, ShellWords};

use crate::date::DateNames;
use phrases::phrases;

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What every page says.
    pub shell: ShellWords,
    /// Titles and leading words of fixed pages.
    pub pages: PageWords,
    /// The home page.
    pub home: HomeWords,
    /// Names of days and months.
    pub dates: DateNames,
    /// The date fields.
    pub date_input: DateInputWords,
    /// The deadlines tool.
    pub deadlines: DeadlineWords,
    /// How every deadlines tool counts.
    pub counting: CountingWords,
    /// What takes an answer away.
    pub take_away: TakeAwayWords,
    /// The whole case.
    pub whole_case: WholeCaseWords,
    /// Checking a date, any count, comparing.
    pub counts: CountsWords,
    /// The deadlines page around the tool.
    pub deadlines_page: DeadlinePageWords,
    /// The decisions in the browser.
    pub decisions: DecisionWords,
    /// The decisions' pages.
    pub decisions_page: DecisionPageWords,
    /// The record checklists in the browser.
    pub checklists: ChecklistWords,
    /// The record checklists' pages.
    pub checklists_page: ChecklistPageWords,
    /// The forms.
    pub forms: FormWords,
    /// Filling in a form.
    pub form_tool: FormToolWords,
    /// The forms' pages.
    pub forms_page: FormPageWords,
    /// Keeping a case, on every page of a tool.
    pub case: CaseWords,
    /// The list of kept cases.
    pub cases: CasesWords,
    /// The practice cases.
    pub practice: PracticeWords,
    /// The practice cases in the browser.
    pub practice_tool: PracticeToolWords,
    /// The pages around practice cases.
    pub practice_page: PracticePageWords,
    /// The display settings.
    pub display: DisplayWords,
    /// The search.
    pub search: SearchWords,
}

phrases! {
    /// `words/display.toml`.
    DisplayWords {
        legend_text,
        legend_contrast,
        legend_theme,
        text_small,
        text_medium,
        text_large,
        contrast_standard,
        contrast_high,
        theme_system,
        theme_light,
        theme_dark,
        reset,
        saved,
        not_saved,
        reset_done,
    }
}

/// Puts values into a sentence from the words: `fill("{event}: {date}.", &[("event", ..), ("date", ..)])`.
///
/// A place with no value stays as it is written, so that a slip shows.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        let tail = &rest[open..];
        let place = tail.find('}').map(|close| (&tail[1..close], close + 1));
        let value = place.and_then(|(name, end)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, end))
        });
        match value {
            Some((value, end)) => {
                filled.push_str(value);
                rest = &tail[end..];
            }
            None => {
                filled.push('{');
                rest = &tail[1..];
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_go_in_once_and_are_never_read_as_places() {
        let values = [("a", "{b}"), ("b", "x")];
        assert_eq!(fill("{a} and {b}.", &values), "{b} and x.");
        assert_eq!(fill("{c} { {a", &values), "{c} { {a");
        assert_eq!(fill("plain", &values), "plain");
    }
}
