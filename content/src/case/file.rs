//! A case with what stands around it: whose file it is, its version, its dates.

use chrono::NaiveDate;

use super::contents::Case;
use super::json::Json;
use super::keeping::Keeping;
use super::refusal::{Refusal, Refused};
use super::sealed::SealedCase;
use super::shape::{FILE, FORMAT, SEALED, SEALED_FORMAT};
use super::versions::brought_up;
use crate::date::IsoDate;

/// A case as it stands in a file or on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// The day on which the case was begun.
    pub made: IsoDate,
    /// The day of its last change.
    pub changed: IsoDate,
    /// For a case that is kept on the device.
    pub kept: Option<Kept>,
    /// The case.
    pub case: Case,
}

/// How a case is kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The last day on which it is kept.
    pub until: IsoDate,
    /// Goes up by 1 each time it is saved: whoever saves over another number than the one they know is told.
    pub revision: u64,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A case.
    Case(CaseFile),
    /// A case behind a passphrase.
    Sealed(SealedCase),
}

/// Reads a file, whole or not at all.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn open(text: &str, keeping: &Keeping) -> Result<Opened, Refusal> {
    let bytes = text.len() as u64;
    if bytes > u64::from(keeping.most_bytes) {
        return Err(Refused::TooBig { bytes, most: keeping.most_bytes }.into());
    }
    let json = Json::parse(text)?;
    match json.entry("format").text() {
        FORMAT => CaseFile::read(json, keeping).map(Opened::Case),
        SEALED_FORMAT => {
            SEALED.check(&json, "", keeping)?;
            SealedCase::read(&json, keeping).map(Opened::Sealed)
        }
        _ => Err(Refused::Foreign.into()),
    }
}

impl CaseFile {
    /// Reads what was parsed already.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(json: Json, keeping: &Keeping) -> Result<Self, Refusal> {
        if json.entry("format").text() != FORMAT {
            return Err(Refused::Foreign.into());
        }
        let json = brought_up(json, keeping)?;
        FILE.check(&json, "", keeping)?;
        let date = |json: &Json| IsoDate::parse(json.text()).unwrap_or(IsoDate(NaiveDate::MIN));
        let kept = json.entry("kept");
        let kept = json
            .has("kept")
            .then(|| Kept { until: date(kept.entry("until")), revision: kept.entry("revision").number() });
        let case = Case::read(json.entry("case"), keeping)?;
        Ok(Self { made: date(json.entry("made")), changed: date(json.entry("changed")), kept, case })
    }

    /// The text of the file. What is written can be opened again: that is tried before it is handed out.
    ///
    /// # Errors
    /// Why it could not be opened again, such as a text that is too long.
    pub fn written(&self, keeping: &Keeping) -> Result<String, Refusal> {
        let text = serde_json::to_string(&self.to_json()).map_err(|_| Refused::Unreadable)?;
        open(&text, keeping)?;
        Ok(text)
    }
}
