//! Requests that components send: to the hosts they were allowed, to public addresses, with an end to waiting.

mod address;
mod allowed;
mod client;
mod inside;
mod paced;
mod tls;

use std::sync::Arc;

use hyper::{Request, Response};
use keyvalue::Scope;
use wasmtime_wasi_http::{Error, RequestOptions, Result, WasiBody, WasiHttpHooks};

use crate::kv;

pub(crate) use allowed::Allowed;
pub(crate) use client::Client;
pub(crate) use inside::{Answer, AnswersInside, Asked, Inside};

/// The requests that one component may send.
pub(crate) struct Policy {
    pub allowed: Allowed,
    pub client: Arc<Client>,
    /// The way to the other components.
    pub inside: Arc<Inside>,
}

/// The way from wasmtime's HTTP to the policy, one per instance.
pub(crate) struct Hooks {
    policy: Arc<Policy>,
    scope: Scope,
}

impl Hooks {
    pub(crate) fn new(policy: Arc<Policy>, scope: Scope) -> Self {
        Self { policy, scope }
    }
}

/// The future that drives a connection until its answer is read.
type Driver = Box<dyn Future<Output = Result<()>> + Send>;

impl WasiHttpHooks for Hooks {
    fn send_request(
        &mut self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
        _consumed: Box<dyn Future<Output = Result<(), Error>> + Send>,
    ) -> Box<dyn Future<Output = Result<(Response<WasiBody>, Driver)>> + Send> {
        let (policy, scope) = (Arc::clone(&self.policy), self.scope.clone());
        Box::new(async move {
            if !policy.allowed.allows(request.uri()) {
                tracing::warn!(action = "outgoing", result = "not an allowed host");
                return Err(Error::HttpRequestDenied);
            }
            // the request may hold a number, which has to be on the disk first
            kv::close(&scope).await.map_err(|error| Error::InternalError(Some(error.to_string())))?;
            let options = options.unwrap_or_default();
            let Some(component) = request.uri().host().and_then(inside::component) else {
                return policy.client.send(request, options).await;
            };
            let wait = policy.client.wait(options.first_byte_timeout);
            let response = policy.inside.ask(Asked { component, request, wait }).await?;
            Ok((response, Box::new(std::future::ready(Ok(()))) as Driver))
        })
    }

    /// Room for an answer of some size, so that an instance needn't wait for a slow reader.
    fn p2_outgoing_body_buffer_chunks(&mut self) -> usize {
        8
    }
}
