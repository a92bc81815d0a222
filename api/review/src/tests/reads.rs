//! How much a request reads.
use crate::world::World;
use desk::{
    Desk, Stores,
    testing::{Touch, Watch, Watched},
};
use http::{Request, header};
use keyvalue::StoreError;
use serde_json::{Value, json};
use shared::contract::Endpoint;
use std::sync::{Arc, Mutex};

/// The keys that were read and swapped.
#[derive(Clone, Default)]
struct Touched(Arc<Mutex<(Vec<String>, Vec<String>)>>);

impl Watch for Touched {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        let mut touched = self.0.lock().unwrap();
        match touch {
            Touch::Read(keys) => touched.0.extend(keys.iter().map(|key| (*key).to_owned())),
            Touch::Swap(key) => touched.1.push((*key).to_owned()),
            Touch::Set(_) | Touch::Delete | Touch::Increment(_) => {}
        }
        Ok(())
    }
}

/// A world whose store of cases is watched.
fn watched() -> (World, Touched) {
    let (mut world, touched) = (World::new(), Touched::default());
    let [inbox, cases, keys] = world.stores.clone();
    let cases = Arc::new(Watched { store: cases, watch: touched.clone() });
    world.desk = Desk::new(Stores { inbox, cases, keys }, world.desk.environment().clone());
    (world, touched)
}

/// A request of the AF (0), the beheerder (1) or the FG (2).
fn request(world: &World, who: usize, endpoint: Endpoint, id: &str, body: &Value) -> Request<Vec<u8>> {
    let (_, cookie) = world.cookies[who].split_once(": ").unwrap();
    let body = if body.is_null() { Vec::new() } else { serde_json::to_vec(body).unwrap() };
    Request::builder()
        .method(endpoint.method().to_string().as_str())
        .uri(endpoint.url(id))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/")
        .header("origin", "http://meldroute.example")
        .header("content-type", "application/json")
        .header("if-match", "\"1\"")
        .body(body)
        .unwrap()
}

#[test]
fn accounts_and_relations_are_read_once_in_a_request() {
    let (world, touched) = watched();
    let case = world.case.as_str();
    let attempt = json!({ "soort": "poging", "inhoud": { "note": "Voicemail ingesproken" } });
    let account = json!({ "inlognaam": "bea", "naam": "Bea Verzonnen", "rol": "beheerder" });
    for (who, endpoint, id, body) in [
        (0, Endpoint::Cases, "", Value::Null),
        (0, Endpoint::Case, case, Value::Null),
        (0, Endpoint::CommandCase, case, attempt),
        (0, Endpoint::Retention, "", Value::Null),
        (2, Endpoint::Audit, "", Value::Null),
        (1, Endpoint::AddAccount, "", account),
    ] {
        *touched.0.lock().unwrap() = Default::default();
        let (status, answer) = world.ask(request(&world, who, endpoint, id, &body));
        assert_eq!(status, endpoint.success(), "{endpoint:?}: {}", String::from_utf8_lossy(&answer));
        let (read, swapped) = touched.0.lock().unwrap().clone();
        assert!(read.iter().any(|key| key == "accounts"), "the session needs them");
        for record in ["accounts", "relations"] {
            let count = |keys: &[String]| keys.iter().filter(|key| *key == record).count();
            // a swap is decided on what is stored at that moment
            assert!(count(&read) <= 1 + count(&swapped), "{endpoint:?} reads {record} {} times", count(&read));
        }
    }
}

#[test]
fn a_worklist_reads_no_more_when_somebody_floods_the_form() {
    let (world, touched) = watched();
    let read = |world: &World| {
        world.ask(request(world, 0, Endpoint::Cases, "", &Value::Null));
        *touched.0.lock().unwrap() = Default::default();
        let (status, answer) = world.ask(request(world, 0, Endpoint::Cases, "", &Value::Null));
        assert_eq!(status, 200);
        let page: shared::contract::CasePage = serde_json::from_slice(&answer).unwrap();
        (page, touched.0.lock().unwrap().0.len())
    };
    let (few, before) = read(&world);
    for n in 0..1_000_u16 {
        let mut secret = [9; 16];
        secret[..2].copy_from_slice(&n.to_be_bytes());
        let secret = kit::inbox::secret::Secret::from_bytes(secret);
        let draft = shared::contract::examples::draft();
        kit::inbox::arrival::accept(&world.desk.inbox, &secret, &draft, shared::report::Channel::Form {}).unwrap();
    }
    let (many, after) = read(&world);
    assert_eq!(many.open, few.open + 1_000);
    assert_eq!(many.rows.len(), shared::contract::PAGE_SIZE);
    assert_eq!(many.rows[..few.rows.len()], few.rows[..], "the oldest come first");
    assert!(after <= before + 2, "{before} records for {} cases, {after} for {}", few.open, many.open);
}
