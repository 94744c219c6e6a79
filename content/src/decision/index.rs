//! Places in the lists of a table. They stand for ids where words are not needed.

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u8);

        impl $name {
            /// The place, to index a list with.
            pub fn place(self) -> usize {
                usize::from(self.0)
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
