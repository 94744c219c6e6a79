//! What every page of the built site must hold to. Each check takes the whole site and returns every problem
//! it finds, so that one run tells all; each is shown below itself to notice what it is for.

mod budgets;
mod encodings;
mod links;
mod listings;
mod marks;
mod policy;
mod structure;

pub use budgets::budgets;
pub use encodings::{compressed, hashed_names};
pub use links::{links, styles};
pub use listings::{headers, sitemap, standing_files};
pub use marks::{danger_lines, status_lines};
pub use policy::policy;
pub use structure::{headings, ids, landmarks, parses, titles};
