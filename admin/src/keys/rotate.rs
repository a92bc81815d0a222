//! New keys for an instance that is in use: first a new key before the old one (the service is started with both), then
//! everything that is stored is sealed anew, through compare-and-swap, until a pass finds nothing old. Planned, the keys of
//! cases are wrapped anew and stay; after they were seen by somebody, every case gets a new one as well.
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

/// Longer than a request may last (30 s in the host): after it nobody uses what was read before.
pub const UNDER_WAY: Duration = Duration::from_secs(40);

/// More passes than this mean that something writes with an old key: the service was not started with the new one.
const PASSES: usize = 10;

/// How often, a second each, a take-in is waited for: one that was stopped keeps others out for forty.
const PATIENCE: usize = 60;

/// Why the keys are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was time.
    Planned,
    /// Somebody may have seen them, those of cases too.
    Compromised {
        /// How long a request may be under way: [`UNDER_WAY`].
        under_way: Duration,
    },
}

/// Seals anew what an older key sealed; answers how many records.
pub fn reseal(profiles: &Path, instance: &Instance, reason: Reason) -> Result<usize> {
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
            if let Reason::Compromised { under_way } = reason {
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

/// After this no line of the audit can be marked with a root that was seen, but for those that stand before this head.
fn end_earlier_roots(desk: &Desk, wait: Duration) -> Result<()> {
    let seal = || -> Result<(), kit::Failure> {
        if desk::instance::has_open_end(desk)? {
            sleep(wait);
            desk::instance::end_earlier(desk)?;
            audit::seal(desk)?;
            let head = audit::verify(desk, None)?.head;
            println!(
                "Het spoor tot hier kan nog met de oude sleutels zijn nagemaakt. Bewaar dit hoofd: {}:{}",
                head.number, head.hash
            );
        }
        Ok(())
    };
    seal().map_err(|failure| explain(&failure))
}

/// New keys for all cases whose key was made before the instance's key that is in use.
fn renew(stores: &Stores, desk: &Desk) -> Result<usize> {
    let (mut changed, mut unused, mut closed) = (0, Vec::new(), Vec::new());
    for name in stores.raw().keys.keys()? {
        let Some(id) = Kind::CaseKey.end_of(&name).and_then(|id| CaseId::parse(id).ok()) else { continue };
        match case::renew(desk, &id) {
            Ok(done) => changed += usize::from(done),
            Err(failure) => closed.push(format!("{name}: {}", failure.problem().detail)),
        }
        if !stores.raw().cases.exists(cell::case::<()>(&id).key())? {
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
    ensure!(closed.is_empty(), "deze waarden gaan met geen van de sleutels open; zie `meldroute controle`: {closed:?}");
    Ok(changed)
}

/// Seals one value again, if it is sealed to the instance or the gemeente. A case has a key of its own, which was sealed
/// again just now; what is not sealed, or to a code, stays as it is.
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
mod tests {
    use super::*;
    use crate::{
        keys::{Task, run},
        seed::tests::{profiles, seeded},
    };
    use keyvalue::Store;
    use kit::store::cell::Keys;

    const SEEN: Reason = Reason::Compromised { under_way: Duration::ZERO };
    use desk::case::open_rows;

    fn instance(seeded: &crate::seed::Options) -> Instance {
        let (runtime_config, keys) = (seeded.runtime_config.clone(), seeded.keys.clone());
        Instance { runtime_config, keys, gemeente: "hengelo".into() }
    }

    #[test]
    fn after_new_keys_nothing_is_sealed_with_the_old_one_and_all_of_it_opens() {
        let folder = tempfile::tempdir().unwrap();
        let (stores, options) = seeded(folder.path());
        let before = open_rows(&stores.kit_now(profiles(), "hengelo")).unwrap();
        let old = options.keys.read().unwrap();
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let new = options.keys.read().unwrap();
        assert_ne!(new.public, old.public);
        assert!(new.secrets.ends_with(&old.secrets));
        let again = || reseal(profiles(), &instance(&options), Reason::Planned).unwrap();
        assert!(again() > stores.raw().keys.keys().unwrap().len(), "keys of cases, accounts, lists");
        assert_eq!(again(), 0, "a second pass finds nothing old");
        // with the new key alone
        let alone = new.secrets.split_whitespace().next().unwrap().to_owned();
        let keys = crate::keys::KeyVariables { public: new.public.clone(), secrets: alone };
        let stores = Stores::open(&options.runtime_config, keys).unwrap();
        let desk = stores.kit_now(profiles(), "hengelo");
        assert_eq!(open_rows(&desk).unwrap(), before);
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
        // the old key opens nothing any more
        let stores = Stores::open(&options.runtime_config, old).unwrap();
        assert!(open_rows(&stores.kit_now(profiles(), "hengelo")).is_err());
    }

    #[test]
    fn sealing_anew_that_stops_anywhere_goes_on_where_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (_, options) = seeded(folder.path());
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
        let desk = stores.kit_now(profiles(), "hengelo");
        // every other record only, as after a stop
        for key in stores.raw().keys.keys().unwrap().iter().step_by(2) {
            assert!(desk.keys.reseal(&Cell::<Keys, ()>::named(key).unwrap()).unwrap());
            assert!(!desk.keys.reseal(&Cell::<Keys, ()>::named(key).unwrap()).unwrap());
        }
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
        assert!(reseal(profiles(), &instance(&options), Reason::Planned).unwrap() > 0);
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    }

    #[test]
    fn after_a_compromise_the_keys_that_were_seen_open_no_case_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let (stores, options) = seeded(folder.path());
        let desk = stores.kit_now(profiles(), "hengelo");
        let rows = open_rows(&desk).unwrap();
        let stolen = keyvalue::Memory::default();
        for key in stores.raw().keys.keys().unwrap() {
            stolen.set(&key, &stores.raw().keys.get(&key).unwrap().unwrap()).unwrap();
        }
        let old = options.keys.read().unwrap();
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let again = || reseal(profiles(), &instance(&options), SEEN).unwrap();
        assert!(again() > rows.len());
        assert_eq!(again(), 0, "a second pass finds nothing old");
        let new = options.keys.read().unwrap();
        let stores = Stores::open(&options.runtime_config, new.clone()).unwrap();
        let desk = stores.kit_now(profiles(), "hengelo");
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
        // the thief has the old secret, a copy of the keys, and gets today's cases; even with the new secret besides
        let variables = std::sync::Arc::new(move |name: &str| match name {
            "gemeente" => Some("hengelo".to_owned()),
            "sealing_public" => Some(new.public.clone()),
            "sealing_secrets" => Some(new.secrets.clone()),
            _ => None,
        });
        let theirs = desk::Stores { keys: std::sync::Arc::new(stolen), ..stores.raw().clone() };
        let thief = Desk::new(
            theirs,
            kit::instance::Environment { now: kit::clock::now, profiles: profiles().to_owned(), variables },
        );
        for row in &rows {
            assert!(case::load(&desk, &row.id).is_ok());
            assert_eq!(case::load(&thief, &row.id).err(), Some(kit::Failure::Unreadable("case")));
        }
        let stores = Stores::open(&options.runtime_config, old).unwrap();
        assert!(open_rows(&stores.kit_now(profiles(), "hengelo")).is_err());
    }

    #[test]
    fn new_keys_for_all_cases_while_thirty_two_write_and_take_in() {
        use kit::{
            clock,
            inbox::{arrival::accept, secret::Secret},
        };
        use shared::{contract::examples, report::Channel};
        let folder = tempfile::tempdir().unwrap();
        let (_, options) = seeded(folder.path());
        run(&Task::Rotate(options.keys.clone()), profiles()).unwrap();
        let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
        let desk = stores.desk(profiles(), "hengelo", true, clock::now);
        let sent = std::thread::scope(|scope| {
            let desk = &desk;
            let send = move |sender: usize| {
                let mut sent = Vec::new();
                for _report in 0..30 {
                    let secret = Secret::from_bytes(clock::random().unwrap());
                    sent.push(accept(&desk.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap().id);
                    if sender.is_multiple_of(8) {
                        case::take_in(desk).unwrap();
                    }
                }
                sent
            };
            let senders: Vec<_> = (0..32).map(|sender| scope.spawn(move || send(sender))).collect();
            reseal(profiles(), &instance(&options), SEEN).unwrap();
            senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect::<Vec<CaseId>>()
        });
        while case::take_in(&desk).unwrap() != Some(0) {}
        assert!(!sent.is_empty() && sent.iter().all(|id| case::load(&desk, id).is_ok()));
        assert_eq!(reseal(profiles(), &instance(&options), SEEN).unwrap(), 0);
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    }
}
