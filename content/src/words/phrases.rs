//! Sets of phrases that travel to the browser.
//!
//! A struct with a field a phrase costs the bundle hundreds of bytes a field to read (52 kB of the first bundle were
//! this). Here a set of phrases is a list of texts in the order of their names: the names are methods, checked when
//! the code is compiled; the texts are matched to the names when the content is loaded; and the browser reads as many
//! texts as there are names.

/// A set of named phrases, as the content's loader reads it.
#[cfg(feature = "load")]
pub(crate) trait Phrases: Sized {
    /// The names, in order.
    const NAMES: &'static [&'static str];

    /// From one text a name, in order. `None` when there are more or fewer.
    fn from_texts(texts: Vec<String>) -> Option<Self>;
}

macro_rules! phrases {
    ($(#[$doc:meta])* $set:ident { $($name:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $set(Box<[String; [$(stringify!($name)),*].len()]>);

        const _: () = {
            #[allow(non_camel_case_types, reason = "the places are named as the phrases are")]
            enum Place { $($name,)* }

            impl $set {
                $(
                    #[allow(missing_docs, reason = "the phrase that its name says")]
                    pub fn $name(&self) -> &str {
                        &self.0[Place::$name as usize]
                    }
                )*
            }

            impl $crate::packed::Packed for $set {
                fn pack(&self, texts: &mut Vec<String>) {
                    texts.extend_from_slice(&self.0[..]);
                }

                fn unpack(texts: &mut $crate::packed::Texts) -> Self {
                    Self(Box::new(std::array::from_fn(|_| texts.text())))
                }
            }

            #[cfg(feature = "load")]
            impl $crate::words::Phrases for $set {
                const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

                fn from_texts(texts: Vec<String>) -> Option<Self> {
                    texts.try_into().ok().map(Self)
                }
            }
        };
    };
}

pub(super) use phrases;
