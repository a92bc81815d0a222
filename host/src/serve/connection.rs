//! Accepting connections and serving HTTP/1.1 on them, over TLS where there is a certificate.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use wasmtime_wasi_http::WasiBody;

use super::forward::{Peer, Scheme};
use super::redirect::Redirect;
use super::server::{Alive, Server};
use super::tls::Certificate;

/// How long a connection may be idle, or take to send a head.
const SILENCE: Duration = Duration::from_secs(30);

/// The limits and the server behind a listener.
pub(super) struct Door {
    pub answers: Answers,
    /// Without a certificate it is plain HTTP.
    pub certificate: Option<Arc<Certificate>>,
}

/// The part that answers there.
pub(super) enum Answers {
    Application(Arc<Server>),
    Redirect(Redirect),
}

impl Answers {
    fn max_head(&self) -> usize {
        match self {
            Self::Application(server) => server.shared.limits.max_head,
            Self::Redirect(redirect) => redirect.shared.limits.max_head,
        }
    }

    async fn handle(&self, request: Request<Incoming>, peer: Peer, alive: Alive) -> Response<WasiBody> {
        match self {
            Self::Application(server) => server.handle(request, peer, alive).await,
            Self::Redirect(redirect) => redirect.handle(&request, peer.address),
        }
    }
}

/// Accepts until `ending` says otherwise. The last parameter is dropped first: the address is free before `alive` goes.
pub(super) async fn accept(
    alive: Alive,
    mut ending: watch::Receiver<bool>,
    connections: Arc<Semaphore>,
    door: Arc<Door>,
    listener: TcpListener,
) {
    loop {
        let accepted = async {
            let room = Arc::clone(&connections).acquire_owned().await;
            (listener.accept().await, room)
        };
        let (accepted, room) = tokio::select! {
            accepted = accepted => accepted,
            _ = ending.changed() => return,
        };
        match accepted {
            Ok((stream, address)) => {
                let (door, ending, alive) = (Arc::clone(&door), ending.clone(), alive.clone());
                tokio::spawn(async move {
                    let _room = room;
                    enter(stream, address, door, ending, alive).await;
                });
            }
            Err(error) => {
                tracing::error!(action = "accept", result = "failed", %error);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// Does the TLS handshake, if there is a certificate. No request is in flight before that, so stopping needn't wait.
async fn enter(
    stream: TcpStream,
    address: SocketAddr,
    door: Arc<Door>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
) {
    // answers are written whole; waiting to fill a packet only delays them
    let _best_effort = stream.set_nodelay(true);
    let Some(certificate) = &door.certificate else {
        return serve(stream, Peer { address, scheme: Scheme::Http }, door, ending, alive).await;
    };
    let shaken = tokio::select! {
        shaken = certificate.accept(stream) => shaken,
        _ = ending.changed() => return,
    };
    if let Some(stream) = shaken {
        serve(stream, Peer { address, scheme: Scheme::Https }, door, ending, alive).await;
    }
}

async fn serve<S>(stream: S, peer: Peer, door: Arc<Door>, mut ending: watch::Receiver<bool>, alive: Alive)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let max_head = door.answers.max_head();
    let service = service_fn(move |request| {
        let (door, alive) = (Arc::clone(&door), alive.clone());
        async move { Ok::<_, Infallible>(door.answers.handle(request, peer, alive).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SILENCE)
        .max_buf_size(max_head)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let mut asked = *ending.borrow_and_update();
    if asked {
        connection.as_mut().graceful_shutdown();
    }
    loop {
        tokio::select! {
            // a client that disconnects is not worth a log line
            _ended = connection.as_mut() => return,
            _ = ending.changed(), if !asked => {
                asked = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
