//! One damaged record, of any kind, stops nothing but what is about that record.
use super::beside;
use crate::world::World;
use http::{Request, header};
use kit::store::cell::{Kind, StoreName};
use serde_json::{Value, json};
use shared::{
    access::{Access, Role},
    contract::{Endpoint, NewCareEntry, PhoneDraftChange, Served, examples, openapi},
    text::Prose,
};
use std::collections::{BTreeMap, BTreeSet};

const STORES: [StoreName; 3] = [StoreName::Inbox, StoreName::Cases, StoreName::Keys];
/// Records of one kind that are damaged in turn.
const OF_A_KIND: usize = 3;

/// A request by somebody who may make it.
#[derive(Clone)]
struct Asked {
    endpoint: Endpoint,
    who: usize,
    url: String,
    body: Vec<u8>,
    revision: u64,
}

impl Asked {
    fn ask(&self, world: &World) -> u16 {
        let (_, cookie) = world.cookies[self.who].split_once(": ").unwrap();
        let request = Request::builder()
            .method(self.endpoint.method().to_string().as_str())
            .uri(&self.url)
            .header(header::COOKIE, cookie)
            .header("spin-full-url", "http://meldroute.example/")
            .header("spin-client-addr", "192.0.2.1:5")
            .header("origin", "http://meldroute.example")
            .header("authorization", "Bearer een-woord-dat-lang-genoeg-is")
            .header("idempotency-key", "00112233445566778899aabbccddeeff")
            .header("content-type", "application/json")
            .header("if-match", format!("\"{}\"", self.revision))
            .body(self.body.clone())
            .unwrap();
        world.ask(request).0
    }
}

/// Requests to every endpoint of this component with every example body, by every role that may make them.
fn all(world: &World) -> Vec<Asked> {
    let mut made = Vec::new();
    for endpoint in Endpoint::ALL.iter().copied().filter(|one| matches!(one.served(), Served::Review(_))) {
        let bodies: Vec<Vec<u8>> =
            openapi::examples_of(endpoint).iter().map(|(_, body)| serde_json::to_vec(body).unwrap()).collect();
        let bodies = if bodies.is_empty() { vec![Vec::new()] } else { bodies };
        for (who, role) in [Role::Officer, Role::Administrator, Role::PrivacyOfficer].into_iter().enumerate() {
            if endpoint.access().allows(Some(role)) {
                let url = endpoint.url(world.case.as_str());
                made.extend(bodies.iter().map(|body| Asked {
                    endpoint,
                    who,
                    url: url.clone(),
                    body: body.clone(),
                    revision: revision(world),
                }));
            }
        }
    }
    made
}

fn revision(world: &World) -> u64 {
    desk::case::load(&world.desk, &world.case).unwrap().value.revision().0
}

/// A world in which something was done: a call, a request of a data subject that waits, a hold, a report by phone that
/// is not finished, an entry about care, a photo, and a check of the audit.
fn full() -> World {
    let mut world = World::new();
    let today = world.desk.now().day();
    for body in [
        json!({ "soort": "poging", "inhoud": { "note": "Voicemail ingesproken" } }),
        json!({ "soort": "verzoek", "inhoud": { "recht": "inzage", "ontvangenOp": today, "identiteitVastgesteld": "ja" } }),
        json!({ "soort": "bewaarplicht", "inhoud": { "reden": "Een verzonnen reden" } }),
    ] {
        assert_eq!(act(&world, &body).ask(&world), Endpoint::CommandCase.success(), "{body}");
    }
    let accounts = desk::account::all(&world.desk).unwrap();
    let of = accounts.iter().find(|one| one.role == Role::Officer).unwrap().id.clone();
    let viewer = desk::case::relations::viewer(&world.desk, &of, &accounts).unwrap();
    let begun = PhoneDraftChange { of, seen: 0, draft: Some(examples::draft()) };
    desk::case::phone_draft::keep(&world.desk, &viewer, &begun).unwrap();
    let case = desk::case::load(&world.desk, &world.case).unwrap().value;
    let entry = NewCareEntry { text: Prose::parse("Iets verzonnens").unwrap(), corrects: None };
    desk::case::care::add(&world.desk, &case, &viewer, entry).unwrap();
    beside::photo(&world.desk, &case);
    beside::pack(&world);
    beside::question_to_kmt(&world);
    // not all of due work: that would take in the report that waits
    desk::audit::go_on(&world.desk).unwrap();
    world.keep();
    world
}

/// An act of the AF on the case.
fn act(world: &World, body: &Value) -> Asked {
    let (url, body) = (Endpoint::CommandCase.url(world.case.as_str()), serde_json::to_vec(body).unwrap());
    Asked { endpoint: Endpoint::CommandCase, who: 0, url, body, revision: revision(world) }
}

/// The records of every kind, at most a few of each.
fn records(world: &World) -> BTreeMap<&'static str, Vec<(usize, Kind, String)>> {
    let mut found: BTreeMap<&'static str, Vec<_>> = BTreeMap::new();
    for (at, store) in world.stores.iter().enumerate() {
        let mut keys = store.keys().unwrap();
        keys.sort();
        for key in keys {
            let kind = Kind::of(STORES[at], &key).unwrap();
            let of_kind = found.entry(kind.name()).or_default();
            if of_kind.len() < OF_A_KIND {
                of_kind.push((at, kind, key));
            }
        }
    }
    found
}

/// Three ways in which bytes are not what was written.
fn damaged(whole: &[u8], way: usize) -> Vec<u8> {
    match way % 3 {
        0 => [0xA5; 40].to_vec(),
        1 => whole.iter().enumerate().map(|(at, byte)| if at == whole.len() / 2 { byte ^ 4 } else { *byte }).collect(),
        _ => whole[..whole.len() / 2].to_vec(),
    }
}

/// Whether an endpoint is about records of this kind, so that a damaged one may be its error.
fn concerns(kind: Kind, endpoint: Endpoint) -> bool {
    // without these nobody can be known, and nothing of the instance can be opened
    let is_all = matches!(kind, Kind::Accounts | Kind::KeyCheck);
    // its own user logs in again
    let is_session = kind == Kind::Session && !matches!(endpoint.access(), Access::Anyone | Access::Token);
    let is_case = matches!(kind, Kind::Case | Kind::CaseKey) && endpoint.path().contains("{id}");
    let own: &[Endpoint] = [
        (Kind::Credential, &[Endpoint::LogIn, Endpoint::OwnAccount, Endpoint::LinkWorkAccount][..]),
        // nothing can be added to it; to read it is to read that nobody stands in for anybody
        (Kind::Relations, &[Endpoint::AddStandIn, Endpoint::StartStandIn, Endpoint::EndStandIn, Endpoint::OpenCase]),
        // the same for a werkoverleg: to read it is to read that none is planned
        (Kind::Meetings, &[Endpoint::CommandMeetings, Endpoint::Meeting]),
        // the same for the log of awareness; the list of today's work goes on without its reminder
        (Kind::Awareness, &[Endpoint::Awareness, Endpoint::CommandAwareness]),
        // of a half-year that cannot be read nothing is signed; the page names it
        (Kind::Figures, &[Endpoint::SignFigures]),
        // what cannot be read is not written over, and nobody is told that there is nothing
        (
            Kind::Care,
            &[
                Endpoint::Care,
                Endpoint::AddCare,
                Endpoint::OpenCare,
                Endpoint::AccessCopy,
                Endpoint::Pack,
                Endpoint::KeepPack,
                Endpoint::KeptPack,
                Endpoint::PackPages,
                Endpoint::RegisterPackage,
            ],
        ),
        // nothing is said to have gone that is not there, and what cannot be read is not written over
        (Kind::Packs, &[Endpoint::KeepPack, Endpoint::KeptPack, Endpoint::PackPages]),
        // one photo: the others are there
        (Kind::Photo, &[Endpoint::Photo]),
        (Kind::Destructions, &[Endpoint::Retention, Endpoint::CommandRetention, Endpoint::Work]),
        (Kind::AuditSeal, &[Endpoint::Work]),
    ]
    .into_iter()
    .find(|(of, _)| *of == kind)
    .map_or(&[][..], |(_, endpoints)| endpoints);
    // the link of the example leads to it
    let is_linked = matches!(kind, Kind::Case | Kind::CaseKey)
        && matches!(endpoint, Endpoint::KmtQuestion | Endpoint::AnswerKmtQuestion);
    is_all || is_session || is_case || is_linked || own.contains(&endpoint)
}

#[test]
fn a_damaged_record_of_any_kind_stops_nothing_but_itself() {
    let world = full();
    let asked = all(&world);
    let fresh = |asked: &Asked| {
        world.put_back();
        asked.ask(&world)
    };
    let whole: Vec<u16> = asked.iter().map(fresh).collect();
    let good = asked.iter().zip(&whole).filter(|(_, status)| **status < 300);
    let answered: BTreeSet<&str> = good.map(|(asked, _)| asked.endpoint.operation_id()).collect();
    assert!(answered.len() > 18, "{answered:?}");
    world.put_back();
    let records = records(&world);
    assert!(records.len() > 32 && records.contains_key("packs"), "{:?}", records.keys());
    let mut wrong: BTreeMap<(&str, &str), BTreeSet<(u16, u16)>> = BTreeMap::new();
    for (at, kind, key) in records.into_values().flatten() {
        let others = asked.iter().zip(&whole).filter(|(asked, _)| !concerns(kind, asked.endpoint));
        for (way, (asked, status)) in others.enumerate() {
            world.put_back();
            let value = world.stores[at].get(&key).unwrap().unwrap();
            world.stores[at].set(&key, &damaged(&value, way)).unwrap();
            let now = asked.ask(&world);
            if now != *status {
                wrong.entry((kind.name(), asked.endpoint.operation_id())).or_default().insert((*status, now));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_case_that_is_nearly_full_can_still_be_ended() {
    let world = World::new();
    let today = world.desk.now().day();
    let note = json!({ "soort": "notitie", "inhoud": { "tekst": "Verzonnen. ".repeat(360) } });
    let mut last = 200;
    for _note in 0..400 {
        last = act(&world, &note).ask(&world);
        if last != Endpoint::CommandCase.success() {
            break;
        }
    }
    assert_eq!(last, 409, "no content fits any more");
    let told = json!({ "wijze": "telefoon", "tekst": "Verteld.", "datum": today });
    let end = json!({ "reden": "dubbel", "toelichting": "Staat al in een ander dossier.", "terugkoppeling": told });
    for body in [json!({ "soort": "nieuwe-code" }), json!({ "soort": "eerder-afsluiten", "inhoud": end })] {
        assert_eq!(act(&world, &body).ask(&world), Endpoint::CommandCase.success(), "{body}");
    }
}
