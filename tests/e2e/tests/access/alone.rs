//! A beheerder alone reaches no content, whatever they request in any order, and not through accounts that they make
//! either.
use e2e::{Client, Dossier, Luck, PASSWORD, World, accept, fresh_key, sent, words};
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Endpoint, ProblemKind, openapi},
};

/// About a dozen for each endpoint.
const STEPS: u64 = 700;

/// An AF's account that the beheerder had last year. They still know its password and have its app.
const BEFORE: &str = "vorig.jaar";

/// A beheerder, and the accounts they made for themselves.
struct Alone {
    world: World,
    case: String,
    sessions: Vec<Client>,
    /// The halves of invitations that they got.
    halves: Vec<String>,
    made: u64,
}

impl Alone {
    /// All accounts except the beheerder's own: a new invitation for that one would end the walk.
    fn account_ids(&self) -> Vec<String> {
        let all = self.world.people.bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
        let others = all.as_array().expect("accounts").iter().filter(|account| account["inlognaam"] != "bo.beheer");
        others.filter_map(|account| account["id"].as_str()).map(String::from).collect()
    }

    /// One request by one of them, to any endpoint, about anything.
    fn step(&mut self, luck: &mut Luck) {
        let pick = |luck: &mut Luck, count: usize| luck.between(0, count as u64) as usize;
        let endpoint = Endpoint::ALL[pick(luck, Endpoint::ALL.len())];
        let who = self.sessions[pick(luck, self.sessions.len())].clone();
        // who logs out ends the walk
        if endpoint == Endpoint::LogOut {
            return;
        }
        let ids = self.account_ids();
        let about_account = matches!(endpoint, Endpoint::CommandAccount | Endpoint::CommandAccess);
        let id = if about_account { ids[pick(luck, ids.len())].clone() } else { self.case.clone() };
        let tag = if about_account { self.world.people.account_tag(&id) } else { "\"1\"".to_owned() };
        let ask = who.to_one(endpoint, &id).key(&fresh_key()).if_match(&tag);
        let answer = match self.body(endpoint, luck) {
            Some(body) => ask.json(&body).send(),
            None => ask.send(),
        };
        let text = answer.text();
        assert!(!words::stands_in(&text) && !text.contains(&self.case), "{endpoint:?} shows {text}");
        if answer.status < 300 && text.contains("uitnodiging") {
            self.take(&answer.json());
        }
    }

    fn body(&mut self, endpoint: Endpoint, luck: &mut Luck) -> Option<Value> {
        if endpoint == Endpoint::AddAccount {
            self.made += 1;
            let role = Role::ALL[luck.between(0, Role::ALL.len() as u64) as usize];
            Some(json!({ "inlognaam": format!("alleen.{}", self.made), "naam": "Alleen Verzonnen", "rol": role }))
        } else if endpoint == Endpoint::CommandAccount {
            let left = json!({ "soort": "vertrokken", "inhoud": { "reden": "Zomaar" } });
            let function = json!({ "soort": "functie", "inhoud": { "functie": "regisseur-wmo" } });
            let plain = ["uitnodigen", "uitnodigen", "vrijgeven", "vrijgeven", "intrekken", "blokkeren"];
            let commands: Vec<Value> = plain.iter().map(|one| words::plain(one)).chain([left, function]).collect();
            Some(commands[luck.between(0, commands.len() as u64) as usize].clone())
        } else if endpoint == Endpoint::CommandAccess {
            Some(words::plain("bevestigen"))
        } else {
            let mut examples = openapi::examples_of(endpoint);
            let which = luck.between(0, examples.len().max(1) as u64) as usize;
            (which < examples.len()).then(|| examples.swap_remove(which).1)
        }
    }

    /// Uses an invitation that they got. A half opens nothing, alone or with any other half that they hold.
    fn take(&mut self, done: &Value) {
        let Some(login) = done["account"]["inlognaam"].as_str().filter(|_| !done["uitnodiging"].is_null()) else {
            return;
        };
        if done["uitnodiging"]["deel"] != "geheel" {
            let half = done["uitnodiging"]["woord"].as_str().expect("a half").to_owned();
            let anyone = self.world.anyone();
            for other in self.halves.iter().rev().take(3).map(Some).chain([None]) {
                let words = json!({ "woord": half, "andereHelft": other });
                anyone.to(Endpoint::Invitation).json(&words).send().problem(ProblemKind::NotFound);
            }
            self.halves.push(half);
            return;
        }
        let role = done["account"]["rol"].as_str().unwrap_or_default();
        assert!(!["af", "fg", "kmt-adviseur"].contains(&role), "a beheerder alone got an invitation as {role}");
        accept(&self.world.anyone(), done);
        self.sessions.push(self.world.anyone().log_in(login, PASSWORD));
    }
}

fn block(world: &World, id: &str) {
    let ask = world.people.bo.to_one(Endpoint::CommandAccount, id).if_match(&world.people.account_tag(id));
    ask.json(&words::plain("blokkeren")).send().good(Endpoint::CommandAccount);
}

#[test]
fn a_beheerder_alone_reaches_no_content_by_any_sequence_of_requests() {
    let world = World::new();
    let _code = sent(&world.anyone(), &words::draft());
    let case = Dossier::newest(&world.people.fleur).id;
    let sessions = vec![world.people.bo.clone()];
    let (before, _) = world.people.add(&world.host, BEFORE, Role::Officer);
    block(&world, &before);
    let mut alone = Alone { world, case, sessions, halves: Vec::new(), made: 0 };
    let mut luck = Luck::new("alone");
    for _ in 0..STEPS {
        alone.step(&mut luck);
    }
    // some begin with little luck
    for _ in 0..STEPS * 9 {
        if alone.made > 5 && alone.sessions.len() > 1 {
            break;
        }
        alone.step(&mut luck);
    }
    let unblock = alone.world.people.bo.to_one(Endpoint::CommandAccount, &before);
    let unblock = unblock.if_match(&alone.world.people.account_tag(&before)).json(&words::plain("vrijgeven"));
    unblock.send().good(Endpoint::CommandAccount);
    let old = alone.world.anyone().try_log_in(BEFORE, PASSWORD);
    old.problem(ProblemKind::WrongCredentials);
    assert!(alone.made > 5 && alone.sessions.len() > 1, "he made accounts and got into some of them");
    for who in &alone.sessions {
        for endpoint in [Endpoint::Cases, Endpoint::Case, Endpoint::Audit, Endpoint::AccessRequests] {
            let refused = who.to_one(endpoint, &alone.case).send();
            assert!(matches!(refused.status, 401 | 403), "{endpoint:?}: {}", refused.status);
        }
    }
    alone.world.people.bo.to(Endpoint::Cases).send().problem(ProblemKind::Forbidden);
}
