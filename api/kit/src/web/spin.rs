//! The only file that names Spin's SDK: a store over `wasi:keyvalue`, variables, and the answers of a component.
use crate::{
    clock,
    instance::Environment,
    store::cell::StoreName,
    web::fetch::{Ask, Reply},
};
use axum::{extract::Request, response::Response};
use http_body_util::BodyExt;
use keyvalue::{Store, StoreError, Swap};
use spin_sdk::{
    http::{Fields, OutgoingResponse, ResponseOutparam},
    wit::wasi::keyvalue::{atomics, batch, store},
};
use std::{future::Future, sync::Arc};

/// A store of the manifest.
struct SpinStore(&'static str);

fn failed(error: store::Error) -> StoreError {
    match error {
        store::Error::NoSuchStore => {
            StoreError::Unavailable("the manifest does not give this component that store".into())
        }
        store::Error::AccessDenied => StoreError::Unavailable("access to the store is denied".into()),
        store::Error::Other(why) => StoreError::Unavailable(why),
    }
}

impl SpinStore {
    fn bucket(&self) -> Result<store::Bucket, StoreError> {
        store::open(self.0).map_err(failed)
    }
}

impl Store for SpinStore {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.bucket()?.get(key).map_err(failed)
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.bucket()?.set(key, value).map_err(failed)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.bucket()?.delete(key).map_err(failed)
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.bucket()?.exists(key).map_err(failed)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let (bucket, mut keys, mut cursor) = (self.bucket()?, Vec::new(), None);
        loop {
            let page = bucket.list_keys(cursor.as_deref()).map_err(failed)?;
            keys.extend(page.keys);
            cursor = page.cursor;
            if cursor.is_none() {
                return Ok(keys);
            }
        }
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let found = batch::get_many(&self.bucket()?, keys).map_err(failed)?;
        Ok(found.into_iter().filter_map(|(key, value)| value.map(|value| (key, value))).collect())
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        batch::set_many(&self.bucket()?, pairs).map_err(failed)
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        batch::delete_many(&self.bucket()?, keys).map_err(failed)
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        atomics::increment(&self.bucket()?, key, delta).map_err(failed)
    }

    /// `current()` first: without it several of Spin's stores overwrite. The bucket stays open until after the swap: a
    /// swap that loses is opened again by its handle.
    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        let bucket = self.bucket()?;
        let cas = atomics::Cas::new(&bucket, key).map_err(failed)?;
        if cas.current().map_err(failed)?.as_deref() != expected {
            return Ok(Swap::Lost);
        }
        match atomics::swap(cas, new) {
            Ok(()) => Ok(Swap::Swapped),
            Err(atomics::CasError::CasFailed(_)) => Ok(Swap::Lost),
            Err(atomics::CasError::StoreError(error)) => Err(failed(error)),
        }
    }
}

/// A store by its label in the manifest. One that the manifest does not give to this component fails at first use.
#[must_use]
pub fn store(name: StoreName) -> Arc<dyn Store> {
    Arc::new(SpinStore(name.as_str()))
}

/// The component's environment: variables and files.
#[must_use]
pub fn environment() -> Environment {
    let variables = Arc::new(|name: &str| spin_sdk::variables::get(name).ok());
    Environment { now: clock::now, profiles: "/gemeenten".into(), variables, overlay: Default::default() }
}

/// Sends a request to another server and blocks until it answers. An instance handles one request, so this blocks no
/// other.
#[must_use]
pub fn fetch(ask: Ask) -> Option<Reply> {
    let method = if ask.body.is_some() { spin_sdk::http::Method::Post } else { spin_sdk::http::Method::Get };
    let mut request = spin_sdk::http::Request::builder();
    request.method(method).uri(ask.url);
    for (name, value) in ask.headers {
        request.header(name, value);
    }
    let request = request.body(ask.body.unwrap_or_default()).build();
    let sent: Result<spin_sdk::http::Response, _> = spin_sdk::http::run(spin_sdk::http::send(request));
    sent.ok().map(|reply| Reply { status: *reply.status(), body: reply.into_body() })
}

/// Answers one request.
pub async fn serve<F: Future<Output = Response>>(
    answer: impl FnOnce(Request) -> F,
    request: http::Request<Vec<u8>>,
) -> http::Response<Vec<u8>> {
    let response = answer(request.map(axum::body::Body::from)).await;
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
    http::Response::from_parts(parts, bytes)
}

/// Answers one request with all headers unchanged. The SDK's own conversion keeps one value per name, so it would set
/// only the last of two cookies.
pub async fn reply<F: Future<Output = Response>>(
    answer: impl FnOnce(Request) -> F,
    request: http::Request<Vec<u8>>,
    out: ResponseOutparam,
) {
    let (parts, body) = serve(answer, request).await.into_parts();
    let pair = |(name, value): (&http::HeaderName, &http::HeaderValue)| (name.to_string(), value.as_bytes().to_vec());
    let headers: Vec<(String, Vec<u8>)> = parts.headers.iter().map(pair).collect();
    let sent = match Fields::from_list(&headers).map(OutgoingResponse::new) {
        Ok(response) if response.set_status_code(parts.status.as_u16()).is_ok() => {
            out.set_with_body(response, body).await.is_ok()
        }
        // without an answer the host says that the component gave none
        Ok(_) | Err(_) => false,
    };
    if !sent {
        eprintln!("error: an answer could not be sent");
    }
}
