//! axum's router on hyper's HTTP/1.1, with the host's own settings.

use super::state::State;
use super::{report, worklist};
use anyhow::{Context, Result};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, body::Body};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use kit::{Failure, web::routes::answer};
use shared::contract::{Endpoint, Health};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower_service::Service;

fn router(state: State) -> Router {
    let reports = Arc::new(state);
    let worklist = Arc::clone(&reports);
    Router::new()
        .route(
            &Endpoint::SendReport.url(""),
            post(move |request: Request| {
                let state = Arc::clone(&reports);
                async move { or_problem(report::send(&state, request).await) }
            }),
        )
        .route(
            &Endpoint::Cases.url(""),
            get(move |request: Request| {
                let state = Arc::clone(&worklist);
                async move { or_problem(worklist::list(&state, request).await) }
            }),
        )
        .route(&Endpoint::Health.url(""), get(|| async { answer(Endpoint::Health, &Health { stand: "goed".into() }) }))
        .fallback(|| async { Failure::not_found() })
}

fn or_problem(result: Result<Response, Failure>) -> Response {
    result.unwrap_or_else(IntoResponse::into_response)
}

/// Serves for ever; says where on stdout once it does.
pub(super) async fn serve(address: SocketAddr, state: State) -> Result<()> {
    let router = router(state);
    let listener = TcpListener::bind(address).await.with_context(|| format!("can't serve on {address}"))?;
    writeln!(std::io::stdout(), "ready http://{}", listener.local_addr()?)?;
    loop {
        let (stream, _peer) = listener.accept().await?;
        tokio::spawn(connection(stream, router.clone()));
    }
}

async fn connection(stream: TcpStream, router: Router) {
    let _best_effort = stream.set_nodelay(true);
    let service = service_fn(move |request: http::Request<hyper::body::Incoming>| {
        let mut router = router.clone();
        async move { router.call(request.map(Body::new)).await }
    });
    // a client that leaves is no news
    let _ended = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(30))
        .max_buf_size(32 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
