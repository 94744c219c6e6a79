//! What a file looks like, as data: the check of what is read and the published JSON Schema both follow from it.

#[cfg(feature = "load")]
mod schema;

#[cfg(feature = "load")]
pub use schema::schema;

use super::json::Json;
use super::keeping::Keeping;
use super::refusal::{Kind, Refusal, Refused};
use crate::date::IsoDate;

/// What may stand in a place.
#[derive(Debug)]
pub(super) enum Shape {
    /// A text of any kind, up to the longest allowed.
    Text,
    /// An id: small letters and digits, with hyphens between them. Whether this edition has it is no matter.
    Id,
    /// A date written in full.
    Date,
    /// A whole number from this one on.
    Number(u64),
    /// True or false.
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
    /// So many bytes as base64, or any number of them.
    Bytes(Option<usize>),
    /// A list.
    List(&'static Shape),
    /// A list of exactly two.
    Pair(&'static Shape, &'static Shape),
    /// Things of one kind by ids.
    ById(&'static Shape),
    /// Things of several kinds by fixed names.
    Record(&'static [Entry]),
    /// Exactly one of these.
    OneOf(&'static [Entry]),
}

/// A fixed name, what stands there, and whether it has to.
#[derive(Debug)]
pub(super) struct Entry {
    name: &'static str,
    shape: &'static Shape,
    required: bool,
}

const fn required(name: &'static str, shape: &'static Shape) -> Entry {
    Entry { name, shape, required: true }
}

const fn optional(name: &'static str, shape: &'static Shape) -> Entry {
    Entry { name, shape, required: false }
}

/// What the entry `format` of a file says, open and sealed.
pub(super) const FORMAT: &str = "waymark-case";
pub(super) const SEALED_FORMAT: &str = "waymark-case-sealed";
/// The bytes of a salt and of an initialisation vector.
pub(super) const SALT: usize = 16;
pub(super) const IV: usize = 12;

/// A case file of the present version.
pub(super) static FILE: Shape = Shape::Record(&[
    required("format", &Shape::Word(&[FORMAT])),
    required("version", &Shape::Number(1)),
    required("made", &Shape::Date),
    required("changed", &Shape::Date),
    optional(
        "kept",
        &Shape::Record(&[required("until", &Shape::Date), required("revision", &Shape::Number(1))]),
    ),
    required("case", &CASE),
]);

/// A sealed one.
pub(super) static SEALED: Shape = Shape::Record(&[
    required("format", &Shape::Word(&[SEALED_FORMAT])),
    required("version", &Shape::Number(1)),
    required("rounds", &Shape::Number(1)),
    required("salt", &Shape::Bytes(Some(SALT))),
    required("iv", &Shape::Bytes(Some(IV))),
    required("data", &Shape::Bytes(None)),
]);

static CASE: Shape = Shape::Record(&[
    optional("reference", &Shape::Text),
    optional(
        "dates",
        &Shape::Record(&[
            optional("events", &Shape::ById(&Shape::List(&DATE))),
            optional("conditions", &Shape::ById(&Shape::Truth)),
        ]),
    ),
    optional("decisions", &Shape::ById(&Shape::ById(&Shape::Id))),
    optional("checklists", &Shape::ById(&Shape::List(&ITEM))),
    optional("forms", &Shape::ById(&Shape::List(&FORM))),
]);

/// A date as typed: right, wrong or half there.
static DATE: Shape = Shape::Record(&[
    optional("day", &Shape::Text),
    optional("month", &Shape::Text),
    optional("year", &Shape::Text),
]);

pub(super) const STATES: [&str; 3] = ["not-yet", "recorded", "does-not-apply"];

static ITEM: Shape = Shape::Record(&[
    required("item", &Shape::Id),
    required("state", &Shape::Word(&STATES)),
    optional("choice", &Shape::Id),
    optional("reason", &Shape::Text),
    optional("note", &Shape::Text),
]);

static FORM: Shape = Shape::Record(&[
    optional("values", &Shape::ById(&VALUE)),
    optional("tables", &Shape::ById(&Shape::List(&ROW))),
]);

static ROW: Shape = Shape::Record(&[optional("of", &Shape::Id), optional("cells", &Shape::ById(&VALUE))]);

static VALUE: Shape = Shape::OneOf(&[
    optional("text", &Shape::Text),
    optional("choice", &Shape::Id),
    optional("choices", &Shape::List(&Shape::Id)),
    optional("date", &DATE),
    optional("date-time", &Shape::Pair(&DATE, &Shape::Text)),
]);

impl Shape {
    /// Whether it is what stands there, all the way down.
    pub(super) fn check(&self, json: &Json, at: &str, keeping: &Keeping) -> Result<(), Refusal> {
        let refuse = |refused| Err(Refusal { at: at.to_owned(), refused });
        let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        let few = |count: usize| {
            let limit = keeping.most_parts;
            if count > limit as usize { refuse(Refused::TooMany { count, limit }) } else { Ok(()) }
        };
        let kind = match (self, json) {
            (Shape::Text, Json::Text(text)) => {
                let (length, limit) = (text.chars().count(), keeping.longest_text);
                return if length > limit as usize {
                    refuse(Refused::TooLong { length, limit })
                } else {
                    Ok(())
                };
            }
            (Shape::Id, Json::Text(id)) if is_id(id) => return Ok(()),
            (Shape::Date, Json::Text(date)) if IsoDate::parse(date).is_some() => return Ok(()),
            (Shape::Number(least), Json::Number(number)) if number >= least => return Ok(()),
            (Shape::Truth, Json::Truth(_)) => return Ok(()),
            (Shape::Word(words), Json::Text(text)) if words.contains(&text.as_str()) => return Ok(()),
            (Shape::Bytes(count), Json::Text(text)) if are_bytes(text, *count) => return Ok(()),
            (Shape::List(shape), Json::List(items)) => {
                few(items.len())?;
                for (place, item) in items.iter().enumerate() {
                    shape.check(item, &below(&(place + 1).to_string()), keeping)?;
                }
                return Ok(());
            }
            (Shape::Pair(first, second), Json::List(items)) => {
                if let [one, two] = items.as_slice() {
                    first.check(one, &below("1"), keeping)?;
                    return second.check(two, &below("2"), keeping);
                }
                Kind::List
            }
            (Shape::ById(_) | Shape::Record(_) | Shape::OneOf(_), Json::Record(entries)) => {
                few(entries.len())?;
                for (place, (name, json)) in entries.iter().enumerate() {
                    let refuse = |refused| Err(Refusal { at: below(name), refused });
                    if entries[..place].iter().any(|(earlier, _)| earlier == name) {
                        return refuse(Refused::Twice);
                    }
                    match self.named(name) {
                        Some(shape) => shape.check(json, &below(name), keeping)?,
                        None if matches!(self, Shape::ById(_)) => {
                            return refuse(Refused::WrongKind(Kind::Id));
                        }
                        None => return refuse(Refused::Unknown),
                    }
                }
                match self {
                    Shape::Record(known) => {
                        for entry in *known {
                            if entry.required && !json.has(entry.name) {
                                return Err(Refusal { at: below(entry.name), refused: Refused::Missing });
                            }
                        }
                    }
                    Shape::OneOf(_) if entries.is_empty() => return refuse(Refused::Missing),
                    Shape::OneOf(_) if entries.len() > 1 => {
                        let count = entries.len();
                        return refuse(Refused::TooMany { count, limit: 1 });
                    }
                    _ => {}
                }
                return Ok(());
            }
            _ => self.kind(),
        };
        refuse(Refused::WrongKind(kind))
    }

    /// What may stand under this name.
    fn named(&self, name: &str) -> Option<&'static Shape> {
        match self {
            Shape::ById(shape) => is_id(name).then_some(*shape),
            Shape::Record(entries) | Shape::OneOf(entries) => {
                entries.iter().find(|entry| entry.name == name).map(|entry| entry.shape)
            }
            _ => None,
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Shape::Text => Kind::Text,
            Shape::Id => Kind::Id,
            Shape::Date => Kind::Date,
            Shape::Number(_) => Kind::Number,
            Shape::Truth => Kind::Truth,
            Shape::Word(_) => Kind::Word,
            Shape::Bytes(_) => Kind::Bytes,
            Shape::List(_) | Shape::Pair(..) => Kind::List,
            Shape::ById(_) | Shape::Record(_) | Shape::OneOf(_) => Kind::Record,
        }
    }
}

fn is_id(text: &str) -> bool {
    const LONGEST: usize = 100;
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LONGEST && text.split('-').all(is_part)
}

/// Base64 with its padding.
fn are_bytes(text: &str, count: Option<usize>) -> bool {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    let all = digits.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'));
    let fits = count.is_none_or(|count| text.len() / 4 * 3 == count + padding);
    all && !text.is_empty() && text.len().is_multiple_of(4) && padding <= 2 && fits
}
