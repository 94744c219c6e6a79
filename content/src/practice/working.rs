//! How a step's answer came about, in words.

use chrono::NaiveDate;

use super::{Asks, Recorded, Step, Working};
use crate::calendar::NotWorking;
use crate::deadline::{Clock, ClockState, DayRole, Due, Kept, Limit, Standing};
use crate::decision::{Answers, Assessment, Decision, FactIndex, OutcomeIndex};
use crate::guide::Guide;
use crate::id::ItemId;
use crate::words::fill;

impl Working {
    /// The working of a step, a sentence or two each: the due date and what was skipped on the way; where each clock
    /// stands; what holds, what is open and what to find out; what is missing.
    pub fn says(&self, step: &Step, guide: &Guide) -> Vec<String> {
        let words = Saying { guide };
        match self {
            Working::Due(rule, _, due) => {
                let rule = guide.deadlines.iter().find(|known| known.id == *rule);
                let event = match step.asks() {
                    Some(Asks::Deadline(question)) => Some(question.event.0),
                    _ => None,
                };
                rule.zip(event).map_or_else(Vec::new, |(rule, event)| {
                    let name = guide.event(&rule.event).map_or("", |event| &event.in_sentence);
                    words.due(rule.limit, name, event, due)
                })
            }
            Working::NoNumber(rule) => {
                let limits = guide.unnumbered.iter().filter(|limit| limit.id == *rule);
                limits.map(|limit| fill(&words.of().no_number, &[("limit", &limit.limit)])).collect()
            }
            Working::Clocks(clocks) => clocks.iter().map(|clock| words.clock(clock)).collect(),
            Working::Decision(id, answers, found) => {
                let decision = guide.decisions.iter().find(|decision| decision.id == *id);
                decision.map_or_else(Vec::new, |decision| words.decision(decision, answers, found))
            }
            Working::Checklist(id, found) => words.checklist(id.as_str(), found),
        }
    }
}

struct Saying<'a> {
    guide: &'a Guide,
}

impl<'a> Saying<'a> {
    fn of(&self) -> &'a crate::words::PracticeWords {
        &self.guide.words.practice
    }

    fn date(&self, date: NaiveDate) -> String {
        self.guide.words.dates.long(date)
    }

    fn why(&self, why: &NotWorking) -> String {
        match why {
            NotWorking::Weekend => self.guide.words.deadlines.skipped_weekend().to_owned(),
            NotWorking::BankHoliday(name) | NotWorking::Closure(name) => name.clone(),
        }
    }

    fn due(&self, limit: Limit, event: &str, on: NaiveDate, due: &Due) -> Vec<String> {
        let (words, days) = (self.of(), due.tally());
        let sentence = match limit {
            Limit::WorkingDaysBefore(_) => &words.due_before,
            Limit::Birthday(_) => &words.due_on,
            _ => &words.due,
        };
        let (length, when, until) = (self.limit(limit), self.date(on), self.date(due.on));
        let values = [("limit", &*length), ("event", event), ("date", &*when), ("due", &*until)];
        let mut says = vec![fill(sentence, &values)];
        if let Some(zero) = due.days.iter().find(|day| day.role == DayRole::Zero) {
            says.push(fill(&words.day_zero, &[("date", &self.date(zero.date))]));
        }
        // Bank holidays by name: they are what people forget.
        for day in due.days.iter().filter(|day| day.role == DayRole::Skipped) {
            if let Some(why @ (NotWorking::BankHoliday(_) | NotWorking::Closure(_))) = &day.not_working {
                let values = [("date", &*self.date(day.date)), ("why", &*self.why(why))];
                says.push(fill(&words.skipped, &values));
            }
        }
        match days.weekend_days {
            0 => {}
            1 => says.push(words.skipped_weekends_one.clone()),
            count => says.push(fill(&words.skipped_weekends_many, &[("count", &count.to_string())])),
        }
        if days.counted > 0 {
            let back = matches!(limit, Limit::WorkingDaysBefore(_));
            let sentence = if back { &words.counted_back } else { &words.counted };
            says.push(fill(sentence, &[("count", &days.counted.to_string()), ("date", &until)]));
        }
        if let Some(why) = due.not_working.as_ref().filter(|_| !matches!(limit, Limit::Birthday(_))) {
            says.push(fill(&words.not_counted_on, &[("why", &self.why(why))]));
        }
        if due.last_day_stands_in {
            says.push(self.guide.words.deadlines.last_day_stands_in().to_owned());
        }
        if let Some(other) = due.other_birthday {
            let sentence = self.guide.words.deadlines.other_birthday();
            says.push(fill(sentence, &[("date", &self.guide.words.dates.plain(other))]));
        }
        says
    }

    fn limit(&self, limit: Limit) -> String {
        let words = &self.guide.words.deadlines;
        let (sentence, count) = match limit {
            Limit::WorkingDaysBefore(days) => (words.limit_before(), days.0),
            Limit::WorkingDays(days) => (one_or_many(days.0, words.limit_one(), words.limit_many()), days.0),
            Limit::Weeks(weeks) => (one_or_many(weeks, words.limit_week(), words.limit_weeks()), weeks),
            Limit::Months(months) => (one_or_many(months, words.limit_month(), words.limit_months()), months),
            Limit::Birthday(age) => (words.limit_birthday(), age),
        };
        fill(sentence, &[("count", &count.to_string())])
    }

    fn clock(&self, clock: &Clock) -> String {
        let (guide, words) = (self.guide, self.of());
        let rule = guide.deadlines.iter().find(|rule| rule.id == clock.rule);
        let title = rule.map_or(clock.rule.as_str(), |rule| &rule.title);
        let mut state = match &clock.state {
            ClockState::NotStarted => {
                let event = rule.and_then(|rule| guide.event(&rule.event)).map_or("", |event| &event.name);
                fill(&words.not_started, &[("event", event)])
            }
            ClockState::DoesNotRun(id) => {
                let only_if = guide.condition(id).map_or("", |condition| &condition.only_if);
                fill(&words.does_not_run, &[("only_if", only_if)])
            }
            ClockState::Open(_, standing) => self.standing(*standing),
            ClockState::Met(_, date, kept) => self.done(guide.words.whole_case.state_met(), *date, *kept),
            ClockState::Planned(_, date, kept) => {
                self.done(guide.words.whole_case.state_planned(), *date, *kept)
            }
            ClockState::Refused(_) => guide.words.whole_case.state_refused().to_owned(),
        };
        if let Some(condition) = clock.open_condition.as_ref().and_then(|id| guide.condition(id)) {
            let unknown = guide.words.whole_case.state_unknown_condition();
            state = format!("{state}. {}", fill(unknown, &[("question", &condition.question)]));
        }
        let met_event = rule.and_then(|rule| rule.met_event.as_ref()).and_then(|id| guide.event(id));
        if let Some((date, event)) = clock.too_early.zip(met_event) {
            let values = [("event", &*event.name), ("date", &*guide.words.dates.plain(date))];
            state = format!("{state}. {}", fill(guide.words.whole_case.state_too_early(), &values));
        }
        match clock.due() {
            Some(due) => {
                let values = [("rule", title), ("due", &*self.date(due.on)), ("state", &*state)];
                fill(&words.clock_due, &values)
            }
            None => fill(&words.clock, &[("rule", title), ("state", &state)]),
        }
    }

    fn standing(&self, standing: Standing) -> String {
        let words = &self.guide.words.whole_case;
        let (sentence, days) = match standing {
            Standing::DueToday => (words.state_today(), 0),
            Standing::Left(days) if days.0 == 0 => (words.state_left_none(), 0),
            Standing::Left(days) => {
                (one_or_many(days.0, words.state_left_one(), words.state_left_many()), days.0)
            }
            Standing::Over(days) if days.0 == 0 => (words.state_over_none(), 0),
            Standing::Over(days) => {
                (one_or_many(days.0, words.state_over_one(), words.state_over_many()), days.0)
            }
        };
        fill(sentence, &[("count", &days.to_string())])
    }

    fn done(&self, sentence: &str, date: NaiveDate, kept: Kept) -> String {
        let words = &self.guide.words.counting;
        let (kept, days) = match kept {
            Kept::InTime => (words.in_time(), 0),
            Kept::Late(days) if days.0 == 0 => (words.late_none(), 0),
            Kept::Late(days) => (one_or_many(days.0, words.late_one(), words.late_many()), days.0),
        };
        let kept = fill(kept, &[("count", &days.to_string())]);
        fill(sentence, &[("date", &self.date(date)), ("kept", &kept)])
    }

    fn decision(&self, decision: &Decision, answers: &Answers, found: &Assessment) -> Vec<String> {
        let words = self.of();
        let outcome = |outcome: OutcomeIndex| decision.outcomes[outcome.place()].title.as_str();
        let question = |fact: FactIndex| decision.facts[fact.place()].question.as_str();
        let certain = found.certain.iter().map(|found| (&words.certain, found.outcome, String::new()));
        let possible = found.possible.iter().map(|found| {
            let open = found.hangs_on.iter().filter(|fact| answers.get(**fact).is_none());
            let questions: Vec<&str> = open.map(|fact| question(*fact)).collect();
            (&words.possible, found.outcome, questions.join(" "))
        });
        let ruled_out = found.ruled_out.iter().map(|found| (&words.ruled_out, found.outcome, String::new()));
        let outcomes = certain.chain(possible).chain(ruled_out);
        let mut says: Vec<String> = outcomes
            .map(|(sentence, place, questions)| {
                fill(sentence, &[("outcome", outcome(place)), ("questions", &questions)])
            })
            .collect();
        let next = found.ask_next.map(|fact| fill(&words.find_out_next, &[("question", question(fact))]));
        says.extend(next);
        let advice = found.advice.iter().map(|advice| &decision.advice[advice.place()].text);
        says.extend(advice.map(|text| fill(&words.advice, &[("advice", text)])));
        says
    }

    fn checklist(&self, id: &str, found: &Recorded) -> Vec<String> {
        let (guide, words) = (self.guide, self.of());
        let Some(list) = guide.checklists.iter().find(|list| list.id.as_str() == id) else {
            return Vec::new();
        };
        let sayings = &guide.words.checklists;
        let tallies = [
            (found.always, sayings.progress_always(), sayings.progress_always_set_aside()),
            (
                found.where_relevant,
                sayings.progress_where_relevant(),
                sayings.progress_where_relevant_set_aside(),
            ),
        ];
        let mut says = Vec::new();
        for (tally, plain, with_set_aside) in tallies.into_iter().filter(|(tally, ..)| tally.expected() > 0) {
            let (recorded, expected) = (tally.recorded.to_string(), tally.expected().to_string());
            let aside = tally.set_aside.to_string();
            let values = [("recorded", &*recorded), ("expected", &*expected), ("set_aside", &*aside)];
            says.push(fill(if tally.set_aside > 0 { with_set_aside } else { plain }, &values));
        }
        let text = |id: &ItemId| list.item(id).map_or("", |(_, item)| &item.text);
        let (missing, aside, not) = (&found.missing, &found.set_aside, &found.cannot_stand);
        for (sentence, items) in
            [(&words.missing, missing), (&words.set_aside, aside), (&words.cannot_stand, not)]
        {
            says.extend(items.iter().map(|id| fill(sentence, &[("item", text(id))])));
        }
        if missing.is_empty() {
            says.push(sayings.nothing_missing().to_owned());
        }
        says
    }
}

fn one_or_many<'a>(count: u32, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}
