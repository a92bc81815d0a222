//! A photo over HTTP: from the melder's device to the AF of the case, and to nobody else.
use super::questions;
use e2e::{Answer, Dossier, Site, World, add_photo, fresh_key, look_at_photo, send_photo_part, sent, words};
use serde_json::json;
use shared::contract::{Endpoint, ProblemKind, examples};

/// Answers a question, sends a part of a photo, or looks at one.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::AnswerQuestion {
        return questions::answered(world);
    }
    let (anyone, fleur, key) = (world.anyone(), &world.people.fleur, fresh_key());
    let code = sent(&anyone, &words::draft());
    let part = send_photo_part(&anyone, &code, &key);
    if endpoint == Endpoint::SendPhotoPart {
        return part;
    }
    add_photo(&anyone, &code, &key).good(Endpoint::AnswerQuestion);
    look_at_photo(fleur, &Dossier::newest(fleur).id, &key)
}

#[test]
fn a_photo_comes_as_it_was_sent_and_only_to_whoever_has_the_case() {
    let world = World::new();
    let (anyone, fleur, key) = (world.anyone(), &world.people.fleur, fresh_key());
    let code = sent(&anyone, &words::draft());
    add_photo(&anyone, &code, &key).problem(ProblemKind::Refused);
    for _again in 0..2 {
        assert_eq!(send_photo_part(&anyone, &code, &key).status, 204);
    }
    for _again in 0..2 {
        let progress = add_photo(&anyone, &code, &key).good(Endpoint::AnswerQuestion);
        let added = progress["aanvullingen"].as_array().cloned().unwrap_or_default();
        assert_eq!(added.iter().filter(|one| one["soort"] == "foto").count(), 1, "{progress}");
    }
    let case = Dossier::newest(fleur);
    let view = look_at_photo(fleur, &case.id, &key).good(Endpoint::Photo);
    assert_eq!(view["inhoud"], data_encoding::BASE64.encode(&examples::photo(100)));
    // a late retry, when the parts are gone from the inbox
    add_photo(&anyone, &code, &key).good(Endpoint::AnswerQuestion);
    look_at_photo(fleur, &case.id, &fresh_key()).problem(ProblemKind::NotFound);
    let stranger = Dossier::newest(&world.people.sem).id;
    assert_eq!(stranger, case.id, "nobody has it yet, so every AF may see it");
    assert!(look_at_photo(&world.people.faye, &case.id, &key).status >= 400);
    let unknown = examples::progress_query().ontvangstcode;
    send_photo_part(&anyone, &unknown, &key).problem(ProblemKind::NotFound);
    let lines = world.people.faye.to(Endpoint::Audit).send().good(Endpoint::Audit);
    let lines = lines["regels"].as_array().expect("lines").clone();
    assert!(lines.iter().any(|line| line["wat"] == "Photo"), "who looks at a photo is recorded");
}

#[test]
fn what_is_not_sealed_or_has_no_place_is_refused() {
    let world = World::shared();
    let anyone = world.anyone();
    let code = sent(&anyone, &words::draft());
    let send = |part: u8, sealed: &str| {
        let content = json!({ "sleutel": "5a".repeat(16), "verzegeld": sealed });
        let body = json!({ "ontvangstcode": code, "foto": fresh_key(), "deel": part, "inhoud": content });
        anyone.to(Endpoint::SendPhotoPart).json(&body).send()
    };
    send(0, "AAAA").problem(ProblemKind::BadRequest);
    let whole = data_encoding::BASE64.encode(&vec![0; 48 + 4096]);
    send(24, &whole).problem(ProblemKind::BadRequest);
    assert_eq!(send(23, &whole).status, 204);
    // words that say that they are a photo, and a photo that does not say how it came
    let key = fresh_key();
    for addition in [
        json!({ "sleutel": key, "soort": "foto" }),
        json!({ "sleutel": key, "soort": "foto", "delen": 0 }),
        json!({ "sleutel": key, "soort": "aanvulling", "delen": 1 }),
    ] {
        let body = json!({ "ontvangstcode": code, "aanvulling": addition, "antwoord": "Iets" });
        anyone.to(Endpoint::AnswerQuestion).json(&body).send().problem(ProblemKind::BadRequest);
    }
}

/// As every instance begins.
#[test]
fn without_the_profile_no_photo_is_taken() {
    let site = Site::new();
    site.without_photos();
    let host = site.start();
    let anyone = host.client();
    let code = sent(&anyone, &words::draft());
    send_photo_part(&anyone, &code, &fresh_key()).problem(ProblemKind::NotFound);
}
