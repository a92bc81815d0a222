//! An SMTP server (RFC 5321) that speaks TLS, at once or after STARTTLS, and can be away.
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::{ServerConfig, ServerConnection, StreamOwned, pki_types::PrivateKeyDer};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

/// The server, and what it took.
pub struct Post {
    pub port: u16,
    /// The certificate that vouches for it.
    pub ca: tempfile::NamedTempFile,
    is_away: Arc<AtomicBool>,
    took: Arc<Mutex<Vec<String>>>,
}

/// How a connection begins.
#[derive(Clone)]
enum Begin {
    Tls(Arc<ServerConfig>),
    Starttls(Arc<ServerConfig>),
    Never,
}

impl Post {
    /// A server with a certificate of its own; `at_once`: TLS from the first byte, or else after STARTTLS.
    pub fn open(at_once: bool) -> Self {
        Self::with(|config| if at_once { Begin::Tls(config) } else { Begin::Starttls(config) })
    }

    /// A server that has no TLS at all.
    pub fn without_tls() -> Self {
        Self::with(|_| Begin::Never)
    }

    fn with(begin: impl Fn(Arc<ServerConfig>) -> Begin) -> Self {
        let (config, ca) = certified();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let post = Self { port, ca, is_away: Arc::default(), took: Arc::default() };
        let (begin, is_away, took) = (begin(config), post.is_away.clone(), post.took.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if !is_away.load(Ordering::Relaxed) {
                    let (begin, took) = (begin.clone(), took.clone());
                    std::thread::spawn(move || serve(stream, begin, &took));
                }
            }
        });
        post
    }

    pub fn away(&self, is_away: bool) {
        self.is_away.store(is_away, Ordering::Relaxed);
    }

    /// Every mail since this was asked last, with its envelope.
    pub fn took(&self) -> Vec<String> {
        std::mem::take(&mut self.took.lock().unwrap())
    }
}

/// TLS with a certificate of its own for this machine, and the file that vouches for it.
pub fn certified() -> (Arc<ServerConfig>, tempfile::NamedTempFile) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let mut ca = tempfile::NamedTempFile::new().unwrap();
    ca.write_all(cert.pem().as_bytes()).unwrap();
    let key = PrivateKeyDer::Pkcs8(signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![cert.der().clone()], key).unwrap();
    (Arc::new(config), ca)
}

pub fn secure(stream: TcpStream, config: Arc<ServerConfig>) -> StreamOwned<ServerConnection, TcpStream> {
    StreamOwned::new(ServerConnection::new(config).unwrap(), stream)
}

fn serve(stream: TcpStream, begin: Begin, took: &Mutex<Vec<String>>) {
    let _ended = match begin {
        Begin::Tls(config) => talk(secure(stream, config), true, false, took),
        Begin::Never => talk(stream, true, false, took),
        Begin::Starttls(config) => match stream.try_clone().ok().and_then(|plain| talk(plain, true, true, took)) {
            Some(true) => talk(secure(stream, config), false, false, took),
            ended => ended,
        },
    };
}

/// Answers until the client ends, or wants TLS: then `Some(true)`.
fn talk<S: Read + Write>(stream: S, greets: bool, offers: bool, took: &Mutex<Vec<String>>) -> Option<bool> {
    let mut stream = BufReader::new(stream);
    if greets {
        stream.get_mut().write_all(b"220 post.example klaar\r\n").ok()?;
    }
    let (mut mail, mut is_data) = (String::new(), false);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return Some(false);
        }
        let word = line.trim_end().to_ascii_uppercase();
        mail.push_str(&line);
        let answer = if is_data && word != "." {
            continue;
        } else if is_data {
            is_data = false;
            took.lock().unwrap().push(std::mem::take(&mut mail));
            "250 aangenomen"
        } else if word.starts_with("EHLO") {
            if offers { "250-post.example\r\n250 STARTTLS" } else { "250 post.example" }
        } else if word == "STARTTLS" {
            stream.get_mut().write_all(b"220 ga je gang\r\n").ok()?;
            return Some(true);
        } else if word == "DATA" {
            is_data = true;
            "354 zeg het maar"
        } else {
            "250 goed"
        };
        stream.get_mut().write_all(format!("{answer}\r\n").as_bytes()).ok()?;
        if word == "QUIT" {
            return Some(false);
        }
    }
}
