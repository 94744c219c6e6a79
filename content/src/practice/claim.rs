//! What an option holds to be so. Whether it is, the rules say.

use serde::Deserialize;

use crate::date::IsoDate;
use crate::id::{FactId, ItemId, OutcomeId, RuleId};

/// What an option holds to be so. Each belongs to one of the four tools.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// A time limit: this is the last day on which it is met.
    Date(IsoDate),
    /// A time limit: the source gives no number, so there is no date.
    NoDate,

    /// Clocks: what starts them has no date yet.
    NotStarted(Each<RuleId>),
    /// Clocks: their condition does not hold.
    DoesNotRun(Each<RuleId>),
    /// Clocks: started, not met, and due today or later.
    Running(Each<RuleId>),
    /// Clocks: not met, and past their date.
    Overdue(Each<RuleId>),
    /// Clocks: met in time.
    Met(Each<RuleId>),
    /// Clocks: met after their date.
    MetLate(Each<RuleId>),
    /// Clocks: what meets them has a date to come, in time.
    Planned(Each<RuleId>),
    /// Clocks: what meets them has a date to come, too late.
    PlannedLate(Each<RuleId>),
    /// Clocks: these run, and of those that run none is due before them.
    NextDue(Each<RuleId>),

    /// A decision: these outcomes hold however the unknowns turn out.
    Certain(Each<OutcomeId>),
    /// A decision: these outcomes are neither certain nor ruled out.
    Possible(Each<OutcomeId>),
    /// A decision: no way of filling in the unknowns reaches these outcomes.
    RuledOut(Each<OutcomeId>),
    /// A decision: nothing holds for certain yet.
    NothingCertain,
    /// A decision: of the facts not known, none would settle more than this one.
    FindOutNext(FactId),
    /// A decision: something that is open hangs on these facts.
    HangsOn(Each<FactId>),
    /// A decision: these facts are not known, and nothing that is open hangs on any of them.
    NothingHangsOn(Each<FactId>),

    /// A checklist: these items are neither recorded nor set aside with a reason. Others may be missing too.
    Missing(Each<ItemId>),
    /// A checklist: these items are missing, and no others.
    OnlyMissing(Each<ItemId>),
    /// A checklist: these items are recorded.
    Recorded(Each<ItemId>),
    /// A checklist: these items are set aside, and may be.
    SetAside(Each<ItemId>),
    /// A checklist: the answers to these items cannot stand.
    CannotStand(Each<ItemId>),
    /// A checklist: nothing is missing.
    NothingMissing,
}

/// Everything that an option holds to be so: it is right when each of these is. Never empty.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "ClaimKeys")]
pub struct Claims(Vec<Claim>);

impl Claims {
    /// Them as a list.
    pub fn each(&self) -> &[Claim] {
        &self.0
    }

    /// The date claimed, where one is.
    pub fn date(&self) -> Option<IsoDate> {
        self.0.iter().find_map(|claim| match claim {
            Claim::Date(date) => Some(*date),
            _ => None,
        })
    }
}

/// One, or a list. What is claimed is claimed of each.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Each<T> {
    /// This one.
    One(T),
    /// Each of these.
    All(Vec<T>),
}

impl<T> Each<T> {
    /// Them as a list.
    pub fn ids(&self) -> &[T] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::All(ids) => ids,
        }
    }
}

/// Claims as a file writes them: a key each.
#[derive(Default, Deserialize)]
#[serde(default)]
struct ClaimKeys {
    date: Option<IsoDate>,
    no_date: bool,
    not_started: Option<Each<RuleId>>,
    does_not_run: Option<Each<RuleId>>,
    running: Option<Each<RuleId>>,
    overdue: Option<Each<RuleId>>,
    met: Option<Each<RuleId>>,
    met_late: Option<Each<RuleId>>,
    planned: Option<Each<RuleId>>,
    planned_late: Option<Each<RuleId>>,
    next_due: Option<Each<RuleId>>,
    certain: Option<Each<OutcomeId>>,
    possible: Option<Each<OutcomeId>>,
    ruled_out: Option<Each<OutcomeId>>,
    nothing_certain: bool,
    find_out_next: Option<FactId>,
    hangs_on: Option<Each<FactId>>,
    nothing_hangs_on: Option<Each<FactId>>,
    missing: Option<Each<ItemId>>,
    only_missing: Option<Each<ItemId>>,
    recorded: Option<Each<ItemId>>,
    set_aside: Option<Each<ItemId>>,
    cannot_stand: Option<Each<ItemId>>,
    nothing_missing: bool,
}

impl From<ClaimKeys> for Claims {
    fn from(keys: ClaimKeys) -> Self {
        let claims = [
            keys.date.map(Claim::Date),
            keys.no_date.then_some(Claim::NoDate),
            keys.not_started.map(Claim::NotStarted),
            keys.does_not_run.map(Claim::DoesNotRun),
            keys.running.map(Claim::Running),
            keys.overdue.map(Claim::Overdue),
            keys.met.map(Claim::Met),
            keys.met_late.map(Claim::MetLate),
            keys.planned.map(Claim::Planned),
            keys.planned_late.map(Claim::PlannedLate),
            keys.next_due.map(Claim::NextDue),
            keys.certain.map(Claim::Certain),
            keys.possible.map(Claim::Possible),
            keys.ruled_out.map(Claim::RuledOut),
            keys.nothing_certain.then_some(Claim::NothingCertain),
            keys.find_out_next.map(Claim::FindOutNext),
            keys.hangs_on.map(Claim::HangsOn),
            keys.nothing_hangs_on.map(Claim::NothingHangsOn),
            keys.missing.map(Claim::Missing),
            keys.only_missing.map(Claim::OnlyMissing),
            keys.recorded.map(Claim::Recorded),
            keys.set_aside.map(Claim::SetAside),
            keys.cannot_stand.map(Claim::CannotStand),
            keys.nothing_missing.then_some(Claim::NothingMissing),
        ];
        Self(claims.into_iter().flatten().collect())
    }
}
