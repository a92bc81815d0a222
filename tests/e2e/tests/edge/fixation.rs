use e2e::{PASSWORD, World};
use shared::contract::{Endpoint, ProblemKind};

const COOKIE: &str = "__Host-meldroute";

/// A session is never one that an attacker chose beforehand.
#[test]
fn logging_in_always_gives_a_new_session_and_never_one_that_was_brought_along() {
    let world = World::new();
    let chosen = format!("{COOKIE}={}", "ab".repeat(32));
    let ended = {
        let client = world.anyone().log_in("sem.voorbeeld", PASSWORD);
        client.to(Endpoint::LogOut).send().good(Endpoint::LogOut);
        client.cookie().to_owned()
    };
    let mut given = vec![chosen.clone(), ended.clone()];
    for brought in [chosen.as_str(), ended.as_str(), world.people.bo.cookie()] {
        let new = world.anyone().with_cookie(brought).log_in("fleur.voorbeeld", PASSWORD);
        assert!(!given.iter().any(|cookie| cookie == new.cookie()), "another one every time");
        let who = new.to(Endpoint::Session).send().good(Endpoint::Session);
        assert_eq!(who["naam"], "Fleur Voorbeeld");
        given.push(new.cookie().to_owned());
    }
    // one browser, one session: the earlier session ends, whoever's it was
    for dead in [chosen.as_str(), &ended, world.people.bo.cookie()] {
        let client = world.anyone().with_cookie(dead);
        client.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
    }
}
