//! What someone filled in.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::date::EnteredDate;
use crate::id::{FieldId, OptionId, RowId};

/// The answers to one form, as they go into a file: `{"values": {"basis": {"choice": "consent"}}, "tables": {}}`.
///
/// A name that stands twice is refused when they are read: of two answers neither is the right one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// What stands in each field. A field without an answer is blank.
    #[serde(default, deserialize_with = "each_once", skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<FieldId, Value>,
    /// The rows of each table, in order.
    #[serde(default, deserialize_with = "each_once", skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<FieldId, Vec<Row>>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The printed row that it fills in. `None` for a row that was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<RowId>,
    /// What stands in each column.
    #[serde(default, deserialize_with = "each_once", skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<FieldId, Value>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A line or a long text.
    Text(String),
    /// One option, yes or no, or a rating.
    Choice(OptionId),
    /// Any number of options.
    Choices(Vec<OptionId>),
    /// A date as typed.
    Date(EnteredDate),
    /// A date as typed, and a time of day in any form.
    DateTime(EnteredDate, String),
}

impl Answers {
    /// Whether nothing is filled in.
    pub fn is_blank(&self) -> bool {
        let rows = self.tables.values().flatten();
        !self.values.values().chain(rows.flat_map(|row| row.cells.values())).any(Value::is_filled)
    }
}

impl Row {
    /// Whether nothing is filled in.
    pub fn is_blank(&self) -> bool {
        !self.cells.values().any(Value::is_filled)
    }
}

impl Value {
    /// Whether there is anything in it.
    pub fn is_filled(&self) -> bool {
        match self {
            Value::Text(text) => !text.trim().is_empty(),
            Value::Choice(option) => !option.as_str().is_empty(),
            Value::Choices(options) => !options.is_empty(),
            Value::Date(date) => !date.is_empty(),
            Value::DateTime(date, time) => !date.is_empty() || !time.trim().is_empty(),
        }
    }

    /// Whether this option is chosen.
    pub fn has(&self, option: &OptionId) -> bool {
        match self {
            Value::Choice(chosen) => chosen == option,
            Value::Choices(chosen) => chosen.contains(option),
            _ => false,
        }
    }
}

/// A map in which no name may stand twice.
fn each_once<'de, D, V>(deserializer: D) -> Result<BTreeMap<FieldId, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    struct EachOnce<V>(PhantomData<V>);

    impl<'de, V: Deserialize<'de>> Visitor<'de> for EachOnce<V> {
        type Value = BTreeMap<FieldId, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by the names of their fields")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut read = BTreeMap::new();
            while let Some((id, value)) = map.next_entry::<FieldId, V>()? {
                if read.contains_key(&id) {
                    return Err(de::Error::custom(format_args!("`{id}` stands twice")));
                }
                read.insert(id, value);
            }
            Ok(read)
        }
    }

    deserializer.deserialize_map(EachOnce(PhantomData))
}
