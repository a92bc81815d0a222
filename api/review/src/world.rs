//! An instance in memory with accounts, sessions, and cases in it.
use desk::{Desk, Stores, account, case, key_check, login::session, testing};
use http::{Request, header};
use http_body_util::BodyExt;
use keyvalue::Store;
use kit::instance::PRACTICE_FACTOR;
use kit::{
    clock,
    inbox::{arrival, secret::Secret},
    totp::TotpKey,
};
use shared::{
    access::Role,
    contract::{Endpoint, NewAccount, examples},
    id::CaseId,
    moment::Moment,
    report::Channel,
};
use std::sync::{Arc, LazyLock};
use tokio::runtime::Runtime;

/// The component and its stores, for one request after another.
pub struct World {
    pub desk: Desk,
    pub stores: [Arc<dyn Store>; 3],
    /// A case that is there.
    pub case: CaseId,
    /// `Cookie` of an AF, a beheerder and an FG.
    pub cookies: Vec<String>,
    /// The contents of the stores when it was made.
    before: Vec<Pairs>,
    runtime: Runtime,
}

type Pairs = Vec<(String, Vec<u8>)>;

const ROLES: [Role; 3] = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];

/// The moment at which this process began. It stays that moment, so the sessions of a world last as long as a test.
fn began() -> Moment {
    static BEGAN: LazyLock<Moment> = LazyLock::new(clock::now);
    *BEGAN
}

impl World {
    pub fn new() -> Self {
        Self::of(ROLES.map(|role| examples::new_account(role).unwrap()).to_vec())
    }

    /// One with these accounts, each with its cookie.
    pub fn of(new: Vec<NewAccount>) -> Self {
        let stores: [Arc<dyn Store>; 3] = std::array::from_fn(|_| testing::memory());
        let [inbox, cases, keys] = stores.clone();
        let others = [("work_token", "een-woord-dat-lang-genoeg-is"), ("setup_token", "het-woord-uit-de-link")];
        let environment = testing::environment_at(began, testing::variables(&[testing::key(5)], &others));
        let desk = Desk::new(Stores { inbox, cases, keys }, environment);
        key_check::check(&desk).unwrap();
        let factor = TotpKey::from_bytes(*PRACTICE_FACTOR);
        let made = account::first_enrolled(&desk, new, "een lange verzonnen zin", factor).unwrap();
        let cookies = made.iter().map(|account| log_in(&desk, account)).collect();
        let sent =
            arrival::accept(&desk.inbox, &Secret::from_bytes([7; 16]), &examples::draft(), Channel::Form {}).unwrap();
        case::take_in(&desk).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut world = Self { desk, stores, case: sent.id, cookies, before: Vec::new(), runtime };
        world.look_once();
        // due work takes in; this one waits
        arrival::accept(&world.desk.inbox, &Secret::from_bytes([8; 16]), &examples::draft(), Channel::Form {}).unwrap();
        world.keep();
        world
    }

    /// The contents of now are what [`World::put_back`] puts back.
    pub fn keep(&mut self) {
        self.before = self.stores.iter().map(|store| store.get_many(&store.keys().unwrap()).unwrap()).collect();
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
            let request = Request::builder()
                .method(method)
                .uri(path.url(""))
                .header("authorization", "Bearer een-woord-dat-lang-genoeg-is");
            let request = self.cookies.iter().fold(request, |request, cookie| {
                request.header(header::COOKIE, cookie.split_once(": ").map_or("", |(_, value)| value))
            });
            self.ask(request.header("content-type", "application/json").body(body).unwrap());
        }
    }

    /// Restores the initial contents, because accepted requests make the stores grow.
    pub fn put_back(&self) {
        for (store, before) in self.stores.iter().zip(&self.before) {
            store.delete_many(&store.keys().unwrap()).unwrap();
            store.set_many(before).unwrap();
        }
    }

    /// The status of the answer, once its body was read.
    pub fn ask(&self, request: Request<Vec<u8>>) -> (u16, Vec<u8>) {
        self.runtime.block_on(async {
            let answer = crate::answer(self.desk.clone(), request.map(axum::body::Body::from)).await;
            let status = answer.status().as_u16();
            (status, answer.into_body().collect().await.unwrap().to_bytes().to_vec())
        })
    }
}

fn log_in(desk: &Desk, account: &account::StoredAccount) -> String {
    let (_, cookie) = session::open(desk, account).unwrap();
    let cookie = cookie.to_str().unwrap().split(';').next().unwrap_or_default().to_owned();
    format!("{}: {cookie}", header::COOKIE)
}
