//! Places in the lists of a table. They stand for ids where words are not needed.

use crate::packed::{Packed, Texts};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        impl $name {
            /// The place, to index a list with.
            pub fn place(self) -> usize {
                usize::from(self.0)
            }
        }

        impl Packed for $name {
            fn pack(&self, texts: &mut Vec<String>) {
                self.0.pack(texts);
            }

            fn unpack(texts: &mut Texts) -> Self {
                Self(u8::unpack(texts))
            }
        }
    };
}

index!(
    /// Place of a fact in its decision.
    FactIndex
);
index!(
    /// Place of a value in its fact.
    ValueIndex
);
index!(
    /// Place of a rule in its decision.
    RuleIndex
);
index!(
    /// Place of an outcome in its decision.
    OutcomeIndex
);
index!(
    /// Place of a piece of advice in its decision.
    AdviceIndex
);
