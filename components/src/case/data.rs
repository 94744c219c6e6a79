//! What keeping a case needs to know. It travels beside a tool's own data.

use waymark_content::case::Keeping;
use waymark_content::date::DateNames;
use waymark_content::packed;
use waymark_content::words::CaseWords;

/// What the bar needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseData {
    /// What it says.
    pub words: CaseWords,
    /// Names of days and months.
    pub names: DateNames,
    /// How much may be kept, and for how long.
    pub keeping: Keeping,
    /// Where what this edition asks stands: a list of the whole guide, which few cases need.
    pub edition: String,
    /// The way to the page of kept cases. Empty on that page itself.
    pub cases: String,
}

packed!(CaseData { words, names, keeping, edition, cases });
