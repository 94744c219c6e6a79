//! Clocks on a line of time: one lane a clock, drawn to scale. The same facts stand in a table beside it.

use chrono::{Days, NaiveDate};

use crate::piece::{Piece, element, text};

/// One clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What it is, with its dates in words.
    pub label: String,
    /// When it started.
    pub started: NaiveDate,
    /// When it is due.
    pub due: NaiveDate,
    /// When it was done, or is to be done.
    pub done: Option<NaiveDate>,
}

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 12.0;
const TOP: f64 = 28.0;
const LANE: f64 = 46.0;
/// A today that lies further from the clocks than this is left out: it would press them all into a corner.
const REACH: u64 = 120;

/// The picture. `label` says what it shows; `today_label` stands at the line for today.
pub fn timeline(lanes: &[Lane], today: NaiveDate, label: &str, today_label: &str) -> Option<Piece> {
    let dates = || lanes.iter().flat_map(|lane| [Some(lane.started), Some(lane.due), lane.done]).flatten();
    let (mut first, mut last) = (dates().min()?, dates().max()?);
    let reach = Days::new(REACH);
    let today = Some(today).filter(|today| first - reach <= *today && *today <= last + reach);
    if let Some(today) = today {
        (first, last) = (first.min(today), last.max(today));
    }
    let days = (last - first).num_days().max(1);
    let x = |date: NaiveDate| {
        let share = (date - first).num_days() as f64 / days as f64;
        MARGIN + share * (WIDTH - 2.0 * MARGIN)
    };
    let height = TOP + LANE * lanes.len() as f64;
    let mut pieces = Vec::new();
    if let Some(today) = today {
        let place = x(today);
        pieces.push(line("wm-time__today", (place, TOP - 8.0), (place, height)));
        let anchor = if place > WIDTH / 2.0 { "end" } else { "start" };
        pieces.push(words(place, TOP - 14.0, today_label).with("text-anchor", anchor));
    }
    for (number, lane) in lanes.iter().enumerate() {
        let top = TOP + LANE * number as f64;
        let middle = top + 30.0;
        pieces.push(words(MARGIN, top + 14.0, &lane.label));
        pieces.push(line("wm-time__line", (x(lane.started), middle), (x(lane.due), middle)));
        let circle = element("circle", "wm-time__start", Vec::new());
        pieces.push(circle.with("cx", round(x(lane.started))).with("cy", round(middle)).with("r", "5"));
        let due = x(lane.due);
        let diamond = format!("M{} {}l7 7l-7 7l-7-7z", round(due), round(middle - 7.0));
        pieces.push(element("path", "wm-time__due", Vec::new()).with("d", diamond));
        if let Some(done) = lane.done {
            let square = element("rect", "wm-time__done", Vec::new());
            let square = square.with("x", round(x(done) - 4.0)).with("y", round(middle - 4.0));
            pieces.push(square.with("width", "8").with("height", "8"));
        }
    }
    let picture = element("svg", "wm-time", pieces)
        .with("viewBox", format!("0 0 {} {}", round(WIDTH), round(height)))
        .with("role", "img")
        .with("aria-label", label);
    let frame = element("div", "wm-scroll", vec![picture]).with("tabindex", "0").with("role", "region");
    Some(frame.with("aria-label", label))
}

fn words(x: f64, y: f64, words: &str) -> Piece {
    element("text", "wm-time__words", vec![text(words)]).with("x", round(x)).with("y", round(y))
}

fn line(class: &str, from: (f64, f64), to: (f64, f64)) -> Piece {
    element("path", class, Vec::new())
        .with("d", format!("M{} {}L{} {}", round(from.0), round(from.1), round(to.0), round(to.1)))
}

/// Whole units: finer than anybody sees, and without the machinery that writes fractions.
fn round(number: f64) -> String {
    (number.round() as i32).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 5, day).expect("a day of May")
    }

    fn lane(started: u32, due: u32) -> Lane {
        Lane { label: "A clock".to_owned(), started: day(started), due: day(due), done: None }
    }

    #[test]
    fn nothing_is_drawn_of_no_clock() {
        assert_eq!(timeline(&[], day(1), "", ""), None);
    }

    #[test]
    fn a_today_far_away_is_left_out_and_a_near_one_is_drawn() {
        let drawn = |today: NaiveDate| format!("{:?}", timeline(&[lane(1, 20)], today, "", "today"));
        assert!(drawn(day(10)).contains("wm-time__today"));
        assert!(!drawn(day(10) + Days::new(900)).contains("wm-time__today"));
    }

    #[test]
    fn a_clock_of_one_day_is_drawn() {
        assert!(timeline(&[lane(1, 1)], day(1), "", "").is_some());
    }
}
