//! Damage at random places is always reported, and never gives a wrong answer. `MELDROUTE_FLIPS` sets the number of
//! flips; the long run is `MELDROUTE_FLIPS=1000 cargo test --locked --release -p admin flips`.
use super::{tests::is_mark, *};
use crate::{
    seed::tests::{profiles, seeded},
    stores::LABELS,
};
use kit::store::{
    Vault,
    cell::{Area, Cell, Kind},
};
use std::collections::BTreeMap;

fn flips(unless_told: usize) -> usize {
    std::env::var("MELDROUTE_FLIPS").ok().and_then(|flips| flips.parse().ok()).unwrap_or(unless_told)
}

/// Choices that are the same every time.
struct Luck(u64);

impl Luck {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }
}

/// Unsealed values without content: a count, a pointer, a flag. Damage to them shows elsewhere, or not at all.
fn is_plain(key: &str, value: &[u8]) -> bool {
    value.len() == 8 || is_mark(key) || key.starts_with("arrival:") || key.starts_with("limit")
}

#[test]
fn flips_inside_values_are_named_with_their_record_and_touch_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let mut luck = Luck(0x9E37_79B9_7F4A_7C15);
    let mut all = Vec::new();
    for store in [&stores.raw().inbox, &stores.raw().cases, &stores.raw().keys] {
        for key in store.keys().unwrap() {
            let value = store.get(&key).unwrap().unwrap();
            // without the key check nothing opens, and that is a sentence of its own
            if !is_plain(&key, &value) && key != Kind::KeyCheck.name() {
                all.push((store, key, value));
            }
        }
    }
    let look = || inspect(&stores, &stores.kit_now(profiles(), "hengelo")).unwrap();
    assert_eq!((look().findings, look().remarks), (vec![], vec![]));
    for _flip in 0..flips(150) {
        let (store, key, whole) = &all[luck.below(all.len())];
        let bit = luck.below(whole.len() * 8);
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        store.set(key, &damaged).unwrap();
        let findings = look().findings;
        store.set(key, whole).unwrap();
        let subject = key.split(':').next_back().unwrap();
        let named = |finding: &String| finding.contains(subject) || key.starts_with("status:");
        assert!(findings.iter().any(named), "{key} bit {bit}: {findings:?}");
        // every case of a chunk of lines misses its own
        assert!(findings.len() <= 2 || key.starts_with("line"), "{key} bit {bit}: {findings:?}");
    }
    assert_eq!(look().findings, Vec::<String>::new());
}

/// Every value, without the bytes of plain ones that mean nothing.
fn contents(options: &Instance) -> Result<BTreeMap<(usize, String), Vec<u8>>> {
    let stores = Stores::open(&options.runtime_config, options.keys.read()?)?;
    let raw = stores.raw();
    let mut all = BTreeMap::new();
    for (at, store) in [&raw.inbox, &raw.cases, &raw.keys].into_iter().enumerate() {
        for key in store.keys()? {
            let value = store.get(&key)?.expect("it is there");
            let said = if is_plain(&key, &value) && value.len() > 14 { value[14..].to_vec() } else { value };
            all.insert((at, key), said);
        }
    }
    Ok(all)
}

/// A place as a machine that stopped leaves it: some of it in the files, some in their logs.
fn stopped(folder: &Path, options: &crate::seed::Options) -> Instance {
    let stores = Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap();
    let desk = stores.desk(profiles(), "hengelo", true, kit::clock::now);
    let accept = |n: u8| {
        let secret = kit::inbox::secret::Secret::from_bytes([n; 16]);
        let draft = shared::contract::examples::draft();
        kit::inbox::arrival::accept(&desk.inbox, &secret, &draft, shared::report::Channel::Form {}).unwrap();
    };
    for n in 0..3 {
        accept(n);
        desk::case::take_in(&desk).unwrap();
    }
    // pages that are free hold what was deleted
    stores.raw().cases.set_many(&(0..60).map(|n| (format!("session:{n}"), vec![1; 900])).collect::<Vec<_>>()).unwrap();
    stores.raw().cases.delete_many(&(0..60).map(|n| format!("session:{n}")).collect::<Vec<_>>()).unwrap();
    // after a delete a store empties its log by itself: nothing may be copied in the middle of that
    let emptied = |label: &str| {
        let log = options.runtime_config.with_file_name(format!("{label}.db-wal"));
        let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while std::fs::metadata(&log).unwrap().len() > 0 {
            assert!(std::time::Instant::now() < until, "the log of {label} was not emptied");
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    };
    emptied("cases");
    accept(3);
    desk::case::take_in(&desk).unwrap();
    emptied("inbox");
    (4..6).for_each(accept);
    let there = folder.join("gestopt");
    std::fs::create_dir(&there).unwrap();
    for name in LABELS.iter().flat_map(|label| [format!("{label}.db"), format!("{label}.db-wal")]) {
        std::fs::copy(options.runtime_config.with_file_name(&name), there.join(&name)).unwrap();
    }
    std::fs::copy(&options.runtime_config, there.join("runtime-config.toml")).unwrap();
    let (runtime_config, keys) = (there.join("runtime-config.toml"), options.keys.clone());
    Instance { runtime_config, keys, gemeente: "hengelo".into() }
}

fn copied(from: &Instance, to: &Path) -> Instance {
    let _absent = std::fs::remove_dir_all(to);
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from.runtime_config.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    Instance { runtime_config: to.join("runtime-config.toml"), ..from.clone() }
}

#[test]
fn flips_anywhere_in_the_files_are_named_or_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, options) = seeded(folder.path());
    let whole_one = stopped(folder.path(), &options);
    drop(stores);
    let place = folder.path().join("proef");
    let expected = contents(&copied(&whole_one, &place)).unwrap();
    let found = whole(profiles(), &copied(&whole_one, &place)).unwrap();
    assert_eq!((found.findings, found.remarks), (vec![], vec![]));
    let names: Vec<String> =
        LABELS.iter().flat_map(|label| [format!("{label}.db"), format!("{label}.db-wal")]).collect();
    let mut luck = Luck(0x5DEE_CE66_D1CE_4E5B);
    let (mut named, mut harmless) = (0, 0);
    for flip in 0..flips(90) {
        let instance = copied(&whole_one, &place);
        let name = &names[flip % names.len()];
        let path = place.join(name);
        let mut bytes = std::fs::read(&path).unwrap();
        // one in three near the beginning, where headers and the schema are
        let end = if flip % 3 == 0 { bytes.len().min(200) } else { bytes.len() };
        let bit = luck.below(end * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&path, &bytes).unwrap();
        match whole(profiles(), &instance) {
            Ok(found) if found.findings.is_empty() && found.remarks.is_empty() => {
                let now = contents(&instance).unwrap_or_else(|why| panic!("{name} bit {bit}: not named, {why}"));
                assert!(now == expected, "{name} bit {bit}: something is other than it was, and not named");
                harmless += 1;
            }
            // a truncated log gives the previous values, and that was reported
            Ok(found) if found.findings.iter().chain(&found.remarks).any(|text| text.contains("-wal:")) => named += 1,
            Ok(_) | Err(_) => {
                named += 1;
                // whatever still answers, answers what was written
                for (place, value) in contents(&instance).unwrap_or_default() {
                    let same = expected.get(&place).is_none_or(|whole| *whole == value);
                    assert!(same || opens_nowhere(&instance, &place, &value), "{name} bit {bit}: {place:?}");
                }
            }
        }
    }
    println!("{named} named, {harmless} harmless");
    assert!(named > flips(90) / 4, "{named} named, {harmless} harmless: this shows nothing");
}

/// A changed value either can't be opened, or is an unsealed one that was reported.
fn opens_nowhere(instance: &Instance, (at, key): &(usize, String), value: &[u8]) -> bool {
    if is_plain(key, value) || value.len() <= 14 || *at == 0 && !key.starts_with("report:") {
        return true;
    }
    let stores = Stores::open(&instance.runtime_config, instance.keys.read().unwrap()).unwrap();
    let desk = stores.kit_now(profiles(), "hengelo");
    if let Some(id) = Kind::Case.end_of(key) {
        return desk::case::load(&desk, &shared::id::CaseId::parse(id).unwrap()).is_err();
    }
    match at {
        0 => closed(&desk.inbox.reports, key),
        1 => closed(&desk.cases, key),
        _ => closed(&desk.keys, key),
    }
}

/// Also what is no key of this area opens nowhere.
fn closed<A: Area>(vault: &Vault<A>, key: &str) -> bool {
    Cell::<A, serde::de::IgnoredAny>::named(key).is_none_or(|cell| vault.get(&cell).is_err())
}
