//! Counting on plain day numbers.

/// Which days of a stretch are working days, ready to count. Days go by number: 0 is the first day of the stretch.
///
/// Two tables, one by day and one by working day, make a count a subtraction and the Nth working day a look-up: no
/// walk over days. Entries of two bytes keep both tables of 26 years within 33 kB, about what a processor holds
/// closest.
///
/// Everything returns `None` where a day asked for, or the answer, lies outside the stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingDayTable {
    /// For each day: working days from day 0 up to and including this one.
    counted: Vec<u16>,
    /// For each working day: its number as a day.
    working: Vec<u16>,
}

impl WorkingDayTable {
    /// The longest stretch that it can hold, in days: 179 years.
    pub const LONGEST: u32 = u16::MAX as u32;

    /// The table of a stretch, given for each of its days whether it is a working day. Days beyond the longest
    /// stretch are left out.
    pub fn new(days: impl IntoIterator<Item = bool>) -> Self {
        let (mut counted, mut working) = (Vec::new(), Vec::new());
        let mut so_far = 0;
        for (day, is_working) in (0..u16::MAX).zip(days) {
            if is_working {
                working.push(day);
                so_far += 1;
            }
            counted.push(so_far);
        }
        Self { counted, working }
    }

    /// Whether no day is a working day.
    pub fn is_empty(&self) -> bool {
        self.working.is_empty()
    }

    /// Whether `day` is a working day.
    pub fn is_working(&self, day: u32) -> Option<bool> {
        Some(self.through(day)? > self.before(day))
    }

    /// The working day `count` after `day`, which is day 0 of the count and the answer when `count` is 0.
    #[inline]
    pub fn nth_after(&self, day: u32, count: u32) -> Option<u32> {
        let through = self.through(day)?;
        if count == 0 { Some(day) } else { self.working(through.checked_add(count - 1)?) }
    }

    /// The working day `count` before `day`, strictly; `day` itself when `count` is 0.
    #[inline]
    pub fn nth_before(&self, day: u32, count: u32) -> Option<u32> {
        self.through(day)?;
        if count == 0 { Some(day) } else { self.working(self.before(day).checked_sub(count)?) }
    }

    /// Working days after `from` up to and including `to`. Zero when `to` is not after `from`.
    #[inline]
    pub fn between(&self, from: u32, to: u32) -> Option<u32> {
        let (from, to) = (self.through(from)?, self.through(to)?);
        Some(to.saturating_sub(from))
    }

    /// The latest day, of any kind, from which the working day `count` after it is not later than `due`.
    #[inline]
    pub fn latest_start(&self, due: u32, count: u32) -> Option<u32> {
        let through = self.through(due)?;
        // One day later and that working day would no longer be ahead: it is the first of the `count`.
        if count == 0 { Some(due) } else { self.working(through.checked_sub(count)?)?.checked_sub(1) }
    }

    /// The latest working day from which the working day `count` after it is not later than `due`.
    #[inline]
    pub fn latest_working_start(&self, due: u32, count: u32) -> Option<u32> {
        self.working(self.through(due)?.checked_sub(count)?.checked_sub(1)?)
    }

    /// Working days from day 0 up to and including `day`.
    #[inline]
    fn through(&self, day: u32) -> Option<u32> {
        self.counted.get(day as usize).map(|counted| u32::from(*counted))
    }

    /// Working days from day 0 up to `day` but not on it.
    #[inline]
    fn before(&self, day: u32) -> u32 {
        day.checked_sub(1).and_then(|eve| self.through(eve)).unwrap_or(0)
    }

    /// The day of a working day, which is known by how many come before it.
    #[inline]
    fn working(&self, earlier: u32) -> Option<u32> {
        self.working.get(earlier as usize).map(|day| u32::from(*day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days 1, 2, 4 and 6 of 0 to 7.
    fn table() -> WorkingDayTable {
        WorkingDayTable::new([false, true, true, false, true, false, true, false])
    }

    #[test]
    fn counts_forwards_from_any_day() {
        let from_each = |count| (0..8).map(|day| table().nth_after(day, count)).collect::<Vec<_>>();
        let answers = [Some(1), Some(2), Some(4), Some(4), Some(6), Some(6), None, None];
        assert_eq!(from_each(1), answers);
        assert_eq!(from_each(0), (0..8).map(Some).collect::<Vec<_>>());
        assert_eq!(table().nth_after(0, 4), Some(6));
        assert_eq!(table().nth_after(0, 5), None);
        assert_eq!(table().nth_after(7, u32::MAX), None);
    }

    #[test]
    fn counts_backwards_from_any_day() {
        let before_each = |count| (0..8).map(|day| table().nth_before(day, count)).collect::<Vec<_>>();
        assert_eq!(before_each(1), [None, None, Some(1), Some(2), Some(2), Some(4), Some(4), Some(6)]);
        assert_eq!(before_each(0), (0..8).map(Some).collect::<Vec<_>>());
        assert_eq!(table().nth_before(7, 4), Some(1));
    }

    #[test]
    fn the_latest_start_is_the_eve_of_the_first_day_needed() {
        assert_eq!(table().latest_start(6, 1), Some(5));
        assert_eq!(table().latest_start(5, 1), Some(3));
        assert_eq!(table().latest_start(7, 4), Some(0));
        assert_eq!(table().latest_start(7, 5), None);
        assert_eq!(table().latest_start(3, 0), Some(3));
        assert_eq!(table().latest_working_start(6, 1), Some(4));
        assert_eq!(table().latest_working_start(5, 1), Some(2));
        assert_eq!(table().latest_working_start(3, 0), Some(2));
        assert_eq!(table().latest_working_start(7, 4), None);
    }

    #[test]
    fn a_stretch_without_working_days_answers_nothing() {
        let none = WorkingDayTable::new([false; 3]);
        assert!(none.is_empty());
        assert_eq!((none.nth_after(0, 1), none.nth_before(2, 1)), (None, None));
        assert_eq!(none.between(0, 2), Some(0));
        assert_eq!(none.is_working(1), Some(false));
    }

    #[test]
    fn days_outside_the_stretch_are_refused() {
        for day in [8, u32::MAX] {
            assert_eq!(table().nth_after(day, 0), None);
            assert_eq!(table().nth_before(day, 0), None);
            assert_eq!(table().between(0, day), None);
            assert_eq!(table().between(day, 0), None);
            assert_eq!(table().latest_start(day, 0), None);
            assert_eq!(table().latest_working_start(day, 0), None);
            assert_eq!(table().is_working(day), None);
        }
    }

    #[test]
    fn a_stretch_too_long_is_cut() {
        let longest = WorkingDayTable::new(std::iter::repeat_n(true, 70_000));
        assert_eq!(longest.nth_after(0, 65_534), Some(65_534));
        assert_eq!(longest.is_working(WorkingDayTable::LONGEST), None);
    }
}
