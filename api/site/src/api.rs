use axum::{extract::Request, response::Response};
use http::{HeaderValue, header};
use kit::web::compress;

/// The API's own description, as `build.rs` wrote it.
const OPENAPI: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json"));
const OPENAPI_SMALL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json.gz"));

/// The API's own description. Anyone may read it from anywhere (NLGov API Design Rules), so any origin may fetch it.
pub fn openapi(request: &Request) -> Response {
    let mut response = compress::ready(request.headers(), "application/json", OPENAPI, OPENAPI_SMALL);
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use http_body_util::BodyExt;
    use std::io::Read;

    async fn bytes(accepted: &'static str) -> Vec<u8> {
        let request = Request::builder().header(header::ACCEPT_ENCODING, accepted).body(Body::empty()).unwrap();
        openapi(&request).into_body().collect().await.unwrap().to_bytes().to_vec()
    }

    #[tokio::test]
    async fn the_description_is_the_one_of_the_table_and_made_once() {
        let plain = bytes("identity").await;
        let document: serde_json::Value = serde_json::from_slice(&plain).unwrap();
        assert_eq!(document, shared::contract::openapi::document());
        let small = bytes("gzip").await;
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(small.as_slice()).read_to_end(&mut back).unwrap();
        assert!(back == plain && small.len() * 5 < plain.len(), "{} of {}", small.len(), plain.len());
    }
}
