//! What stands in a tool's fields, as it was typed or chosen. Nothing is lost when it is wrong.

use waymark_content::date::{DatePart, EnteredDate};

/// What stands in the fields, by their ids. A field that nobody has touched holds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// What stands in a field.
    pub fn get(&self, id: &str) -> &str {
        self.0.iter().find(|(known, _)| known == id).map_or("", |(_, value)| value)
    }

    /// Puts something into a field.
    pub fn set(&mut self, id: &str, value: &str) {
        match self.0.iter_mut().find(|(known, _)| known == id) {
            Some((_, held)) => value.clone_into(held),
            None => self.0.push((id.to_owned(), value.to_owned())),
        }
    }

    /// The three fields of a date.
    pub fn date(&self, id: &str) -> EnteredDate {
        let part = |part| self.get(&date_field(id, part)).to_owned();
        EnteredDate { day: part(DatePart::Day), month: part(DatePart::Month), year: part(DatePart::Year) }
    }

    /// Puts a date into its three fields.
    pub fn set_date(&mut self, id: &str, date: &EnteredDate) {
        for part in DatePart::ALL {
            self.set(&date_field(id, part), date.part(part));
        }
    }

    /// The place chosen in a list, the first where nothing was chosen.
    pub fn choice(&self, id: &str) -> usize {
        self.get(id).parse().unwrap_or_default()
    }
}

/// The id of one of the three fields of a date.
pub fn date_field(id: &str, part: DatePart) -> String {
    let part = match part {
        DatePart::Day => "day",
        DatePart::Month => "month",
        DatePart::Year => "year",
    };
    format!("{id}-{part}")
}
