//! The relay before a real SMTP server that speaks TLS, and behind due work with a clock that is put forward.
mod notify;
mod post;

use super::*;
use desk::{Desk, account, case, outbox, testing};
use kit::web::fetch::{Ask, Reply};
use post::Post;
use shared::{
    access::Role,
    contract::{MessagesCommand, examples},
    moment::Moment,
    report::Channel,
    told::Occasion,
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

const TOKEN: &str = "een-verzonnen-woord";

fn options(post: &Post, security: Security) -> Options {
    Options {
        listen: "127.0.0.1:0".parse().unwrap(),
        token: TOKEN.into(),
        site: "https://meldroute.example".into(),
        server: Some("localhost".into()),
        port: Some(post.port),
        security,
        from: Some("meldroute@hengelo.example".into()),
        user: None,
        password: None,
        notify_key: None,
        notify_template: None,
        notify_url: NOTIFY.into(),
        ca: Some(post.ca.path().to_owned()),
    }
}

/// A relay that runs until the test ends, and where.
fn relay(options: &Options) -> SocketAddr {
    let relay = of(options).unwrap();
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            told.send(listener.local_addr().unwrap()).unwrap();
            server::serve(listener, relay).await.unwrap();
        });
    });
    heard.recv().unwrap()
}

#[test]
fn a_message_is_delivered_over_tls_and_says_no_more_than_it_may() {
    for security in [Security::Tls, Security::Starttls] {
        let post = Post::open(security == Security::Tls);
        let relay = relay(&options(&post, security));
        assert_eq!(trial::ask(relay, TOKEN, "fleur@hengelo.example").unwrap(), 204, "{security:?}");
        let [mail] = <[String; 1]>::try_from(post.took()).unwrap();
        assert!(mail.contains("RCPT TO:<fleur@hengelo.example>"), "{mail}");
        assert!(mail.contains("Subject: Er is iets te doen in Meldroute\r\n"), "{mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated"), "{mail}");
        let body = mail.split("\r\n\r\n").skip(1).collect::<Vec<_>>().join("\n");
        assert_eq!(
            body.trim_end_matches(['.', '\r', '\n']),
            "Er is iets te doen in Meldroute.\nhttps://meldroute.example"
        );
    }
}

#[test]
fn a_melder_reads_that_there_is_news_and_where() {
    let post = Post::open(true);
    let relay = relay(&options(&post, Security::Tls));
    let letter = format!(r#"{{"id":"{}","aan":"nadia@hengelo.example","voor":"melder"}}"#, "0b".repeat(16));
    assert_eq!(trial::give(relay, TOKEN, &letter).unwrap(), 204);
    let [mail] = <[String; 1]>::try_from(post.took()).unwrap();
    assert!(mail.contains("Subject: Er is nieuws voor je in Meldroute\r\n"), "{mail}");
    let body = mail.split("\r\n\r\n").skip(1).collect::<Vec<_>>().join("\n");
    assert_eq!(
        body.trim_end_matches(['.', '\r', '\n']),
        "Er is nieuws voor je in Meldroute.\nhttps://meldroute.example/mijn-melding"
    );
}

#[test]
fn a_mail_server_that_nobody_vouches_for_or_that_has_no_tls_gets_nothing() {
    let post = Post::open(true);
    let stranger = Post::open(true);
    let ca = Some(stranger.ca.path().to_owned());
    let unknown = relay(&Options { ca, ..options(&post, Security::Tls) });
    assert_eq!(trial::ask(unknown, TOKEN, "fleur@hengelo.example").unwrap(), 502);
    // the server speaks TLS at once, so it never says that it can be begun later
    let plain = Post::without_tls();
    let required = relay(&options(&plain, Security::Starttls));
    assert_eq!(trial::ask(required, TOKEN, "fleur@hengelo.example").unwrap(), 502);
    assert!(post.took().is_empty() && plain.took().is_empty());
}

#[test]
fn the_relay_takes_only_what_is_right_from_whoever_has_the_token() {
    let post = Post::open(true);
    let relay = relay(&options(&post, Security::Tls));
    assert_eq!(trial::ask(relay, "een-ander-woord", "fleur@hengelo.example").unwrap(), 401);
    assert_eq!(trial::ask(relay, "", "fleur@hengelo.example").unwrap(), 401);
    let id = "0a".repeat(16);
    for wrong in [
        "{}".to_owned(),
        format!(r#"{{"id":"{id}","aan":"fleur"}}"#),
        format!(r#"{{"id":"{id}","aan":"fleur@hengelo.example,buiten@elders.example"}}"#),
        format!(r#"{{"id":"{id}","aan":"fleur@hengelo.example\r\nRCPT TO:<buiten@elders.example>"}}"#),
        format!(r#"{{"id":"{id}\r\n","aan":"fleur@hengelo.example"}}"#),
        format!(r#"{{"id":"{id}","aan":"fleur@hengelo.example","tekst":"iets anders"}}"#),
        format!(r#"{{"id":"{id}","aan":"fleur@hengelo.example","voor":"iedereen"}}"#),
        "x".repeat(5000),
    ] {
        assert_eq!(trial::give(relay, TOKEN, &wrong).unwrap(), 400, "{wrong}");
    }
    // an answer that got lost: the same letter once more
    let letter = format!(r#"{{"id":"{id}","aan":"fleur@hengelo.example"}}"#);
    for _again in 0..2 {
        assert_eq!(trial::give(relay, TOKEN, &letter).unwrap(), 204);
    }
    assert_eq!(post.took().len(), 1);
}

#[test]
fn it_listens_on_this_machine_only_and_asks_for_a_token() {
    let post = Post::open(true);
    let whole = || options(&post, Security::Tls);
    assert!(of(&whole()).is_ok());
    assert!(of(&Options { listen: "0.0.0.0:2525".parse().unwrap(), ..whole() }).is_err());
    assert!(of(&Options { token: "kort".into(), ..whole() }).is_err());
    assert!(of(&Options { from: Some("meldroute".into()), ..whole() }).is_err());
    assert!(of(&Options { site: "meldroute.example".into(), ..whole() }).is_err());
    assert!(of(&Options { server: None, ..whole() }).is_err());
    assert!(of(&Options { notify_key: Some(notify::KEY.into()), ..whole() }).is_err(), "one of the two");
}

static NOW: AtomicI64 = AtomicI64::new(0);

fn now() -> Moment {
    Moment::from_millis(NOW.load(Ordering::Relaxed))
}

/// Due work, as the timer of the host does it every minute.
fn minutes(desk: &Desk, from: i64, count: i64) -> usize {
    let begin = Moment::from_clock("2026-04-28T09:00").unwrap();
    let minute = |minute: i64| {
        NOW.store(begin.plus_seconds(minute * 60).millis(), Ordering::Relaxed);
        outbox::send_due(desk).unwrap()
    };
    (from..from + count).map(minute).sum()
}

#[test]
fn mail_is_kept_while_the_server_is_away_for_a_day_and_then_sent_once() {
    let post = Post::open(true);
    post.away(true);
    let relay = relay(&options(&post, Security::Tls));
    minutes_begin();
    let mut desk = testing::desk(testing::stores(), now, &[5]);
    let before = desk.inbox.environment.variables.clone();
    desk.inbox.environment.variables = Arc::new(move |name: &str| match name {
        "relay_url" => Some(format!("http://{relay}/bericht")),
        "relay_token" => Some(TOKEN.into()),
        other => before(other),
    });
    let desk = desk.with_fetch(Arc::new(move |ask: Ask| {
        let token =
            ask.headers.iter().find(|(name, _)| *name == "authorization")?.1.strip_prefix("Bearer ")?.to_owned();
        let status = trial::give(relay, &token, &ask.body?).ok()?;
        Some(Reply { status, body: Vec::new() })
    }));
    desk::key_check::check(&desk).unwrap();
    let new = vec![examples::new_account(Role::Officer).unwrap()];
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(&desk, new, "een lange verzonnen zin", factor).unwrap();
    let email = Email::parse("fleur@hengelo.example").ok();
    let choose = MessagesCommand::Choose { email, about: Occasion::ALL.to_vec() };
    outbox::command(&desk, &made[0].id, &choose).unwrap();
    let secret = kit::inbox::secret::Secret::from_bytes([7; 16]);
    kit::inbox::arrival::accept(&desk.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
    case::take_in(&desk).unwrap();
    assert_eq!(minutes(&desk, 0, 24 * 60), 0);
    assert!(post.took().is_empty());
    let failing = outbox::delivery(&desk, &made[0].id).unwrap().unwrap().failing;
    assert_eq!(failing, Moment::from_clock("2026-04-28T09:00"));
    post.away(false);
    assert_eq!(minutes(&desk, 24 * 60, 6 * 60), 1, "within the longest wait");
    assert_eq!(post.took().len(), 1, "once");
}

fn minutes_begin() {
    NOW.store(Moment::from_clock("2026-04-28T09:00").unwrap().millis(), Ordering::Relaxed);
}
