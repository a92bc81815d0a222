//! An instance in memory with accounts, sessions, and cases in it.
use http::{Request, header};
use http_body_util::BodyExt;
use keyvalue::{Memory, Store};
use kit::{
    Kit, Stores, account, arrival, cases, clock, gate, practice, seal::SecretKey, secret::Secret, session,
    totp::TotpKey,
};
use shared::{
    access::Role,
    contract::{Endpoint, examples},
    id::CaseId,
    report::Channel,
};
use std::{path::PathBuf, sync::Arc};
use tokio::runtime::Runtime;

/// What a request is sent to.
pub struct World {
    pub kit: Kit,
    pub stores: [Arc<dyn Store>; 3],
    /// A case that is there.
    pub case: CaseId,
    /// `Cookie` of an AF, a beheerder and an FG.
    pub cookies: Vec<String>,
    /// Everything that stood in the stores when it was made.
    before: Vec<Pairs>,
    runtime: Runtime,
}

type Pairs = Vec<(String, Vec<u8>)>;

const ROLES: [Role; 3] = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];

impl World {
    pub fn new() -> Self {
        let stores: [Arc<dyn Store>; 3] = std::array::from_fn(|_| Arc::new(Memory::default()) as Arc<dyn Store>);
        let [inbox, cases, keys] = stores.clone();
        let secret = SecretKey::from_seed([5; 32]);
        let variables = Arc::new(move |name: &str| {
            Some(match name {
                "gemeente" => "hengelo".into(),
                "sealing_public" => secret.public().text(),
                "sealing_secrets" => secret.text(),
                "work_token" => "een-woord".into(),
                "setup_token" => "het-woord-uit-de-link".into(),
                _ => return None,
            })
        });
        let profiles = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
        let kit = Kit::new(Stores { inbox, cases, keys }, clock::now, profiles, variables);
        gate::check(&kit).unwrap();
        let new = ROLES.map(|role| examples::new_account(role).unwrap()).to_vec();
        let factor = TotpKey::from_bytes(*practice::FACTOR);
        let made = account::first_enrolled(&kit, new, "een lange verzonnen zin", factor).unwrap();
        let cookies = made.iter().map(|account| log_in(&kit, account)).collect();
        let sent = arrival::accept(&kit, &Secret::from_bytes([7; 16]), &examples::draft(), Channel::Form {}).unwrap();
        cases::take_in(&kit).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut world = Self { kit, stores, case: sent.id, cookies, before: Vec::new(), runtime };
        world.look_once();
        // due work takes in; this one waits
        arrival::accept(&world.kit, &Secret::from_bytes([8; 16]), &examples::draft(), Channel::Form {}).unwrap();
        world.before = world.stores.iter().map(|store| store.get_many(&store.keys().unwrap()).unwrap()).collect();
        world
    }

    /// Leaves a line in the audit, a seal over it, and a counted try, so that there is a record of those kinds too.
    fn look_once(&self) {
        let body = serde_json::to_vec(&examples::credentials().unwrap()).unwrap();
        let wrong = body.strip_suffix(b"\"}").map(|start| [start, b" anders\"}"].concat()).unwrap();
        for (method, path, body) in [
            ("GET", Endpoint::Session, Vec::new()),
            ("POST", Endpoint::LogIn, wrong),
            ("POST", Endpoint::Work, Vec::new()),
        ] {
            let request =
                Request::builder().method(method).uri(path.url("")).header("authorization", "Bearer een-woord");
            let request = self.cookies.iter().fold(request, |request, cookie| {
                request.header(header::COOKIE, cookie.split_once(": ").map_or("", |(_, value)| value))
            });
            self.ask(request.header("content-type", "application/json").body(body).unwrap());
        }
    }

    /// Puts everything back as it was made: what is accepted makes the stores grow.
    pub fn put_back(&self) {
        for (store, before) in self.stores.iter().zip(&self.before) {
            store.delete_many(&store.keys().unwrap()).unwrap();
            store.set_many(before).unwrap();
        }
    }

    /// The status of the answer, once its body was read.
    pub fn ask(&self, request: Request<Vec<u8>>) -> (u16, Vec<u8>) {
        self.runtime.block_on(async {
            let answer = crate::answer(self.kit.clone(), request.map(axum::body::Body::from)).await;
            let status = answer.status().as_u16();
            (status, answer.into_body().collect().await.unwrap().to_bytes().to_vec())
        })
    }
}

fn log_in(kit: &Kit, account: &account::StoredAccount) -> String {
    let (_, cookie) = session::open(kit, account).unwrap();
    let cookie = cookie.to_str().unwrap().split(';').next().unwrap_or_default().to_owned();
    format!("{}: {cookie}", header::COOKIE)
}
