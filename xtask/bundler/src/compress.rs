//! The compressed copies beside a file.

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// Sizes in bytes as a browser would receive them.
pub struct Sizes {
    /// as it is
    pub bytes: usize,
    /// with gzip
    pub gzip: usize,
    /// with brotli
    pub brotli: usize,
}

/// Writes `FILE.gz` and `FILE.br`, each only where it is smaller than the file.
pub fn beside(file: &Path, fast: bool) -> Result<Sizes> {
    let content = std::fs::read(file)?;
    let gzip = keep(file, "gz", &content, gzip(&content)?)?;
    let brotli = keep(file, "br", &content, brotli(&content, if fast { 4 } else { 11 })?)?;
    Ok(Sizes { bytes: content.len(), gzip, brotli })
}

fn keep(file: &Path, extension: &str, content: &[u8], packed: Vec<u8>) -> Result<usize> {
    if packed.len() >= content.len() {
        return Ok(content.len());
    }
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{extension}"));
    std::fs::write(name, &packed)?;
    Ok(packed.len())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(content: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    // blocks of 64 KiB: 150 bytes less of our largest file than in the usual ones
    let lgblock = if quality == 11 { 16 } else { 0 };
    let params = brotli::enc::BrotliEncoderParams { quality, lgblock, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &params)?;
    Ok(packed)
}
