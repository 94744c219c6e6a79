//! Something to fill in.

use serde::{Deserialize, Serialize};

use super::part::Where;
use super::when::When;
use crate::id::{FieldId, OptionId, RuleId, StatementId};

/// A field of a form, or a column of one of its tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Unique in its form, among fields, columns and tables.
    pub id: FieldId,
    /// What goes in.
    pub kind: FieldKind,
    /// What it asks.
    pub label: String,
    /// How to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// Not on the form in the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
    /// What to say when it shows and is blank: an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<String>,
    /// What to say when it shows and is blank: a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// How strongly the source asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Asks for somebody's name: initials or a reference do on screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub names_someone: bool,
    /// Left out of the copy that goes round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hide_on_circulated_copy: bool,
    /// Where it stands. What is written out always stands on paper; a choice may serve the screen only.
    #[serde(default, skip_serializing_if = "Where::is_both")]
    pub on: Where,
    /// What there is to choose from.
    #[serde(default, rename = "option", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<FieldOption>,
    /// What the ends of a rating mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// What a derived text says: the first of these that holds for certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derive: Vec<Derivation>,
    /// The date that a derived text says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueText>,
}

/// What goes into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A line of text.
    Line,
    /// Text of any length.
    LongText,
    /// A date.
    Date,
    /// A date with a time of day.
    DateTime,
    /// One of the options.
    OneOf,
    /// Any of the options.
    SeveralOf,
    /// Yes, no, or nothing yet. Nothing is never a no.
    YesNo,
    /// 1 to 5.
    Rating,
    /// A line to sign on paper. It is never filled in here.
    Signature,
    /// Follows from other answers.
    Derived,
}

/// How strongly a source asks for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// It must be specified.
    Must,
    /// It will be stated.
    Will,
    /// It may be.
    May,
}

/// One option of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldOption {
    /// Unique in its field.
    pub id: OptionId,
    /// The option.
    pub label: String,
    /// How it reads inside a sentence of a letter, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_text: Option<String>,
    /// What to know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The option that it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<OptionId>,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// Not on the form in the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// What the ends of a rating mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// 1.
    pub least: String,
    /// 5.
    pub most: String,
}

/// What a derived text says, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Derivation {
    /// What has to hold: all of these, for certain.
    pub when: Vec<When>,
    /// The text.
    pub text: String,
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<StatementId>,
    /// No source has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

/// A derived text with a date in it, counted by a time limit of the guide.
///
/// Where the two ways of counting differ the later date stands: it is in a letter to someone who is asked to do
/// something, and must not cut their time short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueText {
    /// The time limit.
    pub rule: RuleId,
    /// The date field that it is counted from.
    pub from: FieldId,
    /// The text, with `{date}` in it.
    pub text: String,
    /// The text while there is no date to count from, and for years whose bank holidays are not published.
    pub otherwise: String,
}

impl Field {
    /// The numbers of a rating.
    pub const RATINGS: [&'static str; 5] = ["1", "2", "3", "4", "5"];

    /// An option by id.
    pub fn option(&self, id: &OptionId) -> Option<&FieldOption> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// Whether this may be chosen in it.
    pub fn offers(&self, id: &OptionId) -> bool {
        match self.kind {
            FieldKind::OneOf | FieldKind::SeveralOf => self.option(id).is_some(),
            FieldKind::YesNo => ["yes", "no"].contains(&id.as_str()),
            FieldKind::Rating => Self::RATINGS.contains(&id.as_str()),
            _ => false,
        }
    }

    /// How deep an option stands below others: 0 or 1.
    pub fn depth(&self, option: &FieldOption) -> u8 {
        u8::from(option.under.is_some())
    }

    pub(super) fn statements<'a>(&'a self, cited: &mut Vec<&'a StatementId>) {
        cited.extend(&self.cites);
        cited.extend(self.options.iter().flat_map(|option| &option.cites));
        cited.extend(self.derive.iter().flat_map(|derivation| &derivation.cites));
    }
}

impl FieldKind {
    /// Whether one of a few things is chosen.
    pub fn is_choice(self) -> bool {
        matches!(self, FieldKind::OneOf | FieldKind::SeveralOf | FieldKind::YesNo | FieldKind::Rating)
    }

    /// Whether someone fills it in on screen.
    pub fn is_filled_in(self) -> bool {
        !matches!(self, FieldKind::Signature | FieldKind::Derived)
    }
}
