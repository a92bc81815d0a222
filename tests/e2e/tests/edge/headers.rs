use e2e::{Answer, PASSWORD, World};
use shared::{
    contract::{Endpoint, Method},
    moment::Moment,
};

const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
];

/// The pages with a form: a browser would not say where that comes from without a referrer, and only others get none.
const PLAIN: [&str; 5] = ["/melden/formulier", "/bel-mij-terug", "/mijn-melding", "/en", "/en/mijn-melding"];

fn protected(answer: &Answer, what: &str) {
    let referrer = if PLAIN.contains(&what) { "same-origin" } else { "no-referrer" };
    for (name, value) in ALWAYS.into_iter().chain([("referrer-policy", referrer)]) {
        let all: Vec<_> = answer.headers.get_all(name).iter().collect();
        assert_eq!(all, [value], "{what}: {name}");
    }
    let csp = answer.header("content-security-policy");
    assert!(csp.starts_with("default-src 'none';") && csp.contains("frame-ancestors 'none'"), "{what}: {csp}");
    assert!(!csp.contains("unsafe-inline") && !csp.contains("'unsafe-eval'") && !csp.contains('*'), "{what}: {csp}");
    assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1, "{what}");
    // this host speaks http; over http the header has no meaning
    assert_eq!(answer.header("strict-transport-security"), "", "{what}");
    for tells in ["server", "x-powered-by"] {
        assert_eq!(answer.header(tells), "", "{what}");
    }
}

/// An answer of a component: not cached, and nothing in it can run.
fn of_the_api(answer: &Answer, what: &str) {
    protected(answer, what);
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'", "{what}");
}

#[test]
fn no_answer_of_the_api_may_be_cached() {
    let world = World::shared();
    let log_in = || world.anyone().log_in("sem.voorbeeld", PASSWORD);
    let mut seen = std::collections::BTreeSet::new();
    for endpoint in Endpoint::ALL {
        for client in [world.anyone(), log_in(), world.people.bo.clone()] {
            if *endpoint == Endpoint::LogOut && client.cookie() == world.people.bo.cookie() {
                continue;
            }
            let ask = client.to_one(*endpoint, &"0".repeat(32));
            let ask = if endpoint.method() == Method::Post { ask.typed("application/json", "{}") } else { ask };
            let answer = ask.send();
            seen.insert(answer.status);
            of_the_api(&answer, &format!("{endpoint:?} {}", answer.status));
        }
        let wrong = world.anyone().request("PUT", &endpoint.url("x")).send();
        of_the_api(&wrong, &format!("PUT {endpoint:?}"));
        assert_eq!(wrong.status, 405, "{endpoint:?}");
    }
    for path in ["/api/v1", "/api/v1/onzin", "/api/v1/meldingen/onzin", "/api/v1/dossiers/x/y/z", "/api/v1/profiel/x"] {
        let answer = world.anyone().request("GET", path).send();
        of_the_api(&answer, path);
        assert_eq!(answer.status, 404, "{path}");
    }
    for status in [200, 204, 400, 401, 403, 404] {
        assert!(seen.contains(&status), "{status} was not met: {seen:?}");
    }
}

#[test]
fn pages_and_files_are_protected_their_errors_too() {
    let world = World::shared();
    let get = |path: &str| world.anyone().request("GET", path).send();
    let page = get("/");
    let html = page.text();
    let asset = html.split('"').find(|part| part.starts_with("/assets/")).expect("the page names a file").to_owned();
    let table = [
        ("/", 200),
        ("/melden", 200),
        ("/melden/formulier", 200),
        ("/bel-mij-terug", 200),
        ("/mijn-melding", 200),
        ("/en", 200),
        ("/en/mijn-melding", 200),
        ("/oefenen", 200),
        ("/oefenen/1", 200),
        ("/melder.css", 307),
        ("/af", 200),
        ("/af/dossiers/0", 200),
        ("/huisstijl.css", 200),
        ("/manifest.webmanifest", 200),
        ("/dienst.js", 200),
        ("/wachtrij.js", 200),
        ("/.well-known/security.txt", 200),
        (asset.as_str(), 200),
        ("/bestaat-niet.txt", 404),
        ("/.well-known/onzin.txt", 404),
        ("/api/v2/onzin", 404),
    ];
    for (path, status) in table {
        let answer = get(path);
        assert_eq!(answer.status, status, "{path}");
        protected(&answer, path);
        let stored = answer.header("cache-control");
        let wanted = match status {
            200 if path.starts_with("/assets/") => "public, max-age=31536000, immutable",
            // not kept to go back to after logging out
            200 if path.starts_with("/af") || PLAIN.contains(&path) => "no-store",
            200 | 307 => "no-cache",
            _ => "no-store",
        };
        assert_eq!(stored, wanted, "{path}");
    }
    let wrong = world.anyone().request("POST", "/melden").send();
    assert_eq!(wrong.status, 405);
    protected(&wrong, "POST /melden");
}

/// RFC 9116, and less than a year ahead.
#[test]
fn security_txt_says_where_to_report_a_vulnerability() {
    let world = World::shared();
    let answer = world.anyone().request("GET", "/.well-known/security.txt").send();
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let text = answer.text();
    let field = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        let (first, second) = (lines.next(), lines.next());
        assert_eq!(second, None, "{name} stands there once");
        first.unwrap_or_else(|| panic!("no {name} in {text}")).to_owned()
    };
    assert_eq!(field("Contact"), "mailto:beveiliging@hengelo.example");
    assert_eq!(field("Preferred-Languages"), "nl, en");
    assert_eq!(field("Canonical"), format!("https://{}/.well-known/security.txt", world.host.address()));
    let expires = Moment::try_from(field("Expires")).expect("a moment");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let days = (expires.millis() / 1000 - i64::try_from(now).expect("it fits")) / 86_400;
    assert!((30..365).contains(&days), "{days} days");
}

#[test]
fn logging_out_empties_the_cache_and_ends_one_cookie_by_name() {
    let world = World::shared();
    let answer = world.anyone().log_in("sem.voorbeeld", PASSWORD).to(Endpoint::LogOut).send();
    answer.good(Endpoint::LogOut);
    // "storage" or "cookies" would take a melder's draft with them
    assert_eq!(answer.header("clear-site-data"), "\"cache\"");
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["__Host-meldroute=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"]);
}
