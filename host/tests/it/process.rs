//! The program itself: its output, its exit, and what its log contains.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::common::{App, app, request, send, until, until_set};

pub struct Program {
    child: Child,
    pub address: SocketAddr,
    log: Log,
}

/// The log of the program so far, read while it runs.
struct Log {
    text: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

impl Log {
    fn of(stderr: ChildStderr) -> Self {
        let text: Arc<Mutex<String>> = Arc::default();
        let read = Arc::clone(&text);
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines() {
                let line = line.expect("a log is text") + "\n";
                read.lock().expect("nobody panicked with the log").push_str(&line);
            }
        });
        Self { text, reader: Some(reader) }
    }

    fn text(&self) -> String {
        self.text.lock().expect("nobody panicked with the log").clone()
    }

    /// All of it, after the program ended.
    fn whole(&mut self) -> String {
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the log was read");
        }
        self.text()
    }
}

fn command(app: &App, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_host"));
    command
        .args(["--from", app.path("spin.toml").to_str().unwrap(), "--listen", "127.0.0.1:0"])
        .args(["--cache", concat!(env!("CARGO_TARGET_TMPDIR"), "/compiled")])
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

impl Program {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

/// A test that fails leaves no host behind.
impl Drop for Program {
    fn drop(&mut self) {
        // it has already ended if the test passed
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }
}

pub fn start(app: &App, more: &[&str]) -> Program {
    ready(&mut command(app, more))
}

fn ready(command: &mut Command) -> Program {
    let mut child = command.spawn().expect("the host starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    let words: Vec<&str> = line.split_whitespace().collect();
    let ["ready", url, "in", _, "ms"] = words.as_slice() else { panic!("{line:?}") };
    let address =
        url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")).and_then(|address| address.parse().ok());
    let log = Log::of(child.stderr.take().expect("its log"));
    Program { child, address: address.expect("an address"), log }
}

/// Waits until the log says this.
pub async fn until_logged(program: &Program, words: &str) {
    until(words, async || program.log.text().contains(words)).await;
}

pub fn signal(program: &Program, signal: &str) {
    let pid = program.child.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().expect("kill runs").success());
}

/// Sends the signal and gives the log, after the program ended well.
pub fn end(mut program: Program, name: &str) -> String {
    signal(&program, name);
    let log = program.log.whole();
    let ended = program.child.wait().expect("it ends");
    assert!(ended.success(), "{ended}: {log}");
    log
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_in_flight_are_finished() {
    for signal in ["-TERM", "-INT"] {
        let app = app("");
        let program = start(&app, &[]);
        let address = program.address;
        send(address, request("POST", "/fixture/kv/set/default/a", "v")).await;
        let slow = tokio::spawn(send(address, request("GET", "/fixture/bad/sleep/700/begun", "")));
        until_set(address, "begun").await;
        let log = tokio::task::spawn_blocking(move || end(program, signal)).await.unwrap();
        assert_eq!(slow.await.unwrap().pair(), (200, "slept"));
        assert!(log.contains("finished"), "{log}");
        assert!(std::net::TcpStream::connect(address).is_err(), "it still accepts");
        assert!(!app.path(".spin/sqlite_key_value.db-wal").exists(), "the log was not emptied into the file");
    }
}

/// Nothing that a client sent is in the log: path, query, header, body.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_holds_nothing_of_a_request() {
    let app = app("");
    let program = start(&app, &["--max-body", "100"]);
    for path in [
        "/fixture/canary",
        "/fixture/echo?canary=canary",
        "/canary",
        "/by/canary/bad/panic",
        "/fixture/bad/trap?canary",
    ] {
        let mut asked = request("POST", path, "canary");
        asked.headers_mut().insert("x-canary", "canary".parse().unwrap());
        send(program.address, asked).await;
    }
    let mut made_up = request("POST", "/fixture/", "");
    *made_up.method_mut() = hyper::Method::from_bytes(b"CANARY").unwrap();
    send(program.address, made_up).await;
    send(program.address, request("POST", "/fixture/echo", vec![b'x'; 200])).await.is_problem(413, "body-too-large");
    let log = tokio::task::spawn_blocking(move || end(program, "-TERM")).await.unwrap();
    assert!(!log.to_lowercase().contains("canary"), "{log}");
    for said in [
        r#"action="request" result="answered" component="fixture" route="/fixture/..." method="POST" status=404"#,
        r#"result="no-route" component="" route="" method="POST" status=404"#,
        r#"result="component-failed" component="fixture" route="/by/:name/...""#,
        r#"action="instance" result="trapped" component="fixture""#,
        r#"method="OTHER""#,
        r#"result="body-too-large""#,
    ] {
        assert!(log.contains(said), "{said} in {log}");
    }
}

#[test]
fn an_error_is_one_sentence() {
    let app = app("sqlite_databases = [\"default\"]");
    let output = Command::new(env!("CARGO_BIN_EXE_host")).arg("--from").arg(app.path("spin.toml")).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("unknown field `sqlite_databases`"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn variables_come_from_the_environment() {
    let app = app(
        "[variables]\nneeded = { required = true, description = \"load the file\" }\nmore = { required = true }\n[component.fixture.variables]\nneeded = \"{{ needed }}\"\n",
    );
    let mut host = Command::new(env!("CARGO_BIN_EXE_host"));
    host.arg("--from").arg(app.path("spin.toml")).args(["--listen", "127.0.0.1:0"]);
    let refused = host.output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(
        said.contains("set SPIN_VARIABLE_NEEDED (load the file)") && said.contains("set SPIN_VARIABLE_MORE"),
        "{said}"
    );
}

/// The token of a timer is in the environment, and neither in the process list nor in the log.
#[tokio::test(flavor = "multi_thread")]
async fn a_timer_sends_its_token_in_a_header() {
    let app = app("");
    let timer = ["--every", "0.1", "POST", "/fixture/kv-header/default/seen", "--every-bearer", "FIXTURE_WORD"];
    let mut refused = command(&app, &timer);
    let said = refused.output().expect("the host starts").stderr;
    assert!(String::from_utf8_lossy(&said).contains("--every-bearer FIXTURE_WORD: that environment variable holds"));
    let mut refused = command(&app, &timer);
    let said = refused.env("FIXTURE_WORD", "kanarie").output().expect("the host starts").stderr;
    assert!(String::from_utf8_lossy(&said).contains("fewer than 20 characters"));
    let mut refused = command(&app, &timer);
    let said =
        refused.env("FIXTURE_WORD", "two lines of a good length\nlines").output().expect("the host starts").stderr;
    assert!(String::from_utf8_lossy(&said).contains("can't stand in a header"));
    let mut timed = command(&app, &timer);
    let program = ready(timed.env("FIXTURE_WORD", "kanarie-kanarie-kanarie"));
    let mut seen = String::new();
    until("the timer calls", async || {
        seen = send(program.address, request("GET", "/fixture/kv/get/default/seen", "")).await.text().to_owned();
        !seen.is_empty()
    })
    .await;
    assert_eq!(seen, "Bearer kanarie-kanarie-kanarie");
    let log = tokio::task::spawn_blocking(move || end(program, "-TERM")).await.unwrap();
    assert!(log.contains(r#"action="timer" status=204"#) && !log.contains("kanarie"), "{log}");
}
