//! The relay before something that speaks the published contract of NotifyNL over TLS, and looks at the signature by
//! itself.
use super::{
    Post, TOKEN, options,
    post::{certified, secure},
    relay, trial,
};
use crate::relay::{Options, Security, of};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATE: &str = "f33517ff-2a88-4f6e-b855-c550268ce08a";
/// A key as NotifyNL gives it; nobody's.
pub const KEY: &str = "een-verzonnen-sleutel-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

/// A request, as it came.
struct Asked {
    line: String,
    token: String,
    body: Value,
}

struct Service {
    port: u16,
    ca: tempfile::NamedTempFile,
    status: Arc<AtomicU16>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Service {
    fn open() -> Self {
        let (config, ca) = certified();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let service = Self { port, ca, status: Arc::new(AtomicU16::new(201)), asked: Arc::default() };
        let (status, asked) = (service.status.clone(), service.asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut stream = BufReader::new(secure(stream, config.clone()));
                // whoever does not trust the certificate hangs up
                let Some(request) = read(&mut stream) else { continue };
                asked.lock().unwrap().push(request);
                let status = status.load(Ordering::Relaxed);
                let _gone = write!(
                    stream.get_mut(),
                    "HTTP/1.1 {status} x\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{{}}"
                );
            }
        });
        service
    }

    fn options(&self, ca: PathBuf) -> Options {
        let post = Post::without_tls();
        Options {
            server: None,
            from: None,
            notify_key: Some(KEY.into()),
            notify_template: Some(TEMPLATE.into()),
            notify_url: format!("https://localhost:{}", self.port),
            ca: Some(ca),
            ..options(&post, Security::Tls)
        }
    }
}

fn read(stream: &mut impl BufRead) -> Option<Asked> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok().filter(|length| *length > 0)?;
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let header = |name: &str| {
        let named = |line: &String| {
            line.split_once(": ").filter(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
        };
        lines.iter().find_map(named)
    };
    let mut body = vec![0; header("content-length")?.parse().ok()?];
    stream.read_exact(&mut body).ok()?;
    let token = header("authorization")?.strip_prefix("Bearer ")?.to_owned();
    Some(Asked { line: lines.first()?.clone(), token, body: serde_json::from_slice(&body).ok()? })
}

/// The claims of a token whose signature is right.
fn claims(token: &str) -> Value {
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).unwrap().chain_update(signed);
    mac.verify_slice(&BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap()).unwrap();
    let (head, claims) = signed.split_once('.').unwrap();
    let decoded =
        |part: &str| -> Value { serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap() };
    assert_eq!(decoded(head)["alg"], "HS256");
    decoded(claims)
}

#[test]
fn a_message_goes_by_notifynl_signed_and_says_no_more_than_it_may() {
    let service = Service::open();
    let relay = relay(&service.options(service.ca.path().to_owned()));
    assert_eq!(trial::ask(relay, TOKEN, "fleur@hengelo.example").unwrap(), 204);
    let asked = service.asked.lock().unwrap().pop().unwrap();
    assert_eq!(asked.line, "POST /v2/notifications/email HTTP/1.1");
    let mut body = asked.body;
    assert!(body["reference"].take().as_str().is_some_and(|id| id.len() == 32));
    let whole = serde_json::json!({
        "email_address": "fleur@hengelo.example",
        "template_id": TEMPLATE,
        "personalisation": { "bericht": "Er is iets te doen in Meldroute", "adres": "https://meldroute.example" },
        "reference": null,
    });
    assert_eq!(body, whole);
    let claims = claims(&asked.token);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    assert_eq!(claims["iss"], SERVICE);
    assert!(claims["iat"].as_u64().is_some_and(|at| at.abs_diff(now) < 30), "NotifyNL takes no older one");
    assert!(!asked.token.contains(SECRET));
}

/// What is not taken is answered with 502, so that due work tries again; a letter that went goes once.
#[test]
fn what_notifynl_does_not_take_is_tried_again_and_then_goes_once() {
    let service = Service::open();
    let relay = relay(&service.options(service.ca.path().to_owned()));
    let letter = format!(r#"{{"id":"{}","aan":"fleur@hengelo.example"}}"#, "0a".repeat(16));
    for status in [400, 403, 429, 500, 503, 302, 200] {
        service.status.store(status, Ordering::Relaxed);
        assert_eq!(trial::give(relay, TOKEN, &letter).unwrap(), 502, "{status}");
    }
    service.status.store(201, Ordering::Relaxed);
    service.asked.lock().unwrap().clear();
    for _again in 0..2 {
        assert_eq!(trial::give(relay, TOKEN, &letter).unwrap(), 204);
    }
    assert_eq!(service.asked.lock().unwrap().len(), 1);
}

#[test]
fn a_notifynl_that_nobody_vouches_for_gets_nothing() {
    let (service, stranger) = (Service::open(), Service::open());
    let unknown = relay(&service.options(stranger.ca.path().to_owned()));
    assert_eq!(trial::ask(unknown, TOKEN, "fleur@hengelo.example").unwrap(), 502);
    assert!(service.asked.lock().unwrap().is_empty());
}

#[test]
fn wrong_settings_of_notifynl_are_named_before_anything_is_sent() {
    let service = Service::open();
    let whole = || service.options(service.ca.path().to_owned());
    assert!(of(&whole()).is_ok());
    assert!(of(&Options { notify_key: Some("kort".into()), ..whole() }).is_err());
    assert!(of(&Options { notify_key: Some(String::new()), ..whole() }).is_err(), "an open line of relay.env");
    assert!(of(&Options { notify_template: None, ..whole() }).is_err());
    assert!(of(&Options { notify_template: Some("proef".into()), ..whole() }).is_err());
    assert!(of(&Options { notify_url: "http://localhost".into(), ..whole() }).is_err());
}
