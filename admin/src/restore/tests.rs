//! Tests of the way from a backup to an instance on a new machine.
use super::*;
use crate::{
    backup::{make, tests::options as backup_options, tests::put_back},
    keys::{File as KeyFile, Task, parts, run as run_keys},
    seed::tests::{profiles, seeded},
    stores::CONFIG,
};
use desk::case;
use shared::{
    case::pack::Pack,
    id::{AccountId, CaseId},
    sharing::ReferralTarget,
};

#[test]
fn two_of_three_parts_and_a_backup_restore_an_instance_and_one_part_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let made = make(profiles(), &options).unwrap();
    let rows = |stores: &Stores| {
        let mut rows = case::open_rows(&stores.kit_now(profiles(), "hengelo")).unwrap();
        rows.sort_by_key(|row| row.number);
        rows
    };
    let secret = keys::ring(&seeded.keys.read().unwrap()).unwrap().first().unwrap().secret().clone();
    let [one, _, three] = parts::split(&secret).unwrap();
    // the new machine has the two files and two parts on paper
    let machine = tempfile::tempdir().unwrap();
    let file = KeyFile::at(machine.path().join("sleutels.env"));
    let join = |parts: Vec<String>| run_keys(&Task::Join { file: file.clone(), parts }, profiles());
    assert!(join(vec![one.clone()]).is_err());
    assert!(join(vec![one.clone(), one.clone()]).is_err());
    join(vec![three, one]).unwrap();
    let (content, key_backup, gemeente) = (made.content, made.keys, Some("hengelo".to_owned()));
    let to = machine.path().join("opslag");
    let done = restore(
        profiles(),
        &Options { content, key_backup, to: to.clone(), keys: file.clone(), two_hands: TwoHands::default(), gemeente },
    )
    .unwrap();
    assert_eq!((done.findings, done.ended, done.later), (vec![], vec![], 0));
    let again = Stores::open(&to.join(CONFIG), file.read().unwrap()).unwrap();
    assert_eq!(rows(&again), rows(&stores));
    for row in rows(&again) {
        let of = |stores: &Stores| case::load(&stores.kit_now(profiles(), "hengelo"), &row.id).unwrap().value;
        assert_eq!(of(&again), of(&stores));
    }
}

/// Keeps something for a receiver, so that it stands beside the case.
fn keep_a_pack(desk: &desk::Desk, id: &CaseId) {
    let standing = case::load(desk, id).unwrap();
    let (number, day) = (standing.value.origins().number, desk.now().day());
    let pack = Pack { number, to: ReferralTarget::Riec, receiver: None, ground: None, day, items: vec![] };
    let seen = case::packs::file(&pack).unwrap().1;
    case::packs::keep(desk, standing, &AccountId::from_bytes(&[1; 16]), (0, &pack), &seen).unwrap();
}

#[test]
fn an_ended_case_is_not_opened_by_an_old_backup_with_the_current_keys_and_all_parts() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let desk = stores.kit_now(profiles(), "hengelo");
    let row = case::open_rows(&desk).unwrap().remove(0);
    keep_a_pack(&desk, &row.id);
    let old = make(profiles(), &options).unwrap();
    let status = case::load(&desk, &row.id).unwrap().value.status_key().clone();
    stores.raw().keys.delete(kit::store::cell::case_key::<()>(&row.id).key()).unwrap();
    stores.raw().cases.delete(kit::store::cell::case::<()>(&row.id).key()).unwrap();
    let new = make(profiles(), &options).unwrap();
    // also from the store itself
    for key_backup in [new.keys.clone(), folder.path().join("keys.db")] {
        let to = folder.path().join(key_backup.file_stem().unwrap());
        let made = crate::backup::Made {
            content: old.content.clone(),
            keys: key_backup,
            counts: old.counts.clone(),
            without_key: vec![],
        };
        let done = put_back(&made, &options, &to).unwrap();
        assert_eq!(done.ended, [desk::case::restored::Ended { id: row.id.clone(), number: Some(row.number.sequence) }]);
        assert_eq!(done.findings, Vec::<String>::new());
        let again = Stores::open(&to.join(CONFIG), options.instance.keys.read().unwrap()).unwrap();
        let desk = again.kit_now(profiles(), "hengelo");
        assert!(case::load(&desk, &row.id).is_err());
        assert!(case::open_rows(&desk).unwrap().iter().all(|other| other.id != row.id));
        assert!(desk.status(&status).get().unwrap().is_none(), "what its melder saw has ended with it");
        let about = |names: Vec<String>| names.iter().any(|name| name.contains(row.id.as_str()));
        let raw = again.raw();
        assert!(
            !about(raw.inbox.keys().unwrap()) && !about(raw.cases.keys().unwrap()) && !about(raw.keys.keys().unwrap())
        );
    }
}

#[test]
fn a_restore_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let first = make(profiles(), &options).unwrap();
    let older = folder.path().join("ouder.mrb");
    std::fs::copy(&first.keys, &older).unwrap();
    let place = tempfile::tempdir().unwrap();
    let to = place.path().join("opslag");
    let why = |content: &Path, keys: &Path| {
        let made = crate::backup::Made {
            content: content.into(),
            keys: keys.into(),
            counts: first.counts.clone(),
            without_key: vec![],
        };
        let why = format!("{:#}", put_back(&made, &options, &to).err().unwrap());
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "nothing is left behind");
        why
    };
    let whole = std::fs::read(&first.content).unwrap();
    let damaged = folder.path().join("beschadigd.mrb");
    for cut in [whole.len() - 1, whole.len() / 2, 100, 0] {
        std::fs::write(&damaged, &whole[..cut]).unwrap();
        assert!(!why(&damaged, &first.keys).is_empty());
    }
    assert!(why(&first.keys, &first.content).contains("bevat geen"));
    // a case that came after the keys were written
    let desk = stores.desk(profiles(), "hengelo", true, clock::now);
    let secret = kit::inbox::secret::Secret::from_bytes([9; 16]);
    let draft = shared::contract::examples::draft();
    kit::inbox::arrival::accept(&desk.inbox, &secret, &draft, shared::report::Channel::Form {}).unwrap();
    let second = make(profiles(), &options).unwrap();
    assert!(why(&second.content, &older).contains("sleutels zijn ouder"));
    // the other way round the case is not in the content yet
    let done = put_back(&crate::backup::Made { content: first.content.clone(), ..second }, &options, &to).unwrap();
    assert_eq!((done.later, done.findings, done.ended), (1, vec![], vec![]));
    let id: CaseId = kit::inbox::arrival::id_of(&secret, &draft).unwrap();
    let again = Stores::open(&to.join(CONFIG), options.instance.keys.read().unwrap()).unwrap();
    assert!(case::load(&again.kit_now(profiles(), "hengelo"), &id).is_err());
    // and never over something
    let made = crate::backup::Made {
        content: first.content.clone(),
        keys: first.keys.clone(),
        counts: first.counts.clone(),
        without_key: vec![],
    };
    assert!(put_back(&made, &options, &to).err().unwrap().to_string().contains("niet leeg"));
}
