//! Files as a host sends them: compressed beside the original, and named by their own bytes where they are to
//! be kept for ever.

use std::io::Read;

use sha2::{Digest, Sha256};

use crate::site::Site;

/// Below this many bytes compressing gains nothing.
pub(super) const WORTH: usize = 256;

const TEXTUAL: [&str; 8] = ["html", "css", "js", "wasm", "json", "svg", "xml", "txt"];

/// Every file worth compressing has a brotli and a gzip beside it that open to the same bytes.
pub fn compressed(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, bytes) in site.files.iter().filter(|(path, bytes)| is_textual(path) && bytes.len() >= WORTH) {
        for (ending, open) in [("br", unbrotli as fn(&[u8]) -> std::io::Result<Vec<u8>>), ("gz", ungzip)] {
            match site.files.get(&format!("{path}.{ending}")).map(|packed| open(packed)) {
                None => problems.push(format!("{path}: no .{ending} beside it")),
                Some(Err(error)) => problems.push(format!("{path}.{ending}: {error}")),
                Some(Ok(opened)) if opened != *bytes => {
                    problems.push(format!("{path}.{ending}: opens to other bytes than {path}"));
                }
                Some(Ok(_)) => {}
            }
        }
    }
    problems
}

/// The hash in the name of every asset is that of its bytes, so that a cached copy is never a stale one.
pub fn hashed_names(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    let mut hashed = 0;
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.starts_with("assets/")) {
        let parts: Vec<&str> = path.split('.').collect();
        let Some(stated) = parts.iter().skip(1).find(|part| is_hash(part)) else { continue };
        // A compressed copy carries the name of what it opens to.
        if path.ends_with(".br") || path.ends_with(".gz") {
            continue;
        }
        hashed += 1;
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if !hash.starts_with(stated) {
            problems.push(format!("{path}: its bytes hash to {}", &hash[..stated.len()]));
        }
    }
    if hashed == 0 {
        problems.push("no file in assets/ is named by a hash".to_owned());
    }
    problems
}

fn is_textual(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TEXTUAL.contains(&ending))
}

fn is_hash(part: &str) -> bool {
    (8..=64).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
}

fn unbrotli(packed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut opened = Vec::new();
    brotli::BrotliDecompress(&mut &packed[..], &mut opened)?;
    Ok(opened)
}

fn ungzip(packed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut opened = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut opened)?;
    Ok(opened)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Write;

    use super::*;
    use crate::site::assert_reported;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).expect("bytes are packed");
        packed.finish().expect("bytes are packed")
    }

    fn brotli(mut bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut bytes, &mut packed, &Default::default()).expect("bytes are packed");
        packed
    }

    fn site(files: Vec<(&str, Vec<u8>)>) -> Site {
        Site::of(files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn missing_damaged_and_stale_copies_are_reported() {
        let text = b"some words ".repeat(40);
        let problems = compressed(&site(vec![
            ("a.css", text.clone()),
            ("a.css.br", brotli(b"other words")),
            ("a.css.gz", gzip(b"other words")),
            ("b.js", text.clone()),
            ("b.js.br", b"no brotli".to_vec()),
            ("b.js.gz", b"no gzip".to_vec()),
            ("c.txt", text.clone()),
            ("d.svg", text.clone()),
            ("d.svg.br", brotli(&text)),
            ("d.svg.gz", gzip(&text)),
            ("small.txt", b"small".to_vec()),
        ]));
        for what in [
            "a.css.br: opens to other",
            "a.css.gz: opens to other",
            "b.js.br:",
            "b.js.gz:",
            "c.txt: no .br",
            "c.txt: no .gz",
        ] {
            assert_reported(&problems, what);
        }
        assert_eq!(problems.len(), 6, "{problems:#?}");
    }

    #[test]
    fn a_name_that_is_not_the_hash_of_the_bytes_is_reported() {
        // The SHA-256 of no bytes begins e3b0c442.
        let right = site(vec![("assets/a.e3b0c442.css", Vec::new())]);
        assert_eq!(hashed_names(&right), [""; 0]);
        let wrong = site(vec![("assets/a.e3b0c443.css", Vec::new())]);
        assert_reported(&hashed_names(&wrong), "assets/a.e3b0c443.css: its bytes hash to e3b0c442");
        assert_reported(&hashed_names(&site(vec![("assets/a.css", Vec::new())])), "no file in assets/");
    }
}
