//! Sets of phrases that travel to the browser.
//!
//! A struct with a field a phrase costs the bundle hundreds of bytes a field to read (52 kB of the first bundle were
//! this). Here a set of phrases is a list of texts in the order of their names: the names are methods, checked when
//! the code is compiled; the texts are matched to the names when the content is loaded; and the browser reads a list.

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
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "Vec<String>", into = "Vec<String>")]
        pub struct $set(Vec<String>);

        const _: () = {
            #[allow(non_camel_case_types, reason = "the places are named as the phrases are")]
            enum Place { $($name,)* Count }

            impl $set {
                $(
                    #[allow(missing_docs, reason = "the phrase that its name says")]
                    pub fn $name(&self) -> &str {
                        &self.0[Place::$name as usize]
                    }
                )*
            }

            impl TryFrom<Vec<String>> for $set {
                type Error = &'static str;

                fn try_from(texts: Vec<String>) -> Result<Self, &'static str> {
                    if texts.len() == Place::Count as usize { Ok(Self(texts)) } else { Err("phrases") }
                }
            }

            impl From<$set> for Vec<String> {
                fn from(set: $set) -> Self {
                    set.0
                }
            }

            #[cfg(feature = "load")]
            impl $crate::words::Phrases for $set {
                const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

                fn from_texts(texts: Vec<String>) -> Option<Self> {
                    Self::try_from(texts).ok()
                }
            }
        };
    };
}

pub(super) use phrases;
