//! Every kind of record, sealed as it should be and nearly right inside: what reads it says so, and answers.
use super::world::World;
use fuzz::{Form, Target};
use http::Request;
use kit::{Vault, seal::kind_of};
use serde_json::Value;
use shared::contract::Endpoint;
use std::collections::BTreeMap;

/// A record that can be opened, where it lies, and what is in it. A case lies under a key of its own and is a target of
/// `kit`.
struct Found {
    vault: Vault,
    key: String,
    value: Value,
}

fn records(world: &World) -> BTreeMap<&'static str, Vec<Found>> {
    let mut found: BTreeMap<&'static str, Vec<Found>> = BTreeMap::new();
    let kit = &world.kit;
    let vaults = [(0, &kit.inbox), (0, &kit.reports), (1, &kit.cases), (2, &kit.keys)];
    for (store, vault) in vaults {
        for key in world.stores[store].keys().unwrap() {
            let Ok(Some(value)) = vault.get::<Value>(&key) else { continue };
            found.entry(kind_of(&key)).or_default().push(Found { vault: vault.clone(), key, value });
        }
    }
    found
}

/// What reads every kind: who is logged in, the lists, a case, the accounts, the audit and its check, due work.
fn look(world: &World) -> bool {
    let [officer, administrator, privacy] = &world.cookies[..] else { panic!("three cookies") };
    let case = Endpoint::Case.url(world.case.as_str());
    let asked = [
        (officer, "GET", Endpoint::Cases.url("")),
        (officer, "GET", case),
        (administrator, "GET", Endpoint::Accounts.url("")),
        (privacy, "GET", Endpoint::Audit.url("")),
        (privacy, "GET", Endpoint::AuditCheck.url("")),
        (privacy, "POST", Endpoint::Work.url("")),
    ];
    let good = |(cookie, method, path): (&String, &str, String)| {
        let (name, value) = cookie.split_once(": ").unwrap();
        let request = Request::builder().method(method).uri(path).header(name, value);
        let (status, _) = world.ask(request.header("authorization", "Bearer een-woord").body(Vec::new()).unwrap());
        status < 400
    };
    // all of them are asked, whatever the first says
    let answers: Vec<bool> = asked.into_iter().map(good).collect();
    answers.into_iter().all(|one| one)
}

#[test]
fn a_record_that_is_nearly_right_stops_nothing_else() {
    let world = World::new();
    assert!(look(&world), "the world is whole");
    world.put_back();
    let kinds: Vec<&'static str> = records(&world).into_keys().collect();
    assert!(kinds.len() >= 8, "{kinds:?}");
    for kind in kinds {
        world.put_back();
        let found = records(&world).remove(kind).expect("put back");
        let target = Target::new(&format!("record: {kind}"), Form::Json, found.iter().map(|it| it.value.to_string()));
        let mut turn = 0;
        target.run(|input| {
            let Ok(value) = serde_json::from_slice::<Value>(input) else { return false };
            turn = (turn + 1) % found.len();
            let Found { vault, key, .. } = &found[turn];
            world.put_back();
            // one that is larger than a store takes
            if vault.set(key, &value).is_err() {
                return false;
            }
            look(&world)
        });
    }
}
