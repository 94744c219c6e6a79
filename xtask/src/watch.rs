//! Tells when a source of the site has changed.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::failure::Failure;
use crate::fingerprint::Inputs;

/// An editor's save is several changes within a few milliseconds; these count as one.
const QUIET: Duration = Duration::from_millis(200);

/// Watches files and folders, which may not exist yet.
pub(crate) struct Watch {
    inputs: Inputs,
    seen: String,
    changes: Receiver<()>,
    /// Watching ends when this is dropped.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Changes from now on.
    pub(crate) fn start(paths: Vec<PathBuf>) -> Result<Self, Failure> {
        let (tell, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading a file is an event too, and the build reads them all.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = tell.send(());
            }
        })
        .map_err(|error| failure(&error))?;
        for path in &paths {
            // Editors replace a file rather than write to it, so that a watch on the file itself would be lost.
            let (place, mode) = if path.is_dir() {
                (Some(path.as_path()), RecursiveMode::Recursive)
            } else {
                (path.parent(), RecursiveMode::NonRecursive)
            };
            if let Some(place) = place.filter(|place| place.is_dir()) {
                watcher.watch(place, mode).map_err(|error| failure(&error))?;
            }
        }
        let inputs = Inputs::default().paths(paths);
        let seen = inputs.fingerprint()?;
        Ok(Self { inputs, seen, changes, _watcher: watcher })
    }

    /// Waits until the contents of a source differ from when last asked.
    pub(crate) fn next_change(&mut self) -> Result<(), Failure> {
        loop {
            self.changes
                .recv()
                .map_err(|_| Failure::new("watching for changes stopped", "Start the command again."))?;
            while !matches!(self.changes.recv_timeout(QUIET), Err(RecvTimeoutError::Timeout)) {}
            // A file may be gone again by the time it is read, between two saves: the next event settles it.
            let Ok(now) = self.inputs.fingerprint() else { continue };
            if now != self.seen {
                self.seen = now;
                return Ok(());
            }
        }
    }
}

fn failure(error: &notify::Error) -> Failure {
    let next = match error.kind {
        notify::ErrorKind::MaxFilesWatch => "Raise fs.inotify.max_user_watches, or leave out --watch.",
        _ => "Leave out --watch and start the command anew after each change.",
    };
    Failure::new(format!("changes cannot be watched: {error}"), next)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::{fs, thread};

    use super::*;

    #[test]
    fn a_change_of_contents_is_told_and_a_mere_reading_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a");
        fs::write(&file, "one").unwrap();
        let mut watch = Watch::start(vec![dir.path().to_path_buf()]).unwrap();
        let (tell, told) = channel();
        thread::spawn(move || {
            while watch.next_change().is_ok() {
                tell.send(()).unwrap();
            }
        });

        fs::read(&file).unwrap();
        fs::write(&file, "one").unwrap();
        assert!(told.recv_timeout(QUIET * 5).is_err(), "the contents are the same");

        fs::write(&file, "two").unwrap();
        assert!(told.recv_timeout(Duration::from_secs(20)).is_ok());
    }
}
