//! Dates as content files write them, as people enter them and as people read them.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date in a content file or in a tool's data: `2025-05-02`.
///
/// Its own few lines rather than chrono's parser and formatter, which cost 16 kB of the browser's bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoDate(pub NaiveDate);

impl IsoDate {
    /// The date in `text`, or `None` when it is not a real date written in full.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let all_digits = text.bytes().all(|b| b == b'-' || b.is_ascii_digit());
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        all_digits.then_some(Self(date))
    }
}

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Serialize for IsoDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IsoDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        IsoDate::parse(&text)
            .ok_or_else(|| de::Error::custom(format!("`{text}` is not a date: write it as 2025-05-02")))
    }
}

/// A date as typed into three fields. Kept as typed, so that nothing is lost when it is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EnteredDate {
    /// The day field.
    pub day: String,
    /// The month field.
    pub month: String,
    /// The year field.
    pub year: String,
}

/// One of the three fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DatePart {
    Day,
    Month,
    Year,
}

/// What is wrong with a date as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing was typed.
    Empty,
    /// Some fields are empty, in reading order. Never empty itself.
    Missing(Vec<DatePart>),
    /// A field holds something other than digits.
    NotANumber(DatePart),
    /// The year is not four digits, so the century would be a guess.
    YearTooShort,
    /// There is no such day: 31 February, month 13.
    NotReal(DatePart),
}

impl DateProblem {
    /// The field to go to.
    pub fn part(&self) -> DatePart {
        match self {
            DateProblem::Empty => DatePart::Day,
            DateProblem::Missing(parts) => parts.first().copied().unwrap_or(DatePart::Day),
            DateProblem::NotANumber(part) | DateProblem::NotReal(part) => *part,
            DateProblem::YearTooShort => DatePart::Year,
        }
    }

    /// Whether `part` is among the fields to mend.
    pub fn concerns(&self, part: DatePart) -> bool {
        match self {
            DateProblem::Empty => true,
            DateProblem::Missing(parts) => parts.contains(&part),
            other => other.part() == part,
        }
    }
}

impl DatePart {
    /// All three, in reading order.
    pub const ALL: [DatePart; 3] = [DatePart::Day, DatePart::Month, DatePart::Year];
}

impl EnteredDate {
    /// What stands in one of the three.
    pub fn part(&self, part: DatePart) -> &str {
        match part {
            DatePart::Day => &self.day,
            DatePart::Month => &self.month,
            DatePart::Year => &self.year,
        }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        [&self.day, &self.month, &self.year].into_iter().all(|text| text.trim().is_empty())
    }

    /// The date typed.
    ///
    /// # Errors
    /// The first thing to mend. Spaces around a number are allowed; nothing else is guessed.
    pub fn read(&self) -> Result<NaiveDate, DateProblem> {
        let fields =
            [(DatePart::Day, &self.day), (DatePart::Month, &self.month), (DatePart::Year, &self.year)];
        let missing: Vec<DatePart> =
            fields.iter().filter(|(_, text)| text.trim().is_empty()).map(|(part, _)| *part).collect();
        match missing.len() {
            3 => return Err(DateProblem::Empty),
            0 => {}
            _ => return Err(DateProblem::Missing(missing)),
        }
        let [day, month, year] = fields.map(|(part, text)| number(part, text));
        let (day, month, year) = (day?, month?, year?);
        if self.year.trim().len() != 4 {
            return Err(DateProblem::YearTooShort);
        }
        if !(1..=12).contains(&month) {
            return Err(DateProblem::NotReal(DatePart::Month));
        }
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .ok_or(DateProblem::NotReal(DatePart::Day))
    }
}

fn number(part: DatePart, text: &str) -> Result<u32, DateProblem> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().ok_or(DateProblem::NotANumber(part))
}

/// The names that dates are read by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateNames {
    /// Monday to Sunday.
    pub weekdays: [String; 7],
    /// January to December.
    pub months: [String; 12],
}

crate::packed!(DateNames { weekdays, months });

impl DateNames {
    /// `Friday 2 May 2025`.
    pub fn long(&self, date: NaiveDate) -> String {
        format!("{} {} {} {}", self.weekday(date), date.day(), self.month(date), date.year())
    }

    /// `2 May 2025`.
    pub fn plain(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month(date), date.year())
    }

    /// `May 2025`.
    pub fn month_and_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.month(date), date.year())
    }

    fn weekday(&self, date: NaiveDate) -> &str {
        // Both tables are as long as the calendar's own: the types say so.
        &self.weekdays[date.weekday().num_days_from_monday() as usize]
    }

    fn month(&self, date: NaiveDate) -> &str {
        &self.months[date.month0() as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(day: &str, month: &str, year: &str) -> Result<String, DateProblem> {
        let entered = EnteredDate { day: day.into(), month: month.into(), year: year.into() };
        entered.read().map(|date| IsoDate(date).to_string())
    }

    #[test]
    fn real_dates_are_read_as_typed() {
        assert_eq!(read("2", "5", "2025"), Ok("2025-05-02".into()));
        assert_eq!(read(" 02 ", "05", "2025"), Ok("2025-05-02".into()));
        assert_eq!(read("29", "2", "2024"), Ok("2024-02-29".into()));
    }

    #[test]
    fn nothing_is_guessed() {
        use DatePart::{Day, Month, Year};
        assert_eq!(read("", " ", ""), Err(DateProblem::Empty));
        assert_eq!(read("2", "", "2025"), Err(DateProblem::Missing(vec![Month])));
        assert_eq!(read("", "5", ""), Err(DateProblem::Missing(vec![Day, Year])));
        assert_eq!(read("2", "May", "2025"), Err(DateProblem::NotANumber(Month)));
        assert_eq!(read("-2", "5", "2025"), Err(DateProblem::NotANumber(Day)));
        assert_eq!(read("2.5", "5", "2025"), Err(DateProblem::NotANumber(Day)));
        assert_eq!(read("99999999999999", "5", "2025"), Err(DateProblem::NotANumber(Day)));
        assert_eq!(read("2", "5", "25"), Err(DateProblem::YearTooShort));
        assert_eq!(read("31", "2", "2025"), Err(DateProblem::NotReal(Day)));
        assert_eq!(read("29", "2", "2025"), Err(DateProblem::NotReal(Day)));
        assert_eq!(read("2", "13", "2025"), Err(DateProblem::NotReal(Month)));
        assert_eq!(read("0", "1", "2025"), Err(DateProblem::NotReal(Day)));
    }

    #[test]
    fn iso_dates_are_written_in_full() {
        for bad in ["2025-5-02", "2025-02-30", "02-05-2025", "2025-05", "+025-05-02", "", "2025-05-02T00"] {
            assert_eq!(IsoDate::parse(bad), None, "{bad}");
        }
        assert!(IsoDate::parse("2025-05-02").is_some());
    }
}
