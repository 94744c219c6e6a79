//! Names of things in the content: never bare strings across a boundary.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::packed::{Packed, Texts};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in the content. Whether it exists is checked when content is loaded.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Packed for $name {
            fn pack(&self, texts: &mut Vec<String>) {
                self.0.pack(texts);
            }

            fn unpack(texts: &mut Texts) -> Self {
                Self(texts.text())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One statement of a source, such as `tees-3.1`. Stable: other people may cite it.
    StatementId
);
id!(
    /// One source document, such as `teeswide`.
    SourceId
);
id!(
    /// One deadline rule, such as `referral-response`.
    RuleId
);
id!(
    /// Something that a clock depends on, such as `plan-made`.
    ConditionId
);
id!(
    /// One event that starts a clock, such as `referral-received`.
    EventId
);
id!(
    /// One change since the sources were written, such as `sharing-duty-2026`.
    ChangeId
);
id!(
    /// A notice that pages open with, such as `sharing-duty`.
    NoticeId
);
id!(
    /// One point on which sources differ, or read oddly, such as `sharing-without-consent`.
    DisagreementId
);
id!(
    /// One term of the glossary, such as `core-group`.
    TermId
);
id!(
    /// One flow, such as `referral-response`.
    FlowId
);
id!(
    /// One step of a flow, unique within it.
    StepId
);
id!(
    /// One decision, such as `child-in-need`.
    DecisionId
);
id!(
    /// One fact that a decision asks about, unique within it.
    FactId
);
id!(
    /// One answer to a fact other than "not known", unique within the fact: `yes`, `under-16`.
    ValueId
);
id!(
    /// One rule of a decision, unique within it.
    TableRuleId
);
id!(
    /// One outcome of a decision, unique within it.
    OutcomeId
);
id!(
    /// One piece of advice for what is not known, unique within its decision.
    AdviceId
);
id!(
    /// A folder of decisions, such as `threshold`.
    DecisionGroupId
);
id!(
    /// A situation that someone is in, such as `referral-received`.
    SituationId
);
id!(
    /// One record checklist, such as `childs-needs-assessment-record`.
    ChecklistId
);
id!(
    /// One item of a checklist, unique within it.
    ItemId
);
id!(
    /// One option of an item of a checklist, unique within it.
    ChoiceId
);
id!(
    /// One form or letter, such as `letter-asking-for-information`.
    FormId
);
id!(
    /// One section of a form, unique within it.
    SectionId
);
id!(
    /// One field, column or table of a form, unique within it: they share one set of names.
    FieldId
);
id!(
    /// One option of a field, unique within it: `consent`, `yes`.
    OptionId
);
id!(
    /// One printed row of a table, unique within it.
    RowId
);
id!(
    /// One rule of a form, unique within it.
    FormRuleId
);
id!(
    /// One practice case, such as `friday-before-the-bank-holiday`.
    PracticeCaseId
);
id!(
    /// One step of a practice case, unique within it.
    PracticeStepId
);
id!(
    /// One option of a step, unique within it.
    PracticeOptionId
);
id!(
    /// One session plan, such as `one-hour`.
    SessionId
);
