//! Where an answer goes, and the id of the field on the page that it is typed into.
//!
//! `f_name`, `f_born_day`, `f_routes_post`; in a table `t_family_2_relationship`, with the place of an added row
//! among all rows, or `t_agencies_police_reply`, with the id of a printed one.

use std::collections::BTreeMap;

use waymark_content::date::EnteredDate;
use waymark_content::form::{Answers, Field, FieldKind, Form, Row, RowPlace, Table, Value};
use waymark_content::id::{FieldId, OptionId, RowId};

/// A row of a table.
pub(super) type InRow<'a> = Option<(&'a Table, &'a RowPlace)>;

/// The id of a field on the page.
pub(super) fn id_of(field: &Field, row: InRow<'_>) -> String {
    match row {
        None => format!("f_{}", field.id),
        Some((table, place)) => format!("{}_{}", row_id(table, place), field.id),
    }
}

/// The id of a row on the page.
pub(super) fn row_id(table: &Table, place: &RowPlace) -> String {
    match place {
        RowPlace::Printed(row) => format!("t_{}_{row}", table.id),
        RowPlace::Added(place) => format!("t_{}_{place}", table.id),
    }
}

/// The id of what takes the focus in a field: of several boxes, the first.
pub(super) fn first_of(field: &Field, row: InRow<'_>) -> String {
    let id = id_of(field, row);
    let part = match field.kind {
        FieldKind::Date | FieldKind::DateTime => "day",
        FieldKind::SeveralOf => field.options.first().map_or("", |option| option.id.as_str()),
        FieldKind::OneOf if row.is_none() => field.options.first().map_or("", |option| option.id.as_str()),
        FieldKind::YesNo if row.is_none() => "yes",
        FieldKind::Rating if row.is_none() => "1",
        _ => return id,
    };
    format!("{id}_{part}")
}

/// Puts what was typed or chosen where it belongs. Nothing, when the id is not that of a field of this form.
pub(super) fn put(form: &Form, answers: &mut Answers, id: &str, entered: &str) -> Option<()> {
    let mut names = id.split('_');
    if names.next() == Some("f") {
        let field = form.field(&FieldId::new(names.next()?))?;
        set(&mut answers.values, field, names.next(), entered);
        return Some(());
    }
    let table = form.table(&FieldId::new(names.next()?))?;
    let row = names.next()?;
    let column = table.column(&FieldId::new(names.next()?))?;
    let rows = rows_of(answers, table);
    let row = match row.parse::<usize>() {
        Ok(place) => rows.get_mut(place)?,
        Err(_) => of_printed(rows, table, RowId::new(row))?,
    };
    set(&mut row.cells, column, names.next(), entered);
    Some(())
}

/// The rows of a table.
pub(super) fn rows_of<'a>(answers: &'a mut Answers, table: &Table) -> &'a mut Vec<Row> {
    if !answers.tables.contains_key(&table.id) {
        answers.tables.insert(table.id.clone(), Vec::new());
    }
    answers.tables.get_mut(&table.id).expect("it is there by now")
}

/// What is filled into a printed row.
fn of_printed<'a>(rows: &'a mut Vec<Row>, table: &Table, id: RowId) -> Option<&'a mut Row> {
    table.row(&id)?;
    let place = rows.iter().position(|row| row.of.as_ref() == Some(&id)).unwrap_or_else(|| {
        rows.push(Row { of: Some(id), cells: BTreeMap::new() });
        rows.len() - 1
    });
    rows.get_mut(place)
}

/// What is taken back stays as a blank: taking it out of the map would be as much code as all of this.
fn set(values: &mut BTreeMap<FieldId, Value>, field: &Field, part: Option<&str>, entered: &str) {
    let held = values.get_mut(&field.id);
    let value = match field.kind {
        FieldKind::Line | FieldKind::LongText => Value::Text(entered.to_owned()),
        FieldKind::OneOf | FieldKind::YesNo | FieldKind::Rating => Value::Choice(OptionId::new(entered)),
        FieldKind::SeveralOf => {
            let changed = |id: &OptionId| Some(id.as_str()) == part;
            let chosen = field.options.iter().map(|option| &option.id).filter(|id| {
                if changed(id) { !entered.is_empty() } else { held.as_ref().is_some_and(|held| held.has(id)) }
            });
            Value::Choices(chosen.cloned().collect())
        }
        FieldKind::Date | FieldKind::DateTime => {
            let (mut date, mut time) = match held {
                Some(Value::Date(date)) => (std::mem::take(date), String::new()),
                Some(Value::DateTime(date, time)) => (std::mem::take(date), std::mem::take(time)),
                _ => (EnteredDate::default(), String::new()),
            };
            let slot = match part {
                Some("day") => &mut date.day,
                Some("month") => &mut date.month,
                Some("year") => &mut date.year,
                _ => &mut time,
            };
            entered.clone_into(slot);
            if field.kind == FieldKind::Date { Value::Date(date) } else { Value::DateTime(date, time) }
        }
        FieldKind::Signature | FieldKind::Derived => return,
    };
    values.insert(field.id.clone(), value);
}
