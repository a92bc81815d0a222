use e2e::{World, fresh_key, send_report, words};
use shared::contract::{Endpoint, Method, ProblemKind};

fn changes_something() -> impl Iterator<Item = Endpoint> {
    Endpoint::ALL.iter().copied().filter(|endpoint| match endpoint.method() {
        Method::Post | Method::Delete => true,
        Method::Get => false,
    })
}

/// Before the body is read and the session looked up: the same answer with and without a session.
#[test]
fn another_website_can_change_nothing_at_any_endpoint() {
    let world = World::shared();
    let own = world.host.url();
    let foreign: &[&[(&str, &str)]] = &[
        &[("origin", "https://ander.example")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:1")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", own)],
        &[("sec-fetch-site", "same-origin"), ("origin", "https://ander.example")],
        // the client's own version of this header is removed
        &[("origin", "https://ander.example"), ("spin-full-url", "https://ander.example/")],
        &[("origin", "https://ander.example"), ("x-forwarded-host", "ander.example")],
    ];
    for endpoint in changes_something() {
        for client in [world.anyone(), world.people.fleur.clone(), world.people.bo.clone()] {
            for headers in foreign {
                let mut ask = client.to_one(endpoint, "geen-id").typed("text/plain", "{kanarie");
                for (name, value) in *headers {
                    ask = ask.header(name, value);
                }
                let answer = ask.send();
                assert_eq!(answer.status, 403, "{endpoint:?} {headers:?}: {}", answer.text());
                answer.problem(ProblemKind::ForeignOrigin);
                assert_eq!(answer.header("set-cookie"), "", "{endpoint:?}");
            }
        }
    }
    for client in [&world.people.fleur, &world.people.bo] {
        client.to(Endpoint::Session).send().good(Endpoint::Session);
    }
}

#[test]
fn our_own_pages_and_clients_that_are_no_browser_are_let_through() {
    let world = World::shared();
    let (own, behind_proxy) = (world.host.url(), format!("https://{}", world.host.address()));
    let ours: &[&[(&str, &str)]] = &[
        &[],
        &[("origin", own), ("sec-fetch-site", "same-origin")],
        &[("origin", own)],
        &[("sec-fetch-site", "same-origin")],
        &[("origin", &behind_proxy), ("sec-fetch-site", "same-origin")],
    ];
    for headers in ours {
        for endpoint in changes_something() {
            let ask = world.anyone().to_one(endpoint, "geen-id").typed("text/plain", "{");
            let answer = headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value)).send();
            assert_ne!(answer.status, 403, "{endpoint:?} {headers:?}");
        }
        let ask = world.anyone().to(Endpoint::SendReport).key(&fresh_key()).json(&words::draft());
        headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value)).send().good(Endpoint::SendReport);
    }
    send_report(&world.anyone(), &fresh_key(), &words::draft()).good(Endpoint::SendReport);
    // a link on another site may still be followed
    let page = world.anyone().request("GET", "/melden").header("sec-fetch-site", "cross-site").send();
    assert_eq!(page.status, 200);
}
