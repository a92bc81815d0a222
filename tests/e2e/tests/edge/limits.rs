use e2e::{Answer, Client, PASSWORD, World, ask_progress, sent, words};
use shared::{
    code::ReceiptCode,
    contract::{Endpoint, ProblemKind},
};

const WRONG: &str = "een heel ander verzonnen zin";
const KNOWN: &str = "__Host-bekend=";

/// The cookie by which a browser is known, from a log-in's answer.
fn known(answer: &Answer) -> String {
    let all = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let set = all.into_iter().find(|set| set.starts_with(KNOWN)).expect("a known browser");
    for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=7776000"] {
        assert!(set.contains(attribute), "{set}");
    }
    assert!(!set.contains("Domain"), "{set}");
    set.split(';').next().unwrap_or_default().to_owned()
}

/// Seconds to wait, as the answer says.
fn wait(answer: &Answer) -> u64 {
    answer.problem(ProblemKind::TooMany);
    answer.header("retry-after").parse().expect("seconds")
}

fn shut_out(client: &Client, login: &str) {
    for _ in 0..5 {
        client.try_log_in(login, WRONG).problem(ProblemKind::WrongCredentials);
    }
    let refused = client.try_log_in(login, WRONG);
    assert!((1..=30).contains(&wait(&refused)), "{}", refused.header("retry-after"));
}

#[test]
fn guessing_is_slowed_down_and_nobody_else_is_locked_out() {
    let mut world = World::new();
    let anyone = world.anyone();
    let first = anyone.try_log_in("fleur.voorbeeld", PASSWORD);
    let here = anyone.with_cookie(&known(&first));
    shut_out(&anyone, "fleur.voorbeeld");
    // an unknown name counts, and gets the same answer
    shut_out(&anyone, "niemand.verzonnen");
    let [real, none] = ["fleur.voorbeeld", "niemand.verzonnen"].map(|login| anyone.try_log_in(login, PASSWORD));
    assert!(wait(&real) > 0, "also with the right password");
    wait(&none);
    assert_eq!(real.bytes, none.bytes);
    // no header changes which client it is
    for (name, value) in [("x-forwarded-for", "192.0.2.1"), ("spin-client-addr", "192.0.2.1:1"), ("forwarded", "for=1")]
    {
        let body = serde_json::json!({ "inlognaam": "fleur.voorbeeld", "wachtwoord": PASSWORD, "code": "000000" });
        wait(&anyone.to(Endpoint::LogIn).header(name, value).json(&body).send());
    }
    // the browser that logged in before gets in, a made-up cookie does not
    here.try_log_in("fleur.voorbeeld", PASSWORD).good(Endpoint::LogIn);
    let made_up = format!("{KNOWN}1777000000.{}.{}", "0".repeat(32), "0".repeat(64));
    wait(&anyone.with_cookie(&made_up).try_log_in("fleur.voorbeeld", PASSWORD));
    wait(&here.try_log_in("niemand.verzonnen", PASSWORD));
    // from the same address: a colleague logs in, a report arrives, existing sessions go on
    anyone.try_log_in("sem.voorbeeld", PASSWORD).good(Endpoint::LogIn);
    let _code = sent(&anyone, &words::draft());
    world.people.fleur.to(Endpoint::Session).send().good(Endpoint::Session);
    world.restart(|host| host.kill());
    wait(&world.anyone().try_log_in("fleur.voorbeeld", PASSWORD));
    here.at(&world.host).try_log_in("fleur.voorbeeld", PASSWORD).good(Endpoint::LogIn);
}

#[test]
fn many_guesses_at_the_same_moment_are_no_more_guesses() {
    let world = World::new();
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let one = || world.anyone().try_code("sem.voorbeeld", WRONG, "000000");
        let all: Vec<_> = (0..16).map(|_| scope.spawn(one)).collect();
        all.into_iter().map(|one| one.join().expect("an answer")).collect()
    });
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert!((1..=5).contains(&looked_at), "{looked_at} passwords were looked at");
    assert!(answers.iter().all(|answer| matches!(answer.status, 401 | 409 | 429)));
}

#[test]
fn an_office_that_tries_too_many_codes_waits_and_can_still_report() {
    let world = World::new();
    let (anyone, mine) = (world.anyone(), sent(&world.anyone(), &words::draft()));
    for n in 0..100u8 {
        let code = ReceiptCode::from_secret(&[n; 16]).shown();
        ask_progress(&anyone, &code).problem(ProblemKind::NotFound);
        if n % 10 == 0 {
            ask_progress(&anyone, &mine).good(Endpoint::AskProgress);
        }
    }
    let refused = ask_progress(&anyone, &mine);
    assert!((1..=30).contains(&wait(&refused)));
    // sending is never limited here
    for _ in 0..5 {
        let _code = sent(&anyone, &words::draft());
    }
}
