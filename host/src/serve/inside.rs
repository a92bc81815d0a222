//! Requests of components to each other: each in a fresh instance, as one from outside.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{COOKIE, HOST};
use hyper::{Request, Response};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::WeakSender;
use tokio::time::{Instant, timeout_at};
use wasmtime_wasi_http::{Error, Result, WasiBody};

use super::forward::{self, Scheme};
use super::instance;
use super::problem::Problem;
use crate::outgoing::{Answer, AnswersInside, Asked};
use crate::routes::Route;
use crate::run::{INSIDE, Loaded};

/// The components that others may reach, and the places for their instances.
pub(super) struct Inside {
    components: BTreeMap<String, Arc<Loaded>>,
    everything: Route,
    places: Arc<Semaphore>,
    max_body: usize,
    /// Of the application: it ends although this waits for requests.
    alive: WeakSender<()>,
}

impl Inside {
    pub(super) fn new(
        components: BTreeMap<String, Arc<Loaded>>,
        max_body: usize,
        alive: WeakSender<()>,
    ) -> anyhow::Result<Self> {
        let places = Arc::new(Semaphore::new(INSIDE.into()));
        Ok(Self { components, everything: Route::parse("/...")?, places, max_body, alive })
    }

    async fn call(&self, asked: Asked) -> Result<Response<WasiBody>> {
        let Asked { component, request, wait } = asked;
        let (began, deadline) = (Instant::now(), Instant::now() + wait);
        let loaded = self.components.get(&component).ok_or(Error::DestinationNotFound)?;
        let late = |_| Error::ConnectionReadTimeout;
        let (mut head, body) = request.into_parts();
        let whole = timeout_at(deadline, Limited::new(body, self.max_body).collect()).await.map_err(late)?;
        let whole = whole.map_err(|_| Error::HttpRequestBodySize(None))?.to_bytes();
        let place = timeout_at(deadline, Arc::clone(&self.places).acquire_owned()).await.map_err(late)?;
        let held = (place, self.alive.upgrade());
        let uri = std::mem::take(&mut head.uri);
        let matched = self.everything.matches(uri.path()).ok_or(Error::HttpRequestUriInvalid)?;
        let client = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let from = forward::Asked { client, scheme: Scheme::Http };
        forward::set_headers(&mut head.headers, &uri, &matched, from).map_err(|_| Error::HttpRequestUriInvalid)?;
        if !head.headers.contains_key(HOST)
            && let Some(host) = uri.host().and_then(|host| host.parse().ok())
        {
            head.headers.insert(HOST, host);
        }
        if !loaded.surroundings.takes_cookies {
            head.headers.remove(COOKIE);
        }
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        head.uri = path.parse().map_err(|_| Error::HttpRequestUriInvalid)?;
        let request = Request::from_parts(head, Full::new(whole));
        let answer = instance::call(loaded, request, Scheme::Http, deadline, held).await;
        let status = answer.as_ref().map_or(0, |response| response.status().as_u16());
        tracing::info!(action = "inside", component, status, ms = began.elapsed().as_millis());
        let slow = |problem| problem == Problem::TooSlow;
        answer.map_err(|problem| if slow(problem) { Error::ConnectionReadTimeout } else { Error::InternalError(None) })
    }
}

impl AnswersInside for Inside {
    fn answer(self: Arc<Self>, asked: Asked) -> Answer {
        Box::pin(async move { self.call(asked).await })
    }
}
