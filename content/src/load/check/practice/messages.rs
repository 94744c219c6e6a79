//! Why a case is refused, in words.

use super::Report;
use crate::date::IsoDate;
use crate::practice::{Outline, Refusal, RefusalKind, Said, ToolName};

pub(super) fn report(refusals: Vec<Refusal>, report: &mut Report<'_, '_>) {
    for Refusal { step, option, kind } in refusals {
        let (what, mend) = message(kind, option.is_some());
        report.step(step, option, what, mend);
    }
}

fn message(kind: RefusalKind, of_option: bool) -> (String, String) {
    let (what, mend) = match kind {
        RefusalKind::NotOneTool => (
            "the step asks no tool, or more than one".to_owned(),
            "Give it one of `deadline`, `clocks`, `decision` and `checklist`.".to_owned(),
        ),
        RefusalKind::Options(count) => {
            (format!("the step has {count} options"), format!("Give it 2 to {}.", Outline::MOST_OPTIONS))
        }
        RefusalKind::NoneRight => (
            "by the rules no option of the step is right".to_owned(),
            "Add the right one, or correct what is known.".to_owned(),
        ),
        RefusalKind::AllRight => (
            "by the rules every option of the step is right".to_owned(),
            "Add one that is wrong: a learner has to have a choice.".to_owned(),
        ),
        RefusalKind::SeveralRight(ids) => {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            (
                format!("by the rules more than one option is right: {}", ids.join(", ")),
                "Say `several = true`, or make the others wrong.".to_owned(),
            )
        }
        RefusalKind::Disagrees { said, gives } => {
            let (said, is) = match said {
                Said::Right => ("right", "wrong"),
                Said::Wrong => ("wrong", "right"),
            };
            (
                format!("the option is {is} and its words say why it is {said}. The rules give: {gives}"),
                format!("Work it out again. If the rules are as they should be, write it again as `{is}`."),
            )
        }
        RefusalKind::NotOneWhy => (
            "the option has both or neither of `right` and `wrong`".to_owned(),
            "Say why it is right, or why it is wrong.".to_owned(),
        ),
        RefusalKind::AnotherTool(asked) => {
            let (asked, claims) = match asked {
                ToolName::Deadline => ("deadline", "date, no_date"),
                ToolName::Clocks => (
                    "clocks",
                    "not_started, does_not_run, running, overdue, met, met_late, planned, planned_late, next_due",
                ),
                ToolName::Decision => (
                    "decision",
                    "certain, possible, ruled_out, nothing_certain, find_out_next, hangs_on, nothing_hangs_on",
                ),
                ToolName::Checklist => {
                    ("checklist", "missing, only_missing, recorded, set_aside, cannot_stand, nothing_missing")
                }
            };
            (
                format!("the option claims what a step with `{asked}` cannot answer"),
                format!("Claim one of: {claims}."),
            )
        }
        RefusalKind::ClaimsNothing => {
            ("the option's claim names nothing".to_owned(), "Name at least one thing.".to_owned())
        }
        RefusalKind::Unknown { kind, id } => {
            let who = if of_option { "option" } else { "step" };
            (
                format!("the {who} names `{id}`, which is no {kind}"),
                "Correct the name, or take it out.".to_owned(),
            )
        }
        RefusalKind::NotShown(rule) => (
            format!("the option names the clock `{rule}`, which the step does not show"),
            "Add it to the step's `rules`, or name another.".to_owned(),
        ),
        RefusalKind::NoClocks => {
            ("the step shows no clocks".to_owned(), "Name time limits in `rules`.".to_owned())
        }
        RefusalKind::NotPublished => (
            "a date of the step, or one that follows from it, lies outside the published bank holidays"
                .to_owned(),
            "Move the case to years that are published.".to_owned(),
        ),
        RefusalKind::WayToCount(first, other) => (
            format!(
                "the two ways to count give {} and {}, and the step does not say which it means",
                IsoDate(first),
                IsoDate(other)
            ),
            "Name it in `counting`, and say it in the question.".to_owned(),
        ),
        RefusalKind::NoSuchWay => (
            "this limit is not counted in the way that `counting` says".to_owned(),
            "Working days after an event: from_the_day, from_next_working_day. Working days before one: \
             clear_days, from_the_day. Anything else: from_the_day."
                .to_owned(),
        ),
        RefusalKind::NotOneRecord => (
            "the checklist has both or neither of `recorded` and `all_but`".to_owned(),
            "Give one of them.".to_owned(),
        ),
        RefusalKind::BrokenRule => (
            "the step cannot be marked, because what it names has mistakes of its own".to_owned(),
            "Mend those first.".to_owned(),
        ),
    };
    (what, mend)
}
