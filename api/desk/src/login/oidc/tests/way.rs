//! Tests of a whole log-in: transaction, answer, code, provider.
use super::*;
use WorkAccountRefusal as No;
use serde_json::json;

#[test]
fn a_returning_person_gets_the_role_of_the_claim() {
    let world = World::new();
    let person = world.go().unwrap();
    assert_eq!(person.role, Ok(Role::Officer));
    assert_eq!(person.name.unwrap().as_str(), "Fenna Verzonnen");
    assert!(person.fingerprint.len() == 64 && !person.fingerprint.contains("subject"));
}

#[test]
fn the_request_to_the_provider_follows_the_profile() {
    let (world, mut seen) = (World::new(), std::collections::BTreeSet::new());
    let browser = world.leave();
    assert!(browser.url.starts_with("https://inloggen.example/twente/aanmelden?"), "{}", browser.url);
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", "meldroute"),
        ("redirect_uri", RETURN_TO),
        ("scope", "openid profile"),
        ("code_challenge_method", "S256"),
        ("acr_values", "hoog"),
    ] {
        assert_eq!(browser.value(name), value);
    }
    for browser in [browser, world.leave()] {
        for name in ["state", "nonce", "code_challenge"] {
            assert!(browser.value(name).len() >= 43 && seen.insert(browser.value(name).to_owned()), "{name}");
        }
        assert!(!browser.set.contains(browser.value("state")) && !browser.set.contains(browser.value("nonce")));
        let attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
        assert!(browser.set.starts_with("__Host-meldroute-inloggen=") && browser.set.ends_with(attributes));
    }
}

#[test]
fn only_the_browser_that_left_comes_back_once_and_in_time() {
    let world = World::new();
    let (mine, other) = (world.leave(), world.leave());
    let code = |answer: &str, cookie: &str| world.come_back(answer, cookie).err().map(|refused| refused.code());
    assert_eq!(code(&mine.answer(), ""), Some(No::NotBegun));
    assert_eq!(code(&mine.answer(), &format!("{}0", mine.cookie)), Some(No::NotBegun));
    assert_eq!(code(&mine.answer(), &other.cookie), Some(No::State));
    assert_eq!(code(&format!("code=x&state={0}&state={0}", mine.value("state")), &mine.cookie), Some(No::State));
    assert_eq!(code("code=x", &mine.cookie), Some(No::State));
    // a later beginning than the real one gives another state
    let (seconds, random) = mine.cookie.split_once('.').unwrap();
    let younger = format!("{}.{random}", seconds.parse::<i64>().unwrap() + 300);
    later(301);
    assert_eq!(code(&mine.answer(), &younger), Some(No::State));
    later(298);
    let third = world.leave();
    assert_eq!(code(&third.answer(), &third.cookie), None, "after 9 minutes and 59 seconds of others");
    assert_eq!(code(&third.answer(), &third.cookie), Some(No::Used));
    later(1);
    assert_eq!(code(&mine.answer(), &mine.cookie), Some(No::TooOld), "ten minutes");
    assert_eq!(code(&mine.answer(), &format!("99999999999.{random}")), Some(No::TooOld), "from the future");
    // a log-in that was refused is used too
    assert_eq!(world.provider.count("/token"), 1, "nothing was asked for who did not begin here");
}

#[test]
fn of_two_returns_at_once_one_gets_in() {
    let world = World::new();
    // each list of used log-ins is begun here, by two at the same moment
    for n in 0..=u8::MAX {
        let (id, start) = (format!("{n:02x}").repeat(32), std::sync::Barrier::new(2));
        let use_up = || {
            start.wait();
            super::super::once::use_up(&world.desk, &id).is_ok()
        };
        let used = std::thread::scope(|scope| [(), ()].map(|()| scope.spawn(use_up)).map(|one| one.join().unwrap()));
        assert!(used[0] != used[1], "{n}: {used:?}");
    }
}

#[test]
fn the_answer_names_the_provider_and_is_no_error() {
    let world = World::new();
    let answer = |pairs: &[(&str, &str)]| {
        let browser = world.leave();
        let all: Vec<_> = pairs.iter().copied().chain([("state", browser.value("state"))]).collect();
        world.come_back(&form::form(&all), &browser.cookie).err().map(|refused| refused.code())
    };
    assert_eq!(answer(&[("code", "c"), ("iss", "https://ander.example")]), Some(No::OtherIssuer));
    assert_eq!(answer(&[("code", "c")]), Some(No::OtherIssuer), "it was promised");
    assert_eq!(answer(&[("error", "access_denied"), ("iss", provider::ISSUER)]), Some(No::Cancelled));
    assert_eq!(answer(&[("error", "x"), ("code", "c"), ("iss", provider::ISSUER)]), Some(No::Cancelled));
    assert_eq!(answer(&[("iss", provider::ISSUER)]), Some(No::Cancelled));
    world.provider.change(|state| state.status = 400);
    assert_eq!(world.refused(), No::Code);
    world.provider.change(|state| (state.status, state.silent) = (200, "/token"));
    assert_eq!(world.refused(), No::Unreachable);
}

#[test]
fn a_provider_that_does_not_promise_its_name_may_leave_it_out() {
    let world = World::new();
    world.provider.change(|state| state.metadata = json!({ "authorization_response_iss_parameter_supported": null }));
    let browser = world.leave();
    let answer = |browser: &Browser| form::form(&[("code", "c"), ("state", browser.value("state"))]);
    assert!(world.come_back(&answer(&browser), &browser.cookie).is_ok());
    let browser = world.leave();
    let wrong = format!("{}&iss=https%3A%2F%2Fander.example", answer(&browser));
    assert_eq!(world.come_back(&wrong, &browser.cookie).unwrap_err().code(), No::OtherIssuer);
}

#[test]
fn metadata_of_another_or_without_tls_is_refused() {
    let changes = [
        ("issuer", json!("https://inloggen.example")),
        ("issuer", json!("https://inloggen.example/twente/")),
        ("token_endpoint", json!("http://inloggen.example/token")),
        ("token_endpoint", json!("http://127.0.0.1/token")),
        ("jwks_uri", json!("file:///etc/passwd")),
        ("authorization_endpoint", json!("javascript:alert(1)")),
        ("code_challenge_methods_supported", json!(["plain"])),
        ("jwks_uri", json!(null)),
    ];
    for (name, value) in changes {
        let world = World::new();
        world.provider.change(|state| state.metadata[name] = value.clone());
        let removed = value.is_null();
        if removed {
            world.provider.change(|state| state.metadata[name] = json!(7));
        }
        let refused = begin(&world.desk, &world.settings(), RETURN_TO).unwrap_err();
        assert_eq!(refused.code(), No::Provider, "{name} {value}");
    }
    let world = World::new();
    world.provider.change(|state| state.silent = "/openid-configuration");
    let refused = begin(&world.desk, &world.settings(), RETURN_TO).unwrap_err();
    assert_eq!(refused.code(), No::Unreachable);
}

#[test]
fn a_provider_that_does_not_answer_is_left_alone_for_a_while() {
    let world = World::new();
    let leave = || begin(&world.desk, &world.settings(), RETURN_TO).map(drop);
    world.provider.change(|state| state.silent = "/openid-configuration");
    for _ in 0..5 {
        assert_eq!(leave(), Err(No::Unreachable.into()));
    }
    assert_eq!(world.provider.count("configuration"), 1);
    world.provider.change(|state| state.silent = "nergens");
    assert_eq!(leave(), Err(No::Unreachable.into()));
    later(20);
    assert_eq!(leave(), Ok(()));
}

#[test]
fn we_prove_our_identity_by_secret_or_by_signature() {
    let world = World::new();
    world.go().unwrap();
    let (headers, pairs) = world.provider.change(|state| state.request.take()).unwrap();
    // "meldroute:een%20verzonnen%20geheim"
    let basic = "Basic bWVsZHJvdXRlOmVlbiUyMHZlcnpvbm5lbiUyMGdlaGVpbQ==";
    assert!(headers.contains(&("authorization", basic.to_owned())), "{headers:?}");
    assert!(!pairs.iter().any(|(name, _)| name == "client_secret"));
    let signed = World::with(|name| match name {
        "oidc_client_secret" => Some(String::new()),
        "oidc_client_key" => {
            let d = signing::base64([7; 32]);
            Some(json!({ "kty": "EC", "crv": "P-256", "kid": "ons-1", "d": d }).to_string())
        }
        other => variable(other),
    });
    signed.go().unwrap();
    let (headers, pairs) = signed.provider.change(|state| state.request.take()).unwrap();
    assert!(!headers.iter().any(|(name, _)| *name == "authorization"));
    let assertion = &pairs.iter().find(|(name, _)| name == "client_assertion").unwrap().1;
    let keys = serde_json::from_value(json!({ "keys": [signing::p256_jwk("ons-1", 7)] })).unwrap();
    let claims = super::super::token::Signed::parse(assertion).unwrap().verified(&keys).unwrap();
    assert_eq!(claims["iss"], "meldroute");
    assert_eq!(claims["sub"], "meldroute");
    assert_eq!(claims["aud"], provider::ISSUER);
    assert_eq!(claims["exp"], now() + 60);
    assert_eq!(claims["jti"].as_str().unwrap().len(), 32);
    let body_only = World::new();
    let methods = json!(["client_secret_post", "private_key_jwt"]);
    body_only.provider.change(|state| state.metadata = json!({ "token_endpoint_auth_methods_supported": methods }));
    body_only.go().unwrap();
    let (headers, pairs) = body_only.provider.change(|state| state.request.take()).unwrap();
    assert!(pairs.contains(&("client_secret".into(), "een verzonnen geheim".into())));
    assert!(!headers.iter().any(|(name, _)| *name == "authorization"));
}
