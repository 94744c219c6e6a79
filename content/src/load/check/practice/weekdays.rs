//! Dates in the words of a case fall on the weekday that stands beside them.

use chrono::{Datelike, NaiveDate};

use super::{Report, texts};
use crate::date::DateNames;
use crate::practice::{Asks, Case, Step};

pub(super) fn check(case: &Case, names: &DateNames, report: &mut Report<'_, '_>) {
    let years: Vec<i32> = case.steps.iter().flat_map(dates).map(|date| date.year()).collect();
    for text in &case.story {
        for wrong in wrong_dates(text, names, &years) {
            let (what, mend) = message(&wrong);
            report.case(&wrong, what, mend);
        }
    }
    for (place, step) in case.steps.iter().enumerate() {
        for (option, text) in texts(step) {
            for wrong in wrong_dates(text, names, &years) {
                let (what, mend) = message(&wrong);
                report.step(place, option, what, mend);
            }
        }
    }
}

fn message(date: &str) -> (String, &'static str) {
    (format!("there is no `{date}` in the years of the case"), "Correct the weekday or the date.")
}

/// The dates that a step is worked out from, and those that its options claim.
fn dates(step: &Step) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = match step.asks() {
        Some(Asks::Deadline(question)) => vec![question.event.0],
        Some(Asks::Clocks(question)) => {
            let events = question.dates.values().flat_map(|dates| dates.dates()).map(|date| date.0);
            events.chain([question.today.0]).collect()
        }
        _ => Vec::new(),
    };
    dates.extend(step.options.iter().filter_map(|option| option.claim.date()).map(|date| date.0));
    dates
}

/// Every weekday with a day and a month beside it that does not fall so: "Friday 3 May 2025", or without the year.
fn wrong_dates(text: &str, names: &DateNames, years: &[i32]) -> Vec<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let mut wrong = Vec::new();
    for (place, weekday) in words.iter().enumerate() {
        let Some(weekday) = (0..).zip(&names.weekdays).find(|(_, name)| name == weekday) else { continue };
        let [day, month] = [place + 1, place + 2].map(|place| words.get(place).copied().unwrap_or_default());
        let month_number = (1..).zip(&names.months).find(|(_, name)| *name == month);
        let (Ok(day_number), Some((month_number, _))) = (day.parse::<u32>(), month_number) else { continue };
        let year = words.get(place + 3).and_then(|year| year.parse::<i32>().ok()).filter(|year| *year > 999);
        let falls = |year: i32| {
            let date = NaiveDate::from_ymd_opt(year, month_number, day_number);
            date.is_some_and(|date| date.weekday().num_days_from_monday() == weekday.0)
        };
        let right = match year {
            Some(year) => falls(year),
            None => years.is_empty() || years.iter().any(|year| falls(*year)),
        };
        if !right {
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            wrong.push(format!("{} {day} {month}{year}", weekday.1));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<String> {
        let weekdays =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(str::to_owned);
        let months = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
        .map(str::to_owned);
        wrong_dates(text, &DateNames { weekdays, months }, &[2025, 2026])
    }

    #[test]
    fn a_weekday_fits_its_date() {
        assert_eq!(wrong("It came on Friday 2 May 2025, (Tuesday 6 May) was the day."), Vec::<String>::new());
        assert_eq!(
            wrong("On Friday 3 May 2025. Monday 30 February 2025!"),
            ["Friday 3 May 2025", "Monday 30 February 2025"]
        );
        // In 2025 a Friday, in 2026 a Saturday.
        assert_eq!(wrong("Friday 2 May, Saturday 2 May, Sunday 2 May"), ["Sunday 2 May"]);
        assert_eq!(wrong("On Tuesdays. On Friday she came; 2 May 2025 was a holiday."), Vec::<String>::new());
    }
}
