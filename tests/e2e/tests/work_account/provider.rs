//! A provider on this machine that does what a test asks, wrong things too. It gets its codes from the test, gives
//! tokens for each code once, and checks PKCE and the secret like an honest one.
use crate::{
    browser::Browser,
    place::SECRET,
    signing::{How, base64, public, token},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

/// The provider's state.
#[derive(Default)]
struct State {
    keys: Vec<&'static str>,
    grants: HashMap<String, Grant>,
    /// The paths that were asked.
    asked: Vec<String>,
    /// Says nothing any more.
    silent: bool,
}

/// The log-in behind a code.
struct Grant {
    challenge: String,
    claims: Value,
    how: How,
}

#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    state: Arc<Mutex<State>>,
}

pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_secs()).expect("it fits")
}

impl Provider {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let state = State { keys: vec!["r", "e-1"], ..State::default() };
        let provider = Self { issuer, state: Arc::new(Mutex::new(state)) };
        let serving = provider.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let provider = serving.clone();
                // a client that hangs up gets no answer
                std::thread::spawn(move || provider.serve(stream).ok());
            }
        });
        provider
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn set_keys(&self, keys: &[&'static str]) {
        self.state().keys = keys.to_vec();
    }

    pub fn fall_silent(&self) {
        self.state().silent = true;
    }

    /// How often a path was asked.
    pub fn count(&self, path: &str) -> usize {
        self.state().asked.iter().filter(|asked| *asked == path).count()
    }

    /// Lets somebody in: the code for this browser, with `changes` put over honest claims. Null takes a claim away.
    pub fn grant(&self, browser: &Browser, changes: &Value, how: How) -> String {
        let (now, access) = (now(), Sha256::digest(b"verzonnen toegang"));
        let mut claims = json!({
            "iss": self.issuer, "aud": "met-geheim", "sub": "onderwerp-kanarie", "nonce": browser.value("nonce"),
            "iat": now, "exp": now + 300, "at_hash": base64(&access[..16]), "acr": "hoog", "amr": ["pwd", "mfa"],
            "roles": ["meldroute-af"], "name": "Fenna Verzonnen",
        });
        for (name, value) in changes.as_object().into_iter().flatten() {
            if value.is_null() {
                claims.as_object_mut().expect("an object").remove(name);
            } else {
                claims[name] = value.clone();
            }
        }
        let mut state = self.state();
        let code = format!("kanariecode{}", state.asked.len() + state.grants.len() * 1000);
        state.grants.insert(code.clone(), Grant { challenge: browser.value("code_challenge"), claims, how });
        code
    }

    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let (mut length, mut chunked, mut authorization) = (0, false, String::new());
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            let Some((name, value)) = header.trim().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().unwrap_or(0),
                "transfer-encoding" => chunked = value.trim().eq_ignore_ascii_case("chunked"),
                "authorization" => value.trim().clone_into(&mut authorization),
                _ => {}
            }
        }
        let body = if chunked { chunks(&mut reader)? } else { exactly(&mut reader, length)? };
        let Some((status, answer)) = self.answer(&path, &authorization, &String::from_utf8_lossy(&body)) else {
            return Ok(());
        };
        let body = answer.to_string();
        let head = format!("HTTP/1.1 {status} x\r\ncontent-type: application/json\r\nconnection: close\r\n");
        write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len())
    }

    fn answer(&self, path: &str, authorization: &str, body: &str) -> Option<(u16, Value)> {
        let mut state = self.state();
        state.asked.push(path.to_owned());
        if state.silent {
            return None;
        }
        Some(match path {
            "/.well-known/openid-configuration" => (200, self.metadata()),
            "/sleutels" => (200, json!({ "keys": state.keys.iter().map(|kid| public(kid)).collect::<Vec<_>>() })),
            "/token" => match state.tokens(authorization, body) {
                Ok(tokens) => (200, tokens),
                Err(why) => (400, json!({ "error": "invalid_grant", "error_description": why })),
            },
            _ => (404, json!({})),
        })
    }

    fn metadata(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.issuer);
        json!({
            "issuer": self.issuer, "authorization_endpoint": at("/aanmelden"), "token_endpoint": at("/token"),
            "jwks_uri": at("/sleutels"), "code_challenge_methods_supported": ["S256"],
        })
    }
}

fn exactly(reader: &mut impl Read, length: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// A body whose length was not known beforehand (RFC 9112 §7.1), without trailers.
fn chunks(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut size = String::new();
        reader.read_line(&mut size)?;
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        body.extend(exactly(reader, size)?);
        // the line end after every chunk, and after the last, empty one
        reader.read_line(&mut String::new())?;
        if size == 0 {
            return Ok(body);
        }
    }
}

impl State {
    fn tokens(&mut self, authorization: &str, body: &str) -> Result<Value, &'static str> {
        let fields: HashMap<&str, &str> = body.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let proof = format!("Basic {}", STANDARD.encode(format!("met-geheim:{SECRET}")));
        if authorization != proof || fields.get("grant_type") != Some(&"authorization_code") {
            return Err("not our client");
        }
        let grant = fields.get("code").and_then(|code| self.grants.remove(*code)).ok_or("no such code, or used")?;
        let verifier = fields.get("code_verifier").copied().unwrap_or_default();
        if base64(Sha256::digest(verifier.as_bytes())) != grant.challenge {
            return Err("PKCE");
        }
        let id_token = token(&grant.claims, grant.how);
        Ok(json!({ "access_token": "verzonnen toegang", "token_type": "Bearer", "id_token": id_token }))
    }
}
