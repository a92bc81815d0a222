//! New keys for an instance that is in use.
//!
//! First a new key is put before the old one, and the service is started with both. Then everything stored is sealed
//! again, through compare-and-swap, until a pass finds nothing old. In a planned change the keys of cases stay and are
//! only wrapped again. When somebody may have seen the keys, every case gets a new key as well, and more follows
//! ([`leaked`]).
pub mod leaked;

use crate::stores::{Instance, Stores, explain};
use anyhow::{Result, bail, ensure};
use desk::{Desk, audit, case};
use kit::store::{
    Vault,
    cell::{self, Area, Cell, Kind},
};
use shared::id::CaseId;
use std::{
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

/// Longer than a request may last, which is 30 s in the host. After it no request uses what was read before.
pub const UNDER_WAY: Duration = Duration::from_secs(40);

/// More passes than this mean that something writes with an old key. The service was then not started with the new one.
const PASSES: usize = 10;

/// How many seconds to wait for a take-in to end. One that was stopped keeps others out for forty seconds.
const PATIENCE: usize = 60;

/// Why the keys are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was time.
    Planned,
    /// Somebody may have seen them, including the keys of cases.
    Compromised {
        /// How long a request may take: [`UNDER_WAY`].
        under_way: Duration,
    },
}

/// Seals again what an older key sealed. Returns how many records that were.
pub fn reseal(profiles: &Path, instance: &Instance, reason: Reason) -> Result<usize> {
    reseal_then(profiles, instance, reason, |_stores, _desk| Ok(()))
}

/// As [`reseal`], and does `then` once, right before the use of the roots that somebody may have seen ends.
fn reseal_then(
    profiles: &Path,
    instance: &Instance,
    reason: Reason,
    then: impl FnOnce(&Stores, &Desk) -> Result<()>,
) -> Result<usize> {
    let (stores, desk) = instance.open(profiles)?;
    desk::key_check::check_whole(&desk).map_err(|failure| explain(&failure))?;
    let (begun, mut all) = (Instant::now(), 0);
    for _pass in 0..PASSES {
        let renewed = match reason {
            Reason::Planned => 0,
            Reason::Compromised { .. } => renew_root(&desk)? + renew(&stores, &desk)?,
        };
        let changed = renewed + pass(&stores, &desk)?;
        all += changed;
        if changed == 0 {
            if let Reason::Compromised { under_way } = reason
                && desk::instance::has_open_end(&desk).map_err(|failure| explain(&failure))?
            {
                then(&stores, &desk)?;
                end_earlier_roots(&desk, under_way.saturating_sub(begun.elapsed()))?;
            }
            return Ok(all);
        }
    }
    bail!("er komt steeds werk met een oude sleutel bij: start de dienst eerst met het nieuwe sleutelbestand")
}

fn renew_root(desk: &Desk) -> Result<usize> {
    Ok(usize::from(desk::instance::renew(desk).map_err(|failure| explain(&failure))?))
}

/// After this no audit line can get a MAC from a root that somebody saw, except the lines before the printed head. The
/// audit begins anew: its next line, and the new root, name that head.
fn end_earlier_roots(desk: &Desk, wait: Duration) -> Result<()> {
    let seal = || -> Result<(), kit::Failure> {
        sleep(wait);
        desk::instance::end_earlier(desk)?;
        audit::seal(desk)?;
        let head = audit::head(desk)?;
        desk::instance::begin_after(desk, &head)?;
        audit::note_new_root(desk, &head)?;
        println!("Het spoor tot hier kan nog met de oude sleutels zijn nagemaakt. Bewaar dit hoofd: {head}");
        Ok(())
    };
    seal().map_err(|failure| explain(&failure))
}

/// New keys for all cases, for their lines and for the buckets of their clues, whose key was made before the instance's
/// key that is in use.
fn renew(stores: &Stores, desk: &Desk) -> Result<usize> {
    let (mut changed, mut unused, mut closed) = (0, Vec::new(), Vec::new());
    for name in stores.raw().keys.keys()? {
        let chunk = Kind::LineKey.end_of(&name).and_then(|chunk| chunk.parse().ok());
        let id = Kind::CaseKey.end_of(&name).and_then(|id| CaseId::parse(id).ok());
        let done = match (chunk, &id, Kind::ClueKey.end_of(&name)) {
            (Some(chunk), _, _) => case::renew_lines(desk, chunk),
            (None, Some(id), _) => case::renew(desk, id),
            (None, None, Some(bucket)) => case::renew_clues(desk, bucket),
            (None, None, None) => continue,
        };
        match done {
            Ok(done) => changed += usize::from(done),
            Err(failure) => closed.push(format!("{name}: {}", failure.problem().detail)),
        }
        if let Some(id) = id
            && !stores.raw().cases.exists(cell::case::<()>(&id).key())?
        {
            unused.push(id);
        }
    }
    ensure!(
        closed.is_empty(),
        "van deze dossiers kon geen nieuwe sleutel worden gemaakt; zie `meldroute controle`: {closed:?}"
    );
    for _attempt in 0..PATIENCE {
        if unused.is_empty() {
            return Ok(changed);
        }
        if let Some(made) = case::renew_unused(desk, &unused).map_err(|failure| explain(&failure))? {
            return Ok(changed + made);
        }
        sleep(Duration::from_secs(1));
    }
    bail!("er wordt al een minuut opgenomen; doe `meldroute sleutels herverzegel --uitgelekt` later nog eens")
}

fn pass(stores: &Stores, desk: &Desk) -> Result<usize> {
    let (changed, closed) = seal_again(stores, desk)?;
    ensure!(closed.is_empty(), "deze waarden gaan met geen van de sleutels open; zie `meldroute controle`: {closed:?}");
    Ok(changed)
}

/// Seals everything that an older key sealed with the first. Answers how many values that were, and which do not open.
pub fn seal_again(stores: &Stores, desk: &Desk) -> Result<(usize, Vec<String>)> {
    let raw = stores.raw();
    let (mut changed, mut closed) = (0, Vec::new());
    for key in raw.keys.keys()? {
        one(&desk.keys, &key, &mut changed, &mut closed);
    }
    for key in raw.cases.keys()? {
        one(&desk.cases, &key, &mut changed, &mut closed);
    }
    for key in raw.inbox.keys()? {
        one(&desk.inbox.reports, &key, &mut changed, &mut closed);
    }
    Ok((changed, closed))
}

/// Seals one value again if it is sealed to the instance or the gemeente. A case has its own key, and that key was
/// sealed again already. What is not sealed, or is sealed to a code, stays as it is.
fn one<A: Area>(vault: &Vault<A>, key: &str, changed: &mut usize, closed: &mut Vec<String>) {
    if Kind::of(A::STORE, key).is_none() {
        return closed.push(format!("{key}: deze sleutel hoort niet in deze opslag"));
    }
    let Some(cell) = Cell::<A, ()>::named(key) else { return };
    match vault.reseal(&cell) {
        Ok(done) => *changed += usize::from(done),
        Err(failure) => closed.push(format!("{key}: {}", failure.problem().detail)),
    }
}

#[cfg(test)]
mod tests;
