"""Checks the calendars and the day arithmetic against others' work.

    pip install -r tests/requirements.txt
    python3 tests/cross-check.py [COMMAND ...]

Two checks, for each of the three nations and every day of the calendars' coverage:

- the bank holidays against the `holidays` package;
- every question that `content/examples/working_days.rs` answers against numpy's `busday_offset` and `busday_count`
  with the same holidays, the refusals of what lies outside the coverage included.

COMMAND runs that example; without it, Cargo does. Ends with 1 and the first differences if there are any. Needs
Python 3.11 or later, for `tomllib`.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import holidays
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ["cargo", "run", "-q", "--release", "-p", "content", "--example", "working_days"]

# Under which names the package has the nations. England and Wales share one calendar, so each must agree with it.
NATIONS = {"england-and-wales": ["ENG", "WLS"], "scotland": ["SCT"], "northern-ireland": ["NIR"]}

# Days on which the package and our file may differ, each with the reason: (nation, date) -> why.
#
# One kind of difference is left out for all and is not listed: the package also names a holiday on the Saturday or
# Sunday on which it falls, where we have its substitute day alone. Nobody works on either, so no count changes.
#
# There is no other: the package has the one-off days too (2011-04-29, 2012-06-05, 2022-06-03, 2022-09-19,
# 2023-05-08, and 2026-06-15 in Scotland) and the moved ones (2012-06-04, 2020-05-08, 2022-06-02).
EXPLAINED = {}

# Every limit that the sources set, the smallest counts, and more than a year.
COUNTS = [0, 1, 2, 3, 5, 7, 10, 15, 20, 35, 45, 100, 260]
DAYS_BETWEEN = [0, 1, 2, 3, 5, 7, 30, 63, 365, 4000]
MONTHS = [*range(0, 25), 36, 120, 1200]

SHOWN = 10
OUTSIDE = "error: outside"


def main(command):
    failures = []
    calendars = {nation: read(nation) for nation in NATIONS}
    for nation, calendar in calendars.items():
        failures += compare_holidays(nation, calendar)
    asked = 0
    rounds = [working_days(nation, calendar) for nation, calendar in calendars.items()]
    for batches in [*rounds, [*months(), eighteenth()]]:
        questions, expected = [], []
        for some_questions, their_answers in batches:
            questions += some_questions
            expected += list(their_answers)
        asked += len(questions)
        failures += differences(questions, ask(command, questions), expected)
    for failure in failures[:SHOWN]:
        print(failure, file=sys.stderr)
    if failures:
        print(f"{len(failures)} differences in {asked} answers", file=sys.stderr)
        return 1
    print(f"{asked} answers agree with numpy; the holidays of {len(NATIONS)} calendars with the package.")
    return 0


def read(nation):
    """The calendar's holidays by date, and its first and last day."""
    file = tomllib.loads((ROOT / "content" / "calendars" / f"{nation}.toml").read_text(encoding="utf-8"))
    days = {holiday["date"]: holiday["name"] for holiday in file["holiday"]}
    return days, file["coverage"]["first"], file["coverage"]["last"]


def compare_holidays(nation, calendar):
    """What the package and the file do not both have."""
    ours, first, last = calendar
    failures = []
    for part in NATIONS[nation]:
        years = range(int(first[:4]), int(last[:4]) + 1)
        package = holidays.country_holidays("GB", subdiv=part, years=years)
        theirs = {day.isoformat() for day in package if day.weekday() < 5}
        for day in sorted(theirs ^ set(ours)):
            if (nation, day) not in EXPLAINED:
                holder = f"the file ({ours[day]})" if day in ours else f"the package ({package[day]})"
                failures.append(f"{nation} {day}: only {holder} has this holiday")
    return failures


def working_days(nation, calendar):
    """For each kind of question and count: the questions of every day, and numpy's answers."""
    days, first, last = calendar
    # A day on either side lies outside and has to be refused.
    first, last = np.datetime64(first), np.datetime64(last)
    all_days = np.arange(first - 1, last + 2)
    off = np.array(list(days), dtype="datetime64[D]")

    def offset(dates, count, roll):
        return np.busday_offset(dates, count, roll=roll, holidays=off)

    # Rolled back to the working day before it, a day off counts like that day: forwards, its Nth working day is the
    # Nth after; backwards, the latest start. Rolled on, N back from there is N strictly before.
    operations = {
        "add": lambda dates, n: offset(dates, n, "backward") if n else dates,
        "add-received-next": lambda dates, n: offset(dates, n, "forward"),
        # The day before the first of the N working days that are needed.
        "latest-calendar": lambda dates, n: offset(dates, 1 - n, "backward") - 1 if n else dates,
        "latest-working": lambda dates, n: offset(dates, -n, "backward"),
        "before": lambda dates, n: offset(dates, -n, "forward") if n else dates,
    }
    asked = np.datetime_as_string(all_days)
    for name, operation in operations.items():
        for count in COUNTS:
            answers = operation(all_days, count)
            covered = (all_days >= first) & (all_days <= last) & (answers >= first) & (answers <= last)
            expected = np.where(covered, np.datetime_as_string(answers), OUTSIDE)
            yield [f"{name},{nation},{day},{count}" for day in asked], expected
    for length in DAYS_BETWEEN:
        ends = all_days + length
        # numpy counts its first day and leaves its last one out; we do it the other way round.
        counts = np.busday_count(all_days + 1, ends + 1, holidays=off)
        covered = (all_days >= first) & (ends <= last)
        expected = np.where(covered, counts.astype(str), OUTSIDE)
        ends = np.datetime_as_string(ends)
        yield [f"between,{nation},{day},{end}" for day, end in zip(asked, ends)], expected


def months_on(dates, count):
    """The corresponding date, and whether the last day of a shorter month stands in for it."""
    start = dates.astype("datetime64[M]")
    end = start + count
    day = dates - start.astype("datetime64[D]")
    last = (end + 1).astype("datetime64[D]") - 1
    wanted = end.astype("datetime64[D]") + day
    return np.minimum(wanted, last), wanted > last


def months():
    """Months from every day of the calendars' years."""
    dates = np.arange(np.datetime64("2010-01-01"), np.datetime64("2036-01-01"))
    asked = np.datetime_as_string(dates)
    for count in MONTHS:
        answers, _ = months_on(dates, count)
        yield [f"months,{day},{count}" for day in asked], np.datetime_as_string(answers)


def eighteenth():
    """Everyone's 18th birthday, with 1 March for 29 February."""
    dates = np.arange(np.datetime64("1980-01-01"), np.datetime64("2036-01-01"))
    answers, stands_in = months_on(dates, 18 * 12)
    answers = np.where(stands_in, answers + 1, answers)
    return [f"eighteenth,{day}" for day in np.datetime_as_string(dates)], np.datetime_as_string(answers)


def ask(command, questions):
    """The example's answers."""
    lines = "\n".join(questions) + "\n"
    # How many answers are provisional is said on standard error each time; it is no news here.
    done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"`{' '.join(command)}` failed:\n{done.stderr}")
    return done.stdout.splitlines()


def differences(questions, answers, expected):
    """The answers that are not as expected. Of a refusal only the beginning is compared."""
    if len(answers) != len(questions):
        return [f"{len(questions)} questions from {questions[0]} on had {len(answers)} answers"]
    return [
        f"{question}: {answer}, but numpy has {other}"
        for question, answer, other in zip(questions, answers, expected)
        if answer != other and not (other == OUTSIDE and answer.startswith(OUTSIDE))
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or COMMAND))
