//! Every kind of record, properly sealed but with slightly wrong content: requests that read it report it, and don't
//! fail otherwise.
use crate::world::World;
use fuzz::{Form, Target};
use http::Request;
use kit::store::{
    Vault,
    cell::{Area, Cell},
};
use serde_json::Value;
use shared::contract::Endpoint;
use std::collections::BTreeMap;

/// The content of a record that can be opened, and how to replace it. A case has a key of its own and is a target of
/// `desk`.
struct Found {
    value: Value,
    put: Box<dyn Fn(&Value) -> bool>,
}

fn records(world: &World) -> BTreeMap<&'static str, Vec<Found>> {
    let mut found: BTreeMap<&'static str, Vec<Found>> = BTreeMap::new();
    let desk = &world.desk;
    add(&desk.inbox.pointers, &mut found);
    add(&desk.inbox.reports, &mut found);
    add(&desk.cases, &mut found);
    add(&desk.keys, &mut found);
    found
}

fn add<A: Area>(vault: &Vault<A>, found: &mut BTreeMap<&'static str, Vec<Found>>) {
    for cell in vault.keys().unwrap().iter().filter_map(|key| Cell::<A, Value>::named(key)) {
        let Ok(Some(value)) = vault.get(&cell) else { continue };
        let (kind, vault) = (cell.kind(), vault.clone());
        let put = Box::new(move |value: &Value| vault.set(&cell, value).is_ok());
        found.entry(kind.name()).or_default().push(Found { value, put });
    }
}

/// Requests that read every kind: session, lists, a case, accounts, the audit and its check, due work.
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
        let (status, _) =
            world.ask(request.header("authorization", "Bearer een-woord-dat-lang-genoeg-is").body(Vec::new()).unwrap());
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
            world.put_back();
            // one that is larger than a store takes
            if !(found[turn].put)(&value) {
                return false;
            }
            look(&world)
        });
    }
}
