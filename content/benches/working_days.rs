//! How fast a count is: ours on day numbers and on dates, a loop over days, and the `bdays` crate with its cache, side
//! by side. Run with `cargo bench -p content`.
//!
//! Each is asked the same of the same random days in turn, and gives the same answers: that is checked first. One
//! round is one question, so that the times are times of a count. The loop keeps its holidays in a sorted list.

use std::hint::black_box;
use std::time::Duration;

use bdays::{HolidayCalendar, HolidayCalendarCache};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion};
use waymark_content::calendar::{CalendarFile, WorkingDayCalendar, WorkingDays};

/// As long as an assessment may take.
const LIMIT: u32 = 45;
/// Questions in one go: enough that no processor remembers them all.
const QUESTIONS: usize = 4096;

/// Everything that a question may be put to.
struct Contestants {
    ours: WorkingDayCalendar,
    plain: Plain,
    bdays: HolidayCalendarCache<NaiveDate>,
    first: NaiveDate,
}

/// Holidays for the loop and for bdays.
#[derive(Clone)]
struct Plain {
    holidays: Vec<NaiveDate>,
}

impl HolidayCalendar<NaiveDate> for Plain {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.holidays.binary_search(&date).is_ok()
    }
}

impl Plain {
    fn is_working(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && self.holidays.binary_search(&date).is_err()
    }

    fn after(&self, mut date: NaiveDate, mut count: u32) -> NaiveDate {
        while count > 0 {
            date = next(date);
            count -= u32::from(self.is_working(date));
        }
        date
    }

    fn between(&self, mut from: NaiveDate, to: NaiveDate) -> u32 {
        let mut count = 0;
        while from < to {
            from = next(from);
            count += u32::from(self.is_working(from));
        }
        count
    }
}

/// The quickest way to the next day that chrono has.
fn next(date: NaiveDate) -> NaiveDate {
    date.succ_opt().expect("centuries before the last date")
}

impl Contestants {
    fn new() -> Self {
        let text = include_str!("../calendars/england-and-wales.toml");
        let file: CalendarFile = toml::from_str(text).expect("the calendar is TOML");
        let plain = Plain { holidays: file.holidays.iter().map(|holiday| holiday.date.0).collect() };
        let (first, last) = (file.coverage.first.0, file.coverage.last.0);
        Self {
            ours: WorkingDayCalendar::with_provisional(&file).expect("the calendar is sound"),
            bdays: HolidayCalendarCache::new(plain.clone(), first, last),
            plain,
            first,
        }
    }

    /// Starts and, about nine weeks later on average, ends: by number and by date.
    fn questions(&self) -> Vec<Question> {
        let length = (self.ours.coverage().last.0 - self.first).num_days() as u64 - 130;
        // A linear congruential generator: the same questions in every run.
        let mut state = 20_250_502_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut question = || {
            let start = random(length);
            let end = start + random(126);
            let date = |day| self.first + Days::new(day);
            Question {
                start: (start as u32, date(start)),
                end: (end as u32, date(end)),
                for_bdays: (date(start + 1), date(end + 1)),
            }
        };
        (0..QUESTIONS).map(|_| question()).collect()
    }

    /// bdays counts from a working day, and starts on the next one when it is given another. Day 0 is ours to place.
    fn bdays_after(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let zero = self.bdays.to_bday(date, false);
        self.bdays.advance_bdays(zero, count as i32)
    }

    /// bdays counts its first day and leaves its last one out: a day on, the other way round.
    fn bdays_between(&self, asked: &Question) -> i32 {
        self.bdays.bdays(asked.for_bdays.0, asked.for_bdays.1)
    }
}

struct Question {
    start: (u32, NaiveDate),
    end: (u32, NaiveDate),
    for_bdays: (NaiveDate, NaiveDate),
}

fn all_agree(all: &Contestants, questions: &[Question]) {
    let (ours, table) = (&all.ours, all.ours.table());
    for asked @ Question { start, end, .. } in questions {
        let after = all.plain.after(start.1, LIMIT);
        assert_eq!(ours.working_day_after(start.1, WorkingDays(LIMIT)), Ok(after));
        assert_eq!(table.nth_after(start.0, LIMIT).map(|day| all.first + Days::new(day.into())), Some(after));
        assert_eq!(all.bdays_after(start.1, LIMIT), after);
        let between = all.plain.between(start.1, end.1);
        assert_eq!(ours.working_days_between(start.1, end.1), Ok(WorkingDays(between)));
        assert_eq!(table.between(start.0, end.0), Some(between));
        assert_eq!(all.bdays_between(asked), between as i32);
    }
}

/// One question after the other, for ever.
fn put<T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    questions: &[Question],
    ask: impl Fn(&Question) -> T,
) {
    let mut next = questions.iter().cycle();
    group.bench_function(name, |bencher| {
        bencher.iter(|| next.next().map(|question| ask(black_box(question))));
    });
}

fn count(criterion: &mut Criterion) {
    let all = Contestants::new();
    let questions = all.questions();
    all_agree(&all, &questions);
    let (ours, table) = (&all.ours, all.ours.table());

    let mut group = criterion.benchmark_group("45 working days after a date");
    put(&mut group, "ours, day numbers", &questions, |asked| table.nth_after(asked.start.0, LIMIT));
    put(&mut group, "ours, dates", &questions, |asked| {
        ours.working_day_after(asked.start.1, WorkingDays(LIMIT))
    });
    put(&mut group, "bdays, with its cache", &questions, |asked| all.bdays_after(asked.start.1, LIMIT));
    put(&mut group, "a loop over days", &questions, |asked| all.plain.after(asked.start.1, LIMIT));
    group.finish();

    let mut group = criterion.benchmark_group("Working days between two dates");
    put(&mut group, "ours, day numbers", &questions, |asked| table.between(asked.start.0, asked.end.0));
    put(&mut group, "ours, dates", &questions, |asked| ours.working_days_between(asked.start.1, asked.end.1));
    put(&mut group, "bdays, with its cache", &questions, |asked| all.bdays_between(asked));
    put(&mut group, "a loop over days", &questions, |asked| all.plain.between(asked.start.1, asked.end.1));
    group.finish();
}

fn main() {
    let (warm_up, measurement) = (Duration::from_secs(1), Duration::from_secs(3));
    let mut criterion =
        Criterion::default().warm_up_time(warm_up).measurement_time(measurement).configure_from_args();
    count(&mut criterion);
    criterion.final_summary();
}
