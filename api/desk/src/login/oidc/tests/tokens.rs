//! Everything that a provider, or somebody who imitates one, can do wrong with a token and its keys.
use super::{
    signing::{How, p256_jwk, rsa_jwk},
    *,
};
use WorkAccountRefusal as No;
use serde_json::json;

#[test]
fn all_three_algorithms_are_known_and_no_other_is() {
    let world = World::new();
    let table = [
        (How::Rs256, "r-1", None),
        (How::Ps256, "r-1", None),
        (How::Es256 { seed: 1 }, "e-1", None),
        (How::None, "r-1", Some(No::Algorithm)),
        (How::Hs256, "r-1", Some(No::Algorithm)),
        (How::Foreign, "r-1", Some(No::Signature)),
        (How::Es256 { seed: 2 }, "e-1", Some(No::Signature)),
        // a key of the other kind
        (How::Confused, "e-1", Some(No::Signature)),
        (How::Confused, "r-1", Some(No::Key)),
        (How::Rs256, "e-1", Some(No::Key)),
    ];
    for (how, kid, refusal) in table {
        world.provider.change(|state| (state.how, state.kid) = (how, Some(kid)));
        later(61);
        assert_eq!(world.go().err().map(|refused| refused.code()), refusal, "{kid}");
    }
}

#[test]
fn keys_and_extensions_in_a_token_header_are_not_believed() {
    let world = World::new();
    for head in [
        json!({ "crit": ["exp"], "exp": 1 }),
        json!({ "typ": "at+jwt" }),
        json!({ "alg": ["ES256"] }),
        json!({ "kid": 7 }),
    ] {
        world.provider.change(|state| state.head = head.clone());
        assert_eq!(world.refused(), No::Form, "{head}");
    }
    // a key in the token itself, by which it is signed
    world.provider.change(|state| {
        (state.head, state.how) = (json!({ "jwk": p256_jwk("e-1", 9), "typ": "JWT" }), How::Es256 { seed: 9 });
    });
    assert_eq!(world.refused(), No::Signature);
    for token in ["", ".", "..", "a.b", "a.b.c.d", "e30.e30.e30", "%.%.%"] {
        assert!(super::super::token::Signed::parse(token).is_err(), "{token}");
    }
}

#[test]
fn a_new_key_is_found_and_an_unknown_one_is_not_asked_for_all_the_time() {
    let world = World::new();
    world.go().unwrap();
    assert_eq!((world.provider.count("configuration"), world.provider.count("/sleutels")), (1, 1));
    // the provider changes its key
    world.provider.change(|state| {
        state.keys = vec![p256_jwk("e-2", 2)];
        (state.kid, state.how) = (Some("e-2"), How::Es256 { seed: 2 });
    });
    world.go().unwrap();
    assert_eq!(world.provider.count("/sleutels"), 2, "looked up once");
    world.go().unwrap();
    assert_eq!(world.provider.count("/sleutels"), 2, "and kept");
    // a key that it never published
    later(61);
    world.provider.change(|state| state.kid = Some("onbekend"));
    for _ in 0..5 {
        assert_eq!(world.refused(), No::Key);
    }
    assert_eq!(world.provider.count("/sleutels"), 3, "once a minute");
    later(61);
    assert_eq!(world.refused(), No::Key);
    assert_eq!(world.provider.count("/sleutels"), 4);
    // the old key is not believed any more
    world.provider.change(|state| (state.kid, state.how) = (Some("e-1"), How::Es256 { seed: 1 }));
    assert_eq!(world.refused(), No::Key);
}

#[test]
fn a_withdrawn_key_is_believed_for_an_hour_at_most() {
    let world = World::new();
    world.go().unwrap();
    world.provider.change(|state| state.keys = vec![p256_jwk("e-2", 2)]);
    later(3599);
    world.go().unwrap();
    later(1);
    assert_eq!(world.refused(), No::Key);
}

#[test]
fn a_provider_that_gives_no_keys_is_not_asked_more_often() {
    let world = World::new();
    world.go().unwrap();
    world.provider.change(|state| (state.kid, state.silent) = (Some("onbekend"), "/sleutels"));
    let codes = [world.refused(), world.refused(), world.refused()];
    assert_eq!(codes, [No::Unreachable, No::Key, No::Key]);
    assert_eq!(world.provider.count("/sleutels"), 2);
}

#[test]
fn without_a_name_there_is_one_key_or_none() {
    let world = World::new();
    world.provider.change(|state| state.kid = None);
    world.go().unwrap();
    world.provider.change(|state| state.keys = vec![p256_jwk("e-1", 1), p256_jwk("e-2", 2), rsa_jwk("r-1")]);
    later(3601);
    assert_eq!(world.refused(), No::Key);
}

#[test]
fn keys_that_are_weak_for_another_use_or_no_keys_are_not_used() {
    let changes = [
        (json!({ "use": "enc" }), No::Key),
        (json!({ "alg": "ES512" }), No::Key),
        (json!({ "crv": "P-384" }), No::Key),
        (json!({ "kty": "oct", "k": "c2xldXRlbA" }), No::Key),
        (json!({ "x": "AA" }), No::Key),
        (json!({ "x": 7 }), No::Key),
        // not on the curve
        (json!({ "y": signing::base64([1; 32]) }), No::Key),
    ];
    for (change, refusal) in changes {
        let world = World::new();
        let mut key = p256_jwk("e-1", 1);
        for (name, value) in change.as_object().unwrap() {
            key[name] = value.clone();
        }
        world.provider.change(|state| state.keys = vec![key]);
        assert_eq!(world.refused(), refusal, "{change}");
    }
    let world = World::new();
    let mut small = rsa_jwk("r-1");
    small["n"] = signing::base64([0xff; 128]).into();
    world.provider.change(|state| (state.keys, state.kid, state.how) = (vec![small], Some("r-1"), How::Rs256));
    assert_eq!(world.refused(), No::Key, "1024 bits");
}

#[test]
fn every_claim_is_checked_against_the_request() {
    let world = World::new();
    let table = [
        (json!({ "iss": "https://ander.example" }), No::Issuer),
        (json!({ "aud": "ander" }), No::Audience),
        (json!({ "azp": "ander" }), No::Party),
        (json!({ "exp": now() - 61 }), No::Expired),
        (json!({ "iat": now() + 120 }), No::IssuedAt),
        (json!({ "nonce": "van een ander" }), No::Nonce),
        (json!({ "nonce": null }), No::Nonce),
        (json!({ "at_hash": "AAAA" }), No::AccessToken),
        (json!({ "sub": null }), No::Form),
        (json!({ "sub": 7 }), No::Form),
    ];
    for (claims, refusal) in table {
        world.provider.change(|state| state.claims = claims.clone());
        assert_eq!(world.refused(), refusal, "{claims}");
    }
    // known who it is, and not let in
    let table = [
        (json!({ "acr": "laag" }), No::Strength),
        (json!({ "acr": null }), No::Strength),
        (json!({ "amr": ["pwd"] }), No::Strength),
        (json!({ "roles": null }), No::NoRole),
        (json!({ "roles": ["af"] }), No::NoRole),
        (json!({ "roles": ["mr-af", "mr-fg"] }), No::ManyRoles),
    ];
    for (claims, refusal) in table {
        world.provider.change(|state| state.claims = claims.clone());
        assert_eq!(world.go().unwrap().role, Err(refusal), "{claims}");
    }
}
