use desk::{Desk, Stores, case};
use e2e::{Client, People, Site, World, keys, words};
use keyvalue::{Sqlite, Store};
use kit::instance::Environment;
use kit::{
    clock,
    inbox::{
        arrival,
        secret::{Secret, status_key},
    },
};
use serde_json::{Value, json};
use shared::{
    case::{
        Entry, Event,
        notes::{EarlyEnd, EarlyReason, FeedbackNote, Means},
    },
    contract::Endpoint,
    id::{AccountId, CaseId},
    moment::Moment,
    report::Channel,
    text::Prose,
};
use std::{path::Path, sync::Arc};

/// The token of due work.
const WORD: &str = "een-woord";

/// An instance in which cases were closed as a mistake two months ago: due, and not late.
pub struct Old {
    pub world: World,
    pub fg: Client,
    /// The ids, oldest number first.
    pub ids: Vec<String>,
    /// The melders' codes.
    pub codes: Vec<String>,
}

/// Two months ago.
fn then() -> Moment {
    clock::now().plus_seconds(-60 * 86_400)
}

impl Old {
    pub fn new(count: u8) -> Self {
        let site = Site::new();
        let host = site.start_with(&[("work_token", WORD)], &[]);
        let world = World { people: People::set_up(&host), host, site };
        let me = world.people.fleur.to(Endpoint::Session).send().good(Endpoint::Session);
        let me = AccountId::parse(me["id"].as_str().expect("an id")).expect("Fleur's");
        let (ids, codes) = closed(&world.site, count, &me);
        let fg = world.people.faye.clone();
        Self { world, fg, ids, codes }
    }

    /// Opens a colleague's cases with a reason: an AF who agrees has seen the case first.
    pub fn open(&self, who: &Client) {
        let reason = json!({ "reden": "Tweede voor vernietigen" });
        for id in &self.ids {
            who.to_one(Endpoint::OpenCase, id).json(&reason).send().good(Endpoint::OpenCase);
        }
    }

    /// Does due work, as the timer does.
    pub fn work(&self) -> Value {
        let ask = self.world.anyone().to(Endpoint::Work).header("authorization", &format!("Bearer {WORD}"));
        ask.send().good(Endpoint::Work)
    }

    /// The host is killed and started again; the same people are logged in.
    pub fn start_again(&mut self) {
        self.world.host.kill();
        self.world.host = self.world.site.start_with(&[("work_token", WORD)], &[]);
        self.world.people.move_to(&self.world.host);
        self.fg = self.fg.at(&self.world.host);
    }

    pub fn list(&self, who: &Client) -> Value {
        who.to(Endpoint::Retention).send().good(Endpoint::Retention)
    }
}

pub fn ask(who: &Client, id: &str, command: &Value) -> e2e::Answer {
    who.to_one(Endpoint::CommandRetention, id).json(command).send()
}

pub fn propose() -> Value {
    json!({ "soort": "voorstellen", "inhoud": { "grond": "termijn" } })
}

pub fn approve() -> Value {
    json!({ "soort": "akkoord" })
}

/// Whether any file of a store holds this text.
pub fn on_disk(site: &Site, word: &str) -> Vec<String> {
    let folder: &Path = site.as_ref();
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let holds = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    let name = |path: std::path::PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.filter(|path| path.is_file() && holds(path)).map(name).collect()
}

fn closed(site: &Site, count: u8, by: &AccountId) -> (Vec<String>, Vec<String>) {
    let store = |label: &str| -> Arc<dyn Store> {
        Arc::new(Sqlite::open(site.store(label), label).expect("a store can be made"))
    };
    let stores = Stores { inbox: store("inbox"), cases: store("cases"), keys: store("keys") };
    let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gemeenten");
    let desk = Desk::new(stores, Environment { now: then, profiles, variables: keys::variables() });
    desk::key_check::check(&desk).expect("an empty store takes the keys");
    let draft = words::draft();
    let secrets: Vec<Secret> = (1..=count).map(|n| Secret::from_bytes([n; 16])).collect();
    let ids: Vec<CaseId> = secrets
        .iter()
        .map(|secret| {
            // cases are numbered by the moment of receipt: no two in one millisecond
            std::thread::sleep(std::time::Duration::from_millis(2));
            arrival::accept(&desk.inbox, secret, &draft, Channel::Form {}).expect("it is accepted").id
        })
        .collect();
    case::take_in(&desk).expect("they are taken in");
    for (id, secret) in ids.iter().zip(&secrets) {
        let standing = case::load(&desk, id).expect("a case");
        assert_eq!(*standing.value.status_key(), status_key(&secret.code()));
        let text = Prose::parse("Verzonnen uitleg").expect("a text");
        let feedback = FeedbackNote { means: Means::Phone, text: text.clone(), day: then().day() };
        let event = Event::ClosedEarly(EarlyEnd { reason: EarlyReason::Mistake, explanation: text, feedback });
        let entry = Entry { at: then(), by: by.clone(), event };
        case::save(&desk, &standing, entry).expect("it is closed");
    }
    let texts = ids.iter().map(|id| id.as_str().to_owned()).collect();
    (texts, secrets.iter().map(|secret| secret.code().shown()).collect())
}
