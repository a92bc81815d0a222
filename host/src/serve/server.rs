//! A request from its head to its answer.

use std::sync::{Arc, Once};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Body;
use hyper::header::{CONTENT_LENGTH, COOKIE, HeaderMap};
use hyper::http::request::Parts;
use hyper::{Request, Response};
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};
use tokio::time::{timeout, timeout_at};
use wasmtime_wasi_http::WasiBody;

use super::crowd::Crowd;
use super::flight::{self, Flight};
use super::forward::{self, Asked, Peer};
use super::inside::Inside;
use super::network::Network;
use super::pages::{Asking, Pages};
use super::places::Places;
use super::problem::Problem;
use super::rate::Rate;
use super::{body, instance, line};
use crate::routes::Routes;
use crate::run::Loaded;
use crate::settings::Limits;

/// How long a request waits for its network's share before a connection of that network has to give way.
const RELIEF: Duration = Duration::from_secs(1);

/// Held by everything in flight; when the last one is dropped, the host may end.
pub(super) type Alive = mpsc::Sender<()>;

/// The parts that all listeners share.
pub(super) struct Shared {
    pub limits: Limits,
    pub rate: Rate,
    places: Arc<Places>,
    pub crowd: Arc<Crowd>,
    flight: Arc<Flight>,
    /// The memory for request bodies, in KiB.
    bodies: Semaphore,
    strangers: Once,
    pub pages: Pages,
    /// Here for as long as anything is served: components only know the way to it.
    _inside: Arc<Inside>,
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
    pub(super) fn new(limits: Limits, pages: Pages, inside: Arc<Inside>) -> Self {
        let share = &limits.share;
        Self {
            rate: Rate::new(limits.rate, limits.burst),
            places: Places::new(usize::from(limits.max_instances), limits.max_waiting),
            crowd: Crowd::new(limits.max_connections, share.network_connections as usize),
            flight: Flight::new((share.network_bytes as usize) << 20),
            bodies: Semaphore::new((share.max_bodies as usize) << 10),
            strangers: Once::new(),
            pages,
            _inside: inside,
            limits,
        }
    }

    /// Bytes of the network's share. Where it holds too many, whoever takes nothing of theirs gives theirs up.
    async fn share(&self, network: Network, bytes: usize) -> flight::Bytes {
        loop {
            if let Ok(bytes) = timeout(RELIEF, self.flight.take(network, bytes)).await {
                return bytes;
            }
            self.crowd.relieve(network);
        }
    }

    /// Memory for a body of at most this many bytes; one larger than all there is gets all.
    async fn room(&self, bytes: usize) -> Result<SemaphorePermit<'_>, Problem> {
        let wanted = bytes.div_ceil(1 << 10).min((self.limits.share.max_bodies as usize) << 10);
        let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
        self.bodies.acquire_many(wanted).await.map_err(|_| Problem::Busy)
    }

    /// Says once that somebody sits behind a proxy that was not named: everybody behind it counts as one network.
    pub(super) fn note_stranger(&self, peer: Peer, headers: &HeaderMap) {
        let named = self.limits.proxies.contains(&peer.address.ip().to_canonical());
        if !named && headers.contains_key(forward::FORWARDED_FOR) {
            self.strangers.call_once(|| {
                let from = peer.address.ip();
                tracing::warn!(action = "request", result = "X-Forwarded-For is not believed", %from,
                    hint = "is this your proxy? name it with --proxy, or all behind it count as one");
            });
        }
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
        let asking = Asking::of(request.headers());
        let mut told = Told::default();
        self.shared.note_stranger(peer, request.headers());
        let asked = forward::asked(peer, request.headers(), &self.shared.limits.proxies);
        let answer = self.answer(request, asked, alive, &mut told).await;
        let (result, response) = match answer {
            Ok(response) => ("answered", response),
            Err(problem) => (problem.name(), problem.response(asked.scheme, self.shared.pages.page(problem, asking))),
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
        if head_size(&head) > limits.max_head {
            return Err(Problem::HeadTooLarge);
        }
        let (matched, loaded) = self.routes.find(head.uri.path()).ok_or(Problem::NoRoute)?;
        told.component.clone_from(&loaded.surroundings.name);
        matched.route.raw().clone_into(&mut told.route);
        forward::set_headers(&mut head.headers, &head.uri, &matched, asked)?;
        if !loaded.surroundings.takes_cookies {
            head.headers.remove(COOKIE);
        }
        let network = Network::of(asked.client.ip());
        let room = body::room(&body, limits.max_body);
        let bytes = self.shared.share(network, room + flight::ANSWER);
        let mut bytes = timeout_at(deadline, bytes).await.map_err(|_| Problem::Busy)?;
        let _room = timeout_at(deadline, self.shared.room(room)).await.map_err(|_| Problem::Busy)??;
        let read = body::read(body, limits.max_body, &limits.share);
        let whole = timeout_at(deadline, read).await.map_err(|_| Problem::BodyTooSlow)??;
        let place = timeout_at(deadline, self.shared.places.take(network)).await;
        let place = place.map_err(|_| Problem::Busy)?.map_err(|_| Problem::Busy)?;
        let request = Request::from_parts(head, Full::new(whole));
        let response = instance::call(loaded, request, asked.scheme, deadline, (place, alive)).await?;
        bytes.become_count(announced(response.headers()));
        Ok(response.map(|body| line::with(body, bytes)))
    }
}

/// The bytes of a head, about as it came in.
fn head_size(head: &Parts) -> usize {
    let target = head.uri.path_and_query().map_or(0, |path| path.as_str().len());
    let headers = head.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    target + headers.sum::<usize>() + 16
}

/// The size of an answer, as far as it says so.
fn announced(headers: &HeaderMap) -> usize {
    let size = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    size.unwrap_or(flight::ANSWER)
}

/// A known method for the log: a client can send any word.
pub(super) fn known_method(method: &hyper::Method) -> &'static str {
    ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]
        .into_iter()
        .find(|known| method.as_str() == *known)
        .unwrap_or("OTHER")
}
