//! From what has the shape of an answer to the answer.

use std::collections::BTreeMap;

use super::json::Json;
use super::shape::STATES;
use crate::checklist::{self, ItemState};
use crate::date::EnteredDate;
use crate::form::{self, Row, Value};
use crate::id::{ChoiceId, FieldId, ItemId, OptionId, RowId};

pub(super) fn list<T>(json: &Json, read: fn(&Json) -> T) -> Vec<T> {
    json.items().iter().map(read).collect()
}

pub(super) fn entered(json: &Json) -> EnteredDate {
    let part = |name| text(json.entry(name));
    EnteredDate { day: part("day"), month: part("month"), year: part("year") }
}

pub(super) fn item(json: &Json) -> checklist::Answer {
    let state = match STATES.iter().position(|state| *state == json.entry("state").text()) {
        Some(1) => ItemState::Recorded,
        Some(2) => ItemState::DoesNotApply,
        _ => ItemState::NotYet,
    };
    checklist::Answer {
        item: ItemId::new(text(json.entry("item"))),
        state,
        choice: json.has("choice").then(|| ChoiceId::new(text(json.entry("choice")))),
        reason: text(json.entry("reason")),
        note: text(json.entry("note")),
    }
}

pub(super) fn answers(json: &Json) -> form::Answers {
    let tables = json.entry("tables").entries().iter();
    form::Answers {
        values: values(json.entry("values")),
        tables: tables.map(|(id, rows)| (FieldId::new(id), list(rows, row))).collect(),
    }
}

fn row(json: &Json) -> Row {
    Row { of: json.has("of").then(|| RowId::new(text(json.entry("of")))), cells: values(json.entry("cells")) }
}

fn values(json: &Json) -> BTreeMap<FieldId, Value> {
    json.entries().iter().map(|(id, json)| (FieldId::new(id), value(json))).collect()
}

fn value(json: &Json) -> Value {
    // Exactly one name, by the shape.
    let Some((kind, json)) = json.entries().first() else { return Value::Text(String::new()) };
    match kind.as_str() {
        "choice" => Value::Choice(option(json)),
        "choices" => Value::Choices(list(json, option)),
        "date" => Value::Date(entered(json)),
        "date-time" => match json.items() {
            [date, time] => Value::DateTime(entered(date), text(time)),
            _ => Value::Text(String::new()),
        },
        _ => Value::Text(text(json)),
    }
}

fn option(json: &Json) -> OptionId {
    OptionId::new(text(json))
}

fn text(json: &Json) -> String {
    json.text().to_owned()
}
