//! Accepting connections and serving HTTP/1.1 on them.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};

use super::server::{Alive, Server};

/// How long a connection may be silent, or take over a head.
const SILENCE: Duration = Duration::from_secs(30);

/// Accepts until `ending` says otherwise.
pub(super) async fn accept(
    listener: TcpListener,
    server: Arc<Server>,
    connections: Arc<Semaphore>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
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
            Ok((stream, peer)) => {
                let (server, ending, alive) = (Arc::clone(&server), ending.clone(), alive.clone());
                tokio::spawn(async move {
                    let _room = room;
                    serve(stream, peer, server, ending, alive).await;
                });
            }
            Err(error) => {
                tracing::error!(action = "accept", result = "failed", %error);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    server: Arc<Server>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
) {
    // answers are written whole; waiting to fill a packet only delays them
    let _best_effort = stream.set_nodelay(true);
    let max_head = server.shared.limits.max_head;
    let service = service_fn(move |request| {
        let (server, alive) = (Arc::clone(&server), alive.clone());
        async move { Ok::<_, Infallible>(server.handle(request, peer, alive).await) }
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
            // a client that leaves is no news
            _ended = connection.as_mut() => return,
            _ = ending.changed(), if !asked => {
                asked = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
