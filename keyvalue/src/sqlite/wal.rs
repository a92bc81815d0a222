//! The write-ahead log, read without SQLite. SQLite stops at the first bad frame without a word, because an unfinished
//! write looks like that. A bad frame with whole ones after it is damage.
//!
//! Layout and checksum are those of SQLite's file format, sections 4.1 and 4.2.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::inspect::Damage;

const HEADER: usize = 32;
const FRAME_HEAD: usize = 24;
/// A log that is being written may look damaged for a moment.
const ATTEMPTS: usize = 5;

/// The damage of the log beside this file, if there is a log.
pub(super) fn inspect(path: &Path) -> Option<Damage> {
    let mut name = OsString::from(path);
    name.push("-wal");
    let mut found = None;
    for attempt in 0..ATTEMPTS {
        found = match std::fs::read(&name) {
            Ok(log) => look(&log),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => Some(Damage::Unreadable(error.to_string())),
        };
        found.as_ref()?;
        if attempt + 1 < ATTEMPTS {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    found
}

type Sum = (u32, u32);

struct Log<'a> {
    frames: Vec<&'a [u8]>,
    salts: [u8; 8],
    big_endian: bool,
}

fn look(log: &[u8]) -> Option<Damage> {
    let Some((header, rest)) = log.split_at_checked(HEADER) else {
        return (!log.is_empty()).then_some(Damage::LogEnd);
    };
    let big_endian = word(header, 0)? & 1 == 1;
    let size = usize::try_from(word(header, 8)?).ok()?;
    let seed = sum((0, 0), header.get(..24)?, big_endian);
    let is_whole = matches!(word(header, 0)?, 0x377f_0682 | 0x377f_0683) && seed == stored(header, 24)?;
    if !is_whole || !(512..=65536).contains(&size) {
        // a log with only a header holds nothing that could be lost
        return Some(if rest.is_empty() { Damage::LogEnd } else { Damage::Log });
    }
    let salts = header.get(16..24)?.try_into().ok()?;
    let log = Log { frames: rest.chunks(FRAME_HEAD + size).collect(), salts, big_endian };
    log.walk(seed)
}

impl Log<'_> {
    fn walk(&self, seed: Sum) -> Option<Damage> {
        let mut before = seed;
        for (at, frame) in self.frames.iter().enumerate() {
            let (own, computed) = (self.is_own(frame), self.sum(before, frame));
            let fits = computed.is_some() && computed == stored(frame, 16);
            if own && fits {
                before = computed?;
                continue;
            }
            return match (self.goes_on(at, computed), own || fits) {
                (true, _) => Some(Damage::Log),
                (false, true) => Some(Damage::LogEnd),
                // a frame of an earlier round of the log: the current round ends here
                (false, false) => None,
            };
        }
        None
    }

    /// Whether a whole frame of a later write follows the bad frame at `at`. A later write begins only after the one
    /// before was flushed, so then the bad frame is damage; in the last write it may be unfinished.
    fn goes_on(&self, at: usize, computed: Option<Sum>) -> bool {
        let Some((bad, rest)) = self.frames.get(at..).and_then(<[&[u8]]>::split_first) else { return false };
        let mut seeds = [computed, stored(bad, 16)];
        let mut is_later = ends_a_write(bad);
        for frame in rest {
            if !seeds.iter().flatten().any(|seed| self.follows(*seed, frame)) {
                return false;
            }
            if is_later {
                return true;
            }
            is_later = ends_a_write(frame);
            seeds = [stored(frame, 16), None];
        }
        false
    }

    fn is_own(&self, frame: &[u8]) -> bool {
        frame.get(8..16) == Some(&self.salts)
    }

    fn sum(&self, before: Sum, frame: &[u8]) -> Option<Sum> {
        let head = sum(before, frame.get(..8)?, self.big_endian);
        Some(sum(head, frame.get(FRAME_HEAD..)?, self.big_endian))
    }

    fn follows(&self, seed: Sum, frame: &[u8]) -> bool {
        let computed = self.sum(seed, frame);
        self.is_own(frame) && computed.is_some() && computed == stored(frame, 16)
    }
}

/// The last frame of a write says how large the file is after it; the others say 0.
fn ends_a_write(frame: &[u8]) -> bool {
    word(frame, 4).is_some_and(|pages| pages > 0)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn stored(bytes: &[u8], at: usize) -> Option<Sum> {
    Some((word(bytes, at)?, word(bytes, at + 4)?))
}

/// SQLite's checksum over pairs of 32-bit words, in the byte order given in the log.
fn sum(before: Sum, bytes: &[u8], big_endian: bool) -> Sum {
    let read = |part: &[u8]| match <[u8; 4]>::try_from(part) {
        Ok(word) if big_endian => u32::from_be_bytes(word),
        Ok(word) => u32::from_le_bytes(word),
        Err(_) => 0,
    };
    let (mut a, mut b) = before;
    for pair in bytes.chunks(8) {
        let (first, second) = pair.split_at(pair.len().min(4));
        a = a.wrapping_add(read(first)).wrapping_add(b);
        b = b.wrapping_add(read(second)).wrapping_add(a);
    }
    (a, b)
}
