//! A backup's body: parts that are all sealed with one random key. The instance's key seals that random key. So a
//! backup opens with the instance's secret, or with two of its three parts. Nobody can make a backup without them
//! either.
//!
//! The form is `header line | length, sealed key | length, sealed part | …`. The key is bound to the header. Each part
//! is bound to its number and to whether it is the last. So a backup does not open when parts are missing, moved or cut
//! off at the end.
use super::header::Header;
use anyhow::{Context, Result, anyhow, ensure};
use kit::{
    Failure, hex,
    store::{
        cell::{self, Backup, Cell},
        seal::{Key, KeyRing, Place, Seal},
    },
};
use sha2::{Digest, Sha256};
use std::{
    io::{self, BufRead, Read, Write},
    sync::Arc,
};

/// Bytes in a part. With its length it is a power of two, so padding adds nothing.
const PART: usize = 65_536 - 4;
/// Longer than any sealed part or key.
const LONGEST: u32 = 80_000;

/// The cell of the backup's key, which binds it to the header.
fn key_cell(line: &[u8]) -> Cell<Backup, [u8; 32]> {
    cell::backup_key(&hex::encode(&Sha256::digest(line)))
}

/// The cell of a part, which binds it to its number and to whether it is the last.
fn part_cell(number: u32, is_last: bool) -> Cell<Backup, Vec<u8>> {
    if is_last { cell::backup_end(number) } else { cell::backup_part(number) }
}

fn failed(failure: &Failure) -> io::Error {
    io::Error::other(failure.problem().detail.clone())
}

/// Seals what is written to it.
pub struct Sealer<W> {
    out: W,
    seal: Seal,
    gemeente: String,
    waiting: Vec<u8>,
    number: u32,
    digest: Sha256,
}

impl<W: Write> Sealer<W> {
    /// Writes the header and a new key.
    pub fn begin(mut out: W, ring: &Arc<KeyRing>, header: &Header) -> Result<Self> {
        let line = header.line()?;
        let key = Key::random().map_err(|failure| failed(&failure))?;
        let (gemeente, cell) = (header.gemeente.clone(), key_cell(&line));
        let place = Place::of(&gemeente, &cell);
        let sealed = Seal::Kept(Ok(ring.clone())).close(&place, serde_json::to_vec(key.bytes())?);
        out.write_all(&line)?;
        frame(&mut out, &sealed.map_err(|failure| failed(&failure))?)?;
        let seal = Seal::One(Box::new(key));
        Ok(Self { out, seal, gemeente, waiting: Vec::new(), number: 0, digest: Sha256::new() })
    }

    fn part(&mut self, bytes: &[u8], is_last: bool) -> io::Result<()> {
        let cell = part_cell(self.number, is_last);
        let place = Place::of(&self.gemeente, &cell);
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes();
        let sealed = self.seal.close(&place, [&length, bytes].concat()).map_err(|failure| failed(&failure))?;
        self.number += 1;
        frame(&mut self.out, &sealed)
    }

    /// Seals the last part. Returns the writer and the digest of what was written.
    pub fn finish(mut self) -> Result<(W, [u8; 32])> {
        let last = std::mem::take(&mut self.waiting);
        self.part(&last, true)?;
        self.out.flush()?;
        Ok((self.out, self.digest.finalize().into()))
    }
}

fn frame(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes())?;
    out.write_all(bytes)
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.digest.update(bytes);
        self.waiting.extend_from_slice(bytes);
        // the last part is known at the end only, so one part is always kept back
        while self.waiting.len() > PART {
            let rest = self.waiting.split_off(PART);
            let part = std::mem::replace(&mut self.waiting, rest);
            self.part(&part, false)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Opens what a [`Sealer`] wrote.
pub struct Opener<R> {
    from: R,
    seal: Seal,
    gemeente: String,
    part: io::Cursor<Vec<u8>>,
    number: u32,
    is_over: bool,
    digest: Sha256,
}

impl<R: BufRead> Opener<R> {
    /// Reads the header and opens the backup's key with these keys.
    pub fn begin(mut from: R, ring: &Arc<KeyRing>) -> Result<(Header, Self)> {
        let (header, line) = Header::read(&mut from)?;
        let sealed = unframe(&mut from).context("de reservekopie is beschadigd")?;
        let (gemeente, cell) = (header.gemeente.clone(), key_cell(&line));
        let place = Place::of(&gemeente, &cell);
        let json = Seal::Kept(Ok(ring.clone())).open(&place, &sealed).map_err(|_| {
            anyhow!(
                "deze reservekopie gaat met deze sleutels niet open: zij is met sleutel {} gemaakt, of zij is beschadigd",
                header.key
            )
        })?;
        let seal = Seal::One(Box::new(Key::from_bytes(serde_json::from_slice(&json)?)));
        let part = io::Cursor::new(Vec::new());
        Ok((header, Self { from, seal, gemeente, part, number: 0, is_over: false, digest: Sha256::new() }))
    }

    /// The digest of what was read. Fails unless the whole backup was read.
    pub fn finish(self) -> Result<[u8; 32]> {
        ensure!(self.is_over, "de reservekopie is niet tot het einde gelezen");
        Ok(self.digest.finalize().into())
    }

    fn next(&mut self) -> io::Result<()> {
        let number = self.number;
        let damaged = || {
            let text =
                format!("de reservekopie is beschadigd, of er ontbreekt een stuk: deel {} gaat niet open", number + 1);
            io::Error::new(io::ErrorKind::InvalidData, text)
        };
        let sealed = unframe(&mut self.from).map_err(|_| damaged())?;
        let is_last = self.from.fill_buf()?.is_empty();
        let cell = part_cell(number, is_last);
        let place = Place::of(&self.gemeente, &cell);
        let opened = self.seal.open(&place, &sealed).map_err(|_| damaged())?;
        let (length, bytes) = opened.split_first_chunk::<4>().ok_or_else(damaged)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| damaged())?;
        self.part = io::Cursor::new(bytes.get(..length).ok_or_else(damaged)?.to_vec());
        (self.number, self.is_over) = (number + 1, is_last);
        Ok(())
    }
}

fn unframe(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length);
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

impl<R: BufRead> Read for Opener<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.part.read(into)?;
            if count > 0 || into.is_empty() || self.is_over {
                self.digest.update(into.get(..count).unwrap_or_default());
                return Ok(count);
            }
            self.next()?;
        }
    }
}

#[cfg(test)]
mod tests;
