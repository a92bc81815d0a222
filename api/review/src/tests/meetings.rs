//! The werkoverleg, from request to answer: what an excluded AF gets of it, and a decision of those who were there.
use crate::world::World;
use desk::case;
use http::{Request, header};
use kit::inbox::{arrival, secret::Secret};
use serde_json::{Value, json};
use shared::{
    access::Role,
    answer::YesNo,
    calendar::Calendar,
    case::Refusal,
    contract::{Endpoint, NewAccount, examples},
    id::{CaseId, FunctionId},
    report::{Channel, Draft},
    text::Login,
};
use std::sync::atomic::{AtomicU32, Ordering};

pub(super) const ADA: usize = 0;
pub(super) const BEA: usize = 1;
pub(super) const DIA: usize = 2;

/// Three AFs, of whom Bea alone has the second function, and the other roles.
pub(super) fn world() -> World {
    let af = [("ada", "regisseur-wmo"), ("bea", "zorg-en-veiligheid"), ("dia", "regisseur-wmo")];
    let officers = af.map(|(name, function)| {
        let function = FunctionId::parse(function).ok();
        NewAccount { login: Login::parse(name).unwrap(), function, ..examples::new_account(Role::Officer).unwrap() }
    });
    let others = [Role::Administrator, Role::PrivacyOfficer].map(|role| examples::new_account(role).unwrap());
    World::of(officers.into_iter().chain(others).collect())
}

/// The answer to this AF: status and body.
pub(super) fn ask(world: &World, who: usize, to: (Endpoint, &str), body: Option<&Value>) -> (u16, Value) {
    let (status, body) = asked(world, who, to, body);
    (status, serde_json::from_slice(&body).unwrap())
}

/// The same, as bytes: some answers have no body.
pub(super) fn asked(
    world: &World,
    who: usize,
    (endpoint, id): (Endpoint, &str),
    body: Option<&Value>,
) -> (u16, Vec<u8>) {
    let (_, cookie) = world.cookies[who].split_once(": ").unwrap();
    let revision = CaseId::parse(id).ok().and_then(|id| case::load(&world.desk, &id).ok());
    let revision = revision.map_or(0, |standing| standing.value.revision().0);
    let request = Request::builder()
        .method(endpoint.method().to_string().as_str())
        .uri(endpoint.url(id))
        .header(header::COOKIE, cookie)
        .header("spin-full-url", "http://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5")
        .header("origin", "http://meldroute.example")
        .header("content-type", "application/json")
        .header("if-match", format!("\"{revision}\""))
        .header("idempotency-key", fresh_key())
        .body(body.map(|body| serde_json::to_vec(body).unwrap()).unwrap_or_default())
        .unwrap();
    world.ask(request)
}

/// Another secret for every request.
fn fresh_key() -> String {
    static LAST: AtomicU32 = AtomicU32::new(100);
    format!("{:032x}", LAST.fetch_add(1, Ordering::Relaxed))
}

pub(super) fn good(world: &World, who: usize, to: (Endpoint, &str), body: Option<&Value>) -> Value {
    let (status, answer) = ask(world, who, to, body);
    assert_eq!(status, to.0.success(), "{answer}");
    answer
}

fn me(world: &World, who: usize) -> Value {
    good(world, who, (Endpoint::Session, ""), None)["id"].clone()
}

fn number(world: &World, id: &CaseId) -> Value {
    json!(case::load(&world.desk, id).unwrap().value.origins().number)
}

/// Ada plans a werkoverleg of today: its id.
fn plan(world: &World, present: &[usize], cases: &[&Value]) -> String {
    let present: Vec<Value> = present.iter().map(|who| me(world, *who)).collect();
    let overleg = json!({ "datum": world.desk.now().day(), "aanwezig": present });
    let body = json!({ "soort": "plannen", "inhoud": { "overleg": overleg, "erbij": cases } });
    let page = good(world, ADA, (Endpoint::CommandMeetings, ""), Some(&body));
    page["gemaakt"].as_str().unwrap().to_owned()
}

/// Neither the case, nor a gap, nor a number of cases.
#[test]
fn an_excluded_af_gets_every_answer_as_if_the_case_were_not_there() {
    let world = world();
    let excluded = FunctionId::parse("zorg-en-veiligheid").into_iter().collect();
    let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
    let sent = arrival::accept(&world.desk.inbox, &Secret::from_bytes([9; 16]), &draft, Channel::Form {}).unwrap();
    case::take_in(&world.desk).unwrap();
    let (hidden, plain) = (number(&world, &sent.id), number(&world, &world.case));
    let asks = |who, case: &Value| {
        let body = json!({ "soort": "vragen", "inhoud": { "dossier": case } });
        ask(&world, who, (Endpoint::CommandMeetings, ""), Some(&body))
    };
    let before = good(&world, BEA, (Endpoint::Meetings, ""), None);
    assert_eq!(asks(ADA, &hidden).1["voorgesteld"].as_array().map(Vec::len), Some(1));
    assert_eq!(good(&world, BEA, (Endpoint::Meetings, ""), None), before, "as before it was asked");
    let nobodys = json!({ "jaar": hidden["jaar"], "volgnummer": 9999 });
    assert_eq!((asks(BEA, &hidden).0, asks(BEA, &hidden)), (404, asks(BEA, &nobodys)));
    let all = [ADA, BEA, DIA];
    let (with, without) = (plan(&world, &all, &[&hidden, &plain]), plan(&world, &all, &[&plain]));
    let shown = |who, id: &str| good(&world, who, (Endpoint::Meeting, id), None);
    let seen = |id: &str| shown(BEA, id).to_string().replace(id, "");
    assert_eq!(seen(&with), seen(&without));
    assert!(!seen(&with).contains(sent.id.as_str()));
    let count = |who| shown(who, &with)["dossiers"].as_array().map(Vec::len);
    assert_eq!((count(ADA), count(BEA)), (Some(2), Some(1)));
    assert_eq!(ask(&world, BEA, (Endpoint::Case, sent.id.as_str()), None).0, 404);
    // who else was there does not stand at a case that they may not know of
    let detail = good(&world, ADA, (Endpoint::Case, sent.id.as_str()), None);
    let present = detail["werkoverleg"]["overleg"]["aanwezig"].as_array().unwrap();
    assert!(present.len() == 2 && !present.contains(&me(&world, BEA)), "{present:?}");
}

/// From the report to the beslismoment, by Ada.
fn to_decision(world: &World) {
    let today = world.desk.now().day();
    let until = Calendar::default().nth_working_day_after(today, 3);
    let form = json!({ "personen": [], "veiligheid": "Geen direct gevaar.", "kinderenInHuis": "nee",
        "weetVanMelding": "nee" });
    let kmt = json!({ "soortCheck": "advies", "vraag": "Past dit?", "samenvatting": "Bedden op het werk.",
        "gevraagdAan": "Procesmanager", "datum": today, "antwoord": "Bespreek het." });
    for act in [
        json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Gesproken." } }),
        json!({ "soort": "formulier", "inhoud": form }),
        json!({ "soort": "onderzoek-starten", "inhoud": { "vraag": "Wie woont er?", "einddatum": until } }),
        json!({ "soort": "kmt-check", "inhoud": kmt }),
        json!({ "soort": "naar-beslismoment" }),
    ] {
        good(world, ADA, (Endpoint::CommandCase, world.case.as_str()), Some(&act));
    }
}

#[test]
fn a_decision_from_the_werkoverleg_stands_when_another_af_who_was_there_agrees() {
    let world = world();
    to_decision(&world);
    let to = (Endpoint::CommandCase, world.case.as_str());
    let met = plan(&world, &[ADA, BEA], &[&number(&world, &world.case)]);
    let detail = good(&world, ADA, (Endpoint::Case, world.case.as_str()), None);
    assert_eq!(detail["werkoverleg"]["id"], met.as_str());
    let overleg = &detail["werkoverleg"]["overleg"];
    let outcome = json!({ "naar": "nu-te-weinig", "datum": world.desk.now().day() });
    let decision = json!({ "soort": "besluiten", "inhoud": {
        "duiding": "Nog niet duidelijk.", "inschatting": "onduidelijk", "besprokenOp": overleg["datum"],
        "aanwezig": overleg["aanwezig"], "melderGehoord": "ja", "besprokenMetMelder": "Wat we doen.",
        "vervolgstappen": [outcome] } });
    let agree = json!({ "soort": "akkoord" });
    let refused = |who, body| {
        let (status, answer) = ask(&world, who, to, Some(body));
        assert_eq!(status, 409, "{answer}");
        answer.to_string()
    };
    assert!(refused(DIA, &decision).contains(Refusal::NotThere.as_str()), "who was not there records nothing");
    let proposed = good(&world, ADA, to, Some(&decision));
    assert_eq!(proposed["dossier"]["stap"], "beslismoment", "one AF alone decides nothing");
    assert!(refused(ADA, &agree).contains(Refusal::OtherOfficerNeeded.as_str()));
    assert!(refused(DIA, &agree).contains(Refusal::NotThere.as_str()));
    let next = |who| good(&world, who, (Endpoint::Case, world.case.as_str()), None)["regel"]["volgende"].clone();
    assert_eq!((next(BEA), next(DIA)), (json!("beoordeel-voorstel"), json!("akkoord-collega")));
    good(&world, BEA, to, Some(&agree));
    assert_eq!(good(&world, ADA, (Endpoint::Case, world.case.as_str()), None)["stap"], "doorgezet");
}

/// One AF who was there records it. It is in the case then, and the case is proposed again until it is decided.
#[test]
fn what_was_not_decided_comes_back_in_the_next_werkoverleg() {
    let world = world();
    to_decision(&world);
    let (to, today) = ((Endpoint::CommandCase, world.case.as_str()), world.desk.now().day());
    plan(&world, &[ADA, BEA], &[&number(&world, &world.case)]);
    let again = world.desk.now().plus_seconds(14 * 86_400).day();
    let note = json!({ "soort": "werkoverleg", "inhoud": {
        "besprokenOp": today, "aanwezig": [me(&world, ADA), me(&world, BEA)], "besproken": "Nog te weinig.",
        "teDoen": "Vraag de wijkagent.", "opnieuwOp": again } });
    let (status, refused) = ask(&world, DIA, to, Some(&note));
    assert!(status == 409 && refused.to_string().contains(Refusal::NotThere.as_str()), "{refused}");
    let proposed = || good(&world, BEA, (Endpoint::Meetings, ""), None)["voorgesteld"].clone();
    assert_eq!(proposed()[0]["waarom"], json!(["beslismoment"]));
    let kept = good(&world, BEA, to, Some(&note));
    let last = kept["dossier"]["tijdlijn"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["gebeurtenis"], &last["inhoud"]["aanwezig"]),
        (&json!("werkoverleg"), &note["inhoud"]["aanwezig"])
    );
    let comes_back = (&proposed()[0]["waarom"], &proposed()[0]["opnieuwOp"])
        == (&json!(["beslismoment", "nog-geen-besluit"]), &json!(again));
    assert!(comes_back, "{}", proposed());
    let told = json!({ "wijze": "telefoon", "tekst": "Verteld.", "datum": today });
    let end = json!({ "reden": "dubbel", "toelichting": "Staat al in een ander dossier.", "terugkoppeling": told });
    good(&world, ADA, to, Some(&json!({ "soort": "eerder-afsluiten", "inhoud": end })));
    assert_eq!(proposed(), json!([]));
    good(&world, ADA, to, Some(&json!({ "soort": "heropenen", "inhoud": { "reden": "Nieuw signaal." } })));
    let open = good(&world, ADA, (Endpoint::Meetings, ""), None);
    assert!(!open["voorgesteld"].to_string().contains("nog-geen-besluit"), "that was over");
}
