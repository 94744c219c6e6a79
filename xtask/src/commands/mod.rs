//! One file for each command.

pub(crate) mod audit;
pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod release;
pub(crate) mod reproduce;
pub(crate) mod serve;
pub(crate) mod single_file;
pub(crate) mod soak;
pub(crate) mod test;
