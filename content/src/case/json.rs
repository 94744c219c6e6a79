//! JSON as it is read: one type for everything, with names in their order, so that a name that stands twice is seen.
//!
//! The browser's bundle has one reader and plain code that goes through what was read: the code that serde derives for
//! each type costs 1 to 4 kB a type there.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::error::Category;

use super::refusal::Refused;

/// Deeper than any file of ours: the cells of a form's table stand eleven deep.
const DEEPEST: u8 = 16;

/// A piece of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// True or false.
    Truth(bool),
    /// A whole number from 0.
    Number(u64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named things, in the order in which they stand.
    Record(Vec<(String, Json)>),
    /// What no file of ours has: null, other numbers. Also what is not there.
    Other,
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// That it is no JSON, ends too early or is nested too deeply.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        serde_json::from_str(text).map_err(|error| match error.classify() {
            Category::Eof => Refused::CutShort,
            // The reader below refuses nothing else.
            Category::Data => Refused::TooDeep,
            _ => Refused::NotJson { line: error.line(), column: error.column() },
        })
    }

    /// What has this name. [`Json::Other`] when there is none.
    pub fn entry(&self, name: &str) -> &Json {
        let found = self.entries().iter().find(|(known, _)| known == name);
        found.map_or(&Json::Other, |(_, json)| json)
    }

    /// Whether something has this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries().iter().any(|(known, _)| known == name)
    }

    /// The named things of a record.
    pub fn entries(&self) -> &[(String, Json)] {
        if let Json::Record(entries) = self { entries } else { &[] }
    }

    /// The things of a list.
    pub fn items(&self) -> &[Json] {
        if let Json::List(items) = self { items } else { &[] }
    }

    /// A text. Empty when it is none.
    pub fn text(&self) -> &str {
        if let Json::Text(text) = self { text } else { "" }
    }

    /// A number. 0 when it is none.
    pub fn number(&self) -> u64 {
        if let Json::Number(number) = self { *number } else { 0 }
    }
}

impl Json {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Json::Text(text) => text.is_empty(),
            Json::List(items) => items.is_empty(),
            Json::Record(entries) => entries.is_empty(),
            Json::Other => true,
            Json::Truth(_) | Json::Number(_) => false,
        }
    }

    /// Puts something under these names, one below the other, in place of what was there. What is empty is taken out,
    /// and so is a record that is left with nothing.
    pub(super) fn set(&mut self, path: &[&str], json: Json) {
        let (Json::Record(entries), [name, below @ ..]) = (self, path) else { return };
        let place = entries.iter().position(|(known, _)| known == name);
        let place = place.unwrap_or_else(|| {
            entries.push(((*name).to_owned(), Json::Record(Vec::new())));
            entries.len() - 1
        });
        if below.is_empty() {
            entries[place].1 = json;
        } else {
            entries[place].1.set(below, json);
        }
        if entries[place].1.is_empty() {
            entries.remove(place);
        }
    }
}

impl<'de> serde::Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reader { deeper: DEEPEST }.deserialize(deserializer)
    }
}

/// Reads what may be nested so much deeper.
#[derive(Clone, Copy)]
struct Reader {
    deeper: u8,
}

impl Reader {
    fn inner<E: Error>(self) -> Result<Self, E> {
        let deeper = self.deeper.checked_sub(1).ok_or_else(|| E::custom(""))?;
        Ok(Self { deeper })
    }
}

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Truth(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut record: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut entries = Vec::new();
        while let Some(name) = record.next_key()? {
            entries.push((name, record.next_value_seed(inner)?));
        }
        Ok(Json::Record(entries))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Truth(value) => serializer.serialize_bool(*value),
            Json::Number(value) => serializer.serialize_u64(*value),
            Json::Text(value) => serializer.serialize_str(value),
            Json::List(items) => serializer.collect_seq(items),
            Json::Record(entries) => {
                let mut record = serializer.serialize_map(Some(entries.len()))?;
                for (name, json) in entries {
                    record.serialize_entry(name, json)?;
                }
                record.end()
            }
            Json::Other => serializer.serialize_unit(),
        }
    }
}
