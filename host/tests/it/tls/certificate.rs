//! A certificate that is renewed while the host runs, one that can't be used, and a start that is refused.

use std::os::unix::fs::PermissionsExt;

use super::parts::{Made, ask, path, speak, start, until_served, with_certificate, write_key};
use crate::common::request;
use crate::process;

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_is_taken_and_open_connections_go_on() {
    let (old, new) = (Made::new(), Made::new());
    let (app, flags) = with_certificate(&old);
    let host = start(&app, &flags, &[]).await;
    let mut open = speak(old.connect(host.address).await.unwrap()).await;
    assert_eq!(ask(&mut open, request("GET", "/fixture/", "")).await.unwrap().status, 200);
    assert!(new.connect(host.address).await.is_err(), "the new one is not there yet");
    new.put(&app);
    until_served(&new, host.address).await;
    assert!(old.connect(host.address).await.is_err(), "the old one is not given any more");
    assert_eq!(ask(&mut open, request("GET", "/fixture/", "")).await.unwrap().pair(), (200, "here"));
    assert_eq!(new.send(host.address, request("GET", "/fixture/", "")).await.pair(), (200, "here"));
    host.running.stop().await;
}

/// Each is logged with its reason and the pair in use stays; then a valid pair is taken after all.
#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_can_not_be_used_changes_nothing_and_is_logged() {
    let (old, other) = (Made::new(), Made::new());
    let (app, flags) = with_certificate(&old);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let program = process::start(&app, &flags);
    let (key, certificate) = (app.path("key.pem"), app.path("cert.pem"));
    let good = old.0.signing_key.serialize_pem();
    let steps: [(&str, &dyn Fn()); 5] = [
        ("key.pem is not the key of the certificate in", &|| write_key(&key, &other.0.signing_key.serialize_pem())),
        ("key.pem is not a file with an unencrypted private key", &|| write_key(&key, "kanarie")),
        ("key.pem can't be read", &|| std::fs::remove_file(&key).unwrap()),
        ("others may read", &|| {
            write_key(&key, &good);
            std::fs::set_permissions(&key, PermissionsExt::from_mode(0o644)).unwrap();
        }),
        ("there is no certificate (PEM) in", &|| {
            write_key(&key, &good);
            std::fs::write(&certificate, "none").unwrap();
        }),
    ];
    for (sentence, spoil) in &steps {
        spoil();
        // asked for explicitly, besides the changed files
        process::signal(&program, "-HUP");
        process::until_logged(&program, sentence).await;
        let answer = old.send(program.address, request("GET", "/fixture/", "")).await;
        assert_eq!(answer.pair(), (200, "here"));
    }
    other.put(&app);
    until_served(&other, program.address).await;
    let log = tokio::task::spawn_blocking(move || process::end(program, "-TERM")).await.unwrap();
    for (sentence, _) in steps {
        let told = log.lines().filter(|line| line.contains(sentence)).collect::<Vec<_>>();
        assert!(!told.is_empty(), "{sentence} in {log}");
        assert!(told.iter().all(|line| line.contains(r#"result="the one in use stays""#)), "{told:?}");
    }
    assert!(!log.contains("kanarie") && !log.contains("PRIVATE"), "{log}");
    assert!(log.contains("read again, in use from the next connection"), "{log}");
}

/// A signal is enough, even if the files look unchanged.
#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_reads_again_and_ends_nothing() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let program = process::start(&app, &flags);
    process::signal(&program, "-HUP");
    process::until_logged(&program, "read again").await;
    assert_eq!(made.send(program.address, request("GET", "/fixture/", "")).await.status, 200);
    let log = tokio::task::spawn_blocking(move || process::end(program, "-TERM")).await.unwrap();
    assert_eq!(log.matches("read again").count(), 1, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unsafe_start_is_refused_with_the_reason() {
    let (made, other) = (Made::new(), Made::new());
    let (app, flags) = with_certificate(&made);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let key = app.path("key.pem");
    let table: [(&str, &dyn Fn()); 6] = [
        ("is not the key of the certificate in", &|| write_key(&key, &other.0.signing_key.serialize_pem())),
        ("is not a file with an unencrypted private key (PEM)", &|| write_key(&key, &made.0.cert.pem())),
        ("others may read", &|| std::fs::set_permissions(&key, PermissionsExt::from_mode(0o604)).unwrap()),
        ("key.pem can't be read", &|| std::fs::remove_file(&key).unwrap()),
        ("there is no certificate (PEM) in", &|| std::fs::write(app.path("cert.pem"), "").unwrap()),
        ("cert.pem can't be read", &|| std::fs::remove_file(app.path("cert.pem")).unwrap()),
    ];
    for (sentence, spoil) in table {
        spoil();
        let said = app.refused(&flags).await;
        assert!(said.contains(sentence) && !said.contains('\n'), "{sentence}: {said}");
    }
    let settings = |words: &[&str]| {
        let words = ["host"].iter().chain(words);
        <host::Settings as clap::Parser>::try_parse_from(words).map(drop).map_err(|error| error.to_string())
    };
    let (cert, key) = (path(&app, "cert.pem"), path(&app, "key.pem"));
    assert!(settings(&["--tls-cert", &cert]).unwrap_err().contains("--tls-key"));
    assert!(settings(&["--tls-key", &key]).unwrap_err().contains("--tls-cert"));
    assert!(settings(&["--http-redirect", "127.0.0.1:0"]).unwrap_err().contains("--tls-cert"));
    settings(&["--tls-cert", &cert, "--tls-key", &key, "--http-redirect", "127.0.0.1:0"]).unwrap();
}
