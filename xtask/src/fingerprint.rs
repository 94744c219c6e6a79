//! Whether a step's inputs are as they were when it last succeeded.
//!
//! Inputs are compared by their contents, so that a checkout that only touches files costs nothing. Outputs are
//! compared by name, length and time, so that a removed or edited output is made again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// The files and words that a step depends on.
#[derive(Debug, Default, Clone)]
pub(crate) struct Inputs {
    paths: Vec<PathBuf>,
    words: Vec<String>,
}

impl Inputs {
    /// A file, or a folder with all in it. One that is missing counts as missing.
    pub(crate) fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.paths.push(path.into());
        self
    }

    /// Several of them.
    pub(crate) fn paths(mut self, paths: impl IntoIterator<Item = PathBuf>) -> Self {
        self.paths.extend(paths);
        self
    }

    /// A version or an argument.
    pub(crate) fn word(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    /// A hash of all names and contents.
    pub(crate) fn fingerprint(&self) -> Result<String, Failure> {
        let mut hash = Sha256::new();
        for word in &self.words {
            feed(&mut hash, word.as_bytes());
        }
        for path in &self.paths {
            for file in files(path)? {
                feed(&mut hash, file.as_os_str().as_encoded_bytes());
                match fs::read(&file) {
                    Ok(bytes) => feed(&mut hash, &bytes),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => hash.update(b"missing"),
                    Err(error) => return Err(Failure::io("read", &file, &error)),
                }
            }
        }
        Ok(hex(hash))
    }
}

/// What is kept of a step that succeeded.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    outputs: Vec<PathBuf>,
}

impl Stamp {
    /// `outputs` are files or folders that the step writes.
    pub(crate) fn new(file: PathBuf, outputs: &[PathBuf]) -> Self {
        Self { file, outputs: outputs.to_vec() }
    }

    /// Whether the step succeeded with these inputs and its outputs are as it left them.
    pub(crate) fn holds(&self, inputs: &str) -> Result<bool, Failure> {
        let Ok(kept) = fs::read_to_string(&self.file) else { return Ok(false) };
        Ok(self.text(inputs)?.is_some_and(|now| now == kept))
    }

    /// Remembers a success.
    pub(crate) fn keep(&self, inputs: &str) -> Result<(), Failure> {
        let Some(text) = self.text(inputs)? else { return self.forget() };
        if let Some(dir) = self.file.parent() {
            fs::create_dir_all(dir).map_err(|error| Failure::io("create", dir, &error))?;
        }
        fs::write(&self.file, text).map_err(|error| Failure::io("write", &self.file, &error))
    }

    /// To be called before the step starts: one that is cut short has not succeeded.
    pub(crate) fn forget(&self) -> Result<(), Failure> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Failure::io("remove", &self.file, &error))
            }
            _ => Ok(()),
        }
    }

    /// Nothing when an output is missing.
    fn text(&self, inputs: &str) -> Result<Option<String>, Failure> {
        let mut hash = Sha256::new();
        for output in &self.outputs {
            for file in files(output)? {
                let Ok(about) = fs::metadata(&file) else { return Ok(None) };
                let written = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
                feed(&mut hash, file.as_os_str().as_encoded_bytes());
                hash.update(about.len().to_le_bytes());
                hash.update(written.unwrap_or_default().as_nanos().to_le_bytes());
            }
        }
        Ok(Some(format!("inputs {inputs}\noutputs {}\n", hex(hash))))
    }
}

/// The file itself, or every file in the folder, in a fixed order.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| Failure::io("read", &folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| Failure::io("read", &folder, &error))?.path();
            if entry.is_dir() { folders.push(entry) } else { found.push(entry) }
        }
    }
    found.sort();
    Ok(found)
}

/// With the length, so that the end of one part cannot pass for the start of the next.
fn feed(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

pub(crate) fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A folder with `a` and `inner/b`, and its fingerprint.
    fn folder() -> (tempfile::TempDir, Inputs) {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a"), "one").unwrap();
        fs::create_dir(dir.path().join("inner")).unwrap();
        fs::write(dir.path().join("inner/b"), "two").unwrap();
        let inputs = Inputs::default().path(dir.path());
        (dir, inputs)
    }

    #[test]
    fn a_fingerprint_changes_with_contents_names_and_words() {
        let (dir, inputs) = folder();
        let at_first = inputs.fingerprint().unwrap();
        assert_eq!(inputs.fingerprint().unwrap(), at_first);
        assert_ne!(inputs.clone().word("0.21.14").fingerprint().unwrap(), at_first);

        fs::write(dir.path().join("a"), "changed").unwrap();
        let edited = inputs.fingerprint().unwrap();
        assert_ne!(edited, at_first);

        fs::rename(dir.path().join("a"), dir.path().join("renamed")).unwrap();
        assert_ne!(inputs.fingerprint().unwrap(), edited);
    }

    #[test]
    fn a_fingerprint_ignores_when_a_file_was_written() {
        let (dir, inputs) = folder();
        let at_first = inputs.fingerprint().unwrap();
        let file = fs::File::options().append(true).open(dir.path().join("a")).unwrap();
        file.set_modified(UNIX_EPOCH).unwrap();
        assert_eq!(inputs.fingerprint().unwrap(), at_first);
    }

    #[test]
    fn a_missing_file_differs_from_an_empty_one() {
        let dir = tempfile::tempdir().unwrap();
        let inputs = Inputs::default().path(dir.path().join("a"));
        let missing = inputs.fingerprint().unwrap();
        fs::write(dir.path().join("a"), "").unwrap();
        assert_ne!(inputs.fingerprint().unwrap(), missing);
    }

    #[test]
    fn a_stamp_holds_until_inputs_or_outputs_change() {
        let (dir, _) = folder();
        let outputs = [dir.path().join("a"), dir.path().join("inner")];
        let stamps = tempfile::tempdir().unwrap();
        let stamp = Stamp::new(stamps.path().join("stamps/step"), &outputs);
        assert!(!stamp.holds("x").unwrap(), "nothing was kept yet");

        stamp.keep("x").unwrap();
        assert!(stamp.holds("x").unwrap());
        assert!(!stamp.holds("y").unwrap(), "other inputs");

        fs::write(dir.path().join("inner/b"), "longer than before").unwrap();
        assert!(!stamp.holds("x").unwrap(), "an edited output");

        stamp.keep("x").unwrap();
        fs::remove_file(dir.path().join("a")).unwrap();
        assert!(!stamp.holds("x").unwrap(), "a missing output");

        stamp.forget().unwrap();
        stamp.forget().unwrap();
    }
}
