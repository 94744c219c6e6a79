//! The container of the file: a ZIP archive (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4) whose entries are stored as they
//! are.
//!
//! The `zip` crate does the same and much more, and would double what has to be fetched. The tests open every file with
//! it.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// An archive in the making.
#[derive(Default)]
pub(crate) struct Container {
    /// Each entry with its header.
    entries: Vec<u8>,
    /// The list of entries that ends the archive.
    directory: Vec<u8>,
    count: u16,
}

/// Version 2.0 is needed to read it; names are UTF-8.
const VERSION_AND_FLAGS: [u16; 2] = [20, 0x0800];
/// Stored; midnight of 1 January 1980, the first moment that the format knows: when a form was filled in is nobody's
/// business.
const METHOD_TIME_AND_DAY: [u16; 3] = [0, 0, 0x0021];

impl Container {
    /// Adds an entry. `None` when the archive grows too large for the format.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Option<()> {
        let place = u32::try_from(self.entries.len()).ok()?;
        let size = u32::try_from(bytes.len()).ok()?;
        let name_length = u16::try_from(name.len()).ok()?;
        let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes);
        let mut about = Vec::new();
        halves(&mut about, &VERSION_AND_FLAGS);
        halves(&mut about, &METHOD_TIME_AND_DAY);
        words(&mut about, &[sum, size, size]);
        // No extra field.
        halves(&mut about, &[name_length, 0]);

        self.entries.extend(b"PK\x03\x04");
        self.entries.extend(&about);
        self.entries.extend(name.as_bytes());
        self.entries.extend(bytes);

        self.directory.extend(b"PK\x01\x02");
        halves(&mut self.directory, &VERSION_AND_FLAGS[..1]);
        self.directory.extend(&about);
        // No comment, the first disk, no attributes within or without.
        halves(&mut self.directory, &[0, 0, 0]);
        words(&mut self.directory, &[0, place]);
        self.directory.extend(name.as_bytes());
        self.count = self.count.checked_add(1)?;
        Some(())
    }

    /// The archive. `None` when it is too large for the format.
    pub(crate) fn finish(self) -> Option<Vec<u8>> {
        let place = u32::try_from(self.entries.len()).ok()?;
        let size = u32::try_from(self.directory.len()).ok()?;
        let mut archive = self.entries;
        archive.extend(self.directory);
        archive.extend(b"PK\x05\x06");
        halves(&mut archive, &[0, 0, self.count, self.count]);
        words(&mut archive, &[size, place]);
        halves(&mut archive, &[0]);
        Some(archive)
    }
}

fn halves(bytes: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes()));
}

fn words(bytes: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes()));
}
