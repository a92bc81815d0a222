//! A negative test for every check of the provider's data.
use crate::{
    browser::Arrival,
    place::World,
    provider::{Provider, now},
    signing::How,
};
use serde_json::{Value, json};
use shared::contract::{Endpoint, WorkAccountRefusal as No};

const HONEST: How = How::By("e-1");

fn refused(world: &World, provider: &Provider, claims: &Value, how: How) -> Arrival {
    let browser = world.leave();
    let code = provider.grant(&browser, claims, how);
    browser.back(&browser.answer(&code))
}

#[test]
fn one_wrong_claim_or_signature_and_nobody_gets_in() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let none = json!({});
    let table = [
        (json!({ "iss": "https://ander.example" }), HONEST, No::Issuer),
        (json!({ "aud": "een-ander" }), HONEST, No::Audience),
        (json!({ "aud": ["met-geheim", "een-ander"] }), HONEST, No::Audience),
        (json!({ "azp": "een-ander" }), HONEST, No::Party),
        (json!({ "exp": now() - 120 }), HONEST, No::Expired),
        (json!({ "iat": now() - 3600 }), HONEST, No::IssuedAt),
        (json!({ "iat": now() + 3600 }), HONEST, No::IssuedAt),
        (json!({ "nonce": "0".repeat(64) }), HONEST, No::Nonce),
        (json!({ "nonce": null }), HONEST, No::Nonce),
        (json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }), HONEST, No::AccessToken),
        (json!({ "represents": { "sub": "een-ander" } }), HONEST, No::Represents),
        (json!({ "sub": null }), HONEST, No::Form),
        (none.clone(), How::None, No::Algorithm),
        (none.clone(), How::Hs256, No::Algorithm),
        (none.clone(), How::As("e-1", "e-2"), No::Signature),
        (none.clone(), How::As("e-1", "r"), No::Signature),
        (json!({ "acr": "laag" }), HONEST, No::Strength),
        (json!({ "acr": null }), HONEST, No::Strength),
        (json!({ "amr": ["pwd"] }), HONEST, No::Strength),
        (json!({ "amr": null }), HONEST, No::Strength),
        (json!({ "roles": null }), HONEST, No::NoRole),
        (json!({ "roles": ["af"] }), HONEST, No::NoRole),
        (json!({ "roles": ["meldroute-af", "meldroute-fg"] }), HONEST, No::ManyRoles),
    ];
    for (claims, how, refusal) in table {
        assert_eq!(refused(&world, &provider, &claims, how), Arrival::Refused(refusal), "{claims} {how:?}");
    }
    assert_eq!(provider.count("/sleutels"), 1, "no wrong signature made us ask for keys");
    // and the same without anything wrong
    for how in [HONEST, How::By("r")] {
        refused(&world, &provider, &none, how).known();
    }
}

#[test]
fn a_new_key_of_the_provider_works_and_an_unknown_one_does_not() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let none = json!({});
    refused(&world, &provider, &none, HONEST).known();
    provider.set_keys(&["e-2"]);
    refused(&world, &provider, &none, How::By("e-2")).known();
    assert_eq!(provider.count("/sleutels"), 2, "looked up once");
    for _ in 0..4 {
        let arrival = refused(&world, &provider, &none, How::By("e-3"));
        assert_eq!(arrival, Arrival::Refused(No::Key));
    }
    assert_eq!(refused(&world, &provider, &none, HONEST), Arrival::Refused(No::Key), "the old key is over");
    assert_eq!(provider.count("/sleutels"), 2, "and not again within a minute");
    assert_eq!(provider.count("/.well-known/openid-configuration"), 1);
}

#[test]
fn an_answer_of_another_provider_or_an_error_is_no_log_in() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    let browser = world.leave();
    let state = browser.value("state");
    let answer = format!("code=x&state={state}&iss=https%3A%2F%2Fander.example");
    assert_eq!(browser.back(&answer), Arrival::Refused(No::OtherIssuer));
    let browser = world.leave();
    let answer = format!("error=access_denied&error_description=kanarie&state={}", browser.value("state"));
    assert_eq!(browser.back(&answer), Arrival::Refused(No::Cancelled));
    let browser = world.leave();
    assert_eq!(browser.back(&browser.answer("nooit-gegeven")), Arrival::Refused(No::Code));
    provider.fall_silent();
    let browser = world.leave();
    assert_eq!(browser.back(&browser.answer("x")), Arrival::Refused(No::Unreachable));
}

#[test]
fn a_provider_that_is_not_there_or_half_a_setting_is_a_reason_on_a_page() {
    let provider = Provider::start();
    let cases = [
        (vec![("oidc_issuer", "")], No::Off),
        (vec![("oidc_roles", "")], No::Settings),
        (vec![("oidc_acr", ""), ("oidc_amr", "")], No::Settings),
        (vec![("oidc_client_secret", "")], No::Settings),
        // the manifest lets us go to the provider's own address only
        (vec![("oidc_host", "https://oidc.invalid")], No::Unreachable),
    ];
    for (changes, refusal) in cases {
        let world = World::with(&provider.issuer, &changes);
        for endpoint in [Endpoint::WorkAccountLogIn, Endpoint::WorkAccountReturn] {
            let answer = world.host.client().to(endpoint).send();
            answer.good(endpoint);
            let said = answer.header("location");
            // a browser that didn't begin here gets no further
            let begun = endpoint == Endpoint::WorkAccountLogIn || refusal != No::Unreachable;
            let wanted = if begun { refusal } else { No::NotBegun };
            assert_eq!(said, format!("/af?inloggen={}", wanted.as_str()), "{changes:?} {endpoint:?}");
        }
        assert_eq!(provider.count("/.well-known/openid-configuration"), 0);
    }
}
