//! The handlers of `intake` and `review` behind HTTP, each request with a context of its own, as the components have.
use axum::{body::Body, extract::Request, response::Response};
use desk::{
    Desk, Stores,
    testing::{self, Touch, Watch, Watched},
};
use e2e::{Client, Keyring, Place, keys};
use http_body_util::BodyExt;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use keyvalue::{Store, StoreError};
use kit::{
    clock,
    inbox::Inbox,
    instance::{Environment, Variables},
    store::Patience,
};
use shared::{
    contract::{Endpoint, examples},
    moment::Moment,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{net::TcpListener, runtime::Handle};

/// The token of due work.
const WORD: &str = "een-woord-dat-lang-genoeg-is";

/// Nobody stops in these tests, so on a busy machine nobody who is only slow may be given up.
const PATIENCE: Patience = Patience { times: 3000, millis: 20 };

/// An instance that is served until the test ends.
pub struct Served {
    pub url: String,
    pub keyring: Arc<Keyring>,
    instance: Instance,
    slow: Arc<AtomicBool>,
}

/// Lets every operation take as long as it would over a network or with a flush, while the flag is up. Otherwise two
/// requests hardly ever meet between two operations.
struct Slow(Arc<AtomicBool>);

impl Watch for Slow {
    fn touch(&self, _touch: &Touch<'_>) -> Result<(), StoreError> {
        if self.0.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }
}

/// What every request is made from.
#[derive(Clone)]
struct Instance {
    stores: Stores,
    variables: Variables,
}

impl Instance {
    fn environment(&self, now: fn() -> Moment) -> Environment {
        Environment {
            now,
            profiles: Place::find().root.join("gemeenten"),
            variables: self.variables.clone(),
            overlay: Default::default(),
        }
    }

    fn desk(&self, now: fn() -> Moment) -> Desk {
        let mut desk = Desk::new(self.stores.clone(), self.environment(now));
        desk.inbox.patience = PATIENCE;
        desk
    }

    async fn answer(&self, request: Request) -> Response {
        if request.uri().path().starts_with(&Endpoint::SendReport.url("")) {
            let mut inbox = Inbox::new(self.stores.inbox.clone(), self.environment(clock::now));
            inbox.patience = PATIENCE;
            intake::answer(inbox, request).await
        } else {
            review::answer(self.desk(clock::now), request).await
        }
    }
}

fn variables() -> Variables {
    let (keys, token) = (keys::variables(), examples::set_up().expect("the example is valid").token);
    Arc::new(move |name| match name {
        "setup_token" => Some(token.clone()),
        "work_token" => Some(WORD.into()),
        other => keys(other),
    })
}

impl Served {
    /// Over empty stores of this kind.
    pub fn new(kind: usize) -> Self {
        let (_, new) = testing::KINDS_OF_STORE[kind];
        let slow = Arc::new(AtomicBool::new(false));
        let new = || -> Arc<dyn Store> { Arc::new(Watched { store: new(), watch: Slow(slow.clone()) }) };
        let stores = Stores { inbox: new(), cases: new(), keys: new() };
        let instance = Instance { stores, variables: variables() };
        let (serving, theirs) = (instance.clone(), instance.clone());
        let (told, heard) = std::sync::mpsc::channel();
        // it ends with the process of the tests
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
            runtime.block_on(serve(serving, |url| told.send(url).expect("the test waits")));
        });
        let url = heard.recv().expect("it serves");
        Self { url, keyring: Arc::new(Keyring::over(move || theirs.desk(clock::now))), instance, slow }
    }

    /// Does it over stores that take their time.
    pub fn slowly<R>(&self, what: impl FnOnce() -> R) -> R {
        self.slow.store(true, Ordering::Relaxed);
        let done = what();
        self.slow.store(false, Ordering::Relaxed);
        done
    }

    /// Somebody without a log-in.
    pub fn anyone(&self) -> Client {
        Client::new(&self.url, &self.keyring)
    }

    /// The instance as a request at that time has it.
    pub fn desk_at(&self, now: fn() -> Moment) -> Desk {
        self.instance.desk(now)
    }

    /// What the timer does.
    pub fn work(&self) -> serde_json::Value {
        let ask = self.anyone().to(Endpoint::Work).header("authorization", &format!("Bearer {WORD}"));
        ask.send().good(Endpoint::Work)
    }
}

async fn serve(instance: Instance, ready: impl FnOnce(String)) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    ready(format!("http://{}", listener.local_addr().expect("an address")));
    loop {
        let (stream, _peer) = listener.accept().await.expect("a connection");
        let instance = instance.clone();
        let service = service_fn(move |request| answer(instance.clone(), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// In a thread of its own: a request may wait for another.
async fn answer(instance: Instance, request: http::Request<Incoming>) -> Result<Response, hyper::Error> {
    let (head, body) = request.into_parts();
    let request = http::Request::from_parts(head, Body::from(body.collect().await?.to_bytes()));
    let runtime = Handle::current();
    let answered = tokio::task::spawn_blocking(move || runtime.block_on(instance.answer(request))).await;
    Ok(answered.expect("no handler panics"))
}
