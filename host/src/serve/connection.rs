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
use tokio::sync::watch;
use tokio::time::timeout;
use wasmtime_wasi_http::WasiBody;

use super::crowd::{Crowd, Entered, Refusals};
use super::forward::{Peer, Scheme};
use super::line::{self, Line};
use super::paced::Paced;
use super::problem::Problem;
use super::redirect::Redirect;
use super::server::{Alive, Server};
use super::tls::Certificate;
use crate::settings::Limits;

/// How long a connection may be idle, or take to send a head.
const SILENCE: Duration = Duration::from_secs(30);
/// How long a client may leave what was sent unacknowledged (TCP_USER_TIMEOUT): a network cable was pulled.
const UNACKNOWLEDGED: Duration = Duration::from_secs(30);
/// What the kernel keeps of an answer beyond what is in transit. Without a bound it takes megabytes at once, and a slow
/// reader looks like a dead one.
const UNSENT: u32 = 128 << 10;
/// A connection that has to make room may finish writing for so long.
const LEAVING: Duration = Duration::from_secs(1);

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
    fn limits(&self) -> &Limits {
        match self {
            Self::Application(server) => &server.shared.limits,
            Self::Redirect(redirect) => &redirect.shared.limits,
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
    crowd: Arc<Crowd>,
    door: Arc<Door>,
    listener: TcpListener,
) {
    let refusals = Refusals::default();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.changed() => return,
        };
        match accepted {
            Ok((stream, address)) => {
                let is_proxy = door.answers.limits().proxies.contains(&address.ip().to_canonical());
                let Some(entered) = crowd.enter(address.ip(), is_proxy) else {
                    refusals.note();
                    refuse(&stream, &door);
                    continue;
                };
                let (door, ending, alive) = (Arc::clone(&door), ending.clone(), alive.clone());
                tokio::spawn(async move { enter(stream, address, &entered, door, ending, alive).await });
            }
            Err(error) => {
                tracing::error!(action = "accept", result = "failed", %error);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// Says why, where that can be said at once: a handshake would cost what there is no room for.
fn refuse(stream: &TcpStream, door: &Door) {
    if door.certificate.is_none() {
        // who doesn't take it is closed all the same
        let _best_effort = stream.try_write(Problem::Crowded.whole().as_bytes());
    }
}

/// Bounds what the kernel keeps, and for how long, where the system can do that.
fn bound(stream: &TcpStream) {
    // answers are written whole; waiting to fill a packet only delays them
    let _best_effort = stream.set_nodelay(true);
    #[cfg(target_os = "linux")]
    {
        let socket = socket2::SockRef::from(stream);
        let _best_effort = socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED));
        let _best_effort = socket.set_tcp_notsent_lowat(UNSENT);
    }
}

/// Does the TLS handshake, if there is a certificate. No request is in flight before that, so stopping needn't wait.
async fn enter(
    stream: TcpStream,
    address: SocketAddr,
    entered: &Entered,
    door: Arc<Door>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
) {
    bound(&stream);
    let line = Arc::clone(&entered.line);
    let stream = Paced::new(stream, Arc::clone(&line), door.answers.limits().share.clone());
    let Some(certificate) = &door.certificate else {
        return serve(stream, Peer { address, scheme: Scheme::Http }, line, door, ending, alive).await;
    };
    let shaken = tokio::select! {
        shaken = certificate.accept(stream) => shaken,
        _ = ending.changed() => return,
        () = line.asked_to_leave() => return,
    };
    if let Some(stream) = shaken {
        serve(stream, Peer { address, scheme: Scheme::Https }, line, door, ending, alive).await;
    }
}

async fn serve<S>(
    stream: S,
    peer: Peer,
    line: Arc<Line>,
    door: Arc<Door>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let max_head = door.answers.limits().max_head;
    let service = service_fn({
        let (door, line) = (Arc::clone(&door), Arc::clone(&line));
        move |request| {
            let (door, alive, under_way) = (Arc::clone(&door), alive.clone(), line.begin());
            async move {
                let response = door.answers.handle(request, peer, alive).await;
                Ok::<_, Infallible>(response.map(|body| line::with(body, under_way)))
            }
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SILENCE)
        // a head that is a bit too large gets a proper answer; hyper cuts off a larger one
        .max_buf_size(max_head.saturating_mul(2))
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
            () = line.asked_to_leave() => break,
        }
    }
    connection.as_mut().graceful_shutdown();
    // what it holds is given up then
    let _ended_or_not = timeout(LEAVING, connection).await;
}
