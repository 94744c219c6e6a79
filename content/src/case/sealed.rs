//! A case behind a passphrase.
//!
//! The case file's text, as UTF-8, is encrypted by AES-GCM with a 256-bit key that PBKDF2-SHA-256 makes of the
//! passphrase. What seals and unseals is the browser; here is what stands in the file.

use super::json::Json;
use super::keeping::Keeping;
use super::refusal::{Kind, Refusal, Refused};
use super::shape::SEALED_FORMAT;

/// The version of sealed files that is written.
pub(super) const VERSION: u64 = 1;

/// A sealed case. Bytes stand as base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedCase {
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// 16 bytes, new for each file.
    pub salt: String,
    /// 12 bytes, new for each file.
    pub iv: String,
    /// The text, encrypted, with its tag behind it.
    pub data: String,
}

impl SealedCase {
    /// From what has the shape of one.
    pub(super) fn read(json: &Json, keeping: &Keeping) -> Result<Self, Refusal> {
        let version = json.entry("version").number();
        if version > VERSION {
            return Err(Refused::Newer { version, latest: VERSION }.into());
        }
        let rounds = u32::try_from(json.entry("rounds").number()).unwrap_or(u32::MAX);
        if !(keeping.rounds..=keeping.most_rounds).contains(&rounds) {
            return Err(Refusal { at: "rounds".to_owned(), refused: Refused::WrongKind(Kind::Number) });
        }
        let text = |name| json.entry(name).text().to_owned();
        Ok(Self { rounds, salt: text("salt"), iv: text("iv"), data: text("data") })
    }

    /// The text of the file.
    ///
    /// # Errors
    /// When it is larger than any that is opened.
    pub fn written(&self, keeping: &Keeping) -> Result<String, Refusal> {
        let text = |text: &str| Json::Text(text.to_owned());
        let entries = [
            ("format", text(SEALED_FORMAT)),
            ("version", Json::Number(VERSION)),
            ("rounds", Json::Number(self.rounds.into())),
            ("salt", text(&self.salt)),
            ("iv", text(&self.iv)),
            ("data", text(&self.data)),
        ];
        let json = Json::Record(entries.map(|(name, json)| (name.to_owned(), json)).to_vec());
        let text = serde_json::to_string(&json).map_err(|_| Refused::Unreadable)?;
        let (bytes, most) = (text.len() as u64, keeping.most_bytes);
        if bytes > most.into() { Err(Refused::TooBig { bytes, most }.into()) } else { Ok(text) }
    }
}
