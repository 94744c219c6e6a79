//! A flow as a picture: boxes in rows, ways between them.
//!
//! [`layout`] says where everything stands; [`drawing`] turns that into SVG.

pub(crate) mod drawing;
mod layout;
