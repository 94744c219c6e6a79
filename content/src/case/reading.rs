//! From what has the shape of a case to a case.

use std::collections::BTreeMap;

use super::contents::{Case, Dates};
use super::json::Json;
use super::refusal::{Refusal, Refused};
use super::shape::STATES;
use crate::checklist::{self, ItemState};
use crate::date::EnteredDate;
use crate::form::{self, Row, Value};
use crate::id::{
    ChecklistId, ChoiceId, ConditionId, DecisionId, EventId, FactId, FieldId, FormId, ItemId, OptionId,
    RowId, ValueId,
};

impl Case {
    /// From JSON that has the shape of a case.
    pub(super) fn read(json: &Json) -> Result<Self, Refusal> {
        let dates = json.entry("dates");
        let mut case = Case {
            reference: text(json.entry("reference")),
            dates: Dates {
                events: by_id(dates.entry("events"), EventId::new, |dates| list(dates, entered)),
                conditions: by_id(dates.entry("conditions"), ConditionId::new, |truth| {
                    *truth == Json::Truth(true)
                }),
            },
            decisions: by_id(json.entry("decisions"), DecisionId::new, |answers| {
                by_id(answers, FactId::new, |value| ValueId::new(text(value)))
            }),
            checklists: BTreeMap::new(),
            forms: by_id(json.entry("forms"), FormId::new, |copies| list(copies, answers)),
        };
        for (id, items) in json.entry("checklists").entries() {
            let items = list(items, item);
            for (place, answer) in items.iter().enumerate() {
                // Of two answers to one item neither is the right one.
                if items[..place].iter().any(|earlier| earlier.item == answer.item) {
                    let at = format!("case.checklists.{id}.{}", answer.item);
                    return Err(Refusal { at, refused: Refused::Twice });
                }
            }
            case.checklists.insert(ChecklistId::new(&**id), items);
        }
        Ok(case)
    }
}

fn text(json: &Json) -> String {
    json.text().to_owned()
}

fn list<T>(json: &Json, read: impl Fn(&Json) -> T) -> Vec<T> {
    json.items().iter().map(read).collect()
}

fn by_id<K: Ord, V>(json: &Json, id: fn(String) -> K, read: impl Fn(&Json) -> V) -> BTreeMap<K, V> {
    let mut named = BTreeMap::new();
    for (name, json) in json.entries() {
        named.insert(id(name.clone()), read(json));
    }
    named
}

fn entered(json: &Json) -> EnteredDate {
    EnteredDate {
        day: text(json.entry("day")),
        month: text(json.entry("month")),
        year: text(json.entry("year")),
    }
}

fn item(json: &Json) -> checklist::Answer {
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

fn answers(json: &Json) -> form::Answers {
    form::Answers {
        values: values(json.entry("values")),
        tables: by_id(json.entry("tables"), FieldId::new, |rows| list(rows, row)),
    }
}

fn row(json: &Json) -> Row {
    Row { of: json.has("of").then(|| RowId::new(text(json.entry("of")))), cells: values(json.entry("cells")) }
}

fn values(json: &Json) -> BTreeMap<FieldId, Value> {
    by_id(json, FieldId::new, value)
}

fn value(json: &Json) -> Value {
    let option = |json: &Json| OptionId::new(text(json));
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
