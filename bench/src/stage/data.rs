//! Stores with reports and cases in them, made through the same code as in the components, and copies of them.

use super::Place;
use anyhow::{Context, Result, anyhow, ensure};
use desk::case::{Saved, load, open_rows, save, take_in};
use desk::{Desk, Stores, account, login::session};
use keyvalue::{Database, Options, Sqlite, Store, Synchronous};
use kit::inbox::arrival::accept;
use kit::inbox::secret::Secret;
use kit::instance::{Environment, PRACTICE_FACTOR};
use kit::store::cell::{Area, Cell};
use kit::store::seal::Seal;
use kit::{Failure, clock, store::Vault, totp::TotpKey};
use shared::{
    access::Role,
    case::{
        Case, Entry, Event,
        notes::{EarlyEnd, EarlyReason, FeedbackNote, Means},
    },
    contract::examples,
    id::{AccountId, CaseId},
    report::{Channel, Draft},
    text::Prose,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The number of cases. The open ones are among the newest, every other one.
#[derive(Debug, Clone, Copy)]
pub struct Mixture {
    /// Open.
    pub open: u32,
    /// Closed.
    pub closed: u32,
}

/// Prepared stores, closed, and a cookie of an AF who is logged in.
pub struct Data {
    folder: PathBuf,
    /// The session cookie for `GET dossiers`.
    pub cookie: String,
}

const STORES: [&str; 3] = ["inbox", "cases", "keys"];

impl Data {
    /// Makes stores with this mixture. Only here nothing is flushed: what measures opens copies, in the ordinary way.
    pub fn make(place: &Place, name: &str, mixture: Mixture) -> Result<Self> {
        Self::made_by(place, name, |desk, officer| {
            fill(desk, officer, mixture)?;
            let open = made(open_rows(desk))?.len();
            ensure!(open == mixture.open as usize, "{open} cases are open instead of {}", mixture.open);
            Ok(())
        })
    }

    /// Makes stores after a flood: so many reports that nobody took up. They are put into the inbox by the code that
    /// takes a report, and taken in by the code of due work; sending them would take an hour.
    pub fn flooded(place: &Place, name: &str, reports: u32) -> Result<Self> {
        Self::made_by(place, name, |desk, _officer| {
            for _ in 0..reports {
                arrives(desk, &examples::draft())?;
            }
            all_taken_in(desk, reports)
        })
    }

    fn made_by(place: &Place, name: &str, fill: impl FnOnce(&Desk, &AccountId) -> Result<()>) -> Result<Self> {
        let folder = place.folder(name)?;
        let desk = desk(&folder, place.profiles())?;
        let new = vec![made(examples::new_account(Role::Officer))?];
        let factor = TotpKey::from_bytes(*PRACTICE_FACTOR);
        let officer = made(account::first_enrolled(&desk, new, "een lange verzonnen zin", factor))?.remove(0);
        let (_, cookie) = made(session::open(&desk, &officer))?;
        let cookie = cookie.to_str()?.split(';').next().unwrap_or_default().to_owned();
        fill(&desk, &officer.id)?;
        Ok(Self { folder, cookie })
    }

    /// A copy of its own for one server.
    pub fn copy(&self, place: &Place, name: &str) -> Result<PathBuf> {
        let folder = place.folder(name)?;
        for store in STORES {
            let file = format!("{store}.db");
            std::fs::copy(self.folder.join(&file), folder.join(&file)).with_context(|| format!("copying {file}"))?;
        }
        Ok(folder)
    }
}

/// Rewrites everything a request reads from these stores unsealed, as a build without sealing writes it.
pub fn unseal(folder: &Path, place: &Place) -> Result<()> {
    let desk = desk(folder, place.profiles())?;
    unseal_all(&desk.inbox.pointers)?;
    unseal_all(&desk.inbox.reports)?;
    unseal_all(&desk.cases)?;
    unseal_all(&desk.keys)
}

/// A list reads no cases, which have keys of their own; a counter is not sealed.
fn unseal_all<A: Area>(vault: &Vault<A>) -> Result<()> {
    let plain: Vault<A> = vault.sealed(Seal::Plain);
    for cell in made(vault.keys())?.iter().filter_map(|key| Cell::<A, serde_json::Value>::named(key)) {
        if let Ok(Some(value)) = vault.get(&cell) {
            made(plain.set(&cell, &value))?;
        }
    }
    Ok(())
}

/// All keys in a server's stores, those with something random in them by their kind only.
pub fn keys(folder: &Path) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for store in STORES {
        let keys = Sqlite::open(folder.join(format!("{store}.db")), store)?.keys()?;
        all.extend(keys.iter().map(|key| match key.split_once(':') {
            Some(("report" | "status" | "turn", _)) => format!("{store} {}", key.split(':').next().unwrap_or_default()),
            Some(_) | None => format!("{store} {key}"),
        }));
    }
    all.sort();
    Ok(all)
}

fn made<T, E: std::fmt::Debug>(result: Result<T, E>) -> Result<T> {
    result.map_err(|error| anyhow!("making data: {error:?}"))
}

fn desk(folder: &Path, profiles: PathBuf) -> Result<Desk> {
    let options = Options { synchronous: Synchronous::Off, ..Options::default() };
    let store = |label: &str| -> Result<Arc<dyn Store>> {
        let database = Database::open(&folder.join(format!("{label}.db")), &options)?;
        Ok(Arc::new(database.label(label)))
    };
    let stores = Stores { inbox: store("inbox")?, cases: store("cases")?, keys: store("keys")? };
    let desk = Desk::new(
        stores,
        Environment { now: clock::now, profiles, variables: super::variables(), overlay: Default::default() },
    );
    made(desk::key_check::check(&desk))?;
    Ok(desk)
}

fn fill(desk: &Desk, officer: &AccountId, mixture: Mixture) -> Result<()> {
    let count = mixture.open + mixture.closed;
    let mut ids = Vec::new();
    for number in 1..=count {
        // each about an address of its own, as in life
        let place = format!("Voorbeeldstraat {number}, Verzonnenstad");
        ids.push(arrives(desk, &Draft { place, ..examples::draft() })?);
    }
    all_taken_in(desk, count)?;
    for id in &ids {
        let number = made(load(desk, id))?.value.origins().number.sequence;
        if !stays_open(number, mixture) {
            made(close(desk, officer, id))?;
        }
    }
    Ok(())
}

fn arrives(desk: &Desk, draft: &Draft) -> Result<CaseId> {
    let secret = Secret::from_bytes(made(clock::random())?);
    Ok(made(accept(&desk.inbox, &secret, draft, Channel::Form {}))?.id)
}

fn all_taken_in(desk: &Desk, reports: u32) -> Result<()> {
    let mut left = reports as usize;
    while left > 0 {
        let taken = made(take_in(desk))?.unwrap_or_default();
        ensure!(taken > 0, "{left} reports were not taken in");
        left = left.saturating_sub(taken);
    }
    Ok(())
}

/// Every other one from the newest back, as long as there are closed ones to put between.
fn stays_open(number: u32, mixture: Mixture) -> bool {
    let newest = mixture.open + mixture.closed;
    let back = newest - number;
    let between = mixture.closed.min(mixture.open);
    let mixed = between * 2;
    if back < mixed { back.is_multiple_of(2) } else { back < mixed + (mixture.open - between) }
}

fn close(desk: &Desk, officer: &AccountId, id: &CaseId) -> Result<(), Failure> {
    let standing = load(desk, id)?;
    let now = clock::now();
    let words = || Prose::parse("Verzonnen: een vergissing.").map_err(|_| Failure::Internal("these words fit"));
    let feedback = FeedbackNote { means: Means::Phone, text: words()?, day: now.day(), reporter: None };
    let end = EarlyEnd { reason: EarlyReason::Mistake, explanation: words()?, feedback };
    let entry = Entry { at: now, by: officer.clone(), event: Event::ClosedEarly(end) };
    let closed = |case: &Case| !shared::case::Row::of(case).is_open();
    match save(desk, &standing, entry)? {
        Saved::Done(case) if closed(&case) => Ok(()),
        Saved::Done(_) | Saved::Stale => Err(Failure::Internal("a case did not close")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_cases_are_among_the_newest() {
        let table = [((2, 4), vec![4, 6]), ((3, 1), vec![1, 2, 4]), ((2, 0), vec![1, 2]), ((0, 3), vec![])];
        for ((open, closed), expected) in table {
            let mixture = Mixture { open, closed };
            let left: Vec<u32> = (1..=open + closed).filter(|number| stays_open(*number, mixture)).collect();
            assert_eq!(left, expected, "{mixture:?}");
        }
    }
}
