//! Compressed copies of files: the same bytes for the same file, every time.
//!
//! A crate of its own, because brotli is generic: what compresses is compiled in the crate that calls it. So the
//! prerenderer can be compiled without optimising, which takes a third of the time.

use std::io::Write;

use flate2::{Compression, GzBuilder};

/// Brotli at its strongest: the site is compressed once and read many times.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)
        .expect("writing to memory does not fail");
    packed
}

/// Gzip without a time stamp.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

/// Zstandard at its strongest, with a window that takes in the whole guide.
pub fn zstandard(bytes: &[u8]) -> Vec<u8> {
    const STRONGEST: i32 = 22;
    zstd::bulk::compress(bytes, STRONGEST).expect("writing to memory does not fail")
}
