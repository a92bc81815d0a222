//! Backups of a practice instance, made while others write.
use super::*;
use crate::{
    anew::TwoHands,
    restore,
    seed::tests::{profiles, seeded},
};
use kit::{
    clock,
    inbox::{
        arrival::{accept, id_of},
        secret::{Secret, status_key},
    },
};
use shared::{contract::examples, report::Channel};
use std::sync::{
    Mutex,
    atomic::{AtomicBool, Ordering},
};

/// A backup of a seeded instance, into two folders of this one.
pub fn options(folder: &Path, seeded: &crate::seed::Options) -> Options {
    let (runtime_config, keys) = (seeded.runtime_config.clone(), seeded.keys.clone());
    let instance = Instance { runtime_config, keys, gemeente: "hengelo".into() };
    Options { instance, to: folder.join("inhoud"), keys_to: folder.join("sleutels") }
}

/// Puts it back in a new folder.
pub fn put_back(made: &Made, options: &Options, to: &Path) -> Result<restore::Done> {
    let (content, key_backup) = (made.content.clone(), made.keys.clone());
    let (keys, gemeente, two_hands) = (options.instance.keys.clone(), None, TwoHands::default());
    restore::restore(profiles(), &restore::Options { content, key_backup, to: to.into(), keys, two_hands, gemeente })
}

#[test]
fn a_backup_made_while_reports_come_in_has_every_acknowledged_one_and_every_key() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = options(folder.path(), &seeded);
    let (acknowledged, stop) = (Mutex::new(Vec::<Secret>::new()), AtomicBool::new(false));
    let desk = stores.desk(profiles(), "hengelo", true, clock::now);
    let mut made = Vec::new();
    std::thread::scope(|scope| {
        for _sender in 0..4 {
            scope.spawn(|| {
                for _report in 0..1000 {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let secret = Secret::from_bytes(clock::random().unwrap());
                    accept(&desk.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
                    acknowledged.lock().unwrap().push(secret);
                }
            });
        }
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                case::take_in(&desk).unwrap();
            }
        });
        for _backup in 0..4 {
            std::thread::sleep(std::time::Duration::from_millis(100));
            while acknowledged.lock().unwrap().is_empty() {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            let before = acknowledged.lock().unwrap().clone();
            let backup = make(profiles(), &options).map(|backup| {
                // the next one replaces the keys
                let kept = folder.path().join(format!("sleutels-{}.mrb", made.len()));
                std::fs::copy(&backup.keys, &kept).unwrap();
                Made { keys: kept, ..backup }
            });
            made.push((before, backup));
        }
        stop.store(true, Ordering::Relaxed);
    });
    for (at, (before, made)) in made.iter().enumerate() {
        let to = folder.path().join(format!("terug-{at}"));
        let done = put_back(made.as_ref().unwrap(), &options, &to).unwrap();
        assert_eq!(done.findings, Vec::<String>::new());
        assert!(done.ended.is_empty() && done.later == 0);
        let stores = Stores::open(&to.join("runtime-config.toml"), options.instance.keys.read().unwrap()).unwrap();
        // a worker was at it in that moment: its lease has to run out
        let later = || clock::now().plus_seconds(60);
        let desk = stores.desk(profiles(), "hengelo", true, later);
        assert!(!before.is_empty());
        while case::take_in(&desk).unwrap() != Some(0) {}
        for secret in before {
            assert!(desk.status(&status_key(&secret.code())).get().unwrap().is_some());
            let id = id_of(secret, &examples::draft()).unwrap();
            assert!(case::load(&desk, &id).is_ok(), "an acknowledged report is gone");
        }
        assert_eq!(crate::check::inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    }
}

#[test]
fn nothing_readable_is_in_a_backup_and_only_the_newest_keys_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = options(folder.path(), &seeded);
    let first = make(profiles(), &options).unwrap();
    let key = stores.raw().keys.keys().unwrap().remove(0);
    let id = key.strip_prefix("case-key:").unwrap().to_owned();
    for file in [&first.content, &first.keys] {
        let text = String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        for word in [id.as_str(), "case:", "case-key", "Fleur", "verhaal", "sleutel\":["] {
            assert!(!text.contains(word), "{word}");
        }
    }
    // as retention ends a case: its key first
    stores.raw().keys.delete(&key).unwrap();
    stores.raw().cases.delete(&format!("case:{id}")).unwrap();
    let second = make(profiles(), &options).unwrap();
    assert_eq!(first.keys, second.keys);
    assert_eq!(std::fs::read_dir(&options.keys_to).unwrap().count(), 1);
    assert_eq!(second.counts["keys"] + 1, first.counts["keys"]);
    assert_eq!(std::fs::read_dir(&options.to).unwrap().count(), 2);
}

#[test]
fn a_good_backup_of_keys_is_not_replaced_by_a_worse_one() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded_options) = seeded(folder.path());
    let options = options(folder.path(), &seeded_options);
    let made = make(profiles(), &options).unwrap();
    let before = std::fs::read(&made.keys).unwrap();
    let why = |options: &Options| make(profiles(), options).err().unwrap().to_string();
    // a key that is gone while its case is there
    let key = stores.raw().keys.keys().unwrap().remove(0);
    let whole = stores.raw().keys.get(&key).unwrap().unwrap();
    let id = key.strip_prefix("case-key:").unwrap();
    stores.raw().keys.delete(&key).unwrap();
    let partly = make(profiles(), &options).unwrap();
    assert_eq!(partly.without_key, [id]);
    assert!(partly.content.exists() && partly.keys.exists() && partly.keys != made.keys);
    assert!(run(profiles(), &options).err().unwrap().to_string().contains("ontbreekt de sleutel"));
    let mut damaged = whole.clone();
    *damaged.last_mut().unwrap() ^= 1;
    stores.raw().keys.set(&key, &damaged).unwrap();
    assert_eq!(make(profiles(), &options).unwrap().without_key, [id]);
    stores.raw().keys.set(&key, &whole).unwrap();
    // another instance, like one set up again after a disaster
    let other = tempfile::tempdir().unwrap();
    let (_, stranger) = seeded(other.path());
    let instance =
        Instance { runtime_config: stranger.runtime_config, keys: stranger.keys, gemeente: "hengelo".into() };
    let strange = Options { instance, to: options.to.clone(), keys_to: options.keys_to.clone() };
    assert!(why(&strange).contains("andere omgeving"));
    let together = Options { keys_to: options.to.clone(), instance: options.instance.clone(), to: options.to.clone() };
    assert!(why(&together).contains("eigen map"));
    assert!(std::fs::read(&made.keys).unwrap() == before);
    make(profiles(), &options).unwrap();
}
