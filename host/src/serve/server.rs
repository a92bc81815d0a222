//! A request from its head to its answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Body;
use hyper::{Request, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::timeout_at;
use wasmtime_wasi_http::WasiBody;

use super::forward::{self, Asked, Peer};
use super::problem::Problem;
use super::rate::Rate;
use super::{body, instance};
use crate::routes::Routes;
use crate::run::Loaded;
use crate::settings::Limits;

/// Held by everything in flight; when the last one is dropped, the host may end.
pub(super) type Alive = mpsc::Sender<()>;

/// The parts that all listeners share.
pub(super) struct Shared {
    pub limits: Limits,
    pub rate: Rate,
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// The routes of one listener.
pub(super) struct Server {
    pub shared: Arc<Shared>,
    pub routes: Routes<Arc<Loaded>>,
}

/// The details of a request that the log shows besides its status.
#[derive(Default)]
struct Told {
    component: String,
    route: String,
}

impl Shared {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            rate: Rate::new(limits.rate, limits.burst),
            places: Arc::new(Semaphore::new(usize::from(limits.max_instances))),
            waiting: AtomicUsize::new(0),
            limits,
        }
    }

    /// A place for an instance: immediately, or in the queue if that isn't full.
    async fn place(&self) -> Result<OwnedSemaphorePermit, Problem> {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok(place);
        }
        let _waiting = Waiting::enter(&self.waiting, self.limits.max_waiting)?;
        Arc::clone(&self.places).acquire_owned().await.map_err(|_| Problem::Busy)
    }
}

/// A place in the queue, freed when dropped, also when the client disconnects.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn enter(count: &'a AtomicUsize, limit: usize) -> Result<Self, Problem> {
        let waiting = Self(count);
        if count.fetch_add(1, Ordering::Relaxed) >= limit {
            return Err(Problem::Busy);
        }
        Ok(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Server {
    /// Answers a request and writes its log line: which route, not which path; nothing that a client wrote.
    pub(super) async fn handle<B>(&self, request: Request<B>, peer: Peer, alive: Alive) -> Response<WasiBody>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let began = Instant::now();
        let method = known_method(request.method());
        let mut told = Told::default();
        let asked = forward::asked(peer, request.headers(), &self.shared.limits.proxies);
        let answer = self.answer(request, asked, alive, &mut told).await;
        let (result, response) = match answer {
            Ok(response) => ("answered", response),
            Err(problem) => (problem.name(), problem.response(asked.scheme)),
        };
        tracing::info!(
            action = "request",
            result,
            component = told.component,
            route = told.route,
            method,
            status = response.status().as_u16(),
            ms = began.elapsed().as_millis()
        );
        response
    }

    async fn answer<B>(
        &self,
        request: Request<B>,
        asked: Asked,
        alive: Alive,
        told: &mut Told,
    ) -> Result<Response<WasiBody>, Problem>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let limits = &self.shared.limits;
        let deadline = tokio::time::Instant::now() + limits.max_time;
        self.shared.rate.take(asked.client.ip(), Instant::now()).map_err(Problem::TooMany)?;
        let (mut head, body) = request.into_parts();
        let (matched, loaded) = self.routes.find(head.uri.path()).ok_or(Problem::NoRoute)?;
        told.component.clone_from(&loaded.surroundings.name);
        matched.route.raw().clone_into(&mut told.route);
        forward::set_headers(&mut head.headers, &head.uri, &matched, asked)?;
        let whole =
            timeout_at(deadline, body::read(body, limits.max_body)).await.map_err(|_| Problem::BodyTooSlow)??;
        let place = timeout_at(deadline, self.shared.place()).await.map_err(|_| Problem::Busy)??;
        let request = Request::from_parts(head, Full::new(whole));
        instance::call(loaded, request, asked.scheme, deadline, place, alive).await
    }
}

/// A known method for the log: a client can send any word.
pub(super) fn known_method(method: &hyper::Method) -> &'static str {
    ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]
        .into_iter()
        .find(|known| method.as_str() == *known)
        .unwrap_or("OTHER")
}
