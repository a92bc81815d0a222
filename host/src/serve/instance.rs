//! One request in one fresh instance.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response};
use keyvalue::Scope;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};
use wasmtime::Trap;
use wasmtime_wasi_http::p2::bindings::http::types::{ErrorCode, Scheme};
use wasmtime_wasi_http::{WasiBody, WasiHttpView};

use super::forward;
use super::problem::Problem;
use crate::kv;
use crate::run::Loaded;

/// Lets a fresh instance answer. The instance may go on after the head of its answer; what is `held` for it (its place,
/// and the host alive) is given back when it ends or its time is up.
pub(super) async fn call(
    loaded: &Arc<Loaded>,
    request: Request<Full<Bytes>>,
    scheme: forward::Scheme,
    deadline: Instant,
    held: impl Send + 'static,
) -> Result<Response<WasiBody>, Problem> {
    let (sender, answer) = oneshot::channel();
    let (loaded, scope) = (Arc::clone(loaded), Scope::default());
    let numbers = scope.clone();
    let task = tokio::spawn(async move {
        let _held = held;
        let ended = timeout_at(deadline, run(&loaded, scope, request, scheme, sender)).await;
        ended_in(&loaded, ended)
    });
    match answer.await {
        // the answer may hold a number, which has to be on the disk first
        Ok(Ok(response)) => kv::close(&numbers).await.map(|()| response).map_err(|_| Problem::NotKept),
        Ok(Err(code)) => {
            tracing::error!(action = "answer", result = "component gave an error code", ?code);
            Err(Problem::Failed)
        }
        Err(_) => Err(match task.await {
            Ok(Err(problem)) => problem,
            Ok(Ok(())) => {
                tracing::error!(action = "answer", result = "component ended without one");
                Problem::Failed
            }
            Err(error) => {
                tracing::error!(action = "answer", result = "the host failed", %error);
                Problem::Failed
            }
        }),
    }
}

type Answer = oneshot::Sender<Result<Response<WasiBody>, ErrorCode>>;

async fn run(
    loaded: &Loaded,
    scope: Scope,
    request: Request<Full<Bytes>>,
    scheme: forward::Scheme,
    answer: Answer,
) -> wasmtime::Result<()> {
    let mut store = loaded.store(scope).map_err(wasmtime::Error::msg)?;
    let mut http = store.data_mut().http();
    let scheme = match scheme {
        forward::Scheme::Http => Scheme::Http,
        forward::Scheme::Https => Scheme::Https,
    };
    let request = http.new_incoming_request(scheme, request)?;
    let answer = http.new_response_outparam(answer)?;
    let instance = loaded.pre.instantiate_async(&mut store).await?;
    instance.wasi_http_incoming_handler().call_handle(&mut store, request, answer).await
}

/// Logs how the instance ended, and nothing of its output.
fn ended_in<T>(loaded: &Loaded, ended: Result<wasmtime::Result<()>, T>) -> Result<(), Problem> {
    let component = loaded.surroundings.name.as_str();
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            match error.downcast_ref::<Trap>() {
                Some(trap) => tracing::error!(action = "instance", result = "trapped", component, %trap),
                None => tracing::error!(action = "instance", result = "failed", component, cause = %error.root_cause()),
            }
            Err(Problem::Failed)
        }
        Err(_) => {
            tracing::error!(action = "instance", result = "stopped: its time was up", component);
            Err(Problem::TooSlow)
        }
    }
}
