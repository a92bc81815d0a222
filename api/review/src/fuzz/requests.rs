use crate::world::World;
use fuzz::{Form, Target};
use serde_json::Value;
use shared::contract::{Endpoint, Method, openapi};

/// So many times there is a request that has no body.
const SEEN: usize = 5;

/// After so many requests everything is put back as it was.
const FRESH: u32 = 50;

/// A request to every endpoint of this component, as openapi.json describes it, by somebody who may.
fn seeds(world: &World) -> Vec<String> {
    let document = openapi::document();
    let mut made = Vec::new();
    for endpoint in Endpoint::ALL {
        let operation = &document["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()];
        let media = &operation["requestBody"]["content"]["application/json"];
        let examples = openapi::examples_of(*endpoint);
        let mut bodies: Vec<String> = examples.iter().map(|(_, example)| example.to_string()).collect();
        if let Some(schema) = media.get("schema") {
            let root = serde_json::json!({ "$ref": schema["$ref"], "components": document["components"] });
            bodies.extend(fuzz::examples(&root).iter().take(40).map(Value::to_string));
        }
        for cookie in &world.cookies {
            let url = endpoint.url(world.case.as_str()) + query(*endpoint);
            let head = format!("{} {url}\n{cookie}\norigin: http://meldroute.example\n{}", endpoint.method(), HEADERS);
            match endpoint.method() {
                Method::Post => made.extend(bodies.iter().map(|body| format!("{head}\n\n{body}"))),
                // each of the others has one for every shape of its body
                Method::Get | Method::Delete => made.extend(std::iter::repeat_n(head, SEEN)),
            }
        }
    }
    made
}

/// The headers of every request: the host's own, and those that some endpoints require.
const HEADERS: &str = "spin-full-url: http://meldroute.example/\nspin-client-addr: 192.0.2.1:5\ncontent-type: application/json\n\
    authorization: Bearer een-woord-dat-lang-genoeg-is\nif-match: \"1\"\nidempotency-key: 00112233445566778899aabbccddeeff";

fn query(endpoint: Endpoint) -> &'static str {
    if endpoint == Endpoint::Cases {
        "?stap=afgerond&pagina=2"
    } else if endpoint == Endpoint::Audit {
        "?wat=Case&voor=3&dossier=2026-001"
    } else {
        ""
    }
}

/// Log-ins and new passwords take 19 MiB and their time by design: those that would be let in are left out, since their
/// bodies are a target of `desk`.
fn hashes(request: &http::Request<Vec<u8>>) -> bool {
    [Endpoint::LogIn, Endpoint::AddAccount, Endpoint::SetUp].iter().any(|at| request.uri().path() == at.url(""))
        || request.body().windows(10).any(|part| part == b"wachtwoord")
}

#[test]
fn every_request_is_answered_and_none_is_our_fault() {
    let (world, mut asked) = (World::new(), 0);
    let seeds = seeds(&world);
    Target::new("request to review", Form::Bytes, seeds.iter().map(String::as_str)).run(|input| {
        let Some(request) = fuzz::request(input).filter(|request| !hashes(request)) else { return false };
        asked += 1;
        if asked % FRESH == 0 {
            world.put_back();
        }
        let (status, body) = world.ask(request);
        assert!(status < 500, "{status}: {}", String::from_utf8_lossy(&body));
        status < 300
    });
}
