//! A time limit without its words: what a due date is worked out from.

use super::{DeadlineRule, Limit};
use crate::id::{ConditionId, EventId, RuleId};
use crate::packed;

/// What a clock runs by. What a rule says besides is in its [`DeadlineRule`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockRule {
    /// The rule's id.
    pub id: RuleId,
    /// What starts its clock.
    pub event: EventId,
    /// How long.
    pub limit: Limit,
    /// The event whose date shows that it was met.
    pub met_event: Option<EventId>,
    /// What has to hold for the clock to run at all.
    pub condition: Option<ConditionId>,
    /// Whether it starts again with each further event of its kind, as reviews do.
    pub repeats: bool,
}

packed!(ClockRule { id, event, limit, met_event, condition, repeats });

impl From<&DeadlineRule> for ClockRule {
    fn from(rule: &DeadlineRule) -> Self {
        Self {
            id: rule.id.clone(),
            event: rule.event.clone(),
            limit: rule.limit,
            met_event: rule.met_event.clone(),
            condition: rule.condition.clone(),
            repeats: rule.repeats,
        }
    }
}
