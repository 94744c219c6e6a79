//! From a case to JSON. What is empty is left out.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::contents::{Case, Dates};
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
        entries.push(("case", self.case.to_json()));
        record(entries)
    }
}

impl Case {
    fn to_json(&self) -> Json {
        filled(vec![
            ("reference", text(&self.reference)),
            ("dates", self.dates.to_json()),
            ("decisions", by_id(&self.decisions, |answers| by_id(answers, |value| text(value.as_str())))),
            ("checklists", by_id(&self.checklists, |answers| list(answers, item))),
            ("forms", by_id(&self.forms, |copies| list(copies, answers))),
        ])
    }
}

impl Dates {
    fn to_json(&self) -> Json {
        filled(vec![
            ("events", by_id(&self.events, |dates| list(dates, entered))),
            ("conditions", by_id(&self.conditions, |holds| Json::Truth(*holds))),
        ])
    }
}

fn text(text: &str) -> Json {
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
    entries.retain(|(_, json)| match json {
        Json::Text(text) => !text.is_empty(),
        Json::List(items) => !items.is_empty(),
        Json::Record(entries) => !entries.is_empty(),
        _ => true,
    });
    record(entries)
}

fn list<T>(items: &[T], json: impl Fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(json).collect())
}

fn by_id<K: Display, V>(named: &BTreeMap<K, V>, json: impl Fn(&V) -> Json) -> Json {
    Json::Record(named.iter().map(|(id, value)| (id.to_string(), json(value))).collect())
}

fn entered(date: &EnteredDate) -> Json {
    record(vec![("day", text(&date.day)), ("month", text(&date.month)), ("year", text(&date.year))])
}

fn item(answer: &checklist::Answer) -> Json {
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

fn answers(answers: &form::Answers) -> Json {
    filled(vec![
        ("values", values(&answers.values)),
        ("tables", by_id(&answers.tables, |rows| list(rows, row))),
    ])
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
