//! hyper's HTTP/1.1 with the host's own settings.

use super::state::State;
use anyhow::{Context, Result};
use axum::body::Body;
use axum::response::Response;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;

/// Serves until the process ends; says where on stdout once it does.
pub(super) async fn serve(address: SocketAddr, state: State) -> Result<()> {
    let state = Arc::new(state);
    let listener = TcpListener::bind(address).await.with_context(|| format!("can't serve on {address}"))?;
    writeln!(std::io::stdout(), "ready http://{}", listener.local_addr()?)?;
    loop {
        let (stream, _peer) = listener.accept().await?;
        tokio::spawn(connection(stream, Arc::clone(&state)));
    }
}

async fn connection(stream: TcpStream, state: Arc<State>) {
    let _best_effort = stream.set_nodelay(true);
    let service = service_fn(move |request| answer(Arc::clone(&state), request));
    // a client that leaves is no news
    let _ended = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(30))
        .max_buf_size(32 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn answer(state: Arc<State>, request: http::Request<Incoming>) -> Result<Response> {
    let (head, body) = request.into_parts();
    let request = http::Request::from_parts(head, Body::from(body.collect().await?.to_bytes()));
    let runtime = Handle::current();
    Ok(tokio::task::spawn_blocking(move || runtime.block_on(state.answer(request))).await?)
}
