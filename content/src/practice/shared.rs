//! What a learner chose, as it travels in a link's fragment: `a-case:first-step=this:second-step=that+other`. A step
//! named last and by itself is the one that the case is open at: `a-case:first-step=this:first-step`. Without it the
//! case is open at the first step not answered.
//!
//! A [`Shared`] holds marks at the places of an [`Outline`] and no text, so there is nothing to hide a name or a date
//! in. It reads a fragment by looking each name up; one that is not there makes the whole fragment damaged. So a link
//! says the same for as long as the case keeps its names, and a case that changed them opens at its start.

use super::Outline;

/// A case, the options chosen so far, and where it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    outline: Outline,
    /// A bit for each option, a number for each step.
    chosen: Vec<u8>,
    /// Where it is open, when that is not where it would be anyway.
    at: Option<usize>,
}

/// Why a fragment says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// It is of another case, or of none.
    OtherCase,
    /// It names a step or an option that the case does not have, or one twice, or in another order.
    Misnamed,
    /// It has two options where one may be chosen.
    TooMany,
}

impl Shared {
    /// Nothing chosen.
    pub fn at_start(outline: Outline) -> Self {
        let chosen = vec![0; outline.steps.len()];
        Self { outline, chosen, at: None }
    }

    /// The case at what a fragment says, or at its start with the reason why. An empty fragment is the start and not
    /// damaged. A `#` in front may stay.
    pub fn open(outline: Outline, fragment: &str) -> (Self, Option<Damaged>) {
        match Self::from_fragment(outline.clone(), fragment) {
            Ok(shared) => (shared, None),
            Err(damaged) => (Self::at_start(outline), Some(damaged)),
        }
    }

    /// What a fragment says.
    ///
    /// # Errors
    /// [`Damaged`] when any part of it is not what [`to_fragment`](Self::to_fragment) writes.
    pub fn from_fragment(outline: Outline, fragment: &str) -> Result<Self, Damaged> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut shared = Self::at_start(outline);
        if fragment.is_empty() {
            return Ok(shared);
        }
        let mut parts = fragment.split(':');
        if parts.next() != Some(shared.outline.case.as_str()) {
            return Err(Damaged::OtherCase);
        }
        let mut free = 0;
        let mut parts = parts.peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() && !part.contains('=') {
                let place = shared.place(part).ok_or(Damaged::Misnamed)?;
                shared.open_at(place);
                // It would be open there without being told: then a second text would say the same.
                return shared.at.map(|_| shared).ok_or(Damaged::Misnamed);
            }
            let (step, options) = part.split_once('=').ok_or(Damaged::Misnamed)?;
            let place = shared.place(step).filter(|place| *place >= free).ok_or(Damaged::Misnamed)?;
            shared.chosen[place] = shared.read(place, options)?;
            free = place + 1;
        }
        Ok(shared)
    }

    /// The names chosen, for a link. Reading it gives the same again.
    pub fn to_fragment(&self) -> String {
        let mut fragment = self.outline.case.as_str().to_owned();
        for (place, step) in self.outline.steps.iter().enumerate() {
            for (first, option) in self.chosen(place).enumerate() {
                if first == 0 {
                    fragment += ":";
                    fragment += step.id.as_str();
                    fragment += "=";
                } else {
                    fragment += "+";
                }
                fragment += step.options[option].as_str();
            }
        }
        if let Some(step) = self.at.and_then(|place| self.outline.steps.get(place)) {
            fragment += ":";
            fragment += step.id.as_str();
        }
        fragment
    }

    /// The step that the case is open at. `None` is the end, after the last.
    pub fn at(&self) -> Option<usize> {
        self.at.or_else(|| self.first_open())
    }

    /// Opens a step. A place that the case does not have changes nothing.
    pub fn open_at(&mut self, step: usize) {
        if step < self.outline.steps.len() {
            self.at = Some(step).filter(|_| self.first_open() != Some(step));
        }
    }

    /// Goes on to the first step not answered, or to the end.
    pub fn go_on(&mut self) {
        self.at = None;
    }

    /// Chooses an option, or takes that back where several may be chosen. Where only one may, it takes the place of
    /// what was chosen before. Places that the case does not have change nothing.
    pub fn choose(&mut self, step: usize, option: usize) {
        let Some(of_step) = self.outline.steps.get(step).filter(|step| option < step.options.len()) else {
            return;
        };
        let Some(bit) = bit(option) else { return };
        self.chosen[step] = if of_step.several { self.chosen[step] ^ bit } else { bit };
        self.at = self.at.filter(|at| self.first_open() != Some(*at));
    }

    /// The places of the options chosen at a step, in their order.
    pub fn chosen(&self, step: usize) -> impl Iterator<Item = usize> + use<> {
        let bits = self.chosen.get(step).copied().unwrap_or_default();
        (0..Outline::MOST_OPTIONS).filter(move |option| bits & 1 << option != 0)
    }

    /// Whether anything is chosen at a step.
    pub fn is_answered(&self, step: usize) -> bool {
        self.chosen(step).next().is_some()
    }

    /// The names in the case.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    fn first_open(&self) -> Option<usize> {
        self.chosen.iter().position(|chosen| *chosen == 0)
    }

    fn place(&self, step: &str) -> Option<usize> {
        self.outline.steps.iter().position(|known| known.id.as_str() == step)
    }

    fn read(&self, step: usize, options: &str) -> Result<u8, Damaged> {
        let step = &self.outline.steps[step];
        let mut bits: u8 = 0;
        for name in options.split('+') {
            let place = step.options.iter().position(|option| option.as_str() == name);
            let bit = place.and_then(bit).ok_or(Damaged::Misnamed)?;
            // Names stand in the options' order, so that one choice is one text.
            if bits >= bit {
                return Err(Damaged::Misnamed);
            }
            if bits != 0 && !step.several {
                return Err(Damaged::TooMany);
            }
            bits |= bit;
        }
        Ok(bits)
    }
}

fn bit(option: usize) -> Option<u8> {
    (option < Outline::MOST_OPTIONS).then(|| 1 << option)
}
