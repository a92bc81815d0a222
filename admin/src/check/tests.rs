//! Every stored value of a practice instance, damaged: named, and nothing else with it.
use super::*;
use crate::seed::tests::{profiles, seeded};
use kit::store::cell::{self, Kind};

fn look(stores: &Stores) -> Vec<String> {
    inspect(stores, &stores.kit_now(profiles(), "hengelo")).unwrap().findings
}

#[test]
fn a_seeded_instance_is_intact() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, options) = seeded(folder.path());
    assert_eq!(look(&stores), Vec::<String>::new());
    let options = Instance { runtime_config: options.runtime_config, keys: options.keys, gemeente: "hengelo".into() };
    assert!(run(profiles(), &Options { instance: options.clone(), livegang: false, declared: None }).is_ok());
    // a practice instance is never ready
    let why = run(profiles(), &Options { instance: options, livegang: true, declared: None }).err().unwrap();
    assert!(why.to_string().contains("punten staan open"), "{why}");
}

#[test]
fn keys_of_another_instance_are_refused_with_an_explanation() {
    let folder = tempfile::tempdir().unwrap();
    let (_, options) = seeded(folder.path());
    let other = tempfile::tempdir().unwrap();
    let (_, stranger) = seeded(other.path());
    let options = Instance { runtime_config: options.runtime_config, keys: stranger.keys, gemeente: "hengelo".into() };
    let why = whole(profiles(), &options).err().unwrap().to_string();
    assert!(why.contains("horen bij een andere sleutel"), "{why}");
}

/// Flags that are not sealed, because `intake` reads them: only their presence matters.
pub(super) fn is_mark(key: &str) -> bool {
    [Kind::Practice, Kind::Opened, Kind::Pace].iter().any(|kind| kind.name() == key)
}

#[test]
fn a_flipped_bit_in_any_value_is_named_and_touches_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    let mut flips = 0;
    for store in [&raw.inbox, &raw.cases, &raw.keys] {
        for key in store.keys().unwrap() {
            let whole = store.get(&key).unwrap().unwrap();
            if whole.len() == 8 || key == "key-check" || is_mark(&key) || key.starts_with("arrival:") {
                continue;
            }
            for bit in [0, 13, 40, whole.len() * 4 + 3, whole.len() * 8 - 1] {
                let mut damaged = whole.clone();
                damaged[bit / 8] ^= 1 << (bit % 8);
                store.set(&key, &damaged).unwrap();
                let findings = look(&stores);
                let subject = key.split(':').next_back().unwrap();
                // a damaged status is found through its case, whose name is another
                let named = findings.iter().any(|finding| finding.contains(subject) || key.starts_with("status:"));
                assert!(named, "{key} bit {bit}: {findings:?}");
                // a chunk of lines, or its key, is missed by every case in it
                assert!(findings.len() <= 2 || key.starts_with("line"), "{key} bit {bit}: {findings:?}");
                flips += 1;
            }
            store.set(&key, &whole).unwrap();
        }
    }
    assert!(flips > 100, "{flips}");
    assert_eq!(look(&stores), Vec::<String>::new());
}

#[test]
fn a_missing_value_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    for (store, kind) in
        [(&raw.cases, "case:"), (&raw.keys, "case-key:"), (&raw.cases, "lines:"), (&raw.inbox, "status:")]
    {
        let key = store.keys().unwrap().into_iter().find(|key| key.starts_with(kind)).unwrap();
        let whole = store.get(&key).unwrap().unwrap();
        store.delete(&key).unwrap();
        assert!(!look(&stores).is_empty(), "{key}");
        store.set(&key, &whole).unwrap();
    }
    assert_eq!(look(&stores), Vec::<String>::new());
}

#[test]
fn a_case_removed_with_every_trace_is_named_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let (raw, desk) = (stores.raw(), stores.kit_now(profiles(), "hengelo"));
    let remarks = |stores: &Stores| inspect(stores, &desk).unwrap().remarks;
    assert_eq!(remarks(&stores), Vec::<String>::new());
    // a case with its key, its line and what the melder sees
    let row = desk::case::open_rows(&desk).unwrap().remove(0);
    let case = desk::case::load(&desk, &row.id).unwrap().value;
    raw.inbox.delete(desk.status(case.status_key()).name()).unwrap();
    raw.keys.delete(cell::case_key::<()>(&row.id).key()).unwrap();
    raw.cases.delete(cell::case::<()>(&row.id).key()).unwrap();
    let rest: Vec<shared::id::CaseId> = raw
        .cases
        .keys()
        .unwrap()
        .iter()
        .filter_map(|name| shared::id::CaseId::parse(name.strip_prefix("case:")?).ok())
        .collect();
    desk::case::reindex(&desk, &rest).unwrap();
    let found = look(&stores);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(&format!("nummer {}:", row.number.sequence)), "{found:?}");
    // also when the counter was put back with it
    let given = desk.cases.last_number(&cell::NUMBERS).unwrap();
    desk.cases.next_numbers(&cell::NUMBERS, -1).unwrap();
    assert!(look(&stores).iter().any(|finding| finding.contains(&format!("er is een nummer {given}"))));
}

/// A number whose case was destroyed is accounted for by its declaration, and by the register until then.
#[test]
fn a_destroyed_case_is_accounted_for_and_its_declaration_is_missed() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    let later = || kit::clock::now().plus_seconds(20 * 365 * 86_400);
    let desk = stores.desk(profiles(), "hengelo", true, later);
    let (closed, _) = desk::case::closed_rows(&desk, 1).unwrap();
    let rows: Vec<_> = closed.into_iter().filter(|row| row.kept.is_some_and(|kept| kept.blocked.is_none())).collect();
    let who = |n: u8| shared::id::AccountId::from_bytes(&[n; 16]);
    let ground = shared::case::destruction::DestructionGround::Term;
    let row = &rows[0];
    desk::retention::propose(&desk, &row.id, ground, &who(1)).unwrap();
    let lines = cell::lines::<()>(desk::case::chunk_of(row.number.sequence));
    let whole: Vec<_> = [cell::case::<()>(&row.id).key().to_owned(), lines.key().to_owned()]
        .into_iter()
        .map(|name| (name.clone(), raw.cases.get(&name).unwrap().unwrap()))
        .collect();
    let before = raw.cases.get(Kind::Destructions.name()).unwrap().unwrap();
    let certificate =
        desk::retention::approve(&desk, &row.id, shared::case::destruction::Agreeing::Officer(&who(2))).unwrap();
    assert_eq!(look(&stores), Vec::<String>::new());
    let name = cell::certificate::<()>(certificate.certificate).key().to_owned();
    let stored = raw.cases.get(&name).unwrap().unwrap();
    raw.cases.delete(&name).unwrap();
    let found = look(&stores);
    assert!(found.iter().any(|finding| finding.starts_with(&name)), "{found:?}");
    assert!(found.iter().any(|finding| finding.contains(&format!("nummer {}:", row.number.sequence))), "{found:?}");
    let mut damaged = stored.clone();
    *damaged.last_mut().unwrap() ^= 1;
    raw.cases.set(&name, &damaged).unwrap();
    let found = look(&stores);
    assert!(found.iter().any(|finding| finding.starts_with(&name) && finding.contains("niet te lezen")), "{found:?}");
    raw.cases.set(&name, &stored).unwrap();
    // what the register does not know of
    raw.cases.set(Kind::Destructions.name(), &before).unwrap();
    assert!(look(&stores).iter().any(|finding| finding.starts_with(&name)));
    // the record of a case whose key is gone, while nobody agreed to that
    raw.cases.set_many(&whole).unwrap();
    assert!(look(&stores).iter().any(|finding| finding.starts_with(cell::case::<()>(&row.id).key())));
}

#[test]
fn a_removed_report_pointer_or_status_in_the_inbox_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let desk = stores.desk(profiles(), "hengelo", true, kit::clock::now);
    let secret = kit::inbox::secret::Secret::from_bytes([3; 16]);
    let draft = shared::contract::examples::draft();
    let id = kit::inbox::arrival::accept(&desk.inbox, &secret, &draft, shared::report::Channel::Form {}).unwrap().id;
    let number = desk.inbox.pointers.last_number(&cell::ARRIVALS).unwrap();
    assert_eq!(look(&stores), Vec::<String>::new());
    let (raw, report, arrival) =
        (stores.raw(), cell::report::<()>(&id).key().to_owned(), cell::arrival::<()>(number).key().to_owned());
    let status = desk.status(&kit::inbox::secret::status_key(&secret.code())).name().to_owned();
    let removed = |names: &[&String]| {
        let kept: Vec<_> = names.iter().map(|name| ((*name).clone(), raw.inbox.get(name).unwrap().unwrap())).collect();
        raw.inbox.delete_many(&names.iter().map(|name| (*name).clone()).collect::<Vec<_>>()).unwrap();
        let found = inspect(&stores, &desk).unwrap();
        raw.inbox.set_many(&kept).unwrap();
        found
    };
    assert!(removed(&[&report]).findings.iter().any(|finding| finding.starts_with(&arrival)));
    assert!(removed(&[&arrival]).findings.iter().any(|finding| finding.starts_with(&report)));
    assert!(removed(&[&status]).findings.iter().any(|finding| finding.starts_with(&status)));
    assert!(removed(&[&report, &arrival]).findings.iter().any(|finding| finding.starts_with(&status)));
    // all three: the same as an interrupted request, so it is a remark and no finding
    let all = removed(&[&report, &arrival, &status]);
    assert!(all.remarks.iter().any(|remark| remark.starts_with(&format!("aankomst {number} "))), "{:?}", all.remarks);
    assert_eq!(look(&stores), Vec::<String>::new());
}

#[test]
fn a_key_that_meldroute_does_not_write_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let raw = stores.raw();
    for (store, key) in [(&raw.inbox, "melding:1"), (&raw.cases, "rows:x"), (&raw.keys, "accounts")] {
        store.set(key, b"vreemd").unwrap();
        assert_eq!(look(&stores), [format!("{key}: deze sleutel hoort niet in deze opslag")]);
        store.delete(key).unwrap();
    }
}
