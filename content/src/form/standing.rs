//! Whether a part shows.

/// Whether a part shows. What depends on a question that nobody has answered is open: it waits on screen, and
/// stands on paper with its condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It does not: an answer rules it out.
    Hidden,
    /// An answer is missing that decides it.
    Open,
    /// It does.
    Shown,
}

impl Standing {
    /// Whether it stands on paper.
    pub fn on_paper(self) -> bool {
        self != Standing::Hidden
    }
}
