//! Headers, paths, queries, and typed codes.
use super::text;
use crate::{login::session, testing};
use fuzz::{Form, Target};
use http::{HeaderMap, HeaderName, HeaderValue};
use kit::{
    inbox::{limit::Net, secret},
    web::{body, origin},
};
use shared::{
    code::ReceiptCode,
    id::{AccountId, CaseId},
    moment::{Day, Moment},
    text::{Line, Login, Prose},
};

/// A header as the host passes it on; `false` for bytes that a header can't contain.
fn with(name: &'static str, value: &[u8], then: impl Fn(&HeaderMap) -> bool) -> bool {
    let Ok(value) = HeaderValue::from_bytes(value) else { return false };
    then(&HeaderMap::from_iter([(HeaderName::from_static(name), value)]))
}

fn header(target: &str, name: &'static str, seeds: &[&str], then: impl Fn(&HeaderMap) -> bool) {
    Target::new(target, Form::Bytes, seeds.iter().copied()).run(|input| with(name, input, &then));
}

#[test]
fn headers_are_accepted_or_refused() {
    let key = "00112233445566778899aabbccddeeff";
    header("Idempotency-Key", "idempotency-key", &[key, "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"], |headers| {
        body::idempotency_key(headers).is_ok_and(|secret| !secret.code().shown().is_empty())
    });
    header("If-Match", "if-match", &["\"1\"", "\"18446744073709551615\"", "W/\"1\"", "\"1\", \"2\""], |headers| {
        body::if_match(headers).is_ok_and(|revision| !revision.next().etag().is_empty())
    });
    let desk = testing::desk(testing::stores(), kit::clock::now, &[5]);
    let cookie = format!("a=b; {}={}; c", session::COOKIE, "0a".repeat(32));
    header("Cookie", "cookie", &[&cookie, "a", "=; =", "__Host-bekend=1.2.3"], |headers| {
        session::token_of(&desk, headers).is_some()
    });
    header("client address", "spin-client-addr", &["192.0.2.1:50", "[2001:db8::1]:1", "::1", "x"], |headers| {
        Net::of(headers).is_known()
    });
}

/// Lines: target, origin, and what the browser says about the origin.
#[test]
fn an_origin_is_ours_or_refused() {
    let seeds = [
        "https://meldroute.example/api/v1/sessies?a=b\nhttps://meldroute.example\nsame-origin",
        "http://[::1]:3000/\nhttp://[::1]:3000\nnone",
        "http://meldroute.example:80/x\nhttps://meldroute.example:443\nsame-origin",
        "https://meldroute.example/\nhttps://ander.example\ncross-site",
    ];
    Target::new("origin", Form::Bytes, seeds).run(|input| {
        let names = ["spin-full-url", "origin", "sec-fetch-site"];
        let mut headers = HeaderMap::new();
        for (name, line) in names.into_iter().zip(input.split(|byte| *byte == b'\n')) {
            let Ok(value) = HeaderValue::from_bytes(line) else { return false };
            headers.append(name, value);
        }
        let (https, authority) = (origin::is_https(&headers), origin::authority(&headers));
        assert!(!https || authority.is_some(), "https to nowhere");
        origin::check(&headers).is_ok()
    });
}

#[test]
fn typed_input_is_accepted_or_refused() {
    let code = ReceiptCode::from_secret(&[0x5a; 16]).shown();
    text("receipt code", &[code.clone(), code.to_lowercase().replace(' ', "-")], |typed| {
        let code = ReceiptCode::parse(typed);
        if let Ok(code) = &code {
            assert_eq!(ReceiptCode::parse(&code.shown()).as_ref(), Ok(code), "read back as another");
            drop(secret::status_key(code));
        }
        code.is_ok()
    });
    let hex = "0123456789abcdef".repeat(2);
    text("id", &[hex], |typed| CaseId::parse(typed).is_ok() | AccountId::parse(typed).is_ok());
    let words = ["een verzonnen zin", "fleur.voorbeeld", "e\u{301}\u{1f600}"].map(str::to_owned);
    text("words", &words, |typed| {
        let all = [Line::parse(typed).is_ok(), Login::parse(typed).is_ok(), Prose::parse(typed).is_ok()];
        all.contains(&true)
    });
    let days = ["2026-04-24", "2024-02-29", "2026-04-24T13:42:00.000Z", "-262142-01-01"].map(str::to_owned);
    text("day and moment", &days, |typed| {
        let moment = Moment::try_from(typed.to_owned());
        if let Ok(moment) = &moment {
            drop(moment.day().to_string());
        }
        typed.parse::<Day>().is_ok() | moment.is_ok()
    });
}
