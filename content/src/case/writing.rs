//! From answers to JSON. What is empty is left out.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::file::CaseFile;
use super::json::Json;
use super::shape::{FORMAT, STATES};
use super::versions::VERSION;
use crate::checklist::{self, ItemState};
use crate::date::EnteredDate;
use crate::form::{self, Row, Value};
use crate::id::FieldId;

impl CaseFile {
    /// As JSON.
    pub fn to_json(&self) -> Json {
        let mut entries = vec![
            ("format", text(FORMAT)),
            ("version", Json::Number(VERSION)),
            ("made", named(&self.made)),
            ("changed", named(&self.changed)),
        ];
        if let Some(kept) = &self.kept {
            let kept = vec![("until", named(&kept.until)), ("revision", Json::Number(kept.revision))];
            entries.push(("kept", record(kept)));
        }
        entries.push(("case", self.case.json().clone()));
        record(entries)
    }
}

pub(super) fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn named(name: &impl Display) -> Json {
    Json::Text(name.to_string())
}

fn record(entries: Vec<(&str, Json)>) -> Json {
    Json::Record(entries.into_iter().map(|(name, json)| (name.to_owned(), json)).collect())
}

/// A record of what has anything in it.
fn filled(mut entries: Vec<(&str, Json)>) -> Json {
    entries.retain(|(_, json)| !json.is_empty());
    record(entries)
}

pub(super) fn list<T>(items: &[T], json: fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(json).collect())
}

pub(super) fn entered(date: &EnteredDate) -> Json {
    record(vec![("day", text(&date.day)), ("month", text(&date.month)), ("year", text(&date.year))])
}

pub(super) fn item(answer: &checklist::Answer) -> Json {
    let state = match answer.state {
        ItemState::NotYet => STATES[0],
        ItemState::Recorded => STATES[1],
        ItemState::DoesNotApply => STATES[2],
    };
    filled(vec![
        ("item", text(answer.item.as_str())),
        ("state", text(state)),
        ("choice", text(answer.choice.as_ref().map_or("", |choice| choice.as_str()))),
        ("reason", text(&answer.reason)),
        ("note", text(&answer.note)),
    ])
}

pub(super) fn answers(answers: &form::Answers) -> Json {
    let tables = answers.tables.iter().map(|(id, rows)| (id.to_string(), list(rows, row)));
    filled(vec![("values", values(&answers.values)), ("tables", Json::Record(tables.collect()))])
}

fn row(row: &Row) -> Json {
    filled(vec![("of", text(row.of.as_ref().map_or("", |of| of.as_str()))), ("cells", values(&row.cells))])
}

fn values(values: &BTreeMap<FieldId, Value>) -> Json {
    let filled = values.iter().filter(|(_, value)| value.is_filled());
    Json::Record(filled.map(|(id, answer)| (id.to_string(), value(answer))).collect())
}

fn value(value: &Value) -> Json {
    record(vec![match value {
        Value::Text(words) => ("text", text(words)),
        Value::Choice(option) => ("choice", text(option.as_str())),
        Value::Choices(options) => ("choices", list(options, |option| text(option.as_str()))),
        Value::Date(date) => ("date", entered(date)),
        Value::DateTime(date, time) => ("date-time", Json::List(vec![entered(date), text(time)])),
    }])
}
