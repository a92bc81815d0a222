use e2e::{Client, People, Site, World, closed_before, open_kit, words};
use kit::clock;
use serde_json::{Value, json};
use shared::{contract::Endpoint, id::AccountId, moment::Moment};
use std::path::Path;

/// The token of due work.
const WORD: &str = "een-woord-dat-lang-genoeg-is";

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
        let desk = open_kit(world.site.as_ref()).at(then);
        let (ids, codes) = closed_before(&desk, count, &me).into_iter().unzip();
        let fg = world.people.faye.clone();
        Self { world, fg, ids, codes }
    }

    /// Opens a colleague's cases with a reason: an AF who agrees has seen the case first.
    pub fn open(&self, who: &Client) {
        let reason = words::opening("Tweede voor vernietigen");
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
