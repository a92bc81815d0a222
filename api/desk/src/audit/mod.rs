//! The audit: a line per look and change, written before the answer leaves, and sealed into a chain later.
//!
//! A line's number is taken before the work begins, so interrupted work leaves a visible gap. Each line has its own
//! MAC, which includes its number, so an altered or moved line is detected without the chain. An exported head is
//! compared with the chain. Due work looks at all of it, over and over ([`go_on`]), and destroys lines whose term is
//! over ([`destroy_due`]); the chain goes on from their certificate.
//!
//! A refusal without a session gets no line of its own, because anybody can cause any number of them. They are counted
//! ([`count`]), and one line reports many ([`tell_due`]).
mod chain;
mod checkpoint;
mod denied;
mod destroy;
mod link;
mod list;
mod numbers;
pub mod processing;
mod rounds;
mod sealed;
mod tell;
#[cfg(test)]
mod tests;
mod trail;
mod verify;
mod walk;

pub use chain::{head, seal};
pub use denied::count;
pub(crate) use denied::first_records;
pub use destroy::destroy_due;
pub use list::{Filter, Listed, list};
pub use rounds::go_on;
pub use tell::{tell_all, tell_due, tell_of};
pub use trail::{Trail, begin, begin_about, note, note_new_root, note_on_server, note_refused};
pub use verify::{check, verify};

use crate::Desk;
use hmac::{Hmac, KeyInit, Mac};
use kit::{
    Failure,
    derive::same,
    hex,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use shared::audit::AuditLine;
use std::collections::HashMap;

/// The purpose for which the MACs' key is derived.
const PURPOSE: &str = "audit-mac";
/// Lines read in one step.
const BATCH: i64 = 500;

/// A line as stored.
#[derive(Clone, Serialize, Deserialize)]
struct StoredLine {
    #[serde(rename = "regel")]
    line: AuditLine,
    /// HMAC-SHA-256 over the number and the line as JSON, in hex.
    mac: String,
}

impl StoredLine {
    /// The cell of the line with this number.
    fn cell(number: i64) -> Cell<Cases, Self> {
        cell::audit(number)
    }

    fn new(line: AuditLine, key: &[u8; 32]) -> Result<Self, Failure> {
        let mac = mac(&line, key)?;
        Ok(Self { line, mac })
    }

    /// Whether this key made this MAC over this line.
    fn holds(&self, key: &[u8; 32]) -> Result<bool, Failure> {
        Ok(same(mac(&self.line, key)?.as_bytes(), self.mac.as_bytes()))
    }
}

/// HMAC-SHA-256 over the number and the line as JSON.
fn mac(line: &AuditLine, key: &[u8; 32]) -> Result<String, Failure> {
    let json = serde_json::to_vec(line).map_err(|_| Failure::Internal("an audit line could not be written as JSON"))?;
    let broken = |_| Failure::Internal("an audit line could not get its MAC");
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(broken)?;
    mac.update(&line.number.to_be_bytes());
    mac.update(&json);
    Ok(hex::encode(&mac.finalize().into_bytes()))
}

/// The lines that were read.
struct Found {
    /// Lines in the order of their numbers.
    lines: Vec<(i64, StoredLine)>,
    /// Numbers whose line exists and cannot be read.
    unreadable: Vec<i64>,
}

/// The lines from `first` to `last` that can be read, and the numbers of those that cannot.
fn read(desk: &Desk, first: i64, last: i64) -> Result<Found, Failure> {
    let numbers: HashMap<String, i64> = (first..=last).map(|n| (StoredLine::cell(n).key().to_owned(), n)).collect();
    let cells: Vec<Cell<Cases, StoredLine>> = (first..=last).map(StoredLine::cell).collect();
    let mut found = Found { lines: Vec::new(), unreadable: Vec::new() };
    for (cell, line) in desk.cases.get_each(&cells)? {
        let Some(number) = numbers.get(cell.key()) else { continue };
        match line {
            Ok(line) => found.lines.push((*number, line)),
            Err(Failure::Unreadable(_)) => found.unreadable.push(*number),
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}
