//! The application over https: from the host itself, or behind a trusted proxy.
use e2e::{Answer, Client, Host, Site, fresh_key, words};
use shared::contract::{Endpoint, ProblemKind};
use std::{fs, os::unix::fs::PermissionsExt};

const HSTS: &str = "max-age=63072000; includeSubDomains";

/// A host with TLS and a fictional certificate, and a client that trusts it.
fn over_tls(site: &Site, more: &[&str]) -> (Host, Client) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let (certificate, key) = (site.as_ref().join("cert.pem"), site.as_ref().join("key.pem"));
    fs::write(&certificate, made.cert.pem()).expect("it can be written");
    fs::write(&key, made.signing_key.serialize_pem()).expect("it can be written");
    fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).expect("it is ours");
    let (certificate, key) = (certificate.display().to_string(), key.display().to_string());
    let flags = [&["--tls-cert", &certificate, "--tls-key", &key], more].concat();
    let host = site.start_with(&[], &flags);
    let base = host.url().replace("127.0.0.1", "localhost");
    assert!(base.starts_with("https://"), "{base}");
    (host, Client::believing(&base, site.keyring(), &made.cert.pem()))
}

/// A page, a file, an answer of each component, and two errors.
fn everywhere(client: &Client, headers: &[(&str, &str)]) -> Vec<(String, Answer)> {
    let paths = ["/", "/af", "/huisstijl.css", "/bestaat-niet.txt", "/api/v1/profiel", "/api/v1/sessies/huidige"];
    let ask = |path: &&str| {
        let ask = client.request("GET", path);
        let answer = headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value)).send();
        ((*path).to_owned(), answer)
    };
    let mut all: Vec<_> = paths.iter().map(ask).collect();
    let report = client.to(Endpoint::SendReport).key(&fresh_key()).json(&words::draft());
    let report = headers.iter().fold(report, |ask, (name, value)| ask.header(name, value)).send();
    report.good(Endpoint::SendReport);
    all.push(("a report".into(), report));
    all
}

fn hsts(answer: &Answer) -> Vec<&str> {
    let all = answer.headers.get_all("strict-transport-security");
    all.iter().map(|value| value.to_str().expect("a text")).collect()
}

#[test]
fn over_tls_every_answer_carries_hsts() {
    let site = Site::new();
    let (_host, client) = over_tls(&site, &["--max-body", "4000"]);
    for (what, answer) in everywhere(&client, &[]) {
        assert_eq!(hsts(&answer), [HSTS], "{what}");
    }
    // the host's own header, which would replace the application's
    let much = client.to(Endpoint::LogIn).typed("application/json", vec![b' '; 5000]).send();
    much.problem_of_anyone(413);
    assert_eq!(hsts(&much), [HSTS]);
    let text = client.request("GET", "/.well-known/security.txt").send().text();
    assert!(text.contains("Canonical: https://localhost:"), "{text}");
}

#[test]
fn only_a_trusted_proxy_makes_it_https_for_the_application() {
    let site = Site::new();
    let host = site.start_with(&[], &["--proxy", "127.0.0.1"]);
    for (said, wanted) in [("https", &[HSTS][..]), ("http", &[]), ("https, http", &[])] {
        for (what, answer) in everywhere(&host.client(), &[("x-forwarded-proto", said)]) {
            assert_eq!(hsts(&answer), wanted, "{said}: {what}");
        }
    }
    let other = Site::new();
    let alone = other.start();
    for said in [&[][..], &[("x-forwarded-proto", "https")], &[("spin-full-url", "https://localhost/")]] {
        for (what, answer) in everywhere(&alone.client(), said) {
            assert_eq!(hsts(&answer), [""; 0], "{said:?}: {what}");
        }
    }
}

/// A page that came over plain http may not act for a page that came over TLS.
#[test]
fn over_https_the_same_name_without_tls_is_another_website() {
    let (site, other) = (Site::new(), Site::new());
    let (_host, client) = over_tls(&site, &[]);
    let believed = other.start_with(&[], &["--proxy", "127.0.0.1"]);
    let proxied = believed.client();
    let authority = client.request("GET", "/.well-known/security.txt").send().text();
    let authority = authority.split("Canonical: https://").nth(1).and_then(|rest| rest.split('/').next());
    let own = authority.expect("an authority").to_owned();
    for (client, name, extra) in
        [(&client, own.as_str(), None), (&proxied, believed.address(), Some(("x-forwarded-proto", "https")))]
    {
        let send = |origin: &str| {
            let ask = client.to(Endpoint::SendReport).key(&fresh_key()).json(&words::draft());
            let ask = extra.into_iter().fold(ask, |ask, (name, value)| ask.header(name, value));
            ask.header("origin", origin).send()
        };
        send(&format!("https://{name}")).good(Endpoint::SendReport);
        send(&format!("http://{name}")).problem(ProblemKind::ForeignOrigin);
        send("https://ander.example").problem(ProblemKind::ForeignOrigin);
    }
}

/// The plain address reaches nothing of the application, and redirects no request with content.
#[test]
fn the_plain_address_only_redirects_to_https() {
    let site = Site::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port");
    let (host, _client) = over_tls(&site, &["--http-redirect", &free.to_string()]);
    // a connection for each: one whose request was not read to its end is closed after the answer
    let plain = || Client::new(&format!("http://{free}"), site.keyring());
    let answer = plain().request("GET", "/melden?a=b").send();
    assert_eq!((answer.status, answer.header("location")), (308, format!("{}/melden?a=b", host.url()).as_str()));
    for endpoint in Endpoint::ALL {
        let answer = plain().to_one(*endpoint, "x").header("authorization", "Bearer x").send();
        answer.problem_of_anyone(403);
    }
    plain().to(Endpoint::SendReport).key(&fresh_key()).json(&words::draft()).send().problem_of_anyone(403);
}
