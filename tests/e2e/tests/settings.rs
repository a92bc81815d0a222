//! An administrator's settings: a webhook, a practice instance, keys.

use e2e::{Answer, Host, Site, World, ask_progress, fresh_key, send_report, worklist};
use kit::store::seal::SecretKey;
use shared::contract::{Endpoint, ProblemKind, examples};
use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::mpsc,
    time::Duration,
};

/// A server that takes messages and passes them to the test.
fn neighbour() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (told, messages) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().take(8) {
            let mut stream = stream.expect("a connection");
            let (mut text, mut part) = (String::new(), [0; 4096]);
            // the body is the last thing sent, and it is JSON
            while !text.ends_with('}') {
                match stream.read(&mut part) {
                    Ok(count) if count > 0 => text.push_str(&String::from_utf8_lossy(&part[..count])),
                    _ended => break,
                }
            }
            let _gone = stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
            let _unheard = told.send(text);
        }
    });
    (address, messages)
}

/// A host that tells this address that there is something new, and does due work when it is asked with this token.
fn telling(site: &Site, url: &str, address: &str) -> Host {
    let variables = [("webhook_url", url), ("webhook_host", address), ("work_token", WORD)];
    site.start_with(&variables, &["--allow-private"])
}

const WORD: &str = "een-woord-dat-lang-genoeg-is";

fn work(host: &Host) -> Answer {
    host.client().to(Endpoint::Work).header("authorization", &format!("Bearer {WORD}")).send()
}

#[test]
fn a_webhook_says_that_there_is_something_new_and_nothing_about_it() {
    let (address, messages) = neighbour();
    let site = Site::new();
    let host = telling(&site, &format!("{address}/melding"), &address);
    let (client, key, draft) = (host.client(), fresh_key(), examples::draft());
    let sent = send_report(&client, &key, &draft);
    assert_eq!(sent.status, 201);
    let _done = work(&host).good(Endpoint::Work);
    let message = messages.recv_timeout(Duration::from_secs(20)).expect("a message for a new report");
    assert!(message.starts_with("POST /melding "), "{message}");
    assert!(
        message.contains("application/cloudevents+json") && message.contains(shared::told::Reader::Officer.message()),
        "{message}"
    );
    let code = sent.json()["ontvangstcode"].as_str().expect("a code").replace(' ', "");
    for secret in [&draft.name, &draft.story, &draft.place, &draft.phone, &key, &code] {
        assert!(!message.contains(secret.as_str()), "the message tells something of the report");
    }
    assert_eq!(send_report(&client, &key, &draft).status, 201);
    assert_eq!(send_report(&client, &fresh_key(), &draft).status, 201);
    let _done = work(&host).good(Endpoint::Work);
    assert!(messages.recv_timeout(Duration::from_secs(2)).is_err(), "messages could be counted");
}

#[test]
fn a_webhook_that_does_not_answer_costs_no_report_and_no_due_work() {
    let gone = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address");
    let (hook, address) = (format!("http://{gone}/x"), format!("http://{gone}"));
    let site = Site::new();
    let host = telling(&site, &hook, &address);
    let sent = send_report(&host.client(), &fresh_key(), &examples::draft());
    assert_eq!(sent.status, 201);
    let _done = work(&host).good(Endpoint::Work);
    let code = sent.json()["ontvangstcode"].as_str().expect("a code").to_owned();
    assert_eq!(ask_progress(&host.client(), &code).status, 200);
}

/// The address takes the message and answers nothing; the host would wait ten seconds for it.
#[test]
fn a_webhook_that_never_answers_keeps_no_melder_waiting() {
    let hook = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", hook.local_addr().expect("an address"));
    let site = Site::new();
    let host = telling(&site, &format!("{address}/x"), &address);
    assert_eq!(send_report(&host.client(), &fresh_key(), &examples::draft()).status, 201);
    std::thread::scope(|scope| {
        let working = scope.spawn(|| work(&host));
        let (held, _) = hook.accept().expect("a message for a new report");
        let (answered, answer) = mpsc::channel();
        let client = host.client();
        scope.spawn(move || {
            let sent = send_report(&client, &fresh_key(), &examples::draft());
            let _nobody_waits = answered.send(sent.status);
        });
        assert_eq!(answer.recv_timeout(Duration::from_secs(6)), Ok(201), "the next melder has the receipt meanwhile");
        drop(held);
        let _done = working.join().expect("due work").good(Endpoint::Work);
    });
}

#[test]
fn a_real_store_does_not_become_a_practice_one() {
    let site = Site::new();
    let host = site.start();
    assert_eq!(send_report(&host.client(), &fresh_key(), &examples::draft()).status, 201);
    drop(host);
    let host = site.start_with(&[("demo", "ja")], &[]);
    let refused = send_report(&host.client(), &fresh_key(), &examples::draft());
    refused.problem(ProblemKind::Unavailable);
    host.client().to(Endpoint::Health).send().problem(ProblemKind::Unavailable);
}

/// Without its secret key, or with another instance's, `review` answers every path with the reason. Reports still come
/// in and are there when the key is back.
#[test]
fn a_missing_or_wrong_key_is_reported_and_costs_no_report() {
    let mut world = World::new();
    let stranger = SecretKey::from_seed([9; 32]);
    let (public, secret) = (stranger.public().text(), stranger.text());
    let missing: &[(&str, &str)] = &[("sealing_secrets", "")];
    let other: &[(&str, &str)] = &[("sealing_public", &public), ("sealing_secrets", &secret)];
    let mismatched: &[(&str, &str)] = &[("sealing_secrets", &secret)];
    let broken: &[(&str, &str)] = &[("sealing_secrets", "meldroute-geheim-1:zomaar")];
    let refused =
        [(missing, "ontbreekt"), (other, "andere sleutel"), (mismatched, "horen niet bij"), (broken, "geen sleutel")];
    world.host.terminate();
    for (variables, sentence) in refused {
        let host = world.site.start_with(variables, &[]);
        world.people.move_to(&host);
        let asks = [
            host.client().to(Endpoint::Health),
            host.client().to(Endpoint::Session),
            world.people.fleur.to(Endpoint::Cases),
            world.people.bo.to(Endpoint::Accounts),
        ];
        for ask in asks {
            let answer = ask.send();
            answer.problem(ProblemKind::Unavailable);
            assert!(answer.text().contains(sentence), "{sentence}: {}", answer.text());
        }
    }
    let host = world.site.start_with(missing, &[]);
    let sent = send_report(&host.client(), &fresh_key(), &examples::draft());
    assert_eq!(sent.status, 201, "intake needs the public key alone");
    let code = sent.json()["ontvangstcode"].as_str().expect("a code").to_owned();
    assert_eq!(ask_progress(&host.client(), &code).status, 200);
    drop(host);
    let host = world.site.start();
    world.people.move_to(&host);
    assert_eq!(worklist(&world.people.fleur, "open").len(), 1);
    host.client().to(Endpoint::Health).send().good(Endpoint::Health);
}
