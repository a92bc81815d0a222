//! At a certified provider (npm `oidc-provider`), as a browser meets it: every redirect followed, every cookie kept.
use crate::{
    browser::{Arrival, Browser},
    place::{SECRET, World},
    signing::own_key,
};
use e2e::Place;
use serde_json::json;
use shared::contract::{Endpoint, ProblemKind, WorkAccountRefusal as No};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// The provider's process; it never outlives this value.
struct Certified {
    child: Child,
    issuer: String,
}

/// The provider's answer.
struct There {
    status: u16,
    headers: http::HeaderMap,
    text: String,
}

impl Drop for Certified {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }
}

impl Certified {
    fn start() -> Self {
        let folder = Place::find().root.join("tests/provider");
        let installed = folder.join("node_modules/oidc-provider").is_dir();
        assert!(
            installed,
            "the provider is not installed: `cargo xtask test` does that, or `npm ci` in tests/provider"
        );
        let settings = json!({ "secret": SECRET, "jwk": own_key().1 }).to_string();
        let mut command = Command::new("node");
        command.arg("provider.mjs").arg(settings).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().expect("node can be started");
        let mut lines = BufReader::new(child.stdout.take().expect("an output")).lines().map_while(Result::ok);
        let issuer = lines.find_map(|line| line.strip_prefix("ready ").map(str::to_owned)).expect("it gets ready");
        Self { child, issuer }
    }

    /// Signs with keys that nobody has seen before.
    fn renew_keys(&self) {
        assert_eq!(self.ask("POST", "/sleutel", "").status, 204);
    }

    /// One request of a browser to the provider; redirects are answers.
    fn ask(&self, method: &str, path: &str, cookie: &str) -> There {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None);
        let agent: ureq::Agent = config.build().into();
        let request = http::Request::builder().method(method).uri(format!("{}{path}", self.issuer));
        let request = request.header("cookie", cookie).body(()).expect("a request");
        let (head, mut body) = agent.run(request).expect("an answer").into_parts();
        let text = body.read_to_string().expect("text");
        There { status: head.status.as_u16(), headers: head.headers, text }
    }

    /// Presses a button there and follows until the browser is sent back to us; answers that query.
    fn press(&self, browser: &Browser, button: &str) -> String {
        let mut cookies = BTreeMap::<String, String>::new();
        let mut next = ("GET", browser.location.strip_prefix(&self.issuer).expect("the provider").to_owned());
        for _ in 0..10 {
            let header = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
            let answer = self.ask(next.0, &next.1, &header);
            for set in answer.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok()) {
                let (name, value) = set.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
                cookies.insert(name.to_owned(), value.to_owned());
            }
            if answer.status == 200 {
                // the page with buttons
                next = ("POST", format!("{}?{button}", next.1));
                continue;
            }
            assert!(matches!(answer.status, 302 | 303), "{} {}: {}", next.0, next.1, answer.text);
            let place = answer.headers["location"].to_str().expect("an address");
            if let Some((_, query)) = place.split_once("/sessies/werkaccount/terug?") {
                return query.to_owned();
            }
            next = ("GET", place.strip_prefix(&self.issuer).unwrap_or(place).to_owned());
        }
        panic!("it never came back");
    }

    fn log_in(&self, world: &World, button: &str) -> Arrival {
        let browser = world.leave();
        browser.back(&self.press(&browser, button))
    }
}

#[test]
fn an_af_and_an_fg_log_in_at_a_certified_provider() {
    let certified = Certified::start();
    let world = World::with(&certified.issuer, &[]);
    let af = world.let_in(|| certified.log_in(&world, "wie=fenna"));
    let who = af.to(Endpoint::Session).send().good(Endpoint::Session);
    assert_eq!((&who["rol"], &who["naam"]), (&json!("af"), &json!("Fenna Verzonnen")));
    af.to(Endpoint::Cases).send().good(Endpoint::Cases);
    af.to(Endpoint::Audit).send().problem(ProblemKind::Forbidden);
    let fg = world.let_in(|| certified.log_in(&world, "wie=farid"));
    fg.to(Endpoint::Cases).send().problem(ProblemKind::Forbidden);
    let audit = fg.to(Endpoint::Audit).send().good(Endpoint::Audit);
    let lines = audit["regels"].as_array().expect("lines");
    let entries: Vec<_> = lines.iter().filter(|line| line["wat"] == "WorkAccountReturn").collect();
    let of = |outcome: &str| entries.iter().filter(|line| line["afloop"] == outcome).count();
    assert_eq!((of("geweigerd"), of("gelukt")), (2, 2), "each waited for a second person first: {audit}");
    assert!(entries.iter().any(|line| line["wie"] == who["id"] && line["afloop"] == "gelukt"), "{entries:?}");
    // the same person again is the same account
    let again = world.host.client().with_cookie(&certified.log_in(&world, "wie=fenna").cookie());
    assert_eq!(again.to(Endpoint::Session).send().good(Endpoint::Session)["id"], who["id"]);
}

#[test]
fn a_certified_provider_changes_its_keys() {
    let certified = Certified::start();
    let world = World::with(&certified.issuer, &[("oidc_client_id", "met-ec")]);
    certified.log_in(&world, "wie=fenna").known();
    certified.renew_keys();
    certified.log_in(&world, "wie=fenna").known();
}

#[test]
fn we_authenticate_with_a_key() {
    let certified = Certified::start();
    let key = own_key().0.to_string();
    let changes = [("oidc_client_id", "met-sleutel"), ("oidc_client_secret", ""), ("oidc_client_key", key.as_str())];
    let world = World::with(&certified.issuer, &changes);
    certified.log_in(&world, "wie=fenna").known();
}

#[test]
fn too_weak_without_a_role_or_stopped_is_no_log_in() {
    let certified = Certified::start();
    let world = World::with(&certified.issuer, &[]);
    assert_eq!(certified.log_in(&world, "wie=fenna&zwak=ja"), Arrival::Refused(No::Strength));
    assert_eq!(certified.log_in(&world, "wie=nora"), Arrival::Refused(No::NoRole));
    assert_eq!(certified.log_in(&world, "stoppen=ja"), Arrival::Refused(No::Cancelled));
    let wrong = World::with(&certified.issuer, &[("oidc_client_secret", "een ander geheim")]);
    assert_eq!(certified.log_in(&wrong, "wie=fenna"), Arrival::Refused(No::Code));
}

/// The answer to one log-in doesn't work for another, and for its own only once.
#[test]
fn an_answer_works_only_once() {
    let certified = Certified::start();
    let world = World::with(&certified.issuer, &[]);
    let (browser, other) = (world.leave(), world.leave());
    let answer = certified.press(&browser, "wie=fenna");
    let stolen = answer.replace(&browser.value("state"), &other.value("state"));
    assert_eq!(other.back(&stolen), Arrival::Refused(No::Code), "PKCE");
    // the provider gave nothing for it yet, so its own browser gets in, and only once
    browser.back(&answer).known();
    assert_eq!(browser.back(&answer), Arrival::Refused(No::Used));
}
