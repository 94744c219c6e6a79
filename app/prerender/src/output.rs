//! The files of the site, and writing them with their compressed copies.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
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
        let said = |what: &str, path: &Path, error: std::io::Error| {
            format!("error: cannot {what} {}: {error}", path.display())
        };
        let clear = |path: &Path| match fs::remove_dir_all(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(said("remove", path, error)),
            _ => Ok(()),
        };
        clear(&new)?;
        let mut total = 0;
        for (path, bytes) in &self.0 {
            let file = new.join(path);
            let mut copies = vec![(file.clone(), bytes.clone())];
            if bytes.len() >= SMALLEST && TEXT.iter().any(|ending| path.ends_with(ending)) {
                copies.push((with_ending(&file, "br"), brotli(bytes)));
                copies.push((with_ending(&file, "gz"), gzip(bytes)));
            }
            for (file, bytes) in copies {
                if let Some(folder) = file.parent() {
                    fs::create_dir_all(folder).map_err(|error| said("create", folder, error))?;
                }
                fs::write(&file, &bytes).map_err(|error| said("write", &file, error))?;
            }
            total += bytes.len();
        }
        clear(out)?;
        fs::rename(&new, out).map_err(|error| said("rename", &new, error))?;
        Ok(total)
    }
}

fn with_ending(file: &Path, ending: &str) -> std::path::PathBuf {
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
