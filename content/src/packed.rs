//! How data travels to a tool: as one list of texts, read in the order in which it was written.
//!
//! The code that serde derives to read a struct costs the bundle 1 to 4 kB brotli a type. Here a type names its fields
//! once, and writing and reading both follow from that; the browser reads JSON into a list of texts and into nothing
//! else. A list that does not fit is refused whole, so that a tool never starts with half of its data.

use crate::date::IsoDate;

/// What can travel.
pub trait Packed: Sized {
    /// Writes it behind what is written already.
    fn pack(&self, texts: &mut Vec<String>);

    /// Reads it. From a text that does not fit comes anything at all, and [`unpacked`] refuses the whole.
    fn unpack(texts: &mut Texts) -> Self;
}

/// Texts that are being read.
#[derive(Debug)]
pub struct Texts {
    rest: std::vec::IntoIter<String>,
    fit: bool,
}

/// Everything as a list of texts.
pub fn packed(whole: &impl Packed) -> Vec<String> {
    let mut texts = Vec::new();
    whole.pack(&mut texts);
    texts
}

/// What such a list says. `None` when it does not fit, or says more.
pub fn unpacked<T: Packed>(texts: Vec<String>) -> Option<T> {
    let mut texts = Texts { rest: texts.into_iter(), fit: true };
    let whole = T::unpack(&mut texts);
    (texts.fit && texts.rest.len() == 0).then_some(whole)
}

impl Texts {
    /// The next text.
    pub fn text(&mut self) -> String {
        self.rest.next().unwrap_or_else(|| {
            self.fit = false;
            String::new()
        })
    }

    /// The next text as a number.
    pub fn number(&mut self) -> u32 {
        self.text().parse().unwrap_or_else(|_| {
            self.fit = false;
            0
        })
    }

    /// Says that what was read does not fit.
    pub fn refuse(&mut self) {
        self.fit = false;
    }
}

/// A struct: its fields, in this order. Fields that stay `behind` arrive empty.
#[macro_export]
macro_rules! packed {
    ($name:ident { $($field:ident),* $(,)? } $(behind { $($behind:ident),* $(,)? })?) => {
        impl $crate::packed::Packed for $name {
            fn pack(&self, texts: &mut Vec<String>) {
                $($crate::packed::Packed::pack(&self.$field, texts);)*
            }

            fn unpack(texts: &mut $crate::packed::Texts) -> Self {
                Self {
                    $($field: $crate::packed::Packed::unpack(texts),)*
                    $($($behind: Default::default(),)*)?
                }
            }
        }
    };
}

/// An enum without data: the place of a value in this list.
#[macro_export]
macro_rules! packed_choice {
    ($name:ident { $first:ident $(, $value:ident)* $(,)? }) => {
        impl $crate::packed::Packed for $name {
            fn pack(&self, texts: &mut Vec<String>) {
                let all = [Self::$first $(, Self::$value)*];
                let place = all.iter().position(|value| value == self);
                place.expect("every value is in the list").pack(texts);
            }

            fn unpack(texts: &mut $crate::packed::Texts) -> Self {
                let all = [Self::$first $(, Self::$value)*];
                let place = usize::unpack(texts);
                all.get(place).copied().unwrap_or_else(|| {
                    texts.refuse();
                    Self::$first
                })
            }
        }
    };
}

impl Packed for String {
    fn pack(&self, texts: &mut Vec<String>) {
        texts.push(self.clone());
    }

    fn unpack(texts: &mut Texts) -> Self {
        texts.text()
    }
}

macro_rules! packed_numbers {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            fn pack(&self, texts: &mut Vec<String>) {
                texts.push(self.to_string());
            }

            fn unpack(texts: &mut Texts) -> Self {
                Self::try_from(texts.number()).unwrap_or_else(|_| {
                    texts.refuse();
                    0
                })
            }
        }
    )*};
}

packed_numbers!(u8, u16, u32, usize);

impl Packed for bool {
    fn pack(&self, texts: &mut Vec<String>) {
        u8::from(*self).pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        texts.number() != 0
    }
}

impl Packed for IsoDate {
    fn pack(&self, texts: &mut Vec<String>) {
        texts.push(self.to_string());
    }

    fn unpack(texts: &mut Texts) -> Self {
        IsoDate::parse(&texts.text()).unwrap_or_else(|| {
            texts.refuse();
            IsoDate(chrono::NaiveDate::MIN)
        })
    }
}

/// How many there are, then each.
impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, texts: &mut Vec<String>) {
        self.len().pack(texts);
        self.iter().for_each(|item| item.pack(texts));
    }

    fn unpack(texts: &mut Texts) -> Self {
        let mut items = Vec::new();
        for _ in 0..texts.number() {
            if !texts.fit {
                break;
            }
            items.push(T::unpack(texts));
        }
        items
    }
}

/// As a list of none or one.
impl<T: Packed> Packed for Option<T> {
    fn pack(&self, texts: &mut Vec<String>) {
        self.is_some().pack(texts);
        if let Some(item) = self {
            item.pack(texts);
        }
    }

    fn unpack(texts: &mut Texts) -> Self {
        bool::unpack(texts).then(|| T::unpack(texts))
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn pack(&self, texts: &mut Vec<String>) {
        self.iter().for_each(|item| item.pack(texts));
    }

    fn unpack(texts: &mut Texts) -> Self {
        std::array::from_fn(|_| T::unpack(texts))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, texts: &mut Vec<String>) {
        self.0.pack(texts);
        self.1.pack(texts);
    }

    fn unpack(texts: &mut Texts) -> Self {
        (A::unpack(texts), B::unpack(texts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Whole {
        name: String,
        days: Vec<(IsoDate, bool)>,
        most: Option<u8>,
        pair: [u16; 2],
    }

    packed!(Whole { name, days, most, pair });

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Colour {
        Red,
        Blue,
    }

    packed_choice!(Colour { Red, Blue });

    #[derive(Clone, Debug, PartialEq)]
    struct Part {
        colour: Colour,
        notes: Vec<String>,
    }

    packed!(Part { colour } behind { notes });

    #[test]
    fn what_stays_behind_arrives_empty_and_an_unknown_choice_is_refused() {
        let part = Part { colour: Colour::Blue, notes: vec!["a note".to_owned()] };
        assert_eq!(packed(&part), ["1"]);
        assert_eq!(unpacked(packed(&part)), Some(Part { notes: Vec::new(), ..part }));
        assert_eq!(unpacked::<Colour>(vec!["0".to_owned()]), Some(Colour::Red));
        assert_eq!(unpacked::<Colour>(vec!["2".to_owned()]), None);
    }

    fn whole() -> Whole {
        let date = |text| IsoDate::parse(text).expect("a date");
        let days = vec![(date("2025-05-02"), true), (date("2024-02-29"), false)];
        Whole { name: "A \"name\"".to_owned(), days, most: Some(7), pair: [1, 65_535] }
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        for most in [None, Some(0)] {
            let whole = Whole { most, ..whole() };
            assert_eq!(unpacked(packed(&whole)), Some(whole));
        }
    }

    #[test]
    fn a_list_with_anything_missing_or_left_over_is_refused() {
        let texts = packed(&whole());
        for kept in 0..texts.len() {
            assert_eq!(unpacked::<Whole>(texts[..kept].to_vec()), None, "{kept} texts");
        }
        let more = [texts, vec![String::new()]].concat();
        assert_eq!(unpacked::<Whole>(more), None);
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused() {
        let texts = packed(&whole());
        // A count, a date, a number with a byte of room, and one with two.
        for (place, bad) in [(1, "-1"), (1, "4000000000"), (2, "2025-02-30"), (7, "256"), (8, "x"), (9, "")] {
            let mut texts = texts.clone();
            bad.clone_into(&mut texts[place]);
            assert_eq!(unpacked::<Whole>(texts), None, "{bad:?} at {place}");
        }
    }
}
