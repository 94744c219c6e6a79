//! The files of the site, and writing them with their compressed copies.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::SystemTime;

use chrono::{Days, NaiveDate};
use waymark_compress::{brotli, gzip};
use waymark_content::date::IsoDate;

/// Files by their path below the site's root.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

/// What gains from compression. Images other than SVG are compressed already.
const TEXT: [&str; 10] =
    [".html", ".css", ".js", ".wasm", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".md"];
/// Below this a compressed copy saves nothing.
const SMALLEST: usize = 256;

impl Files {
    pub(crate) fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Every file by its path, in the order of the paths.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// A file by its path.
    pub(crate) fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Replaces the site at `out`. The new site is written beside it first, so that a failure leaves the old one.
    pub(crate) fn write(&self, out: &Path) -> Result<usize, String> {
        let new = out.with_extension("new");
        let clear = |path: &Path| match fs::remove_dir_all(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(said("remove", path, &error)),
            _ => Ok(()),
        };
        clear(&new)?;
        self.write_all(&new)?;
        clear(out)?;
        fs::rename(&new, out).map_err(|error| said("rename", &new, &error))?;
        Ok(self.0.values().map(Vec::len).sum())
    }

    /// On every core: compressing takes most of the time of a build.
    fn write_all(&self, folder: &Path) -> Result<(), String> {
        let files: Vec<(&str, &[u8])> = self.iter().collect();
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some((path, bytes)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                write_with_copies(&folder.join(path), bytes)?;
            }
            Ok(())
        };
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            workers.into_iter().try_for_each(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|_| Err("error: a thread that writes files broke off".to_owned()))
            })
        })
    }
}

fn write_with_copies(file: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| said("create", folder, &error))?;
    }
    let put = |file: &Path, bytes: &[u8]| fs::write(file, bytes).map_err(|error| said("write", file, &error));
    put(file, bytes)?;
    let is_text = TEXT.iter().any(|ending| file.to_string_lossy().ends_with(ending));
    if bytes.len() >= SMALLEST && is_text {
        put(&with_ending(file, "br"), &brotli(bytes))?;
        put(&with_ending(file, "gz"), &gzip(bytes))?;
    }
    Ok(())
}

fn said(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("error: cannot {what} {}: {error}", path.display())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// The date of the last commit: the same source gives the same site on any day. A copy without its history is
/// dated by the day it is built.
pub(crate) fn version_date() -> IsoDate {
    let shown = Command::new("git").args(["log", "-1", "--format=%cs"]).output();
    let committed =
        shown.ok().and_then(|output| IsoDate::parse(String::from_utf8(output.stdout).ok()?.trim()));
    committed.unwrap_or_else(|| {
        let since_epoch = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        IsoDate(NaiveDate::default() + Days::new(since_epoch.as_secs() / 86_400))
    })
}
