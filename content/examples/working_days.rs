//! Answers questions about working days in bulk, so that anyone can check the arithmetic without a browser:
//!
//! ```text
//! $ echo 'add,england-and-wales,2025-05-02,45' | cargo run -q --release -p content --example working_days
//! 2025-07-08
//! ```
//!
//! One question a line on standard input, one answer a line on standard output: a date, a number, or `error: ` and
//! what is wrong with the line. DIVISION is `england-and-wales`, `scotland` or `northern-ireland`; dates are written
//! 2025-05-02; N is a whole number.
//!
//! | Line | Answer |
//! |---|---|
//! | `add,DIVISION,DATE,N` | the Nth working day after DATE; DATE itself is day 0, whatever kind of day it is |
//! | `add-received-next,DIVISION,DATE,N` | the same, but from a day off day 0 is the next working day |
//! | `latest-calendar,DIVISION,DUE,N` | the latest day whose Nth working day after it is not later than DUE |
//! | `latest-working,DIVISION,DUE,N` | the latest working day of which that is true |
//! | `before,DIVISION,DUE,N` | the Nth working day strictly before DUE; for 0, DUE itself |
//! | `between,DIVISION,START,END` | working days after START up to and including END |
//! | `months,DATE,N` | the corresponding date N months on, or the last day of a month too short for it |
//! | `eighteenth,DATE_OF_BIRTH` | the 18th birthday; of someone born on 29 February, 1 March |
//!
//! Bank holidays of 2010, 2011 and 2029 to 2035 are provisional. How many answers lean on them is said on standard
//! error at the end; with `--confirmed` such questions are refused instead.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use waymark_content::calendar::{
    CalendarFile, Confidence, Months, OutsideCoverage, WorkingDayCalendar, WorkingDays, Years, birthday,
    months_after,
};
use waymark_content::date::IsoDate;

/// The files that the guide itself is built from.
const FILES: [&str; 3] = [
    include_str!("../calendars/england-and-wales.toml"),
    include_str!("../calendars/northern-ireland.toml"),
    include_str!("../calendars/scotland.toml"),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let confirmed_only = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => false,
        ["--confirmed"] => true,
        _ => {
            eprintln!("error: the only option is --confirmed; questions are read from standard input");
            return ExitCode::FAILURE;
        }
    };
    let answered = calendars(confirmed_only)
        .and_then(|calendars| answer_all(&calendars, io::stdin().lock(), io::stdout().lock()));
    match answered {
        Ok(0) => ExitCode::SUCCESS,
        Ok(provisional) => {
            eprintln!("{provisional} of these answers lean on provisional bank holidays");
            ExitCode::SUCCESS
        }
        // Whoever reads the answers has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A calendar under the name that a line calls it by.
type Division = (String, WorkingDayCalendar);

fn calendars(confirmed_only: bool) -> io::Result<Vec<Division>> {
    let read = |text: &&str| {
        let file: CalendarFile = toml::from_str(text).map_err(io::Error::other)?;
        let calendar = if confirmed_only {
            WorkingDayCalendar::try_from(&file)
        } else {
            WorkingDayCalendar::with_provisional(&file)
        };
        Ok((file.nation, calendar.map_err(|problem| io::Error::other(problem.to_string()))?))
    };
    FILES.iter().map(read).collect()
}

/// Answers each line as it comes; how many answers are provisional.
fn answer_all(calendars: &[Division], input: impl Read, output: impl Write) -> io::Result<usize> {
    let (mut input, mut output) = (BufReader::new(input), io::BufWriter::new(output));
    let (mut line, mut provisional) = (Vec::new(), 0);
    while input.read_until(b'\n', &mut line)? > 0 {
        match std::str::from_utf8(&line).map_err(|_| "the line is not UTF-8 text".to_owned()) {
            Err(problem) => writeln!(output, "error: {problem}")?,
            Ok(text) => match answer(calendars, text.trim()) {
                Ok(answer) => {
                    provisional += usize::from(answer.confidence == Confidence::Provisional);
                    writeln!(output, "{}", answer.text)?;
                }
                Err(problem) => writeln!(output, "error: {problem}")?,
            },
        }
        line.clear();
        // Someone may be typing, or another program waiting for this answer before it asks again.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(provisional)
}

/// An answer, and how sure it is.
struct Answer {
    text: String,
    confidence: Confidence,
}

/// The answer to one line, or what is wrong with it.
fn answer(calendars: &[Division], line: &str) -> Result<Answer, String> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    match fields.as_slice() {
        [""] => Err("the line is empty".into()),
        ["months", from, count] => {
            let on = months_after(date(from)?, Months(number(count)?))
                .ok_or("the answer is past the year 9999")?;
            Ok(certain(on.on))
        }
        ["eighteenth", born] => {
            let on = birthday(date(born)?, Years(18)).ok_or("the answer is past the year 9999")?;
            Ok(certain(on.on))
        }
        ["between", division, start, end] => {
            let (calendar, start, end) = (named(calendars, division)?, date(start)?, date(end)?);
            if end < start {
                return Err("the end is before the start".into());
            }
            let count = calendar.working_days_between(start, end).map_err(outside)?;
            Ok(Answer { text: count.0.to_string(), confidence: calendar.confidence(start, end) })
        }
        [name @ ("months" | "eighteenth" | "between"), ..] => Err(shape(name)),
        [name, rest @ ..] => {
            let count_days = operation(name).ok_or_else(|| format!("`{name}` is no question"))?;
            let [division, from, count] = rest else { return Err(shape(name)) };
            let (calendar, from) = (named(calendars, division)?, date(from)?);
            let on = count_days(calendar, from, WorkingDays(number(count)?)).map_err(outside)?;
            Ok(Answer { text: IsoDate(on).to_string(), confidence: calendar.confidence(from, on) })
        }
        [] => Err("the line is empty".into()),
    }
}

/// A question that takes a calendar, a date and a count, and is answered with a date.
type Operation = fn(&WorkingDayCalendar, NaiveDate, WorkingDays) -> Result<NaiveDate, OutsideCoverage>;

fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        "add" => WorkingDayCalendar::working_day_after,
        "add-received-next" => WorkingDayCalendar::working_day_after_received_next,
        "latest-calendar" => WorkingDayCalendar::latest_start,
        "latest-working" => WorkingDayCalendar::latest_working_start,
        "before" => WorkingDayCalendar::working_day_before,
        _ => return None,
    })
}

/// What a line that begins with `name` has to look like.
fn shape(name: &str) -> String {
    let fields = match name {
        "months" => "months,DATE,N",
        "eighteenth" => "eighteenth,DATE_OF_BIRTH",
        "between" => "between,DIVISION,START,END",
        other => return format!("write it as {other},DIVISION,DATE,N"),
    };
    format!("write it as {fields}")
}

fn certain(on: NaiveDate) -> Answer {
    Answer { text: IsoDate(on).to_string(), confidence: Confidence::Confirmed }
}

fn named<'a>(calendars: &'a [Division], name: &str) -> Result<&'a WorkingDayCalendar, String> {
    let found = calendars.iter().find(|(division, _)| division == name);
    found.map(|(_, calendar)| calendar).ok_or_else(|| format!("`{name}` is no division"))
}

fn date(text: &str) -> Result<NaiveDate, String> {
    let read = IsoDate::parse(text).ok_or_else(|| format!("`{text}` is not a date: write it as 2025-05-02"));
    read.map(|date| date.0)
}

fn number(text: &str) -> Result<u32, String> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().ok_or_else(|| format!("`{text}` is not a whole number"))
}

fn outside(outside: OutsideCoverage) -> String {
    let coverage = outside.coverage;
    format!("outside the bank holidays known, {} to {}", coverage.first, coverage.last)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// The answers to some lines, and how many are provisional.
    fn ask(confirmed_only: bool, lines: &[u8]) -> (String, usize) {
        let mut output = Vec::new();
        let provisional = answer_all(&calendars(confirmed_only).unwrap(), lines, &mut output).unwrap();
        (String::from_utf8(output).unwrap(), provisional)
    }

    fn one(line: &str) -> String {
        ask(false, line.as_bytes()).0.trim_end().to_owned()
    }

    #[test]
    fn each_question_has_its_answer() {
        for (line, answer) in [
            ("add,england-and-wales,2025-05-02,1", "2025-05-06"),
            ("add,england-and-wales,2025-05-02,45", "2025-07-08"),
            ("add,england-and-wales,2025-05-03,0", "2025-05-03"),
            ("add,england-and-wales,2025-05-03,1", "2025-05-06"),
            ("add-received-next,england-and-wales,2025-05-03,1", "2025-05-07"),
            ("add-received-next,england-and-wales,2025-05-03,0", "2025-05-06"),
            ("add,scotland,2026-06-12,1", "2026-06-16"),
            ("add,england-and-wales,2026-06-12,1", "2026-06-15"),
            ("add,northern-ireland,2025-07-11,1", "2025-07-15"),
            ("latest-calendar,england-and-wales,2025-05-06,1", "2025-05-05"),
            ("latest-working,england-and-wales,2025-05-06,1", "2025-05-02"),
            ("latest-calendar,england-and-wales,2025-05-05,1", "2025-05-01"),
            ("before,england-and-wales,2025-05-06,1", "2025-05-02"),
            ("before,england-and-wales,2025-05-06,0", "2025-05-06"),
            ("between,england-and-wales,2025-05-02,2025-07-08", "45"),
            ("between,england-and-wales,2025-05-02,2025-05-02", "0"),
            ("months,2025-08-31,6", "2026-02-28"),
            ("months,2023-08-31,6", "2024-02-29"),
            ("months,2025-09-30,4", "2026-01-30"),
            ("eighteenth,2007-05-02", "2025-05-02"),
            ("eighteenth,2008-02-29", "2026-03-01"),
            (" add , scotland , 2025-05-02 , 1 ", "2025-05-06"),
        ] {
            assert_eq!(one(line), answer, "{line}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn every_line_has_one_answer(lines in vec(any_line(), 0..6), rest in vec(any::<u8>(), 0..40)) {
            let mut input = lines.join("\n").into_bytes();
            input.push(b'\n');
            input.extend(rest);
            let asked = input.split_inclusive(|byte| *byte == b'\n').count();
            let (answers, _) = ask(false, &input);
            prop_assert_eq!(answers.lines().count(), asked);
            for answer in answers.lines() {
                let good = answer.parse::<i64>().is_ok() || IsoDate::parse(answer).is_some();
                prop_assert!(good || answer.starts_with("error: "), "{}", answer);
            }
        }
    }

    /// A line that is nearly a question.
    fn any_line() -> impl Strategy<Value = String> {
        let question = select(vec![
            "add",
            "add-received-next",
            "latest-calendar",
            "latest-working",
            "before",
            "between",
            "months",
            "eighteenth",
        ]);
        let field = prop_oneof![
            Just("scotland".to_owned()),
            "20[0-4][0-9]-[01][0-9]-[0-3][0-9]",
            "-?[0-9]{1,12}",
            "[^\r\n]{0,6}",
        ];
        (question, vec(field, 0..5)).prop_map(|(question, fields)| format!("{question},{}", fields.join(",")))
    }

    #[test]
    fn each_bad_line_says_what_is_wrong() {
        let coverage = "error: outside the bank holidays known, 2010-01-01 to 2035-12-31";
        for (line, answer) in [
            ("\n", "error: the line is empty"),
            ("subtract,scotland,2025-05-02,1", "error: `subtract` is no question"),
            ("add,wales,2025-05-02,1", "error: `wales` is no division"),
            ("add,scotland,2025-05-02", "error: write it as add,DIVISION,DATE,N"),
            ("months,scotland,2025-05-02,1", "error: write it as months,DATE,N"),
            ("eighteenth", "error: write it as eighteenth,DATE_OF_BIRTH"),
            ("between,2025-05-02,2025-05-02", "error: write it as between,DIVISION,START,END"),
            ("add,scotland,2025-02-31,1", "error: `2025-02-31` is not a date: write it as 2025-05-02"),
            ("add,scotland,2/5/2025,1", "error: `2/5/2025` is not a date: write it as 2025-05-02"),
            ("add,scotland,2025-05-02,-1", "error: `-1` is not a whole number"),
            ("add,scotland,2025-05-02,1.5", "error: `1.5` is not a whole number"),
            ("add,scotland,2025-05-02,99999999999", "error: `99999999999` is not a whole number"),
            ("between,scotland,2025-05-02,2025-05-01", "error: the end is before the start"),
            ("add,scotland,0001-01-01,1", coverage),
            ("add,scotland,2035-12-31,1", coverage),
            ("before,scotland,2010-01-05,4294967295", coverage),
            ("months,9999-12-31,1", "error: the answer is past the year 9999"),
            ("eighteenth,9990-01-01", "error: the answer is past the year 9999"),
        ] {
            assert_eq!(one(line), answer, "{line}");
        }
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let lines = b"add,scotland,2025-05-02,1\r\nnonsense\n\xff\xfe\n\nmonths,2025-01-31,1";
        let answers = "2025-05-06\nerror: `nonsense` is no question\nerror: the line is not UTF-8 text\n\
            error: the line is empty\n2025-02-28\n";
        assert_eq!(ask(false, lines), (answers.into(), 0));
    }

    #[test]
    fn provisional_answers_are_counted_or_refused() {
        let lines = b"add,england-and-wales,2028-12-01,45\nadd,england-and-wales,2025-05-02,1\n";
        assert_eq!(ask(false, lines), ("2029-02-07\n2025-05-06\n".into(), 1));
        let refused = "error: outside the bank holidays known, 2012-01-01 to 2028-12-31\n2025-05-06\n";
        assert_eq!(ask(true, lines), (refused.into(), 0));
    }
}
