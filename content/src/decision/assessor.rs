//! A table worked through for every set of answers there can be.
//!
//! A set of answers is a number: each fact is a digit, the first fact the lowest, and a digit's highest value stands
//! for "not known". What holds for a set with something unknown follows from the sets in which that is filled in, and
//! those have smaller numbers.

use super::index::{FactIndex, ValueIndex};
use super::table::{Answers, Atom, Table};

/// A table, ready to answer.
#[derive(Clone, Debug)]
pub struct Assessor {
    table: Table,
    /// What one step of each fact's digit adds to the number.
    strides: Vec<usize>,
    points: Vec<Point>,
}

/// What holds at one set of answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// However the unknowns turn out.
    pub(crate) all: Marks,
    /// For some way in which they can turn out.
    pub(crate) some: Marks,
}

/// One bit for each outcome that stands, rule that is a reason for one, and fact that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) outcomes: u32,
    pub(crate) rules: u32,
    pub(crate) asked: u16,
}

/// The number of a set of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place(pub(crate) usize);

impl Assessor {
    /// Works the table through. `None` when its parts do not fit together, which those of a table made from a decision
    /// always do.
    pub fn new(table: Table) -> Option<Self> {
        if !table.is_sound() {
            return None;
        }
        let mut strides = Vec::with_capacity(table.facts.len());
        let mut count = 1;
        for fact in &table.facts {
            strides.push(count);
            count *= usize::from(fact.values) + 1;
        }
        let mut points = Vec::with_capacity(count);
        table.add_points(&mut vec![0; table.facts.len()], table.facts.len(), &mut points);
        Some(Self { table, strides, points })
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    pub(crate) fn at(&self, place: Place) -> &Point {
        &self.points[place.0]
    }

    pub(crate) fn place(&self, answers: &Answers) -> Place {
        let digits = self.table.fact_indices().map(|fact| {
            let digit = answers.get(fact).map_or(self.unknown(fact), |value| value.0);
            usize::from(digit) * self.strides[fact.place()]
        });
        Place(digits.sum())
    }

    /// The same answers but for one.
    pub(crate) fn with(&self, place: Place, fact: FactIndex, value: Option<ValueIndex>) -> Place {
        let stride = self.strides[fact.place()];
        let new = value.map_or(self.unknown(fact), |value| value.0);
        Place(place.0 - usize::from(self.digit(place, fact)) * stride + usize::from(new) * stride)
    }

    /// The same answers and one more, to a fact that is not answered.
    pub(crate) fn fill(&self, place: Place, fact: FactIndex, value: ValueIndex) -> Place {
        Place(place.0 - usize::from(self.unknown(fact) - value.0) * self.strides[fact.place()])
    }

    /// The answer to a fact.
    pub(crate) fn answer(&self, place: Place, fact: FactIndex) -> Option<ValueIndex> {
        let digit = self.digit(place, fact);
        (digit < self.unknown(fact)).then_some(ValueIndex(digit))
    }

    /// Whether what an atom says is the answer that stands. A fact that is not asked, whatever the unknowns, has none.
    pub(crate) fn stands(&self, place: Place, atom: &Atom) -> bool {
        self.at(place).some.asked & 1 << atom.0.0 != 0 && atom.fits(self.digit(place, atom.0))
    }

    /// Whether an answer is one of an atom's, asked or not.
    #[cfg(feature = "load")]
    pub(crate) fn has(&self, place: Place, atom: Atom) -> bool {
        atom.fits(self.digit(place, atom.0))
    }

    /// How many different sets of answers there are.
    #[cfg(feature = "load")]
    pub(crate) fn count(&self) -> usize {
        self.points.len()
    }

    /// The values of a fact.
    pub(crate) fn values(&self, fact: FactIndex) -> impl Iterator<Item = ValueIndex> + use<> {
        (0..self.unknown(fact)).map(ValueIndex)
    }

    /// The digit that stands for "not known".
    fn unknown(&self, fact: FactIndex) -> u8 {
        self.table.facts[fact.place()].values
    }

    #[allow(clippy::cast_possible_truncation, reason = "a fact has at most 15 values")]
    fn digit(&self, place: Place, fact: FactIndex) -> u8 {
        (place.0 / self.strides[fact.place()] % (usize::from(self.unknown(fact)) + 1)) as u8
    }
}

impl Table {
    /// Adds every set of answers in which only the first `open` facts differ; the digits of the others stand.
    fn add_points(&self, digits: &mut [u8], open: usize, points: &mut Vec<Point>) {
        let Some(fact) = open.checked_sub(1) else {
            let marks = self.marks(digits);
            points.push(Point { all: marks, some: marks });
            return;
        };
        let start = points.len();
        for value in 0..self.facts[fact].values {
            digits[fact] = value;
            self.add_points(digits, fact, points);
        }
        // Now each value has its stretch of points. Where the fact is not known, any of them may be.
        let end = points.len();
        let stretch = (end - start) / usize::from(self.facts[fact].values);
        points.extend_from_within(start..start + stretch);
        let (known, unknown) = points.split_at_mut(end);
        for other in known[start + stretch..].chunks_exact(stretch) {
            unknown.iter_mut().zip(other).for_each(|(point, other)| *point = point.or_else(*other));
        }
    }

    /// What holds where nothing is unknown.
    fn marks(&self, digits: &[u8]) -> Marks {
        let mut marks = Marks { outcomes: 0, rules: 0, asked: 0 };
        for (place, fact) in self.facts.iter().enumerate() {
            let holds = |atom: &Atom| marks.asked & 1 << atom.0.0 != 0 && atom.fits(digits[atom.0.place()]);
            if fact.asked_when.iter().all(holds) {
                marks.asked |= 1 << place;
            }
        }
        let mut ended = false;
        // Rules below the end whose conditions hold: one that leads to the same is a reason for it all the same.
        let mut below = 0_u32;
        for (place, rule) in self.rules.iter().enumerate() {
            if !rule.when.holds(|atom| atom.fits(digits[atom.0.place()])) {
                continue;
            }
            if ended {
                below |= u32::from(!rule.when.is_empty()) << place;
            } else {
                marks.rules |= 1 << place;
                marks.outcomes |= rule.outcomes;
                ended = !rule.also;
            }
        }
        for (place, rule) in self.rules.iter().enumerate() {
            if below & 1 << place != 0 && rule.outcomes & !marks.outcomes == 0 {
                marks.rules |= 1 << place;
            }
        }
        marks
    }
}

impl Point {
    /// What holds when it may turn out either way.
    fn or_else(self, other: Self) -> Self {
        let (a, b) = (self.all, other.all);
        let all =
            Marks { outcomes: a.outcomes & b.outcomes, rules: a.rules & b.rules, asked: a.asked & b.asked };
        let (a, b) = (self.some, other.some);
        let some =
            Marks { outcomes: a.outcomes | b.outcomes, rules: a.rules | b.rules, asked: a.asked | b.asked };
        Self { all, some }
    }
}
