//! Messages over every kind of store, with an outside that can be away and a clock that is put forward.
mod feeds;
mod late;
mod letters;
mod reporters;
mod terms;
mod unreadable;

use super::*;
use crate::{
    account,
    case::{
        load, look, save, take_in,
        tests::{kits, secret},
    },
    letters::Receiver,
};
use kit::{
    inbox::arrival::{accept, accept_sealed},
    web::fetch::{Ask, Reply},
};
use serde_json::Value;
use shared::{
    access::Role,
    answer::{Known, YesNo},
    case::{Entry, Event, notes},
    contract::{MessagesCommand, NewAccount, examples},
    id::{AccountId, CaseId, FunctionId},
    moment::Moment,
    report::{Channel, Draft, VttDraft, VttState},
    text::{Email, Login},
    told::Occasion,
};
use std::sync::{Arc, Mutex, PoisonError};

/// An outside that can be away, and what it took: the receiver and the id of each.
#[derive(Clone, Default)]
struct Outside(Arc<Mutex<Took>>);

#[derive(Default)]
struct Took {
    is_away: bool,
    asked: usize,
    bodies: Vec<(String, String)>,
}

impl Outside {
    /// A desk with a relay, an outside address, and this outside.
    fn desk(&self, desk: &Desk) -> Desk {
        let outside = self.clone();
        let mut desk = desk.clone().with_fetch(Arc::new(move |ask| outside.take(ask)));
        let before = desk.inbox.environment.variables.clone();
        let variables = move |name: &str| match name {
            "webhook_url" => Some("https://buiten.voorbeeld/nieuw".into()),
            "relay_url" => Some("http://127.0.0.1:2525/bericht".into()),
            "relay_token" => Some("een-verzonnen-woord".into()),
            "site_url" => Some("https://meldroute.example".into()),
            other => before(other),
        };
        desk.inbox.environment.variables = Arc::new(variables);
        desk
    }

    fn take(&self, ask: Ask) -> Option<Reply> {
        let mut took = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        took.asked += 1;
        if took.is_away {
            return Some(Reply { status: 502, body: Vec::new() });
        }
        if ask.url.starts_with("http:") {
            assert!(ask.headers.contains(&("authorization", "Bearer een-verzonnen-woord".to_owned())));
        }
        took.bodies.push((ask.url, ask.body?));
        Some(Reply { status: 204, body: Vec::new() })
    }

    fn away(&self, is_away: bool) {
        self.0.lock().unwrap().is_away = is_away;
    }

    fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    /// The receivers since this was asked last, sorted: the name of an address, or `webhook`.
    fn took(&self) -> Vec<String> {
        let bodies = std::mem::take(&mut self.0.lock().unwrap().bodies);
        let receiver = |(_, body): (String, String)| {
            let body: Value = serde_json::from_str(&body).unwrap();
            let to = body["aan"].as_str().map(|to| to.split('@').next().unwrap().to_owned());
            to.unwrap_or_else(|| "webhook".into())
        };
        let mut to: Vec<String> = bodies.into_iter().map(receiver).collect();
        to.sort();
        to
    }
}

/// The desk at this time on the Dutch clock: each test runs in a thread of its own.
fn at(desk: &Desk, clock: &str) -> Desk {
    after(desk, Moment::from_clock(clock).unwrap(), 0)
}

/// The desk so many seconds after a moment.
fn after(desk: &Desk, begin: Moment, seconds: i64) -> Desk {
    thread_local!(static NOW: std::cell::Cell<i64> = const { std::cell::Cell::new(0) });
    NOW.set(begin.plus_seconds(seconds).millis());
    desk.clone().at(|| Moment::from_millis(NOW.get()))
}

/// Ada and Bea, who have a function each and an address.
fn people(desk: &Desk) -> [AccountId; 2] {
    let new = [("ada", "regisseur-wmo"), ("bea", "zorg-en-veiligheid")].map(|(name, function)| {
        let new = examples::new_account(Role::Officer).unwrap();
        NewAccount { login: Login::parse(name).unwrap(), function: FunctionId::parse(function).ok(), ..new }
    });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, new.to_vec(), "een lange verzonnen zin", factor).unwrap();
    let made = <[_; 2]>::try_from(made).ok().unwrap().map(|one| one.id);
    chooses(desk, &made[0], "ada", Occasion::ALL);
    chooses(desk, &made[1], "bea", Occasion::ALL);
    made
}

fn chooses(desk: &Desk, who: &AccountId, name: &str, about: &[Occasion]) {
    let email = Email::parse(&format!("{name}@hengelo.example")).ok();
    command(desk, who, &MessagesCommand::Choose { email, about: about.to_vec() }).unwrap();
}

fn urgent() -> Draft {
    let vtt = VttDraft { state: Some(VttState::Advised), ..VttDraft::default() };
    Draft { acute: Some(Known::Yes), called_112: Some(YesNo::Yes), vtt, ..examples::draft() }
}

/// A report of which the AFs with Bea's function may not know.
fn hidden(draft: Draft) -> Draft {
    let excluded = FunctionId::parse("zorg-en-veiligheid").into_iter().collect();
    Draft { colleague: Some(YesNo::Yes), excluded, ..draft }
}

/// A report arrives and is taken in.
fn arrives(desk: &Desk, n: u16, draft: &Draft) -> CaseId {
    let id = accept(&desk.inbox, &secret(n), draft, Channel::Form {}).unwrap().id;
    take_in(desk).unwrap();
    id
}

fn opens(desk: &Desk, id: &CaseId, who: &AccountId) {
    look(desk, &load(desk, id).unwrap(), who).unwrap();
}

fn happens(desk: &Desk, id: &CaseId, by: &AccountId, event: Event) {
    let standing = load(desk, id).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by: by.clone(), event }).unwrap();
}

fn attempt() -> Event {
    Event::Attempted(notes::Attempt { way: None, happened: None, note: None })
}
