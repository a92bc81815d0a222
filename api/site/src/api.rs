use crate::files;
use axum::response::Response;
use flate2::{Compression, write::GzEncoder};
use http::{HeaderValue, header};
use kit::{
    Failure,
    routes::{Call, answer},
};
use shared::{
    contract::{Endpoint, openapi},
    profile::Instance,
};
use std::io::Write;

/// The API's own description. Anyone may read it from anywhere (NLGov API Design Rules), so any origin may fetch it.
pub async fn openapi(_call: Call) -> Result<Response, Failure> {
    let mut response = answer(Endpoint::OpenApi, &openapi::document());
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}

/// What a browser needs to know of this instance. It is part of the melder's first visit, so it travels compressed.
pub async fn instance(call: Call) -> Result<Response, Failure> {
    let instance = call.kit.instance()?;
    let accepted = call.request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let mut response = answer(Endpoint::Instance, &instance);
    if accepted.is_some_and(|accepted| files::accepts(accepted, "gzip")) {
        *response.body_mut() = gzip(&instance)?.into();
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

fn gzip(instance: &Instance) -> Result<Vec<u8>, Failure> {
    let failed = |_| Failure::Internal("the profile could not be compressed");
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(&serde_json::to_vec(instance).unwrap_or_default()).map_err(failed)?;
    writer.finish().map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_is_the_profile() {
        let profiles = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
        let instance = kit::instance::load(profiles, "hengelo", false).unwrap();
        let small = gzip(&instance).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(small.as_slice()).read_to_string(&mut text).unwrap();
        assert_eq!(serde_json::from_str::<Instance>(&text).unwrap(), instance);
        assert!(small.len() * 3 < text.len());
    }
}
