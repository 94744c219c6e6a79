//! Why a command stopped, and what to do next: always one line.

use std::fmt;
use std::io;
use std::path::Path;

/// A cause and a next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    cause: String,
    next: String,
}

impl Failure {
    /// `cause` has no full stop; `next` is a sentence or a command to try.
    pub(crate) fn new(cause: impl Into<String>, next: impl Into<String>) -> Self {
        Self { cause: cause.into(), next: next.into() }
    }

    /// The disk is full, whoever noticed.
    pub(crate) fn disk_full() -> Self {
        Self::new(
            "the disk is full",
            "Free some space (`cargo clean` removes all that was built here), then run the same command again.",
        )
    }

    /// Our own reading or writing of `path` failed. `doing` completes "could not ...".
    pub(crate) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self::disk_full(),
            io::ErrorKind::PermissionDenied => Self::new(
                format!("could not {doing} {}: permission denied", path.display()),
                "Check who owns it, then run the same command again.",
            ),
            _ => Self::new(
                format!("could not {doing} {}: {error}", path.display()),
                "Check that path, then run the same command again.",
            ),
        }
    }

    /// The cause alone, for a list of failures.
    pub(crate) fn cause(&self) -> &str {
        &self.cause
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}. {}", self.cause, self.next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_one_line_with_a_cause_and_a_next_step() {
        let failure = Failure::new("port 8080 is in use", "Try: cargo xtask serve --port 8081");
        assert_eq!(failure.to_string(), "error: port 8080 is in use. Try: cargo xtask serve --port 8081");
    }

    #[test]
    fn a_full_disk_is_told_from_other_failures_to_write() {
        let path = Path::new("dist");
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(Failure::io("write", path, &full), Failure::disk_full());
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(Failure::io("write", path, &denied).cause(), "could not write dist: permission denied");
    }
}
