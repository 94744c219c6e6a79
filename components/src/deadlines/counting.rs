//! How the tools count: whose bank holidays, which closure days, and what day it is.

use chrono::NaiveDate;
use waymark_content::calendar::{
    CalendarFile, CalendarProblem, Closure, Confidence, Coverage, OutsideCoverage, WorkingDayCalendar,
};
use waymark_content::date::{DateNames, DatePart, IsoDate};
use waymark_content::deadline::{Due, Kept, Standing};
use waymark_content::packed;
use waymark_content::packed::{packed, unpacked};
use waymark_content::words::{CountingWords, DateInputWords, TakeAwayWords, fill};

use crate::answers::Answers;
use crate::question::FieldError;
use crate::storage;

/// Where the nation and the closure days are kept.
pub const SETTINGS_KEY: &str = "waymark.counting";

/// What every deadlines tool needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CountingData {
    /// Bank holidays, a file a nation. The first is the usual one.
    pub calendars: Vec<CalendarFile>,
    /// Closure days of whoever publishes this copy, in date order.
    pub closures: Vec<Closure>,
    /// Names of days and months.
    pub names: DateNames,
    /// Labels and messages of the date fields.
    pub input: DateInputWords,
    /// What the tools say about counting.
    pub words: CountingWords,
    /// What takes an answer away.
    pub take_away: TakeAwayWords,
}

packed!(CountingData { calendars, closures, names, input, words, take_away });

/// What is kept on the device.
#[derive(Clone, Debug, Default, PartialEq)]
struct KeptSettings {
    nation: String,
    closures: Vec<Closure>,
}

/// The data found good, with what the reader has set.
#[derive(Clone, Debug)]
pub struct Counting {
    /// The data.
    pub data: CountingData,
    calendars: Vec<WorkingDayCalendar>,
    /// Whose bank holidays, by place.
    pub nation: usize,
    /// The closure days that count, in date order: those of this copy, and the reader's own.
    pub closures: Vec<Closure>,
    /// The day to take as today, where the reader has set one.
    pub set_today: Option<NaiveDate>,
    clock: fn() -> NaiveDate,
}

packed!(KeptSettings { nation, closures });

impl Counting {
    /// Checks the data. `clock` tells what day it is.
    ///
    /// # Errors
    /// What is wrong with a calendar. `None` when there is none.
    pub fn new(data: CountingData, clock: fn() -> NaiveDate) -> Result<Self, Option<CalendarProblem>> {
        let calendars = data.calendars.iter().map(WorkingDayCalendar::with_provisional);
        let calendars: Vec<WorkingDayCalendar> = calendars.collect::<Result<_, _>>().map_err(Some)?;
        if calendars.is_empty() {
            return Err(None);
        }
        let closures = data.closures.clone();
        Ok(Self { data, calendars, nation: 0, closures, set_today: None, clock })
    }

    /// Sets what was kept on the device before, as far as it still means something.
    pub fn restore(&mut self) {
        let kept: KeptSettings = storage::read(SETTINGS_KEY).and_then(unpacked).unwrap_or_default();
        let nation = self.data.calendars.iter().position(|file| file.nation == kept.nation);
        self.nation = nation.unwrap_or_default();
        kept.closures.into_iter().for_each(|closure| self.close(closure));
    }

    /// Adds a closure day of the reader's own. One of this copy's stays as it is; of two of the reader's the later
    /// stands.
    pub fn close(&mut self, closure: Closure) {
        match self.closures.binary_search_by_key(&closure.date, |known| known.date) {
            Ok(place) if !self.is_of_this_copy(&self.closures[place]) => self.closures[place] = closure,
            Ok(_) => {}
            Err(place) => self.closures.insert(place, closure),
        }
    }

    /// Takes out the reader's own closure on this day, or all of them.
    pub fn open_again(&mut self, date: Option<IsoDate>) {
        let of_this_copy = &self.data.closures;
        self.closures.retain(|closure| {
            of_this_copy.contains(closure) || date.is_some_and(|date| closure.date != date)
        });
    }

    /// Whether a closure comes with this copy: the reader cannot take it out.
    pub fn is_of_this_copy(&self, closure: &Closure) -> bool {
        self.data.closures.contains(closure)
    }

    /// Keeps the nation and the closure days. `false` when the browser did not let us.
    pub fn keep(&self) -> bool {
        let nation = self.nation_file().nation.clone();
        let own = self.closures.iter().filter(|closure| !self.is_of_this_copy(closure));
        storage::keep(SETTINGS_KEY, &packed(&KeptSettings { nation, closures: own.cloned().collect() }))
    }

    /// The calendar as it is set.
    pub fn calendar(&self) -> WorkingDayCalendar {
        self.calendar_of(self.nation, true)
    }

    /// The calendar of a nation, with the reader's closure days or without.
    pub fn calendar_of(&self, nation: usize, with_closures: bool) -> WorkingDayCalendar {
        let calendar = &self.calendars[nation.min(self.calendars.len() - 1)];
        if with_closures && !self.closures.is_empty() {
            calendar.with_closures(&self.closures)
        } else {
            calendar.clone()
        }
    }

    /// The day that counts as today.
    pub fn today(&self) -> NaiveDate {
        self.set_today.unwrap_or_else(self.clock)
    }

    /// The file of the nation that is set.
    pub fn nation_file(&self) -> &CalendarFile {
        self.data.calendars.get(self.nation).unwrap_or(&self.data.calendars[0])
    }

    /// The names of the nations, in order.
    pub fn nations(&self) -> Vec<String> {
        self.data.calendars.iter().map(|file| file.name.clone()).collect()
    }

    /// "Counted for Scotland. With 2 closure days of your own."
    pub fn counted_for(&self) -> String {
        let words = &self.data.words;
        let mut line = fill(words.counted_for(), &[("nation", &self.nation_file().name)]);
        let closures = self.closures.len();
        if closures > 0 {
            let count = self.count(closures, words.closures_skipped_one(), words.closures_skipped_many());
            line = format!("{line} {}.", fill(words.counted_with_closures(), &[("closures", &count)]));
        }
        line
    }

    /// The words for one or for many.
    pub fn count(&self, count: usize, one: &str, many: &str) -> String {
        fill(if count == 1 { one } else { many }, &[("count", &count.to_string())])
    }

    /// The date in a field, or what is wrong with it. Inside the bank holidays we have.
    ///
    /// # Errors
    /// The message for the field.
    pub fn date(
        &self,
        question: &str,
        answers: &Answers,
        in_sentence: &str,
    ) -> Result<NaiveDate, FieldError> {
        let input = &self.data.input;
        let date = answers.date(question).read().map_err(|problem| FieldError {
            question: question.to_owned(),
            message: input.problem(&problem, in_sentence),
            parts: DatePart::ALL.into_iter().filter(|part| problem.concerns(*part)).collect(),
        })?;
        let coverage = self.calendars[0].coverage();
        if coverage.contains(date) { Ok(date) } else { Err(self.outside(question, coverage)) }
    }

    /// The same where the field may be left empty.
    ///
    /// # Errors
    /// The message for the field.
    pub fn date_if_any(
        &self,
        question: &str,
        answers: &Answers,
        in_sentence: &str,
    ) -> Result<Option<NaiveDate>, FieldError> {
        if answers.date(question).is_empty() {
            return Ok(None);
        }
        self.date(question, answers, in_sentence).map(Some)
    }

    fn outside(&self, question: &str, coverage: Coverage) -> FieldError {
        FieldError {
            question: question.to_owned(),
            message: self.with_coverage(self.data.words.outside(), coverage),
            parts: vec![DatePart::Year],
        }
    }

    /// That a count runs out of the days we have.
    pub fn runs_outside(&self, outside: OutsideCoverage) -> String {
        self.with_coverage(self.data.words.runs_outside(), outside.coverage)
    }

    fn with_coverage(&self, words: &str, coverage: Coverage) -> String {
        let names = &self.data.names;
        let (first, last) = (names.plain(coverage.first.0), names.plain(coverage.last.0));
        fill(words, &[("first", &first), ("last", &last)])
    }

    /// That an answer leaning on the days from `first` to `last` is provisional, when it is.
    pub fn provisional(
        &self,
        calendar: &WorkingDayCalendar,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Option<String> {
        let sure = calendar.confidence(first.min(last), first.max(last)) == Confidence::Confirmed;
        let confirmed = self.nation_file().confirmed;
        (!sure).then(|| self.with_coverage(self.data.words.provisional(), confirmed))
    }

    /// What is left until a due date, or how long it is past. Empty when today lies outside the bank holidays.
    pub fn standing(&self, due: &Due, calendar: &WorkingDayCalendar) -> String {
        let words = &self.data.words;
        let today = self.today();
        let (words, count) = match due.standing(today, calendar) {
            Err(_) => return String::new(),
            Ok(Standing::DueToday) => (words.due_today(), 0),
            Ok(Standing::Left(days)) => {
                (one_or_many(days.0, words.left_none(), words.left_one(), words.left_many()), days.0)
            }
            Ok(Standing::Over(days)) => {
                (one_or_many(days.0, words.over_none(), words.over_one(), words.over_many()), days.0)
            }
        };
        fill(words, &[("count", &count.to_string()), ("today", &self.data.names.long(today))])
    }

    /// Whether it was done in time, in words.
    pub fn kept(&self, kept: Kept) -> String {
        let words = &self.data.words;
        match kept {
            Kept::InTime => words.in_time().to_owned(),
            Kept::Late(days) => {
                let line = one_or_many(days.0, words.late_none(), words.late_one(), words.late_many());
                fill(line, &[("count", &days.0.to_string())])
            }
        }
    }
}

/// The words for none, one or many.
pub(super) fn one_or_many<'a>(count: u32, none: &'a str, one: &'a str, many: &'a str) -> &'a str {
    match count {
        0 => none,
        1 => one,
        _ => many,
    }
}
