use e2e::{Answer, Ask, Client, Dossier, PASSWORD, World, fresh_key, sent, words, worklist};
use serde_json::Value;
use shared::{
    access::Role,
    contract::{Endpoint, Method, ProblemKind, openapi},
};

/// A complete request to an endpoint: its own first example as body, all headers, an id that exists.
fn complete(client: &Client, endpoint: Endpoint, id: &str, tag: &str) -> Ask {
    let ask = client.to_one(endpoint, id).key(&fresh_key()).if_match(tag);
    match openapi::examples_of(endpoint).first() {
        Some((_, example)) => ask.json(&of_today(endpoint, example)),
        None => ask,
    }
}

/// The example, with days in the future whenever this runs.
fn of_today(endpoint: Endpoint, example: &Value) -> Value {
    let (mut body, today) = (example.clone(), kit::clock::now().day().to_string());
    if endpoint == Endpoint::AddStandIn {
        body["van"] = today.as_str().into();
        body["totEnMet"] = today.as_str().into();
    }
    if endpoint == Endpoint::StartStandIn {
        body["totEnMet"] = today.as_str().into();
    }
    if endpoint == Endpoint::CommandAwareness {
        body["inhoud"]["regel"]["dag"] = today.as_str().into();
    }
    if endpoint == Endpoint::CommandMeetings {
        let plan = &mut body["inhoud"]["overleg"];
        plan["datum"] = today.as_str().into();
        plan["volgende"] = Value::Null;
    }
    body
}

/// A case, and an account, to try things on.
struct Targets {
    case: Dossier,
    /// Others of their own, because a command is asked on the first revision.
    rights: Dossier,
    request: Dossier,
    account: String,
}

impl Targets {
    fn new(world: &World) -> Self {
        let [case, rights, request] = [(); 3].map(|()| {
            let _code = sent(&world.anyone(), &words::draft());
            Dossier::newest(&world.people.fleur)
        });
        let (account, _) = world.people.add(&world.host, "proef.voorbeeld", Role::Officer);
        Self { case, rights, request, account }
    }

    fn id(&self, endpoint: Endpoint) -> &str {
        let own = [
            (Endpoint::CommandAccount, &self.account),
            (Endpoint::CommandAccess, &self.account),
            (Endpoint::CommandRights, &self.rights.id),
            (Endpoint::DecideRequest, &self.request.id),
            (Endpoint::ConfirmExclusion, &self.request.id),
        ];
        own.into_iter().find(|(one, _)| *one == endpoint).map_or(&self.case.id, |(_, id)| id)
    }
}

fn denied(answer: &Answer, role: Option<Role>, endpoint: Endpoint) {
    assert!(!words::stands_in(&answer.text()), "{endpoint:?} shows a case to {role:?}");
    match role {
        None => answer.problem(ProblemKind::NotLoggedIn),
        Some(_) => answer.problem(ProblemKind::Forbidden),
    };
}

/// A success, or a problem that is not about the caller's role. `works` tests that each endpoint succeeds for somebody.
fn allowed(answer: &Answer, role: Option<Role>, endpoint: Endpoint) {
    if answer.status < 400 {
        answer.good(endpoint);
    } else {
        let shown_wrong = matches!(endpoint, Endpoint::LogIn | Endpoint::OwnAccount) && answer.status == 401;
        if shown_wrong {
            answer.problem(ProblemKind::WrongCredentials);
        }
        let about_content = shown_wrong || matches!(answer.status, 404 | 409);
        assert!(about_content, "{endpoint:?} by {role:?}: {} {}", answer.status, answer.text());
    }
}

/// Everybody: nobody logged in, and somebody of every role.
fn everybody() -> Vec<Option<Role>> {
    std::iter::once(None).chain(Role::ALL.iter().copied().map(Some)).collect()
}

/// The account with this role.
fn login(role: Role) -> &'static str {
    match role {
        Role::Officer => "fleur.voorbeeld",
        Role::Administrator => "bo.beheer",
        Role::PrivacyOfficer => "faye.gegevens",
        Role::Analyst => "ank.cijfers",
        Role::Adviser => "kai.advies",
    }
}

#[test]
fn every_endpoint_for_everybody_as_the_table_says() {
    let world = World::new();
    let targets = Targets::new(&world);
    for role in [Role::Analyst, Role::Adviser] {
        drop(world.people.add(&world.host, login(role), role));
    }
    let log_in = |role| world.anyone().log_in(login(role), PASSWORD);
    let clients: Vec<(Role, Client)> = Role::ALL.iter().map(|role| (*role, log_in(*role))).collect();
    // first all refused requests, then a check that they changed nothing, then the allowed ones
    for wanted in [false, true] {
        for endpoint in Endpoint::ALL {
            for role in everybody() {
                if endpoint.access().allows(role) != wanted {
                    continue;
                }
                let client = match role {
                    None => world.anyone(),
                    // a session of its own, because it ends
                    Some(role) if *endpoint == Endpoint::LogOut => log_in(role),
                    Some(role) => clients.iter().find(|(one, _)| *one == role).expect("everybody is there").1.clone(),
                };
                let id = targets.id(*endpoint);
                let tag = if id == targets.account { world.people.account_tag(id) } else { "\"1\"".to_owned() };
                let ask = complete(&client, *endpoint, id, &tag);
                let answer = if *endpoint == Endpoint::LogIn { under_another_name(&client, role) } else { ask.send() };
                if wanted { allowed(&answer, role, *endpoint) } else { denied(&answer, role, *endpoint) }
            }
        }
        if !wanted {
            assert_eq!(Dossier::of(&world.people.sem, &targets.case.id).tag, "\"1\"", "nothing was done to the case");
            assert_eq!(worklist(&world.people.sem, "open").len(), 3, "and none was made");
            let _session = world.anyone().log_in("proef.voorbeeld", PASSWORD);
        }
    }
}

/// A try to log in that counts for no name that another one tried: the wait after five is tested elsewhere.
fn under_another_name(client: &Client, role: Option<Role>) -> Answer {
    client.try_code(&format!("niemand.{}", role.map_or("zonder", Role::as_str)), PASSWORD, "000000")
}

/// Nobody's body is read before it is known who asks.
#[test]
fn a_caller_without_permission_learns_nothing_about_the_body() {
    let world = World::shared();
    for endpoint in Endpoint::ALL {
        for (role, client) in [(None, world.anyone()), (Some(Role::Administrator), world.people.bo.clone())] {
            let post = endpoint.method() == Method::Post;
            if post && !endpoint.access().allows(role) {
                let ask = client.to_one(*endpoint, "geen-id").typed("text/plain", "{kanarie");
                denied(&ask.send(), role, *endpoint);
            }
        }
    }
}

#[test]
fn no_path_and_no_method_without_a_session_shows_a_case() {
    let world = World::shared();
    let code = sent(&world.anyone(), &words::draft());
    let case = Dossier::newest(&world.people.fleur);
    let mut paths: Vec<String> = Endpoint::ALL.iter().map(|endpoint| endpoint.url(&case.id)).collect();
    let more = [
        "/",
        "/af",
        "/af/dossiers",
        "/inbox.db",
        "/cases.db",
        "/.spin/cases.db",
        "/spin.toml",
        "/gemeenten/hengelo.json",
    ];
    paths.extend(more.map(String::from));
    paths.extend([format!("/af/dossiers/{}", case.id), format!("/api/v1//dossiers/{}", case.id)]);
    paths.extend([format!("/api/v1/meldingen/{}", case.id), format!("/api/v1/dossiers/{}/", case.id)]);
    paths.extend([format!("/api/v1/meldingen/../dossiers/{}", case.id), format!("/api/v1/dossiers/{}?x=1", case.id)]);
    let words_of_case = [case.id.as_str(), code.as_str()];
    for path in &paths {
        for method in ["GET", "HEAD", "DELETE", "OPTIONS", "POST", "PUT"] {
            let answer = world.anyone().request(method, path).send();
            let text = answer.text();
            assert!(!words::stands_in(&text), "{method} {path} shows {text}");
            for word in words_of_case {
                assert!(!text.contains(word), "{method} {path} shows {word}");
            }
            let whole = answer.status < 400 && path.contains("/dossiers") && path.starts_with("/api");
            assert!(!whole, "{method} {path} is answered with {}", answer.status);
        }
    }
}

/// The host's own headers can't be forged by a client.
#[test]
fn headers_that_only_the_host_sets_open_nothing() {
    let world = World::shared();
    let forged = [
        ("spin-full-url", "http://x/api/v1/gezondheid"),
        ("spin-path-info", "/api/v1/gezondheid"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-original-url", "/api/v1/gezondheid"),
        ("x-http-method-override", "GET"),
        ("authorization", "Basic ZmxldXI6eA=="),
    ];
    for (name, value) in forged {
        let answer = world.anyone().to(Endpoint::Cases).header(name, value).send();
        denied(&answer, None, Endpoint::Cases);
    }
}

#[test]
fn the_beheerder_gets_no_text_of_a_case_from_any_endpoint() {
    let world = World::shared();
    let _code = sent(&world.anyone(), &words::draft());
    let case = Dossier::newest(&world.people.fleur);
    let bo = &world.people.bo;
    for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.method() == Method::Get) {
        let answer = bo.to_one(*endpoint, &case.id).send();
        assert!(!words::stands_in(&answer.text()), "{endpoint:?}");
    }
    let accounts: Value = bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
    assert!(!accounts.to_string().contains("argon2"), "no hash of a password leaves the server");
}
