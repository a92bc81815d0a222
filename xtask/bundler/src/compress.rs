//! The compressed copies beside a file.

use anyhow::Result;
use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};
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
    let quality = if fast { 4 } else { 11 };
    let brotli = keep(file, "br", &content, brotli(&content, quality, literals_of(file))?)?;
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

/// How the literals of a file are looked at. Those of a module are numbers, of which the low bits say the most: one per
/// cent less than as text.
fn literals_of(file: &Path) -> BrotliEncoderMode {
    if file.extension().is_some_and(|extension| extension == "wasm") {
        BrotliEncoderMode::BROTLI_FORCE_LSB_PRIOR
    } else {
        BrotliEncoderMode::BROTLI_MODE_GENERIC
    }
}

fn brotli(content: &[u8], quality: i32, mode: BrotliEncoderMode) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    // blocks of 64 KiB: 150 bytes less of our largest file than in the usual ones
    let lgblock = if quality == 11 { 16 } else { 0 };
    let size_hint = content.len();
    let params = BrotliEncoderParams { quality, lgblock, size_hint, mode, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &params)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let content: Vec<u8> = (0..200_000_u32).flat_map(|n| (n % 997).to_le_bytes()).collect();
        for (name, quality) in [("a.wasm", 11), ("a.wasm", 4), ("a.js", 11), ("a.js", 4)] {
            let packed = brotli(&content, quality, literals_of(Path::new(name))).unwrap();
            let mut out = Vec::new();
            brotli::BrotliDecompress(&mut &packed[..], &mut out).unwrap();
            assert!(packed.len() < content.len() && out == content, "{name} {quality}");
        }
    }
}
